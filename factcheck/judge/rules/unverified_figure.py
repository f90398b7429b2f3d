"""A figure that the ledger knows nothing comparable for.

## What it checks
Subject and metric are known, and the ledger has no claim that could bear the figure out or contradict it. So are figures that no
claim has but that were probably meant for something else: the sentence has the ledger's figure as well, or names another metric
whose figure it is. Of a ratio, a difference or a comparison the message says which side the ledger lacks.

## Why it matters
Nobody has sourced it yet. It may be right.

## What to write instead
Nothing, or the source. A claim added to the ledger settles it for next time.

## How it can be wrong
The claim may be in the ledger under another metric, another condition or another evaluator: `--why` shows what was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.derived import DERIVED
from factcheck.judge.messages import name, several, topic
from factcheck.judge.possible import impossible
from factcheck.judge.rules.example import Example
from factcheck.judge.standing import standing
from factcheck.ledger.model import Claim

RULE = Rule("FC301", "unverified-figure", "info", "the ledger has nothing comparable")

FIRES = Example(
    article="Acme 2 scores 61% on Exam.",
    reads=("{text: 61%, subject: acme-2, value: 61, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)
QUIET = Example(
    article="Acme 1 scores 52% on Exam.",
    reads=("{text: 52%, value: 52, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict != "unverified" or not case.assertion.subject or not case.assertion.metric:
        return
    if impossible(case.assertion, case.ledger):
        return  # FC402 says more
    if case.assertion.kind in DERIVED:
        yield case.finding(RULE, _not_computed(case))
        return
    others = case.ledger.about(case.assertion.subject, case.assertion.metric)
    if case.judgement.ground == "doubtful":
        why = f"was probably meant for something else; the ledger has {case.listed(others)}"
    else:
        held = f"nothing comparable, only {case.listed(others)}" if others else "nothing on it"
        why = f"cannot be checked, the ledger has {held}"
    yield case.finding(RULE, f"{case.about}: {case.said} {why}.")


def _not_computed(case: Case) -> str:
    """What a sum or comparison is made of, and what of that the ledger lacks."""
    subject, metric, versus = case.assertion.subject or "", case.assertion.metric or "", case.assertion.versus
    what = f"{topic(subject, metric, case.ledger, *versus)}: {case.said}"
    if not versus:
        return f"{what} cannot be computed, the article does not say against what."
    held = {side: case.listed(_in_force(case, side, metric)) for side in (subject, *versus)}
    lacking = [name(side, case.ledger) for side, claims in held.items() if not claims]
    if case.judgement.sum:
        return f"{what} may be meant of other cases; the ledger's figures give {case.judgement.sum}."
    if not lacking:
        return f"{what} cannot be computed, the ledger has no figures of them that were taken alike."
    nothing = "nothing in force" if any(case.ledger.about(side, metric) for side in held if not held[side]) else "nothing"
    if len(lacking) == len(held):
        return f"{what} cannot be computed, the ledger has {nothing} on {'either' if len(held) == 2 else 'any of them'}."
    known = several([f"{claims} of {name(side, case.ledger)}" for side, claims in held.items() if claims])
    return f"{what} cannot be computed, the ledger has {known} and {nothing} of {several(lacking, 'or')}."


def _in_force(case: Case, subject: str, metric: str) -> tuple[Claim, ...]:
    family = case.ledger.about(subject, metric)
    return tuple(claim for claim in family if standing(claim, family, case.day) == "current")
