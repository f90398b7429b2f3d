"""Markdown, as written on GitHub and for static site generators: the lines of a page become blocks."""

from __future__ import annotations

from factcheck.documents import markdown_starts as starts
from factcheck.documents import tables
from factcheck.documents.document import BlockKind, Document
from factcheck.documents.front_matter import front_matter
from factcheck.documents.inline import label
from factcheck.documents.lines import Line, columns, join, split
from factcheck.documents.markdown_extents import end_of_html, indented, quoted
from factcheck.documents.markdown_page import Found, Page
from factcheck.documents.markup import LEAST_HEADING, TITLE
from factcheck.documents.page_layout import set_in, unwrapped
from factcheck.documents.tabs import copied
from factcheck.places import Span

DEEPEST = 16  # lists and quotations within each other: each costs a pass, and only a hostile page goes deeper
LONGEST_HEADING = 200


def read(source: str, path: str) -> Document:
    """The Markdown page `source`. `path` is its name in reports; its ending tells MDX from Markdown. Never raises."""
    lines = split(source)
    head = front_matter(lines)
    body = unwrapped(lines[head.lines :])
    page = Page(source, indented_code=not path.lower().endswith(".mdx") and not set_in(body))
    page.found.extend(Found("title", text=text) for text in head.titles)
    _Section(page, body, "paragraph", 0, 0).read()
    blocks = tuple(page.blocks())
    return Document(path, source, blocks, head.meta, tuple(sorted(page.comments)), page.notes)


class _Section:
    """The lines of the page, of a list item, a quotation or a footnote, without the marks that make them one.

    `kind` is that of its paragraphs, `level` how many lists it lies in, `depth` how many sections.
    """

    def __init__(self, page: Page, lines: list[Line], kind: BlockKind, level: int, depth: int) -> None:
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
            if self.page.indented_code and not starts.begins_block(line):
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
        if self.kind == "quote" and (alert := starts.ALERT.match(lines[0].text)):
            lines[0] = lines[0].cut(alert.end())
        bold = starts.BOLD.fullmatch(lines[0].text) if self.kind == "paragraph" else None
        if bold and TITLE.fullmatch(bold["words"]) and not (lines[1:] and lines[1].text.lstrip()[0].islower()):
            self.page.found.append(Found("heading", LEAST_HEADING, join(lines[:1])))
            del lines[0]
            if not lines:
                return
        self.page.found.append(Found(self.kind, self.level if self.kind == "item" else 0, join(lines)))

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
        stop = starts.COMMENTS.get(start)
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
        tag = starts.TAG_NAME.match(body.text)
        if not tag or tag["name"].lower() not in starts.TEXT_TAGS | starts.BLOCK_TAGS | starts.WHOLE_TAGS:
            return False
        from factcheck.documents.html import fragment

        self._end_paragraph()
        end = end_of_html(self.page.source, self.lines, self.at, body.start, self.unclosed)
        blocks, comments = fragment(self.page.source, body.start, end)
        level = self.level if self.kind == "item" else 0
        for block in blocks:
            kind = (self.kind, level) if block.kind == "paragraph" else (block.kind, block.level)
            self.page.found.append(Found(*kind, block.text, block.rows, block.header_rows, in_html=True))
        self.page.comments += comments
        self._skip_to(end)
        return True

    def _fenced_code(self, body: Line) -> bool:
        fence = starts.FENCE.fullmatch(body.text)
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
            self.page.found.append(Found("heading", level, join([Line(words.start, text)])))
        self.at += 1
        return True

    def _underline(self, line: Line) -> bool:
        """The line below a heading."""
        if not self.paragraph or not starts.UNDERLINE.fullmatch(line.text):
            return False
        self.at += 1
        text = join(self.paragraph)
        if len(text.text) > LONGEST_HEADING or text.text.endswith("."):  # the writer forgot the blank line on top of a rule
            self._end_paragraph()
        else:
            self.page.found.append(Found("heading", 1 if "=" in line.text else 2, text))
            self.paragraph = []
        return True

    def _rule(self, body: Line) -> bool:
        if not starts.RULE.fullmatch(body.text):
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
        if self.paragraph or not starts.MODULE.match(body.text):
            return False
        while self.at < len(self.lines) and self.lines[self.at].text.strip() and not starts.begins_block(self.lines[self.at]):
            line = self.lines[self.at]
            if string := starts.STRING.fullmatch(line.text):
                self.page.found.append(Found("paragraph", text=join([Line(line.start + string.start("text"), string["text"])])))
            self.at += 1
        return True

    def _quote(self) -> bool:
        self._end_paragraph()
        inside, self.at = quoted(self.lines, self.at)
        self._inner(inside, "quote", self.level)
        return True

    def _item(self, body: Line) -> bool:
        mark = starts.ITEM.match(body.text)
        if not mark:
            return False
        words = body.cut(mark.end())
        if self.paragraph and (not words.text or (mark["number"] or "1") != "1"):
            return False  # a number that happens to begin a line of a paragraph
        self._end_paragraph()
        if second := starts.SECOND_MARK.match(words.text):
            words = words.cut(second.end())
        outside = columns(self.lines[self.at].text)
        marker = mark[0].rstrip()
        blanks = mark[0][len(marker) :]
        width = outside + len(marker) + (len(blanks) if words.text and len(blanks) <= 4 else 1)
        if "\t" in blanks:
            width = (outside + len(marker)) // 4 * 4 + 4
        self.at += 1
        inside, self.at = indented(self.lines, self.at, outside + 2, width)
        self._inner([words, *inside], "item", self.level + 1)
        return True

    def _footnote(self, body: Line) -> bool:
        mark = starts.NOTE.match(body.text)
        if not mark:
            return False
        self._end_paragraph()
        self.at += 1
        inside, self.at = indented(self.lines, self.at, 2, 4)
        first = len(self.page.found)
        self._inner([body.cut(mark.end()), *inside], self.kind, self.level)
        if first < len(self.page.found):
            self.page.found[first].note = label(mark[0].rstrip(": \t")[1:-1])
        return True

    def _reference(self, body: Line) -> bool:
        """The address that links refer to by a label."""
        reference = None if self.paragraph else starts.REFERENCE.fullmatch(body.text)
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
            rows = [] if self.paragraph or "\t" not in body.text else copied(self.lines[self.at :])
            self.at += len(rows)
            return bool(rows) and self._found_table(rows, None)
        rows = []
        if tables.begins(body.text, following.text):
            rows.append(tables.cells(body))
            self.at += 2
        elif self.paragraph or not tables.is_row(body.text) or not (tables.is_row(following.text) or tables.is_grid(following.text)):
            return False
        header_rows = 0 if tables.is_rule(body.text) else 1 if rows else None
        self._end_paragraph()
        while self.at < len(self.lines):
            body = self.lines[self.at].strip()
            if body.text.startswith(tuple(starts.COMMENTS)) and self._comment(body):
                continue
            grid = tables.is_grid(body.text)
            if not grid and ("|" not in body.text or (body.text[0] != "|" and starts.interrupts(self.lines, self.at))):
                break
            if not grid and not tables.is_rule(body.text):
                rows.append(tables.cells(body))
            self.at += 1
        return self._found_table(rows, header_rows)

    def _found_table(self, rows: list[list[Line]], header_rows: int | None) -> bool:
        self.page.found.append(Found("table", rows=[[tables.raw(cell) for cell in row] for row in rows], header_rows=header_rows))
        return True
