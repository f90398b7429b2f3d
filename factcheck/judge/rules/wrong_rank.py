"""A place in a ranking that is not so.

## What it checks
The article gives a rank ("second", "top 5", "leads"). The ledger has another rank for the same list; or the list is one of its
metrics, and as many others as would be needed to push the subject out of that place are ahead of it, with figures of the same
evaluator, under the same conditions, published by the day.

## Why it matters
Rankings are copied from announcements that leave rivals out.

## What to write instead
The rank with its list and its date, or the figure and the ones above it.

## How it can be wrong
Rankings move. A list restricted to open models or small ones is not the list of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC106", "wrong-rank", "error", "the ranking says otherwise")

FIRES = Example(
    article="Acme 1 leads Exam.",
    reads=("{text: leads, metric: rank, value: 1, unit: rank, kind: rank, conditions: {variant: exam}}",),
    ledger=("{value: 52, by: gauge}", "{subject: bolt-3, value: 57, by: gauge}"),
)
QUIET = Example(
    article="Acme 1 is second on Exam.",
    reads=("{text: second, metric: rank, value: 2, unit: rank, kind: rank, conditions: {variant: exam}}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.assertion.kind != "rank":
        return
    if case.judgement.ground == "derived":
        yield case.finding(RULE, f'{case.about}: "{case.assertion.text}" does not hold; {case.judgement.sum}.')
    elif case.judgement.ground == "figure":
        message = f"{case.about}: the article says {case.said}, the ledger has {case.listed(case.differing)}."
        yield case.finding(RULE, message, case.differing)
