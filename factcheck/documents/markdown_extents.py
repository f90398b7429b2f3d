"""How far goes what begins on a line of Markdown: a list item, a quotation, HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.documents.lines import Line, columns
from factcheck.documents.markdown_starts import TAG_NAME, TEXT_TAGS, WHOLE_TAGS, interrupts, is_block
from factcheck.patterns import compile_re

QUOTE = compile_re(r"\s*> ?")


def quoted(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The lines of the quotation that begins at index `at`, without their marks, and the index behind them."""
    inside: list[Line] = []
    while at < len(lines):
        line = lines[at]
        if mark := QUOTE.match(line.text):
            inside.append(line.cut(mark.end()))
        elif line.text.strip() and inside[-1].text.strip() and not interrupts(lines, at):
            inside.append(line)
        else:
            break
        at += 1
    return inside, at


def indented(lines: Sequence[Line], at: int, least: int, width: int) -> tuple[list[Line], int]:
    """The lines from the one of index `at` on that go on with an item, and the index behind them: those indented by `least` columns, of
    which up to `width` are cut off, and those that continue a paragraph."""
    inside: list[Line] = []
    while at < len(lines):
        line = lines[at]
        if not line.text.strip():
            blank = at
            while at < len(lines) and not lines[at].text.strip():
                at += 1
            if at == len(lines) or columns(lines[at].text) < least:
                return inside, at
            inside += lines[blank:at]
        elif columns(line.text) >= least:
            inside.append(_unindented(line, width))
            at += 1
        elif (not inside or inside[-1].text.strip()) and not interrupts(lines, at):
            inside.append(line)
            at += 1
        else:
            break
    return inside, at


def _unindented(line: Line, width: int) -> Line:
    """The line without up to `width` columns of blanks at its start."""
    taken = at = 0
    while taken < width and at < len(line.text) and line.text[at] in " \t":
        taken += 4 - taken % 4 if line.text[at] == "\t" else 1
        at += 1
    return line.cut(at)


def end_of_html(source: str, lines: Sequence[Line], first: int, start: int, unclosed: set[str]) -> int:
    """The offset behind the HTML that starts at an offset in the line of index `first`. It goes on over lines that begin with such tags,
    over all lines up to a blank one while a tag that holds text is open, and to the closing tag of tables and scripts.

    `unclosed` are the tags known not to be closed any more in these lines; more are added.
    """
    at, end = first, start
    holding = 0
    while at < len(lines):
        line = lines[at]
        if end >= line.end:
            at += 1
            continue
        begins = TAG_NAME.match(line.text.lstrip())
        if not line.text.strip() or (at > first and not holding and end <= line.start and not (begins and is_block(begins["name"]))):
            break
        end = max(end, line.start)
        while tag := TAG_NAME.search(source, end, line.end):
            end, name = tag.end(), tag["name"].lower()
            if name in TEXT_TAGS:
                holding = max(0, holding + (-1 if tag["close"] else 1))
            elif name in WHOLE_TAGS and not tag["close"] and name not in unclosed:
                closed = _closing(source, name, end, lines[-1].end)
                if closed is None:
                    unclosed.add(name)
                end = closed or end
        end = max(end, line.end)
        at += 1
    return end


def _closing(source: str, name: str, start: int, limit: int) -> int | None:
    """The offset behind the closing tag that belongs to an open one; None where it is missing."""
    depth, end = 1, None
    for tag in compile_re(rf"<(/?){name}\b[^<>]*+>", re.IGNORECASE).finditer(source, start, limit):
        if tag[1]:
            depth, end = depth - 1, tag.end()
        elif name == "table":
            depth += 1
        if not depth:
            break
    return end
