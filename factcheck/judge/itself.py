"""The article against itself: two figures for one thing that cannot both be, and sums that its own figures do not bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.agreement import agrees
from factcheck.extract.assertion import Assertion
from factcheck.judge.derived import DERIVED, derive
from factcheck.judge.judgement import Judgement
from factcheck.ledger.model import Claim, Ledger
from factcheck.places import Place
from factcheck.values import Dates, Number, Value

BORNE_OUT = ("supported", "disputed", "outdated")


def inconsistent(earlier: Judgement, later: Judgement) -> bool:
    """Whether two judged assertions about one metric of one subject contradict each other.

    Both must be stated as facts, in different passages, with the same conditions and the same evaluator; figures that the
    ledger bears out both are no contradiction but need their qualifiers, which other rules ask for.
    """
    a, b = earlier.assertion, later.assertion
    if earlier.verdict in BORNE_OUT and later.verdict in BORNE_OUT:
        return False
    return _comparable(a, b) and not _compatible(a, b)


def recomputed(assertion: Assertion, article: Sequence[Assertion], ledger: Ledger, day: date) -> tuple[str, tuple[Assertion, ...]] | None:
    """The sum that the article's own figures give, and the two figures, where they contradict a ratio, difference or comparison.

    None where they bear it out, or where the article does not have both sides.
    """
    claims = {str(i): own for i, other in enumerate(article) if (own := _as_claim(str(i), other))}
    judgement = derive(assertion, replace(ledger, claims=claims), day)
    if judgement.verdict != "contradicted":
        return None
    return judgement.sum, tuple(article[int(i)] for i in judgement.claims)


def _as_claim(id_: str, assertion: Assertion) -> Claim | None:
    if assertion.kind in DERIVED or assertion.modality != "stated" or not isinstance(assertion.value, Number):
        return None
    subject, metric = assertion.subject, assertion.metric
    if not subject or not metric or assertion.op not in ("=", "~"):
        return None
    place = Place("", 1, 1)
    return Claim(
        id_, subject, metric, assertion.value, assertion.unit, (), place, assertion.op, dict(assertion.conditions), by=assertion.by
    )


def gives(assertions: Sequence[Assertion], claims: Sequence[Claim]) -> bool:
    """Whether assertions on one thing have the figure of every claim: a table with all of them tells them apart by its columns."""
    return all(
        any(a.value is not None and agrees(a.value, a.op, a.hedge, claim.value, claim.op) != "differs" for a in assertions)
        for claim in claims
    )


def different_values(assertions: Sequence[Assertion]) -> int:
    """How many figures that are not roundings of each other an article has for one thing."""
    kept: list[Assertion] = []
    for assertion in assertions:
        if not any(_compatible(assertion, other) for other in kept):
            kept.append(assertion)
    return len(kept)


def _comparable(a: Assertion, b: Assertion) -> bool:
    return (
        a.kind == b.kind
        and a.kind not in (*DERIVED, "availability", "rank")
        and a.unit == b.unit
        and a.modality == b.modality == "stated"
        and a.passage != b.passage
        and dict(a.conditions) == dict(b.conditions)
        and a.by == b.by
        and isinstance(a.value, Number | Dates)
        and isinstance(b.value, Number | Dates)
    )


def _compatible(a: Assertion, b: Assertion) -> bool:
    x, y = a.value, b.value
    if x is None or y is None:
        return True
    return _either(a, x, b, y) or _either(b, y, a, x)


def _either(a: Assertion, x: Value, b: Assertion, y: Value) -> bool:
    return agrees(x, a.op, a.hedge, y, b.op) != "differs"
