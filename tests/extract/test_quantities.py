"""The readers of quantities: tables of what they read and leave alone, and what holds of any number and any text."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.extract.numbers.hedges import before_number
from factcheck.extract.numbers.number_words import find_number_words
from factcheck.extract.numbers.quantities import quantities
from factcheck.extract.numbers.quantity import Quantity
from factcheck.values import Range, as_json

READ = [
    # text, as written, value, dimension, op
    ("58 million tokens", "58 million", 58_000_000, "tokens", "="),
    ("a 1M-token window", "1M", 1_000_000, "tokens", "="),
    ("14.8 trillion diverse and high-quality tokens", "14.8 trillion", 14_800_000_000_000, "tokens", "="),
    ("a million tokens", "a million", 1_000_000, "tokens", "="),
    ("$2.50 per 1M input tokens", "$2.50", 2.5, "money", "="),
    ("$0.25/1M", "$0.25", 0.25, "money", "="),
    ("15 cents", "15", 0.15, "money", "="),
    ("€ 18 a month", "€ 18", 18, "money", "="),
    ("20 €", "20", 20, "money", "="),
    ("EUR 30", "EUR 30", 30, "money", "="),
    ("three quarters of a billion dollars", "three quarters of a billion", 750_000_000, "money", "="),
    ("a 70B-parameter model", "70B", 70_000_000_000, "parameters", "="),
    ("1.8 trillion parameters", "1.8 trillion", 1_800_000_000_000, "parameters", "="),
    ("230 tokens per second", "230", 230, "speed", "="),
    ("1,009 tokens/sec", "1,009", 1009, "speed", "="),
    ("150 ms", "150 ms", 0.15, "time", "="),
    ("595GB", "595GB", 595_000_000_000, "bytes", "="),
    ("16 GiB", "16 GiB", 17_179_869_184, "bytes", "="),
    ("80.4 to 80.5%", "80.4 to 80.5%", [80.4, 80.5], "percent", "range"),
    ("~52", "~52", 52, "number", "~"),
    ("just over 50", "50", 50, "number", "~"),
    ("more than 1,000", "1,000", 1000, "number", ">"),
    ("passed 100 million", "100 million", 100_000_000, "number", ">"),
    ("at least 16GB", "16GB", 16_000_000_000, "bytes", ">="),
    ("40 or fewer", "40", 40, "number", "<="),
    ("minus 5", "minus 5", -5, "number", "="),
    ("5 × 10^25", "5 × 10^25", 5 * 10**25, "number", "="),
    ("downloaded 5 million times", "5 million", 5_000_000, "number", "="),
    ("3x faster", "3x", 3, "ratio", "="),
    ("10^26 operations", "10^26", 10**26, "number", "="),
    ("40 000 steps", "40 000", 40_000, "number", "="),
    ("1 414 021 100 people", "1 414 021 100", 1_414_021_100, "number", "="),
    ("12,34,567 rupees", "12,34,567", 1_234_567, "number", "="),
    ("3 dozen models", "3 dozen", 36, "number", "="),
    ("13 lakh users", "13 lakh", 1_300_000, "number", "="),
    ("3 lakh crore rupees", "3 lakh crore", 3 * 10**12, "number", "="),
    ("a hundred and two dozen eggs", "a hundred and two dozen", 124, "number", "="),
    ("€1.234,56 a month", "€1.234,56", 1234.56, "money", "="),
    ("5000 or less than 6000", "5000", 5000, "number", "="),
    ("more than half of the staff", "half", 0.5, "number", ">"),
    ("75 USD million", "75 USD million", 75_000_000, "money", "="),
    ("30 MUSD", "30 MUSD", 30_000_000, "money", "="),
    ("$-99.99", "$-99.99", -99.99, "money", "="),
    ("3 dollars and 50 cents", "3 dollars and 50", 3.5, "money", "="),
    ("thirteen dollars and forty-five cents", "thirteen dollars and forty-five", 13.45, "money", "="),
    ("it is < = 100", "< = 100", 100, "number", "<="),
    ("the 21st model", "21st", 21, "ordinal", "="),
    ("the third model", "third", 3, "ordinal", "="),
    ("second only to", "second", 2, "ordinal", "="),
    ("one hundred twenty-fifth", "one hundred twenty-fifth", 125, "ordinal", "="),
]
LEFT_ALONE = ["GPT-5", "3D", "12:30", "24/7", "v2", "K2.6", "one-shot", "file_12", "SCP-173", "x^2", "192.168.1.2", "1.5.2"]


@pytest.mark.parametrize(("text", "written", "value", "dimension", "op"), READ)
def test_what_is_read(text: str, written: str, value: object, dimension: str, op: str) -> None:
    first = quantities(text, [])[0]
    assert (text[first.start : first.end], as_json(first.value), first.dimension, first.op) == (written, value, dimension, op)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    assert quantities(text, []) == []


def test_a_list_without_blanks() -> None:
    assert [as_json(q.value) for q in quantities("batches of 8,16,32", [])] == [8, 16, 32]


def only(text: str) -> Quantity:
    (quantity,) = quantities(text, [])
    return quantity


numbers = st.decimals(min_value=0, max_value=10**7, places=2).map(abs)


@settings(max_examples=100)
@given(
    numbers,
    st.sampled_from([("", 0), (" million", 6), ("B", 9), (" trillion", 12), ("k", 3)]),
    st.sampled_from(["", "$", "~", "more than ", "€"]),
)
def test_any_number_with_any_scale_is_read(value: Decimal, scale: tuple[str, int], before: str) -> None:
    quantity = only(f"It has {before}{value:,}{scale[0]} of it")
    assert not isinstance(quantity.value, Range)
    assert quantity.value.value == value * 10 ** scale[1]


@settings(max_examples=100)
@given(numbers, numbers, st.sampled_from(["-", "–", " to "]), st.sampled_from(["%", " tokens", " million", ""]))
def test_a_range_holds_both_numbers_or_is_none(low: Decimal, high: Decimal, joint: str, unit: str) -> None:
    text = f"It reached {low}{joint}{high}{unit}."
    for quantity in quantities(text, []):
        if isinstance(quantity.value, Range):
            assert quantity.op == "range"
            assert quantity.value.low.value < quantity.value.high.value


@settings(max_examples=200)
@given(st.text(alphabet="0123456789.,-–+%$€~<> kMBTx/()andtoopercmillionhalfuv\u00a0½²", max_size=40))
@example("0+$0")
def test_any_text_is_read_in_order_without_overlap(text: str) -> None:
    found = quantities(text, [])
    for quantity in found:
        assert 0 <= quantity.outer_start <= quantity.start < quantity.end <= quantity.outer_end <= len(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


ONES = [
    *"zero one two three four five six seven eight nine".split(),
    *"ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> str:
    """A whole number in English words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for factor, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= factor:
            return f"{spelled(n // factor)} {word}" + (f"{' and' if factor == 100 else ''} {spelled(n % factor)}" if n % factor else "")
    raise AssertionError(n)


@settings(max_examples=200)
@given(st.integers(min_value=0, max_value=10**11))
def test_any_number_in_words_is_read(n: int) -> None:
    text = f"there are {spelled(n)} of them"
    (found,) = find_number_words(text)
    assert (int(found.value), text[found.start : found.end]) == (n, spelled(n))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and a half million", ["2500000"]),
        ("half a million", ["500000"]),
        ("two thirds", ["0.667"]),
        ("a third of users", ["0.333"]),
        ("nine point nought four", ["9.04"]),
        ("three dozen", ["36"]),
        ("minus five point five", ["-5.5"]),
        ("two and three", ["2", "3"]),
        ("one hundred and three quarters", ["100.75"]),
        ("a third model", []),
        ("the second half", []),
        ("and a point", []),
        ("someone often", []),
        ("a quarterly report", []),
    ],
)
def test_numbers_in_words(text: str, values: list[str]) -> None:
    assert [f"{float(round(n.value, 3)):.10g}" for n in find_number_words(text) if not n.ordinal] == [f"{float(v):.10g}" for v in values]


# What stands round a number, for any number: hedges, marks, bounds, units, ranges, ordinals, fractions, sums.
whole = st.integers(min_value=1, max_value=999_999)
HEDGED = [
    ("about ", "~", "about"),
    ("roughly ", "~", "about"),
    ("an estimated ", "~", "about"),
    ("just over ", "~", "just over"),
    ("slightly more than ", "~", "just over"),
    ("nearly ", "~", "nearly"),
    ("close to ", "~", "nearly"),
    ("up to ", "<=", None),
    ("no more than ", "<=", None),
    ("as many as ", "<=", None),
    ("at least ", ">=", None),
    ("starting at ", ">=", None),
    ("more than ", ">", None),
    ("well over ", ">", None),
    ("upwards of ", ">", None),
    ("fewer than ", "<", None),
    ("below ", "<", None),
    ("~", "~", "about"),
    ("≈ ", "~", "about"),
    (">= ", ">=", None),
    ("< ", "<", None),
    ("", "=", None),
]
SHOWN = [
    ("%", "percent", 1),
    (" percent", "percent", 1),
    (" tokens", "tokens", 1),
    (" parameters", "parameters", 1),
    (" tokens per second", "speed", 1),
    (" t/s", "speed", 1),
    (" ms", "time", Decimal("0.001")),
    (" hours", "time", 1),
    ("GB", "bytes", 10**9),
    (" GiB", "bytes", 2**30),
    ("x", "ratio", 1),
    (" euros", "money", 1),
    (" points", "points", 1),
    (" Elo", "elo", 1),
    ("", "number", 1),
]


@settings(max_examples=150)
@given(whole, st.sampled_from(HEDGED), st.sampled_from(SHOWN))
def test_any_hedge_before_any_number_is_read(n: int, hedge: tuple[str, str, str | None], unit: tuple[str, str, Decimal | int]) -> None:
    quantity = only(f"It was {hedge[0]}{n:,}{unit[0]} then")
    assert not isinstance(quantity.value, Range)
    assert (quantity.op, quantity.hedge, quantity.dimension) == (hedge[1], hedge[2], unit[1])
    assert quantity.value.value == n * Decimal(unit[2])
    assert quantity.outer_start == len("It was ")


@settings(max_examples=100)
@given(whole, st.sampled_from([" or more", " or higher", " or fewer", " or less", "+"]), st.sampled_from(["", "%", " tokens", "GB"]))
def test_any_bound_after_any_number_is_read(n: int, bound: str, unit: str) -> None:
    quantity = only(f"It needs {n}{unit}{bound}." if bound != "+" else f"It needs {n}+{unit}.")
    assert quantity.op == ("<=" if bound in (" or fewer", " or less") else ">=")


@settings(max_examples=150)
@given(whole, whole, st.sampled_from(["{0}-{1}{2}", "{0}–{1}{2}", "{0} to {1}{2}", "between {0} and {1}{2}"]), st.sampled_from(SHOWN))
def test_any_rising_pair_is_a_range(a: int, b: int, form: str, unit: tuple[str, str, Decimal | int]) -> None:
    low, high = sorted((a, b + 10**6))  # the larger one is no year
    low = low if not 1950 <= low < 2050 else 7
    quantity = only("It took " + form.format(low, high, unit[0]) + " then")
    assert isinstance(quantity.value, Range)
    assert (quantity.op, quantity.dimension) == ("range", unit[1])
    assert [quantity.value.low.value, quantity.value.high.value] == [low * Decimal(unit[2]), high * Decimal(unit[2])]


@settings(max_examples=100)
@given(whole, whole, st.sampled_from([" tokens", "%", " t/s"]))
def test_from_one_to_another_is_two(a: int, b: int, unit: str) -> None:
    first, second = quantities(f"It went from {a}{'' if unit == ' t/s' else unit} to {b}{unit}.", [])
    assert not isinstance(first.value, Range) and not isinstance(second.value, Range)
    assert [int(first.value.value), int(second.value.value)] == [a, b]
    assert first.dimension == second.dimension or 1950 <= a < 2050


@settings(max_examples=100)
@given(st.integers(min_value=1, max_value=9999))
def test_any_ordinal_is_read(n: int) -> None:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    quantity = only(f"It was the {n}{ending} of all")
    assert not isinstance(quantity.value, Range)
    assert (int(quantity.value.value), quantity.dimension) == (n, "ordinal")


@settings(max_examples=100)
@given(st.integers(min_value=1, max_value=98), st.integers(min_value=2, max_value=99), st.integers(min_value=0, max_value=99))
def test_any_part_of_one_is_read(n: int, d: int, whole: int) -> None:
    if n < d:
        quantity = only(f"It took {whole} {n}/{d} cups" if whole else f"It took {n}/{d} cups")
        assert not isinstance(quantity.value, Range)
        assert quantity.value.value == whole + Decimal(n) / Decimal(d)


@settings(max_examples=100)
@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=99), st.sampled_from([" and ", " "]))
def test_dollars_and_cents_are_one_amount(dollars: int, cents: int, joint: str) -> None:
    quantity = only(f"It cost {dollars} dollars{joint}{cents} cents.")
    assert not isinstance(quantity.value, Range)
    assert quantity.value.value == dollars + Decimal(cents) / 100


@settings(max_examples=100)
@given(st.text(alphabet="aboutnermvlyjskp ~<>=≥ 0123456789", max_size=30), st.integers(min_value=0, max_value=30))
def test_what_precedes_a_number_lies_before_it(text: str, start: int) -> None:
    op, hedge, begins = before_number(text, min(start, len(text)))
    assert 0 <= begins <= start
    assert hedge is None or op == "~"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 hundred and 21", 321),
        ("4 thousand 3 hundred and 21", 4321),
        ("3 million and a half", 3_500_000),
        ("one in three", Decimal(1) / 3),
        ("1 over 20", Decimal("0.05")),
        ("-4/5", Decimal("-0.8")),
        ("one billion and a half million", 1_000_500_000),
        ("hundred thousand dollars", 100_000),
    ],
)
def test_numbers_in_parts(text: str, value: Decimal) -> None:
    quantity = only(text)
    assert not isinstance(quantity.value, Range)
    assert quantity.value.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 million and 21 people", [3_000_000, 21]),
        ("70 million 3 weeks ago", [70_000_000, 3]),
        ("1 in 2025", [1, 2025]),
        ("15 dollars and 50 people", [15, 50]),
        ("8 out of 256 experts", [8, 256]),
        ("3 dollars 50 people paid", [3, 50]),
    ],
)
def test_neighbours_that_stay_two(text: str, values: list[int]) -> None:
    assert [as_json(q.value) for q in quantities(text, [])] == values
