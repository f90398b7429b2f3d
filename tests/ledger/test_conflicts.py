"""Claims that disagree, and what tells them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.ledger.conflicts import Group, conflicts
from factcheck.ledger.load import load
from factcheck.wording import value_text
from tests.ledger.folder import loaded


def groups(folder: Path, *claims: str) -> tuple[Group, ...]:
    """The conflicts among claims on one subject, each given as fields; the metric is the exam unless one is named."""
    lines = []
    for number, fields in enumerate(claims):
        metric = "" if "metric:" in fields else ", metric: exam"
        sources = "" if "sources:" in fields else ", sources: [acme-page]"
        lines.append(f"  - {{id: c{number}, {fields}{metric}{sources}}}\n")
    return conflicts(loaded(folder, f"subject: one\nclaims:\n{''.join(lines)}"))


# Two claims, and what tells them apart; nothing at all where they do not disagree.
PAIRS: list[tuple[str, str, list[str]]] = [
    ("value: 58", "value: 42", ["unexplained"]),
    ("value: 58, conditions: {mode: fast}", "value: 42", ["mode"]),
    ("value: 58, conditions: {mode: fast, tools: with}", "value: 42, conditions: {mode: slow, tools: none}", ["mode", "tools"]),
    ("value: 58, conditions: {effort: high}", "value: 42, conditions: {effort: low}", ["effort"]),
    ("value: 58, conditions: {version: 4}", "value: 42, conditions: {version: 4.1}", ["version"]),
    ("value: 58, conditions: {attempts: pass@1}", "value: 42, conditions: {attempts: pass@8}", ["attempts"]),
    ("value: 58, conditions: {tier: free, region: eu}", "value: 42", ["tier", "region"]),
    ("value: 58, conditions: {harness: x}", "value: 42, conditions: {harness: y}", ["variant"]),  # any other condition
    ("value: 58, conditions: {mode: fast}", "value: 42, conditions: {mode: Fast}", ["unexplained"]),
    ("value: 58", "value: 42, by: gauge", ["evaluator"]),
    ("value: 58", "value: 42, sources: [gauge-list]", ["evaluator"]),  # who published it says so
    ("value: 58, as_of: 2026-01", "value: 42, as_of: 2026-02", ["date"]),
    ("value: 58, as_of: 2026-01", "value: 42, as_of: 2026-01-09", ["unexplained"]),  # the same time
    ("value: 58, as_of: 2026-01", "value: 42", ["unexplained"]),  # without as_of it holds at all times
    ("value: 58, until: 2026-01", "value: 42", ["date"]),
    ("value: 58, by: acme", "value: 42, by: acme, sources: [daily]", ["secondary"]),
    ("value: 58, by: acme", "value: 42, sources: [daily]", ["secondary"]),
    ("value: 58, sources: [daily]", "value: 42, by: acme, as_of: 2026, conditions: {mode: x}", ["mode"]),
    # no disagreement
    ("value: 58", "value: 58.0", []),
    ("value: 58", "value: 58.4", []),  # rounded
    ("value: 58", "value: 40, op: '>'", []),
    ("value: 58", "value: 56, op: '~'", []),
    ("value: 58", "value: [50, 60]", []),
    ("value: 58", "value: 42, status: superseded", []),
    ("value: 58", "value: 42, status: retracted", []),
    ("value: 58", "value: 42, status: refuted, note: a slip", []),
    ("value: 58", "value: 2026, metric: release-date", []),
    ("metric: release-date, value: 2026-04-08", "metric: release-date, value: 2026-04", []),
    ("metric: release-date, value: 2026-04-08", "metric: release-date, value: 2026-05", ["unexplained"]),
    ("metric: open-weights, value: available", "metric: open-weights, value: planned, as_of: 2026", ["unexplained"]),
    ("metric: open-weights, value: available", "metric: open-weights, value: limited", []),
]


@pytest.mark.parametrize(("one", "other", "reasons"), PAIRS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_tells_two_claims_apart(tmp_path: Path, one: str, other: str, reasons: list[str], turned: bool) -> None:
    found = groups(tmp_path, *((other, one) if turned else (one, other)))
    assert [list(group.reasons) for group in found] == ([reasons] if reasons else [])
    assert all(group.explained == ("unexplained" not in group.reasons) for group in found)


def test_a_maker_and_an_evaluator_under_several_conditions(tmp_path: Path) -> None:
    (group,) = groups(
        tmp_path,
        "value: 42.8, conditions: {tools: without}",
        "value: 58, conditions: {mode: thinking}",
        "value: 39.9, by: gauge, sources: [gauge-list]",
        "value: 50.4, conditions: {tools: with}",
    )
    assert [value_text(claim.value, claim.unit) for claim in group.claims] == ["58%", "50.4%", "42.8%", "39.9%"]
    assert (group.reasons, group.explained) == (("mode", "tools", "evaluator"), True)


def test_one_pair_without_a_reason_makes_a_group_unexplained(tmp_path: Path) -> None:
    (group,) = groups(tmp_path, "value: 58", "value: 50, conditions: {mode: fast}", "value: 42", "value: 42.1, by: gauge")
    assert (group.reasons, group.explained) == (("mode", "evaluator", "unexplained"), False)
    assert group.unexplained == {"c0", "c2"}
    assert float(group.gap) == pytest.approx(16 / 58)


def test_a_claim_that_agrees_with_all_is_left_out(tmp_path: Path) -> None:
    (group,) = groups(tmp_path, "value: 58", "value: 42, by: gauge", "value: 10, op: '>'")
    assert [claim.id for claim in group.claims] == ["c0", "c1"]


def test_tolerance_is_slack(tmp_path: Path) -> None:
    ledger = loaded(
        tmp_path,
        """\
        subject: one
        claims:
          - {metric: price-input, value: 2, sources: [daily]}
          - {metric: price-input, value: 3, sources: [daily]}
        """,
    )
    assert len(conflicts(ledger)) == 1
    metrics = tmp_path / "claims" / "vocabulary" / "metrics.yaml"
    metrics.write_text(metrics.read_text().replace("unit: usd_per_million_tokens", "unit: usd_per_million_tokens, tolerance: 1"))
    assert conflicts(load([tmp_path])) == ()


def test_the_worst_come_first(tmp_path: Path) -> None:
    found = groups(
        tmp_path,
        "value: 58",
        "value: 57, by: gauge",
        "metric: price-input, value: 1",
        "metric: price-input, value: 10, by: gauge",
        "metric: release-date, value: 2026-04-08",
        "metric: release-date, value: 2026-04-09",
        "metric: open-weights, value: available",
        "metric: open-weights, value: unavailable",
    )
    assert [(group.metric, group.explained) for group in found] == [
        ("open-weights", False),
        ("release-date", False),
        ("price-input", True),
        ("exam", True),
    ]
