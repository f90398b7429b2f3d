"""What a reader makes of a file: blocks of visible text, each character tied to its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Literal

from factcheck.dataclass import dataclass, field
from factcheck.patterns import compile_re
from factcheck.places import Lines, Span

SPACE = " \t\r\n\f\v"
GAP = compile_re(r"[ \t\r\n\f\v](?:[ \t\r\n\f\v]+|\Z)|[\t\r\n\f\v]|^ ")  # all white space but a single space between words
_at = attrgetter("at")

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
    """A stretch of visible text (offsets in `Text.text`, end exclusive) that links somewhere.

    An empty one stands where an address was written out, or the mark of a note: `#^a` is the note that the page calls `[^a]`,
    `#3` the third of its sources.
    """

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
        first, a, _, even = next(pieces(self, start, start + 1))
        last, _, b, even_too = next(pieces(self, end - 1, end))
        return Span(first.start + a - first.at if even else first.start, last.start + b - last.at if even_too else last.end)


EMPTY = Text("", ())


class TextBuilder:
    """Collects visible text piece by piece, in the order of the file.

    White space collapses as in a browser: a row of it becomes one space that stands for its place in the file (a newline
    where the writer broke the line on purpose), and there is none at the ends. A non-breaking space is a character like
    any other.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._links: list[Link] = []
        self._length = 0
        self._gap: tuple[str, int, int] | None = None  # white space not yet written: what it becomes, where it stands

    def __len__(self) -> int:
        return self._length

    @property
    def tail(self) -> str:
        """The last few characters, if no white space follows them."""
        return "" if self._gap or not self._parts else self._parts[-1]

    def mark(self) -> int:
        """The visible offset of whatever is added next."""
        return self._length + (self._gap is not None)

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Append `text`, which came from `file[start:end]` (by default as long as the text)."""
        if end is not None and end - start != len(text):
            if text.strip(SPACE):
                self._append(text, start, end)
            else:
                self._space(" ", start, end)
            return
        at = 0
        for gap in GAP.finditer(text):
            if at < gap.start():
                self._append(text[at : gap.start()], start + at, start + gap.start())
            self._space(" ", start + gap.start(), start + gap.end())
            at = gap.end()
        if at < len(text):
            self._append(text[at:], start + at, start + len(text))

    def newline(self, start: int, end: int) -> None:
        """Break the line, as `file[start:end]` asks for."""
        self._space("\n", start, end)

    def copy(self, text: Text, start: int, end: int) -> None:
        """Append `text[start:end]` with its way back to the file, but not its links."""
        for run, a, b, even in pieces(text, start, end):
            if even:
                self.add(text.text[a:b], run.start + a - run.at)
            else:
                self.add(text.text[a:b], run.start, run.end)

    def link(self, start: int, url: str) -> None:
        """Mark all that was added since visible offset `start` as linking to `url`."""
        if start < self._length:
            self._links.append(Link(start, self._length, url))

    def cite(self, url: str) -> None:
        """Mark the place behind the last character as one where the file gives an address or points to a note."""
        self._links.append(Link(self._length, self._length, url))

    def build(self) -> Text:
        """The text collected so far, without white space of any kind at its ends."""
        text = "".join(self._parts)
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        if left >= right:
            return Text("", (), tuple(Link(0, 0, link.url) for link in self._links if link.start == link.end))
        whole = Text(text, tuple(self._runs), tuple(self._links))
        return whole if right - left == len(text) else cut(whole, left, right)

    def _space(self, text: str, start: int, end: int) -> None:
        if self._length and (self._gap is None or text == "\n"):
            self._gap = (text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        if self._gap:
            gap, self._gap = self._gap, None
            self._append(*gap)
        last = self._runs[-1] if self._runs else None
        if last and last.end == start and end - start == len(text) and last.end - last.start == self._length - last.at:
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self._length, start, end))
        self._parts.append(text)
        self._length += len(text)


def pieces(text: Text, start: int, end: int) -> Iterator[tuple[Run, int, int, bool]]:
    """The runs that `text[start:end]` lies in: each run, the part of the visible text (from, to) that it covers, and whether
    it is as long as its piece of the file."""
    if start >= end:
        return
    runs = text.runs
    for i in range(max(bisect_right(runs, start, key=_at) - 1, 0), len(runs)):
        run = runs[i]
        if run.at >= end:
            return
        after = runs[i + 1].at if i + 1 < len(runs) else len(text.text)
        yield run, max(run.at, start), min(after, end), after - run.at == run.end - run.start


def cut(text: Text, start: int, end: int) -> Text:
    """`text[start:end]` (not empty) with its way back to the file."""
    runs = tuple(
        Run(a - start, run.start + a - run.at, run.start + b - run.at) if even else Run(a - start, run.start, run.end)
        for run, a, b, even in pieces(text, start, end)
    )
    links = tuple(
        Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
        for link in text.links
        if link.end > start and (link.start < end or link.start == link.end == end)
    )
    return Text(text.text[start:end], runs, links)


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
    notes: dict[str, Text] = field(default_factory=dict)  # by what their marks point to: `#^a`

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
