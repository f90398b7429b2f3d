"""Columns of a table that say who wins each row: "Winner: A" below the header "A vs. B", row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.documents import Block, Text
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.columns import VERDICT
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.labels import label_of
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

TIE = compile_re(r"\b(?:tie|tied|draw|even|equal|both|neither|depends|either)\b", re.IGNORECASE)
KINDS = frozenset(("score", "tokens", "speed", "price", "size"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who wins a row of a table: the name's place in its cell, against whom, and on what."""

    cell: Text
    start: int
    end: int
    subject: str
    versus: tuple[str, ...]
    metric: Metric

    @property
    def op(self) -> Literal[">", "<"]:
        """Which way the winner's value stands: less where less is better."""
        less = self.metric.higher_is_better is False or self.metric.kind == "price" or self.metric.unit == "seconds"
        return "<" if less else ">"


def read_verdicts(block: Block, see: Callable[[str], Scene], vocabulary: Vocabulary, measured: Mapping[int, Metric]) -> Iterator[Verdict]:
    """The winners that a table names, where its columns compete; `measured` is what cells, by their `id`, are of."""
    if not block.header_rows or len(block.rows) < 2:
        return
    header = block.rows[block.header_rows - 1]
    columns = [i for i, cell in enumerate(header) if VERDICT.fullmatch(cell.text.strip(" *?"))]
    labels = [label_of(cell.text, see, vocabulary) for cell in header]
    rivals = tuple(dict.fromkeys(id_ for label in labels if (id_ := competitor(label, vocabulary))))
    if len(columns) != 1 or len(rivals) < 2:
        return
    for row in block.rows[block.header_rows :]:
        cell, metric = row[columns[0]], metric_of(row, label_of(row[0].text, see, vocabulary), vocabulary, measured)
        marks = [s for s in see(cell.text).subjects if s.id in rivals]
        if metric and metric.kind in KINDS and len({s.id for s in marks}) == 1 and not TIE.search(cell.text):
            winner = marks[0]
            yield Verdict(cell, winner.start, winner.end, winner.id or "", tuple(r for r in rivals if r != winner.id), metric)


def metric_of(row: Sequence[Text], label: Label, vocabulary: Vocabulary, measured: Mapping[int, Metric]) -> Metric | None:
    """What a row is about: what its figures are of, else what its label names."""
    found = {measured[id(cell)].id: measured[id(cell)] for cell in row if id(cell) in measured}
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    return vocabulary.metrics.get(label.metric or "")


def competitor(label: Label, vocabulary: Vocabulary) -> str | None:
    """The model or product that a column is of."""
    only = label.subjects[0] if len(label.subjects) == 1 else None
    return only if only and vocabulary.subjects[only].kind in ("model", "product") else None
