"""The article against itself: two figures for one thing that cannot both be, and sums that its own figures do not bear out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.agreement import agrees
from factcheck.dataclass import replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.computed import UNKNOWN, Computed, amount
from factcheck.judge.derived import DERIVED, derive, pair
from factcheck.judge.judgement import Judgement, Verdict
from factcheck.judge.slips import ten_fold
from factcheck.ledger.model import Claim, Ledger
from factcheck.places import Place
from factcheck.values import Dates, Number, Value

FAR = 10
BORNE_OUT = ("supported", "disputed", "outdated")


def inconsistent(earlier: Judgement, later: Judgement) -> bool:
    """Whether two judged assertions about one metric of one subject contradict each other.

    Both must be stated as facts, in different passages, with the same conditions and the same evaluator; figures that the
    ledger bears out both are no contradiction but need their qualifiers, which other rules ask for. One that is more than ten
    times the other, by no power of ten, is of another thing: what several cost.
    """
    a, b = earlier.assertion, later.assertion
    if earlier.verdict in BORNE_OUT and later.verdict in BORNE_OUT:
        return False
    return _comparable(a, b) and not _compatible(a, b) and not _far_apart(a.value, b.value)


def _far_apart(a: Value | None, b: Value | None) -> bool:
    if not isinstance(a, Number) or not isinstance(b, Number) or a.value <= 0 or b.value <= 0:
        return False
    return max(a.value, b.value) / min(a.value, b.value) > FAR and not ten_fold(a, b)


def recomputed(assertion: Assertion, article: Sequence[Assertion], ledger: Ledger, day: date) -> tuple[str, tuple[Assertion, ...]] | None:
    """The sum that the article's own figures give, and the two figures, where they contradict a ratio, difference or comparison.

    One without another side is a change over time: its sides are the two figures that its passage has for the same thing. None
    where they bear it out, or where the article does not have both sides.
    """
    claims = {str(i): own for i, other in enumerate(article) if (own := _as_claim(str(i), other))}
    if assertion.versus:
        judgement = derive(assertion, ledger.with_claims(claims), day)
        sum_, ids = (judgement.sum, judgement.claims) if judgement.verdict == "contradicted" else ("", ())
    else:
        sides = [claim for i, claim in claims.items() if _same_thing(assertion, article[int(i)])]
        change = _change(assertion, sides, ledger)
        sum_, ids = (change.sum, change.claims) if change.holds is False else ("", ())
    return (sum_, tuple(article[int(i)] for i in ids)) if ids else None


def by_own_figures(judgement: Judgement, article: Sequence[Judgement], ledger: Ledger, day: date) -> Judgement:
    """A judgement, supported instead of contradicted or unverified where a sum is one of the article's own figures, all of which hold
    or have held: then the ledger's are others only because they are newer or of another setting. A change from one such figure to
    another is judged by these."""
    open_ = judgement.verdict == "unverified" and judgement.assertion.kind in DERIVED
    if open_ and not judgement.assertion.versus:
        return _by_both_ends(judgement, article, ledger)
    if not (open_ or (judgement.verdict == "contradicted" and judgement.ground == "derived")) or not judgement.assertion.versus:
        return judgement
    claims = {str(i): own for i, other in enumerate(article) if (own := _as_claim(str(i), other.assertion))}
    again = derive(judgement.assertion, ledger.with_claims(claims), day)
    if again.verdict != "supported" or any(article[int(i)].verdict not in BORNE_OUT for i in again.claims):
        if open_ or not _from_other_figures(judgement, article, ledger, day):
            return judgement
        return replace(judgement, verdict="unverified", ground="doubtful", claims=())
    sides = tuple(dict.fromkeys(claim for i in again.claims for claim in article[int(i)].claims))
    return replace(judgement, verdict="supported", ground="derived", claims=sides, agreeing=len(sides), sum=again.sum)


def _by_both_ends(judgement: Judgement, article: Sequence[Judgement], ledger: Ledger) -> Judgement:
    sides = {
        str(i): own
        for i, other in enumerate(article)
        if _same_thing(judgement.assertion, other.assertion) and (own := _as_claim(str(i), other.assertion))
    }
    change = _change(judgement.assertion, list(sides.values()), ledger)
    if change.holds is None or any(article[int(i)].verdict not in BORNE_OUT for i in sides):
        return judgement
    ends = tuple(dict.fromkeys(claim for i in change.claims for claim in article[int(i)].claims))
    verdict: Verdict = "supported" if change.holds else "contradicted"
    return replace(judgement, verdict=verdict, ground="derived", claims=ends, agreeing=len(ends), sum=change.sum)


def _from_other_figures(judgement: Judgement, article: Sequence[Judgement], ledger: Ledger, day: date) -> bool:
    """Whether a sum is right with a figure of its own passage in place of the ledger's: then that figure is in question, not the sum."""
    assertion = judgement.assertion
    given = {
        str(i): own
        for i, other in enumerate(article)
        if other.assertion.passage == assertion.passage and other.verdict not in BORNE_OUT and (own := _as_claim(str(i), other.assertion))
    }
    told = {(claim.subject, claim.metric) for claim in given.values()}
    rest = {claim.id: claim for thing, held in ledger.on(assertion.metric or "") if thing not in told for claim in held}
    return bool(given) and derive(assertion, ledger.with_claims({**rest, **given}), day).verdict == "supported"


def _same_thing(change: Assertion, figure: Assertion) -> bool:
    """Whether a figure may be a side of a change over time: on the same thing, in the same passage."""
    return (figure.subject, figure.metric, figure.passage) == (change.subject, change.metric, change.passage)


def _change(assertion: Assertion, sides: Sequence[Claim], ledger: Ledger) -> Computed:
    """A change from one figure to another of the same thing, the later one being the larger if it is one to more."""
    metric = ledger.metrics.get(assertion.metric or "")
    if metric is None or assertion.kind == "comparison" or assertion.direction is None or len(sides) != 2:
        return UNKNOWN
    ours, theirs = sorted(sides, key=amount, reverse=assertion.direction == "more")
    return pair(assertion, metric, ours, theirs)


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
