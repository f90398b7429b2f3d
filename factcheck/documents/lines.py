"""The lines of a file, and their joining into the text of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.documents.document import Run, Text
from factcheck.patterns import compile_re
from factcheck.places import NEWLINE

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
ENTRY = compile_re(
    rf"[\W_]*(?:(?:19|20)\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}/20\d\d"
    rf"|\d{{1,2}}[ -]{MONTH}(?!\w)|{MONTH}(?: \d|[\W_]*[:–—]))",
    re.IGNORECASE,
)
# A line that says one thing of one kind; under another such line nobody means it to run on.
LABELLED = compile_re(r"(?:[*_]{1,2})?[A-Z][\w /()-]{1,28}[*_]{0,2}:[*_]{0,2} \S.{0,58}[^\s.:,;]")
MARKED = compile_re(r"\s*(?:\*\*|__)\w|\s*[•‣▪●○◦→➤►▶\u2600-\u27bf\U0001f300-\U0001faff]")  # bold, or behind a sign


class Line(NamedTuple):
    """A line, or what is left of it without the marks of a list or a quotation, without its newline."""

    start: int  # offset in the file of its first character
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Line:
        """A part of the line, by offsets in its text."""
        return Line(self.start + start, self.text[start:end])

    def strip(self) -> Line:
        """The line without white space at its ends."""
        text = self.text.strip()
        return Line(self.start + self.text.find(text), text)


def split(source: str) -> list[Line]:
    """The lines of a decoded file, behind its byte order mark if it has one."""
    lines: list[Line] = []
    start = int(source.startswith("\ufeff"))
    for newline in NEWLINE.finditer(source, start):
        lines.append(Line(start, source[start : newline.start()]))
        start = newline.end()
    lines.append(Line(start, source[start:]))
    return lines


def join(lines: Sequence[Line]) -> Text:
    """Lines as one text, still with their markup.

    Between two lines stands a space, or a newline where Markdown asks for a line break (two spaces or a backslash at the end), where every
    line begins as entries do, with a date, in bold or with a sign, or where both are a label and a value; it stands for the newline in the
    file and all that was cut around it.
    """
    entries = len(lines) > 1 and any(all(begins.match(line.text) for line in lines) for begins in (ENTRY, MARKED))
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    hard = labelled = False
    for line in lines:
        text = line.text.rstrip()
        start = line.start + len(text) - len(text.lstrip())
        backslash = (len(text) - len(text.rstrip("\\"))) % 2 == 1 and line is not lines[-1]
        text = text[: len(text) - backslash].strip()
        if text:
            above, labelled = labelled, LABELLED.fullmatch(text) is not None
            if runs:
                runs.append(Run(at, runs[-1].end, start))
                parts.append("\n" if hard or entries or (above and labelled) else " ")
                at += 1
            runs.append(Run(at, start, start + len(text)))
            parts.append(text)
            at += len(text)
        hard = backslash or line.text.endswith("  ")
    return Text("".join(parts), tuple(runs))


def columns(text: str) -> int:
    """How many columns the blanks at the start of a line take up; a tab goes on to the next fourth column."""
    taken = 0
    for char in text:
        if char not in " \t":
            break
        taken += 4 - taken % 4 if char == "\t" else 1
    return taken
