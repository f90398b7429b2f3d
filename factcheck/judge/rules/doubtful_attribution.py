"""A figure credited to somebody who is not known to have measured it.

## What it checks
The article says who measured. The ledger has the figure from somebody else, and nothing that would show the one who is named to
have measured otherwise than by this figure; or it has, but the article names that one only in another paragraph, item or table.

## Why it matters
Evaluators quote makers and makers quote evaluators: the figure is right, its owner may not be.

## What to write instead
The figure with the name of who measured it.

## How it can be wrong
Both may have measured the same, and the ledger have only one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge import messages
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC206", "doubtful-attribution", "warning", "the ledger has this figure from somebody else")

FIRES = Example(
    article="Gauge Lab measured 58% for Acme 1 on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, by: gauge}",),
    ledger=("{value: 58, by: acme}",),
)
QUIET = Example(
    article="The Daily reports 58% for Acme 1 on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, by: daily}",),
    ledger=("{value: 58, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict == "disputed" and case.judgement.ground == "evaluator":
        named = messages.name(case.assertion.by, case.ledger) or "independent tests"
        message = f"{case.about}: the article credits {case.said} to {named}, the ledger has {case.listed(case.agreeing)}."
        yield case.finding(RULE, message, case.agreeing[:1])
