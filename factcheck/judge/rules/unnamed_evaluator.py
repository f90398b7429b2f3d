"""A figure that does not say who measured it, where evaluators differ.

## What it checks
A source has the figure, and all that differs from it was measured by somebody else.

## Why it matters
A maker's own figure without the maker's name reads like an independent one.

## What to write instead
The figure with the name of who measured it.

## How it can be wrong
The evaluator may be named in a part of the article that was not tied to the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge import messages
from factcheck.judge.case import Case
from factcheck.judge.itself import gives
from factcheck.judge.rules.example import Example
from factcheck.ledger.weight import credited, same_house

RULE = Rule("FC204", "unnamed-evaluator", "warning", "evaluators differ and none is named")

FIRES = Example(
    article="Acme 1 scores 42.8% on Exam.",
    reads=("{text: 42.8%, value: 42.8, unit: percent}",),
    ledger=("{value: 42.8, by: acme}", "{value: 39.9, by: gauge}"),
)
QUIET = Example(
    article="Acme reports 42.8% for Acme 1 on Exam.",
    reads=("{text: 42.8%, value: 42.8, unit: percent, by: acme}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if only_evaluators_differ(case) and not gives(case.told_apart, case.differing):
        own = [claim for claim in case.agreeing if same_house(credited(claim, case.ledger), claim.subject, case.ledger)]
        told = own or list(case.agreeing)
        owners = " and ".join(dict.fromkeys(messages.name(credited(claim, case.ledger), case.ledger) for claim in told))
        whose = f"{owners}, the maker" if own else owners
        message = f"{case.about}: {case.said} is the figure of {whose}; others measured {case.listed(case.differing)}."
        yield case.finding(RULE, message, suggestion=case.qualified(told[0]))


def only_evaluators_differ(case: Case) -> bool:
    """Whether a disputed figure is disputed by other evaluators alone."""
    if case.judgement.verdict != "disputed" or case.judgement.ground != "open" or case.assertion.by or case.assertion.modality == "negated":
        return False
    own = {credited(claim, case.ledger) for claim in case.agreeing}
    rivals = {credited(claim, case.ledger) for claim in case.differing}
    return None not in own | rivals and not own & rivals
