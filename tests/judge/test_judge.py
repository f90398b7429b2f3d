"""Judging as a whole: whatever was read, there is a verdict, and the findings are fit to be read."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.assertion import Assertion, Hedge, Kind, Modality
from factcheck.judge import judge
from factcheck.ledger.model import Claim, ClaimStatus
from factcheck.values import STATUSES, Op
from tests.judge.world import DAY, METRICS, SUBJECTS, claim, document, ledger, said

figures = st.decimals(min_value=0, max_value=2000, places=1).map(float)
subjects = st.sampled_from(["acme-1", "acme-2", "bolt-3"])
evaluators = st.sampled_from([None, *SUBJECTS])
conditions = st.dictionaries(
    st.sampled_from(["mode", "tools", "version", "variant", "attempts"]), st.sampled_from(["with", "4.0", "exam"]), max_size=2
)
dates = st.sampled_from(["2024", "2025-04", "2025-04-05"])


def values(metric: str) -> st.SearchStrategy[object]:
    kind = METRICS[metric].kind
    if kind == "date":
        return dates
    if kind == "availability":
        return st.sampled_from(STATUSES)
    return figures | st.tuples(figures, figures).map(sorted)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    metric = draw(st.sampled_from(list(METRICS)))
    return claim(
        draw(values(metric)),
        metric=metric,
        subject=draw(subjects),
        conditions=draw(conditions),
        by=draw(evaluators),
        op=draw(st.sampled_from(["=", "~", ">", "<="])),
        status=draw(st.sampled_from(get_args(ClaimStatus))),
        as_of=draw(st.none() | dates),
        headline=draw(st.booleans()),
        source=draw(st.sampled_from(["acme-page", "gauge-table", "daily-story"])),
        note=draw(st.none() | st.just("It was misread.")),
    )


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    metric = draw(st.sampled_from([None, *METRICS]))
    kind: Kind = draw(st.sampled_from([METRICS[metric].kind, "ratio", "difference", "comparison"])) if metric else "score"
    derived = kind in ("ratio", "difference", "comparison")
    value = draw(figures) if derived or metric is None else draw(values(metric))
    return said(
        None if kind == "comparison" else value,
        metric=metric,
        metric_text=None if metric else "Quux",
        subject=draw(subjects),
        kind=kind,
        text=str(value),
        at=draw(st.integers(0, 60)),
        op=draw(st.sampled_from(get_args(Op))),
        hedge=draw(st.sampled_from([None, *get_args(Hedge)])),
        conditions=draw(conditions),
        by=draw(evaluators),
        versus=draw(st.lists(subjects, max_size=2)),
        modality=draw(st.sampled_from(get_args(Modality))),
    )


@given(st.lists(assertions(), max_size=5), st.lists(claims(), max_size=8))
@settings(max_examples=200)
def test_whatever_was_read_is_judged(read: list[Assertion], held: list[Claim]) -> None:
    book = ledger(*held)
    judgements, findings = judge(document("x" * 80), read, book, DAY)
    assert [j.assertion for j in judgements] == read
    assert [f.span for f in findings] == sorted(f.span for f in findings)
    for judgement in judgements:
        assert set(judgement.claims) <= book.claims.keys()
        assert 0 <= judgement.agreeing <= len(judgement.claims)
        assert bool(judgement.claims) or judgement.verdict == "unverified"
    for finding in findings:
        assert finding.message.endswith(".") and "None" not in finding.message and "  " not in finding.message
        assert finding.severity != "error" or any(j.assertion.span == finding.span and j.assertion.modality == "stated" for j in judgements)
    assert judge(document("x" * 80), read, book, DAY) == (judgements, findings)
