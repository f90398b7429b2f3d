"""What a table's columns hold where they do not say: parts of the benchmark, or speeds, that the heading or sentence above it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.dataclass import replace
from factcheck.documents import Text
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.tables.columns import ASIDE, SETTINGS
from factcheck.extract.tables.grid import Frame, Place, is_thing
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.labels import is_setting, label_of
from factcheck.extract.tables.standard_labels import without_unit
from factcheck.extract.voices.conditions import find_conditions
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# Headers of the column that sums up the others.
SUM = compile_re(
    r"\W*(?:(?:overall|total|macro|weighted)[ -]?)*(?:avg|average|mean|overall|total)\b\W*(?:acc(?:uracy)?|score)?\W*(?:\(\d+\))?\W*",
    re.IGNORECASE,
)
SPEED = compile_re(r"\btok(?:en)?s?(?: ?/ ?| per )s(?:ec(?:ond)?)?\b", re.IGNORECASE)
OF_TABLE = compile_re(
    r"\b(?:tables?|below|following|results|(?:all )?(?:figures|numbers|values|speeds) (?:are )?(?:given |shown |measured )?in)\b",
    re.IGNORECASE,
)
TRAINING = compile_re(r"\b(?:pre-?|post-?|fine-?)?t(?:rain|un)ing\b", re.IGNORECASE)
READING = compile_re(r"\b(?:pre-?fill\w*|prompt|encod\w+|input|ingest\w*)\b", re.IGNORECASE)
FIGURE = compile_re(r"\W*\d+(?P<decimals>\.\d+)?\s?(?P<percent>%)?\W*")
LENGTH = compile_re(r"\W*\d+ ?[kKM]\W*")  # of what was read, as the header of a column
LEAST = compile_re(r"\W*0\W*")  # the first of a row of lengths
NUMBERING = compile_re(r"^\W*\d+(?:\.\d+)*\.?\s+")
BELOW = compile_re(
    r"\W*(?:Table|Tab\.) ?\d*\b"
    r"|\W*(?:(?:all|the|these|reported) )?(?:numbers|scores|figures|results|values)"
    r"(?: (?:above|in (?:the|this) table))? (?:are|show|give)\b",
    re.IGNORECASE,
)
LENGTHS = 3  # columns, from which on they say by themselves that lengths tell them apart
LONGEST = 30  # words of a caption
CAPTION = 4  # words: a text above a table that has no more names what it is of


def sums_up(header: Label) -> bool:
    """Whether a column holds the average, or all, of what the others hold."""
    return SUM.fullmatch(header.text) is not None


def with_parts(frame: Frame, rows: Sequence[tuple[Text, ...]]) -> Frame:
    """The frame with the columns that hold parts of the benchmark round the table, or of those of the rows: those beside its average,
    written as it is."""
    by_row = [frame.see(row[0].text) for row in rows]
    if by_row and all(len(scene.metrics) == 1 and scene.metrics[0].id and not scene.metrics[0].common for scene in by_row):
        return replace(frame, parts=frozenset(beside_average(frame, rows)))
    metric = next((frame.vocabulary.metrics[c.id or ""] for c in frame.around.metrics[:1] if c.weight >= 3), None)
    lengths = [c for c, header in enumerate(frame.headers) if c and LENGTH.fullmatch(header.text)]
    if not metric or metric.kind != "score" or of_several(frame):
        return frame
    parts = beside_average(frame, rows)
    captioned = any(len(text.split()) <= CAPTION for text in frame.around.above[:1])
    if not parts and frame.caption and frame.caption.metric == metric.id and not any(h.measured for h in frame.headers):
        parts = [c for c, h in enumerate(frame.headers) if c and is_part(h) and forms(rows, c)]
    told = any(c.rule == "sentence before" for c in frame.around.metrics[:1])
    only = told and len(lengths) >= LENGTHS and all(c in lengths or LEAST.fullmatch(h.text) for c, h in enumerate(frame.headers) if c)
    return replace(frame, parts=frozenset(parts or (lengths if len(lengths) > 1 and (captioned or only) else [])))


def caption_of(frame: Frame) -> Label | None:
    """The line above a table that is nothing but the name of what is measured: "WER (%) ↓", "VRAM needed (GB):"."""
    text = NUMBERING.sub("", frame.around.above[0]) if frame.around.above else ""
    label = label_of(text.strip(" :*_"), frame.see, frame.vocabulary) if 0 < len(text.split()) <= CAPTION else None
    return label if label and label.metric and not (label.subjects or label.unknown or label.flavour) else None


def said_below(text: str, see: Callable[[str], Scene]) -> str | None:
    """What a caption or a note below a table says that all of its figures are of: "Table 2: accuracy on X", "All numbers are X scores"."""
    if not BELOW.match(text) or len(text.split()) > LONGEST:
        return None
    named = {mark.id for mark in see(text).metrics if mark.cue is None}
    return named.pop() if len(named) == 1 else None


def beside_average(frame: Frame, rows: Sequence[tuple[Text, ...]]) -> list[int]:
    """The columns of plain words beside the one of averages whose figures are written as those are."""
    whole = [c for c, header in enumerate(frame.headers) if c and sums_up(header)]
    form = forms(rows, whole[0]) if len(whole) == 1 else ""
    return [c for c, h in enumerate(frame.headers) if c and is_part(h) and form and forms(rows, c) == form]


def part_of(metric: Metric, header: Label, vocabulary: Vocabulary) -> Metric:
    """What a column of a benchmark's part holds: the part by itself, if the vocabulary has it, else the benchmark."""
    entry = vocabulary.metric_names.entries.get(name_key(f"{metric.name} {without_unit(header.text)}"))
    return vocabulary.metrics[entry.ids[0]] if entry and len(entry.ids) == 1 else metric


def of_several(frame: Frame) -> bool:
    """Whether a table has columns of benchmarks, known or not, that an average in it would be of."""
    metrics = frame.vocabulary.metrics
    return any(h.unknown or (h.metric and metrics[h.metric].kind == "score") for h in frame.headers[1:])


def is_part(header: Label) -> bool:
    """Whether a header is nothing but words, which may name a part of what is measured."""
    said = header.text.strip(" *")
    named = is_setting(header) or said.lower() in ("other", "others")
    return named and not header.unit and not ASIDE.fullmatch(said) and not SETTINGS.fullmatch(said)


def forms(rows: Sequence[tuple[Text, ...]], column: int) -> str:
    """How the figures of a column are written, if all have decimals, or all a percent sign: "." or "%", else ""."""
    found = [m for row in rows if (m := FIGURE.fullmatch(row[column].text))]
    written = {"%" if m["percent"] else "." if m["decimals"] else "" for m in found}
    return written.pop() if len(written) == 1 else ""


def mode_of(heading: str) -> str:
    """The mode that a heading says that the table below it is of: "32B Reasoning Mode"; "" if it names none, or several."""
    modes = {c.value for c in find_conditions(heading) if c.key == "mode"}
    return modes.pop() if len(modes) == 1 else ""


def speed_above(at: Place, quantity: Quantity, frame: Frame) -> Metric | None:
    """The speed that a heading ("Speed (tokens/s)") or a sentence on the table below it says that the bare figures of its columns are."""
    machine = at.header.text.strip().isdigit() or (at.header.subjects and any(is_thing(label, frame) for label in at.row))  # "4090", "A100"
    model = is_thing(at.header, frame) and bool(SETTINGS.fullmatch(frame.headers[0].text.strip()))  # and the rows are machines
    if quantity.dimension != "number" or quantity.scaled or not (machine or model or is_setting(at.header)) or at.header.unit:
        return None
    if any(h.measured for h in frame.headers) or not (model or any(label.subjects for label in at.row)):
        return None
    return next((metric for text in frame.around.above if (metric := speed_of(text, frame.vocabulary))), None)


def speed_of(text: str, vocabulary: Vocabulary) -> Metric | None:
    """The speed that a heading or a paragraph above a table says that it is of."""
    if not SPEED.search(text) or not (OF_TABLE.search(text) or len(text.partition(". ")[0].split()) <= 10):
        return None
    if TRAINING.search(text):
        return vocabulary.role("training-throughput")
    return vocabulary.role("prefill-speed" if READING.search(text) else "output-speed")
