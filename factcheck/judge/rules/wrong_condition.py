"""The right figure under the wrong condition.

## What it checks
The article names a mode, an effort, tools, a version, a tier, a number of attempts, or the date of an amount. The ledger has its
figure, but under another one, and under the one that is named it has something else.

## Why it matters
With tools or without, in one mode or the other: the same model differs from itself by more than from its rivals.

## What to write instead
The figure with its own condition, or the named condition with its own figure.

## How it can be wrong
The condition may belong to another figure of the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge import messages
from factcheck.judge.case import Case
from factcheck.judge.conditions import contradiction
from factcheck.judge.rules.example import Example
from factcheck.ledger.conditions import normalised

RULE = Rule("FC109", "wrong-condition", "error", "the figure holds under another condition")

FIRES = Example(
    article="Acme 1 scores 50.4% on Exam without tools.",
    reads=("{text: 50.4%, value: 50.4, unit: percent, conditions: {tools: without}}",),
    ledger=("{value: 50.4, conditions: {tools: with}, by: acme}", "{value: 42.8, conditions: {tools: without}, by: acme}"),
)
QUIET = Example(
    article="Acme 1 scores 50.4% on Exam with tools.",
    reads=("{text: 50.4%, value: 50.4, unit: percent, conditions: {tools: with}}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.judgement.ground != "condition":
        return
    stated = normalised(case.assertion.conditions)
    key = next((k for claim in case.agreeing if (k := contradiction(stated, claim.conditions))), "variant")
    if key not in stated:
        held = case.listed(case.differing)
        message = f"{case.about}: {case.listed(case.agreeing)} is right, but for the date that the article names the ledger has {held}."
        yield case.finding(RULE, message, case.differing)
        return
    named = messages.under({key: stated[key]})
    message = f"{case.about}: {case.said} is {case.settings(case.agreeing)}; {named} the ledger has {case.listed(case.differing)}."
    yield case.finding(RULE, message, case.agreeing[:1] + case.differing[:1])
