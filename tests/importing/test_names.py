"""Names in data files and the subjects they stand for: to the digit, or not at all."""

from __future__ import annotations

import pytest

from factcheck.importing.names import Named, named
from factcheck.ledger.model import Ledger, Subject

SUBJECTS = (
    Subject("acme", "Acme", "organisation"),
    Subject("acme-5.4", "Acme 5.4", "model", maker="acme"),
    Subject("acme-5.4-pro", "Acme 5.4 Pro", "model", maker="acme"),
    Subject("owl-opus-4.6", "Owl Opus 4.6", "model", aliases=("Opus 4.6",)),
    Subject("exam", "Exam", "benchmark"),
)
LEDGER = Ledger({}, {s.id: s for s in SUBJECTS}, {}, {})


@pytest.mark.parametrize(
    ("written", "subject", "conditions"),
    [
        ("Acme 5.4", "acme-5.4", {}),
        ("acme-5.4", "acme-5.4", {}),
        ("ACME_5.4", "acme-5.4", {}),
        ("acme/acme-5.4", "acme-5.4", {}),
        ("reseller/models/acme-5.4", "acme-5.4", {}),
        ("Acme: Acme 5.4 Pro", "acme-5.4-pro", {}),
        ("acme-5.4_xhigh", "acme-5.4", {"effort": "xhigh"}),
        ("acme-5.4 (high)", "acme-5.4", {"effort": "high"}),
        ("Owl Opus 4.6 (Adaptive Reasoning, Max Effort)", "owl-opus-4.6", {"mode": "adaptive reasoning", "effort": "max"}),
        ("Opus 4.6 (Non-reasoning)", "owl-opus-4.6", {"mode": "non-reasoning"}),
        ("Opus 4.6 (no thinking)", "owl-opus-4.6", {"mode": "non-thinking"}),
        ("Opus 4.6 (32k thinking)", "owl-opus-4.6", {"effort": "32k thinking"}),
    ],
)
def test_names_that_are_known(written: str, subject: str, conditions: dict[str, str]) -> None:
    assert named(written, LEDGER) == Named(subject, conditions)


@pytest.mark.parametrize(
    "written",
    [
        "Acme 5.5",
        "Acme 5.4 Ultra",
        "acme-54",
        "Acme",
        "Exam",
        "Acme 5.4 (preview)",
        "Acme 5.4 (high, low)",
        "acme-5.4-2026-03-05",
        "",
        "()",
    ],
)
def test_names_that_are_not(written: str) -> None:
    assert isinstance(named(written, LEDGER), str)


def test_a_date_in_a_name_is_taken_away_only_where_it_is_the_same_model() -> None:
    assert named("acme-5.4-2026-03-05_xhigh", LEDGER, dated=True) == Named("acme-5.4", {"effort": "xhigh"})
    assert isinstance(named("acme-5.4-0305", LEDGER, dated=True), str)
