"""What agrees with what: the cases of every wording, and what must hold for all numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.agreement import Agreement, agrees
from factcheck.values import Dates, Number, Op, Range, Value, between, dates, number


def n(text: str) -> Number:
    return number(text)


def r(low: str, high: str) -> Range:
    return Range(n(low), n(high))


def months(first: str, last: str, written: str) -> Dates:
    return Dates(dates(first).first, dates(last).last, written)


LATE_2025 = months("2025-09", "2025-12", "2025")
MILLION = Decimal(1_000_000)

Case = tuple[Value, Op, str | None, Value, Op, Agreement]

NUMBERS: list[Case] = [
    # said, op, hedge, held, op, outcome
    (n("2.5"), "=", None, n("2.50"), "=", "agrees"),
    (n("2.50"), "=", None, n("2.5"), "=", "agrees"),
    (n("40"), "=", None, n("39.9"), "=", "agrees"),
    (n("52"), "=", None, n("52.3"), "=", "agrees"),
    (n("52"), "=", None, n("52.5"), "=", "agrees"),  # a tie may be rounded either way
    (n("53"), "=", None, n("52.5"), "=", "agrees"),
    (n("39"), "=", None, n("39.9"), "=", "differs"),  # cut instead of rounded
    (n("52.1"), "=", None, n("52"), "=", "finer"),
    (n("52.7"), "=", None, n("52"), "=", "differs"),
    (n("85"), "=", None, n("58"), "=", "differs"),
    (Number(58 * MILLION, MILLION), "=", None, n("57600000"), "=", "agrees"),
    (Number(58 * MILLION, MILLION), "=", None, n("58600000"), "=", "differs"),
    (Number(Decimal(256000), Decimal(1000)), "=", None, n("262144"), "=", "agrees"),
    (n("1048576"), "=", None, Number(MILLION, MILLION), "=", "agrees"),
    (n("262145"), "=", None, n("256000"), "=", "differs"),
    # hedges
    (n("52"), "~", None, n("52"), "=", "agrees"),
    (n("50"), "~", "about", n("52"), "=", "agrees"),
    (n("55"), "~", "about", n("52"), "=", "differs"),  # 5 % of 55 is 2.75
    (n("5"), "~", "about", n("6"), "=", "agrees"),  # one unit of the last digit shown
    (n("5"), "~", "about", n("6.1"), "=", "differs"),
    (n("53"), "~", "nearly", n("52"), "=", "agrees"),
    (n("52"), "~", "nearly", n("53"), "=", "differs"),  # the true value is not above
    (n("55"), "~", "nearly", n("52"), "=", "differs"),
    (n("3"), "~", "nearly", n("2.89"), "=", "agrees"),
    (n("50"), "~", "just over", n("50.4"), "=", "agrees"),
    (n("50"), "~", "just over", n("49.9"), "=", "differs"),
    (n("50"), "~", "just over", n("52.6"), "=", "differs"),
    # bounds
    (n("50"), ">", None, n("52"), "=", "agrees"),
    (n("55"), ">", None, n("52"), "=", "differs"),
    (n("52"), ">", None, n("52"), "=", "agrees"),  # may be 52.4 rounded
    (n("52.3"), ">", None, n("52"), "=", "finer"),
    (n("60"), "<=", None, n("52"), "=", "agrees"),
    (n("50"), "<", None, n("52"), "=", "differs"),
    (n("50"), "<=", None, r("30", "50"), "=", "agrees"),
    # ranges
    (r("80.4", "80.5"), "range", None, n("80.4"), "=", "agrees"),
    (r("80.4", "80.5"), "range", None, n("80.6"), "=", "differs"),
    (r("3", "5"), "range", None, r("3", "5"), "range", "agrees"),
    (r("2", "6"), "range", None, r("3", "5"), "=", "agrees"),
    (n("4"), "=", None, r("3", "5"), "=", "finer"),
    (n("6"), "=", None, r("3", "5"), "=", "differs"),
    # the claim's own op
    (n("52"), "=", None, n("52"), "~", "agrees"),
    (n("54"), "=", None, n("52"), "~", "agrees"),
    (n("56"), "=", None, n("52"), "~", "differs"),
    (n("1500"), "=", None, n("1000"), ">", "agrees"),
    (n("900"), "=", None, n("1000"), ">", "differs"),
    (n("1200"), ">", None, n("1000"), ">", "agrees"),
    (n("900"), "<", None, n("1000"), ">", "differs"),
    (n("-10"), "~", "nearly", n("-9.6"), "=", "agrees"),
    (n("-10"), "~", "nearly", n("-10.4"), "=", "differs"),
]


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers(case: Case) -> None:
    assert agrees(*case[:5]) == case[5]


def test_the_metric_may_grant_slack() -> None:
    assert agrees(n("1427"), "=", None, n("1430"), "=", Decimal(3)) == "agrees"
    assert agrees(n("1427"), "=", None, n("1431"), "=", Decimal(3)) == "differs"


@pytest.mark.parametrize(
    "case",
    [
        (dates("2025-04"), "=", None, dates("2025-04-05"), "=", "agrees"),
        (dates("2025"), "=", None, dates("2025-04-05"), "=", "agrees"),
        (LATE_2025, "=", None, dates("2025-04-05"), "=", "differs"),
        (LATE_2025, "=", None, dates("2025-11-24"), "=", "agrees"),
        (LATE_2025, "=", None, dates("2025"), "=", "finer"),
        (dates("2025-04-05"), "=", None, dates("2025-04"), "=", "finer"),
        (dates("2025-04-06"), "=", None, dates("2025-04-05"), "=", "differs"),
        (between(dates("2025-03"), dates("2025-05")), "range", None, dates("2025-04-05"), "=", "agrees"),
        (dates("2025-03"), ">=", None, dates("2025-04-05"), "=", "agrees"),  # as early as March
        (dates("2025-05"), ">=", None, dates("2025-04-05"), "=", "differs"),
        (dates("2025-04"), "<=", None, dates("2025-04-05"), "=", "agrees"),  # by April
        (dates("2025-03"), "<=", None, dates("2025-04-05"), "=", "differs"),
        (dates("2025-04-05"), "<", None, dates("2025-04-04"), "=", "agrees"),
        (dates("2025-04-04"), "<", None, dates("2025-04-05"), "=", "differs"),
        (dates("2025-04-10"), "~", "about", dates("2025-04-05"), "=", "agrees"),
        (dates("2025-04-20"), "~", "about", dates("2025-04-05"), "=", "differs"),
        (dates("2025-05"), "~", "about", dates("2025-04-05"), "=", "agrees"),
        (dates("2025-03"), "=", None, dates("2025-05"), "<=", "agrees"),
        (dates("2025-06"), "=", None, dates("2025-05"), "<=", "differs"),
    ],
)
def test_dates_are_intervals_of_days(case: Case) -> None:
    assert agrees(*case[:5]) == case[5]


@pytest.mark.parametrize(
    ("said", "held", "outcome"),
    [
        ("available", "available", "agrees"),
        ("available", "unavailable", "differs"),
        ("unavailable", "available", "differs"),
        ("available", "planned", "differs"),
        ("available", "limited", "finer"),
        ("unavailable", "planned", "agrees"),
        ("planned", "unavailable", "agrees"),
    ],
)
def test_availability(said: Value, held: Value, outcome: Agreement) -> None:
    assert agrees(said, "=", None, held, "=") == outcome


@pytest.mark.parametrize("other", [n("2025"), dates("2025"), "available"])
@pytest.mark.parametrize("value", [n("2025"), dates("2025"), "available"])
def test_never_across_types(value: Value, other: Value) -> None:
    assert (agrees(value, "=", None, other, "=") == "agrees") == (value == other)


decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
figures = decimals.map(lambda d: number(str(d)))
positive = st.decimals(min_value="0.01", max_value=10**12, places=2).map(lambda d: number(str(d)))
ops: st.SearchStrategy[Op] = st.sampled_from(["=", "~", ">", ">=", "<", "<="])
hedges = st.sampled_from([None, "about", "nearly", "just over"])


@given(figures, ops, hedges, ops)
def test_equal_figures_always_agree(x: Number, op: Op, hedge: str | None, held_op: Op) -> None:
    zeros = Number(x.value, x.step / 100)
    assert agrees(x, op, hedge, zeros, held_op) == "agrees"
    assert agrees(zeros, op, hedge, x, held_op) == "agrees"


@given(figures, st.integers(-2, 9))
def test_a_figure_rounded_agrees_and_its_source_is_finer(x: Number, places: int) -> None:
    step = Decimal(1).scaleb(places)
    rounded = Number(x.value.quantize(step) if places <= 0 else (x.value / step).quantize(Decimal(1)) * step, step)
    assert agrees(rounded, "=", None, x, "=") == "agrees"
    assert agrees(x, "=", None, rounded, "=") in ("agrees", "finer")


@given(figures, figures)
def test_exact_figures_more_than_a_step_apart_differ(x: Number, y: Number) -> None:
    small, large = sorted((abs(x.value), abs(y.value)))
    if abs(x.value - y.value) > max(x.step, y.step) and large > small * Decimal("1.05"):
        assert agrees(x, "=", None, y, "=") == "differs"


@given(figures, figures, positive)
def test_bounds_are_monotone(bound: Number, held: Number, less: Number) -> None:
    looser = Number(bound.value - less.value, bound.step)
    if agrees(bound, ">", None, held, "=") == "agrees":
        assert agrees(looser, ">", None, held, "=") == "agrees"
    tighter = Number(bound.value + less.value, bound.step)
    if agrees(bound, "<", None, held, "=") == "agrees":
        assert agrees(tighter, "<", None, held, "=") == "agrees"


@given(positive, positive)
def test_nearly_never_agrees_with_more_and_just_over_never_with_less(said: Number, held: Number) -> None:
    if agrees(said, "~", "nearly", held, "=") == "agrees" and said.value % 1000:
        assert held.value <= said.value
    if agrees(said, "~", "just over", held, "=") == "agrees" and held.value % 1000:
        assert held.value >= said.value


@given(figures, figures, figures)
@settings(max_examples=50)
def test_a_range_agrees_with_all_it_holds(a: Number, b: Number, c: Number) -> None:
    low, middle, high = sorted((a, b, c), key=lambda x: x.value)
    assert agrees(Range(low, high), "range", None, middle, "=") == "agrees"
    assert agrees(middle, "=", None, Range(low, high), "=") in ("agrees", "finer")


@given(st.dates(), st.dates())
def test_a_day_agrees_with_its_month_and_with_no_other_day(day: object, other: object) -> None:
    exact, month = dates(str(day)), dates(str(day)[:7])
    assert agrees(month, "=", None, exact, "=") == "agrees"
    assert agrees(exact, "=", None, month, "=") == "finer"
    assert (agrees(exact, "=", None, dates(str(other)), "=") == "agrees") == (day == other)
