"""Which claims are worth another look, and which of them first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.ledger.review import reviews
from tests.ledger.folder import loaded

TODAY = date(2026, 11, 21)


def reasons(folder: Path, fields: str) -> list[str]:
    ledger = loaded(folder, f"subject: one\nclaims:\n  - {{{fields}}}\n")
    return [reason for review in reviews(ledger, TODAY) for reason in review.reasons]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("metric: exam, value: 58, by: acme, sources: [acme-page]", ["single source"]),
        ("metric: exam, value: 58, by: gauge, sources: [gauge-list, daily]", []),
        ("metric: exam, value: 58, by: acme, sources: [daily]", ["secondary only", "single source"]),
        ("metric: exam, value: 58, by: acme, sources: [daily, gauge-list]", ["secondary only"]),
        ("metric: price-input, value: 2, by: acme, sources: [acme-page]", ["stale", "single source"]),
        ("metric: price-input, value: 2, by: acme, sources: [acme-page], as_of: 2026-10-01", ["single source"]),
        ("metric: release-date, value: 2026-04-08, by: acme, sources: [acme-page]", ["single source"]),
        ("metric: price-input, value: 2, by: acme, sources: [acme-page], until: 2026-05-01", []),
        ("metric: exam, value: 58, by: acme, sources: [daily], status: superseded", []),
    ],
)
def test_reasons(tmp_path: Path, fields: str, found: list[str]) -> None:
    assert reasons(tmp_path, fields) == found


def test_the_worst_first(tmp_path: Path) -> None:
    ledger = loaded(
        tmp_path,
        """\
        subject: one
        claims:
          - {metric: exam, value: 58, by: acme, sources: [daily, gauge-list]}
          - {metric: price-input, value: 2, by: acme, sources: [daily]}
          - {metric: open-weights, value: planned, by: acme, sources: [acme-page]}
        """,
    )
    found = reviews(ledger, TODAY)
    assert [review.claim.metric for review in found] == ["price-input", "open-weights", "exam"]
    assert found[0].reasons == ("stale", "secondary only", "single source")
