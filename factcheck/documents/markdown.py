"""Markdown, as written on GitHub and for static site generators: the lines of a page become blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.documents import tables
from factcheck.documents.document import EMPTY, Block, BlockKind, Document, Text
from factcheck.documents.front_matter import front_matter
from factcheck.documents.inline import inline, label
from factcheck.documents.lines import Line, columns, join, split
from factcheck.documents.markup import names
from factcheck.documents.page_layout import set_in, unwrapped
from factcheck.patterns import compile_re
from factcheck.places import Span

UNDERLINE = compile_re(r" {0,3}(?:={2,}|-{2,})[ \t]*")
RULE = compile_re(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
FENCE = compile_re(r"(`{3,})[^`]*|(~{3,}).*")
ITEM = compile_re(r"(?:[-*+]|(?P<number>\d{1,3})[.)])(?:[ \t]+|$)|•[ \t]*")  # four digits are a year
SECOND_MARK = compile_re(r"[•·▪][ \t]*|\[[ xX]\][ \t]+")  # a bullet pasted along with the text, a task's box
QUOTE = compile_re(r"\s*> ?")
NOTE = compile_re(r"\[\^[^\]\s]+\]:[ \t]*")
REFERENCE = compile_re(r"""\[([^\[\]^][^\[\]]*)\]:[ \t]*(?:<([^<>]*)>|(\S+))(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?""")
ALERT = compile_re(r"\[!\w+\][-+]?[ \t]*")
MODULE = compile_re(r"""import\s(?:.*\sfrom\s+)?['"]|export\s+(?:const|let|var|default|function|async|class|\{|\*)""")  # of MDX
STRING = compile_re(r"""\s*(?:\w+:\s*)?(?P<q>["'`])(?P<text>\w[^\s"`]*(?: [^\s"`]+){5,}[.!?…])(?P=q),?;?\s*""")  # of a sentence or more
MARKS = compile_re(r"\*\*|`|\]\(")
COMMENTS = {"<!--": "-->", "{/*": "*/}"}

# HTML that stands on lines of its own: what holds text, what holds blocks of it, and what is read or left out whole.
TAG_NAME = compile_re(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*+)(?=[\s/>])")
TEXT_TAGS = names("p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd summary figcaption caption thead tbody tfoot tr td th blockquote")
BLOCK_TAGS = names("address article aside center details dialog div fieldset figure footer form header hr main nav section")
WHOLE_TAGS = names("table script style pre svg template noscript textarea iframe math")

DEEPEST = 16  # lists and quotations within each other: each costs a pass, and only a hostile page goes deeper
LONGEST_HEADING = 200


def read(source: str, path: str) -> Document:
    """The Markdown page `source`. `path` is its name in reports; its ending tells MDX from Markdown. Never raises."""
    lines = split(source)
    head = front_matter(lines)
    body = unwrapped(lines[head.lines :])
    page = _Page(source, indented_code=not path.lower().endswith(".mdx") and not set_in(body))
    page.found.extend(_Found("title", text=text) for text in head.titles)
    _Section(page, body, "paragraph", 0, 0).read()
    blocks = tuple(page.blocks())
    return Document(path, source, blocks, head.meta, tuple(sorted(page.comments)), page.notes)


@dataclass(slots=True)
class _Found:
    """A block whose inside is still Markdown."""

    kind: BlockKind
    level: int = 0
    text: Text = EMPTY
    rows: Sequence[Sequence[Text]] = ()
    header_rows: int | None = None  # None: the table does not say
    in_html: bool = False  # HTML may hold Markdown, but stray marks are none
    note: str = ""  # its label, where it is a note that begins


class _Page:
    """What was found so far. A link may refer to an address given further down, so the inside of blocks is read last."""

    def __init__(self, source: str, indented_code: bool) -> None:
        self.source = source
        self.indented_code = indented_code
        self.found: list[_Found] = []
        self.references: dict[str, str] = {}
        self.comments: list[tuple[Span, str]] = []
        self.notes: dict[str, Text] = {}
        self.last_end = {stop: source.rfind(stop) for stop in COMMENTS.values()}

    def blocks(self) -> Iterator[Block]:
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

    def _inside(self, raw: Text, found: _Found) -> tuple[Text, list[Text]]:
        if found.in_html and not MARKS.search(raw.text):
            return raw, []
        result = inline(raw, self.references, line_breaks=found.kind != "table")
        self.comments += result.comments
        return result.text, result.captions


class _Section:
    """The lines of the page, of a list item, a quotation or a footnote, without the marks that make them one.

    `kind` is that of its paragraphs, `level` how many lists it lies in, `depth` how many sections.
    """

    def __init__(self, page: _Page, lines: list[Line], kind: BlockKind, level: int, depth: int) -> None:
        self.page = page
        self.lines = lines
        self.kind = kind
        self.level = level
        self.depth = depth
        self.at = 0
        self.paragraph: list[Line] = []
        self.unclosed: set[str] = set()  # HTML tags that are not closed any more

    def read(self) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.text.strip():
                self._end_paragraph()
                self.at += 1
            elif not self._start_of_block(line):
                self.paragraph.append(line)
                self.at += 1
        self._end_paragraph()

    def _start_of_block(self, line: Line) -> bool:
        """Take in the block that starts here, if one does."""
        if columns(line.text) >= 4:
            if self.paragraph:
                return False
            if self.page.indented_code and not _begins_block(line):
                self.at += 1
                return True
        body = line.strip()
        match body.text[0]:
            case "<":
                taken = self._comment(body) or self._html(body)
            case "{":
                taken = self._comment(body)
            case "`" | "~":
                taken = self._fenced_code(body)
            case "#":
                taken = self._heading(body)
            case ">":
                taken = self._quote()
            case "[":
                taken = self._footnote(body) or self._reference(body)
            case "=" | "-" | "*" | "_" | "+" | "•":
                taken = self._underline(line) or self._rule(body) or self._item(body)
            case ":" | "i" | "e":
                taken = self._fence_of_note(body) or self._module(body)
            case first:
                taken = first.isdigit() and self._item(body)
        return taken or self._table(body)

    def _end_paragraph(self) -> None:
        if not self.paragraph:
            return
        lines, self.paragraph = self.paragraph, []
        if self.kind == "quote" and (alert := ALERT.match(lines[0].text)):
            lines[0] = lines[0].cut(alert.end())
        self.page.found.append(_Found(self.kind, self.level if self.kind == "item" else 0, join(lines)))

    def _skip_to(self, offset: int) -> None:
        """Go on behind an offset in the file, which may lie within a line."""
        while self.at < len(self.lines) and self.lines[self.at].end <= offset:
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].start < offset:
            line = self.lines[self.at]
            self.lines[self.at] = line.cut(offset - line.start)
            if not self.lines[self.at].text.strip():
                self.at += 1

    def _inner(self, lines: list[Line], kind: BlockKind, level: int) -> None:
        section = _Section(self.page, lines, kind, level, self.depth + 1)
        if self.depth < DEEPEST:
            section.read()
        else:
            section.paragraph = lines
            section._end_paragraph()

    # -- one method a block: True if it starts here, and then `at` is behind it

    def _comment(self, body: Line) -> bool:
        """A comment does not end a paragraph, list or table: writers put them between any two lines."""
        start = body.text[:4] if body.text.startswith("<!--") else body.text[:3]
        stop = COMMENTS.get(start)
        if not stop:
            return False
        if self.page.last_end[stop] < body.start + len(start):
            if start == "<!--":  # as in a browser, it hides all that follows
                self.at = len(self.lines)
            return start == "<!--"
        end = self.page.source.index(stop, body.start + len(start))
        self.page.comments.append((Span(body.start, end + len(stop)), self.page.source[body.start + len(start) : end]))
        self._skip_to(end + len(stop))
        return True

    def _html(self, body: Line) -> bool:
        tag = TAG_NAME.match(body.text)
        if not tag or tag["name"].lower() not in TEXT_TAGS | BLOCK_TAGS | WHOLE_TAGS:
            return False
        from factcheck.documents.html import fragment

        self._end_paragraph()
        end = self._end_of_html(body.start)
        blocks, comments = fragment(self.page.source, body.start, end)
        level = self.level if self.kind == "item" else 0
        for block in blocks:
            kind = (self.kind, level) if block.kind == "paragraph" else (block.kind, block.level)
            self.page.found.append(_Found(*kind, block.text, block.rows, block.header_rows, in_html=True))
        self.page.comments += comments
        self._skip_to(end)
        return True

    def _end_of_html(self, start: int) -> int:
        """The offset behind the HTML that starts at an offset in this line. It goes on over lines that begin with such tags,
        over all lines up to a blank one while a tag that holds text is open, and to the closing tag of tables and scripts."""
        at, end = self.at, start
        holding = 0
        while at < len(self.lines):
            line = self.lines[at]
            if end >= line.end:
                at += 1
                continue
            begins = TAG_NAME.match(line.text.lstrip())
            if not line.text.strip() or (at > self.at and not holding and end <= line.start and not (begins and _is_block(begins["name"]))):
                break
            end = max(end, line.start)
            while tag := TAG_NAME.search(self.page.source, end, line.end):
                end, name = tag.end(), tag["name"].lower()
                if name in TEXT_TAGS:
                    holding = max(0, holding + (-1 if tag["close"] else 1))
                elif name in WHOLE_TAGS and not tag["close"]:
                    end = self._closing(name, end) or end
            end = max(end, line.end)
            at += 1
        return end

    def _closing(self, name: str, start: int) -> int | None:
        """The offset behind the closing tag that belongs to an open one, within this section; None where it is missing."""
        if name in self.unclosed:
            return None
        limit = self.lines[-1].end
        depth, end = 1, None
        for tag in compile_re(rf"<(/?){name}\b[^<>]*+>", re.IGNORECASE).finditer(self.page.source, start, limit):
            if tag[1]:
                depth, end = depth - 1, tag.end()
            elif name == "table":
                depth += 1
            if not depth:
                break
        if end is None:
            self.unclosed.add(name)
        return end

    def _fenced_code(self, body: Line) -> bool:
        fence = FENCE.fullmatch(body.text)
        if not fence:
            return False
        self._end_paragraph()
        mark = fence[1] or fence[2]
        self.at += 1
        while self.at < len(self.lines):
            text = self.lines[self.at].text.strip()
            self.at += 1
            if len(text) >= len(mark) and not text.strip(mark[0]):
                break
        return True

    def _heading(self, body: Line) -> bool:
        level = len(body.text) - len(body.text.lstrip("#"))
        words = body.cut(level)
        if level > 6 or words.text[:1].strip():
            return False
        self._end_paragraph()
        text = words.text
        if text.endswith("}") and (at := text.rfind("{#")) >= 0:  # an id for links
            text = text[:at]
        text = text.rstrip()
        bare = text.rstrip("#")
        if not bare[-1:].strip():
            text = bare
        if text.strip():
            self.page.found.append(_Found("heading", level, join([Line(words.start, text)])))
        self.at += 1
        return True

    def _underline(self, line: Line) -> bool:
        """The line below a heading."""
        if not self.paragraph or not UNDERLINE.fullmatch(line.text):
            return False
        self.at += 1
        text = join(self.paragraph)
        if len(text.text) > LONGEST_HEADING or text.text.endswith("."):  # the writer forgot the blank line on top of a rule
            self._end_paragraph()
        else:
            self.page.found.append(_Found("heading", 1 if "=" in line.text else 2, text))
            self.paragraph = []
        return True

    def _rule(self, body: Line) -> bool:
        if not RULE.fullmatch(body.text):
            return False
        self._end_paragraph()
        self.at += 1
        return True

    def _fence_of_note(self, body: Line) -> bool:
        """`:::note` and `:::` around a notice."""
        if not body.text.startswith(":::"):
            return False
        self._end_paragraph()
        self.at += 1
        return True

    def _module(self, body: Line) -> bool:
        """The code at the top of an MDX page, up to a blank line or to the elements that it returns; its strings may be the page's text."""
        if self.paragraph or not MODULE.match(body.text):
            return False
        while self.at < len(self.lines) and self.lines[self.at].text.strip() and not _begins_block(self.lines[self.at]):
            line = self.lines[self.at]
            if string := STRING.fullmatch(line.text):
                self.page.found.append(_Found("paragraph", text=join([Line(line.start + string.start("text"), string["text"])])))
            self.at += 1
        return True

    def _quote(self) -> bool:
        self._end_paragraph()
        inside: list[Line] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if mark := QUOTE.match(line.text):
                inside.append(line.cut(mark.end()))
            elif line.text.strip() and inside[-1].text.strip() and not self._interrupts(self.at):
                inside.append(line)
            else:
                break
            self.at += 1
        self._inner(inside, "quote", self.level)
        return True

    def _item(self, body: Line) -> bool:
        mark = ITEM.match(body.text)
        if not mark:
            return False
        words = body.cut(mark.end())
        if self.paragraph and (not words.text or (mark["number"] or "1") != "1"):
            return False  # a number that happens to begin a line of a paragraph
        self._end_paragraph()
        if second := SECOND_MARK.match(words.text):
            words = words.cut(second.end())
        outside = columns(self.lines[self.at].text)
        marker = mark[0].rstrip()
        blanks = mark[0][len(marker) :]
        width = outside + len(marker) + (len(blanks) if words.text and len(blanks) <= 4 else 1)
        if "\t" in blanks:
            width = (outside + len(marker)) // 4 * 4 + 4
        self.at += 1
        inside = [words, *self._indented(outside + 2, width)]
        self._inner(inside, "item", self.level + 1)
        return True

    def _footnote(self, body: Line) -> bool:
        mark = NOTE.match(body.text)
        if not mark:
            return False
        self._end_paragraph()
        self.at += 1
        inside = [body.cut(mark.end()), *self._indented(2, 4)]
        first = len(self.page.found)
        self._inner(inside, self.kind, self.level)
        if first < len(self.page.found):
            self.page.found[first].note = label(mark[0].rstrip(": \t")[1:-1])
        return True

    def _indented(self, least: int, width: int) -> list[Line]:
        """The lines that go on with an item: indented by `least` columns, of which up to `width` are cut off, or the
        continuation of a paragraph."""
        inside: list[Line] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.text.strip():
                blank = self.at
                while self.at < len(self.lines) and not self.lines[self.at].text.strip():
                    self.at += 1
                if self.at == len(self.lines) or columns(self.lines[self.at].text) < least:
                    return inside
                inside += self.lines[blank : self.at]
            elif columns(line.text) >= least:
                inside.append(_unindented(line, width))
                self.at += 1
            elif (not inside or inside[-1].text.strip()) and not self._interrupts(self.at):
                inside.append(line)
                self.at += 1
            else:
                break
        return inside

    def _interrupts(self, at: int) -> bool:
        """Does the line with this index start something of its own, even where a paragraph could go on?"""
        text = self.lines[at].text.strip()
        match text[0]:
            case "#":
                return bool(patterns.match(r"#{1,6}(?:\s|$)", text))
            case ">":
                return True
            case "`" | "~":
                return bool(FENCE.fullmatch(text))
            case "<" if tag := TAG_NAME.match(text):
                return _is_block(tag["name"])
            case "<" | "{":
                return text.startswith(tuple(COMMENTS))
            case "[":
                return bool(NOTE.match(text))
            case ":":
                return text.startswith(":::")
        return bool(RULE.fullmatch(text) or ITEM.match(text) or UNDERLINE.fullmatch(text)) or (
            "|" in text and at + 1 < len(self.lines) and tables.begins(text, self.lines[at + 1].text)
        )

    def _reference(self, body: Line) -> bool:
        """The address that links refer to by a label."""
        reference = None if self.paragraph else REFERENCE.fullmatch(body.text)
        if not reference:
            return False
        self.page.references.setdefault(label(reference[1]), reference[2] or reference[3] or "")
        self.at += 1
        return True

    def _table(self, body: Line) -> bool:
        following = self.lines[self.at + 1].strip() if self.at + 1 < len(self.lines) else body.cut(0, 0)
        if tables.is_grid(body.text) and tables.is_row(following.text):
            self._end_paragraph()
            self.at += 1
            return True
        if "|" not in body.text:
            return False
        rows: list[list[Line]] = []
        if tables.begins(body.text, following.text):
            rows.append(tables.cells(body))
            self.at += 2
        elif self.paragraph or not tables.is_row(body.text) or not (tables.is_row(following.text) or tables.is_grid(following.text)):
            return False
        header_rows = 0 if tables.is_rule(body.text) else 1 if rows else None
        self._end_paragraph()
        while self.at < len(self.lines):
            body = self.lines[self.at].strip()
            if body.text.startswith(tuple(COMMENTS)) and self._comment(body):
                continue
            grid = tables.is_grid(body.text)
            if not grid and ("|" not in body.text or (body.text[0] != "|" and self._interrupts(self.at))):
                break
            if not grid and not tables.is_rule(body.text):
                rows.append(tables.cells(body))
            self.at += 1
        found = [[tables.raw(cell) for cell in row] for row in rows]
        self.page.found.append(_Found("table", rows=found, header_rows=header_rows))
        return True


def _is_block(name: str) -> bool:
    """Does this HTML tag stand on lines of its own?"""
    return name.lower() in TEXT_TAGS | BLOCK_TAGS | WHOLE_TAGS


def _begins_block(line: Line) -> bool:
    """Whether a line begins with an HTML tag that holds text or blocks of it."""
    tag = TAG_NAME.match(line.text.lstrip())
    return tag is not None and tag["name"].lower() in TEXT_TAGS | BLOCK_TAGS


def _unindented(line: Line, width: int) -> Line:
    """The line without up to `width` columns of blanks at its start."""
    taken = at = 0
    while taken < width and at < len(line.text) and line.text[at] in " \t":
        taken += 4 - taken % 4 if line.text[at] == "\t" else 1
        at += 1
    return line.cut(at)
