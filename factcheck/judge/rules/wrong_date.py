"""A date that no source has.

## What it checks
A release, an announcement or a cut-off is dated, and none of the days that the wording can mean is a day the ledger has. A
month holds its days, "late 2025" the last four months, "as early as March" all days from the first of March.

## Why it matters
A wrong month puts a model before its rival or after its predecessor.

## What to write instead
The ledger's date, or a vaguer one that holds it.

## How it can be wrong
Announcement, preview and release are different days: the ledger may mean another of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.neighbours import explanation
from factcheck.judge.rules.example import Example

RULE = Rule("FC105", "wrong-date", "error", "no source has this date")

FIRES = Example(
    article="Acme 1 was released in September 2025.",
    reads=("{text: September 2025, metric: release-date, value: 2025-09, unit: date, kind: date}",),
    ledger=("{metric: release-date, value: 2025-04-05, by: acme}",),
)
QUIET = Example(
    article="Acme 1 was released in April 2025.",
    reads=("{text: April 2025, metric: release-date, value: 2025-04, unit: date, kind: date}",),
    ledger=("{metric: release-date, value: 2025-04-05, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    if case.wrong and case.assertion.kind == "date" and case.judgement.ground == "figure":
        message = f"{case.about}: the article says {case.said}, the ledger has {case.listed(case.differing)}."
        origin = explanation(case.assertion, case.differing, case.ledger, case.day)
        yield case.finding(RULE, f"{message} {origin}".strip(), case.differing)
