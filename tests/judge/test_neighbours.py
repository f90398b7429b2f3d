"""Where a wrong figure may have come from."""

from __future__ import annotations

import pytest

from factcheck.ledger.model import Claim
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
        (25, (claim(52),), "52% has two digits the other way round."),
        (52, (claim(52.9),), "52.9% was cut, not rounded."),
        (85, (claim(58, status="superseded"), claim(52)), "the ledger has 52%."),
        (5, (claim(52), claim(5, subject="bolt-3")), "the ledger has 52%."),  # one digit is no fingerprint
    ],
)
def test_origin(value: float, claims: tuple[Claim, ...], told: str) -> None:
    _, findings = judged(said(value), *claims)
    assert [f.rule.code for f in findings] == ["FC101"]
    assert findings[0].message.endswith(told)


def test_thousand_fold() -> None:
    claims = (claim(58_000_000, metric="tokens-used"),)
    _, findings = judged(said(58_000, metric="tokens-used"), *claims)
    assert findings[0].message.endswith("58M tokens is a thousand times more.")
