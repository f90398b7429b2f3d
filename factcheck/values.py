"""Values as claims and assertions hold them: numbers with their precision, ranges, dates, availability."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re

Op = Literal["=", "~", ">", ">=", "<", "<=", "range"]
Status = Literal["available", "unavailable", "limited", "planned"]
STATUSES: tuple[Status, ...] = ("available", "unavailable", "limited", "planned")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in base units. `step` is one unit of the last digit shown: 39.9 has 0.1, "58 million" 1,000,000."""

    value: Decimal
    step: Decimal = Decimal(1)

    def __neg__(self) -> Number:
        return Number(-self.value, self.step)


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers, low and high, both included."""

    low: Number
    high: Number


@dataclass(frozen=True, slots=True)
class Dates:
    """The days a date can mean, first and last included. `written` is YYYY, YYYY-MM or YYYY-MM-DD, the coarsest that
    encloses them, or a pair of these where two dates are written."""

    first: date
    last: date
    written: str | tuple[str, str]


Value = Number | Range | Dates | Status

ISO = compile_re(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def number(text: str | int | Decimal) -> Number:
    """A number as written in a ledger: digits, sign and point. `number("52.0").step` is 0.1.

    Raises `decimal.InvalidOperation` for anything else.
    """
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Number(value, Decimal(1).scaleb(min(exponent, 0)) if exponent <= 0 else Decimal(1))


def dates(text: str) -> Dates:
    """YYYY, YYYY-MM or YYYY-MM-DD as the days it covers. Raises ValueError for anything else."""
    m = ISO.match(text)
    if not m:
        raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, text = int(m[1]), str(text)  # plain text, of whatever kind of text it is
    if not m[2]:
        return Dates(date(year, 1, 1), date(year, 12, 31), text)
    month = int(m[2])
    if not m[3]:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        return Dates(date(year, month, 1), date(year, month, last), text)
    day = date(year, month, int(m[3]))
    return Dates(day, day, text)


def between(first: Dates, last: Dates) -> Dates:
    """From one date to another, as [from, to] in a ledger or "between March and May"."""
    assert isinstance(first.written, str) and isinstance(last.written, str)
    return Dates(first.first, last.last, (first.written, last.written))


def plain(value: Decimal) -> int | float:
    """A decimal as a JSON number: an integer where it is one."""
    return int(value) if value == value.to_integral_value() else float(value)


def as_json(value: Value | None) -> object:
    """A value as interfaces.md writes it: number, [low, high], date string, [from, to], availability word or None."""
    if isinstance(value, Number):
        return plain(value.value)
    if isinstance(value, Range):
        return [plain(value.low.value), plain(value.high.value)]
    if isinstance(value, Dates):
        return list(value.written) if isinstance(value.written, tuple) else value.written
    return value
