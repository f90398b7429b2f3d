"""Fractions and percentages become numbers in a metric's unit."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from factcheck.importing.figures import Unit
from factcheck.ledger.model import Metric

HUNDRED = (0.0, 100.0)


def scaled(written: str | tuple[str, str], unit: Unit, metric: Metric) -> str | tuple[str, str] | None:
    """A value in the metric's unit; None if it has another unit, or one that cannot be told.

    Of unit `unsaid` is a value in percent that may be a fraction just as well: only what is over 1 cannot.
    """
    if isinstance(written, tuple):
        ends = [scaled(end, unit, metric) for end in written]
        return (ends[0], ends[1]) if isinstance(ends[0], str) and isinstance(ends[1], str) else None
    in_percent = metric.unit == "percent" or (metric.unit == "points" and metric.range == HUNDRED)
    try:
        if unit == "fraction":
            return f"{(Decimal(written) * 100).normalize():f}" if in_percent else None
        if unit == "unsaid" and in_percent:
            return written if abs(Decimal(written)) > 1 else None
    except InvalidOperation:
        return None
    return written if unit != "percent" or in_percent else None
