"""Available, or not, or not yet.

## What it checks
The article says that something is available (open weights, an API, an app, free access) and the ledger says that it is
unavailable or only planned, or the other way round; or the article says "to all", "generally" or "publicly" where access is
limited.

## Why it matters
"Available" for "planned" is the commonest way a launch is oversold.

## What to write instead
What holds on the day: announced, in preview, for some users, in some countries.

## How it can be wrong
Availability changes from one day to the next: a ledger that was not updated is wrong about today. Products differ too: an app
is no API.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example
from factcheck.ledger.model import Claim

RULE = Rule("FC104", "availability-mismatch", "error", "availability is not as stated")

FIRES = Example(
    article="Acme 1 comes with open weights.",
    reads=("{text: open weights, metric: open-weights, value: available, unit: status, kind: availability}",),
    ledger=("{metric: open-weights, value: planned, by: acme}",),
)
QUIET = Example(
    article="The weights of Acme 1 are not open.",
    reads=("{text: not open, metric: open-weights, value: unavailable, unit: status, kind: availability}",),
    ledger=("{metric: open-weights, value: planned, by: acme}",),
)

SAYS = {
    "available": "available",
    "unavailable": "not available",
    "limited": "available with limits",
    "planned": "announced, not available yet",
}


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.assertion.kind != "availability" or case.judgement.ground in ("refuted", "condition"):
        return
    held = str(case.differing[0].value)
    stated = SAYS.get(str(case.assertion.value), str(case.assertion.value))
    message = f"{case.about}: the article says {stated}, by the ledger it is {ledger_says(case, case.differing)}."
    yield case.finding(RULE, message, suggestion=SAYS.get(held))


def ledger_says(case: Case, claims: tuple[Claim, ...]) -> str:
    """How it is by the ledger, in words: "not available: unavailable (Acme)", "available (as of 9 April 2026; Acme)"."""
    held = str(claims[0].value)
    words = SAYS.get(held, held)
    return f"{words}{case.whose(claims[0])}" if words == held else f"{words}: {case.listed(claims)}"
