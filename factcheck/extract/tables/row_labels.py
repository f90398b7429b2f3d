"""What the cells of a row name for the other cells of it: a model, a benchmark, a setting, or nothing."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import is_rate
from factcheck.extract.names.scene import Scene
from factcheck.extract.tables.cell_subjects import SIZE
from factcheck.extract.tables.columns import ASIDE, BENCHMARKS, HOSTS, NAMES, PLANS, REMARK, SETTINGS, VERDICT
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import Frame, is_thing
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import joined_name, small_name
from factcheck.extract.tables.labels import PRECISION, apart, label_of
from factcheck.extract.tables.standard_labels import condition_of, is_standard
from factcheck.extract.voices.conditions import find_conditions
from factcheck.patterns import compile_re

STATUS = compile_re(  # what it says of the cell is not of its row
    r"\W*(?:[✅✓✔☑❌✗✘✕✖]\ufe0f?|(?:yes|no|(?:in)?active|current|legacy|deprecated|retired|discontinued"
    r"|API[- ]only|closed|proprietary|preview|beta)\b(?=\W*(?:$|\()))",
    re.IGNORECASE,
)
COMPANY = compile_re(r"(?:compan(?:y|ies)|(?:ai )?labs?|organi[sz]ations?|makers?|vendors?|start-?ups?)", re.IGNORECASE)
SIZE_AND_MORE = compile_re(r"\W*\d+(?:\.\d+)?[MBT] [A-Za-z]")


def named(text: str, frame: Frame) -> Label:
    """What a header or a section's title names; a short name may go on from what stands round the table."""
    if PRECISION.fullmatch(f" {text.strip(' *_')}"):
        return Label(text, flavour=plain(text))
    label = label_of(text, frame.see, frame.vocabulary)
    joined = completed(text, frame) if not label.subjects and not label.measured else None
    return replace(label, subjects=joined.subjects, unknown=False) if joined else label


def completed(text: str, frame: Frame) -> Label | None:
    """The label that a short name is, as part of what stands round the table: "70B", "70B INT4" below "Llama 3.1".

    Where nothing stands round it, a size is that of the one family of the article that has it.
    """
    name, conditions = apart(text)
    if id_ := joined_name(text, frame.bases, frame.vocabulary):
        return Label(text, subjects=(id_,))
    id_ = joined_name(name, frame.bases, frame.vocabulary)
    if not id_ and not frame.bases and SIZE.fullmatch(name):
        families = frame.around.named & frame.vocabulary.families
        members = {i for family in families if (i := joined_name(name, [family], frame.vocabulary))}
        id_ = members.pop() if len(members) == 1 else None
    return Label(text, subjects=(id_,), conditions=conditions) if id_ else None


def row_label(text: str, scene: Scene, column: int, frame: Frame) -> Label | None:
    """What a body cell names for the other cells of its row, None where it only holds a value."""
    above = frame.headers[column]
    if column and STATUS.match(text):
        return None
    if not frame.facts and (condition := condition_of(above.text, text)):
        return (None if condition[0] == "tier" else completed(text, frame)) or Label(text, conditions=dict([condition]), aside=True)
    if not column and PRECISION.fullmatch(f" {text.strip(' *_')}"):
        return replace(named(text, frame), aside=True)
    joined = completed(text, frame)
    if SIZE.fullmatch(text.strip(" *~")) and any(b in frame.vocabulary.families for b in frame.bases) and not joined:
        return Label(text, unknown=True) if column == 0 else None
    included = bool(column and PLANS.fullmatch(frame.headers[0].text.strip()))  # what a plan includes is not what it prices
    if joined and not included and (column == 0 or NAMES.fullmatch(above.text.strip())):
        return joined
    known = [*(s.id for s in scene.subjects), *(m.id for m in scene.metrics if not m.common and m.cue is None)]
    measure = column == 0 and any(h.subjects for h in frame.headers[1:]) and label_of(text, frame.see, frame.vocabulary).measured
    things = [k for k in known if not (k in frame.vocabulary.subjects and frame.vocabulary.subjects[k].kind == "organisation")]
    told = frame.facts or any(things if frame.serves else known) or (column and above.standard) or measure  # "Layers" is no setting
    if SETTINGS.fullmatch(above.text.strip()) and not told:
        return setting(text, above.text) if patterns.search(r"\w", text) else None
    if column == 0 and SIZE_AND_MORE.match(text) and not any(known):
        return Label(text, unknown=True)  # the short name of somebody unknown
    named_at = min([*(s.start for s in scene.subjects if s.id), *(m.start for m in scene.metrics if m.id)], default=0)
    cased = (frame.small and text.islower()) or BENCHMARKS.fullmatch(above.text.strip(" *"))
    written = small_name(Label(text.strip(" *")), frame.vocabulary) if column == 0 and cased else None
    if written and written.metric and not label_of(text, frame.see, frame.vocabulary).measured:
        return written
    if not names_its_row(scene, text, column) or (column and scene.quantities and scene.quantities[0].start < named_at):
        return None
    label = label_of(text, frame.see, frame.vocabulary)
    remark = REMARK.fullmatch(above.text.strip())  # what it speaks of is not what the row is of
    thing, names = is_thing(label, frame), any(NAMES.fullmatch(head.text.strip()) for head in frame.headers)
    aside = (
        ASIDE.fullmatch(above.text.strip()) and not frame.facts and (remark or not label.metric) and not (thing and not (remark and names))
    )
    if aside and column == 0 and label.subjects and not label.metric and not names and not any(h.subjects for h in frame.headers):
        metrics = [frame.vocabulary.metrics[h.metric] for h in frame.headers if h.metric]
        hosts = HOSTS.fullmatch(above.text.strip()) and any(m.kind == "amount" or is_rate(m) for m in metrics)  # what a service allows
        aside = not (hosts or COMPANY.fullmatch(above.text.strip()))  # nobody else is named
    aside = aside or included
    aside = aside or (VERDICT.fullmatch(above.text.strip()) and any(is_thing(h, frame) for h in frame.headers))
    return replace(label, aside=True, conditions={}, flavour="") if aside else label


def setting(text: str, header: str) -> Label:
    """The label that a cell of a column of settings is: a known condition, else a variant; a number with what it counts."""
    conditions = {c.key: c.value for c in find_conditions(text) if c.key != "hardware"}
    said = plain(text if patterns.search(r"[^\W\d_]", text) else f"{header} {text}")
    return Label(text, conditions=conditions, flavour="" if conditions else said, aside=True)


def names_its_row(scene: Scene, text: str, column: int) -> bool:
    """Whether a cell names its row rather than holding a figure."""
    if column == 0 and is_standard(text):
        return True
    remark = column > 0 and any(q.dimension != "number" for q in scene.quantities)  # "$1B+ cost"
    if any(m.cue is None and m.id for m in scene.metrics) and len(text.split()) <= 8 and not remark:
        return True
    if any(s.id or not s.pronoun for s in scene.subjects) or apart(text)[1]:
        return True
    return bool(patterns.search(r"[^\W\d_]{2,}", text)) and not scene.quantities and not scene.dates
