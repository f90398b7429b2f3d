"""The date that a sentence gives for one of its figures: "by July 2025 it had 40 million"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from factcheck.extract.assertion import Assertion
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import find_dates
from factcheck.judge.beside import OF_A_TIME
from factcheck.judge.comparable import as_of
from factcheck.patterns import compile_re
from factcheck.values import Dates


def own_date(assertion: Assertion, passage: str, day: date) -> Dates | None:
    """The date of a figure that changes with the time, before the day or after it: one that leads its sentence, of the past told in the
    past, or that follows the figure in its clause. What happened on a date ("released in May") or began on it ("since May") gives none.
    """
    if assertion.kind not in OF_A_TIME:
        return None
    start, end = assertion.span.start - assertion.passage.start, assertion.span.end - assertion.passage.start
    patterns = _patterns()
    for mention in find_dates(passage, Known(day=day)):
        ahead = mention.value.first > day
        if mention.value.last >= day and not ahead:
            continue
        leads = mention.end <= start and patterns["lead"].fullmatch(passage, 0, mention.start)
        if leads and (ahead or not patterns["present"].search(passage, mention.end, start)):
            return mention.value
        behind = end <= mention.start and patterns["same clause"].fullmatch(passage, end, mention.start)
        if behind and not patterns["event"].search(passage, end, mention.start):
            return None if ahead and patterns["until"].search(passage, end, mention.start) else mention.value
    return None


def stated_date(assertion: Assertion, passage: str, day: date) -> Dates | None:
    """The date that was read as a figure's condition, as exact as the passage has it: "as of mid-2025" is no year."""
    stated = as_of(assertion)
    if stated is None:
        return None
    exact = [mention.value for mention in find_dates(passage, Known(day=day)) if mention.value.written == stated.written]
    return exact[0] if len(exact) == 1 else stated


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Made when first asked for: most runs need none of them."""
    patterns = {
        "event": (
            r"\b(?:since|after|before|from|than|of|announced|launched|released|unveiled|founded|introduced|open-sourced|acquired|bought"
            r"|filed|shipped|debuted|published|trained|updated|retired|started|began)(?: (?:in|on|by|at|as of))?(?: the)? $"
        ),
        "until": r"\b(?:until|till|through)(?: the)?(?: end of)? $",
        "lead": (
            r"\W*(?:(?:but|and|so|yet|still|also|back|even|already) )*"
            r"(?:(?:by|in|at|on|as of|as at|during|around|through|for|from|starting|beginning)(?: (?:in|on|from))?(?: the)?(?: end of)? )?"
            r"|\W*when (?:\w+ ){1,6}(?:in|on) "
        ),
        "present": r"\b(?:is|are|has|have|costs|scores|stands|offers|serves|remains?|now|today|currently|still|since)\b|[.;:!?] ",
        "same clause": (
            r"(?:(?!\b(?:and|but|while|whereas|which|who|that|when|after|before|since|than|from|to|for|with|versus|against)\b)[^.;:()!?\d]){0,60}"
        ),
    }
    return {name: compile_re(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
