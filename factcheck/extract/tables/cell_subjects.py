"""Whom a table's cell is about: named in the cell, its column's header, its row, the section, or what stands round the table."""

from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.extract.dates.dates import whole_date
from factcheck.extract.dates.events import event_of
from factcheck.extract.forms.fitting import of_company
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.tables.columns import NAMES, PLANS, REPLACEMENT, SETTINGS
from factcheck.extract.tables.grid import Frame, Place, is_thing
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import joined_name
from factcheck.ledger.model import SubjectKind
from factcheck.patterns import compile_re

NAMED_FIGURE = compile_re(r"[^:(]+(?::|\() ?[*~≈]*[$€£]?\d[\d.,]*(?: ?%| [a-z]+)?\)?[*]*")
SO_MANY = compile_re(r"(?<![\w.])\d{1,3}(?:,\d{3})*[*_]*(?: ?[x×])? (?:[A-Z][A-Za-z]+ )?$")
SHORT = 3  # words of a label that is an event's name
SIZE = compile_re(r"\d+(?:\.\d+)? ?[MBT](?![\w.])")  # a size that stands for a model
MEMBER = compile_re(r"[\s*~_]*[AE]?\d+(?:\.\d+)? ?[MBT](?:[- ]A\d+(?:\.\d+)?[MBT])?[\s*_]*", re.IGNORECASE)  # "35B-A3B", "E4B"

# A size and what it is of, which is no name.
SIZE_ALONE = compile_re(
    r"[\s*~≈]*\d+(?:\.\d+)? ?[BMT](?:[\s*]*(?:\([^()]*\)|dense|MoE|sparse|total|active|param(?:eter)?s?))*[\s*]*", re.IGNORECASE
)
ONE_SIZE = r"[A-Z]?\d+(?:\.\d+)? ?[BMT](?: ?\(?(?:dense|MoE|sparse)\b\)?)?"
SIZES = compile_re(rf"\W*{ONE_SIZE}(?:\s*+(?:[,/;&]\s*+)?(?:and |or )?{ONE_SIZE})+\W*", re.IGNORECASE)  # those of a family
FURTHER = compile_re(r"\s*(?:[,/;&–—-]|and\b|or\b|to\b)\s*\d")  # behind the first of several sizes


def pick_subjects(at: Place, own: Label, frame: Frame) -> tuple[tuple[str, ...], str]:
    """Whom a cell is about, and where that stands."""
    if own.subjects and at.scene.quantities and not only_noted(at, own, frame):
        return own.subjects, "named in the cell"
    row = [label for label in at.row if not label.aside and (label.subjects or not frame.log)]
    rival = named_in_row(at, frame)
    if at.header.subjects:
        if rival and is_thing(rival, frame) and not is_thing(at.header, frame):
            return rival.subjects, "row label"  # the column is of who runs or measured it
        if rival and is_thing(rival, frame) and rival.subjects != at.header.subjects:
            models = [label for label in (at.header, rival) if all(frame.vocabulary.subjects[i].kind == "model" for i in label.subjects)]
            if len(models) == 1 and frame.around.tested:
                return (rival if models[0] is at.header else at.header).subjects, "the machine of row and column"
            return (models[0].subjects, "the model of row and column") if len(models) == 1 else ((), "two names")
        return at.header.subjects, "column header"
    if rival:
        return rival.subjects, "row label"
    if any(label.unknown and not label.metric for label in row[:1]) or (at.header.unknown and not at.header.measured):
        return (), "unknown name"
    if any(h.subjects for h in frame.headers) and not at.header.measured:
        return (), "a column of no subject"
    kinds = [frame.vocabulary.metrics[label.metric].kind for label in (at.header, *row[:1]) if label.metric]
    if kinds in (["price", "amount"], ["price", "size"]):
        return (), "two things measured"  # "RAM kit" beside "Price"
    if row and not row[0].measured and not (row[0].conditions and at.group) and not dated_kinds(at, frame):
        return (), "row of something else"
    if not row and not at.header.measured and not at.header.silent:
        return (), "no label"
    first = at.row[0] if at.row and at.row[0] is at.labels[0] else None
    if not row and not frame.log and first and (first.unknown or not (first.conditions or first.flavour)):
        return (), "row of something else"
    if at.group and at.group.subjects:
        return at.group.subjects, "section of the table"
    if at.group and at.group.unknown and not at.group.measured:
        return (), "section of somebody unknown"
    about = frame.around.subjects
    includes = PLANS.fullmatch(frame.headers[0].text.strip()) and any(label.aside and label.subjects for label in at.row)
    for choice in sorted(about, key=lambda c: c.rule not in ("heading", "article")) if frame.log else about:
        # a table of several is not about whatever the article is about
        near = frame.own or choice.rule not in ("article", "paragraph before")
        kind = frame.vocabulary.subjects[choice.id].kind if choice.id else None
        if includes and kind != "product":
            continue
        if (
            near
            and choice.id
            and (frame.facts or kind in ("model", "product") or (kind and kind in (*dated_kinds(at, frame), *kept_kinds(at, frame))))
        ):
            return (choice.id,), choice.rule
    return (), "nothing names it"


def run_there(subjects: tuple[str, ...], frame: Frame) -> str | None:
    """The model right above a table of machines, which their speeds are of; None where the article tests the machine."""
    kinds = {frame.vocabulary.subjects[s].kind for s in subjects}
    above = frame.around.subjects[0] if frame.around.subjects else None
    near = (
        above and above.id and above.rule in ("sentence before", "heading", "list") and frame.vocabulary.subjects[above.id].kind == "model"
    )
    machines = kinds == {"product"} and SETTINGS.fullmatch(frame.headers[0].text.strip())
    return above.id if above and near and machines and not frame.around.tested else None


def only_noted(at: Place, own: Label, frame: Frame) -> bool:
    """Whether a cell names places alone, in brackets behind its figures, or machines of which it tells the number."""
    names = [s for s in at.scene.subjects if s.id in own.subjects]
    first = at.scene.quantities[0].start
    things = frame.vocabulary.subjects
    if all(s.id and things[s.id].kind == "product" and SO_MANY.search(at.scene.text, 0, s.start) for s in names):
        return True  # "32 H100", beside "GPUs": what is counted
    return all(is_place(s, at, frame) and at.scene.bracket(s.start) is not None and s.start > first for s in names)


def is_place(mark: SubjectMark, at: Place, frame: Frame) -> bool:
    """Whether a name in a cell only tells where a model's figure holds: "400K (Codex)" below the model's name."""
    subjects = frame.vocabulary.subjects
    models = any(subjects[i].kind == "model" for label in (at.header, *at.row) for i in label.subjects)
    return models and mark.id is not None and subjects[mark.id].kind != "model"


def dated_kinds(at: Place, frame: Frame) -> tuple[SubjectKind, ...]:
    """What the event can happen to whose name is the label of a date: organisations are founded, models are released."""
    told = (event_of(label.text, frame.vocabulary) for label in at.row if len(label.text.split()) <= SHORT and not label.subjects)
    return next((found[1] for found in told if found), ()) if at.scene.dates or whole_date(at.scene.text) else ()


def kept_kinds(at: Place, frame: Frame) -> tuple[SubjectKind, ...]:
    """What has a figure of the sort that the row's label names: companies have revenues and employees."""
    metrics = [frame.vocabulary.metrics[label.metric] for label in (at.header, *at.row) if label.metric]
    return ("organisation",) if any(of_company(m) for m in metrics) else ()


def named_in_row(at: Place, frame: Frame) -> Label | None:
    """The label that says whom a row is about: that in the column of names, else the nearest to the left, models before makers."""
    rivals = any(h.subjects for h in frame.headers)  # then a name with a figure behind it has this alone: "B: 93.3%"
    labels = [
        (column, label)
        for column, label in enumerate(at.labels)
        if label is not None
        and column != at.column
        and not (column and REPLACEMENT.fullmatch(frame.headers[column].text.strip()))
        and not (column and (frame.headers[column].subjects or (rivals and NAMED_FIGURE.fullmatch(at.texts[column].strip()))))
    ]
    in_names = [label for column, label in labels if NAMES.fullmatch(frame.headers[column].text.strip())]
    in_names = [label for label in in_names if label.subjects] or in_names
    if in_names and not in_names[0].subjects and not in_names[0].measured:
        return None
    named = [(column, label) for column, label in labels if label.subjects]
    things = [(c, label) for c, label in named if is_thing(label, frame) and not label.aside] or [
        (c, label) for c, label in named if not label.aside
    ]
    first = [label for label in in_names if any(label is x for _, x in things)]
    left = [label for column, label in things if column < at.column]
    chosen = first[0] if first else left[-1] if left else things[0][1] if things else None
    return sized(chosen, at, frame) if chosen else None


def sized(label: Label, at: Place, frame: Frame) -> Label:
    """A label that names a family, with the member of the size that another cell of the row gives."""
    if label.subject not in frame.vocabulary.families or len(label.subjects) != 1:
        return label
    sizes = [m.group().strip() for text in at.texts if (m := SIZE.match(text)) and not FURTHER.match(text, m.end())]
    members = {joined_name(size, list(label.subjects), frame.vocabulary) for size in sizes} - {None}
    return replace(label, subjects=(members.pop() or "",)) if len(members) == 1 else label
