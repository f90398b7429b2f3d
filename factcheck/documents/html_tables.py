"""The tables of HTML: cells that span several columns or rows, headers, and tables that are none."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import patterns
from factcheck.dataclass import dataclass, field
from factcheck.documents import tables
from factcheck.documents.document import Block, Text
from factcheck.documents.html_tokens import Token

HEADINGS = {f"h{level}": level for level in range(1, 7)}
WIDEST_SPAN = 100


@dataclass(slots=True)
class Cell:
    text: Text
    header: bool
    columns: int
    rows: int


@dataclass(slots=True)
class Row:
    cells: list[Cell] = field(default_factory=list)
    in_head: bool = False


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The block of a table with these rows, none of which is empty; those of its cells where it only arranges them."""
    grid = _grid(rows)
    marked = any(row.in_head or any(cell.header for cell in row.cells) for row in rows)
    if max(map(len, grid), default=0) > 1 or marked:
        unmarked = not rows[0].in_head and not any(cell.header for cell in rows[0].cells)
        header_rows = tables.header_rows(grid) if unmarked else _header_rows(rows)
        if table := tables.table(grid, header_rows):
            return [table]
    return [Block("paragraph", cell.text) for row in rows for cell in row.cells if cell.text.text]


def layout_tables(source: str, tokens: Sequence[Token]) -> set[int]:
    """The tables (by index of their tag) that only arrange the page, as in newsletters: those with headings or tables in them."""
    found: set[int] = set()
    open_tables: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind == "open" and (token.name == "table" or token.name in HEADINGS):
            if open_tables:
                found.add(open_tables[-1])
            if token.name == "table":
                open_tables.append(i)
                if patterns.search(r"""role\s*=\s*["']?(?:presentation|none)""", source[token.attributes : token.end]):
                    found.add(i)
        elif token.kind == "close" and token.name == "table" and open_tables:
            open_tables.pop()
    return found


def _grid(rows: Sequence[Row]) -> list[list[Text]]:
    """The cells in their columns; one that spans several columns or rows is repeated."""
    grid: list[list[Text]] = []
    from_above: dict[int, tuple[int, Text]] = {}  # column: (how many rows still, what)
    for row in rows:
        line: list[Text] = []
        below: dict[int, tuple[int, Text]] = {}
        for cell in [*row.cells, None]:
            while len(line) in from_above:
                left, text = from_above.pop(len(line))
                if left > 1:
                    below[len(line)] = (left - 1, text)
                line.append(text)
            for _ in range(cell.columns if cell else 0):
                assert cell
                if cell.rows > 1 and len(line) < WIDEST_SPAN:
                    below[len(line)] = (cell.rows - 1, cell.text)
                line.append(cell.text)
        grid.append(line)
        from_above = below
    return grid


def _header_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are in a `thead` or hold nothing but `th`."""
    for i, row in enumerate(rows):
        named = all(cell.header or not cell.text.text for cell in row.cells) and any(cell.header for cell in row.cells)
        if not row.in_head and not named:
            return i
    return len(rows)
