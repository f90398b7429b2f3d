"""A known mistake, repeated.

## What it checks
The article has a figure or date that the ledger lists as refuted: it circulates, and it is wrong.

## Why it matters
Wrong figures travel from article to article. The ledger keeps the story of the mistake, so that it can be told.

## What to write instead
What the note says, or the figure that holds.

## How it can be wrong
The refuted figure may be right of something else that the article means, such as another version or another model.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC103", "refuted-claim", "error", "a known mistake")

FIRES = Example(
    article="Acme 1 was released in late 2025.",
    reads=("{text: late 2025, metric: release-date, value: '2025', interval: [2025-09-01, 2025-12-31], unit: date, kind: date}",),
    ledger=(
        "{metric: release-date, value: 2025-04-05, by: acme}",
        "{metric: release-date, value: [2025-09, 2025-12], status: refuted, note: 'It was announced in April and confused with Acme 2.'}",
    ),
)
QUIET = Example(
    article="Acme 1 was released in April 2025.",
    reads=("{text: April 2025, metric: release-date, value: 2025-04, unit: date, kind: date}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if not case.wrong or case.judgement.ground != "refuted":
        return
    note = next((claim.note.strip() for claim in case.agreeing if claim.note), "")
    right = f"; the ledger has {case.listed(case.differing)}" if case.differing else ""
    message = f"{case.about}: {case.said} is a known mistake{right}."
    yield case.finding(RULE, f"{message} {note}".strip(), case.differing)
