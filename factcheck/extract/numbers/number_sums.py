"""Neighbouring quantities that are one: "3 dollars and 50 cents", "4 thousand 3 hundred and 21", "3 million and a half", "one in three"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import Number, Range

SIGNS = "$€£¥"
AND = compile_re(r"[ \u00a0]{1,2}(?:and[ \u00a0])?")
ENDS = compile_re(r"$|[.,;:!?)]")
OF_SO_MANY = compile_re(r"[ \u00a0](?:over|in|(?P<out>out of))[ \u00a0]")
LISTED = compile_re(r"[*\s]*(?:,|/|&|\band\b|\bor\b|, ?(?:and|or)\b)[*\s]*(?:an? )?", re.IGNORECASE)
AGAINST = compile_re(r"[* ]*(?:vs\.?|versus|against|compared (?:to|with))[* ]*", re.IGNORECASE)
LONG = 4  # digits of a plain number that can do without its unit
FAR = 20  # letters between two that can be one
MOST = 1000  # of how many one can be a part, where it is said in this way


def joined(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities of a text in order, those that belong together as one."""
    last: Quantity | None = None
    for quantity in found:
        if last and (both := one_of_two(text, last, quantity)):
            last = both
            continue
        if last:
            yield last
        last = quantity
    if last:
        yield last


def with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a text, those in a list with the unit that stands behind its last: "8K, 16K and 32K tokens"."""
    out: list[Quantity] = []
    for one in reversed(found):
        following = out[-1] if out else None
        if following and one.dimension == "number" and shares_unit(text, one, following):
            out.append(replace(one, dimension=following.dimension, unit=following.unit))
        else:
            out.append(one)
    return out[::-1]


def shares_unit(text: str, one: Quantity, following: Quantity) -> bool:
    """Whether the unit of the quantity that follows holds for a bare number as well: "8K and 32K tokens", "28 vs 20 tok/s"."""
    if following.dimension == "speed" and not one.year and not one.words:
        return listed(text, one, following) or AGAINST.fullmatch(text, one.outer_end, following.outer_start) is not None
    return following.dimension in ("tokens", "parameters") and alike(text, one, following)


def alike(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are neighbours in a list and written alike: "8K and 32K", "8,192 and 32,768"."""
    scales = {text[q.end - 1 : q.end] for q in (first, second)}
    written = len(scales) == 1 and scales <= set("kKMBT")
    plain = not (first.scaled or second.scaled or first.year or first.words) and first.end - first.start >= LONG
    return (written or (plain and second.end - second.start >= LONG)) and listed(text, first, second)


def listed(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are neighbours in a list."""
    return LISTED.fullmatch(text, first.outer_end, second.outer_start) is not None


def one_of_two(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Two neighbours as one quantity, if they are one."""
    if second.start - first.end > FAR or isinstance(first.value, Range) or isinstance(second.value, Range):
        return None
    one, two = first.value, second.value
    ways = (with_cents, with_minutes, with_rest, part)
    return next((both for way in ways if (both := way(text, first, one, second, two))), None)


def with_cents(text: str, first: Quantity, whole: Number, second: Quantity, rest: Number) -> Quantity | None:
    """Dollars and cents: "3 dollars and 50 cents", "15 dollars 50"."""
    if first.dimension != "money" or first.scaled or first.per or whole.value % 1 or second.op != "=":
        return None
    if not AND.fullmatch(text, first.outer_end, second.outer_start):
        return None
    cents = rest.value
    if text[second.start] in SIGNS:  # "$2 and $0.10" are two prices
        return None
    if second.dimension == "money" and second.unit == first.unit and cents < 1 and second.outer_end > second.end:
        cents *= 100
    elif second.dimension != "number" or first.outer_end == first.end or not 10 <= cents <= 99 or not ENDS.match(text, second.outer_end):
        return None
    return replace(
        first, value=Number(whole.value + cents / 100, Decimal("0.01")), end=second.end, outer_end=second.outer_end, words=first.words
    )


def with_minutes(text: str, first: Quantity, large: Number, second: Quantity, rest: Number) -> Quantity | None:
    """Hours and minutes, minutes and seconds: "4 hours 49 minutes", "two hours and 17 minutes"."""
    units = (first.unit, second.unit)
    if units not in (("hours", "minutes"), ("minutes", "seconds")) or second.op != "=" or large.value % 1 or not 0 < rest.value < 60:
        return None
    if not AND.fullmatch(text, first.outer_end, second.outer_start):
        return None
    return replace(
        first, value=Number(large.value + rest.value / 60, Decimal("0.01")), end=second.end, outer_end=second.outer_end, words=first.words
    )


def with_rest(text: str, first: Quantity, large: Number, second: Quantity, rest: Number) -> Quantity | None:
    """A number whose parts are written apart: "3 hundred and 21", "3 million 200 thousand", "3 million and a half"."""
    gap = text[first.end : second.start]
    if first.dimension != "number" or first.unit or second.op != "=" or first.end != first.outer_end or not AND.fullmatch(gap):
        return None
    scale, value = large.step, rest.value
    half = second.words and 0 < value < 1 and first.scaled and not first.words and gap == " and "
    lower = value < scale and (second.scaled or rest.step == 100) and gap == " " and not first.words
    units = scale == 100 and 0 < value < 100 and gap == " and " and not value % 1
    if not (half or lower or units):
        return None
    whole = Number(large.value + (value * scale if half else value), rest.step * (scale if half else 1))
    return replace(second, start=first.start, outer_start=first.outer_start, value=whole, op=first.op, hedge=first.hedge, scaled=True)


def part(text: str, first: Quantity, one: Number, second: Quantity, many: Number) -> Quantity | None:
    """One of so many: "one in three", "1 over 20"."""
    if first.dimension != "number" or second.dimension != "number" or first.scaled or second.year or first.end != first.outer_end:
        return None
    between = OF_SO_MANY.fullmatch(text, first.end, second.start)
    said = between and (first.words and second.words if between["out"] else abs(one.value) == 1)
    if not said or not 1 < many.value <= MOST or many.value % 1 or one.value % 1 or one.value >= many.value:
        return None
    share = Number(one.value / many.value, Decimal("0.001"))
    return replace(first, value=share, end=second.end, outer_end=second.outer_end, words=True)
