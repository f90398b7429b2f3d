"""Rows of figures, each of somebody else, behind a list of the metrics that they are of: "M and N: 97 and 80 (S), 96 and 79 (T)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.subject_evidence import subject_choices
from factcheck.patterns import compile_re

FIGURES = compile_re(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bpoints\b|%)*")
OF_ONE = ("S (q)", "q (S)", "q for S", "S at q")


def rows_of_others(sentence: Sentence, marks: list[MetricMark]) -> list[Attached]:
    """The figures of two rows and more behind a list of metrics, each row as long as the list and of a subject of its own; else none."""
    rows = list(rows_of(sentence, marks[-1].end))
    if len(rows) < 2 or any(len(row) != len(marks) for row in rows):
        return []
    out: list[Attached] = []
    for row in rows:
        subject = owner(sentence, row, marks)
        if subject is None:
            return []
        for quantity, mark in zip(row, marks, strict=True):
            metric = sentence.vocabulary.metrics.get(mark.id or "")
            fitted = fit(quantity, metric) if metric and metric.kind == "score" else None
            if not metric or not fitted:
                return []
            out.append(Attached(quantity, Choice(metric.id, 7.0, "row of metrics", mark), (subject,), fitted, 7.0 + subject.weight))
    return out if len({x.subjects[0].id for x in out}) == len(rows) else []


def rows_of(sentence: Sentence, start: int) -> Iterator[list[Quantity]]:
    """The quantities from an offset on, those together that stand in one list."""
    while behind := [q for q in sentence.quantities if q.start >= start]:
        row = list_of(behind, sentence)
        start = row[-1].end
        yield row


def list_of(quantities: list[Quantity], sentence: Sentence) -> list[Quantity]:
    """The first of some quantities, as far as only commas, "and" and units stand between them, whichever way they run."""
    row = quantities[:1]
    for one, other in pairwise(quantities):
        first, second = sorted((one, other), key=lambda q: q.start)
        if not FIGURES.fullmatch(sentence.scene.text, first.outer_end, second.outer_start):
            break
        row.append(other)
    return row


def owner(sentence: Sentence, row: list[Quantity], marks: list[MetricMark]) -> Choice | None:
    """Whose a row is: the name right before its first figure, or right behind its last."""
    metric = sentence.vocabulary.metrics.get(marks[0].id or "")
    if metric is None:
        return None
    choices = [c for q in (row[0], row[-1]) for c in subject_choices(sentence, q, metric) if c.id and c.rule in OF_ONE and c.weight >= 6.5]
    return max(choices, key=lambda c: c.weight, default=None)
