"""A figure that cannot be.

## What it checks
The figure lies outside the range of values its metric can have at all: 120% of a test, a negative price.

## Why it matters
It needs no source to see that it is wrong: a slip, a wrong unit, or another metric.

## What to write instead
The figure from the source.

## How it can be wrong
The range in the ledger may be too narrow, or the figure may be meant of another metric.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.possible import impossible
from factcheck.judge.rules.example import Example
from factcheck.values import number
from factcheck.wording import value_text

RULE = Rule("FC402", "impossible-value", "error", "the metric cannot have this value")

FIRES = Example(
    article="Acme 1 scores 120% on Exam.",
    reads=("{text: 120%, value: 120, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)
QUIET = Example(
    article="Acme 1 scores 100% on Exam.",
    reads=("{text: 100%, value: 100, unit: percent}",),
    ledger=(),
)


def check(case: Case) -> Iterator[Finding]:
    if case.assertion.modality != "stated" or not (limits := impossible(case.assertion, case.ledger)):
        return
    metric = case.ledger.metrics[case.assertion.metric or ""]
    low, high = (value_text(number(f"{limit:g}"), metric.unit) for limit in limits)
    held = f" The ledger has {case.listed(case.differing)}." if case.differing else ""
    yield case.finding(RULE, f"{case.about}: {case.said} is impossible, values go from {low} to {high}.{held}", case.differing)
