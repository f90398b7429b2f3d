"""A figure that was right once.

## What it checks
Only a claim that is superseded, ended or withdrawn on the article's day has the figure: an old price, an old version of an
index, a lead that was lost.

## Why it matters
Old figures live on in articles that were copied from older ones.

## What to write instead
What holds now, or the date of the old figure ("as of March").

## How it can be wrong
An article about the past means the past: give its date in the front matter or with `--as-of`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.messages import details, figure
from factcheck.judge.rules.example import Example
from factcheck.wording import date_text

RULE = Rule("FC202", "outdated-value", "warning", "the figure held once and no longer does")

FIRES = Example(
    article="Acme 1 scores 47% on Exam.",
    reads=("{text: 47%, value: 47, unit: percent}",),
    ledger=("{value: 47, by: gauge, as_of: 2025-11-02}", "{value: 52, by: gauge, as_of: 2026-03-01}"),
)
QUIET = Example(
    article="In December 2025 Acme 1 scored 47% on Exam.",
    reads=("{text: 47%, value: 47, unit: percent, conditions: {as_of: 2025-12}}",),
    ledger=FIRES.ledger,
)


def check(case: Case) -> Iterator[Finding]:
    if case.judgement.verdict != "outdated":
        return
    now = f"; now it is {case.listed(case.differing)}" if case.differing else ""
    old = case.agreeing[0]
    how = "was withdrawn" if old.status == "retracted" else "no longer holds"
    if old.until and not now:
        how = f"held until {date_text(old.until)}"
    note = f" {old.note.strip()}" if old.note else ""
    yield case.finding(RULE, f"{case.about}: {_past(case, how)}{now}.{note}", case.differing)


def _past(case: Case, how: str) -> str:
    """That a figure `how`: whose it was, and when; with the figure where the ledger has another spelling of it."""
    if any(figure(claim) != case.said for claim in case.agreeing):
        return f"{case.said} {how}: {case.listed(case.agreeing)}"
    known = list(dict.fromkeys(text for claim in case.agreeing if (text := details(claim, case.ledger))))
    return f"{case.said} ({', '.join(known)}) {how}" if known else f"{case.said} {how}"
