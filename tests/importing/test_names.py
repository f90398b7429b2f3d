"""Names in data files and the subjects they stand for: to the digit, or not at all."""

from __future__ import annotations

import pytest

from factcheck.importing.names import Named, named
from factcheck.ledger.model import Ledger, Subject
from factcheck.values import dates

SUBJECTS = (
    Subject("acme", "Acme", "organisation"),
    Subject("acme-5.4", "Acme 5.4", "model", maker="acme", released=dates("2026-03-05")),
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


BUILDS = [
    ("acme-5.4-2026-03-05_xhigh", "acme-5.4", {"effort": "xhigh"}),  # the day of the release
    ("acme-5.4-20260301", "acme-5.4", {}),  # built some days before
    ("acme-5.4-2026-08-01", "acme-5.4", {"build": "2026-08-01"}),
    ("acme-5.4-0305", "acme-5.4", {}),
    ("acme-5.4-0801", "acme-5.4", {"build": "0801"}),
    ("acme-5.4-001", "acme-5.4", {}),
    ("acme-5.4-002", "acme-5.4", {"build": "002"}),
    ("acme-5.4-preview-05-20", "acme-5.4", {"build": "preview-05-20"}),
    ("acme-5.4-preview-09-2025", "acme-5.4", {"build": "preview-09-2025"}),
    ("acme-5.4-exp", "acme-5.4", {"build": "exp"}),
    ("Acme 5.4 (Mar 2026)", "acme-5.4", {}),
    ("Acme 5.4 (August 2026)", "acme-5.4", {"build": "2026-08"}),
    ("acme-5.4-instant", "acme-5.4", {"mode": "instant"}),
    ("acme-5.4-thinking", "acme-5.4", {"mode": "thinking"}),
    ("acme-5.4-2026-08-01-thinking-16k", "acme-5.4", {"build": "2026-08-01", "effort": "16k thinking"}),
    ("acme-5.4-pro-high", "acme-5.4-pro", {"effort": "high"}),
    ("owl-opus-4-6", "owl-opus-4.6", {}),
    ("owl-opus-4-6-20260801-non-reasoning", "owl-opus-4.6", {"build": "2026-08-01", "mode": "non-reasoning"}),
]


@pytest.mark.parametrize(("written", "subject", "conditions"), BUILDS)
def test_builds_and_settings_behind_a_hyphen(written: str, subject: str, conditions: dict[str, str]) -> None:
    assert named(written, LEDGER, builds=True) == Named(subject, conditions)


@pytest.mark.parametrize("written", ["acme-5.4-0305", "acme-5.4-preview", "acme-5.4-thinking"])
def test_they_are_no_builds_in_other_data(written: str) -> None:
    assert isinstance(named(written, LEDGER), str)


@pytest.mark.parametrize("written", ["acme-5.4-2402", "acme-5.4-max", "acme-5.4-2b", "owl-opus-4-67", "acme-5.4-exp-preview", "acme-5-4b"])
def test_what_is_no_build(written: str) -> None:
    assert isinstance(named(written, LEDGER, builds=True), str)
