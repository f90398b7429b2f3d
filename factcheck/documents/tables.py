"""Tables: lines with pipes taken apart into cells, and rows made equally long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factcheck.documents.document import EMPTY, Block, Text, TextBuilder
from factcheck.documents.lines import Line
from factcheck.patterns import compile_re

PIECE = compile_re(r"\\.|`+|\|")
FRAME = compile_re(r"[+|─-╿=-]{5,}")  # a line of a table's frame, as terminals draw it: "├───┼───┤", "+---+---+"
RULE = compile_re(r":?-+:?")
FIGURE = compile_re(r"[~≈<>+−–-]?\s?[$€£¥]?\d")
MOST_EMPTY_CELLS = 200_000  # a short row beside a very long one is filled up; a hostile file could ask for billions


def is_rule(text: str) -> bool:
    """Is this the line of dashes below a table's header, such as `|---|:-:|`?"""
    text = text.strip()
    if "-" not in text or text.strip("|:- \t"):
        return False
    return all(RULE.fullmatch(part.strip()) for part in text.removeprefix("|").removesuffix("|").split("|"))


def begins(line: str, following: str) -> bool:
    """Is `line` a table's header, with its rule in the line below?"""
    if "|" not in line or not is_rule(following):
        return False
    return "|" in following or ":" in following or len(bars(line.strip())) == 2


def is_row(text: str) -> bool:
    """Is this a row with pipes on both sides and at least one in between?"""
    return text.startswith("|") and text.endswith("|") and len(bars(text)) > 2


def is_frame(text: str) -> bool:
    """Is this a line that only separates the rows of a table?"""
    return is_rule(text) or FRAME.fullmatch(text.strip()) is not None


def is_grid(text: str) -> bool:
    """Is this such a line with crosses where the columns meet, as only tables drawn by hand have it?"""
    return text.startswith("+") and text.count("+") > 2 and FRAME.fullmatch(text) is not None


def cells(line: Line) -> list[Line]:
    """The cells of a table's row, without the blanks around them. Pipes that are escaped or in code are part of a cell."""
    line = line.strip()
    cuts = bars(line.text)
    found = [line.cut(start + 1, end).strip() for start, end in pairwise([-1, *cuts, len(line.text)])]
    outer_left = bool(cuts) and cuts[0] == 0
    outer_right = bool(cuts) and cuts[-1] == len(line.text) - 1
    return found[outer_left : len(found) - outer_right]


def raw(cell: Line) -> Text:
    """A cell's Markdown: its pipes are no longer escaped."""
    builder = TextBuilder()
    at = 0
    for match in re.finditer(r"\\(?=\|)", cell.text):
        builder.add(cell.text[at : match.start()], cell.start + at)
        at = match.end()
    builder.add(cell.text[at:], cell.start + at)
    return builder.build()


def header_rows(rows: Sequence[Sequence[Text]]) -> int:
    """How many header rows a table has that does not say: one, unless the first row holds figures or is the only one."""
    return int(len(rows) > 1 and not any(FIGURE.match(cell.text) for cell in rows[0]))


def table(rows: Sequence[Sequence[Text]], header_rows: int) -> Block | None:
    """A table of rows made equally long; None for one without any text, or too ragged to be a table."""
    width = max(map(len, rows), default=0)
    missing = sum(width - len(row) for row in rows)
    if missing > MOST_EMPTY_CELLS or not any(cell.text for row in rows for cell in row):
        return None
    return Block("table", rows=tuple((*row, *[EMPTY] * (width - len(row))) for row in rows), header_rows=header_rows)


def bars(text: str) -> list[int]:
    """Where the pipes stand that separate cells."""
    pieces = list(PIECE.finditer(text))
    left = Counter(match[0] for match in pieces)
    found: list[int] = []
    code = ""  # the row of backticks that opened the code we are in
    for match in pieces:
        piece = match[0]
        left[piece] -= 1
        if code:
            code = "" if piece == code else code
        elif piece[0] == "`" and left[piece]:
            code = piece
        elif piece == "|":
            found.append(match.start())
    return found
