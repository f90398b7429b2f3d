"""The cells of a table: which hold a figure, and what number it is."""

from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.importing.figures import Figure, Row, Skipped, Unit
from factcheck.importing.files import digits

CELL = re.compile(r"(?P<op>[<>]=?|[~≈≤≥])?\s*(?P<dollar>\$)?\s*(?P<number>[-+]?\d[\d,]*(?:\.\d+)?|[-+]?\.\d+)\s*(?P<percent>%)?")
THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
FOOTNOTE = re.compile(r"[^*_].*[\d%]\s*\*|.*[\d%][*_]*\s*[†‡§^]")  # a mark behind a number: a note below the table says what of it
OPS = {"<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "~": "~", "≈": "~"}
MARKS = "*_` "  # of emphasis
EMPTY = ("", "-", "--", "–", "—", "/", "n/a", "na", "none", "?")


def plain(head: str) -> str:
    """What a column is headed, without emphasis and case."""
    return head.strip(MARKS).lower()


def filled(cell: str) -> bool:
    """Whether a cell says anything."""
    return plain(cell) not in EMPTY


def figure_of(figure: Figure) -> Row:
    """The figure with the number in its cell for a value, or why there is none: what has the mark of a footnote may be anybody's."""
    cell = str(figure.value)
    if FOOTNOTE.fullmatch(cell):
        return Skipped(figure.subject, figure.place, f"marked with a footnote ({cell})")
    cell = cell.strip(MARKS)
    found = CELL.fullmatch(cell)
    if found and "," in found["number"] and not THOUSANDS.fullmatch(found["number"]):
        found = None  # a decimal comma, or a list
    if not found:
        return Skipped(figure.subject, figure.place, f"no plain number ({cell})")
    unit: Unit = "percent" if found["percent"] else "" if found["dollar"] else "unsaid"
    return replace(figure, value=digits(found["number"].replace(",", "")), op=OPS.get(found["op"] or "", "="), unit=unit)
