"""Whose words a passage gives in quotation marks: a figure that a person is quoted with is that person's."""

from __future__ import annotations

import re
from functools import cache

from factcheck.patterns import compile_re

SAYING = r"(?:said|says|told|tells|wrote|writes|added|adds|explained|explains|argued|argues|noted|notes|claimed|claims|posted|tweeted)"
PERSON = r"[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: (?:[A-Z][\w’'-]*[a-z]|van|von|de|der|al))* [A-Z][\w’'-]*[a-z]"  # two names at least, no digits
ASIDE = r"(?:, [^,\"“”]{2,60},)?"
QUOTES = compile_re(r"[“\"](?P<words>[^“”\"]{3,400})[”\"]")


@cache
def behind() -> re.Pattern[str]:
    """What names the speaker behind a quotation: `," said Jane Doe`, `" Jane Doe, an analyst, told us`."""
    return compile_re(rf"\s*(?:{SAYING} (?P<after>{PERSON})|(?P<before>{PERSON}){ASIDE} {SAYING}\b)")


@cache
def ahead() -> re.Pattern[str]:
    """What names the speaker before a quotation: `Jane Doe said: "`, `Jane Doe, an analyst, told us, "`."""
    return compile_re(rf"(?P<speaker>{PERSON}){ASIDE} {SAYING}(?: \w+){{0,4}}[,:]? ?$")


def speaker(text: str, at: int) -> str | None:
    """The person, as written, in whose quotation the offset `at` of a block's text stands; None if nobody is quoted there.

    >>> speaker('"It costs $5," said Jane Doe, an analyst.', 10), speaker('Jane Doe told us: "It costs $5."', 28)
    ('Jane Doe', 'Jane Doe')
    >>> speaker('"It costs $5," said Acme.', 10), speaker('It costs $5, said Jane Doe.', 9)
    (None, None)
    """
    for quotation in QUOTES.finditer(text):
        if not quotation.start() < at < quotation.end():
            continue
        if found := behind().match(text, quotation.end()):
            return found["after"] or found["before"]
        if found := ahead().search(text, 0, quotation.start()):
            return found["speaker"]
    return None
