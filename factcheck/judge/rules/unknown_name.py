"""A model or benchmark that the vocabulary lacks.

## What it checks
A figure was read whose subject or metric has a name, but none that the ledger knows.

## Why it matters
What has no name in the ledger cannot be checked, and is not seen in any count of what was.

## What to write instead
Nothing in the article: one line in the ledger's vocabulary makes the name known.

## How it can be wrong
The name may be an unusual spelling of a known one: add it as an alias.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example

RULE = Rule("FC302", "unknown-name", "info", "the vocabulary lacks this name")

FIRES = Example(
    article="Acme 1 scores 71.3% on Quuxbench.",
    reads=("{text: 71.3%, metric: null, metric_text: Quuxbench, value: 71.3, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)
QUIET = Example(
    article="Acme 1 scores 52% on Exam.",
    reads=("{text: 52%, value: 52, unit: percent}",),
    ledger=("{value: 52, by: acme}",),
)


def check(case: Case) -> Iterator[Finding]:
    read = case.assertion
    unknown = [text for known, text in ((read.subject, read.subject_text), (read.metric, read.metric_text)) if not known and text]
    if unknown:
        names = " and ".join(f'"{text}"' for text in unknown)
        yield case.finding(RULE, f"{read.text}: the vocabulary has no {names}, so the figure cannot be checked.")
