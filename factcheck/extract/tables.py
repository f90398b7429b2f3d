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
from factcheck.extract.sentence import Surroundings
from factcheck.extract.assertion import Hedge
from factcheck.extract.dates import DateMention, whole_date
from factcheck.extract.events import event_of
from factcheck.extract.fitting import Fit, fit, fits_subject, times
from factcheck.extract.labels import STROKE, WHEN, Label, condition_of, generic_metric, halves, is_standard, joined_name, label_of, read_label, unit_of, unmarked
from factcheck.extract.quantities import Quantity, dimension_of, quantities
from factcheck.extract.scene import Scene
from factcheck.extract.statuses import read_status
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric
from factcheck.values import Dates, Number, Op, Range, Status

SCALES = {"K": 3, "M": 6, "B": 9, "T": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
MEASURES = ("ms", "s", "min", "hours", "days")
PROSE = 9  # words: a cell with more is read as prose
NOTHING = re.compile(r"[\s\-–—−*/?.✓✗✅❌]*|n/?a|tbd|none|unknown|undisclosed", re.IGNORECASE)
# Headers of the column that names whom a row is about, and of columns that only describe it.
NAMES = re.compile(r"(?:ai |base |language )?(?:models?|llms?|systems?|names?|model names?|variants?|versions?|products?|assistants?|winner|best model|leader)", re.IGNORECASE)
ASIDE = re.compile(
    r"#|no\.?|rank(?:ing)?|pos(?:ition)?|(?:ai )?(?:developer|provider|company|lab|organi[sz]ation|org|maker|vendor|creator|owner|author)s?|licen[sc]es?|notes?|comments?|remarks?|description"
    r"|(?:best )?(?:use cases?|for)|strengths?|weakness(?:es)?|category|categories|domain|area|type|capability|source|links?|family|date|key feature|highlights?",
    re.IGNORECASE,
)
PART = re.compile(r"[^\s/,;|·(](?:[^/,;|·(]|(?<=\d),(?=\d)|/(?=\s?(?:M|1M|month|mo)\b))*")  # of a cell with several figures
NOT_OUTPUT = re.compile(r"\b(?:pre-?fill|prompt|input|encod\w+|training|train|ingest\w*|total|change|gain|diff\w*)\b", re.IGNORECASE)
PRICE = re.compile(r"\b(?:prices?|pricing|costs?)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"publish|updat|source|access", re.IGNORECASE)  # of what stands in the table, not of whom it is about
VERDICT = re.compile(r"(?:overall )?(?:winner|best(?: model)?|leader|edge|verdict|advantage)", re.IGNORECASE)
SIZE = re.compile(r"\d+(?:\.\d+)?[MBT](?![\w.])")  # a size that stands for a model
RANK = re.compile(r"(?:overall |current )?(?:rank(?:ing)?|position|place|pos\.?)|#", re.IGNORECASE)
PLACE = re.compile(r"\W*(?P<n>#?(?P<value>[1-9]\d{0,2}))(?:st|nd|rd|th)?\W*")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A value read from a cell: offsets in the cell's text, what it is and what names it."""

    cell: Text
    start: int
    end: int
    value: Number | Range | Dates | Status
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


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for all of a table: its headers, what it stands among, and how texts are read."""

    headers: list[Label]
    around: Surroundings
    see: Callable[[str], Scene]
    vocabulary: Vocabulary

    @property
    def bases(self) -> list[str]:
        """Whom short names in labels can complete: "70B" below a heading "Llama 3.1"."""
        return [c.id for c in self.around.subjects if c.id]


@dataclass(frozen=True, slots=True)
class Place:
    """A body cell with its scene and every label that bears on it."""

    cell: Text
    scene: Scene
    column: int
    header: Label
    texts: list[str]  # of its row's cells
    labels: list[Label | None]
    group: Label | None

    @property
    def row(self) -> list[Label]:
        return [label for column, label in enumerate(self.labels) if label is not None and column != self.column]


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
    if SIZE.fullmatch(text.strip(" *~")) and any(b in frame.vocabulary.families for b in frame.bases) and not joined_name(text, frame.bases, frame.vocabulary):
        return Label(text, unknown=True) if column == 0 else None
    if (column == 0 or NAMES.fullmatch(above.text.strip())) and (joined := joined_name(text, frame.bases, frame.vocabulary)):
        return Label(text, subjects=(joined,))
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


def read_cell(at: Place, frame: Frame) -> Iterator[CellFigure | ProseCell]:
    """The values of a cell, or the cell itself where it is prose."""
    own = read_label(at.scene, frame.vocabulary)
    here = at.labels[at.column]
    if here and here.unknown and SIZE.fullmatch(here.text.strip(" *~")):
        return
    if here and here.subjects and not own.subjects:
        return  # a short name such as "70B"
    subjects, why = pick_subjects(at, own, frame)
    if len(subjects) == 1 and not own.subjects and (plan := joined_name(lead(at.scene), list(subjects), frame.vocabulary)):
        subjects, why = (plan,), "short name in the cell"
    if subjects and (place := rank_of(at, frame)):
        yield from place(subjects, why)
        return
    status = next((s for label in (at.header, *at.row) if (s := read_status(at.scene.text, label, frame.vocabulary))), None)
    if status:
        for subject in subjects if at.column else ():
            yield CellFigure(at.cell, status.start, status.end, status.status, "=", None, subject, status.metric, conditions_of(at, own, status.metric), why, "label of the column or row")
        return
    if NOTHING.fullmatch(at.scene.text):
        return
    figures = figures_of(at)
    if len(at.scene.text.split()) > PROSE or (own.subjects and own.metric and at.scene.quantities):
        yield ProseCell(at.cell, at.scene, subjects[0] if len(subjects) == 1 else None, likely_metric(at, figures, frame.vocabulary))
        return
    if at.column == 0 and here is not None and not figures:
        return
    whole = whole_date(at.scene.text)
    for mention in [whole] if whole else at.scene.dates:
        yield from read_date(at, mention, subjects, why, frame.vocabulary)
    if subjects:
        for side in sides(at, frame) or told_apart(at, frame) or [at]:
            yield from read_figure(side, subjects, why, frame)


def figures_of(at: Place) -> list[Quantity]:
    """The figures of a cell but for changes and margins: "+3.1", "±0.4", and "(2.6x)" beside another figure."""
    figures = [q for q in at.scene.quantities if not q.signed and at.scene.text[q.start] != "±"]
    return [q for q in figures if q.dimension != "ratio"] or figures


def lead(scene: Scene) -> str:
    """What stands before the first figure of a cell: "Plus" in "Plus $20/mo"."""
    return scene.text[: scene.quantities[0].outer_start].strip(" :–—-") if scene.quantities else ""


def sides(at: Place, frame: Frame) -> list[Place]:
    """The two sides of a cell such as "$3 / $15" as cells of their own, where header, row label or corner says what is what."""
    cut = [m for m in STROKE.finditer(at.scene.text)]
    if len(cut) != 1 or not all(re.search(r"\d", part) for part in STROKE.split(at.scene.text)):
        return []
    labels = [at.header, *at.row, *frame.headers[:1]]
    told = next(((label, pair) for label in labels if (pair := halves(label.text))), None)
    if not told:
        return []
    whole, pair = told
    text, (a, b) = unmarked(at.scene.text), cut[0].span()
    places = []
    for half, part in zip(pair, (text[:a] + " " * (len(text) - a), " " * b + text[b:]), strict=True):
        label = label_of(half, frame.see, frame.vocabulary)
        if not label.measured and is_standard(f"{half} {pair[1].split()[-1]}"):
            label = label_of(f"{half} {pair[1].split()[-1]}", frame.see, frame.vocabulary)  # "Total / active parameters"
        label = replace(label, subjects=whole.subjects, unit=label.unit or unit_of(whole.text), conditions={**whole.conditions, **label.conditions})
        if not label.measured:
            label = replace(label, metric=whole.metric, version=whole.version)
        scene = frame.see(part)
        if whole is at.header or whole not in at.row:
            measured = label.measured or not at.header.measured
            above = label if measured else replace(at.header, conditions={**at.header.conditions, **label.conditions})
            above = replace(above, subjects=at.header.subjects, silent_anyway=not label.measured)
            places.append(replace(at, scene=scene, header=above))
        else:
            places.append(replace(at, scene=scene, labels=[label if x is whole else x for x in at.labels]))
    return places


def told_apart(at: Place, frame: Frame) -> list[Place]:
    """The parts of a cell that say themselves what they are, as cells of their own: "$5 in / $25 out", "120B (12B active)"."""
    text = unmarked(at.scene.text)
    places = []
    for i, m in enumerate(PART.finditer(text)):
        scene = frame.see(" " * m.start() + m.group())
        if len(scene.quantities) != 1:
            return []
        quantity = scene.quantities[0]
        words = (scene.text[m.start() : quantity.start] + " " + scene.text[quantity.end :]).strip(" )~:")
        metric = generic_metric(words, frame.vocabulary, with_unit(quantity, at)) if words else None
        if metric:
            places.append(replace(at, scene=scene, header=replace(at.header, text=words, metric=metric.id, standard=True)))
        elif i == 0:
            places.append(replace(at, scene=scene))
    return places if len(places) > 1 else []


def read_figure(at: Place, subjects: tuple[str, ...], why_subject: str, frame: Frame) -> Iterator[CellFigure]:
    """The figure of a cell, or the main one of several: what follows in brackets is a note."""
    figures = figures_of(at)
    if not figures or (len(figures) > 1 and not (at.scene.bracket(figures[1].start) and not at.scene.bracket(figures[0].start))):
        return
    own = read_label(at.scene, frame.vocabulary)
    quantity = with_unit(figures[0], at)
    metric, why = pick_metric(at, own, quantity, frame)
    fitted = fit_cell(quantity, metric, " ".join(label.text for label in (at.header, *at.row))) if metric else None
    if not metric or not fitted:
        return
    conditions = conditions_of(at, own, metric)
    most = frame.vocabulary.role("context-window"), frame.vocabulary.role("max-output")
    op: Op = "=" if quantity.op == "<=" and metric in most else quantity.op  # "up to 200K" is what these metrics mean
    for subject in subjects:
        if fits_subject(metric, frame.vocabulary.subjects[subject]) > -3.5:
            yield CellFigure(at.cell, quantity.start, quantity.end, fitted.value, op, quantity.hedge, subject, metric, conditions, why_subject, why)


def pick_subjects(at: Place, own: Label, frame: Frame) -> tuple[tuple[str, ...], str]:
    """Whom a cell is about, and where that stands."""
    if own.subjects and at.scene.quantities:
        return own.subjects, "named in the cell"
    row = [label for label in at.row if not label.aside]
    rival = named_in_row(at, frame)
    if at.header.subjects:
        if rival and is_thing(rival, frame) and is_thing(at.header, frame) and rival.subjects != at.header.subjects:
            return (), "two names"
        return at.header.subjects, "column header"
    if rival:
        return rival.subjects, "row label"
    if any(label.unknown and not label.metric for label in row[:1]) or (at.header.unknown and not at.header.measured):
        return (), "unknown name"
    if any(h.subjects for h in frame.headers) and not at.header.measured:
        return (), "a column of no subject"
    if row and not row[0].measured and not (row[0].conditions and at.group):
        return (), "row of something else"
    if not row and not at.header.measured and not at.header.silent:
        return (), "no label"
    if not row and at.row and at.row[0] is at.labels[0] and not at.row[0].conditions:
        return (), "row of something else"
    if at.group and at.group.subjects:
        return at.group.subjects, "section of the table"
    if at.group and at.group.unknown and not at.group.measured:
        return (), "section of somebody unknown"
    for choice in frame.around.subjects:
        if choice.id and frame.vocabulary.subjects[choice.id].kind in ("model", "product"):
            return (choice.id,), choice.rule
    return (), "nothing names it"


def named_in_row(at: Place, frame: Frame) -> Label | None:
    """The label that says whom a row is about: that in the column of names, else the nearest to the left, models before makers."""
    labels = [(column, label) for column, label in enumerate(at.labels) if label is not None and column != at.column]
    in_names = [label for column, label in labels if NAMES.fullmatch(frame.headers[column].text.strip())]
    if in_names and not in_names[0].subjects and not in_names[0].measured:
        return None
    named = [(column, label) for column, label in labels if label.subjects]
    things = [(c, label) for c, label in named if is_thing(label, frame) and not label.aside] or [(c, label) for c, label in named if not label.aside]
    first = [label for label in in_names if any(label is x for _, x in things)]
    left = [label for column, label in things if column < at.column]
    chosen = first[0] if first else left[-1] if left else things[0][1] if things else None
    return sized(chosen, at, frame) if chosen else None


def sized(label: Label, at: Place, frame: Frame) -> Label:
    """A label that names a family, with the member of the size that another cell of the row gives."""
    if label.subject not in frame.vocabulary.families or len(label.subjects) != 1:
        return label
    sizes = [m.group().strip() for text in at.texts if (m := SIZE.match(text))]
    members = {joined_name(size, list(label.subjects), frame.vocabulary) for size in sizes} - {None}
    return replace(label, subjects=(members.pop() or "",)) if len(members) == 1 else label


def is_thing(label: Label, frame: Frame) -> bool:
    return bool(label.subject) and frame.vocabulary.subjects[label.subject or ""].kind in ("model", "product")


def likely_metric(at: Place, figures: list[Quantity], vocabulary: Vocabulary) -> str | None:
    """What the figures of a prose cell are likely of, as its header or row label says."""
    labels = [at.header, *sorted(at.row, key=lambda label: label.common)]
    for label in labels:
        generic = generic_metric(label.text, vocabulary, figures[0]) if figures else None
        if generic or label.metric:
            return generic.id if generic else label.metric
    return None


def pick_metric(at: Place, own: Label, quantity: Quantity, frame: Frame) -> tuple[Metric | None, str]:
    """What a cell's figure is a value of, and where that stands."""
    vocabulary = frame.vocabulary
    row = [label for label in at.row if not label.aside]
    places = [(own, "named in the cell"), (at.header, "column header")]
    if own.subjects or at.header.subjects or at.header.silent or at.header.silent_anyway or at.header.conditions or at.header.measured or NAMES.fullmatch(at.header.text.strip()):
        # a category ("Reasoning & knowledge") stands left of the benchmark, and is a common noun
        places += [(label, "row label") for label in sorted(row, key=lambda label: label.common)]
        if at.group:
            places.append((at.group, "section of the table"))
    weak: list[tuple[Metric, str]] = []
    for label, why in places:
        generic = generic_metric(label.text, vocabulary, quantity) if label.text else None
        if generic and fit_cell(quantity, generic, label.text):
            return generic, why
        if label.metric and fit_cell(quantity, vocabulary.metrics[label.metric], label.text):
            weak.append((vocabulary.metrics[label.metric], why))
    if weak:
        return weak[0]
    if told := by_unit(at, quantity, vocabulary):
        return told, "unit"
    silent = at.header.silent or at.header.silent_anyway or (bool(at.header.subjects) and not row)
    if at.header.unknown or any(label.unknown or label.measured for label in row) or not silent:
        return None, ""
    for choice in frame.around.metrics:
        metric = vocabulary.metrics[choice.id or ""]
        if fit(quantity, metric) and metric.kind == "score":
            return metric, choice.rule
    return None, ""


def fit_cell(quantity: Quantity, metric: Metric, label: str) -> Fit | None:
    """The quantity as a value of the metric; a bare number under a label that names the metric is in the metric's unit."""
    fitted = fit(quantity, metric)
    if fitted or quantity.dimension != "number" or quantity.scaled:
        return fitted
    if metric.unit == "tokens_per_second":
        return fit(replace(quantity, dimension="speed", unit=metric.unit), metric)
    if metric.unit == "usd_per_million_tokens" and PRICE.search(label):
        return fit(replace(quantity, dimension="money", unit="usd", per="million"), metric)
    if metric.unit == "percent":
        return fit(replace(quantity, dimension="percent", unit="percent"), metric)
    if metric.unit in MEASURES and metric.unit in f"{label} {metric.name}".lower():
        return fit(replace(quantity, dimension="time", unit=metric.unit), metric)
    return None


def by_unit(at: Place, quantity: Quantity, vocabulary: Vocabulary) -> Metric | None:
    """The standard metric that a figure's unit alone tells, whatever else the column is about: tokens per second, money per month."""
    labels = " ".join(label.text for label in (at.header, *at.row) if not label.subjects)
    if quantity.dimension == "speed" and not NOT_OUTPUT.search(labels):
        return vocabulary.role("output-speed")
    if quantity.dimension == "money" and quantity.per == "month":
        return vocabulary.role("price-monthly")
    return None


def with_unit(quantity: Quantity, at: Place) -> Quantity:
    """A bare number with the unit that its header or row label gives."""
    if quantity.dimension != "number":
        return quantity
    if after := re.match(r"\s?(?P<s>s|secs?)?(?:[A-Za-z]+|\b)", at.scene.text[quantity.end :]):
        seconds = after["s"] and after.group().strip() == after["s"]
        return replace(quantity, end=quantity.end + after.end(), dimension="time", unit="seconds") if seconds else quantity
    for unit in (label.unit for label in (at.header, *at.row) if not label.aside):
        scale = SCALES.get(unit) or SCALES.get(unit.lower().rstrip("s"))
        if scale and not quantity.scaled:
            return replace(quantity, value=times(quantity.value, Decimal(10) ** scale), scaled=True)
        if unit == "percent":
            return replace(quantity, dimension="percent", unit="percent", year=False)
        if unit in ("money", "per"):
            return replace(quantity, dimension="money", unit="usd", per="million" if unit == "per" else None)
        if unit in MEASURES or re.fullmatch("[KMGT]i?B", unit):
            dimension, name, factor = dimension_of(unit)
            return replace(quantity, dimension=dimension, unit=name, value=times(quantity.value, factor), year=False)
        if unit == "tps":
            return replace(quantity, dimension="speed", unit="tokens_per_second")
    return quantity


def read_date(at: Place, mention: DateMention, subjects: tuple[str, ...], why_subject: str, vocabulary: Vocabulary) -> Iterator[CellFigure]:
    """A date in a cell, where the header or the row label says of what."""
    metric, why = date_metric(at, vocabulary)
    if metric:
        for subject in subjects:
            yield CellFigure(at.cell, mention.start, mention.end, mention.value, mention.op, None, subject, metric, {}, why_subject, why)


def date_metric(at: Place, vocabulary: Vocabulary) -> tuple[Metric | None, str]:
    for label, why in [(at.header, "column header"), *((label, "row label") for label in at.row)]:
        metric = generic_metric(label.text, vocabulary, None)
        if metric is None and label.metric and vocabulary.metrics[label.metric].kind == "date":
            metric = vocabulary.metrics[label.metric]
        if metric is None and len(label.text.split()) <= 3 and not label.subjects and not PUBLISHED.search(label.text):
            metric, _ = event_of(label.text, vocabulary) or (None, ())
        if metric:
            return metric, why
    if WHEN.fullmatch(at.header.text):
        told = next((found for label in at.row if (found := event_of(label.text, vocabulary))), None)
        return (told[0], "event in the row") if told else (None, "")
    return None, ""


def rank_of(at: Place, frame: Frame) -> Callable[[tuple[str, ...], str], Iterator[CellFigure]] | None:
    """The reader of a cell that gives the row's place in a list, where the table or what stands above it names the list."""
    rank, m = frame.vocabulary.role("rank"), PLACE.fullmatch(at.scene.text)
    if not rank or not m or not RANK.fullmatch(at.header.text.strip()):
        return None
    scores = [h for h in frame.headers if h.metric and frame.vocabulary.metrics[h.metric].kind == "score"]
    if len(scores) == 1:
        listed = scores[0].text.lower()
    elif not scores and frame.around.metrics:
        listed = frame.vocabulary.metrics[frame.around.metrics[0].id or ""].name.lower()
    else:
        return None
    value = Number(Decimal(m["value"]))

    def read(subjects: tuple[str, ...], why: str) -> Iterator[CellFigure]:
        for subject in subjects:
            yield CellFigure(at.cell, m.start("n"), m.end("n"), value, "=", None, subject, rank, {"variant": listed}, why, "column of ranks")

    return read


def conditions_of(at: Place, own: Label, metric: Metric) -> dict[str, str]:
    """The conditions that a cell, its labels and its header name, the nearest first."""
    conditions: dict[str, str] = {}
    if tier := condition_of("Plan", lead(at.scene)):
        conditions.update([tier])
    for label in (own, *at.row, at.header, *([at.group] if at.group else [])):
        for key, value in label.conditions.items():
            conditions.setdefault(key, value)
        if label.version and label.metric == metric.id:
            conditions.setdefault("version", label.version)
    return conditions
