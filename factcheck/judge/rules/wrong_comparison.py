"""Ahead of what it is behind of.

## What it checks
The article says that one subject beats, trails, costs less or has more than another. The ledger has both figures, taken under
like conditions, and every pair of them says the contrary. Where it says "second only to", nobody else may be ahead either.

## Why it matters
A comparison turned round is worse than a wrong digit, and no search for the figure finds it.

## What to write instead
The comparison the other way round, or both figures.

## How it can be wrong
The article may compare under a condition that it does not name. Where lower is better, only prices are judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.messages import described, name
from factcheck.judge.rules.example import Example

RULE = Rule("FC107", "wrong-comparison", "error", "the figures say the contrary")

FIRES = Example(
    article="Acme 1 beats Bolt 3 on Exam.",
    reads=("{text: beats, value: null, unit: percent, op: '>', kind: comparison, versus: bolt-3}",),
    ledger=("{value: 52, by: gauge}", "{subject: bolt-3, value: 57, by: gauge}"),
)
QUIET = Example(
    article="Acme 1 trails Bolt 3 on Exam.",
    reads=("{text: trails, value: null, unit: percent, op: '<', kind: comparison, versus: bolt-3}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.assertion.kind != "comparison":
        return
    ours, theirs, *_ = case.differing
    if theirs.subject not in case.assertion.versus:
        yield case.finding(RULE, f'{case.about}: "{case.assertion.text}" does not hold; {case.judgement.sum}.')
        return
    sides = " against ".join(f"{name(claim.subject, case.ledger)} {described(claim, case.ledger)}" for claim in (ours, theirs))
    yield case.finding(RULE, f'{case.about}: "{case.assertion.text}" is the wrong way round: {sides}.')
