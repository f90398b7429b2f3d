"""Ratios, differences, comparisons and ranks, computed from the claims on both sides.

Only what the ledger can tell is told: a derived statement is contradicted where every pair of claims made under like
conditions says otherwise, supported where one bears it out, and else unverified.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.agreement import agrees
from factcheck.extract.assertion import Assertion
from factcheck.judge.comparable import MEASURED, as_of, reports_only
from factcheck.judge.computed import UNKNOWN, Computed
from factcheck.judge.conditions import SETTINGS, contradiction, match
from factcheck.judge.judgement import Comparison, Judgement
from factcheck.judge.ranks import others_ahead, rank
from factcheck.judge.standing import standing
from factcheck.ledger.model import Claim, Ledger, Metric
from factcheck.ledger.weight import credited, same_house
from factcheck.values import Number, Range, Value
from factcheck.wording import value_text

COUNTED = ("tokens", "size", "amount")  # kinds that are told in round numbers
DERIVED = ("ratio", "difference", "comparison")
HUNDRED = Decimal(100)


class Option(NamedTuple):
    """One thing a ratio or difference can mean: what it comes to, between what limits when both sides are rounded, the sum in words."""

    value: Decimal
    low: Decimal
    high: Decimal
    sum: str


def derive(assertion: Assertion, ledger: Ledger, day: date) -> Judgement:
    """The verdict on a ratio, difference, comparison or rank, from what the ledger has on both sides as of `day`."""
    stated = as_of(assertion)
    day = stated.last if stated else day
    metric = ledger.metrics.get(assertion.metric or "")
    if metric is None or not assertion.subject:
        return Judgement(assertion, "unverified")
    if assertion.kind == "rank":
        return _concluded(assertion, [rank(assertion, ledger, day)])
    if not assertion.versus or assertion.subject in assertion.versus:
        return Judgement(assertion, "unverified")
    sides = [_against(assertion, rival, metric, ledger, day) for rival in assertion.versus]
    if assertion.kind == "comparison" and assertion.op == "<" and "only" in assertion.text.lower().split():
        sides.extend(others_ahead(assertion, metric, ledger, day))
    return _concluded(assertion, sides)


def _concluded(assertion: Assertion, sides: list[Computed]) -> Judgement:
    compared = tuple(Comparison(i, "agrees" if side.holds else "differs", side.sum) for side in sides if side.sum for i in side.claims)
    wrong = [side for side in sides if side.holds is False]
    if wrong:
        return Judgement(assertion, "contradicted", wrong[0].claims, compared, "derived", sum=wrong[0].sum)
    if all(side.holds for side in sides):
        ids = tuple(dict.fromkeys(i for side in sides for i in side.claims))
        return Judgement(assertion, "supported", ids, compared, "derived", len(ids), "; ".join(side.sum for side in sides))
    if mixed := next((side for side in sides if side.holds is None and side.claims), None):
        return Judgement(assertion, "disputed", mixed.claims, compared, "derived", len(mixed.claims) // 2, mixed.sum)
    return Judgement(assertion, "unverified", compared=compared)


def _against(assertion: Assertion, rival: str, metric: Metric, ledger: Ledger, day: date) -> Computed:
    """One side of a statement about several: borne out by all pairs of claims that can tell, contradicted by all, or neither."""
    ours = _usable(assertion, assertion.subject or "", ledger, day)
    theirs = _usable(assertion, rival, ledger, day)
    pairs = [(a, b) for a in ours for b in theirs if _like(a, b)]
    if not pairs and len(ours) == len(theirs) == 1 and assertion.kind != "comparison" and _like(ours[0], theirs[0], one_variant=True):
        pairs = [(ours[0], theirs[0])]  # a sum made of the only figures there are
    if metric.kind in MEASURED:
        alike = [(a, b) for a, b in pairs if _one_evaluator(a, b, ledger)]
        pairs = alike or [(a, b) for a, b in pairs if _makers_own(a, ledger) and _makers_own(b, ledger)]
    judged = [pair(assertion, metric, a, b) for a, b in pairs]
    borne_out = next((j for j in judged if j.holds), None)
    contrary = next((j for j in judged if j.holds is False), None)
    if borne_out and contrary:
        return Computed(None, f"{borne_out.sum} bears it out, {contrary.sum} does not", borne_out.claims + contrary.claims)
    return borne_out or (UNKNOWN if UNKNOWN in judged or not contrary else contrary)


def _usable(assertion: Assertion, subject: str, ledger: Ledger, day: date) -> list[Claim]:
    """The figures in force for one side, under no condition the article excludes."""
    family = ledger.about(subject, assertion.metric or "")
    measured = ledger.metrics[assertion.metric or ""].kind in MEASURED
    by = assertion.by if measured and assertion.by and not reports_only(assertion.by, ledger) else None
    usable = [
        claim
        for claim in family
        if isinstance(claim.value, Number)
        and claim.op in ("=", "~")
        and standing(claim, family, day) == "current"
        and contradiction(assertion.conditions, claim.conditions) is None
        and (by is None or credited(claim, ledger) is None or same_house(credited(claim, ledger), by, ledger))
    ]
    if any(key in assertion.conditions for key in SETTINGS):
        return usable
    headlines = {credited(claim, ledger) for claim in usable if claim.headline}
    return [claim for claim in usable if claim.headline or credited(claim, ledger) not in headlines]


def _like(a: Claim, b: Claim, one_variant: bool = False) -> bool:
    """Whether two subjects' figures were taken alike: no setting differs, and both are of the same variant or of none.

    With `one_variant` a figure of some variant is also like one of none.
    """
    if contradiction(a.conditions, b.conditions) is not None:
        return False
    variant, other = a.conditions.get("variant"), b.conditions.get("variant")
    if variant is None or other is None:
        return one_variant or variant == other
    return match("variant", variant, b.conditions) == "same"


def _one_evaluator(a: Claim, b: Claim, ledger: Ledger) -> bool:
    """Whether one house measured both, as far as it is known who did."""
    ours, theirs = credited(a, ledger), credited(b, ledger)
    return ours is None or theirs is None or same_house(ours, theirs, ledger)


def _makers_own(claim: Claim, ledger: Ledger) -> bool:
    """Whether a figure is the maker's own. Where nobody has measured two models, these are what an article can compare."""
    return same_house(credited(claim, ledger), claim.subject, ledger)


def pair(assertion: Assertion, metric: Metric, ours: Claim, theirs: Claim) -> Computed:
    """What one claim on each side makes of a ratio, difference or comparison between them."""
    a, b = ours.value, theirs.value
    assert isinstance(a, Number) and isinstance(b, Number)
    ids = (ours.id, theirs.id)
    if assertion.kind == "comparison":
        holds = _compares(assertion, metric, a, b)
        return UNKNOWN if holds is None else Computed(holds, f"{value_text(a, metric.unit)} against {value_text(b, metric.unit)}", ids)
    if not isinstance(assertion.value, Number | Range):
        return UNKNOWN
    options = list(_ratios(assertion, metric, a, b) if assertion.kind == "ratio" else _differences(assertion, metric, a, b))
    if not options:
        return UNKNOWN
    fitting = [option for option in options if _fits(assertion, option)]
    return Computed(bool(fitting), (fitting or sorted(options, key=lambda option: not _same_side(assertion, option)))[0].sum, ids)


def _same_side(assertion: Assertion, option: Option) -> bool:
    """Whether what was computed is more than one where the ratio is stated so, or less; of a difference always."""
    value = assertion.value.low if isinstance(assertion.value, Range) else assertion.value
    return assertion.kind != "ratio" or not isinstance(value, Number) or (value.value >= 1) == (option.value >= 1)


def _fits(assertion: Assertion, option: Option) -> bool:
    """Whether a statement agrees with what was computed, or with anything that rounding can make of it."""
    results = Number(option.value, Decimal(0)), Range(Number(option.low, Decimal(0)), Number(option.high, Decimal(0)))
    value = _round(assertion.value) if assertion.kind == "ratio" else assertion.value
    if value is None:
        return False
    if assertion.op == "=" and assertion.kind == "difference" and agrees(results[1], "=", None, value, "=") != "differs":
        return True  # what it can be at the least is what the article has, rounded
    return any(agrees(value, assertion.op, assertion.hedge, result, "=") != "differs" for result in results)


def _round(value: Value | None) -> Value | None:
    """A ratio in round tens or hundreds as exact as it is meant: "100 times" is said of 117."""
    if not isinstance(value, Number) or value.step != 1 or value.value < 10:
        return value
    exponent = value.value.normalize().as_tuple().exponent
    return Number(value.value, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) and exponent > 0 else value


def _compares(assertion: Assertion, metric: Metric, a: Number, b: Number) -> bool | None:
    """Whether a comparing word holds, None where nobody can tell: of 1M and 1,047,576 tokens, which may be the same, and where lower is
    better, since "beats" and "below" may mean the same there; of prices they do not."""
    if metric.kind in COUNTED and abs(a.value - b.value) < _slack(a, metric) + _slack(b, metric):
        return None
    if a.value == b.value or (metric.higher_is_better is False and metric.kind != "price") or assertion.op not in (">", ">=", "<", "<="):
        return None
    return (a.value > b.value) == (assertion.op in (">", ">="))


def _ratios(assertion: Assertion, metric: Metric, a: Number, b: Number) -> Iterable[Option]:
    """The ratios a statement can mean: "twice as many" is ours by theirs, "twice as cheap" theirs by ours."""
    if a.value <= 0 or b.value <= 0:
        return
    low = assertion.value.low if isinstance(assertion.value, Range) else assertion.value
    fraction = isinstance(low, Number) and low.value < 1
    if assertion.direction != "less" or fraction or metric.higher_is_better is False:
        yield _quotient(a, b, metric)
    if not fraction and (assertion.direction != "more" or metric.higher_is_better is False):
        yield _quotient(b, a, metric)


def _quotient(a: Number, b: Number, metric: Metric) -> Option:
    ratio, above, below = a.value / b.value, _slack(a, metric), _slack(b, metric)
    low, high = (a.value - above) / (b.value + below), (a.value + above) / (b.value - below)
    return Option(ratio, low, high, f"{_plain(a)} / {_plain(b)} = {_short(ratio)}")


def _slack(number: Number, metric: Metric) -> Decimal:
    """How far the true value may be from a recorded one: a unit of its last decimal, which may be rounded or cut; half a unit of
    the last digit, in what is told in round numbers but zeros (166,000,000 may be rounded to millions), but not more than 5 %.
    """
    if number.step < 1:
        return min(number.step, abs(number.value))
    exponent = number.value.normalize().as_tuple().exponent
    last_digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and metric.kind in COUNTED else number.step
    return min(max(number.step, last_digit) / 2, abs(number.value) / 20)


def _differences(assertion: Assertion, metric: Metric, a: Number, b: Number) -> Iterable[Option]:
    """The differences a statement can mean: in the metric's own unit, in percent of the other side, or (of a percentage) either."""
    sign = {"more": 1, "less": -1}.get(assertion.direction or "")
    gap = (a.value - b.value) * sign if sign else abs(a.value - b.value)
    more, less = (a, b) if gap == a.value - b.value else (b, a)
    slack = _slack(a, metric) + _slack(b, metric)
    options = []
    if assertion.unit == metric.unit or {assertion.unit, metric.unit} <= {"points", "percent", "elo"}:
        options.append(Option(gap, gap - slack, gap + slack, f"{_plain(more)} - {_plain(less)} = {_short(gap)}"))
    if assertion.unit == "percent" and b.value > 0:
        share, room = gap / b.value * HUNDRED, slack / b.value * HUNDRED
        options.append(Option(share, share - room, share + room, f"({_plain(more)} - {_plain(less)}) / {_plain(b)} = {_short(share)}%"))
    return options if metric.unit == "percent" else reversed(options)  # the likelier meaning first


def _plain(number: Number) -> str:
    return value_text(number, "")


def _short(value: Decimal) -> str:
    """Three digits that count: 2.89, 12, 0.0512."""
    rounded = Decimal(f"{value:.3g}")
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{rounded.normalize():f}"
