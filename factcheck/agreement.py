"""Does a stated value agree with a recorded one? Exact decimal arithmetic, no ledger and no article.

Both sides are read as intervals. What is *written* is the number itself (or the range, or everything beyond a bound); what
is *allowed* is what the wording lets the true value be: rounding to the digits shown, 5 % for a hedge, the days a vague
date can mean. A statement agrees when it allows what the other side has written.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.values import Dates, Number, Op, Range, Status, Value

Agreement = Literal["agrees", "finer", "differs"]

HEDGE = Decimal("0.05")  # how far from the truth "about", "nearly" and "just over" may be
LONG = 10_000  # from here on the zeros at the end of a whole number may be none of its digits: 131,000 of 131,072
THOUSAND = 1000
INFINITY = Decimal("Infinity")
WEEK = 7  # days either side that "around 10 April" leaves open

# What an article may say of what is available, by what the ledger holds; all else agrees only with itself.
AVAILABILITY: dict[tuple[Status, Status], Agreement] = {  # (said, held)
    ("available", "limited"): "finer",
    ("limited", "available"): "finer",
    ("limited", "planned"): "finer",
    ("limited", "unavailable"): "finer",
    ("unavailable", "limited"): "finer",
    ("planned", "available"): "finer",
    ("planned", "limited"): "finer",
    ("planned", "unavailable"): "agrees",
    ("unavailable", "planned"): "agrees",
}


class Interval(NamedTuple):
    """From low to high, both included; infinite at the open side of a bound."""

    low: Decimal
    high: Decimal

    def covers(self, other: Interval) -> bool:
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> Interval:
        return Interval(self.low - by, self.high + by)


def agrees(  # noqa: PLR0917 - what is said and what is held, each with its own reading
    said: Value, said_op: Op, hedge: str | None, held: Value, held_op: Op, tolerance: Decimal = Decimal(0)
) -> Agreement:
    """How a value an article states stands to one a claim holds, both in the same unit.

    `hedge` is "about", "nearly", "just over" or None, as `Assertion.hedge`; `tolerance` is the metric's absolute slack.

    agrees   the statement is right if the claim is: equal, rounded, within its hedge, bound or range
    finer    the claim does not refute it, but says less: more digits, a day of a month, one value of a range, "available"
             for "limited"
    differs  both cannot hold, or they are of different types

    Equal values agree whatever the ops: "more than 52" of a claim 52 may be 52.4 rounded.
    """
    if isinstance(said, Dates) or isinstance(held, Dates):
        return _dates(said, said_op, hedge, held, held_op) if isinstance(said, Dates) and isinstance(held, Dates) else "differs"
    if isinstance(said, str) or isinstance(held, str):
        if not (isinstance(said, str) and isinstance(held, str)):
            return "differs"
        return "agrees" if said == held else AVAILABILITY.get((said, held), "differs")
    if _ends(said) == _ends(held) or _binary_thousands(said, held):
        return "agrees"
    allowed = _allowed(_shown(said), said_op, hedge).widened(tolerance)
    if allowed.covers(_written(held, held_op)):
        return "agrees"
    if not _allowed(held, held_op, None).widened(tolerance).meets(_written(said, said_op)):
        return "differs"
    return "finer" if held_op in ("=", "range") else "agrees"  # "~52" and "> 1000" hold every figure they allow


def _ends(value: Number | Range) -> Interval:
    return Interval(value.value, value.value) if isinstance(value, Number) else Interval(value.low.value, value.high.value)


def _written(value: Number | Range, op: Op) -> Interval:
    low, high = _ends(value)
    return Interval(-INFINITY if op in ("<", "<=") else low, INFINITY if op in (">", ">=") else high)


def _allowed(value: Number | Range, op: Op, hedge: str | None) -> Interval:
    low, high = (value, value) if isinstance(value, Number) else (value.low, value.high)
    if op in (">", ">=", "<", "<="):
        return _written(value, op)
    if hedge == "nearly":
        return _between(low.value, low.value * (1 - HEDGE), high.value)
    if hedge == "just over":
        return _between(low.value, high.value, high.value * (1 + HEDGE))
    if hedge or op == "~":
        return Interval(low.value - _about(low), high.value + _about(high))
    return Interval(low.value - low.step / 2, high.value + high.step / 2)


def _between(*values: Decimal) -> Interval:
    return Interval(min(values), max(values))


def _about(number: Number) -> Decimal:
    return max(abs(number.value) * HEDGE, number.step)


def _shown(value: Number | Range) -> Number | Range:
    """A value as exact as its digits: the zeros that end a long number written out may be rounded to, by not more than 5 %."""
    if isinstance(value, Range) or value.step != 1 or abs(value.value) < LONG:
        return value
    exponent = value.value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Number(value.value, max(value.step, min(Decimal(1).scaleb(exponent), abs(value.value) * HEDGE * 2)))


def _binary_thousands(said: Number | Range, held: Number | Range) -> bool:
    """256K may be 256 times 1,024 and 1M 1,024 times 1,024, whichever side writes it out. A power of two may besides be told in
    thousands: 262K and 262,000 are 262,144, which is 256K."""
    if not (isinstance(said, Number) and isinstance(held, Number)):
        return False
    pairs = (said.value, held.value), (held.value, said.value)
    return any(size == other or _power_in_thousands(size, other) for value, other in pairs for size in _binary(value))


def _binary(value: Decimal) -> list[Decimal]:
    """The sizes in bytes' way of counting that a number may stand for."""
    return [value, *(value / THOUSAND**k * 1024**k for k in (1, 2) if value % THOUSAND**k == 0)]


def _power_in_thousands(size: Decimal, told: Decimal) -> bool:
    """Whether a size is a power of two and a number of thousands is it, rounded or cut."""
    if size < LONG or size % 1024 or int(size).bit_count() != 1 or told % THOUSAND:
        return False
    return 0 <= size - told < THOUSAND or 0 < told - size <= THOUSAND / 2


def _dates(said: Dates, said_op: Op, hedge: str | None, held: Dates, held_op: Op) -> Agreement:
    if (said.first, said.last) == (held.first, held.last):
        return "agrees"
    allowed, room = _days(said, said_op, hedge), _days(held, held_op, None)
    if allowed.covers(room):
        return "agrees"
    if not allowed.meets(room):
        return "differs"
    return "finer" if held_op in ("=", "range") else "agrees"


def _days(value: Dates, op: Op, hedge: str | None) -> Interval:
    """The days a date allows, as day numbers: "as early as" from its first day on, "by" up to its last."""
    first, last = Decimal(value.first.toordinal()), Decimal(value.last.toordinal())
    if op in (">", ">="):
        return Interval(first if op == ">=" else last + 1, Decimal(date.max.toordinal()))
    if op in ("<", "<="):
        return Interval(Decimal(0), last if op == "<=" else first - 1)
    if hedge or op == "~":
        return Interval(first, last).widened(max(last - first, Decimal(WEEK)))
    return Interval(first, last)
