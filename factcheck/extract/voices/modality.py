"""Whether a figure is stated as a fact, or as a rumour, a prediction, a denial or hearsay; what is only supposed states nothing."""

from __future__ import annotations

import re

from factcheck.extract.assertion import Modality
from factcheck.patterns import compile_re

NEGATED = compile_re(
    r"\b(?:did|does|do|has|have|had|is|was|were|are|could|can)(?: not|n['’]t)(?: quite| yet| actually| even)?"
    r" (?:reach|hit|achieve|score|exceed|surpass|cross|break|top|match|attain|get|have|cost|support|reached|scored|achieved|get to)\b"
    r"(?:(?!\bbut\b)[^.;,]){0,40}$"
    r"|\b(?:not|failed to (?:reach|hit|score|match)|fell short of|falls short of|rather than|instead of)"
    r"(?: (?:of|the|a|an|quite|at|as|exactly|really))* $"
    r"|\bnever (?:[a-z]+ ){1,3}$",
    re.IGNORECASE,
)
RUMOURED = compile_re(
    r"\b(?:rumou?r(?:s|ed)?|reportedly|allegedly|purported(?:ly)?|unconfirmed|speculat(?!ive (?:decod|sampl|execut|draft))\w+"
    r"|supposedly|(?:is|are) said to)\b"
    r"|\bwhispered\b|\bwhispers (?:of|that|about|say|suggest)\b"
    r"|\bleaks?\b(?! (?:last|this|on|in|earlier)\b)"
    r"|\bleaked (?:\w+ )?(?:benchmarks?|figures?|scores?|numbers?|specs?|documents?|memo|results?|slides?|data|screenshots?"
    r"|prices?|pricing|information)\b",
    re.IGNORECASE,
)
OF_NEXT = compile_re(r"[*_]* (?:[~≈]|about |around )?[$€£]?\d")  # of the number behind it alone: "a fraction of X's rumoured 200B"
# What came before it: "Weeks after a leak, it was released".
LED_BY = compile_re(
    r"\W*(?:(?:\w+ )?(?:hours?|days?|weeks?|months?|years?|shortly|soon|just|right|long) )?"
    r"(?:after|before|following|despite|amid|ahead of)\b[^,;.]*, ",
    re.IGNORECASE,
)
NEXT_CLAUSE = compile_re(r"[,;] (?:and|but|while|though|whereas)\b|; |\b(?:of|than) what ")  # what is said there is said of something else
# "S, valued at q, is said to": only what is behind it is said
ASIDE = compile_re(r", (?:valued|worth|founded|now|already|which|who|whose|last|a|an|the|with)\b[^,;]*$")
ASIDE_ENDS = compile_re(r"[^,;.]{0,60}(?=, (?:is|are|was|were|has|have|had|will|may|might|could) )")
PREDICTED = compile_re(
    r"\b(?:(?:will|(?<=['’])ll)"
    r" (?:reach|pass|hit|score|cost|be|have|exceed|grow|launch|ship|release|arrive|cross|surpass|come|support|offer)"
    r"|(?:is|are) (?:now |still )?(?:(?:projected|set|likely|predicted) to|expected|slated|due|scheduled)"
    r"|we predict|predicts?|forecasts?|projected"
    r"|(?:expect|anticipat|hop|aim|project)(?:e|s|es|ed|ing)?(?: [\w.’'-]+){0,5} to"
    r"|could (?:reach|hit|cost|exceed)|might|may (?:reach|hit|cost)|would (?:reach|hit|cost|be|have|support|offer|score))\b",
    re.IGNORECASE,
)
OWN_PAST = compile_re(
    r"(?:, (?:whose|which|who)|: (?:its|their|his|her|it|they|he|she))"
    r" (?:[\w’'-]+ ){0,4}?(?:fell|rose|grew|was|were|had|lost|got|made|scored|reached|dropped|jumped|cost"
    r"|raised|spent|climbed|doubled|tripled)\b"
)
HEARSAY = compile_re(
    r"\b(?:some|many|several|one|early|critics?|users?|people|sources?|analysts?|insiders?|developers?|observers?|testers?"
    r"|commentators?|skeptics?|(?<!blog )posts?)\b"
    r"[^.,;]{0,40}\b(?:say|says|said|claim|claims|claimed|report|reports|reported|believe[sd]?|suggest(?:s|ed)?|told)\b",
    re.IGNORECASE,
)
SUPPOSED = compile_re(
    r"[*\"“ ]*(?:Suppose|Imagine|What if|Assum(?:e|ing)|Let['’]s (?:say|assume|imagine)|Say (?:that|you|we|a|an|the|it)\b"
    r"|Had [A-Z]\w*|Were [A-Z]\w*|Picture)\b"
)
IF = compile_re(r"[*\"“ ]*If\b")
INNER_IF = compile_re(r"(?<!\beven)(?<!\bas)(?<!\bsee)(?<!\bonly),? \bif\b (?!not\b|any\b|you\b|needed\b|applicable\b)")
WOULD = compile_re(r"\b(?:would|could|might|['’]d)\b", re.IGNORECASE)
PAST = compile_re(r"\b(?:were|had|(?!need\b|feed\b)[a-z]+ed|hit|got|cost|beat)\b")
WOULD_BE = compile_re(
    r"\bwould (?:likely |probably |easily |have )?(?:score|reach|hit|get|achieve|cost|take|need|require)\w*\b", re.IGNORECASE
)
SAID = compile_re(
    r"\b(?:sa(?:id|ys?)|announced|promised|claim(?:s|ed)|expect(?:s|ed)|predict(?:s|ed)|told|report(?:s|ed)|estimate[sd]?)\b", re.IGNORECASE
)


def modality_of(text: str, start: int, end: int, at: int) -> Modality:
    """How the sentence `text[start:end]` means the figure at offset `at`.

    >>> modality_of("It did not reach 57 on it", 0, 25, 17), modality_of("It reportedly has 2T parameters", 0, 31, 18)
    ('negated', 'rumoured')
    """
    start = max(text.rfind("; ", start, at), start)
    end = min(e if (e := text.find("; ", at, end)) >= 0 else end, end)
    before = text[start:at]
    if NEGATED.search(before[-70:]):
        return "negated"
    following = NEXT_CLAUSE.search(text, at, end) or (ASIDE_ENDS.match(text, at, end) if ASIDE.search(before) else None)
    led_by = LED_BY.match(text, start, at)
    rumours = RUMOURED.finditer(text, led_by.end() if led_by else start, following.start() if following else end)
    if any(m.start() < at or not OF_NEXT.match(text, m.end()) for m in rumours):
        return "rumoured"
    if PREDICTED.search(before[max(len(before) - 90, own_past(before)) :]):
        return "predicted"
    return "reported" if HEARSAY.search(text[start:end]) else "stated"


def own_past(before: str) -> int:
    """Where the clause of its own begins that tells what has been: "S is expected to join, as is T, whose shares fell"; else 0."""
    return max((m.start() for m in OWN_PAST.finditer(before)), default=0)


def asserting(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of what the sentence `text[start:end]` asserts; None where it only asks or supposes.

    >>> asserting("If it reached 60, it would lead.", 0, 32), asserting("Could it reach 60?", 0, 18)
    (None, None)
    >>> text = "If you need more, it has 1M tokens."
    >>> text[slice(*asserting(text, 0, len(text)))]
    'it has 1M tokens.'
    """
    sentence = text[start:end]
    if sentence.rstrip(' "”*').endswith("?") or SUPPOSED.match(sentence):
        return None
    if IF.match(sentence):
        condition, comma, main = sentence.partition(", ")
        if not comma or WOULD.search(main) or PAST.search(condition):
            return None
        return start + len(condition) + len(comma), end
    if inner := INNER_IF.search(sentence):
        return None if WOULD.search(sentence[: inner.start()]) else (start, start + inner.start())
    if (supposed := WOULD_BE.search(sentence)) and not SAID.search(sentence[: supposed.start()]):
        return (start, start + supposed.start()) if supposed.start() > 0 else None
    return start, end
