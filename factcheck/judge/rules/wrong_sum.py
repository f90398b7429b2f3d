"""A ratio or a difference that does not compute.

## What it checks
"Nearly tripling", "12 points ahead of", "half the price": the ledger has both figures, taken under like conditions, and no pair
of them gives the article's ratio or difference, however they were rounded.

## Why it matters
Sums are made in a hurry, and readers remember "three times" better than either figure.

## What to write instead
What the sum in the message comes to.

## How it can be wrong
The article may compute from figures under a condition that it does not name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC108", "wrong-sum", "error", "the figures give another ratio or difference")

FIRES = Example(
    article="With 52 points Acme 1 is doubling the 18 of Bolt 3 on Exam.",
    reads=("{text: doubling, value: 2, unit: ratio, kind: ratio, versus: bolt-3, direction: more}",),
    ledger=("{value: 52, by: gauge}", "{subject: bolt-3, value: 18, by: gauge}"),
)
QUIET = Example(
    article="With 52 points Acme 1 is nearly tripling the 18 of Bolt 3 on Exam.",
    reads=("{text: nearly tripling, value: 3, unit: ratio, op: '~', hedge: nearly, kind: ratio, versus: bolt-3, direction: more}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if case.wrong and case.assertion.kind in ("ratio", "difference"):
        yield case.finding(RULE, f'{case.about}: "{case.assertion.text}" does not compute: {case.judgement.sum}.')
