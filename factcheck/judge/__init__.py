"""From assertions to judgements and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.documents.document import Block, Document
from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge.case import Case
from factcheck.judge.doubt import doubted
from factcheck.judge.itself import different_values
from factcheck.judge.judgement import Judgement
from factcheck.judge.rules import RULES
from factcheck.judge.verdict import judge_assertion
from factcheck.ledger.model import Ledger
from factcheck.places import Span


def judge(
    document: Document, assertions: Sequence[Assertion], ledger: Ledger, day: date
) -> tuple[tuple[Judgement, ...], tuple[Finding, ...]]:
    """Judge the assertions of one article as of `day`.

    Returns the judgements, parallel to the assertions, and the findings in the order of their places and codes.
    """
    passages = [document.source[a.passage.start : a.passage.end] for a in assertions]
    first = [judge_assertion(a, passage, ledger, day) for a, passage in zip(assertions, passages, strict=True)]
    together: dict[Span, list[Judgement]] = {}
    for judgement in first:
        together.setdefault(judgement.assertion.passage, []).append(judgement)
    judgements = tuple(doubted(j, together[j.assertion.passage], passage, ledger) for j, passage in zip(first, passages, strict=True))
    findings = [finding for case in _cases(document, judgements, ledger, day) for rule in RULES for finding in rule.check(case)]
    return judgements, tuple(sorted(findings, key=lambda f: (f.span, f.rule.code)))


def _cases(document: Document, judgements: Sequence[Judgement], ledger: Ledger, day: date) -> Iterator[Case]:
    """Each judgement with the earlier ones on the same thing, those in its own table left out: its columns are conditions."""
    tables = [Span(cells[0].start, cells[-1].end) for block in document.blocks if (cells := _cells(block))]
    article = tuple(judgement.assertion for judgement in judgements)
    alike: dict[tuple[str | None, str | None], list[Judgement]] = {}
    for judgement in judgements:
        alike.setdefault((judgement.assertion.subject, judgement.assertion.metric), []).append(judgement)
    for siblings in alike.values():
        figures = different_values([judgement.assertion for judgement in siblings])
        for i, judgement in enumerate(siblings):
            own = next((table for table in tables if table.overlaps(judgement.assertion.span)), None)
            earlier = tuple(j for j in siblings[:i] if own is None or not own.overlaps(j.assertion.span))
            yield Case(judgement, ledger, day, earlier, figures, article)


def _cells(block: Block) -> list[Span]:
    return [cell.span(0, len(cell.text)) for row in block.rows for cell in row if cell.text]
