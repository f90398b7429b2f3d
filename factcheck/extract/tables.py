"""Read a table: each cell's figure belongs to the names in the cell, in its row's labels, in its column's header, or round the table.

Nothing is assumed of the orientation: models may be rows or columns. A label that names something unknown makes its row or column
silent rather than borrowed from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.documents import Block, Text
from factcheck.extract.cell_subjects import NAMES, SIZE
from factcheck.extract.cells import read_cell, read_size
from factcheck.extract.flavours import plain
from factcheck.extract.grid import CellFigure, Frame, Place, ProseCell, is_thing, lists_facts
from factcheck.extract.labels import Label, apart, joined_name, label_of, unmarked
from factcheck.extract.quantities import quantities
from factcheck.extract.scene import Scene
from factcheck.extract.sentence import Surroundings
from factcheck.extract.standard_labels import condition_of
from factcheck.extract.table_shape import further_headers, retold, section, stacked
from factcheck.extract.vocabulary import Vocabulary

__all__ = ["CellFigure", "ProseCell", "read_table"]


ASIDE = re.compile(
    r"#|no\.?|rank(?:ing)?|pos(?:ition)?"
    r"|(?:ai )?(?:developer|provider|company|lab|organi[sz]ation|org|maker|vendor|creator|owner|author)s?"
    r"|licen[sc]es?|notes?|comments?|remarks?|description|(?:best )?(?:use cases?|for)|strengths?|weakness(?:es)?"
    r"|category|categories|domain|area|type|capability|source|links?|family|date|key feature|highlights?",
    re.IGNORECASE,
)
SIZE_AND_MORE = re.compile(r"\W*\d+(?:\.\d+)?[MBT] [A-Za-z]")
# Headers of columns that say where, how or on what part something was measured.
SETTINGS = re.compile(
    r"languages?|locale|data ?sets?|sub-?sets?|splits?|domains?|subjects?|topics?|task types?|difficulty|levels?"
    r"|hardware|devices?|gpus?|accelerators?|chips?|cpus?|platforms?|machines?|processors?|threads|batch(?: size)?|concurrency"
    r"|quanti[sz]ations?|quants?|precisions?|formats?|dtypes?|bits|set-?ups?|settings?|config(?:uration)?s?|backends?|engines?|runtimes?"
    r"|(?:context|prompt|input|sequence|output) (?:length|size)|resolutions?|scenarios?|conditions?|providers?|hosts?|endpoints?",
    re.IGNORECASE,
)
VERDICT = re.compile(r"(?:overall )?(?:winner|best(?: model)?|leader|edge|verdict|advantage)", re.IGNORECASE)


def read_table(block: Block, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure | ProseCell]:
    """Every figure of a table's body, cell by cell. `see` marks a cell's text; `around` says what the table is about."""
    if not block.rows:
        return
    block = stacked(block)
    width = len(block.rows[0])
    heads = block.header_rows + further_headers(block, see)
    frame = Frame([], around, see, vocabulary)
    frame.headers.extend(header(column, block.rows[:heads], frame) for column in range(width))
    frame = replace(frame, facts=lists_facts(frame.headers, [row[0].text for row in block.rows[heads:]]))
    for cell in (c for row in block.rows[:heads] for c in row):
        yield from read_size(cell, see, vocabulary)
    group: Label | None = None
    above: Label | None = None
    telling = retold(block.rows[heads:])
    for row in block.rows[heads:]:
        if (title := section(row)) and width > 2:
            group = titled(title, telling, frame)
            continue
        scenes = [seen(cell.text, above_it, see) for cell, above_it in zip(row, frame.headers, strict=True)]
        labels = [row_label(cell.text, scene, column, frame) for column, (cell, scene) in enumerate(zip(row, scenes, strict=True))]
        if row[0].text.strip():
            above = labels[0]
        elif labels[0] is None:
            labels[0] = above
        for column, (cell, scene) in enumerate(zip(row, scenes, strict=True)):
            if column == 0 or NAMES.fullmatch(frame.headers[column].text.strip()):
                yield from read_size(cell, see, vocabulary)
            yield from read_cell(Place(cell, scene, column, frame.headers[column], [c.text for c in row], labels, group), frame)


def seen(text: str, above: Label, see: Callable[[str], Scene]) -> Scene:
    """A cell's marks; a size under a header of sizes is one, though it may be the short name of a model elsewhere."""
    scene = see(unmarked(text))
    if above.standard and SIZE.fullmatch(text.strip(" *~")):
        return replace(scene, subjects=(), quantities=tuple(quantities(scene.text, [])))
    return scene


def header(column: int, rows: tuple[tuple[Text, ...], ...], frame: Frame) -> Label:
    """All header rows of a column as one label, the lower ones first. An empty cell above another row goes on from its left."""
    texts: list[str] = []
    for depth, row in enumerate(reversed(rows)):
        left = next((row[c].text for c in range(column, 0, -1) if row[c].text.strip()), "") if depth and column else row[column].text
        if left.strip() and left not in texts:
            texts.append(left)
    labels = [named(t, frame) for t in texts]
    if len(labels) == 1:
        return labels[0]
    merged = Label(" ".join(texts), conditions=dict(c for t in texts if (c := condition_of("", t))))
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


def titled(title: str, telling: bool, frame: Frame) -> Label:
    """The title of a section of rows; where titles tell apart rows of one name, one that names nobody and no metric is a variant."""
    label = named(title, frame)
    conditions = {**label.conditions, **dict(c for c in [condition_of("", title)] if c)}
    if telling and not conditions and not label.subjects and not label.measured:
        conditions = {"variant": plain(title)}
    return replace(label, conditions=conditions)


def named(text: str, frame: Frame) -> Label:
    """What a header or a section's title names; a short name may go on from what stands round the table."""
    label = label_of(text, frame.see, frame.vocabulary)
    joined = completed(text, frame) if not label.subjects and not label.measured else None
    return replace(label, subjects=joined.subjects, unknown=False) if joined else label


def completed(text: str, frame: Frame) -> Label | None:
    """The label that a short name is, as part of what stands round the table: "70B", "70B INT4" below "Llama 3.1"."""
    name, conditions = apart(text)
    id_ = joined_name(text, frame.bases, frame.vocabulary)
    if id_ or not (id_ := joined_name(name, frame.bases, frame.vocabulary)):
        return Label(text, subjects=(id_,)) if id_ else None
    return Label(text, subjects=(id_,), conditions=conditions)


def row_label(text: str, scene: Scene, column: int, frame: Frame) -> Label | None:
    """What a body cell names for the other cells of its row, None where it only holds a value."""
    above = frame.headers[column]
    if not frame.facts and (condition := condition_of(above.text, text)):
        return completed(text, frame) or Label(text, conditions=dict([condition]), aside=True)
    joined = completed(text, frame)
    if SIZE.fullmatch(text.strip(" *~")) and any(b in frame.vocabulary.families for b in frame.bases) and not joined:
        return Label(text, unknown=True) if column == 0 else None
    if joined and (column == 0 or NAMES.fullmatch(above.text.strip())):
        return joined
    known = [*(s.id for s in scene.subjects), *(m.id for m in scene.metrics)]
    if not frame.facts and SETTINGS.fullmatch(above.text.strip()) and not any(known):
        conditions = label_of(text, frame.see, frame.vocabulary).conditions
        return Label(text, conditions=conditions, flavour="" if conditions else plain(text), aside=True) if re.search(r"\w", text) else None
    if column == 0 and SIZE_AND_MORE.match(text) and not any(known):
        return Label(text, unknown=True)  # the short name of somebody unknown
    named_at = next((s.start for s in scene.subjects if s.id), 0)
    if not names_its_row(scene, text, column) or (column and scene.quantities and scene.quantities[0].start < named_at):
        return None
    label = label_of(text, frame.see, frame.vocabulary)
    aside = ASIDE.fullmatch(above.text.strip()) and not label.metric and not is_thing(label, frame)
    aside = aside or (VERDICT.fullmatch(above.text.strip()) and any(is_thing(h, frame) for h in frame.headers))
    return replace(label, aside=True) if aside else label


def names_its_row(scene: Scene, text: str, column: int) -> bool:
    """Whether a cell names its row rather than holding a figure."""
    remark = column > 0 and any(q.dimension != "number" for q in scene.quantities)  # "$1B+ cost"
    if any(m.cue is None and m.id for m in scene.metrics) and len(text.split()) <= 8 and not remark:
        return True
    if any(s.id or not s.pronoun for s in scene.subjects) or apart(text)[1]:
        return True
    return bool(re.search(r"[^\W\d_]{2,}", text)) and not scene.quantities and not scene.dates
