"""What a reader makes of a file: blocks of visible text, each character tied to its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from factcheck.places import Lines, Span

BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "caption", "table"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of visible text and the piece of the file it came from.

    Where both are equally long they correspond character by character; else (an entity such as `&nbsp;`) the whole
    piece of text stands for the whole piece of the file.
    """

    at: int  # offset of its first character in the visible text
    start: int  # offsets in the decoded file, end exclusive
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of visible text (offsets in `Text.text`, end exclusive) that links somewhere."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """Visible text, markup removed, with the way back to the file. `runs` cover `text` in order, without gaps."""

    text: str
    runs: tuple[Run, ...]
    links: tuple[Link, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Offsets in the file of `text[start:end]` (not empty)."""
        return Span(self._from(start)[0], self._from(end - 1)[1])

    def _from(self, index: int) -> tuple[int, int]:
        """Offsets in the file of the one character at `index`."""
        i = bisect_right(self.runs, index, key=lambda run: run.at) - 1
        run = self.runs[i]
        after = self.runs[i + 1].at if i + 1 < len(self.runs) else len(self.text)
        if after - run.at == run.end - run.start:
            start = run.start + index - run.at
            return start, start + 1
        return run.start, run.end


EMPTY = Text("", ())


class TextBuilder:
    """Collects visible text piece by piece, in the order of the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._links: list[Link] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Append `text`, which came from `file[start:end]` (by default as long as the text)."""
        if not text:
            return
        self._runs.append(Run(self._length, start, start + len(text) if end is None else end))
        self._parts.append(text)
        self._length += len(text)

    def link(self, start: int, url: str) -> None:
        """Mark all that was added since visible offset `start` as linking to `url`."""
        if start < self._length:
            self._links.append(Link(start, self._length, url))

    def build(self) -> Text:
        """The text collected so far, white space at both ends removed."""
        text = "".join(self._parts)
        left = len(text) - len(text.lstrip())
        stripped = text.strip()
        if not stripped:
            return EMPTY
        whole = Text(text, tuple(self._runs), tuple(self._links))
        return whole if len(stripped) == len(text) else cut(whole, left, left + len(stripped))


def cut(text: Text, start: int, end: int) -> Text:
    """`text[start:end]` with its way back to the file."""
    runs: list[Run] = []
    for i, run in enumerate(text.runs):
        after = text.runs[i + 1].at if i + 1 < len(text.runs) else len(text.text)
        a, b = max(run.at, start), min(after, end)
        if a >= b:
            continue
        if after - run.at == run.end - run.start:
            runs.append(Run(a - start, run.start + a - run.at, run.start + b - run.at))
        else:
            runs.append(Run(a - start, run.start, run.end))
    links = tuple(
        Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
        for link in text.links
        if link.start < end and link.end > start
    )
    return Text(text.text[start:end], tuple(runs), links)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation, caption or table, in the order of the file.

    `level` is a heading's 1 to 6 and a list item's depth from 1; else 0. A table has `rows` of cells (all rows equally
    long, short ones filled up with empty cells; a cell that spans several columns is repeated) of which the first
    `header_rows` are headers; its `text` is empty. `title` is a title or description from front matter or an HTML head.
    """

    kind: BlockKind
    text: Text = EMPTY
    level: int = 0
    rows: tuple[tuple[Text, ...], ...] = ()
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """An article. `source` is the file decoded as UTF-8 with newlines as they are; all spans are offsets into it."""

    path: str
    source: str
    blocks: tuple[Block, ...]
    meta: dict[str, str] = field(default_factory=dict)  # front matter or <meta>: lower-case key, value as written
    comments: tuple[tuple[Span, str], ...] = ()  # HTML comments with their inner text, for suppressions

    def lines(self) -> Lines:
        return Lines(self.source)


def visible(blocks: Iterable[Block]) -> Iterable[Text]:
    """Every text of the blocks, a table's cells row by row."""
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                yield from row
        else:
            yield block.text
