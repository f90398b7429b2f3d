"""What was found on a page of Markdown: blocks whose inside is read last, as a link may refer to an address given further down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.dataclass import dataclass
from factcheck.documents import tables
from factcheck.documents.document import EMPTY, Block, BlockKind, Text
from factcheck.documents.inline import inline
from factcheck.documents.markdown_starts import COMMENTS
from factcheck.patterns import compile_re
from factcheck.places import Span

MARKS = compile_re(r"\*\*|`|\]\(")


@dataclass(slots=True)
class Found:
    """A block whose inside is still Markdown."""

    kind: BlockKind
    level: int = 0
    text: Text = EMPTY
    rows: Sequence[Sequence[Text]] = ()
    header_rows: int | None = None  # None: the table does not say
    in_html: bool = False  # HTML may hold Markdown, but stray marks are none
    note: str = ""  # its label, where it is a note that begins


class Page:
    """What was found so far."""

    def __init__(self, source: str, indented_code: bool) -> None:
        self.source = source
        self.indented_code = indented_code
        self.found: list[Found] = []
        self.references: dict[str, str] = {}
        self.comments: list[tuple[Span, str]] = []
        self.notes: dict[str, Text] = {}
        self.last_end = {stop: source.rfind(stop) for stop in COMMENTS.values()}

    def blocks(self) -> Iterator[Block]:
        """Everything found, in order, its inside read."""
        for found in self.found:
            if found.kind == "table":
                rows = [[self._inside(cell, found)[0] for cell in row] for row in found.rows]
                if table := tables.table(rows, tables.header_rows(rows) if found.header_rows is None else found.header_rows):
                    yield table
            else:
                text, captions = self._inside(found.text, found)
                if found.note:
                    self.notes.setdefault(f"#{found.note}", text)
                if text.text or text.links:
                    yield Block(found.kind, text, found.level)
                yield from (Block("caption", caption) for caption in captions)

    def _inside(self, raw: Text, found: Found) -> tuple[Text, list[Text]]:
        if found.in_html and not MARKS.search(raw.text):
            return raw, []
        result = inline(raw, self.references, line_breaks=found.kind != "table")
        self.comments += result.comments
        return result.text, result.captions
