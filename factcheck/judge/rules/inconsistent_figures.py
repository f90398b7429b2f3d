"""Two figures for one thing in one article.

## What it checks
An earlier passage has another figure for the same subject and metric, under the same conditions and by the same evaluator, and
neither is a rounding of the other. Tables, figures of one sentence, and things for which an article has more than two
figures are left alone: there some condition was not read. So is a figure more than ten times the other, by no power of ten: it is of
several things or of another.

## Why it matters
One of the two is wrong, or both need the words that tell them apart. It needs no ledger to see that.

## What to write instead
The right figure in both places.

## How it can be wrong
The condition that tells the two apart may stand where it was not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Related, Rule
from factcheck.judge.case import Case
from factcheck.judge.itself import inconsistent
from factcheck.judge.messages import said
from factcheck.judge.rules.example import Example

RULE = Rule("FC401", "inconsistent-figures", "warning", "the article has another figure for the same thing")

FIRES = Example(
    article="Acme 1 scores 71% on Exam. Later it says: with 74% on Exam, Acme 1 leads.",
    reads=("{text: 71%, value: 71, unit: percent}", "{text: 74%, value: 74, unit: percent}"),
    ledger=(),
)
QUIET = Example(
    article="Acme 1 scores 71.4% on Exam. Later it says: with 71% on Exam, Acme 1 leads.",
    reads=("{text: 71.4%, value: 71.4, unit: percent}", "{text: 71%, value: 71, unit: percent}"),
    ledger=(),
)


def check(case: Case) -> Iterator[Finding]:
    if case.figures > 2 or not case.assertion.subject or not case.assertion.metric:
        return
    for earlier in case.earlier:
        if inconsistent(earlier, case.judgement):
            place = Related(earlier.assertion.span, f"here it is {said(earlier.assertion)}")
            message = f"{case.about}: {case.said} here, {said(earlier.assertion)} earlier in the article."
            yield case.finding(RULE, message, related=(place,))
            return
