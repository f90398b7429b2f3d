"""Ratios, differences, comparisons and ranks, computed from what the ledger has on both sides."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.judgement import Verdict
from factcheck.ledger.model import Claim
from tests.judge.world import claim, codes, judged, said

OURS, THEIRS = claim(52, by="gauge"), claim(18, subject="bolt-3", by="gauge")
CHEAP, DEAR = claim(2.5, metric="price-output"), claim(10, metric="price-output", subject="bolt-3")
USED, USED_MORE = claim(132_000_000, metric="tokens-used"), claim(166_000_000, metric="tokens-used", subject="bolt-3")


def ratio(value: object, **rest: Any) -> dict[str, Any]:
    return {"value": value, "kind": "ratio", "unit": "ratio", "versus": "bolt-3"} | rest


def difference(value: object, **rest: Any) -> dict[str, Any]:
    return {"value": value, "kind": "difference", "versus": "bolt-3"} | rest


def comparison(op: str, **rest: Any) -> dict[str, Any]:
    return {"value": None, "kind": "comparison", "op": op, "versus": "bolt-3", "text": "compared with"} | rest


@pytest.mark.parametrize(
    ("claims", "article", "verdict", "sum_"),
    [
        # ratios
        ((OURS, THEIRS), ratio(3, op="~", hedge="nearly", direction="more"), "supported", "52 / 18 = 2.89"),
        ((OURS, THEIRS), ratio(3, direction="more"), "supported", "52 / 18 = 2.89"),
        ((OURS, THEIRS), ratio(2, direction="more"), "contradicted", "52 / 18 = 2.89"),
        ((OURS, THEIRS), ratio(2, op=">", direction="more"), "supported", "52 / 18 = 2.89"),
        ((OURS, THEIRS), ratio(3, direction="less"), "contradicted", "18 / 52 = 0.346"),
        ((CHEAP, DEAR), ratio(4, metric="price-output", direction="less"), "supported", ""),
        ((CHEAP, DEAR), ratio(0.25, metric="price-output"), "supported", "2.5 / 10 = 0.25"),
        ((CHEAP, DEAR), ratio(0.1, metric="price-output"), "contradicted", ""),
        ((OURS,), ratio(3, direction="more"), "unverified", ""),
        ((OURS, THEIRS), ratio(3, versus="acme-1"), "unverified", ""),
        ((OURS, THEIRS), ratio(3, versus=()), "unverified", ""),
        # a round ratio is as exact as it is meant
        (
            (claim(117, metric="index"), claim(1, subject="bolt-3", metric="index")),
            ratio(100, metric="index"),
            "supported",
            "117 / 1 = 117",
        ),
        (
            (claim(12.8, metric="index"), claim(1, subject="bolt-3", metric="index")),
            ratio(10, metric="index"),
            "supported",
            "12.8 / 1 = 12.8",
        ),
        ((claim(17, metric="index"), claim(1, subject="bolt-3", metric="index")), ratio(10, metric="index"), "contradicted", "17 / 1 = 17"),
        ((claim(12.8, metric="index"), claim(1, subject="bolt-3", metric="index")), ratio(12, metric="index"), "contradicted", ""),
        # differences
        ((OURS, THEIRS), difference(34, unit="percent", direction="more"), "supported", "52 - 18 = 34"),
        ((OURS, THEIRS), difference(34, unit="points", direction="less"), "contradicted", ""),
        ((OURS, THEIRS), difference(12, unit="points"), "contradicted", ""),
        (
            (USED, USED_MORE),
            difference(21, unit="percent", metric="tokens-used", direction="less"),
            "supported",
            "(166 million - 132 million) / 166 million = 20.5%",
        ),
        ((USED, USED_MORE), difference(40, unit="percent", metric="tokens-used", direction="less"), "contradicted", ""),
        # comparisons
        # ... of the makers' own figures, where nobody measured both
        ((claim(52, by="acme"), claim(57, subject="bolt-3", by="bolt")), comparison("<"), "supported", "52% against 57%"),
        ((claim(52, by="acme"), claim(57, subject="bolt-3", by="bolt")), comparison(">"), "contradicted", "52% against 57%"),
        ((claim(52, by="acme"), claim(57, subject="bolt-3", by="gauge")), comparison(">"), "unverified", ""),
        (
            (claim(52, by="acme"), claim(60, by="gauge"), claim(57, subject="bolt-3", by="bolt"), claim(55, subject="bolt-3", by="gauge")),
            comparison(">"),
            "supported",
            "60% against 55%",
        ),
        ((OURS, THEIRS), comparison(">"), "supported", "52% against 18%"),
        ((OURS, THEIRS), comparison("<"), "contradicted", "52% against 18%"),
        ((OURS, claim(52, subject="bolt-3")), comparison("<"), "unverified", ""),
        ((OURS, THEIRS), comparison(">", versus=("bolt-3", "crow-4")), "unverified", ""),
        ((OURS, THEIRS, claim(60, subject="crow-4")), comparison(">", versus=("bolt-3", "crow-4")), "contradicted", "52% against 60%"),
        ((OURS, THEIRS, claim(40, subject="crow-4")), comparison(">", versus=("bolt-3", "crow-4")), "supported", ""),
        (
            (claim(52), claim(60, conditions={"mode": "long"}), claim(55, subject="bolt-3")),
            comparison(">"),
            "disputed",
            "60% against 55% bears it out, 52% against 55% does not",
        ),
        (
            (claim(52, headline=True), claim(60, conditions={"mode": "long"}), claim(55, subject="bolt-3")),
            comparison(">"),
            "contradicted",
            "52% against 55%",
        ),
        (
            (claim(52, headline=True), claim(60, conditions={"mode": "long"}), claim(55, subject="bolt-3")),
            comparison(">", conditions={"mode": "long"}),
            "disputed",
            "",
        ),
        (
            (claim(60, conditions={"tools": "with"}), claim(55, subject="bolt-3", conditions={"tools": "without"})),
            comparison("<"),
            "unverified",
            "",
        ),
        ((claim(60, conditions={"variant": "text"}), claim(55, subject="bolt-3")), comparison("<"), "unverified", ""),
        (
            (claim(3, metric="error-rate"), claim(5, metric="error-rate", subject="bolt-3")),
            comparison(">", metric="error-rate"),
            "unverified",
            "",
        ),
        ((claim(52, by="acme"), claim(60, subject="bolt-3", by="acme")), comparison(">"), "contradicted", ""),
        ((OURS, THEIRS), comparison("<", by="meter"), "unverified", ""),
        ((CHEAP, DEAR), comparison("<", metric="price-output"), "supported", ""),
        ((CHEAP, DEAR), comparison(">", metric="price-output"), "contradicted", ""),
        # ranks
        (
            (OURS, claim(57, subject="bolt-3", by="gauge")),
            {"value": 1, "metric": "rank", "conditions": {"variant": "Exam"}},
            "contradicted",
            "",
        ),
        (
            (OURS, claim(57, subject="bolt-3", by="gauge")),
            {"value": 2, "metric": "rank", "conditions": {"variant": "exam"}},
            "unverified",
            "",
        ),
        (
            (OURS, claim(57, subject="bolt-3", by="acme")),
            {"value": 1, "metric": "rank", "conditions": {"variant": "exam"}},
            "unverified",
            "",
        ),
        (
            (OURS, claim(57, subject="bolt-3", by="gauge")),
            {"value": 1, "metric": "rank", "conditions": {"variant": "open models on exam"}},
            "unverified",
            "",
        ),
        ((claim(2, metric="rank", conditions={"variant": "exam"}),), {"value": 5, "metric": "rank", "op": "<="}, "supported", ""),
        (
            (claim(2, metric="rank", conditions={"variant": "exam"}),),
            {"value": 4, "metric": "rank", "conditions": {"variant": "exam"}},
            "contradicted",
            "",
        ),
        # A place on a list that nothing names says nothing of another list
        ((claim(2, metric="rank", conditions={"variant": "exam"}),), {"value": 4, "metric": "rank"}, "unverified", ""),
    ],
)
def test_derived(claims: tuple[Claim, ...], article: dict[str, Any], verdict: Verdict, sum_: str) -> None:
    judgement, findings = judged(said(**article), *claims)
    assert judgement.verdict == verdict
    assert sum_ in judgement.sum
    expected = {"ratio": "FC108", "difference": "FC108", "comparison": "FC107"}.get(article.get("kind", ""), "FC106")
    expected_codes = {"contradicted": [expected], "disputed": ["FC201"]}.get(verdict, [])
    assert [code for code in codes(findings) if code != "FC301"] == expected_codes


@given(st.integers(1, 999), st.integers(1, 999), st.integers(0, 2))
def test_a_ratio_or_difference_that_was_computed_is_borne_out(ours: int, theirs: int, places: int) -> None:
    sides = claim(ours, metric="index"), claim(theirs, metric="index", subject="bolt-3")
    value = f"{ours / theirs:.{places}f}"
    if float(value):
        assert judged(said(**ratio(value, metric="index", direction="more")), *sides)[0].verdict == "supported"
    if gap := abs(ours - theirs):
        direction = "more" if ours > theirs else "less"
        article = difference(gap, metric="index", unit="points", direction=direction)
        assert judged(said(**article), *sides)[0].verdict == "supported"


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from([">", "<"]))
def test_a_comparison_and_its_contrary_are_never_both_borne_out(ours: int, theirs: int, op: str) -> None:
    sides = claim(ours), claim(theirs, subject="bolt-3")
    verdict = judged(said(**comparison(op)), *sides)[0].verdict
    contrary = judged(said(**comparison("<" if op == ">" else ">")), *sides)[0].verdict
    assert {verdict, contrary} == ({"supported", "contradicted"} if ours != theirs else {"unverified"})
