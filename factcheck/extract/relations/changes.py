"""Changes in brackets beside the figures of a table, against the row that it calls its baseline: "50.2 (2.6x)", "0.3 (-76.9%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.documents import Block, Text
from factcheck.extract.tables.grid import CellFigure
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Number

BASELINE = compile_re(r"\b(?:baseline|reference|unquantized)\b|\((?:base|ours? base|original)\)", re.IGNORECASE)
CHANGE = compile_re(r"\((?P<change>(?P<sign>[+\u2212-])?(?P<n>\d+(?:\.\d+)?) ?(?P<unit>[x×]|%|pp|pts?)?)\)\W*$")


@dataclass(frozen=True, slots=True)
class Change:
    """A change as written in its cell: offsets, value, of whom and what, against whom."""

    cell: Text
    start: int
    end: int
    kind: Literal["ratio", "difference"]
    value: Number
    unit: str
    direction: Literal["more", "less"] | None
    subject: str
    versus: tuple[str, ...]  # empty where the baseline has no name here
    metric: Metric


def read_changes(block: Block, figures: Mapping[int, CellFigure]) -> Iterator[Change]:
    """The changes of a table, given the figures of its cells by their `id`."""
    baseline: tuple[str, ...] | None = None
    for row in block.rows[block.header_rows :]:
        owners = {figures[id(cell)].subject for cell in row if id(cell) in figures}
        if BASELINE.search(row[0].text):
            baseline = tuple(owners) if len(owners) == 1 else ()
            continue
        for cell in row:
            found, m = figures.get(id(cell)), CHANGE.search(cell.text)
            if baseline is None or not found or not m or not (m["sign"] or m["unit"]):
                continue
            if found.end <= m.start() and found.subject not in baseline:
                yield change_of(cell, m, found, baseline)


def change_of(cell: Text, m: re.Match[str], figure: CellFigure, baseline: tuple[str, ...]) -> Change:
    """A change with whose and of what it is: as the figure that it stands beside."""
    digits = Decimal(m["n"])
    exponent = digits.as_tuple().exponent
    value = Number(digits, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))
    times = (m["unit"] or "") in ("x", "×")
    return Change(
        cell=cell,
        start=m.start("change"),
        end=m.end("change"),
        kind="ratio" if times else "difference",
        value=value,
        unit="ratio" if times else "percent" if m["unit"] == "%" else "points",
        direction=None if not m["sign"] else "more" if m["sign"] == "+" else "less",
        subject=figure.subject,
        versus=baseline,
        metric=figure.metric,
    )
