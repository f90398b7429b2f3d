"""What a quantity is: where it stands, its number in base units, what it can be a measure of, and how it is meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.extract.assertion import Hedge
from factcheck.values import Number, Op, Range

Dimension = Literal[
    "number", "ordinal", "percent", "points", "money", "ratio", "time", "bytes", "tokens", "parameters", "speed", "elo", "flops", "pixels"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text. Offsets are of the text, end exclusive: `start` to `end` the value as written with sign and
    multiplier, `outer_start` to `outer_end` with its hedge and its unit words."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    value: Number | Range
    dimension: Dimension
    unit: str  # percent, usd, eur, minutes, bytes, ...; "" for a bare number
    op: Op = "="
    hedge: Hedge | None = None
    per: str | None = None  # of money: "million", "thousand" (tokens), "month", ...
    signed: bool = False  # "+4.1", "-3"
    scaled: bool = False  # has k, M, B, T or a word for them
    words: bool = False  # written in words
    year: bool = False  # four bare digits that may be a year


def times(value: Number | Range, factor: Decimal) -> Number | Range:
    """A value in a unit that is `factor` of its own.

    >>> times(Number(Decimal(3)), Decimal(60)).value
    Decimal('180')
    """
    if isinstance(value, Range):
        return Range(Number(value.low.value * factor, value.low.step * factor), Number(value.high.value * factor, value.high.step * factor))
    return Number(value.value * factor, value.step * factor)
