"""From assertions to judgements and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.documents.document import Block, Document
from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge.beside import of_another_time
from factcheck.judge.case import Case
from factcheck.judge.doubt import doubted, told_elsewhere, undated
from factcheck.judge.excuses import BENCHMARKED, of_another_part
from factcheck.judge.itself import by_own_figures, different_values
from factcheck.judge.judgement import Judgement
from factcheck.judge.rules import RULES
from factcheck.judge.verdict import judge_assertion
from factcheck.ledger.model import Ledger
from factcheck.places import Span
from factcheck.values import Value

Thing = tuple[str | None, str | None]  # subject and metric


def judge(
    document: Document, assertions: Sequence[Assertion], ledger: Ledger, day: date, *, dated: bool = True
) -> tuple[tuple[Judgement, ...], tuple[Finding, ...]]:
    """Judge the assertions of one article as of `day`, which is only assumed for one that is not `dated`.

    Returns the judgements, parallel to the assertions, and the findings in the order of their places and codes.
    """
    tables = [Span(cells[0].start, cells[-1].end) for block in document.blocks if (cells := _cells(block))]
    passages = [document.source[a.passage.start : a.passage.end] for a in assertions]
    first = [judge_assertion(a, passage, ledger, day) for a, passage in zip(assertions, passages, strict=True)]
    first = [of_another_part(by_own_figures(j, first, ledger, day), document.source, ledger) for j in first]
    alike, read = _by_thing(first), _by_passage(assertions)
    second = (
        doubted(j, _neighbours(j, alike, tables), read[j.assertion.passage], passage, ledger)
        for j, passage in zip(first, passages, strict=True)
    )
    second = (told_elsewhere(j, _around(j, document), document.source, ledger) for j in second)
    judgements = tuple(second if dated else (undated(j, passage, ledger) for j, passage in zip(second, passages, strict=True)))
    findings = [finding for case in _cases(document, judgements, tables, ledger, day) for rule in RULES for finding in rule.check(case)]
    return judgements, tuple(sorted(findings, key=lambda f: (f.span, f.rule.code)))


def _cases(document: Document, judgements: Sequence[Judgement], tables: Sequence[Span], ledger: Ledger, day: date) -> Iterator[Case]:
    """Each judgement with the others on the same thing. The columns of tables are conditions: two cells do not contradict each other,
    nor do figures of different times."""
    article = tuple(judgement.assertion for judgement in judgements)

    def elsewhen(judgement: Judgement) -> bool:
        passage = judgement.assertion.passage
        return of_another_time(judgement.assertion, document.source[passage.start : passage.end])

    for siblings in _by_thing(judgements).values():
        figures = different_values([judgement.assertion for judgement in siblings])
        for i, judgement in enumerate(siblings):
            own = _table(judgement, tables)
            yield Case(
                judgement,
                ledger,
                day,
                earlier=tuple(
                    j for j in siblings[:i] if (own is None or _table(j, tables) is None) and not elsewhen(j) and not elsewhen(judgement)
                ),
                told_apart=tuple(j.assertion for j in siblings if j is not judgement and _tells_apart(j, judgement, tables)),
                figures=figures,
                article=article,
            )


def _tells_apart(other: Judgement, judgement: Judgement, tables: Sequence[Span]) -> bool:
    """Whether two figures for one thing stand in one table, by whose columns they differ, or in one sentence under other settings."""
    a, b, own = other.assertion, judgement.assertion, _table(judgement, tables)
    return (own is not None and _table(other, tables) == own) or (a.passage == b.passage and dict(a.conditions) != dict(b.conditions))


def _thing(judgement: Judgement) -> Thing:
    return judgement.assertion.subject, judgement.assertion.metric


def _by_thing(judgements: Sequence[Judgement]) -> dict[Thing, list[Judgement]]:
    alike: dict[Thing, list[Judgement]] = {}
    for judgement in judgements:
        alike.setdefault(_thing(judgement), []).append(judgement)
    return alike


def _by_passage(assertions: Sequence[Assertion]) -> dict[Span, dict[Thing, list[Value | None]]]:
    """The values that were read in each passage, by subject and metric."""
    read: dict[Span, dict[Thing, list[Value | None]]] = {}
    for assertion in assertions:
        read.setdefault(assertion.passage, {}).setdefault((assertion.subject, assertion.metric), []).append(assertion.value)
    return read


def _neighbours(judgement: Judgement, alike: Mapping[Thing, Sequence[Judgement]], tables: Sequence[Span]) -> list[Judgement]:
    """Those on the same thing in the same passage or table, and of a measured figure those in all tables that do not repeat its own."""
    own = _table(judgement, tables) if judgement.verdict == "contradicted" else None
    measured = judgement.assertion.kind in BENCHMARKED
    return [
        other
        for other in alike[_thing(judgement)]
        if other.assertion.passage == judgement.assertion.passage
        or (own and (table := _table(other, tables)) and (table == own or (measured and not _repeats(own, table, judgement, alike))))
    ]


def _repeats(own: Span, other: Span, judgement: Judgement, alike: Mapping[Thing, Sequence[Judgement]]) -> bool:
    """Whether two tables have figures for the same things besides the judgement's, and the same ones: then they are of one setting."""
    pairs = [
        ([j.assertion for j in known if own.overlaps(j.assertion.span)], [j.assertion for j in known if other.overlaps(j.assertion.span)])
        for thing, known in alike.items()
        if thing != _thing(judgement)
    ]
    shared = [(ours, theirs) for ours, theirs in pairs if ours and theirs]
    return bool(shared) and all(different_values([*ours, *theirs]) <= max(len(ours), len(theirs)) for ours, theirs in shared)


def _table(judgement: Judgement, tables: Sequence[Span]) -> Span | None:
    return next((table for table in tables if table.overlaps(judgement.assertion.span)), None)


def _around(judgement: Judgement, document: Document) -> str:
    """The text of the block that an error of attribution stands in: a paragraph, an item, a whole table."""
    if judgement.ground != "evaluator":
        return ""
    span = judgement.assertion.span
    return next((_text(block) for block in document.blocks if any(part.overlaps(span) for part in _parts(block))), "")


def _parts(block: Block) -> list[Span]:
    return _cells(block) or ([block.text.span(0, len(block.text.text))] if block.text.text else [])


def _text(block: Block) -> str:
    return " ".join([block.text.text, *(cell.text for row in block.rows for cell in row)])


def _cells(block: Block) -> list[Span]:
    return [cell.span(0, len(cell.text)) for row in block.rows for cell in row if cell.text]
