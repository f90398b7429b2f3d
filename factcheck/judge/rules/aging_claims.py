"""A subject on which the ledger has grown old.

## What it checks
The newest claim on a subject of the article is older than a year as of the article's day, or the ledger knows a newer version of a
metric than the one it has the subject's figures of. It is said once for a subject, at its first figure that this holds of.

## Why it matters
What was right a year ago may have been superseded without anybody having entered it: a verdict is as fresh as the claims it rests on.

## What to write instead
Nothing in the article. Look whether there are newer figures, and add them to the ledger: `factcheck review` lists what is worth
another look.

## How it can be wrong
Of a model that is no longer sold or measured nothing new may be said, and an old version of a test may be the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules.example import Example
from factcheck.ledger.model import Ledger
from factcheck.values import Dates
from factcheck.wording import date_text

RULE = Rule("FC303", "aging-claims", "info", "the ledger's newest claim is old, or of an old version")
YEAR = timedelta(days=365)

FIRES = Example(
    article="Acme 1 scores 52% on Exam.",
    reads=("{text: 52%, value: 52, unit: percent}",),
    ledger=("{value: 52, by: acme, as_of: 2025-02-01}",),
)
QUIET = Example(
    article="Acme 1 scores 52% on Exam.",
    reads=("{text: 52%, value: 52, unit: percent}",),
    ledger=("{value: 52, by: acme, as_of: 2025-02-01}", "{value: 51.9, by: gauge, as_of: 2025-06-01}"),
)


def check(case: Case) -> Iterator[Finding]:
    read = case.assertion
    reason = _reason(read, case.ledger, case.day)
    if reason and not any(_reason(other, case.ledger, case.day) for other in _before(case)):
        yield case.finding(RULE, reason)


def _before(case: Case) -> Iterator[Assertion]:
    """The article's assertions on the same subject that come before this one."""
    for other in case.article:
        if other is case.assertion:
            return
        if other.subject == case.assertion.subject:
            yield other


def _reason(read: Assertion, ledger: Ledger, day: date) -> str:
    """Why what the ledger has on an assertion's subject is old, empty if it is not."""
    if not read.subject:
        return ""
    newest = ledger.newest_on(read.subject)
    if newest and newest + YEAR < day:
        return f"{_name(read.subject, ledger)}: the newest claim on it is of {_day(newest)}, more than a year old."
    if not read.metric:
        return ""
    known = {version: since for version, since in ledger.versions(read.metric).items() if since is None or since <= day}
    held = {claim.conditions["version"] for claim in ledger.about(read.subject, read.metric) if "version" in claim.conditions}
    if not held or not all(map(_order, held)):
        return ""
    last = max(held, key=_order)
    newer = max((version for version in known if _order(version) > _order(last)), key=_order, default=None)
    if newer is None:
        return ""
    metric = ledger.metrics[read.metric].name
    return f"{_name(read.subject, ledger)}, {metric}: the ledger has version {last} at most, but knows of version {newer}."


def _order(version: str) -> tuple[int, ...]:
    """Numbers to compare versions by, none for what is no number."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


def _name(subject: str, ledger: Ledger) -> str:
    return ledger.subjects[subject].name if subject in ledger.subjects else subject


def _day(day: date) -> str:
    return date_text(Dates(day, day, day.isoformat()))
