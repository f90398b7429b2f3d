"""Where something stands: offsets in a decoded file, and the line and column they fall on."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re

NEWLINE = compile_re(r"\r\n|\n|\r")


class Span(NamedTuple):
    """Character offsets in the decoded file, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """A point in a file: 1-based line and column, both in characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Lines:
    """The lines of a decoded file. `\\r\\n`, `\\n` and `\\r` end a line; a byte order mark is one character."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in NEWLINE.finditer(self.source))]

    def position(self, offset: int) -> tuple[int, int]:
        """1-based (line, column) of a character offset."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    def line(self, number: int) -> tuple[int, str]:
        """(offset of its first character, text without its newline) of a 1-based line."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.source)
        return start, self.source[start:end].rstrip("\r\n")
