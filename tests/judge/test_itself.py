"""The article against itself."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.documents.document import Block, Document, Run, Text
from factcheck.extract.assertion import Assertion
from factcheck.judge import judge
from factcheck.places import Span
from tests.judge.world import DAY, claim, codes, document, ledger, said

ARTICLE = "A sentence with one figure in it. Another sentence with another figure. A third one."


def first(value: object = 71, **rest: Any) -> Assertion:
    return said(value, at=0, **rest)


def second(value: object = 74, **rest: Any) -> Assertion:
    return said(value, at=40, **rest)


@pytest.mark.parametrize(
    ("assertions", "found"),
    [
        ((first(), second()), True),
        ((first(), second(71)), False),
        ((first(71.4), second(71)), False),
        ((first(), second(op="~", hedge="about")), False),
        ((first(), second(70, op=">")), False),
        ((first(), second(conditions={"tools": "with"})), False),
        ((first(), second(by="gauge")), False),
        ((first(), second(modality="rumoured")), False),
        ((first(), second(metric="exam-hard")), False),
        ((first(), second(subject="bolt-3")), False),
        ((first(passage=Span(0, 80)), second(passage=Span(0, 80))), False),
        ((first(), second(), said(80, at=72)), False),  # three figures: some condition was not read
        ((first("2025-04", metric="release-date"), second("2025-09", metric="release-date")), True),
        ((first("2025-04", metric="release-date"), second("2025-04-05", metric="release-date")), False),
    ],
)
def test_two_figures_for_one_thing(assertions: tuple[Assertion, ...], found: bool) -> None:
    _, findings = judge(document(ARTICLE), assertions, ledger(), DAY)
    warnings = [f for f in findings if f.rule.code == "FC401"]
    assert bool(warnings) == found
    if found:
        assert warnings[0].span == assertions[1].span
        assert [related.span for related in warnings[0].related] == [assertions[0].span]


def test_figures_that_the_ledger_bears_out_do_not_contradict_each_other() -> None:
    held = ledger(claim(71, conditions={"tools": "without"}), claim(74, conditions={"tools": "with"}))
    _, findings = judge(document(ARTICLE), [first(), second()], held, DAY)
    assert codes(findings) == ["FC201", "FC201"]


def test_columns_of_one_table_are_conditions_but_text_is_held_against_it() -> None:
    cells = tuple(Text(ARTICLE[a:b], (Run(0, a, b),)) for a, b in ((0, 2), (40, 42)))
    table = Document("article.md", ARTICLE, (Block("table", rows=(cells,)),))
    assert codes(judge(table, [first(), second()], ledger(claim(9, metric="index")), DAY)[1]) == ["FC301", "FC301"]
    beside = Document("article.md", ARTICLE, (Block("table", rows=(cells[:1],)), Block("table", rows=(cells[1:],))))
    assert "FC401" not in codes(judge(beside, [first(), second()], ledger(), DAY)[1])
    half = Document("article.md", ARTICLE, (Block("table", rows=(cells[:1],)),))
    assert "FC401" in codes(judge(half, [first(), second()], ledger(), DAY)[1])


def test_a_table_that_has_all_figures_tells_them_apart() -> None:
    held = ledger(claim(71, conditions={"tools": "without"}), claim(74, conditions={"tools": "with"}))
    cells = tuple(Text(ARTICLE[a:b], (Run(0, a, b),)) for a, b in ((0, 2), (40, 42)))
    table = Document("article.md", ARTICLE, (Block("table", rows=(cells,)),))
    assert codes(judge(table, [first(), second()], held, DAY)[1]) == []
    assert codes(judge(table, [first()], held, DAY)[1]) == ["FC201"]


def test_a_figure_in_a_table_is_doubted_where_another_table_has_the_right_one() -> None:
    cells = tuple(Text(ARTICLE[a:b], (Run(0, a, b),)) for a, b in ((0, 2), (40, 42)))
    tables = Document("article.md", ARTICLE, (Block("table", rows=(cells[:1],)), Block("table", rows=(cells[1:],))))
    judgements, _ = judge(tables, [first(), second()], ledger(claim(74)), DAY)
    assert [j.verdict for j in judgements] == ["unverified", "supported"]


def test_findings_come_in_the_order_of_the_text() -> None:
    assertions = [said(120, at=50), said(120, at=10), said(200, at=30)]
    _, findings = judge(document(ARTICLE), assertions, ledger(), DAY)
    places = [(f.span, f.rule.code) for f in findings]
    assert places == sorted(places) and len(places) > 3


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"value": 3, "kind": "ratio", "unit": "ratio", "direction": "more"}, ""),  # 60 / 20
        ({"value": 2, "kind": "ratio", "unit": "ratio", "direction": "more"}, "60 / 20 = 3"),
        ({"value": 2, "op": ">", "kind": "ratio", "unit": "ratio", "direction": "more"}, ""),
        ({"value": 200, "kind": "difference", "unit": "percent", "direction": "more"}, ""),
        ({"value": 50, "kind": "difference", "unit": "percent", "direction": "more"}, "(60 - 20) / 20 = 200%"),
        ({"value": 40, "kind": "difference", "unit": "points", "direction": "more"}, ""),
        ({"value": 30, "kind": "difference", "unit": "points", "direction": "less"}, "60 - 20 = 40"),
        ({"value": 2, "kind": "ratio", "unit": "ratio"}, ""),  # more or less is not said
        ({"value": 2, "kind": "ratio", "unit": "ratio", "direction": "more", "metric": "exam"}, ""),
        ({"value": 2, "kind": "ratio", "unit": "ratio", "direction": "more", "modality": "predicted"}, ""),
    ],
)
def test_a_change_over_time_is_held_against_the_two_figures_of_its_sentence(change: dict[str, Any], found: str) -> None:
    passage = Span(0, 34)
    figures = [said(20, at=0, metric="index", passage=passage), said(60, at=5, metric="index", passage=passage)]
    stated = said(at=20, text="so much", **{"metric": "index"} | change, passage=passage)
    _, findings = judge(document(ARTICLE), [*figures, stated], ledger(), DAY)
    warnings = [f for f in findings if f.rule.code == "FC403"]
    assert [found in warning.message for warning in warnings] == [True] * bool(found)
    alone = judge(document(ARTICLE), [figures[0], stated], ledger(), DAY)[1]
    assert "FC403" not in codes(alone)


def test_a_sum_of_figures_that_held_once_is_no_mistake() -> None:
    old = (
        claim(18, subject="bolt-3", metric="index", by="gauge", as_of="2025-05-01"),
        claim(52, metric="index", by="gauge", as_of="2025-05-01"),
    )
    new = (
        claim(14, subject="bolt-3", metric="index", by="gauge", as_of="2026-03-01"),
        claim(60, metric="index", by="gauge", as_of="2026-03-01"),
    )
    article = [
        said(52, metric="index"),
        said(
            3, kind="ratio", unit="ratio", metric="index", versus="bolt-3", direction="more", op="~", hedge="nearly", at=40, text="tripling"
        ),
        said(18, metric="index", subject="bolt-3", at=60),
    ]
    judgements, _ = judge(document(ARTICLE), article, ledger(*old, *new), DAY)
    assert [j.verdict for j in judgements] == ["outdated", "supported", "outdated"]
    judgements, _ = judge(document(ARTICLE), article[1:2], ledger(*old, *new), DAY)
    assert judgements[0].verdict == "contradicted"
