"""What the words beside a figure say of it that no part of an assertion holds: that it is past, independent, for everyone."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.assertion import Assertion
from factcheck.patterns import compile_re

BEFORE, AFTER = 70, 60  # how many characters before and after a figure may be about it
REACH = (60, 90)  # the same of what a superlative is limited to
OF_A_TIME = ("score", "tokens", "price", "speed", "rank", "amount", "availability")  # kinds that change with the time
TO_ALL = (
    "to all",
    "to everyone",
    "for all",
    "for everyone",
    "generally available",
    "general availability",
    "publicly",
    "to the public",
    "anyone",
)
CHANGES = (
    r"(?:up|down|improv|ris|rose|gr[eo]w|fall|fell|dropp?|jump|climb|cut|rais|increas|decreas|reduc|lower|slash|mov|went|go|surg|soar"
    r"|leap|leapt|chang|doubl|tripl|expand|shr[aiu]nk|advanc|slid)(?:e[ds]?|s|ing|ling|d|led|n)?"
)
TESTS = (
    r"(?:tests?|testing|evaluations?|benchmarks?|benchmarking|measurements?|audits?|auditing|reviews?|analys[ei]s|runs?|results?"
    r"|labs?|evaluators?|reviewers?|researchers?|testers?|auditors?)"
)


def to_all(passage: str) -> bool:
    """Whether a passage says of something that it is there for everybody."""
    return any(words in passage.lower() for words in TO_ALL)


def past(assertion: Assertion, passage: str) -> bool:
    """Whether the words beside a figure say that it held once: "previously $4", "down from $4", "$4 at launch".

    A date, and what follows from two figures, is of no time.
    """
    if assertion.kind not in OF_A_TIME:
        return False
    if assertion.conditions.get("variant", "").startswith("before"):  # a column's header
        return True
    before, after = _beside(assertion, passage)
    return bool((_patterns()["past"].search(before)) or _patterns()["past behind"].match(after))


def of_another_time(assertion: Assertion, passage: str) -> bool:
    """Whether a figure may be of another time than the article's others for the thing: it is past, or an amount or a date beside which a
    year, a month or a round stands."""
    dated = assertion.kind == "amount" and _patterns()["time"].search(passage)
    return past(assertion, passage) or bool(dated) or (assertion.kind == "date" and bool(_patterns()["round"].search(passage)))


def independent(assertion: Assertion, passage: str) -> bool:
    """Whether a figure for which nobody is named is said to be measured independently: "independent tests show 40%"."""
    if assertion.by is not None:
        return False
    before, after = _beside(assertion, passage)
    return bool(_patterns()["independent"].search(before) or _patterns()["independent behind"].match(after))


def only_year(passage: str) -> int | None:
    """The year that a passage names, None if it names none or several.

    >>> only_year("In 2024 it lost $5 billion."), only_year("From 2023 to 2024 it lost $5 billion.")
    (2024, None)
    """
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b(?![.,]\d)", passage)}
    return years.pop() if len(years) == 1 else None


def of_some(assertion: Assertion, passage: str) -> bool:
    """Whether the words beside a superlative or rank say that it is the first of some only: "the lowest price in this tier"."""
    before, after = _beside(assertion, passage, REACH)
    return any(_patterns()["of some"].search(words) for words in (before, passage_words(assertion, passage), after))


def at_times(assertion: Assertion, passage: str) -> bool:
    """Whether the words beside a comparison say that it holds in some cases only: "sometimes beats", "behind in some instances"."""
    return any(_patterns()["at times"].search(words) for words in _beside(assertion, passage, REACH))


def passage_words(assertion: Assertion, passage: str) -> str:
    """The assertion's own words in its passage."""
    return passage[assertion.span.start - assertion.passage.start : assertion.span.end - assertion.passage.start]


def _beside(assertion: Assertion, passage: str, reach: tuple[int, int] = (BEFORE, AFTER)) -> tuple[str, str]:
    """The words before and after a figure in its sentence, as far as they may be about it."""
    start, end = assertion.span.start - assertion.passage.start, assertion.span.end - assertion.passage.start
    return passage[max(start - reach[0], 0) : start], passage[end : end + reach[1]]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Made when first asked for: most runs need none of them."""
    patterns = {
        "past": (
            r"(?:\b(?:previously|formerly|originally|initially|used to|at (?:launch|first|the time)|back then|no longer"
            r"|(?:previous|former|old|earlier|original|initial) (?:\w+ ){0,2}(?:was|of|at)"
            r"|once (?:was|were|valued|priced|cost|scored|had|worth))\b"
            rf"|\b{CHANGES}\b(?:(?![.;] ).){{0,60}}\bfrom|\bto [~$€£*]*\d[\d.,]*\S*(?: \w+)? from)"
            r"(?:(?!\b(?:now|today|currently|to|but)\b|[.;] |(?<!year)(?<!month)(?<!week)(?<!quarter)['’]s\b).)*$"
        ),
        "past behind": (
            r"[^.;,\d]{0,20}\b(?:at launch|at first|previously|originally|initially|until (?:then|now|recently)"
            r"|(?:a|one|two|three) (?:year|month)s? (?:ago|earlier))\b"
        ),
        "of some": (
            r"\b(?:among|amongst|excluding|except|apart from|besides|other than)\b"
            r"|\b(?:at|in|for|within|of|from) (?:this|its|their|that|these|those|our|his|her|my|any of)\b"
            r"|\bof (?:all )?(?:the )?(?:two|three|four|five|six|ones|lot|bunch|group|pair|trio|models (?:tested|compared|listed|here))\b"
            r"|\b[\w-]+ (?:tasks?|workloads?|use cases?|workflows?)\b"
            r"|\b(?:tested|compared|listed|reviewed|we tried)\b|\b(?:under|below|up to|over) (?:\$?\d)"
            r"|\b(?!(?:AI|language|large|best|top|new|any|all|other|the|of|every|single)\b)[\w-]+ (?:models?|LLMs?|systems?)\b"
        ),
        "at times": (
            r"\b(?:sometimes|occasionally|often|at times|on occasion|depending on|not always|in places|here and there)\b"
            r"|\b(?:in|on|for|with|under) (?:some|certain|many|several|a few|particular|specific) \w+"
        ),
        "time": (
            r"\b(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
            r"|\b(?:year|month|week|quarter)s?\b|\b(?:round|series [a-k]|seed|tranche|earlier|later|now|so far|to date)\b"
        ),
        "round": r"\b(?:round|series [a-k])\b",
        "independent": (
            rf"(?:(?<!no )(?<!awaits )(?<!awaiting )\bindependent (?:[\w-]+ ){{0,2}}{TESTS}\b"
            r"(?! (?:ha(?:ve|s) (?:not|yet)|(?:is|are) (?:pending|due)))"
            r"|(?<!not )(?<!yet )(?<!be )\bindependently (?:measured|verified|tested|benchmarked|audited|confirmed|evaluated))"
            r"(?:(?!\b(?:but|while|whereas|although|though|against|versus|than|own|claim\w*)\b|\d ?%|[.;] ).)*$"
        ),
        "independent behind": (
            rf"[^.;,\d]{{0,12}}\b(?:in|by|under|from) (?:\w+ )?independent (?:[\w-]+ ){{0,2}}{TESTS}\b"
            r"|[^.;,\d]{0,25}\b(?:was|were|is|has been|have been)(?: since| now| also)? independently (?:measured|verified|confirmed)\b"
        ),
    }
    return {name: compile_re(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in patterns.items()}
