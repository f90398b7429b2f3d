"""Read a table: each cell's figure belongs to the names in the cell, in its row's labels, in its column's header, or round the table.

Nothing is assumed of the orientation: models may be rows or columns. A label that names something unknown makes its row or column
silent rather than borrowed from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.documents import Block, Text
from factcheck.extract.assertion import Hedge
from factcheck.extract.dates import DateMention, whole_date
from factcheck.extract.fitting import fit, fits_subject
from factcheck.extract.labels import WHEN, Label, generic_metric, read_label
from factcheck.extract.quantities import Quantity
from factcheck.extract.scene import Scene
from factcheck.extract.sentence import Surroundings
from factcheck.extract.timeline import event_metric
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric
from factcheck.values import Dates, Number, Op, Range

SCALES = {"K": 3, "M": 6, "B": 9, "T": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
PROSE = 9  # words: a cell with more is read as prose
NOTHING = re.compile(r"[\s\-–—−*/?.✓✗✅❌]*|n/?a|tbd|none|unknown|undisclosed", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure read from a cell: offsets in the cell's text, its value and what names it."""

    cell: Text
    start: int
    end: int
    value: Number | Range | Dates
    op: Op
    hedge: Hedge | None
    subject: str
    metric: Metric
    conditions: dict[str, str]
    why_subject: str
    why_metric: str


@dataclass(frozen=True, slots=True)
class ProseCell:
    """A cell to be read as prose, and what its row and column say it is about."""

    cell: Text
    scene: Scene
    subject: str | None
    metric: str | None


def read_table(block: Block, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure | ProseCell]:
    """Every figure of a table's body, cell by cell. `see` marks a cell's text; `around` says what the table is about."""
    if not block.rows:
        return
    width = len(block.rows[0])
    heads = block.header_rows + further_headers(block, see)
    head_rows = block.rows[:heads]
    headers = [header(column, head_rows, see, vocabulary) for column in range(width)]
    scenes = [[see(cell.text) for cell in row] for row in block.rows[heads:]]
    group: Label | None = None
    above: list[Label] = []
    for row, row_scenes in zip(block.rows[heads:], scenes, strict=True):
        filled = [c for c in row if c.text.strip()]
        if len(filled) == 1 and width > 2 and row[0].text.strip():
            group = read_label(row_scenes[0], vocabulary)
            continue
        labels = [label_of(c.text, see, vocabulary) if is_label(s, c.text) else None for s, c in zip(row_scenes, row, strict=True)]
        if labels and labels[0] is None and not row[0].text.strip() and above:
            labels[0] = above[0] if above else None
        if labels and labels[0] is not None and row[0].text.strip():
            above = [labels[0]]
        for column, (cell, scene) in enumerate(zip(row, row_scenes, strict=True)):
            if NOTHING.fullmatch(cell.text):
                continue
            yield from read_cell(Place(cell, scene, column, headers[column], labels, headers, group), vocabulary, around)


def further_headers(block: Block, see: Callable[[str], Scene]) -> int:
    """How many of the first body rows are headers all the same: no figure in them, and hardly anything above them."""
    above = [c for row in block.rows[: block.header_rows] for c in row if c.text.strip()]
    width = len(block.rows[0])
    body = block.rows[block.header_rows :]
    if not body or len(above) > max(1, width // 3):
        return 0
    first = [c for c in body[0] if c.text.strip()]
    return int(len(first) >= (width + 1) // 2 and not any(see(c.text).quantities for c in first))


def header(column: int, rows: tuple[tuple[Text, ...], ...], see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label:
    """All header rows of a column as one label, the lower ones first."""
    texts = list(dict.fromkeys(row[column].text for row in reversed(rows) if row[column].text.strip()))
    if len(texts) == 1:
        return label_of(texts[0], see, vocabulary)
    labels = [label_of(t, see, vocabulary) for t in texts]
    merged = Label(" ".join(texts))
    for label in labels:
        merged = replace(
            merged,
            subject=merged.subject or label.subject,
            subjects=merged.subjects or label.subjects,
            metric=merged.metric or label.metric,
            conditions={**label.conditions, **merged.conditions},
            unit=merged.unit or label.unit,
            version=merged.version or label.version,
        )
    return replace(merged, unknown=not merged.subject and not merged.metric and any(x.unknown for x in labels))


def label_of(text: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label:
    """What a label names; brackets may be a part of the name: "Codeforces (Percentile)"."""
    label = read_label(see(text), vocabulary)
    if "(" in text:
        flat = read_label(see(re.sub(r"[()]", " ", text)), vocabulary)
        if flat.metric and flat.metric != label.metric and len(vocabulary.metrics[flat.metric].name) > len(vocabulary.metrics[label.metric].name if label.metric else ""):
            return replace(label, metric=flat.metric, unknown=False)
    return label


def is_label(scene: Scene, text: str) -> bool:
    """Whether a cell names its row rather than holding a figure."""
    if scene.metrics and any(m.cue is None and m.id for m in scene.metrics) and len(text.split()) <= 8:
        return True
    if any(s.id or not s.pronoun for s in scene.subjects):
        return True
    return bool(re.search(r"[^\W\d_]{2,}", text)) and not scene.quantities and not scene.dates


@dataclass(frozen=True, slots=True)
class Place:
    """A body cell with its scene and every label that bears on it."""

    cell: Text
    scene: Scene
    column: int
    header: Label
    labels: list[Label | None]
    headers: list[Label]
    group: Label | None


def read_cell(at: Place, vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure | ProseCell]:
    own = read_label(at.scene, vocabulary)
    row = [label for column, label in enumerate(at.labels) if label is not None and column != at.column]
    words = len(at.cell.text.split())
    subject, why_subject = pick_subject(at, own, row, around, vocabulary)
    if words > PROSE or (own.subjects and own.metric and at.scene.quantities):
        yield ProseCell(at.cell, at.scene, subject, pick_metric_id(at, row))
        return
    figures = [q for q in at.scene.quantities if not (q.dimension == "ratio" or q.signed)]
    if at.column == 0 and at.labels[0] is not None and not figures:
        return
    whole = whole_date(at.cell.text)
    for mention in [whole] if whole else at.scene.dates:
        yield from read_date(at, mention, subject, why_subject, row, vocabulary)
    if not figures or subject is None or (len(figures) > 1 and not alternatives(at, figures)):
        return
    for i, quantity in enumerate(figures[:2]):
        quantity = with_unit(quantity, at, row)
        metric, why = pick_metric(at, own, row, quantity, vocabulary, around, i if len(figures) > 1 else None)
        if metric is None:
            continue
        fitted = fit(quantity, metric)
        if not fitted or fits_subject(metric, vocabulary.subjects[subject]) <= -3.5:
            continue
        conditions = conditions_of(at, own, row, metric)
        yield CellFigure(
            at.cell, quantity.start, quantity.end, fitted.value, quantity.op, quantity.hedge, subject, metric, conditions, why_subject, why
        )
        if len(figures) > 1 and not double_header(at):
            return


def alternatives(at: Place, figures: list[Quantity]) -> bool:
    """Whether several figures of a cell can be told apart: two for a header of two, or a main figure with one in brackets."""
    if len(figures) == 2 and double_header(at):
        return True
    first, second = figures[0], figures[1]
    return at.scene.bracket(second.start) is not None and at.scene.bracket(first.start) is None


def double_header(at: Place) -> bool:
    return len([m for m in re.split(r"\s*/\s*", re.sub(r"\([^)]*\)", "", at.header.text)) if m.strip()]) == 2


def pick_subject(at: Place, own: Label, row: list[Label], around: Surroundings, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """Whom a cell is about, and where that stands."""
    if own.subject and at.scene.quantities:
        return own.subject, "named in the cell"
    if at.header.subject:
        return at.header.subject, "column header"
    for label in row:
        if label.subject:
            return label.subject, "row label"
    if any(label.unknown and not label.metric and not label.subjects for label in row[:1]) or (at.header.unknown and not at.header.metric):
        return None, "unknown name"
    if any(h.subjects for h in at.headers) and not at.header.metric:
        return None, "a column of no subject"
    if at.group and at.group.subject:
        return at.group.subject, "section of the table"
    if row and row[0].metric is None and not at.header.text.strip():
        return None, "no label"
    if row and row[0].metric is None and at.header.metric is None:
        return None, "no label"
    if row and row[0].metric is None:
        return None, "row of something else"
    for choice in around.subjects:
        if choice.id and vocabulary.subjects[choice.id].kind in ("model", "product"):
            return choice.id, choice.rule
    return None, "nothing names it"


def pick_metric_id(at: Place, row: list[Label]) -> str | None:
    return at.header.metric or next((label.metric for label in sorted(row, key=lambda label: label.common) if label.metric), None)


def pick_metric(
    at: Place, own: Label, row: list[Label], quantity: Quantity, vocabulary: Vocabulary, around: Surroundings, which: int | None
) -> tuple[Metric | None, str]:
    """What a cell's figure is a value of, and where that stands."""
    if which is not None and double_header(at):
        halves = re.split(r"\s*/\s*", re.sub(r"\([^)]*\)", "", at.header.text))
        half = generic_metric(halves[which], vocabulary, quantity)
        if half:
            return half, "column header, its half"
    places: list[tuple[str | None, str, str]] = [(own.metric, own.text, "named in the cell"), (at.header.metric, at.header.text, "column header")]
    # a category ("Reasoning & knowledge") stands left of the benchmark, and is a common noun
    places += [(label.metric, label.text, "row label") for label in sorted(row, key=lambda label: label.common)]
    if at.group:
        places.append((at.group.metric, at.group.text, "section of the table"))
    weak: list[tuple[Metric, str]] = []
    for id_, text, why in places:
        generic = generic_metric(text, vocabulary, quantity)
        if generic and fit(quantity, generic):
            return generic, why
        if id_:
            metric = vocabulary.metrics[id_]
            if fit(quantity, metric):
                weak.append((metric, why))
    if weak:
        return weak[0]
    if at.header.unknown or any(label.unknown for label in row) or not silent(at, row):
        return None, ""
    for choice in around.metrics:
        metric = vocabulary.metrics[choice.id or ""]
        if fit(quantity, metric) and metric.kind == "score":
            return metric, choice.rule
    return None, ""


def silent(at: Place, row: list[Label]) -> bool:
    """Whether header and labels leave it to what stands round the table to say what is measured."""
    generic = re.compile(r"scores?|results?|value|accuracy|%|points?|performance|elo|rating|", re.IGNORECASE)
    return bool(generic.fullmatch(at.header.text.strip(" *%()"))) or (at.header.subject is not None and not row)


def with_unit(quantity: Quantity, at: Place, row: list[Label]) -> Quantity:
    """A bare number with the unit that its header or row label gives."""
    if quantity.dimension != "number":
        return quantity
    for unit, text in [(at.header.unit, at.header.text), *((label.unit, label.text) for label in row)]:
        if not unit:
            continue
        scale = SCALES.get(unit) or SCALES.get(unit.lower().rstrip("s"))
        if scale and not quantity.scaled:
            return replace(quantity, value=by(quantity.value, Decimal(10) ** scale), scaled=True)
        if unit == "percent":
            return replace(quantity, dimension="percent", unit="percent", year=False)
        if unit in ("money", "per"):
            per = "million" if re.search(r"/\s?(?:1 ?)?M\b|per (?:1 ?)?(?:M\b|million)|/\s?million|MTok", text) else None
            return replace(quantity, dimension="money", unit="usd", per=per)
        if unit in ("ms", "s"):
            return replace(quantity, dimension="time", unit="seconds", value=by(quantity.value, Decimal("0.001") if unit == "ms" else Decimal(1)))
        if unit == "tps":
            return replace(quantity, dimension="speed", unit="tokens_per_second")
    return quantity


def by(value: Number | Range, factor: Decimal) -> Number | Range:
    if isinstance(value, Range):
        return Range(Number(value.low.value * factor, value.low.step * factor), Number(value.high.value * factor, value.high.step * factor))
    return Number(value.value * factor, value.step * factor)


def read_date(at: Place, mention: DateMention, subject: str | None, why_subject: str, row: list[Label], vocabulary: Vocabulary) -> Iterator[CellFigure]:
    """A date in a cell, where the header or the row label says of what."""
    if subject is None:
        return
    for text, metric_id, why in [(at.header.text, at.header.metric, "column header"), *((label.text, label.metric, "row label") for label in row)]:
        metric = generic_metric(text, vocabulary, None)
        if metric is None and metric_id and vocabulary.metrics[metric_id].kind == "date":
            metric = vocabulary.metrics[metric_id]
        if metric:
            yield CellFigure(at.cell, mention.start, mention.end, mention.value, mention.op, None, subject, metric, {}, why_subject, why)
            return
    if WHEN.fullmatch(at.header.text):
        told = next((m for label in row if (m := event_metric(label.text, vocabulary))), None)
        if told:
            yield CellFigure(at.cell, mention.start, mention.end, mention.value, mention.op, None, subject, told, {}, why_subject, "event in the row")


def conditions_of(at: Place, own: Label, row: list[Label], metric: Metric) -> dict[str, str]:
    """The conditions that a cell, its labels and its header name, the nearest first."""
    conditions: dict[str, str] = {}
    for label in (own, *row, at.header, *([at.group] if at.group else [])):
        for key, value in label.conditions.items():
            conditions.setdefault(key, value)
        if label.version and label.metric == metric.id:
            conditions.setdefault("version", label.version)
    return conditions
