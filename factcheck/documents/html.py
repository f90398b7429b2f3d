"""HTML, however broken: what a reader of the page's article sees becomes blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck import patterns
from factcheck.documents.document import EMPTY, Block, Document, Text, TextBuilder
from factcheck.documents.front_matter import front_matter
from factcheck.documents.html_stack import Stack
from factcheck.documents.html_tables import HEADINGS, WIDEST_SPAN, Cell, Row, blocks_of, layout_tables
from factcheck.documents.html_tokens import Token, article_root, attribute, is_hidden, tokens
from factcheck.documents.inline import inline
from factcheck.documents.lines import split
from factcheck.documents.markup import LEAST_HEADING, TITLE, add_prose, attributes, names, superscript
from factcheck.patterns import compile_re
from factcheck.places import Span

VOID = names("area base br col embed hr img input link meta param source track wbr")
BLOCKS = names(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 head header html hgroup legend li main menu nav ol p pre search section summary table tbody td tfoot th
    thead tr ul"""
)
NOT_TEXT = names("pre svg math template noscript button select canvas audio video object del s strike")
NOT_ARTICLE = names("nav footer aside dialog menu search")  # in Markdown, though, they are there on purpose
DATES = ("article:published_time", "date", "datepublished", "pubdate", "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date")
BOLD_BEFORE = compile_re(r"<(?:p|div)\b[^<>]*>\s*(?:<(?:strong|b)\b[^<>]*>\s*)+$", re.IGNORECASE)
BOLD_BEHIND = compile_re(r"\s*(?:</(?:strong|b)\s*>\s*)+</(?:p|div)\s*>", re.IGNORECASE)
JSON_DATE = compile_re(r'"datePublished"\s*:\s*"([^"]+)"')


def read(source: str, path: str) -> Document:
    """The HTML page `source`; `path` is its name in reports. If it has an article or a main part, only that is read.
    Never raises."""
    lines = split(source)
    head = front_matter(lines)  # of a site generator
    titles = [Block("title", inline(text, {}).text) for text in head.titles]
    start = lines[head.lines].start if head.lines < len(lines) else len(source)
    page = _Page(source, list(tokens(source, start, len(source))), whole=True)
    page.read()
    return Document(path, source, (*titles, *page.blocks), {**page.meta, **head.meta}, tuple(page.comments))


def fragment(source: str, start: int, end: int) -> tuple[list[Block], list[tuple[Span, str]]]:
    """The blocks and comments of a piece of HTML within a page that is not HTML; all of it is read."""
    page = _Page(source, list(tokens(source, start, end)), whole=False)
    page.read()
    return page.blocks, page.comments


class _Page:
    """One pass over the tokens, with the elements that are open on a stack."""

    def __init__(self, source: str, tokens: Sequence[Token], whole: bool) -> None:
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
        self.root = article_root(tokens) if whole else None
        self.layout = layout_tables(source, tokens)
        self.stack = Stack(self.root)
        self.text = TextBuilder()
        self.anchor: tuple[int, str] | None = None  # visible offset where a link began, its address
        self.muted = ""  # nothing is visible up to the closing tag of this name
        self.rows: list[Row] | None = None  # of the table that is open
        self.cell: Cell | None = None
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
        top = self.stack.top
        return top.inside and not top.skipped and not self.muted

    def _next_close(self, name: str, index: int) -> int | None:
        closes = self.closes.get(name, [])
        i = bisect_left(closes, index)
        return closes[i] if i < len(closes) else None

    # -- tags

    def _opened(self, index: int, token: Token) -> None:
        name = token.name
        if name == "meta":
            self._metadata(token)
        elif name == "title" and self.whole and not self.stack.top.skipped:
            self._title(index)
        elif name == "br":
            if self.cell:
                self.text.add(" ", token.start, token.end)
            else:
                self.text.newline(token.start, token.end)
        elif name == "hr":
            self._end_block(token)
        elif name == "time" and self._visible() and (day := attribute(self.source, token, "datetime")):
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
            self.anchor = (self.text.mark(), attribute(self.source, token, "href") or "")
        elif name not in VOID:
            self._element(index, token)

    def _element(self, index: int, token: Token) -> None:
        name = token.name
        block = name in BLOCKS
        if block:
            self._end_block(token)
            self.stack.close_implied(name)
        skipped = self._is_skipped(index, token)
        if self.rows is not None and not skipped and not self.stack.top.skipped:
            self._in_table(name, token)
        if name == "table" and index not in self.layout and not skipped and self._visible():
            self._end_table()
            self.rows, self.in_head = [], False
        stands_alone = self.source[token.end - 2] == "/" and name not in ("p", "div")
        endless = name in HEADINGS and self._next_close(name, index) is None
        if (block or skipped or self.stack.top.skipped) and not stands_alone and not endless:
            self.stack.push(name, skipped)

    def _closed(self, token: Token) -> None:
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
            self.stack.close(name)

    def _is_skipped(self, index: int, token: Token) -> bool:
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
        return name in NOT_TEXT or (self.whole and name in NOT_ARTICLE) or is_hidden(self.source, token)

    # -- text

    def _end_link(self) -> None:
        if self.anchor:
            self.text.link(*self.anchor)
            self.anchor = None

    def _end_block(self, token: Token | None) -> None:
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
            top = self.stack.top
            if top.kind == "paragraph" and self._all_bold(text):
                self.blocks.append(Block("heading", text, LEAST_HEADING))
                return
            self.blocks.append(Block(top.kind, text, top.level if top.kind in ("heading", "item") else 0))

    def _all_bold(self, text: Text) -> bool:
        """Is this paragraph nothing but bold, and no sentence or label with its value? Then writers mean a heading."""
        start, end = text.span(0, len(text.text))
        return bool(
            TITLE.fullmatch(text.text)
            and BOLD_BEFORE.search(self.source, max(0, start - 300), start)
            and BOLD_BEHIND.match(self.source, end)
        )

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

    def _metadata(self, token: Token) -> None:
        key = (
            attribute(self.source, token, "name")
            or attribute(self.source, token, "property")
            or attribute(self.source, token, "itemprop")
            or ""
        )
        value = attribute(self.source, token, "content")
        key = key.lower()
        if not key or not value or key in self.meta:
            return
        if key == "description" and self.whole:
            start, end = attributes(self.source[token.attributes : token.end - 1])["content"]
            self._add_title(key, token.attributes + start, token.attributes + end)
        else:
            self.meta[key] = value

    # -- tables

    def _in_table(self, name: str, token: Token) -> None:
        """A tag within the table that is open."""
        assert self.rows is not None
        if name in ("thead", "tbody", "tfoot", "tr", "td", "th", "caption"):
            self._end_cell()
        if name in ("thead", "tbody", "tfoot"):
            self.in_head = name == "thead"
        elif name == "tr":
            self.rows.append(Row(in_head=self.in_head))
        elif name in ("td", "th"):
            if not self.rows:
                self.rows.append(Row(in_head=self.in_head))
            self.cell = Cell(EMPTY, name == "th", self._number(token, "colspan"), self._number(token, "rowspan"))

    def _number(self, token: Token, name: str) -> int:
        value = (attribute(self.source, token, name) or "").strip()
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
        self.blocks += blocks_of(rows)
