"""Read a table: each cell's figure belongs to the names in the cell, in its row's labels, in its column's header, or round the table.

Nothing is assumed of the orientation: models may be rows or columns. A label that names something unknown makes its row or column
silent rather than borrowed from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from factcheck.dataclass import replace
from factcheck.documents import Block, Text
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import NOTHING
from factcheck.extract.dates.events import event_of
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Choice, Surroundings
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantities import quantities
from factcheck.extract.tables.captions import caption_of, mode_of, with_parts
from factcheck.extract.tables.cell_subjects import MEMBER, SIZE_ALONE, SIZES
from factcheck.extract.tables.cells import read_cell, read_size
from factcheck.extract.tables.columns import NAMES
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import CellFigure, Frame, LeftCell, Place, ProseCell, lists_facts
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import small_name, writes_small
from factcheck.extract.tables.labels import unmarked
from factcheck.extract.tables.row_labels import completed, named, row_label
from factcheck.extract.tables.standard_labels import condition_of, is_standard
from factcheck.extract.tables.table_shape import further_headers, headed, in_fractions, retold, section, spread, stacked, twice, words
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# Of what prices a heading speaks that are not the usual ones.
PRICING = compile_re(
    r"\b(?P<kind>batch|flex|priority|fine-?tun(?:ed|ing)|off-peak|promotional)(?: API| mode| processing| tier| inference)?"
    r" (?:pric(?:es|ing)|costs?|rates)\b|\bpric(?:es|ing) (?:for|in|with) (?P<of>batch|flex|priority)\b",
    re.IGNORECASE,
)
PRICED = compile_re(r"\b(?:input|output|prompt|completion|in|out|price|cost|pricing)\b", re.IGNORECASE)
OUT_OF = compile_re(r"(?<=\d) ?(?:/|out of) ?100(?=[\s*]*$)")  # "61.2/100"
EFFORT = compile_re(r"\b(?:efforts?|thinking|reasoning)\b", re.IGNORECASE)
FACTS = 2  # rows of a table that say what they are of

__all__ = ["CellFigure", "LeftCell", "ProseCell", "read_table"]


def read_table(
    block: Block,
    see: Callable[[str], Scene],
    vocabulary: Vocabulary,
    around: Surroundings,
    *,
    dated: Metric | None = None,
    known: Known = NOTHING,
    per_thousand: bool = False,
) -> Iterator[CellFigure | ProseCell | LeftCell]:
    """Every figure of a table's body, cell by cell.

    `see` marks a cell's text; `around` says what the table is about; `dated` what the heading above says that dates are of,
    `known` of which year; `per_thousand` whether prices are said to be per 1,000 tokens.
    """
    if not block.rows:
        return
    block = headed(stacked(block))
    width = len(block.rows[0])
    heads = block.header_rows + further_headers(block, see)
    frame = Frame([], around, see, vocabulary, dated=dated, known=known)
    frame.headers.extend(header(column, block.rows[:heads], frame) for column in range(width))
    frame.headers[:] = by_effort(frame.headers, around.above)
    if per_thousand and not any(h.unit == "per" for h in frame.headers):
        frame.headers[:] = [replace(h, unit="per_k") if h.unit in ("", "money") and PRICED.search(h.text) else h for h in frame.headers]
    if kind := next((m["kind"] or m["of"] for text in around.above if (m := PRICING.search(text))), None):
        frame.headers[:] = [replace(h, flavour=h.flavour or kind.lower()) if h.text and PRICED.search(h.text) else h for h in frame.headers]
    names = [row[0].text for row in block.rows[heads:]]
    frame = about_one(frame, names) or replace(
        frame, facts=lists_facts(frame.headers, [n for n in names if is_standard(n) or is_size(named(n, frame), vocabulary)])
    )
    frame = with_parts(replace(frame, caption=caption_of(frame)), block.rows[heads:])
    frame = replace(frame, fractions=in_fractions(block.rows[heads:]), mode=mode_of(around.heading))
    if writes_small([*frame.headers, *(named(name, frame) for name in names)], vocabulary):
        frame = replace(frame, headers=[small_name(h, vocabulary) if h.text.islower() else h for h in frame.headers], small=True)
    for cell in (c for row in block.rows[:heads] for c in row):
        yield from read_size(cell, see, vocabulary)
    title = section(block.rows[0]) if heads > 1 else None
    group = titled(title, False, frame) if title else None
    frame = replace(frame, owners=group.subjects if group else ())
    above: Label | None = None
    named_above: dict[int, Label | None] = {}
    telling = retold(block.rows[heads:])
    repeated = twice(block.rows[heads:])
    for row in block.rows[heads:]:
        if (title := section(row)) and width > 2:
            group = titled(title, telling, replace(frame, owners=()))
            frame = replace(frame, owners=group.subjects)
            continue
        measured = is_standard(row[0].text)
        scenes = [
            seen(cell.text, bool(c and measured) or head.standard, see)
            for c, (cell, head) in enumerate(zip(row, frame.headers, strict=True))
        ]
        labels = [row_label(cell.text, scene, column, frame) for column, (cell, scene) in enumerate(zip(row, scenes, strict=True))]
        if row[0].text.strip():
            above = labels[0]
        elif labels[0] is None:
            labels[0] = above
        for column, head in enumerate(frame.headers):
            if not NAMES.fullmatch(head.text.strip()) or not column:
                continue
            if not row[column].text.strip() and not row[0].text.strip():
                labels[column] = named_above.get(column)  # a further row of the same name
            named_above[column] = labels[column]
        if labels[0] and labels[0].subjects and words(row[0]) not in repeated:  # then a setting is no more than a fact about it
            labels[1:] = [replace(x, flavour="") if x and x.aside else x for x in labels[1:]]
        for column, (cell, scene) in enumerate(zip(row, scenes, strict=True)):
            if column == 0 or NAMES.fullmatch(frame.headers[column].text.strip()):
                yield from read_size(cell, see, vocabulary)
            at = Place(cell, scene, column, frame.headers[column], [c.text for c in row], labels, group, caption=frame.caption)
            yield from read_cell(at, frame)


def is_size(label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a label names something that a model is built with, or a company has, not something that it scored."""
    return label.metric is not None and vocabulary.metrics[label.metric].kind in ("size", "tokens", "amount")


def about_one(frame: Frame, names: Sequence[str]) -> Frame | None:
    """The frame of a table of labels and values whose header is nothing but the name of whom they are about; None for any other."""
    first, *others = frame.headers
    if len(others) != 1 or len(first.subjects) != 1 or first.measured:
        return None
    if others[0].subjects not in ((), first.subjects) or not (others[0].silent or others[0].subjects):
        return None
    told = [name for name in names if is_standard(name) or named(name, frame).measured or event_of(name, frame.vocabulary)]
    if len(told) < FACTS:
        return None
    choice = Choice(first.subject, 6.0, "header of the table")
    around = replace(frame.around, subjects=(choice, *frame.around.subjects))
    return replace(frame, headers=[Label(""), Label("")], around=around, facts=True)


def seen(text: str, measured: bool, see: Callable[[str], Scene]) -> Scene:
    """A cell's marks; a size that is `measured` (its header or row label is one of sizes) is no short name of a model."""
    scene = see(OUT_OF.sub(lambda m: " " * len(m.group()), unmarked(text)))
    if measured and (SIZE_ALONE.fullmatch(text) or SIZES.fullmatch(text)):
        return replace(scene, subjects=(), quantities=tuple(quantities(scene.text, [])))
    return scene


def header(column: int, rows: tuple[tuple[Text, ...], ...], frame: Frame) -> Label:
    """All header rows of a column as one label, the lower ones first. An empty cell above another row goes on from its left."""
    texts: list[str] = []
    for depth, row in enumerate(reversed(rows)):
        text = spread(row, rows[-1])[column] if depth else row[column].text
        if text.strip() and text not in texts:
            texts.append(text)
    labels = [named(t, frame) for t in texts]
    if len(labels) == 1:
        return labels[0]
    merged = Label(" ".join(texts))
    family = next((label.subjects for label in labels[1:] if len(label.subjects) == 1), ())
    if family and not (labels[0].subjects or labels[0].measured):
        labels[0] = completed(texts[0], replace(frame, owners=family)) or labels[0]
        if not labels[0].subjects and MEMBER.fullmatch(texts[0]):
            return Label(merged.text, unknown=True)  # a member that nobody knows
    lowest = [words(cell) for cell in rows[-1]] if rows else []
    for text, label in zip(texts, labels, strict=True):
        if label is not labels[0] and lowest.count(words(rows[-1][column])) == 1:
            continue  # it does not tell apart what is of one name, it only sorts
        if condition := condition_of("", text):
            merged = replace(merged, conditions={**merged.conditions, **dict([condition])})
        elif not (label.subjects or label.measured or label.conditions or label.silent):
            merged = replace(merged, flavour=plain(text))
    for label in labels:
        merged = replace(
            merged,
            subjects=merged.subjects or label.subjects,
            metric=merged.metric or label.metric,
            conditions={**label.conditions, **merged.conditions},
            unit=merged.unit or label.unit,
            version=merged.version or label.version,
            standard=merged.standard or label.standard,
        )
    return replace(merged, unknown=not merged.subject and not merged.metric and any(x.unknown for x in labels))


def by_effort(headers: list[Label], above: tuple[str, ...]) -> list[Label]:
    """The headers, those of a table "by effort" that name efforts ("Low", "High") or modes ("Thinking") as conditions."""
    said = [condition_of("", h.text) if not (h.subjects or h.measured) else None for h in headers]
    found = [s for s in said if s and s[0] in ("effort", "mode")]
    if len(found) < 2 or (any(s[0] == "effort" for s in found) and not any(EFFORT.search(text) for text in above)):
        return headers
    return [replace(h, conditions=dict([s])) if s in found and s else h for h, s in zip(headers, said, strict=True)]


def titled(title: str, telling: bool, frame: Frame) -> Label:
    """The title of a section of rows; where titles tell apart rows of one name, one that names nobody and no metric is a variant."""
    label = named(title, frame)
    conditions = {**label.conditions, **dict(c for c in [condition_of("", title)] if c)}
    if telling and not conditions and not label.subjects and not label.measured:
        conditions = {"variant": plain(title)}
    return replace(label, conditions=conditions)
