"""A figure that needs its qualifier.

## What it checks
A source has the figure, and other figures for the same subject and metric differ under conditions that the article leaves
open: another mode, tools or none, another effort, version, evaluator.

## Why it matters
All of them are true of something. Without the qualifier the reader compares what cannot be compared.

## What to write instead
The figure with the words that tell it from the others.

## How it can be wrong
The qualifier may stand in the article where it was not read, in a footnote or a picture.

A difference needs no warning where an agreeing figure of the same evaluator is the one marked `headline` and the article names no
mode, effort, tools or variant but the headline's own; where a score or speed of ten or more is less than half a unit away; or
where the figure stands in a table that has the others as well, so that its columns tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.itself import gives
from factcheck.judge.rules.example import Example
from factcheck.judge.rules.unnamed_evaluator import only_evaluators_differ
from factcheck.ledger.model import Claim
from factcheck.values import Number
from factcheck.wording import conditions_text

RULE = Rule("FC201", "disputed-value", "warning", "others differ under conditions left open")

FIRES = Example(
    article="Acme 1 scores 58% on Exam.",
    reads=("{text: 58%, value: 58, unit: percent}",),
    ledger=("{value: 58, conditions: {mode: long}, by: acme}", "{value: 42.8, conditions: {tools: without}, by: acme}"),
)
QUIET = Example(
    article="In long mode Acme 1 scores 58% on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, conditions: {mode: long}}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if (
        case.judgement.verdict != "disputed"
        or case.judgement.ground not in ("open", "elsewhere", "derived")
        or only_evaluators_differ(case)
    ):
        return
    if case.judgement.ground == "derived":
        settings = [text for claim in (*case.agreeing, *case.differing) if (text := conditions_text(claim.conditions))]
        named = f" The settings are {', '.join(dict.fromkeys(settings))}: say which." if len(set(settings)) > 1 else ""
        yield case.finding(RULE, f'{case.about}: "{case.assertion.text}" depends on the setting: {case.judgement.sum}.{named}')
        return
    if gives(case.told_apart, case.differing):
        return
    if case.assertion.modality == "negated":
        yield case.finding(RULE, f"{case.about}: the article denies {case.said}, which is {case.settings(case.differing)}.")
        return
    rest = "the ledger also has" if case.judgement.ground == "open" else "for what the article names the ledger has"
    exact = _exact(case)
    others = tuple(claim for claim in (*case.agreeing, *case.differing) if claim not in exact)
    message = f"{case.about}: {case.said} is {case.settings(exact)}; {rest} {case.listed(others)}."
    yield case.finding(RULE, message, suggestion=case.qualified(case.agreeing[0]))


def _exact(case: Case) -> tuple[Claim, ...]:
    """The claims that have the very figure; those that only round to it where none has."""
    value = case.assertion.value
    same = tuple(c for c in case.agreeing if isinstance(c.value, Number) and isinstance(value, Number) and c.value.value == value.value)
    return same or case.agreeing
