"""Text in a terminal: widths in columns, wrapping by words, aligned columns, and text from strangers made harmless."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

Tone = Literal["", "error", "warning", "info", "strong", "faint"]
Line = list[tuple[str, Tone]]  # pieces of one line, each with its tone; no newlines

TAB = "    "
GAP = 2  # blanks between columns
HIDDEN = {"Cc", "Cs", "Zl", "Zp"}  # control characters, lone surrogates, line and paragraph separators
TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # change the direction of what follows


def plain(line: Line) -> str:
    """A line without its tones, nor blanks at its end."""
    return "".join(text for text, _ in line).rstrip()


def visible(char: str) -> str:
    """A character of an article as it may be shown: a tab as blanks, and what could steer a terminal as its escape."""
    if char == "\t":
        return TAB
    if unicodedata.category(char) in HIDDEN or char in TURNING:
        return char.encode("unicode_escape").decode() if ord(char) < 0x100 else f"\\u{ord(char):04x}"
    return char


def harmless(text: str) -> str:
    """A text on one line, with nothing in it that could steer a terminal."""
    text = " ".join(text.split("\n")) if "\n" in text else text
    return text if text.isascii() and text.isprintable() else "".join(visible(char) for char in text)


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """A text as lines of at most `width` columns, broken between words; a longer word keeps a line to itself."""
    lines = [""]
    for word in text.split():
        if lines[-1] and cells(lines[-1]) + 1 + cells(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def paragraph(text: str, width: int, indent: int = 0, tone: Tone = "") -> list[Line]:
    """A text wrapped to `width` columns, each line after `indent` blanks."""
    return [[(" " * indent, ""), (line, tone)] for line in wrap(text, width - indent)]


def aligned(rows: Sequence[Sequence[str]], width: int, indent: int = 0) -> list[Line]:
    """Rows of cells in columns, each line after `indent` blanks.

    Columns that are empty throughout are left out. Where all do not fit in `width`, the widest are wrapped.
    """
    kept = [i for i in range(len(rows[0])) if any(row[i] for row in rows)] if rows else []
    widths = [max(cells(row[i]) for row in rows) for i in kept]
    narrowest = [max(cells(word) for row in rows for word in row[i].split() or [""]) for i in kept]
    room = width - indent - GAP * (len(kept) - 1)
    while sum(widths) > room:
        spare = [(w, i) for i, w in enumerate(widths) if w > narrowest[i]]
        if not spare:
            break
        widths[max(spare)[1]] -= 1
    lines: list[Line] = []
    for row in rows:
        wrapped = [wrap(row[i], w) for i, w in zip(kept, widths, strict=True)]
        for n in range(max(map(len, wrapped), default=0)):
            text = (" " * GAP).join(fill(part[n] if n < len(part) else "", w) for part, w in zip(wrapped, widths, strict=True))
            lines.append([(" " * indent, ""), (text, "")])
    return lines


def fill(text: str, width: int) -> str:
    """A text filled up with blanks to `width` columns."""
    return text + " " * (width - cells(text))
