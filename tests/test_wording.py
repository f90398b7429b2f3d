from decimal import Decimal

import pytest

from factcheck.values import Number, Op, Range, Value, between, dates, number
from factcheck.wording import conditions_text, date_text, value_text

VALUES: list[tuple[Value | None, str, Op, str]] = [
    (number("58"), "percent", "=", "58%"),
    (number("52.0"), "percent", "=", "52.0%"),
    (number("39.9"), "percent", "~", "about 39.9%"),
    (number("52"), "points", "=", "52 points"),
    (number("1"), "points", "=", "1 point"),
    (number("1648"), "elo", "=", "1,648 Elo"),
    (number("-1"), "percent", "=", "-1%"),
    (number("1000000"), "tokens", "=", "1M tokens"),
    (number("1048576"), "tokens", "=", "1,048,576 tokens"),
    (number("272500"), "tokens", "=", "272.5K tokens"),
    (Number(Decimal("5.8E+7"), Decimal(1000000)), "tokens", "=", "58M tokens"),
    (number("405000000000"), "parameters", "=", "405B parameters"),
    (number("2.5"), "usd", "=", "$2.50"),
    (number("2.50"), "usd_per_million_tokens", "=", "$2.50 per million tokens"),
    (number("0.075"), "usd", "=", "$0.075"),
    (number("20"), "usd_per_month", "=", "$20 per month"),
    (number("14300000000"), "usd", ">", "more than $14.3 billion"),
    (number("-5"), "usd", "=", "-$5"),
    (number("9620000000"), "bytes", "=", "9.62 GB"),
    (number("512"), "bytes", "=", "512 bytes"),
    (number("380000000000000000000000000"), "flops", "=", "3.8e26 FLOPs"),
    (number("4"), "rank", "<=", "at most #4"),
    (number("2.5"), "ratio", "=", "2.5x"),
    (number("10"), "times", ">", "more than 10x"),
    (number("700000000"), "people", ">=", "at least 700 million people"),
    (number("1"), "people", "=", "1 person"),
    (number("1"), "tokens_per_second", "=", "1 token per second"),
    (number("150"), "tokens_per_second", "=", "150 tokens per second"),
    (number("12345"), "count", "=", "12,345"),
    (number("9"), "months", "=", "9 months"),
    (Range(number("80.4"), number("80.5")), "percent", "range", "80.4 to 80.5%"),
    (Range(number("2"), number("3")), "usd", "=", "$2 to $3"),
    (Range(number("3"), number("5")), "rank", "=", "#3 to #5"),
    ("available", "status", "=", "available"),
    (dates("2026-04-08"), "date", "=", "8 April 2026"),
    (dates("2026-04"), "date", "<=", "by April 2026"),
    (dates("2026"), "date", ">", "after 2026"),
    (None, "percent", ">", ""),
]


@pytest.mark.parametrize(("value", "unit", "op", "text"), VALUES)
def test_a_value_is_written_as_people_write_it(value: Value | None, unit: str, op: Op, text: str) -> None:
    assert value_text(value, unit, op) == text


def test_two_dates_are_joined() -> None:
    assert date_text(between(dates("2026-03"), dates("2026-05-02"))) == "March 2026 to 2 May 2026"


CONDITIONS = [
    ({}, ""),
    ({"mode": "contemplating"}, "Contemplating mode"),
    ({"mode": "fast mode"}, "Fast mode"),
    ({"effort": "xhigh", "tools": "without"}, "xhigh effort, without tools"),
    ({"tools": "python"}, "with python"),
    ({"version": "4.0"}, "v4.0"),
    ({"version": "june release"}, "version june release"),
    ({"attempts": "8"}, "8 attempts"),
    ({"attempts": "pass@1"}, "pass@1"),
    ({"variant": "text only", "tier": "free", "region": "eu"}, "text only, free tier, in eu"),
    ({"judge_model": "gpt"}, "judge model gpt"),
    ({"as_of": "2026-04"}, "as of April 2026"),
    ({"as_of": "2026-99"}, "as of 2026-99"),
]


@pytest.mark.parametrize(("conditions", "text"), CONDITIONS)
def test_conditions_are_a_phrase(conditions: dict[str, str], text: str) -> None:
    assert conditions_text(conditions) == text
