"""Units of one dimension, and what a value is multiplied with to go from one to another."""

from __future__ import annotations

from decimal import Decimal

# In seconds; a month is a twelfth of a year of 365.25 days.
TIME = {
    "seconds": Decimal(1),
    "minutes": Decimal(60),
    "hours": Decimal(3600),
    "days": Decimal(86400),
    "weeks": Decimal(604800),
    "months": Decimal(2629800),
    "years": Decimal(31557600),
}


def factor(unit: str, to: str) -> Decimal | None:
    """What a value in `unit` is multiplied with to be in `to`, None where the two have nothing in common.

    >>> factor("years", "months"), factor("days", "hours"), factor("percent", "usd")
    (Decimal('12'), Decimal('24'), None)
    """
    if unit == to:
        return Decimal(1)
    return TIME[unit] / TIME[to] if unit in TIME and to in TIME else None
