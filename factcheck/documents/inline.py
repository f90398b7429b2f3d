"""The inside of a Markdown block: marks of emphasis, links, code, tags and entities come off, the words stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from factcheck.dataclass import dataclass, field
from factcheck.documents.document import Text, TextBuilder
from factcheck.documents.inline_pieces import LinkEnd, Marks, Piece, written
from factcheck.documents.markup import ENTITY, TAG, URL, URL_START, address, attributes, decoded, superscript
from factcheck.patterns import compile_re
from factcheck.places import Span

SPECIAL = compile_re(rf"[\\`*_~<&!\[\]\n]|\{{(?=[/%{{:])|{URL_START}")
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
TEMPLATE = compile_re(r"\{%(?:[^\n{}%]|%(?!\}))*+%\}|\{\{[^\n{}]*+\}\}|\{:[^\n{}]*+\}")  # Jekyll, Hugo and kramdown
AUTOLINK = compile_re(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>")
BACKTICKS = compile_re("`+")
FOOTNOTE = compile_re(r"\[\^[^\s\]]++\]")
TARGET = compile_re(
    r"""\(\s*+(?:<([^<>\n]*+)>|((?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]*+\))*+\))*+))
    (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)""",
    re.VERBOSE,
)
SLOPPY_TARGET = compile_re(r"\(([^()\n]{0,500}[/.][^()\n]{0,500})\)")  # a blank in the address
REFERENCE = compile_re(r"\[([^\[\]]{0,300})\]")
CITATION = compile_re(r"\[?\^?\d{1,3}\]?")
FILE_NAME = compile_re(r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)", re.IGNORECASE)
DROPPED = {"script", "style", "svg", "template", "noscript", "del", "s", "strike"}  # with all they hold


@dataclass(slots=True)
class _Bracket:
    """A `[` or `![` that may open a link or an image, and its index among the pieces."""

    piece: Piece
    index: int


@dataclass(slots=True)
class Inline:
    """What a block's raw text comes to."""

    text: Text
    captions: list[Text] = field(default_factory=list)  # alternative texts of images
    comments: list[tuple[Span, str]] = field(default_factory=list)


def inline(raw: Text, references: Mapping[str, str], line_breaks: bool = True) -> Inline:
    """The visible text of a block. `raw` is its Markdown with the way back to the file, `references` the addresses that
    the document defines, by label as `label` writes it. Without `line_breaks` a break within it becomes a space."""
    if not SPECIAL.search(raw.text):
        builder = TextBuilder()
        builder.copy(raw, 0, len(raw.text))
        return Inline(builder.build())
    return _Reader(raw, references, line_breaks).read()


def label(text: str) -> str:
    """A link label as it is looked up: without case, white space collapsed."""
    return " ".join(text.split()).casefold()


class _Reader:
    """One pass over the raw text makes pieces; then emphasis is settled; then what is visible is written out."""

    def __init__(self, raw: Text, references: Mapping[str, str], line_breaks: bool) -> None:
        self.raw = raw
        self.text = raw.text
        self.references = references
        self.line_break = "\n" if line_breaks else " "
        self.pieces: list[Piece | Marks | LinkEnd] = []
        self.brackets: list[_Bracket] = []
        self.anchors: list[tuple[Piece, str]] = []  # open <a> tags
        self.captions: list[Text] = []
        self.comments: list[tuple[Span, str]] = []
        self.backticks: dict[int, list[int]] | None = None  # where rows of backticks start, by their length
        self.no_end: set[str] = set()  # closing tags and marks that do not come any more

    def read(self) -> Inline:
        text = self.text
        at = 0
        while match := SPECIAL.search(text, at):
            self._show(at, match.start())
            at = self._special(match.start(), match[0])
        self._show(at, len(text))
        return Inline(written(self.raw, self.pieces), self.captions, self.comments)

    def _show(self, start: int, end: int, shown: str | None = None) -> int:
        if start < end:
            self.pieces.append(Piece(start, end, shown))
        return end

    def _hide(self, start: int, end: int, cites: str = "") -> Piece:
        piece = Piece(start, end, "", cites=cites)
        self.pieces.append(piece)
        return piece

    def _special(self, at: int, found: str) -> int:
        """Take in what stands at `at`; the offset behind it."""
        text = self.text
        match found[0]:
            case "\\":
                if text[at + 1 : at + 2] in PUNCTUATION:
                    return self._show(at + 1, at + 2)
            case "\n":
                return self._show(at, at + 1, self.line_break)
            case "`":
                return self._code(at)
            case "*" | "_" | "~":
                return self._marks(at)
            case "<":
                return self._angle(at)
            case "&":
                if entity := ENTITY.match(text, at):
                    return self._show(at, entity.end(), decoded(entity[0]))
            case "!":
                if text.startswith("[", at + 1) and not text.startswith("[^", at + 1):
                    return self._bracket(at, at + 2)
            case "[":
                if note := FOOTNOTE.match(text, at):
                    return self._hide(at, note.end(), f"#{label(note[0][1:-1])}").end
                return self._bracket(at, at + 1)
            case "]":
                return self._close_bracket(at)
            case "{":
                if text.startswith("{/*", at):
                    return self._comment(at)
                if template := TEMPLATE.match(text, at):
                    return self._hide(at, template.end()).end
            case _:
                if url := URL.match(text, at):
                    cited = address(url[0])
                    return self._hide(at, at + len(cited), cited).end
        return self._show(at, at + len(found))

    def _code(self, at: int) -> int:
        """Code in a row of text: what stands between two equally long rows of backticks."""
        if self.backticks is None:
            self.backticks = {}
            for row in BACKTICKS.finditer(self.text):
                self.backticks.setdefault(len(row[0]), []).append(row.start())
        row_end = at + 1
        while self.text.startswith("`", row_end):
            row_end += 1
        starts = self.backticks.get(row_end - at, [])
        i = bisect_left(starts, row_end)
        if i == len(starts):
            return self._show(at, row_end)
        self._show(row_end, starts[i])
        return starts[i] + row_end - at

    def _marks(self, at: int) -> int:
        text = self.text
        char = text[at]
        end = at + 1
        while text.startswith(char, end):
            end += 1
        before = text[at - 1] if at else " "
        after = text[end] if end < len(text) else " "
        opens, closes = not after.isspace(), not before.isspace()
        if char == "~":
            opens, closes = opens and end - at > 1, closes and end - at > 1
        elif char == "_" or end - at == 1:  # two `*` are hardly ever anything but emphasis, so blanks alone decide: **58%**of
            left = opens and (after.isalnum() or not before.isalnum())
            right = closes and (before.isalnum() or not after.isalnum())
            opens, closes = left, right
            if char == "_":
                opens, closes = left and not (right and before.isalnum()), right and not (left and after.isalnum())
            elif before.isdigit() and after.isdigit():  # 5*3
                opens = closes = False
        self.pieces.append(Marks(char, at, end, opens, closes))
        return end

    def _angle(self, at: int) -> int:
        text = self.text
        if text.startswith("<!--", at):
            return self._comment(at)
        if link := AUTOLINK.match(text, at):
            return self._hide(at, link.end(), link[0][1:-1]).end
        tag = TAG.match(text, at)
        if not tag:
            return self._show(at, at + 1)
        name, opening = tag["name"].lower(), not tag["close"]
        if name == "br":
            return self._show(at, tag.end(), self.line_break)
        if name == "sup" and opening:
            return self._superscript(at, tag.end())
        if name in DROPPED and opening and not tag[0].endswith("/>") and (end := self._behind(name, tag.end())):
            return self._hide(at, end).end
        if name == "a" and not opening and self.anchors:
            self.pieces.append(LinkEnd(*self.anchors.pop()))
        piece = self._hide(at, tag.end())
        if name == "a" and opening:
            where = attributes(tag["attributes"]).get("href")
            self.anchors.append((piece, tag["attributes"][slice(*where)] if where else ""))
        return piece.end

    def _behind(self, name: str, at: int) -> int | None:
        """The offset behind the next closing tag of `name`; None where there is none."""
        end = None if name in self.no_end else compile_re(rf"</{name}\s*>", re.IGNORECASE).search(self.text, at)
        if not end:
            self.no_end.add(name)
        return end.end() if end else None

    def _superscript(self, at: int, end: int) -> int:
        last = self.pieces[-1] if self.pieces else None
        before = self.text[last.start : last.end] if isinstance(last, Piece) else ""
        kind, number = superscript(self.text, at, before)
        if kind == "power":
            return self._show(at, end, "^")
        return self._hide(at, (self._behind("sup", end) or end) if kind == "note" else end, number and f"#{number}").end

    def _comment(self, at: int) -> int:
        start, stop = ("<!--", "-->") if self.text[at] == "<" else ("{/*", "*/}")
        end = -1 if stop in self.no_end else self.text.find(stop, at + len(start))
        if end < 0:
            self.no_end.add(stop)
            return self._show(at, at + 1)
        span = self.raw.span(at, end + len(stop))
        self.comments.append((span, self.text[at + len(start) : end]))
        return self._hide(at, end + len(stop)).end

    def _bracket(self, at: int, end: int) -> int:
        piece = Piece(at, end)
        self.brackets.append(_Bracket(piece, len(self.pieces)))
        self.pieces.append(piece)
        return end

    def _close_bracket(self, at: int) -> int:
        """A `]`: the end of a link or an image, or just itself."""
        if not self.brackets:
            return self._show(at, at + 1)
        bracket = self.brackets.pop()
        opening = bracket.piece
        words = self.text[opening.end : at] if at - opening.end <= 300 else ""
        url, end, by_label = self._target(at + 1, words)
        if url is None:
            return self._show(at, at + 1)
        if opening.end - opening.start == 2:  # an image
            inside = self.pieces[bracket.index + 1 :]
            del self.pieces[bracket.index :]
            self._caption(written(self.raw, inside))
        elif CITATION.fullmatch(words) and (by_label or url.startswith("#") or words.startswith("[")):
            del self.pieces[bracket.index :]
            return self._hide(at, end, f"#{words.strip('[]^')}" if url.startswith("#") else url).end
        else:
            opening.shown = ""
            self.pieces.append(LinkEnd(opening, url))
        return self._hide(at, end).end

    def _caption(self, text: Text) -> None:
        if text.text and not FILE_NAME.fullmatch(text.text):
            self.captions.append(text)

    def _target(self, at: int, words: str) -> tuple[str | None, int, bool]:
        """What the brackets before `at` link to: (address or None, offset behind it, whether it was looked up)."""
        text = self.text
        if text.startswith("(", at):
            if target := TARGET.match(text, at):
                return target[1] or target[2] or "", target.end(), False
            if target := SLOPPY_TARGET.match(text, at):
                return target[1], target.end(), False
        if self.references:
            reference = REFERENCE.match(text, at)
            name = (reference[1] if reference else "") or words
            if name and (url := self.references.get(label(name))) is not None:
                return url, reference.end() if reference else at, True
        return None, at, False
