"""Slips of the pen: what may have happened to a right figure on its way into an article."""

from __future__ import annotations

from decimal import Decimal

from factcheck.agreement import agrees
from factcheck.values import Number, Value

POWERS = {1: "ten times", 2: "a hundred times", 3: "a thousand times", 6: "a million times", 9: "a thousand million times"}
THOUSAND = 3  # from which power of ten on


def slip(written: Number, right: Number) -> str:
    """What happened to `right` if `written` was made of it by a slip, as the rest of a sentence on it; else empty.

    >>> from factcheck.values import number
    >>> slip(number("580"), number("58.3")), slip(number("39"), number("39.9")), slip(number("85"), number("58"))
    ('is ten times less', 'was cut, not rounded', 'has the same digits, two of them the other way round')
    """
    if right.step < written.step and right.value // written.step * written.step == written.value:
        return "was cut, not rounded"
    power = ten_fold(written, right)
    if power:
        return f"is {POWERS[abs(power)]} {'less' if power > 0 else 'more'}"
    return "has the same digits, two of them the other way round" if _transposed(written.value, right.value) else ""


def thousands_off(written: Value | None, right: Value) -> bool:
    """Whether a figure has the very digits of another that is a thousand times as large or as small, or a million: then it is no bound
    of it, nor what it was before.

    >>> from factcheck.values import number
    >>> thousands_off(number(47000000), number(47000000000)), thousands_off(number(40000000), number(47000000000))
    (True, False)
    """
    if not isinstance(written, Number) or not isinstance(right, Number) or not written.value or not right.value:
        return False
    quotient = max(written.value / right.value, right.value / written.value)
    return any(quotient == Decimal(1).scaleb(power) for power in POWERS if power >= THOUSAND)


def _transposed(written: Decimal, right: Decimal) -> bool:
    """Whether two neighbouring digits have changed places, be it over the point."""
    (_, a, place), (_, b, other) = written.normalize().as_tuple(), right.normalize().as_tuple()
    return place == other and len(a) == len(b) and any(a == (*b[:i], b[i + 1], b[i], *b[i + 2 :]) for i in range(len(b) - 1))


def ten_fold(written: Number, right: Number) -> int:
    """By what power of ten a figure is too large (too small where negative) and else right, or, of two digits and more, rounded;
    0 if by none. Zeros at its end are no digits: 580 may be 58.4 rounded and ten times too large."""
    _, digits, exponent = written.value.normalize().as_tuple()
    if not written.value or not right.value or not isinstance(exponent, int):
        return 0
    step = max(written.step, Decimal(1).scaleb(exponent)) if len(digits) > 1 else Decimal(0)
    for power in (p * sign for p in POWERS for sign in (1, -1)):
        scaled = Number(written.value.scaleb(-power), step.scaleb(-power))
        if agrees(scaled, "=", None, right, "=", Decimal(0)) == "agrees":
            return power
    return 0
