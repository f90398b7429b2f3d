"""A rumour, a quotation or a denial that the ledger contradicts.

## What it checks
The article passes something on: a rumour, what a person said, what is said not to be so. The ledger has it otherwise.

## Why it matters
The article may well report correctly that somebody said so. The reader should still learn that it is not so.

## What to write instead
Keep the statement, and add the figure that holds.

## How it can be wrong
The person may have meant another setting, or may know more than the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge import messages
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC205", "contradicted-hearsay", "warning", "what is passed on is not so")

FIRES = Example(
    article="Acme 1 is rumoured to score 85% on Exam.",
    reads=("{text: 85%, value: 85, unit: percent, modality: rumoured}",),
    ledger=("{value: 58, by: acme}",),
)
QUIET = Example(
    article="Acme 1 is rumoured to score 58% on Exam.",
    reads=("{text: 58%, value: 58, unit: percent, modality: rumoured}",),
    ledger=("{value: 58, by: acme}",),
)

SAYS = {"rumoured": "rumour has {}", "negated": "the article denies {}"}


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict != "contradicted" or case.wrong:
        return
    speaker = case.assertion.speaker or messages.name(case.assertion.by, case.ledger)
    says = SAYS.get(case.assertion.modality, f"{speaker or 'somebody'} is quoted with {{}}").format(case.said)
    held = case.judgement.sum or case.listed(case.differing or case.agreeing)
    yield case.finding(RULE, f"{case.about}: {says}, the ledger has {held}.", case.differing)
