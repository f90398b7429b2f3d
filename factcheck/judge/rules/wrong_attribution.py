"""A figure credited to somebody who measured another.

## What it checks
The article says who measured, or that it was measured independently. The ledger has a figure by that evaluator, or by any
that is not the maker, and it differs; the article's figure is somebody else's.

## Why it matters
A maker's own figure passed off as independent is the mistake that costs most trust. Settings differ, prompts differ, and
the maker chooses both.

## What to write instead
The figure with the name of who measured it, or the named evaluator's own figure.

## How it can be wrong
The evaluator may have published a second figure that the ledger lacks, or may only have passed the maker's on.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge import messages
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example
from factcheck.ledger.weight import credited

RULE = Rule("FC102", "wrong-attribution", "error", "somebody else measured this figure")

FIRES = Example(
    article="Gauge Lab measured 58% for Acme 1 on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, by: gauge}",),
    ledger=("{value: 58, by: acme}", "{value: 39.9, by: gauge}"),
)
QUIET = Example(
    article="Acme reports 58% for Acme 1 on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, by: acme}",),
    ledger=("{value: 58, by: acme}", "{value: 39.9, by: gauge}"),
)


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.judgement.ground != "evaluator":
        return
    owner = messages.name(credited(case.agreeing[0], case.ledger), case.ledger)
    named, held = messages.name(case.assertion.by, case.ledger), case.listed(case.differing)
    contrary = f"not of {named}, which has {held}" if named else f"not an independent one; the ledger has {held}"
    message = f"{case.about}: {case.said} is the figure of {owner}, {contrary}."
    yield case.finding(RULE, message, case.agreeing[:1] + case.differing[:1])
