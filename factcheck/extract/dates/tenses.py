"""Which way a date without a year lies: what was done lies behind the article's day, what is to come lies ahead of it."""

from __future__ import annotations

from typing import Literal

from factcheck.patterns import compile_re

Way = Literal["past", "to come"]

REACH = 70  # characters either side
VERBS = (
    r"(?:released|launched|shipped|unveiled|announced|introduced|debuted|arrived|dropped|landed|published|open-sourced|previewed|revealed"
    r"|presented|posted|rolled out|came|went|appeared|emerged|followed|founded|raised|acquired|opened|updated|saw|brought|gave)"
)
CLAUSE = r"(?:(?!\b(?:that|which|who|and|but|while|when|until|by|before|through|from|for|of|will|to|is|are)\b)[^.;:!?()\n])"
# In front of the date, in its clause: "was quietly released on", "launched X back in".
DONE = compile_re(
    rf"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!\bwhen )\b{VERBS}\b{CLAUSE}{{0,50}}$"
    rf"|\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing) (?:its|their|the|[a-z]+ing)\b{CLAUSE}{{0,50}}$"
)
# Behind a date that leads its clause: "On November 24, X released Y", "November 24 saw".
LEADS = compile_re(r"(?:^|[.;:!?\n] *)[^\w.;:!?\n]*(?:(?:[Oo]n|[Ii]n|[Bb]ack in|[Ii]t was)(?: the)?(?: (?:early|mid|late))? )?$")
THEN = compile_re(rf",? {CLAUSE}{{0,45}}?\b{VERBS}\b")
AHEAD = compile_re(
    r"\b(?:will|won['’]t|would|should|may|might|could|expect(?:s|ed)?|plan(?:s|ned|ning)?|schedul\w+|slated|due|set|aims?|hopes?|promis\w+"
    r"|upcoming|coming|next|eyes|targets?|targeting)\b|['’]ll\b"
)
# Only what leads to the date tells that it is to come; "was expected" looks back.
TO_COME = compile_re(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bhad )\b(?:will|['’]ll|expected|slated|due|scheduled|plans|planned|set|aims|hopes)\b"
    r"(?:(?!\b(?:that|which|who|but|while)\b)[^.;:!?()\n]){0,60}$"
)


def way_of(text: str, start: int, end: int) -> Way | None:
    """Which way the date at `text[start:end]` lies as its clause tells; None where that does not tell.

    >>> [way_of(t, t.index("May"), t.index("May") + 3) for t in ("It was released in May.", "It will ship in May.", "It retires in May.")]
    ['past', 'to come', None]
    """
    before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
    if TO_COME.search(before):
        return "to come"
    if AHEAD.search(before):
        return None
    if DONE.search(before) or (LEADS.search(before) and (m := THEN.match(behind)) and not AHEAD.search(m[0])):
        return "past"
    return None
