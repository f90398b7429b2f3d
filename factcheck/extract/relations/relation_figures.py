"""A figure that relates two things, as written: a ratio or a difference, before it is settled between whom and of what."""

from __future__ import annotations

from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.extract.assertion import Hedge
from factcheck.values import Number, Op, Range


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio or difference as written: its offsets, the value, and where the words that explain it end."""

    start: int
    end: int
    outer_end: int
    kind: Literal["ratio", "difference"]
    value: Number | Range
    unit: str
    op: Op
    hedge: Hedge | None
    form: str
