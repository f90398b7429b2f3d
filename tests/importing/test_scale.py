"""Fractions, percentages, and what may be either."""

from __future__ import annotations

import pytest

from factcheck.importing.figures import Unit
from factcheck.importing.scale import scaled
from factcheck.ledger.model import Metric

PERCENT = Metric("exam", "Exam", "score", "percent", range=(0, 100))
ELO = Metric("arena", "Arena", "score", "elo")


@pytest.mark.parametrize(
    ("written", "unit", "metric", "value"),
    [
        ("0.580", "fraction", PERCENT, "58"),
        ("58.0", "percent", PERCENT, "58.0"),
        ("0.58", "percent", PERCENT, "0.58"),
        ("0.58", "", PERCENT, "0.58"),
        ("1.01", "unsaid", PERCENT, "1.01"),
        ("0.58", "unsaid", PERCENT, None),
        ("1", "unsaid", PERCENT, None),
        ("0.58", "unsaid", ELO, "0.58"),
        ("0.58", "fraction", ELO, None),
        ("58", "percent", ELO, None),
        ("soon", "fraction", PERCENT, None),
        (("0.1", "0.2"), "fraction", PERCENT, ("10", "20")),
        (("0.1", "2"), "unsaid", PERCENT, None),
    ],
)
def test_scaled(written: str | tuple[str, str], unit: Unit, metric: Metric, value: object) -> None:
    assert scaled(written, unit, metric) == value
