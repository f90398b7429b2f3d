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
from factcheck.judge.messages import name, topic
from factcheck.judge.possible import impossible
from factcheck.judge.rules.example import Example

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
    held = {side: case.listed(case.ledger.about(side, metric)) for side in (subject, *versus)}
    lacking = [name(side, case.ledger) for side, claims in held.items() if not claims]
    known = " and ".join(f"{claims} of {name(side, case.ledger)}" for side, claims in held.items() if claims)
    if not known:
        return f"{what} cannot be computed, the ledger has nothing on {'either' if len(held) == 2 else 'any of them'}."
    rest = f" and nothing of {' or '.join(lacking)}" if lacking else ", no two of which can be compared"
    return f"{what} cannot be computed, the ledger has {known}{rest}."
