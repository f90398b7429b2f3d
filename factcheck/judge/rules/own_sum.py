"""A ratio, difference or comparison that the article's own figures contradict.

## What it checks
The ledger cannot tell, but the article itself has both sides under like conditions, and they do not give what it says of them:
"doubling" for 52 against 18, "ahead of" for the smaller figure. A change over time without another side is held against the two figures
of its sentence: "from 18 to 52, doubling".

## Why it matters
It needs no source to see that one of the three is wrong.

## What to write instead
What the sum in the message comes to, or the right figures.

## How it can be wrong
The statement may be about other figures than those that were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Related, Rule
from factcheck.judge.case import Case
from factcheck.judge.derived import DERIVED
from factcheck.judge.itself import recomputed
from factcheck.judge.messages import name, said
from factcheck.judge.rules.example import Example

RULE = Rule("FC403", "own-sum", "warning", "the article's own figures say otherwise")

FIRES = Example(
    article="Acme 1 has 52% on Exam, doubling the 18% of Bolt 3.",
    reads=(
        "{text: 52%, value: 52, unit: percent}",
        "{text: 18%, value: 18, unit: percent, subject: bolt-3}",
        "{text: doubling, value: 2, unit: ratio, kind: ratio, versus: bolt-3, direction: more}",
    ),
    ledger=(),
)
QUIET = Example(
    article="Acme 1 has 52% on Exam, nearly tripling the 18% of Bolt 3.",
    reads=(
        "{text: 52%, value: 52, unit: percent}",
        "{text: 18%, value: 18, unit: percent, subject: bolt-3}",
        "{text: nearly tripling, value: 3, unit: ratio, op: '~', hedge: nearly, kind: ratio, versus: bolt-3, direction: more}",
    ),
    ledger=(),
)


def check(case: Case) -> Iterator[Finding]:
    if case.assertion.kind not in DERIVED or case.judgement.verdict != "unverified" or case.assertion.modality != "stated":
        return
    if contrary := recomputed(case.assertion, case.article, case.ledger, case.day):
        computed, sides = contrary
        places = tuple(Related(side.span, f"{name(side.subject, case.ledger)}: {said(side)}") for side in sides)
        message = f'{case.about}: "{case.assertion.text}" does not fit the article\'s own figures: {computed}.'
        yield case.finding(RULE, message, related=places)
