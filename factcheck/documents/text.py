"""Plain text: lines become paragraphs, headings, list items and tables, the way their writer laid them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from factcheck.dataclass import dataclass
from factcheck.documents import tables
from factcheck.documents.document import Block, BlockKind, Document, Text, TextBuilder
from factcheck.documents.lines import Line, split
from factcheck.documents.markup import add_prose
from factcheck.documents.tabs import tabbed
from factcheck.patterns import compile_re

ITEM = compile_re(r"(?:[-*•·▪‣◦–]\s+|•|(?P<number>\d{1,2})[.)]\s+)(?:[•·▪]\s*)?")
DRAWN = str.maketrans("│┃║", "|||")  # as terminals draw a table's lines
GAP = compile_re(r" {2,}")
RANKING = compile_re(r"(?:Rank|Place|Position|Pos\.?|#)(?: [A-Z][\w%/-]*){2,5}")
PLACE = compile_re(r"#?\d{1,3}[.)]?")
FIGURE = compile_re(r"[$+~]?[\d.,]*\d%?(?:±\d+)?")
WORD = compile_re(r"\S+")
RULE = compile_re(r"(?:[-=_*~#] ?){3,}")
SENTENCE_END = compile_re(r"""[.!?:;…]["'”’»)\]]*$""")
SMALL_WORD = compile_re(r"[a-z]+(?:[\s,.;:!?)’'-]|$)")

NARROWEST_WRAP, WIDEST_WRAP = 40, 120  # where editors break long lines
LONGEST_HEADING = 100
LONGEST_QUESTION = 80  # as a heading


def read(source: str, path: str) -> Document:
    """The plain text `source`; `path` is its name in reports. Never raises."""
    parts: list[_Part] = []
    for group in _groups(split(source.translate(DRAWN))):
        parts += _parts(group)
    _mark_headings(parts)
    return Document(path, source, tuple(_blocks(source, parts)))


@dataclass(slots=True)
class _Part:
    """Lines that belong together. `apart`: a blank line stands below them, `numbered`: they are an item with a number."""

    kind: BlockKind
    lines: list[Line]
    indent: int = 0
    level: int = 0
    apart: bool = False
    numbered: bool = False
    rows: list[list[Line]] | None = None


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines between blank ones."""
    group: list[Line] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _parts(group: Sequence[Line]) -> list[_Part]:
    """What the lines of a group are, headings not yet told from paragraphs."""
    parts: list[_Part] = []
    broken = [above for above, below in pairwise(group) if _goes_on(above, below)]  # a title may be longer than the lines of the text
    width = max(len(line.text.rstrip()) for line in broken or group)
    wrapped = any(_is_full(a, b, width) and _goes_on(a, b) for a, b in pairwise(group))
    at = 0
    while at < len(group):
        rows = _table(group, at)
        if rows:
            kept = [row for line, row in zip(group[at:], rows, strict=False) if not tables.is_frame(line.text)]
            parts.append(_Part("table", [], rows=kept))
            at += len(rows)
            continue
        line = group[at].strip()
        at += 1
        if tables.is_frame(line.text) and line.text[0] not in "-=":
            continue
        if RULE.fullmatch(line.text):
            if len(parts) == 1 and parts[0].kind == "paragraph" and line.text[0] in "-=" and _could_head(parts[0]):
                parts[0].kind, parts[0].level = "heading", 1 if line.text[0] == "=" else 2
            continue
        item = ITEM.match(line.text)
        part = _Part("item" if item else "paragraph", [line.cut(item.end()) if item else line], group[at - 1].text.find(line.text[0]))
        part.numbered = item is not None and item["number"] is not None
        while at < len(group) and not ITEM.match(group[at].text.lstrip()) and not RULE.fullmatch(group[at].text.strip()):
            above, below = group[at - 1], group[at]
            hanging = item and below.text.startswith((" " * (part.indent + 2), "\t"))
            if not (hanging or _goes_on(above, below) or (wrapped and _is_full(above, below, width))):
                break
            part.lines.append(below.strip())
            at += 1
        parts.append(part)
    if parts:
        parts[-1].apart = True
    return parts


def _goes_on(above: Line, below: Line) -> bool:
    """Does a sentence go on in the line below?"""
    text = above.text.rstrip()
    if not NARROWEST_WRAP <= len(text) <= WIDEST_WRAP or SENTENCE_END.search(text):
        return False
    return bool(SMALL_WORD.match(below.text.strip()))


def _is_full(above: Line, below: Line, width: int) -> bool:
    """Would the first word of the line below not have fitted on this one?"""
    first_word = below.text.split(maxsplit=1)[0]
    return NARROWEST_WRAP <= width <= WIDEST_WRAP and len(above.text.rstrip()) + 1 + len(first_word) > width


def _table(group: Sequence[Line], start: int) -> list[list[Line]]:
    """The rows of a table that starts at this line, a rule counted as one; empty if none does. Its cells are
    separated by pipes, by equally many tabs in each line, or, three or more in each of three lines or more, by wide gaps."""
    text = group[start].text.strip(" ")
    following = group[start + 1].text.strip(" ") if start + 1 < len(group) else ""
    rows: list[list[Line]] = []
    below = next((line.text.strip() for line in group[start + 1 :] if not tables.is_frame(line.text)), "")
    apart = len(tables.bars(text.strip()))  # by pipes, in between only
    even = apart > 1 and apart == len(tables.bars(below)) and not tables.is_frame(text)
    if tables.begins(text, following) or (tables.is_row(text.strip()) and tables.is_row(below)) or even:
        for line in group[start:]:
            if not tables.bars(line.text) and not tables.is_frame(line.text):
                break
            rows.append(tables.cells(line))
    elif copied := tabbed(group[start:]):
        rows = copied
    elif ranked := _ranked(group[start:]):
        rows = ranked
    else:
        spaced = list(takewhile(lambda row: len(row) == len(_spaced(group[start])), map(_spaced, group[start:])))
        rows = spaced if len(spaced) > 2 and len(spaced[0]) > 2 else []
    return rows


def _spaced(line: Line) -> list[Line]:
    """The pieces of a line that two blanks or more separate."""
    line = line.strip()
    edges = [(0, 0), *(match.span() for match in GAP.finditer(line.text)), (len(line.text), 0)]
    return [line.cut(after, before) for (_, after), (before, _) in pairwise(edges)]


def _ranked(lines: Sequence[Line]) -> list[list[Line]]:
    """A ranking whose columns only single blanks separate: "Rank Model Score", and below it "1 Aurora 2 1457". Empty if it is none."""
    if not RANKING.fullmatch(lines[0].text.strip()):
        return []
    labels = _words(lines[0])
    figures = len(labels) - 2
    rows: list[list[Line]] = []
    for words in map(_words, lines[1:]):
        name, last = words[1:-figures], words[-figures:]
        if not name or not PLACE.fullmatch(words[0].text) or not all(FIGURE.fullmatch(word.text) for word in last):
            break
        line = lines[len(rows) + 1]
        rows.append([words[0], line.cut(name[0].start - line.start, name[-1].end - line.start), *last])
    return [labels, *rows] if len(rows) > 1 else []


def _words(line: Line) -> list[Line]:
    return [line.cut(*word.span()) for word in WORD.finditer(line.text)]


def _mark_headings(parts: Sequence[_Part]) -> None:
    """A short line without the end of a sentence is a heading where it opens the text, stands by itself or stands on top
    of something longer; so are the numbered lines that each have a paragraph below them."""
    numbered = [part for part, below in pairwise(parts) if _heads_story(part, below)]
    for part in numbered if len(numbered) > 1 else ():
        part.kind, part.level = "heading", 2
    for i, part in enumerate(parts):
        if part.kind != "paragraph" or not _could_head(part):
            continue
        above = parts[i - 1] if i else None
        below = parts[i + 1] if i + 1 < len(parts) else None
        alone = part.apart and (above is None or above.apart)
        if below and (above is None or alone or below.kind != "paragraph" or not _could_head(below) or _text(part).endswith(":")):
            part.kind, part.level = "heading", 1 if above is None else 2


def _heads_story(part: _Part, below: _Part) -> bool:
    """Is it the title of one of several stories: a numbered line, with prose below it that is no part of the item?"""
    return part.numbered and _could_head(part) and below.kind == "paragraph" and len(_text(below)) > len(_text(part))


def _could_head(part: _Part) -> bool:
    text = _text(part)
    if len(part.lines) > 1 or len(text) > LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    return not SENTENCE_END.search(text) or text.endswith(":") or (text.endswith("?") and len(text) <= LONGEST_QUESTION)


def _text(part: _Part) -> str:
    return part.lines[0].text if part.lines else ""


def _blocks(source: str, parts: Iterable[_Part]) -> Iterator[Block]:
    indents: list[int] = []  # of the lists that the last item lies in
    for part in parts:
        if part.rows is not None:
            rows = [[_visible(source, [cell]) for cell in row] for row in part.rows]
            if table := tables.table(rows, tables.header_rows(rows)):
                yield table
        elif (text := _visible(source, part.lines)).text:
            if part.kind == "item":
                while indents and indents[-1] > part.indent:
                    indents.pop()
                if not indents or indents[-1] < part.indent:
                    indents.append(part.indent)
                part.level = len(indents)
            yield Block(part.kind, text, part.level)
        if part.kind != "item":
            indents = []


def _visible(source: str, lines: Sequence[Line]) -> Text:
    builder = TextBuilder()
    end = lines[0].start
    for line in lines:
        builder.add(source[end : line.start], end)
        add_prose(builder, source, line.start, line.end, entities=False)
        end = line.end
    return builder.build()
