"""The pieces of a Markdown block's inside, and what is visible of them once it is known which marks belong together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.dataclass import dataclass
from factcheck.documents.document import Text, TextBuilder


@dataclass(slots=True)
class Piece:
    """A stretch of the raw text. `shown` takes its place; None: it is shown as it is."""

    start: int
    end: int
    shown: str | None = None
    mark: int = 0  # the visible offset it was written at
    cites: str = ""  # the address that it gives, or the note that it is the mark of


@dataclass(slots=True)
class Marks:
    """A row of `*`, `_` or `~`; what lies between `start` and `end` is not yet used up as markup."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    strikes_until: Marks | None = None


@dataclass(slots=True)
class LinkEnd:
    """All that was written since `opening` links to `url`."""

    opening: Piece
    url: str


def written(raw: Text, pieces: Sequence[Piece | Marks | LinkEnd]) -> Text:
    """What is visible of pieces of `raw` that stand beside each other. Struck-out words are taken back, so they are left out."""
    _settle_emphasis(pieces)
    builder = TextBuilder()
    struck_until: Marks | None = None
    for piece in pieces:
        if struck_until and piece is not struck_until:
            continue
        struck_until = None
        if isinstance(piece, LinkEnd):
            builder.link(piece.opening.mark, piece.url)
        elif isinstance(piece, Marks):
            builder.copy(raw, piece.start, piece.end)
            struck_until = piece.strikes_until
        else:
            piece.mark = builder.mark()
            if piece.cites:
                builder.cite(piece.cites)
            if piece.shown is None:
                builder.copy(raw, piece.start, piece.end)
            elif piece.shown == "\n":
                builder.newline(*raw.span(piece.start, piece.end))
            elif piece.shown:
                builder.add(piece.shown, *raw.span(piece.start, piece.end))
    return builder.build()


def _settle_emphasis(pieces: Sequence[Piece | Marks | LinkEnd]) -> None:
    """Use up the marks that belong together, the inner ones first."""
    open_marks: dict[str, list[Marks]] = {"*": [], "_": [], "~": []}
    for marks in pieces:
        if not isinstance(marks, Marks):
            continue
        openers = open_marks[marks.char]
        while marks.closes and openers and marks.start < marks.end:
            opener = openers[-1]
            used = min(opener.end - opener.start, marks.end - marks.start)
            if marks.char == "~":
                opener.strikes_until = marks
            opener.end -= used
            marks.start += used
            if opener.start == opener.end:
                openers.pop()
        if marks.opens and marks.start < marks.end:
            openers.append(marks)
