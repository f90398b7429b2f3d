"""Read one cell of a table: its figure or figures, a date, a place in a ranking, a status, or prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.documents import Text
from factcheck.extract.access.statuses import read_status
from factcheck.extract.dates.dates import DateMention, whole_date
from factcheck.extract.dates.events import event_of
from factcheck.extract.forms.fitting import fits_subject
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantities import quantities
from factcheck.extract.numbers.quantity import Quantity, times
from factcheck.extract.tables.cell_conditions import AROUND as AROUND_NAME
from factcheck.extract.tables.cell_conditions import conditions_of, cutoff_of
from factcheck.extract.tables.cell_metrics import fit_cell, likely_metric, of_plans, pick_metric, with_unit
from factcheck.extract.tables.cell_parts import figures_of, lead, parts
from factcheck.extract.tables.cell_subjects import SIZE, dated_kinds, named_in_row, pick_subjects, run_there
from factcheck.extract.tables.columns import ASIDE, EVENTS, REMARK, REPLACEMENT
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import CellFigure, Frame, LeftCell, Place, ProseCell
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import joined_name
from factcheck.extract.tables.labels import SIZED, label_of, made_of, read_label, unmarked
from factcheck.extract.tables.plans import noted_plan
from factcheck.extract.tables.standard_labels import WHEN, generic_metric, halves
from factcheck.ledger.model import Metric, SubjectKind
from factcheck.patterns import compile_re
from factcheck.values import Number, Op

PROSE = 9  # words: a cell with more is read as prose
# What a remark without a figure says that is read: "cheapest of all", "open weights, MIT license".
TOLD = compile_re(
    r"\A\W*(?:most [a-z-]+|[a-z]+est)\b|\bopen[- ](?:weights?|source)\b|\bproprietary\b|\b(?:Apache|MIT|BSD)\b", re.IGNORECASE
)
NESTED = compile_re(r"\| ?:?-{3,}:? ?\|")  # a table in a cell of another's, of which it would lose the header
NOTHING = compile_re(r"[\s\-–—−*/?.✓✗✅❌]*|n/?a|tbd|none|unknown|undisclosed", re.IGNORECASE)
PUBLISHED = compile_re(r"publish|updat|source|access", re.IGNORECASE)  # of what stands in the table, not of whom it is about
AROUND = ("sentence before", "list", "heading", "article", "paragraph before")  # rules that find a subject outside the table
MEASURED = ("score", "speed", "size")
PUBLICATION = compile_re(r"(?:date |first )?(?:publish(?:ed)?|publication)(?: date| on| day)?", re.IGNORECASE)
RELEASES = compile_re(r"\breleases?\b(?! notes?\b| candidates?\b)", re.IGNORECASE)
RANK = compile_re(r"(?:overall |current )?(?:rank(?:ing)?|position|place|pos\.?)|#", re.IGNORECASE)
MODELS = compile_re(r"\W*(?:(?:model|version|checkpoint|release|product|system|LLM)s?|launch(?:es)?)(?: names?)?\W*", re.IGNORECASE)
# Columns that describe what is listed, besides those that hold for any table.
DESCRIPTIONS = compile_re(
    r"|(?:ai )?labs?|teams?|makers?|countr(?:y|ies)|open(?:ness)?|modalit(?:y|ies)|architecture|size|params?|tokens|steps|download|summary"
    r"|details?|significance|impact|innovations?|improvements?|capabilit(?:y|ies)|milestone|access|availability|status|tier"
    r"|what(?:['’]s| is| was)? (?:it is|new)",
    re.IGNORECASE,
)
PLACE = compile_re(r"\W*(?P<n>#?(?P<value>[1-9]\d{0,2}))(?:st|nd|rd|th)?\W*")


def read_cell(at: Place, frame: Frame) -> Iterator[CellFigure | ProseCell | LeftCell]:
    """The values of a cell, or the cell itself where it is prose; of its figures that are left alone why."""
    own = read_label(at.scene, frame.vocabulary)
    if at.header.subjects and own.subjects and noted_plan(at.scene.text):
        own = replace(own, subjects=())
    if own.subjects and at.scene.quantities and (made := made_of(at.scene, frame.vocabulary)) is not None:
        if not made:
            return  # of several together
        own = replace(own, subjects=made)
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
            yield CellFigure(
                at.cell,
                status.start,
                status.end,
                status.status,
                "=",
                None,
                subject,
                status.metric,
                conditions_of(at, own, status.metric),
                why,
                "label of the column or row",
            )
        return
    if sides := [q for q in at.scene.quantities if q.dimension == "pixels"]:
        yield from read_sides(at, sides, subjects, why, frame)
        return
    if NOTHING.fullmatch(at.scene.text) or NESTED.search(at.scene.text):
        return
    figures = figures_of(at)
    if is_prose(at, own, figures, frame):
        row = named_in_row(at, frame) if why == "named in the cell" else None
        about = row.subjects if row else subjects  # a remark on the row may name others
        yield ProseCell(at.cell, at.scene, about[0] if len(about) == 1 else None, likely_metric(at, figures, frame.vocabulary))
        return
    whole = whole_date(at.scene.text, frame.known)
    if at.column == 0 and here is not None and not figures and not at.scene.dates and not whole:
        return
    for mention in [whole] if whole else at.scene.dates:
        yield from read_date(at, mention, subjects, why, frame)
    for part in parts(at, frame):
        yield from read_figure(part, part.named or subjects, why, frame)


def read_sides(at: Place, sides: list[Quantity], subjects: tuple[str, ...], why: str, frame: Frame) -> Iterator[CellFigure]:
    """The sides of a picture: "1920x1080"."""
    for side in sides:
        if metric := frame.vocabulary.role(f"image-{side.unit}"):
            for subject in subjects:
                yield CellFigure(at.cell, side.start, side.end, side.value, "=", None, subject, metric, {}, why, "side of a picture")


def read_size(cell: Text, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Iterator[CellFigure]:
    """The size in brackets beside a model's name, where it is no part of the name: "Aurora 2 (40B)"."""
    metric, m = vocabulary.role("parameters"), SIZED.fullmatch(unmarked(cell.text))
    subjects = label_of(cell.text, see, vocabulary).subjects if m else ()
    if not m or not metric or len(subjects) != 1 or label_of(m["name"], see, vocabulary).subjects != subjects:
        return
    for quantity in quantities(m["size"], []):
        if fitted := fit_cell(quantity, metric, metric.name):
            start, end = m.span("size")
            yield CellFigure(cell, start, end, fitted.value, "=", None, subjects[0], metric, {}, "named beside it", "size beside a name")


def is_prose(at: Place, own: Label, figures: list[Quantity], frame: Frame) -> bool:
    """Whether a cell is to be read as a sentence: it is long, names whom and what itself, or is a remark of more than one figure."""
    if len(at.scene.text.split()) > PROSE:
        return True
    alone = frame.facts and sum(not at.scene.bracket(q.start) for q in figures) == 1
    remark = REMARK.fullmatch(at.header.text.strip())
    if EVENTS.fullmatch(at.header.text.strip(" *")) and figures and own.metric:
        return True
    if remark and TOLD.search(at.scene.text):
        return True
    return bool(at.scene.quantities and ((remark and not alone) or (own.subjects and own.metric)))


def read_figure(at: Place, subjects: tuple[str, ...], why_subject: str, frame: Frame) -> Iterator[CellFigure | LeftCell]:
    """The figure of a cell, or the main one of several: what follows in brackets is a note."""
    figures = figures_of(at)
    if not figures:
        return
    first = figures[0].start, figures[0].end
    if len(figures) > 1 and not (at.scene.bracket(figures[1].start) and not at.scene.bracket(figures[0].start)):
        yield LeftCell(at.cell, *first, "one of several figures in its cell, and nothing tells them apart")
        return
    own = read_label(at.scene, frame.vocabulary)
    quantity = with_unit(figures[0], at)
    metric, why = pick_metric(at, own, quantity, frame)
    metric = of_plans(metric, quantity, at, frame, subjects) if metric and metric.kind == "price" else metric
    if metric and frame.fractions and metric.unit == "percent" and quantity.dimension == "number":
        quantity = replace(quantity, value=times(quantity.value, Decimal(100)), dimension="percent", unit="percent")
    fitted = fit_cell(quantity, metric, " ".join(label.text for label in (at.header, *at.row))) if metric else None
    if not metric or not fitted:
        yield LeftCell(at.cell, *first, "neither its column nor its row names anything that it could be a value of")
        return
    if not subjects:
        yield LeftCell(at.cell, *first, f"the table does not say whose value of {metric.id} it is ({why_subject})")
        return
    if why_subject in AROUND and metric.kind in MEASURED and not frame.vocabulary.parents.isdisjoint(subjects):
        yield LeftCell(at.cell, *first, f"a value of {metric.id} of one of a family, and the table does not say which")
        return
    conditions = conditions_of(at, own, metric)
    if of_models(metric) and (model := run_there(subjects, frame)):
        machine = plain(AROUND_NAME.sub("", next(label.text for label in (at.header, *at.row) if label.subjects == subjects)))
        conditions["variant"] = " ".join(filter(None, (machine, conditions.get("variant"))))
        subjects, why_subject = (model,), "the model that the machines ran"
    if metric.kind == "score" and frame.mode:
        conditions.setdefault("mode", frame.mode)
    most = frame.vocabulary.role("context-window"), frame.vocabulary.role("max-output")
    op: Op = "=" if quantity.op == "<=" and metric in most else quantity.op  # "up to 200K" is what these metrics mean
    written = at.scene.text[quantity.start : quantity.end]
    members = [member_of(s, written, at, frame) if metric.unit == "parameters" else s for s in subjects]
    for subject in members:
        if subject and fits_subject(metric, frame.vocabulary.subjects[subject]) > -3.5:
            yield CellFigure(
                at.cell, quantity.start, quantity.end, fitted.value, op, quantity.hedge, subject, metric, conditions, why_subject, why
            )


def of_models(metric: Metric) -> bool:
    """Whether a measurement is of the model that runs, and not of the machine it runs on: speed, latency, score, price of tokens."""
    return (metric.kind in ("score", "speed") and metric.unit != "bytes") or metric.unit == "usd_per_million_tokens"


def member_of(subject: str, written: str, at: Place, frame: Frame) -> str:
    """Whom a size is of: the member of a family that it tells; of several sizes in a cell one that tells no member is nobody's."""
    member = joined_name(written, [subject], frame.vocabulary) if at.member else frame.vocabulary.of_size(subject, written)
    return member or ("" if at.member else subject)


def read_date(at: Place, mention: DateMention, subjects: tuple[str, ...], why_subject: str, frame: Frame) -> Iterator[CellFigure]:
    """A date in a cell, where the header or the row label says of what."""
    metric, why = date_metric(at, mention, frame)
    named, told = event_in_row(at, frame) or (False, None)
    kinds = told[1] if told and why == "event in the row" else dated_kinds(at, frame)
    if told and kinds and not named and not any(frame.vocabulary.subjects[s].kind in kinds for s in subjects):
        about = [c.id for c in frame.around.subjects if c.id] + [frame.around.company or ""]
        found = [i for i in about if i and frame.vocabulary.subjects[i].kind in kinds][:1]
        subjects, why_subject = (tuple(found), "article") if found else (subjects, why_subject)  # "Company founded | by S and T"
    if metric:
        for subject in subjects:
            if kinds and frame.vocabulary.subjects[subject].kind not in kinds:
                continue
            yield CellFigure(
                at.cell, mention.start, mention.end, mention.value, mention.op, None, subject, metric, cutoff_of(at), why_subject, why
            )


def event_in_row(at: Place, frame: Frame) -> tuple[bool, tuple[Metric, tuple[SubjectKind, ...]]] | None:
    """The event that a label of a row or its cell in a column of events tells, and whether somebody is named there."""
    events = [c for c, h in enumerate(frame.headers) if c != at.column and c < len(at.texts) and EVENTS.fullmatch(h.text.strip(" *"))]
    told = [(bool(label.subjects), label.text) for label in at.row] + [(False, at.texts[c]) for c in events if at.labels[c] is None]
    return next(((named, found) for named, text in told if (found := event_of(text, frame.vocabulary))), None)


def date_metric(at: Place, mention: DateMention, frame: Frame) -> tuple[Metric | None, str]:
    vocabulary = frame.vocabulary
    said = at.scene.text[: mention.start].strip(" :*_")
    if said and len(said.split()) <= 2 and (own := event_of(said, vocabulary)):
        return own[0], "named in the cell"  # "Retired 5 May"
    for label, why in [(at.header, "column header"), *((label, "row label") for label in at.row)]:
        text, pair = label.text, halves(label.text)
        if pair and mention in at.scene.dates and len(at.scene.dates) == 2:
            text = pair[at.scene.dates.index(mention)]  # "Release / cutoff"
        metric = generic_metric(text, vocabulary, None)
        if metric is None and label.metric and text == label.text and vocabulary.metrics[label.metric].kind == "date":
            metric = vocabulary.metrics[label.metric]
        if metric is None and len(text.split()) <= 3 and not label.subjects and not PUBLISHED.search(text):
            metric, _ = event_of(text, vocabulary) or (None, ())
        if metric:
            return metric, why
    nameless = not at.column and not at.header.text.strip(" *_")
    if nameless or WHEN.fullmatch(at.header.text) or PUBLICATION.fullmatch(at.header.text.strip(" *_")):
        if told := event_in_row(at, frame):
            return told[1][0], "event in the row"
        if frame.dated and frame.dated != vocabulary.role("release-date"):
            return frame.dated, "heading of the table"
        if any(REPLACEMENT.fullmatch(header.text.strip()) for header in frame.headers):
            return vocabulary.role("shutdown-date"), "a table of models and their replacements"
        if of_releases(at, frame) or RELEASES.search(frame.around.heading):
            return vocabulary.role("release-date"), "a table of models and their dates"
    return None, ""


def of_releases(at: Place, frame: Frame) -> bool:
    """Whether a table lists models by date, and all else in it describes them: no results of theirs that the dates could be of."""
    column = next((c for c, header in enumerate(frame.headers) if MODELS.fullmatch(header.text)), None)
    label = None if column is None else at.labels[column]
    others = [header for c, header in enumerate(frame.headers) if c not in (column, at.column)]
    return bool(label and label.subjects) and all(describes(header, frame) for header in others)


def describes(header: Label, frame: Frame) -> bool:
    """Whether a column tells what the model of the row is: who made it, what is in it, what it costs."""
    if header.metric:
        return frame.vocabulary.metrics[header.metric].kind not in ("score", "speed", "rank", "date")
    text = header.text.strip(" *_`")
    return header.standard or any(columns.fullmatch(text) for columns in (ASIDE, REMARK, DESCRIPTIONS))


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
            yield CellFigure(
                at.cell, m.start("n"), m.end("n"), value, "=", None, subject, rank, {"variant": listed}, why, "column of ranks"
            )

    return read
