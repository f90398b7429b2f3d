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
from factcheck.extract.cells import NOTHING, read_cell
from factcheck.extract.grid import CellFigure, Frame, Place, ProseCell, is_thing
from factcheck.extract.labels import Label, joined_name, label_of, unmarked
from factcheck.extract.quantities import quantities
from factcheck.extract.scene import Scene
from factcheck.extract.sentence import Surroundings
from factcheck.extract.standard_labels import condition_of
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
VERDICT = re.compile(r"(?:overall )?(?:winner|best(?: model)?|leader|edge|verdict|advantage)", re.IGNORECASE)


def read_table(block: Block, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure | ProseCell]:
    """Every figure of a table's body, cell by cell. `see` marks a cell's text; `around` says what the table is about."""
    if not block.rows:
        return
    width = len(block.rows[0])
    heads = block.header_rows + further_headers(block, see)
    frame = Frame([], around, see, vocabulary)
    frame.headers.extend(header(column, block.rows[:heads], frame) for column in range(width))
    group: Label | None = None
    above: Label | None = None
    for row in block.rows[heads:]:
        if (title := section(row)) and width > 2:
            group = named(title, frame)
            group = replace(group, conditions={**group.conditions, **dict(c for c in [condition_of("", title)] if c)})
            continue
        scenes = [seen(cell.text, above_it, see) for cell, above_it in zip(row, frame.headers, strict=True)]
        labels = [row_label(cell.text, scene, column, frame) for column, (cell, scene) in enumerate(zip(row, scenes, strict=True))]
        if row[0].text.strip():
            above = labels[0]
        elif labels[0] is None:
            labels[0] = above
        for column, (cell, scene) in enumerate(zip(row, scenes, strict=True)):
            yield from read_cell(Place(cell, scene, column, frame.headers[column], [c.text for c in row], labels, group), frame)


def seen(text: str, above: Label, see: Callable[[str], Scene]) -> Scene:
    """A cell's marks; a size under a header of sizes is one, though it may be the short name of a model elsewhere."""
    scene = see(unmarked(text))
    if above.standard and SIZE.fullmatch(text.strip(" *~")):
        return replace(scene, subjects=(), quantities=tuple(quantities(scene.text, [])))
    return scene


def section(row: tuple[Text, ...]) -> str | None:
    """The title of a row that is nothing but a title for the rows below it."""
    filled = {cell.text.strip() for cell in row if cell.text.strip()}
    alone = len([c for c in row if c.text.strip()]) in (1, len(row))
    return filled.pop() if len(filled) == 1 and alone and row[0].text.strip() else None


def further_headers(block: Block, see: Callable[[str], Scene]) -> int:
    """How many of the first body rows are headers all the same: no figure in them, and gaps above them or in their first cell."""
    above = [c for row in block.rows[: block.header_rows] for c in row if c.text.strip()]
    width = len(block.rows[0])
    body = block.rows[block.header_rows :]
    if not body or len(above) == width:
        return 0
    first = [c for c in body[0] if c.text.strip()]
    gaps = len(above) <= max(1, width // 3) or (not body[0][0].text.strip() and bool(block.header_rows))
    return int(gaps and len(first) >= (width + 1) // 2 and not any(see(c.text).quantities or NOTHING.fullmatch(c.text) for c in first))


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


def named(text: str, frame: Frame) -> Label:
    """What a header or a section's title names; a short name may go on from what stands round the table."""
    label = label_of(text, frame.see, frame.vocabulary)
    if not label.subjects and not label.measured and (id_ := joined_name(text, frame.bases, frame.vocabulary)):
        return replace(label, subjects=(id_,), unknown=False)
    return label


def row_label(text: str, scene: Scene, column: int, frame: Frame) -> Label | None:
    """What a body cell names for the other cells of its row, None where it only holds a value."""
    above = frame.headers[column]
    if condition := condition_of(above.text, text):
        joined = joined_name(text, frame.bases, frame.vocabulary)
        return Label(text, subjects=(joined,)) if joined else Label(text, conditions=dict([condition]), aside=True)
    if (
        SIZE.fullmatch(text.strip(" *~"))
        and any(b in frame.vocabulary.families for b in frame.bases)
        and not joined_name(text, frame.bases, frame.vocabulary)
    ):
        return Label(text, unknown=True) if column == 0 else None
    if (column == 0 or NAMES.fullmatch(above.text.strip())) and (joined := joined_name(text, frame.bases, frame.vocabulary)):
        return Label(text, subjects=(joined,))
    known = [*(s.id for s in scene.subjects), *(m.id for m in scene.metrics)]
    if column == 0 and SIZE_AND_MORE.match(text) and not any(known):
        return Label(text, unknown=True)  # the short name of somebody unknown
    if not names_its_row(scene, text):
        return None
    label = label_of(text, frame.see, frame.vocabulary)
    aside = ASIDE.fullmatch(above.text.strip()) and not label.metric and not is_thing(label, frame)
    aside = aside or (VERDICT.fullmatch(above.text.strip()) and any(is_thing(h, frame) for h in frame.headers))
    return replace(label, aside=True) if aside else label


def names_its_row(scene: Scene, text: str) -> bool:
    """Whether a cell names its row rather than holding a figure."""
    if scene.metrics and any(m.cue is None and m.id for m in scene.metrics) and len(text.split()) <= 8:
        return True
    if any(s.id or not s.pronoun for s in scene.subjects):
        return True
    return bool(re.search(r"[^\W\d_]{2,}", text)) and not scene.quantities and not scene.dates
