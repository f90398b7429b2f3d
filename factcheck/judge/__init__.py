"""From assertions to judgements and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.documents.document import Block, Document
from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge.case import Case
from factcheck.judge.doubt import doubted, undated
from factcheck.judge.itself import by_own_figures, different_values
from factcheck.judge.judgement import Judgement
from factcheck.judge.rules import RULES
from factcheck.judge.verdict import BENCHMARKED, judge_assertion
from factcheck.ledger.model import Ledger
from factcheck.places import Span


def judge(
    document: Document, assertions: Sequence[Assertion], ledger: Ledger, day: date, *, dated: bool = True
) -> tuple[tuple[Judgement, ...], tuple[Finding, ...]]:
    """Judge the assertions of one article as of `day`, which is only assumed for one that is not `dated`.

    Returns the judgements, parallel to the assertions, and the findings in the order of their places and codes.
    """
    tables = [Span(cells[0].start, cells[-1].end) for block in document.blocks if (cells := _cells(block))]
    passages = [document.source[a.passage.start : a.passage.end] for a in assertions]
    first = [judge_assertion(a, passage, ledger, day) for a, passage in zip(assertions, passages, strict=True)]
    first = [by_own_figures(j, first, ledger, day) for j in first]
    alike, read = _by_thing(first), _by_passage(assertions)
    second = (
        doubted(j, _neighbours(j, alike[_thing(j)], tables), read[j.assertion.passage], passage, ledger)
        for j, passage in zip(first, passages, strict=True)
    )
    judgements = tuple(second if dated else (undated(j, ledger) for j in second))
    findings = [finding for case in _cases(judgements, tables, ledger, day) for rule in RULES for finding in rule.check(case)]
    return judgements, tuple(sorted(findings, key=lambda f: (f.span, f.rule.code)))


def _cases(judgements: Sequence[Judgement], tables: Sequence[Span], ledger: Ledger, day: date) -> Iterator[Case]:
    """Each judgement with the others on the same thing. The columns of tables are conditions: two cells do not contradict each other."""
    article = tuple(judgement.assertion for judgement in judgements)
    for siblings in _by_thing(judgements).values():
        figures = different_values([judgement.assertion for judgement in siblings])
        for i, judgement in enumerate(siblings):
            own = _table(judgement, tables)
            yield Case(
                judgement,
                ledger,
                day,
                earlier=tuple(j for j in siblings[:i] if own is None or _table(j, tables) is None),
                table=tuple(j.assertion for j in siblings if own is not None and j is not judgement and _table(j, tables) == own),
                figures=figures,
                article=article,
            )


def _thing(judgement: Judgement) -> tuple[str | None, str | None]:
    return judgement.assertion.subject, judgement.assertion.metric


def _by_thing(judgements: Sequence[Judgement]) -> dict[tuple[str | None, str | None], list[Judgement]]:
    alike: dict[tuple[str | None, str | None], list[Judgement]] = {}
    for judgement in judgements:
        alike.setdefault(_thing(judgement), []).append(judgement)
    return alike


def _by_passage(assertions: Sequence[Assertion]) -> dict[Span, set[tuple[str | None, str | None]]]:
    """The subjects and metrics that were read in each passage."""
    read: dict[Span, set[tuple[str | None, str | None]]] = {}
    for assertion in assertions:
        read.setdefault(assertion.passage, set()).add((assertion.subject, assertion.metric))
    return read


def _neighbours(judgement: Judgement, siblings: Sequence[Judgement], tables: Sequence[Span]) -> list[Judgement]:
    """Those of the same passage, and of a measured figure in a table those in all tables."""
    in_table = judgement.assertion.kind in BENCHMARKED and _table(judgement, tables) is not None
    return [
        other
        for other in siblings
        if other.assertion.passage == judgement.assertion.passage or (in_table and _table(other, tables) is not None)
    ]


def _table(judgement: Judgement, tables: Sequence[Span]) -> Span | None:
    return next((table for table in tables if table.overlaps(judgement.assertion.span)), None)


def _cells(block: Block) -> list[Span]:
    return [cell.span(0, len(cell.text)) for row in block.rows for cell in row if cell.text]
