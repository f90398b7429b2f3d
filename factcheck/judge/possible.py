"""What values a metric can have at all."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.assertion import Assertion
from factcheck.ledger.model import Ledger
from factcheck.values import Number, Range


def impossible(assertion: Assertion, ledger: Ledger) -> tuple[float, float] | None:
    """The range of the metric, where a value in its unit lies outside; None where it is possible or cannot be told."""
    metric = ledger.metrics.get(assertion.metric or "")
    if metric is None or metric.range is None or assertion.kind != metric.kind or assertion.unit != metric.unit:
        return None
    low, high = (Decimal(str(limit)) for limit in metric.range)
    value = assertion.value
    if isinstance(value, Number):
        outside = not low <= value.value <= high
    elif isinstance(value, Range):
        outside = value.low.value < low or value.high.value > high
    else:
        return None
    return metric.range if outside and assertion.op in ("=", "~", "range") else None
