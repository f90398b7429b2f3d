"""A figure that no source has.

## What it checks
The ledger has figures for this subject and metric under conditions the article does not exclude, and none of them is the
article's: not equal, not the same after rounding, not within its hedge, bound or range.

## Why it matters
This is the plain mistake: a typing slip, a figure from the neighbouring column, the neighbouring benchmark or the older model.
Where the figure is found elsewhere in the ledger, the message says whose it is.

## What to write instead
The ledger's figure, with the condition that goes with it, or the article's with a source that the ledger lacks: then add the
claim to the ledger.

## How it can be wrong
The ledger may lack a newer or better measurement, or the figure may have been tied to the wrong subject: `--why` shows both.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.neighbours import explanation
from factcheck.judge.possible import impossible
from factcheck.judge.rules.example import Example

RULE = Rule("FC101", "value-mismatch", "error", "no source has this figure")

FIRES = Example(
    article="Acme 1 scores 85% on Exam.",
    reads=("{text: 85%, value: 85, unit: percent}",),
    ledger=("{value: 58, conditions: {mode: long}, by: acme}", "{value: 39.9, by: gauge}"),
)
QUIET = Example(
    article="Acme 1 scores 40% on Exam, as Gauge Lab measured.",
    reads=("{text: 40%, value: 40, unit: percent, by: gauge}",),
    ledger=("{value: 39.9, by: gauge}",),
)

OTHER_RULES = ("date", "availability", "rank")


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.judgement.ground != "figure" or case.assertion.kind in OTHER_RULES:
        return
    if impossible(case.assertion, case.ledger):
        return
    origin = explanation(case.assertion, case.differing, case.ledger, case.day)
    message = f"{case.about}: {case.said} is in no source; the ledger has {case.listed(case.differing)}."
    yield case.finding(RULE, f"{message} {origin}".strip(), case.differing)
