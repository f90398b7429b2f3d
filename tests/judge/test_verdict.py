"""The worked table of the design, and what follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.judge.judgement import Verdict
from factcheck.ledger.model import Claim
from tests.judge.world import claim, codes, judged, said

LONG = {"mode": "long"}
WITH, WITHOUT = {"tools": "with"}, {"tools": "without"}

FOUR = (
    claim(58, conditions=LONG, by="acme"),
    claim(50.4, conditions=WITH, by="acme", headline=True),
    claim(42.8, conditions=WITHOUT, by="acme", headline=True),
    claim(39.9, by="gauge"),
)
TWO = (claim(52, by="gauge"), claim(47, by="gauge", status="superseded"))
ONE = (claim(52, by="gauge"),)
APRIL = (claim("2025-04-05", metric="release-date", by="acme"),)

WORKED_TABLE: list[tuple[tuple[Claim, ...], dict[str, Any], Verdict, list[str]]] = [
    # ledger, article, verdict, codes
    (FOUR, {"value": 58}, "disputed", ["FC201"]),
    (FOUR, {"value": 58, "conditions": LONG}, "supported", []),
    (FOUR, {"value": 58, "by": "gauge"}, "contradicted", ["FC102"]),
    (FOUR, {"value": 42.8, "conditions": WITHOUT, "by": "acme"}, "supported", []),
    (FOUR, {"value": 50.4, "conditions": WITHOUT}, "contradicted", ["FC109"]),
    (FOUR, {"value": 42.8}, "disputed", ["FC201"]),
    (FOUR, {"value": 85}, "contradicted", ["FC101"]),
    (TWO, {"value": 52}, "supported", []),
    (TWO, {"value": 47}, "outdated", ["FC202"]),
    (TWO, {"value": 52.1}, "supported", ["FC203"]),
    (TWO, {"value": 52.7}, "contradicted", ["FC101"]),
    (ONE, {"value": 52, "op": "~", "hedge": "about"}, "supported", []),
    (ONE, {"value": 50, "op": ">"}, "supported", []),
    (ONE, {"value": 53, "op": "~", "hedge": "nearly"}, "supported", []),
    (ONE, {"value": 55, "op": ">"}, "contradicted", ["FC101"]),
    (APRIL, {"value": "2025-04", "metric": "release-date"}, "supported", []),
    (APRIL, {"value": 2025, "interval": ["2025-09-01", "2025-12-31"], "metric": "release-date"}, "contradicted", ["FC105"]),
    (ONE, {"value": 61, "metric": "exam-hard"}, "unverified", ["FC301"]),
]


TOLD_BY_MAKERS = claim(61, by="acme", source="acme-page", subject="acme-2")
INDEPENDENT = claim(52, by="gauge", source="gauge-table")


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (claim(51, by="bolt", source="bolt-page"), "unverified"),  # what a rival tells is no second evaluator
        (claim(51, by="meter"), "contradicted"),
        (claim(43, by="meter"), "unverified"),  # evaluators who are as far apart as the figure from them
        (claim(51, by="acme", source="acme-page"), "contradicted"),
    ],
)
def test_a_figure_of_nobody_named_may_be_the_makers(other: Claim, verdict: Verdict) -> None:
    judgement, _ = judged(said(60), TOLD_BY_MAKERS, INDEPENDENT, other)
    assert judgement.verdict == verdict


def test_an_evaluators_figure_for_another_part_contradicts_no_other_figure_credited_to_it() -> None:
    first = claim(50, by="gauge", conditions={"variant": "tiers 1-3"})
    fourth = claim(38, by="acme", source="acme-page", conditions={"variant": "tier 4"})
    assert judged(said(38, by="gauge", conditions={"variant": "tier 4"}), first, fourth)[0].verdict == "disputed"
    assert judged(said(38, by="gauge"), claim(50, by="gauge"), claim(38, by="acme", source="acme-page"))[0].verdict == "contradicted"


@pytest.mark.parametrize(
    ("by", "held", "verdict"),
    [
        ("acme", claim(52, by="bolt"), "supported"),  # a rival's table repeats what the maker publishes
        ("acme", claim(52, by="gauge"), "disputed"),
        ("gauge", claim(52, by="bolt"), "disputed"),
    ],
)
def test_a_makers_figure_that_a_rivals_table_has(by: str, held: Claim, verdict: Verdict) -> None:
    judgement, _ = judged(said(52, by=by), held)
    assert judgement.verdict == verdict


@pytest.mark.parametrize(("claims", "article", "verdict", "found"), WORKED_TABLE)
def test_the_worked_table(claims: tuple[Claim, ...], article: dict[str, Any], verdict: Verdict, found: list[str]) -> None:
    judgement, findings = judged(said(**article), *claims)
    assert (judgement.verdict, codes(findings)) == (verdict, found)


@pytest.mark.parametrize(
    ("claims", "article", "verdict"),
    [
        # Headlines
        (
            (claim(50, by="acme", headline=True), claim(58, conditions=LONG, by="acme")),
            {"value": 50},
            "supported",
        ),
        (
            (claim(50, by="acme", headline=True), claim(58, conditions=LONG, by="acme")),
            {"value": 58},
            "disputed",
        ),
        (
            (claim(50, by="acme", headline=True), claim(58, conditions=LONG, by="acme")),
            {"value": 50, "conditions": {"variant": "text only"}},
            "disputed",
        ),
        # Conditions
        ((claim(50, conditions={"tools": "python"}),), {"value": 50, "conditions": WITH}, "supported"),
        ((claim(50, conditions={"tools": "python"}),), {"value": 50, "conditions": {"tools": "none"}}, "unverified"),
        ((claim(50, conditions={"version": "4.0"}),), {"value": 50, "conditions": {"version": "v4"}}, "supported"),
        ((claim(50, conditions={"version": "4.0"}), claim(40, conditions={"version": "4.1"})), {"value": 40}, "supported"),
        ((claim(50, conditions={"version": "4.0"}), claim(40, conditions={"version": "4.1"})), {"value": 50}, "outdated"),
        (
            (claim(50, conditions={"version": "4.0"}), claim(40, conditions={"version": "4.1"})),
            {"value": 50, "conditions": {"version": "4.0"}},
            "supported",
        ),
        ((claim(50, conditions={"attempts": "pass@1"}),), {"value": 50, "conditions": {"attempts": "1"}}, "supported"),
        ((claim(50), claim(60, conditions=LONG)), {"value": 50, "conditions": LONG}, "disputed"),
        ((claim(50), claim(60, conditions=LONG)), {"value": 60, "conditions": LONG}, "supported"),
        # Variants are free text: they narrow, and refute only where a claim has the very words
        ((claim(50, conditions={"variant": "text only"}),), {"value": 50, "conditions": {"variant": "only text"}}, "supported"),
        ((claim(50, conditions={"variant": "text"}),), {"value": 61, "conditions": {"variant": "images"}}, "unverified"),
        (
            (claim(50, conditions={"variant": "text"}), claim(60, conditions={"variant": "images"})),
            {"value": 60, "conditions": {"variant": "text"}},
            "contradicted",
        ),
        (
            (claim(50, conditions={"variant": "text only"}), claim(60, conditions={"variant": "images"})),
            {"value": 60, "conditions": {"variant": "text"}},
            "disputed",
        ),
        (
            (claim(50, conditions={"variant": "text"}), claim(60, conditions={"variant": "images"})),
            {"value": 71, "conditions": {"variant": "text"}},
            "contradicted",
        ),
        # Evaluators
        ((claim(58, by="acme"),), {"value": 58, "by": "gauge"}, "disputed"),
        ((claim(58, by="acme"),), {"value": 61, "by": "gauge"}, "unverified"),
        ((claim(58, by="gauge"), claim(60, by="meter")), {"value": 58, "by": "meter"}, "contradicted"),
        ((claim(58, by="acme"), claim(58.2, by="gauge")), {"value": 58}, "supported"),
        ((claim(58.1, by="acme"), claim(58.2, by="gauge")), {"value": 58.1}, "supported"),
        ((claim(58.1, by="acme"), claim(58.9, by="gauge")), {"value": 58.1}, "disputed"),
        ((claim(58, by="acme"),), {"value": 61, "by": "daily"}, "contradicted"),  # who only reports is no evaluator
        (
            (claim("2025-04-05", metric="release-date", by="acme"),),
            {"value": "2025-05", "metric": "release-date", "by": "gauge"},
            "contradicted",
        ),
        # A bound says less exactly what another claim says
        ((claim(52), claim(50, op=">")), {"value": 52}, "supported"),
        ((claim(52), claim(50, op=">")), {"value": 61}, "contradicted"),
        ((claim(50, op=">"),), {"value": 61}, "supported"),
        # Sources
        (
            (claim(58, by="acme", source="acme-page"), claim(60, by="acme", source="daily-story")),
            {"value": 58},
            "supported",
        ),
        (
            (claim(58, by="acme", source="acme-page"), claim(60, by="acme", source="daily-story")),
            {"value": 60},
            "contradicted",
        ),
        (
            (claim(58, by="gauge", source="gauge-table"), claim(60, by="acme", source="daily-story")),
            {"value": 60},
            "disputed",
        ),
        ((claim(58, source="daily-story"), claim(60, source="elsewhere")), {"value": 60}, "disputed"),
        ((claim(58, source="daily-story"), claim(60, source="elsewhere")), {"value": 61}, "contradicted"),
        # Estimates of others, and prices of one tier
        ((claim(27, metric="price-output", op="~", by="gauge"),), {"value": 20, "metric": "price-output"}, "unverified"),
        ((claim(27, metric="price-output", op="~", by="gauge"),), {"value": 9, "metric": "price-output"}, "contradicted"),
        ((claim(27, metric="price-output", op="~", by="acme"),), {"value": 20, "metric": "price-output"}, "contradicted"),
        ((claim(3, metric="price-output", conditions={"tier": "batch"}),), {"value": 6, "metric": "price-output"}, "unverified"),
        (
            (claim(3, metric="price-output", conditions={"tier": "batch"}), claim(4, metric="price-output")),
            {"value": 6, "metric": "price-output"},
            "contradicted",
        ),
        # Status
        ((claim(58), claim(85, status="refuted")), {"value": 85}, "contradicted"),
        ((claim(85, status="refuted"),), {"value": 85}, "contradicted"),
        ((claim(85, status="refuted"),), {"value": 58}, "unverified"),
        ((claim(85, status="retracted"),), {"value": 85}, "outdated"),
        ((claim(85, status="superseded"),), {"value": 58}, "unverified"),
        ((claim(58, until="2026-01-31"),), {"value": 58}, "outdated"),
        ((claim(58, until="2026-06-30"),), {"value": 58}, "supported"),
        # Units
        ((claim(58),), {"value": 58, "unit": "points"}, "supported"),
        ((claim(24, metric="age"),), {"value": 2, "metric": "age", "unit": "years"}, "supported"),
        ((claim(24, metric="age"),), {"value": 24, "metric": "age", "unit": "years"}, "contradicted"),
        ((claim(58),), {"value": 58, "unit": "tokens"}, "unverified"),
        ((claim(1427, metric="arena"),), {"value": 1430, "metric": "arena"}, "supported"),
        ((claim(1427, metric="arena"),), {"value": 1431, "metric": "arena"}, "contradicted"),
        # Availability
        ((claim("planned", metric="open-weights"),), {"value": "available", "metric": "open-weights"}, "contradicted"),
        ((claim("planned", metric="open-weights"),), {"value": "unavailable", "metric": "open-weights"}, "supported"),
        ((claim("limited", metric="api-access"),), {"value": "available", "metric": "api-access"}, "supported"),
        ((claim("unavailable", metric="api-access"),), {"value": "available", "metric": "api-access"}, "contradicted"),
        # Modality
        ((claim(58),), {"value": 85, "modality": "rumoured"}, "contradicted"),
        ((claim(58),), {"value": 85, "modality": "predicted"}, "unverified"),
        ((claim(58),), {"value": 58, "modality": "predicted"}, "supported"),
        ((claim(52),), {"value": 57, "op": ">=", "modality": "negated"}, "supported"),
        ((claim(58),), {"value": 57, "op": ">=", "modality": "negated"}, "contradicted"),
    ],
)
def test_verdicts(claims: tuple[Claim, ...], article: dict[str, Any], verdict: Verdict) -> None:
    judgement, findings = judged(said(**article), *claims)
    assert judgement.verdict == verdict
    stated = article.get("modality", "stated") == "stated"
    assert any(f.severity == "error" for f in findings) == (verdict == "contradicted" and stated)


@pytest.mark.parametrize(
    ("day", "value", "verdict"),
    [
        (date(2025, 12, 1), 47, "supported"),
        (date(2025, 12, 1), 52, "supported"),  # of a later day: it may agree
        (date(2025, 12, 1), 60, "contradicted"),
        (date(2025, 10, 1), 60, "unverified"),  # nothing was known yet
        (date(2026, 4, 1), 47, "outdated"),
        (date(2026, 4, 1), 52, "supported"),
    ],
)
def test_the_newest_claim_not_after_the_day_is_current(day: date, value: int, verdict: Verdict) -> None:
    claims = claim(47, by="gauge", as_of="2025-11-02"), claim(52, by="gauge", as_of="2026-03-01")
    assert judged(said(value), *claims, day=day)[0].verdict == verdict


def test_a_superseded_claim_was_current_before_its_successor() -> None:
    claims = claim(47, by="gauge", status="superseded"), claim(52, by="gauge", as_of="2026-03-01")
    assert judged(said(47), *claims, day=date(2026, 2, 1))[0].verdict == "supported"
    assert judged(said(47), *claims, day=date(2026, 3, 2))[0].verdict == "outdated"


def test_a_stated_date_beats_the_day() -> None:
    claims = claim(47, by="gauge", as_of="2025-11-02"), claim(52, by="gauge", as_of="2026-03-01")
    assert judged(said(47, conditions={"as_of": "2025-12"}), *claims)[0].verdict == "supported"
    assert judged(said(52, conditions={"as_of": "2026-03"}), *claims, day=date(2025, 12, 1))[0].verdict == "supported"


def test_an_old_count_contradicts_nothing() -> None:
    claims = (claim(100_000_000, metric="users", as_of="2023-02"),)
    assert judged(said(900_000_000, metric="users"), *claims)[0].verdict == "unverified"
    assert judged(said(900_000_000, metric="users"), *claims, day=date(2023, 6, 1))[0].verdict == "contradicted"


def test_limited_is_not_available_to_all() -> None:
    article = "Acme 1 is generally available over an API."
    assertion = said("available", metric="api-access", at=9, text="generally available over an API")
    judgement, findings = judged(assertion, claim("limited", metric="api-access"), article=article)
    assert (judgement.verdict, codes(findings)) == ("contradicted", ["FC104"])


figures = st.decimals(min_value=0, max_value=100, places=1).map(float)
keys = st.dictionaries(st.sampled_from(["mode", "tools", "effort", "version", "variant"]), st.sampled_from(["a", "b"]), max_size=2)
evaluators = st.sampled_from([None, "acme", "gauge", "meter"])


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    drawn = draw(st.lists(st.tuples(figures, keys, evaluators), min_size=1, max_size=4))
    return [claim(value, conditions=conditions, by=by) for value, conditions, by in drawn]


@given(some_claims(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_true_statement_is_never_an_error_however_much_of_it_was_left_out(claims: list[Claim], data: st.DataObject) -> None:
    true = data.draw(st.sampled_from(claims))
    kept = data.draw(st.sets(st.sampled_from(["mode", "tools", "effort", "version", "variant", "by"])))
    stated = {k: v for k, v in true.conditions.items() if k in kept}
    value = str(true.value.value)  # type: ignore[union-attr]
    judgement, findings = judged(said(value, conditions=stated, by=true.by if "by" in kept else None), *claims)
    assert judgement.verdict in ("supported", "disputed", "outdated")
    assert not [f for f in findings if f.severity == "error"]


@given(some_claims(), keys, evaluators)
@settings(max_examples=150, deadline=None)
def test_a_figure_that_no_claim_has_is_never_supported(claims: list[Claim], stated: dict[str, str], by: str | None) -> None:
    judgement, _ = judged(said(200, conditions=stated, by=by), *claims)
    assert judgement.verdict in ("contradicted", "unverified")
