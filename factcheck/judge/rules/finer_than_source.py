"""More exact than any source.

## What it checks
The article's figure rounds to the ledger's but has more digits, or it gives a day where the ledger has a month, or one figure of
a range.

## Why it matters
The extra digits come from somewhere: another measurement, a chart read by eye, a slip.

## What to write instead
The figure as the source has it, or the source that is more exact.

## How it can be wrong
The ledger may hold a rounded figure where the source has more digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC203", "finer-than-source", "warning", "more digits than any source has")

FIRES = Example(
    article="Acme 1 scores 52.1% on Exam.",
    reads=("{text: 52.1%, value: 52.1, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)
QUIET = Example(
    article="Acme 1 scores 52.0% on Exam.",
    reads=("{text: 52.0%, value: 52, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict == "supported" and case.judgement.ground == "finer" and case.assertion.modality == "stated":
        message = f"{case.about}: {case.said} is more exact than any source; the ledger has {case.listed(case.agreeing)}."
        yield case.finding(RULE, message, case.agreeing)
