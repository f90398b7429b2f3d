"""Where a wrong figure may have come from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.judge.slips import slip
from factcheck.ledger.model import Claim
from factcheck.values import Number, number
from tests.judge.world import claim, judged, said


@pytest.mark.parametrize(
    ("value", "claims", "told"),
    [
        (57.7, (claim(52), claim(57.7, metric="exam-hard", by="gauge")), "57.7% is the figure on Exam Hard (Gauge Lab)."),
        (57, (claim(52), claim(57, subject="acme-2")), "57% is the figure of Acme 2."),
        (57, (claim(52), claim(57, subject="acme-2"), claim(57, subject="bolt-3")), "57% is the figure of Acme 2."),  # siblings first
        (
            57,
            (claim(52), claim(57, subject="bolt-3"), claim(57, subject="crow-4")),
            "57% is the figure of Bolt 3 and the figure of Crow 4.",
        ),
        (5.2, (claim(52),), "52% is ten times more."),
        (25, (claim(52),), "52% has the same digits, two of them the other way round."),
        (52, (claim(52.9),), "52.9% was cut, not rounded."),
        (85, (claim(58, status="superseded"), claim(52)), "the ledger has 52%."),
        (5, (claim(52), claim(5, subject="bolt-3")), "the ledger has 52%."),  # one digit is no fingerprint
    ],
)
def test_origin(value: float, claims: tuple[Claim, ...], told: str) -> None:
    _, findings = judged(said(value), *claims)
    assert [f.rule.code for f in findings] == ["FC101"]
    assert findings[0].message.endswith(told)


@pytest.mark.parametrize(
    ("written", "right", "told"),
    [
        ("580", "58.369", "is ten times less"),
        ("58000", "58369032", "is a thousand times more"),
        ("5.2", "52", "is ten times more"),
        ("5", "50", "is ten times more"),
        ("5", "52", ""),  # one digit is too little to tell
        ("39", "39.9", "was cut, not rounded"),
        ("40", "39.9", ""),
        ("120000000", "120579080", ""),  # nobody rounds to millions with all zeros written
        ("85", "58", "has the same digits, two of them the other way round"),
        ("1472", "1427", "has the same digits, two of them the other way round"),
        ("1724", "1427", ""),
    ],
)
def test_slips(written: str, right: str, told: str) -> None:
    assert slip(number(written), number(right)) == told


def test_a_figure_in_millions_may_be_cut_too() -> None:
    assert slip(Number(Decimal(120_000_000), Decimal(1_000_000)), number("120579080")) == "was cut, not rounded"
