"""Tables whose cells are set apart by tabs, as they come out of pages and sheets that were copied into a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from factcheck.documents.lines import Line
from factcheck.patterns import compile_re

LONGEST_TITLE = 6  # words
LEAST_ROWS = 3
SENTENCE_END = compile_re(r"[.!?:;,][\"”’')\]]*\s*$")
FIGURE = compile_re(r"\W*\d[\d.,]*\W*")


def tabbed(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of a table that starts at the first of some lines: as many tabs in each line, or one less in the first, where the corner
    went missing; titles of rows may stand between them. Empty if none starts there."""
    text = lines[0].text.strip(" ")
    following = lines[1].text.strip(" ") if len(lines) > 1 else ""
    tabs = text.count("\t")
    if cornerless(lines, tabs):
        head = lines[0]
        return [[head.cut(0, 0), *cells(head)], *as_wide(lines[1:], tabs + 1)]
    even = tabs == following.count("\t") and ("\t" in text.strip() or "\t" in following.strip())
    return as_wide(lines, tabs) if even or is_title(lines, 1, tabs) else []


def copied(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of such a table in Markdown, which knows nothing of tabs: three or more, up to the next empty line."""
    rows = tabbed([line.strip() for line in takewhile(lambda line: line.text.strip(), lines)])
    return rows if len(rows) >= LEAST_ROWS else []


def as_wide(lines: Sequence[Line], tabs: int) -> list[list[Line]]:
    """The cells of lines with so many tabs, and of titles between them, as far as they go."""
    rows = []
    for at, line in enumerate(lines):
        if line.text.strip(" ").count("\t") != tabs and not is_title(lines, at, tabs):
            break
        row = cells(line)
        rows.append([*row, *[row[-1].cut(len(row[-1].text))] * (tabs + 1 - len(row))])
    return rows


def is_title(lines: Sequence[Line], at: int, tabs: int) -> bool:
    """Whether a line is the title of the rows below it, of three cells or more."""
    title = lines[at].text.strip() if tabs > 1 and at + 1 < len(lines) else ""
    plain = title and "\t" not in title and len(title.split()) <= LONGEST_TITLE and not SENTENCE_END.search(title)
    return bool(plain) and lines[at + 1].text.strip(" ").count("\t") == tabs


def cornerless(lines: Sequence[Line], tabs: int) -> bool:
    """Whether a line of labels stands above two rows or more that have a name besides."""
    below = [line.text.strip(" ") for line in lines[1:3]]
    named = all(line.count("\t") == tabs + 1 and line[:1].isalpha() for line in below)
    return tabs > 0 and len(below) == 2 and named and all(c.text and not FIGURE.fullmatch(c.text) for c in cells(lines[0]))


def cells(line: Line) -> list[Line]:
    """The parts of a line that tabs set apart."""
    edges = [-1, *(match.start() for match in re.finditer("\t", line.text)), len(line.text)]
    return [line.cut(start + 1, end).strip() for start, end in pairwise(edges)]
