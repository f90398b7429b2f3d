"""When the ledger has grown old on a subject: told once for each, and never more than a remark."""

from __future__ import annotations

from datetime import date

from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge import judge
from factcheck.ledger.model import Claim
from tests.judge.world import claim, document, ledger, said

TEXT = "one two three"


def told(claims: list[Claim], *assertions: Assertion, day: str = "2026-04-09") -> list[Finding]:
    findings = judge(document(TEXT), assertions, ledger(*claims), date.fromisoformat(day))[1]
    return [finding for finding in findings if finding.rule.code == "FC303"]


OLD = claim(52, by="acme", as_of="2025-02-01")


def test_a_subject_is_told_once_however_many_figures_it_has() -> None:
    found = told([OLD], said(52, at=0, text="one"), said(48, at=4, text="two"), said(9, metric="index", at=8, text="three"))
    assert [(finding.span.start, finding.severity) for finding in found] == [(0, "info")]
    assert "1 February 2025" in found[0].message


def test_each_subject_for_itself() -> None:
    claims = [OLD, claim(50, subject="bolt-3", by="bolt", as_of="2024-01")]
    found = told(claims, said(52, at=0, text="one"), said(50, subject="bolt-3", at=4, text="two"))
    assert [finding.message.partition(":")[0] for finding in found] == ["Acme 1", "Bolt 3"]


def test_a_year_is_counted_from_the_day_of_the_article() -> None:
    assert told([OLD], said(52, text="one"), day="2026-01-31") == []
    assert len(told([OLD], said(52, text="one"), day="2026-02-03")) == 1


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert told([OLD], said(52, subject="crow-4", text="one")) == []
    assert told([OLD], said(52, subject=None, subject_text="Doe", text="one")) == []


def test_a_newer_version_of_the_metric() -> None:
    claims = [
        claim(52, metric="index", conditions={"version": "4.0"}, by="gauge", as_of="2026-01-10"),
        claim(60, metric="index", subject="bolt-3", conditions={"version": "4.10"}, by="gauge", as_of="2026-03-10"),
    ]
    figure = said(52, metric="index", text="one")
    (found,) = told(claims, said(30, metric="arena", at=0, text="one"), said(52, metric="index", at=4, text="two"))
    assert (found.span.start, found.message) == (4, "Acme 1, Gauge Index: the ledger has version 4.0 at most, but knows of version 4.10.")
    assert told(claims, figure, day="2026-03-01") == []  # not yet known
    newer = claim(55, metric="index", conditions={"version": "4.10"}, by="gauge", as_of="2026-03-11")
    assert told([*claims, newer], figure) == []


def test_versions_that_are_no_numbers_are_not_compared() -> None:
    claims = [
        claim(52, metric="index", conditions={"version": "beta"}, by="gauge", as_of="2026-01-10"),
        claim(60, metric="index", subject="bolt-3", conditions={"version": "2.0"}, by="gauge", as_of="2026-03-10"),
    ]
    assert told(claims, said(52, metric="index", text="one")) == []
