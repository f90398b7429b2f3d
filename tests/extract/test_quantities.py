"""The readers of quantities: tables of what they read and leave alone, and what holds of any number and any text."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.extract.number_words import find_number_words
from factcheck.extract.quantities import quantities
from factcheck.extract.quantity import Quantity
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
LEFT_ALONE = ["GPT-5", "3D", "12:30", "24/7", "v2", "K2.6", "one-shot", "file_12", "SCP-173", "x^2"]


@pytest.mark.parametrize(("text", "written", "value", "dimension", "op"), READ)
def test_what_is_read(text: str, written: str, value: object, dimension: str, op: str) -> None:
    first = quantities(text, [])[0]
    assert (text[first.start : first.end], as_json(first.value), first.dimension, first.op) == (written, value, dimension, op)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    assert quantities(text, []) == []


def only(text: str) -> Quantity:
    (quantity,) = quantities(text, [])
    return quantity


numbers = st.decimals(min_value=0, max_value=10**7, places=2).map(abs)


@settings(max_examples=100, deadline=None)
@given(
    numbers,
    st.sampled_from([("", 0), (" million", 6), ("B", 9), (" trillion", 12), ("k", 3)]),
    st.sampled_from(["", "$", "~", "more than ", "€"]),
)
def test_any_number_with_any_scale_is_read(value: Decimal, scale: tuple[str, int], before: str) -> None:
    quantity = only(f"It has {before}{value:,}{scale[0]} of it")
    assert not isinstance(quantity.value, Range)
    assert quantity.value.value == value * 10 ** scale[1]


@settings(max_examples=100, deadline=None)
@given(numbers, numbers, st.sampled_from(["-", "–", " to "]), st.sampled_from(["%", " tokens", " million", ""]))
def test_a_range_holds_both_numbers_or_is_none(low: Decimal, high: Decimal, joint: str, unit: str) -> None:
    text = f"It reached {low}{joint}{high}{unit}."
    for quantity in quantities(text, []):
        if isinstance(quantity.value, Range):
            assert quantity.op == "range"
            assert quantity.value.low.value < quantity.value.high.value


@settings(max_examples=200, deadline=None)
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


@settings(max_examples=200, deadline=None)
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
