"""Available, but not without limits.

## What it checks
The article says that something is available or not, and the ledger has it available with limits: a preview, a waitlist, some
countries, some users. Or the article has it announced only, and by the ledger it is there.

## Why it matters
Readers who try and are turned away remember it.

## What to write instead
The limit.

## How it can be wrong
The limit may be said in a sentence nearby, or may have fallen since.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.availability_mismatch import SAYS, ledger_says
from factcheck.judge.rules.example import Example

RULE = Rule("FC207", "limits-unsaid", "warning", "availability has limits the article does not say")

FIRES = Example(
    article="Acme 1 is available over an API.",
    reads=("{text: available, metric: api-access, value: available, unit: status, kind: availability}",),
    ledger=("{metric: api-access, value: limited, by: acme}",),
)
QUIET = Example(
    article="Acme 1 is in preview over an API.",
    reads=("{text: in preview, metric: api-access, value: limited, unit: status, kind: availability}",),
    ledger=("{metric: api-access, value: limited, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict != "supported" or case.judgement.ground != "qualified" or case.assertion.modality != "stated":
        return
    held = str(case.agreeing[0].value)
    stated = SAYS.get(str(case.assertion.value), str(case.assertion.value))
    message = f"{case.about}: the article says {stated}, by the ledger it is {ledger_says(case, case.agreeing)}."
    yield case.finding(RULE, message, suggestion=SAYS.get(held))
