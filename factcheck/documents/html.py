"""HTML, however broken: what a reader of the page's article sees becomes blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import patterns
from factcheck.dataclass import dataclass, field
from factcheck.documents import tables
from factcheck.documents.document import EMPTY, Block, BlockKind, Document, Text, TextBuilder
from factcheck.documents.front_matter import front_matter
from factcheck.documents.inline import inline
from factcheck.documents.lines import split
from factcheck.documents.markup import ENTITY, LOOSE_TAG, TAG, add_prose, attributes, decoded, names, superscript
from factcheck.patterns import compile_re
from factcheck.places import Span

START = compile_re(r"<(?=[!?/A-Za-z])")
RAW = names("script style textarea iframe noembed noframes xmp")  # what they hold is not HTML
VOID = names("area base br col embed hr img input link meta param source track wbr")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = names(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 head header html hgroup legend li main menu nav ol p pre search section summary table tbody td tfoot th
    thead tr ul"""
)
NOT_TEXT = names("pre svg math template noscript button select canvas audio video object del s strike")
NOT_ARTICLE = names("nav footer aside dialog menu search")  # in Markdown, though, they are there on purpose
DATES = ("article:published_time", "date", "datepublished", "pubdate", "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date")
JSON_DATE = compile_re(r'"datePublished"\s*:\s*"([^"]+)"')

DEEPEST = 500  # as in browsers, deeper elements are read as if they were not there
WIDEST_SPAN = 100


def read(source: str, path: str) -> Document:
    """The HTML page `source`; `path` is its name in reports. If it has an article or a main part, only that is read.
    Never raises."""
    lines = split(source)
    head = front_matter(lines)  # of a site generator
    titles = [Block("title", inline(text, {}).text) for text in head.titles]
    start = lines[head.lines].start if head.lines < len(lines) else len(source)
    page = _Page(source, list(_tokens(source, start, len(source))), whole=True)
    page.read()
    return Document(path, source, (*titles, *page.blocks), {**page.meta, **head.meta}, tuple(page.comments))


def fragment(source: str, start: int, end: int) -> tuple[list[Block], list[tuple[Span, str]]]:
    """The blocks and comments of a piece of HTML within a page that is not HTML; all of it is read."""
    page = _Page(source, list(_tokens(source, start, end)), whole=False)
    page.read()
    return page.blocks, page.comments


class _Token(NamedTuple):
    """A tag (`open`, `close`), a `comment`, `text` between them, or the `raw` inside of a script."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: int = 0  # offset of the attributes; they end before the final >


def _tokens(source: str, start: int, end: int) -> Iterator[_Token]:
    at = text = start
    while mark := START.search(source, at, end):
        at = mark.start()
        token = _token(source, at, end)
        if not token:
            at += 1
            continue
        if text < at:
            yield _Token("text", text, at)
        yield token
        at = text = token.end
        if token.kind == "open" and token.name in RAW and source[token.end - 2] != "/":
            closing = compile_re(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
            at = text = closing.start() if closing else end
            yield _Token("raw", token.end, at, token.name)
    if text < end:
        yield _Token("text", text, end)


def _token(source: str, at: int, end: int) -> _Token | None:
    if source.startswith("<!--", at):
        stop = source.find("-->", at + 4, end)
        return _Token("comment", at, end if stop < 0 else stop + 3)
    tag = TAG.match(source, at, end) or LOOSE_TAG.match(source, at, end)
    if tag:
        return _Token("close" if tag["close"] else "open", at, tag.end(), tag["name"].lower(), tag.start("attributes"))
    if source[at + 1] in "!?":
        stop = source.find(">", at, min(end, at + 2000))
        return None if stop < 0 else _Token("declaration", at, stop + 1)
    return None


class _Open(NamedTuple):
    """An element that is open, and what that means for the text in it."""

    name: str
    kind: BlockKind = "paragraph"
    level: int = 0
    lists: int = 0  # how many lists it lies in
    in_item: bool = False  # is an item open in the innermost list?
    skipped: bool = False
    inside: bool = True  # is it part of the article?


@dataclass(slots=True)
class _Cell:
    text: Text
    header: bool
    columns: int
    rows: int


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)
    in_head: bool = False


class _Page:
    """One pass over the tokens, with the elements that are open on a stack."""

    def __init__(self, source: str, tokens: Sequence[_Token], whole: bool) -> None:
        self.source = source
        self.tokens = tokens
        self.whole = whole
        self.blocks: list[Block] = []
        self.meta: dict[str, str] = {}
        self.comments: list[tuple[Span, str]] = []
        self.closes: dict[str, list[int]] = {}  # indexes of closing tags
        self.titles = [i for i, token in enumerate(tokens) if token.kind == "open" and token.name in ("h1", "article", "main")]
        for i, token in enumerate(tokens):
            if token.kind == "close":
                self.closes.setdefault(token.name, []).append(i)
        self.root = _root(tokens) if whole else None
        self.layout = _layout_tables(source, tokens)
        self.stack = [_Open("", inside=self.root is None)]
        self.open: Counter[str] = Counter()
        self.text = TextBuilder()
        self.anchor: tuple[int, str] | None = None  # visible offset where a link began, its address
        self.muted = ""  # nothing is visible up to the closing tag of this name
        self.rows: list[_Row] | None = None  # of the table that is open
        self.cell: _Cell | None = None
        self.in_head = False
        self.published: dict[str, str] = {}  # dates found elsewhere than in <meta>, by where

    def read(self) -> None:
        """Fill `blocks`, `meta` and `comments`."""
        for index, token in enumerate(self.tokens):
            if token.kind == "comment":
                inner = self.source[token.start + 4 : token.end].removesuffix("-->")
                self.comments.append((Span(token.start, token.end), inner))
            elif token.kind == "raw" and (date := JSON_DATE.search(self.source, token.start, token.end)):
                self.published.setdefault("script", date[1])
            elif token.kind == "text" and self._visible():
                add_prose(self.text, self.source, token.start, token.end)
            elif token.kind == "open":
                self._opened(index, token)
            elif token.kind == "close":
                self._closed(token)
        self._end_table()
        self._end_block(None)
        dates = [*(self.meta.get(key) for key in DATES), self.published.get("script"), self.published.get("time")]
        if day := next(filter(None, dates), None):
            self.meta["date"] = day

    def _visible(self) -> bool:
        top = self.stack[-1]
        return top.inside and not top.skipped and not self.muted

    def _attribute(self, token: _Token, name: str) -> str | None:
        text = self.source[token.attributes : token.end - 1]
        where = attributes(text).get(name)
        return ENTITY.sub(lambda m: decoded(m[0]), text[slice(*where)]) if where else None

    def _next_close(self, name: str, index: int) -> int | None:
        closes = self.closes.get(name, [])
        i = bisect_left(closes, index)
        return closes[i] if i < len(closes) else None

    # -- tags

    def _opened(self, index: int, token: _Token) -> None:
        name = token.name
        if name == "meta":
            self._metadata(token)
        elif name == "title" and self.whole and not self.stack[-1].skipped:
            self._title(index)
        elif name == "br":
            if self.cell:
                self.text.add(" ", token.start, token.end)
            else:
                self.text.newline(token.start, token.end)
        elif name == "hr":
            self._end_block(token)
        elif name == "time" and self._visible() and (day := self._attribute(token, "datetime")):
            self.published.setdefault("time", day)
        elif name == "sup" and self._visible():
            kind, number = superscript(self.source, token.start, self.text.tail)
            if kind == "power":
                self.text.add("^", token.start, token.end)
            elif kind == "note":
                self.muted = "sup"
                if number:
                    self.text.cite(f"#{number}")
        elif name == "a":
            self._end_link()
            self.anchor = (self.text.mark(), self._attribute(token, "href") or "")
        elif name not in VOID:
            self._element(index, token)

    def _element(self, index: int, token: _Token) -> None:
        name = token.name
        block = name in BLOCKS
        if block:
            self._end_block(token)
            self._close_implied(name)
        skipped = self._is_skipped(index, token)
        if self.rows is not None and not skipped and not self.stack[-1].skipped:
            self._in_table(name, token)
        if name == "table" and index not in self.layout and not skipped and self._visible():
            self._end_table()
            self.rows, self.in_head = [], False
        stands_alone = self.source[token.end - 2] == "/" and name not in ("p", "div")
        endless = name in HEADINGS and self._next_close(name, index) is None
        if (block or skipped or self.stack[-1].skipped) and not stands_alone and not endless and len(self.stack) < DEEPEST:
            self.stack.append(self._inner(name, skipped))
            self.open[name] += 1

    def _inner(self, name: str, skipped: bool) -> _Open:
        """An element with what it takes over from the one around it."""
        top = self.stack[-1]
        inner = top._replace(name=name, skipped=top.skipped or skipped, inside=top.inside or name == self.root)
        if name in HEADINGS:
            return inner._replace(kind="heading", level=HEADINGS[name])
        if name in ("ul", "ol", "dl"):
            return inner._replace(lists=top.lists + 1, in_item=False)
        if name in ("li", "dt", "dd"):
            return inner._replace(kind="item", level=max(1, top.lists), in_item=True)
        if name == "blockquote":
            return inner._replace(kind="quote", level=0)
        if name in ("figcaption", "caption"):
            return inner._replace(kind="caption", level=0)
        return inner

    def _closed(self, token: _Token) -> None:
        name = token.name
        if self.muted == name:
            self.muted = ""
        elif name == "a":
            self._end_link()
        else:
            if name in BLOCKS:
                self._end_block(token)
            if name == "table":
                self._end_table()
            elif name in ("td", "th", "tr") and self.rows is not None:
                self._end_cell()
            top = self.stack[-1].name
            if self.open[name] or (name in HEADINGS and top in HEADINGS):
                self._pop(name if self.open[name] else top)

    def _pop(self, name: str) -> None:
        """Close an element and all that is still open in it, unless it lies outside of the table cell we are in."""
        for at in range(len(self.stack) - 1, 0, -1):
            if self.stack[at].name == name:
                for element in self.stack[at:]:
                    self.open[element.name] -= 1
                del self.stack[at:]
                return
            if self.stack[at].name in ("td", "th") and name not in ("table", "tr", "tbody", "thead", "tfoot"):
                return

    def _close_implied(self, name: str) -> None:
        """Close what the start of another element ends without a tag of its own."""
        top = self.stack[-1]
        if top.name == "p" or (top.name in HEADINGS and name in HEADINGS):
            self._pop(top.name)
        if name in ("li", "dt", "dd") and self.stack[-1].in_item:
            while self.stack[-1].in_item and self.stack[-1].name not in ("li", "dt", "dd", "td", "th"):
                self._pop(self.stack[-1].name)
            if self.stack[-1].name in ("li", "dt", "dd"):
                self._pop(self.stack[-1].name)

    def _is_skipped(self, index: int, token: _Token) -> bool:
        """Is this an element whose text is none of the article's? One that never closes is not: it would hide the rest."""
        name = token.name
        close = self._next_close(name, index)
        if close is None:
            return False
        if name in ("form", "header") and self.whole:
            # A header may be the article's own, and some servers wrap the whole page in a form.
            if self.root:
                return name == "form"
            title = bisect_left(self.titles, index)
            return title == len(self.titles) or self.titles[title] > close
        return name in NOT_TEXT or (self.whole and name in NOT_ARTICLE) or self._is_hidden(token)

    def _is_hidden(self, token: _Token) -> bool:
        text = self.source[token.attributes : token.end - 1]
        if "hidden" not in text and "none" not in text:
            return False
        if patterns.search(r"\shidden(?=[\s/=]|$)", patterns.sub(r"""=\s*+(?:"[^"]*+"|'[^']*+')""", "=", " " + text)):
            return True
        style = self._attribute(token, "style") or ""
        return bool(patterns.search(r"display\s*:\s*none", style)) or self._attribute(token, "aria-hidden") == "true"

    # -- text

    def _end_link(self) -> None:
        if self.anchor:
            self.text.link(*self.anchor)
            self.anchor = None

    def _end_block(self, token: _Token | None) -> None:
        """What was collected is a block; in a cell of a table it goes on behind a blank."""
        if self.cell and token:
            self.text.add(" ", token.start, token.end)
            return
        anchor = self.anchor
        self._end_link()
        text = self.text.build()
        self.text = TextBuilder()
        if anchor and token:
            self.anchor = (0, anchor[1])
        if text.text:
            top = self.stack[-1]
            self.blocks.append(Block(top.kind, text, top.level if top.kind in ("heading", "item") else 0))

    def _title(self, index: int) -> None:
        if index + 1 >= len(self.tokens) or "title" in self.meta:
            return
        token = self.tokens[index + 1]
        if token.kind == "text":
            self.muted = "title" if self._next_close("title", index) else ""
            self._add_title("title", token.start, token.end)

    def _add_title(self, key: str, start: int, end: int) -> None:
        builder = TextBuilder()
        add_prose(builder, self.source, start, end)
        if (text := builder.build()).text:
            self.meta[key] = text.text
            self.blocks.append(Block("title", text))

    def _metadata(self, token: _Token) -> None:
        key = self._attribute(token, "name") or self._attribute(token, "property") or self._attribute(token, "itemprop") or ""
        value = self._attribute(token, "content")
        key = key.lower()
        if not key or not value or key in self.meta:
            return
        if key == "description" and self.whole:
            start, end = attributes(self.source[token.attributes : token.end - 1])["content"]
            self._add_title(key, token.attributes + start, token.attributes + end)
        else:
            self.meta[key] = value

    # -- tables

    def _in_table(self, name: str, token: _Token) -> None:
        """A tag within the table that is open."""
        assert self.rows is not None
        if name in ("thead", "tbody", "tfoot", "tr", "td", "th", "caption"):
            self._end_cell()
        if name in ("thead", "tbody", "tfoot"):
            self.in_head = name == "thead"
        elif name == "tr":
            self.rows.append(_Row(in_head=self.in_head))
        elif name in ("td", "th"):
            if not self.rows:
                self.rows.append(_Row(in_head=self.in_head))
            self.cell = _Cell(EMPTY, name == "th", self._number(token, "colspan"), self._number(token, "rowspan"))

    def _number(self, token: _Token, name: str) -> int:
        value = (self._attribute(token, name) or "").strip()
        return min(max(int(value), 1), WIDEST_SPAN) if patterns.fullmatch(r"[0-9]{1,4}", value) else 1

    def _end_cell(self) -> None:
        if not self.cell or not self.rows:
            return
        anchor = self.anchor
        self._end_link()
        self.anchor = (0, anchor[1]) if anchor else None
        self.cell.text = self.text.build()
        self.rows[-1].cells.append(self.cell)
        self.text, self.cell = TextBuilder(), None

    def _end_table(self) -> None:
        if self.rows is None:
            return
        self._end_cell()
        rows, self.rows = [row for row in self.rows if row.cells], None
        grid = _grid(rows)
        marked = any(row.in_head or any(cell.header for cell in row.cells) for row in rows)
        if max(map(len, grid), default=0) > 1 or marked:
            unmarked = not rows[0].in_head and not any(cell.header for cell in rows[0].cells)
            header_rows = tables.header_rows(grid) if unmarked else _header_rows(rows)
            if table := tables.table(grid, header_rows):
                self.blocks.append(table)
                return
        self.blocks += [Block("paragraph", cell.text) for row in rows for cell in row.cells if cell.text.text]


def _root(tokens: Sequence[_Token]) -> str | None:
    """The element that holds the article; None where the whole page does. Several articles are teasers if there is a main part."""
    found = Counter(token.name for token in tokens if token.kind == "open" and token.name in ("article", "main"))
    if found["article"] == 1 or not found["main"]:
        return "article" if found["article"] else None
    return "main"


def _layout_tables(source: str, tokens: Sequence[_Token]) -> set[int]:
    """The tables (by index of their tag) that only arrange the page, as in newsletters: those with headings or tables in them."""
    found: set[int] = set()
    open_tables: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind == "open" and (token.name == "table" or token.name in HEADINGS):
            if open_tables:
                found.add(open_tables[-1])
            if token.name == "table":
                open_tables.append(i)
                if patterns.search(r"""role\s*=\s*["']?(?:presentation|none)""", source[token.attributes : token.end]):
                    found.add(i)
        elif token.kind == "close" and token.name == "table" and open_tables:
            open_tables.pop()
    return found


def _grid(rows: Sequence[_Row]) -> list[list[Text]]:
    """The cells in their columns; one that spans several columns or rows is repeated."""
    grid: list[list[Text]] = []
    from_above: dict[int, tuple[int, Text]] = {}  # column: (how many rows still, what)
    for row in rows:
        line: list[Text] = []
        below: dict[int, tuple[int, Text]] = {}
        for cell in [*row.cells, None]:
            while len(line) in from_above:
                left, text = from_above.pop(len(line))
                if left > 1:
                    below[len(line)] = (left - 1, text)
                line.append(text)
            for _ in range(cell.columns if cell else 0):
                assert cell
                if cell.rows > 1 and len(line) < WIDEST_SPAN:
                    below[len(line)] = (cell.rows - 1, cell.text)
                line.append(cell.text)
        grid.append(line)
        from_above = below
    return grid


def _header_rows(rows: Sequence[_Row]) -> int:
    """How many rows at the top are in a `thead` or hold nothing but `th`."""
    for i, row in enumerate(rows):
        named = all(cell.header or not cell.text.text for cell in row.cells) and any(cell.header for cell in row.cells)
        if not row.in_head and not named:
            return i
    return len(rows)
