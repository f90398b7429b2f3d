"""The shape of a table before its cells are read: its header rows, the titles of its sections, tables set side by side."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from factcheck.dataclass import replace
from factcheck.documents import Block, Text
from factcheck.extract.names.scene import Scene
from factcheck.extract.tables.cell_subjects import MEMBER
from factcheck.extract.tables.cells import NOTHING
from factcheck.extract.tables.columns import ASIDE
from factcheck.extract.tables.standard_labels import is_standard
from factcheck.extract.voices.conditions import find_conditions
from factcheck.patterns import compile_re

Row = tuple[Text, ...]
DECIMAL = compile_re(r"[\s*_]*(?P<figure>\d*\.\d+)[\s*_]*")
UNIT = compile_re(r"[\s*_]*\([^()]+\)[\s*_]*")
RESULT = compile_re(r"[\s*_]*(?:\d+\.\d+(?:\s?%| percent)?|\d+(?:\s?%| percent))[\s*_]*")
SOME = 4  # figures
FACTS = 2  # rows that tell what they are of
# What is no figure of anything, but a fact about it; and what only heads such facts.
FACT = compile_re(
    r"(?:model )?(?:architecture|type|developer|developed by|maker|vendor|organi[sz]ation|author|created by|base model|modalit(?:y|ies)"
    r"|licen[sc]e|tokenizer|backbone|precision|language\(?s?\)?|attention(?: mechanism)?|activation(?: function)?)",
    re.IGNORECASE,
)
VALUES = compile_re(
    r"(?:the )?(?:values?|details?|specs?|specifications?|descriptions?|info(?:rmation)?|notes?|data|answers?|numbers?|counts?|settings?"
    r"|options?|meaning|explanation|examples?)",
    re.IGNORECASE,
)


def stacked(block: Block) -> Block:
    """A table whose header says the same two or three times ("Language | Score | Language | Score") as one of fewer, longer columns.

    Columns that only keep others apart are left out.
    """
    columns = [c for c in range(len(block.rows[0])) if any(row[c].text.strip() for row in block.rows)]
    if columns and len(columns) < len(block.rows[0]):
        block = replace(block, rows=tuple(tuple(row[c] for c in columns) for row in block.rows))
    header = [words(cell) for cell in block.rows[0]] if block.header_rows == 1 else []
    width = next((w for w in range(2, len(header) // 2 + 1) if header == header[:w] * (len(header) // w)), 0)
    if not width or not all(header):
        return block
    body = [row[i : i + width] for row in block.rows[1:] for i in range(0, len(row), width)]
    return replace(block, rows=(block.rows[0][:width], *body))


def headed(block: Block) -> Block:
    """A table whose header is a row like the others, with figures in all cells but the first or a fact above facts, as one without."""
    first = block.rows[0][1:] if block.header_rows == 1 else ()
    alike = first and (all(RESULT.fullmatch(cell.text) for cell in first) or begins_facts(block.rows))
    return replace(block, header_rows=0) if alike else block


def begins_facts(rows: Sequence[Row]) -> bool:
    """Whether the first row of a table of two columns is a fact like those below it: "Architecture | Dense", "Total parameters | 70B"."""
    label, value = (cell.text.strip(" *_:") for cell in rows[0][:2])
    if len(rows[0]) != 2 or sum(is_standard(row[0].text) for row in rows[1:]) < FACTS or not value or VALUES.fullmatch(value):
        return False
    return FACT.fullmatch(label) is not None or (is_standard(label) and any(c.isdigit() for c in value))


def section(row: Row) -> str | None:
    """The title of a row that is nothing but a title for the rows below it."""
    filled = {cell.text.strip() for cell in row if cell.text.strip()}
    alone = len([c for c in row if c.text.strip()]) in (1, len(row))
    return filled.pop() if len(filled) == 1 and alone and row[0].text.strip() else None


def retold(rows: Sequence[Row]) -> bool:
    """Whether the sections of a table have rows of the same names, so that their titles tell apart what is of one name.

    Then the titles are conditions ("Dev set", "Test set"), else they only sort ("Mathematics", "Coding").
    """
    title = ""
    titles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if new := section(row):
            title = new
        elif name := words(row[0]):
            titles[name].add(title)
    return any(len(t - {""}) > 1 for t in titles.values())


def twice(rows: Sequence[Row]) -> set[str]:
    """The names that stand at the head of more than one row; one that heads a block of rows stands once, with gaps below it."""
    names = [words(row[0]) for row in rows]
    heads = {name for name, below in pairwise(names) if name and not below}
    return {name for name, times in Counter(names).items() if times > 1} | heads


def further_headers(block: Block, see: Callable[[str], Scene]) -> int:
    """How many of the first body rows are headers all the same: no figure in them, and gaps above them or in their first cell.

    So is a row of conditions only, "5-shot" below the names of benchmarks, or of units in brackets.
    """
    above = [c for row in block.rows[: block.header_rows] for c in row if c.text.strip()]
    width = len(block.rows[0])
    body = block.rows[block.header_rows :]
    empty = bool(block.header_rows) and width == 2 and not block.rows[block.header_rows - 1][1].text.strip()
    if body and block.header_rows and not body[0][0].text.strip() and (of_conditions(body[0]) or of_units(body[0])):
        return 1
    if not body or len(above) == width or empty or section(body[0]):
        return 0  # two columns below an empty header, which Markdown cannot do without, are labels and values
    if not block.header_rows and width == 2 and (ASIDE.fullmatch(body[0][0].text.strip(" *_:")) or begins_facts(body)):
        return 0  # "Developer | S" begins a list of facts
    first = [c for c in body[0] if c.text.strip()]
    parted = block.header_rows and any(not c.text.strip() for c in block.rows[block.header_rows - 1][1:])
    full = (
        parted and all(c.text.strip() for c in body[0]) and len(above) <= (width + 1) // 2
    )  # "| | A | | B | |" above "| Task | 7B | 13B | 7B | 13B |"
    gaps = full or len(above) <= max(1, width // 3) or (not body[0][0].text.strip() and bool(block.header_rows))
    sizes = full and not is_standard(body[0][0].text)  # "7B" in such a row is a name
    scenes = [see(c.text) for c in first]
    figures = (NOTHING.fullmatch(s.text) or s.dates or (s.quantities and not (sizes and MEMBER.fullmatch(s.text))) for s in scenes)
    return int(gaps and len(first) >= (width + 1) // 2 and not any(figures))


def spread(upper: Row, lower: Row) -> list[str]:
    """What each cell of a header row stands above: an empty one goes on from its left, or belongs with the one filled cell of its block
    where the row below it repeats itself block by block."""
    texts, below = [c.text.strip() for c in upper], [words(c) for c in lower[1:]]
    width = next((w for w in range(2, len(below) // 2 + 1) if below == below[:w] * (len(below) // w) and all(below[:w])), 0)
    blocks = [texts[i : i + width] for i in range(1, len(texts), width)] if width else []
    if blocks and all(sum(map(bool, block)) == 1 for block in blocks):
        return [texts[0], *("".join(block) for block in blocks for _ in block)]
    return [text if c == 0 else next((t for t in reversed(texts[1 : c + 1]) if t), "") for c, text in enumerate(texts)]


def of_conditions(row: Row) -> bool:
    """Whether the filled cells of a row, two at least, are nothing but conditions; a dash fills none."""
    filled = [text for cell in row if (text := cell.text.strip(" *_()")) and not NOTHING.fullmatch(text)]
    found = [find_conditions(text) for text in filled]
    return len(filled) > 1 and all(len(f) == 1 and f[0].end - f[0].start == len(t) for f, t in zip(found, filled, strict=True))


def of_units(row: Row) -> bool:
    """Whether the filled cells of a row, two at least, stand in brackets: "(s)" below "Latency"."""
    filled = [cell.text for cell in row if cell.text.strip()]
    return len(filled) > 1 and all(map(UNIT.fullmatch, filled))


def in_fractions(rows: Sequence[Row]) -> bool:
    """Whether the figures of a table are parts of one: none of those with decimals is more, and all have two at least."""
    found = [m["figure"] for row in rows for cell in row[1:] if (m := DECIMAL.fullmatch(cell.text))]
    return len(found) >= SOME and all(float(f) <= 1 and len(f.partition(".")[2]) > 1 for f in found)


def words(cell: Text) -> str:
    return cell.text.strip(" *_").lower()
