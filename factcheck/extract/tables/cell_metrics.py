"""What a figure in a table's cell measures, and in which unit: told by the cell, its header, its row, the unit, or round the table."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.forms.amounts import counted_by
from factcheck.extract.forms.fitting import Fit, fit, in_currency
from factcheck.extract.forms.periods import EVERY, of_period, timed
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity, times
from factcheck.extract.numbers.units import PER, dimension_of, per_what
from factcheck.extract.tables.captions import of_several, part_of, speed_above, sums_up
from factcheck.extract.tables.columns import BENCHMARKS, NAMES
from factcheck.extract.tables.grid import Frame, Place
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.labels import is_setting, within_name
from factcheck.extract.tables.standard_labels import generic_metric, is_standard
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

SCALES = {"K": 3, "M": 6, "B": 9, "T": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
MEASURES = ("ms", "s", "min", "hours", "days")
NOT_OUTPUT = compile_re(r"\b(?:pre-?fill|prompt|input|encod\w+|training|train|ingest\w*|total|change|gain|diff\w*)\b", re.IGNORECASE)
UNIT_ALONE = compile_re(r"(?:avg\.? |mean |median )?(?:tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|t/s|tps)", re.IGNORECASE)
ANNUAL = compile_re(r"\b(?:annual(?:ly)?|yearly|(?:per |a )year)\b|/ ?y(?:ea)?r\b", re.IGNORECASE)
PER_TOKEN = compile_re(
    r"\b(?:tokens?|M?tok|input|output|in|out|prompt|completion|cach(?:ed|e|ing)|1 ?[MK]|million)\b|/ ?M\b", re.IGNORECASE
)
PLAN = compile_re(r"\b(?:plans?|tiers?|subscriptions?|monthly|per month|membership)\b|/ ?mo(?:nth)?\b", re.IGNORECASE)
SUM = compile_re(r"[$€£]|\b(?:USD|prices?|pricing|costs?)\b", re.IGNORECASE)
PER_MILLION = compile_re(r"(?:USD|\$)? ?(?:/|per) ?(?:1 ?)?(?:M|MM|million|MTok)(?: tok(?:en)?s?)?", re.IGNORECASE)  # and nothing else
PRICE = compile_re(r"\b(?:prices?|pricing|costs?)\b", re.IGNORECASE)


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
    if any(
        label and not label.measured and BENCHMARKS.fullmatch(h.text.strip(" *")) for label, h in zip(at.labels, frame.headers, strict=True)
    ):
        row = [label for label in row if not label.common]  # the category of an unknown benchmark
    places = [(own, "named in the cell"), (at.header, "column header")]
    if (
        own.subjects
        or at.header.subjects
        or at.header.silent
        or at.header.silent_anyway
        or at.header.conditions
        or at.header.flavour
        or at.header.measured
        or at.column in frame.parts
        or NAMES.fullmatch(at.header.text.strip())
    ):
        # a category ("Reasoning & knowledge") stands left of the benchmark, and is a common noun
        places += [(label, "row label") for label in sorted(row, key=lambda label: label.common)]
        if at.group and not (at.group.common and names_a_test(at, vocabulary)):
            places.append((at.group, "section of the table"))
    if noted_only(at, own, quantity):
        places = [*places[1:], places[0]]
    if which := which_speed(places, quantity, vocabulary):
        return which
    weak: list[tuple[Metric, str]] = []
    for label, why in sorted(places, key=lambda place: not beside_name(place[0], vocabulary)):
        said = beside_name(label, vocabulary) or label.text
        generic = generic_metric(said, vocabulary, quantity) if said else None
        generic = None if generic and named_whole(label, generic, vocabulary) else generic
        if generic and fit_cell(quantity, generic, said):
            return generic, why
        own_metric = in_currency(vocabulary.metrics, quantity, vocabulary.metrics[label.metric]) if label.metric else None
        if own_metric and fit_cell(quantity, own_metric, label.text):
            weak.append((own_metric, why))
            if label is own:
                break
    behind = at.scene.text[quantity.end :].partition("(")[0]
    if quantity.dimension == "number" and EVERY.fullmatch(behind):
        told = in_period(behind, at.header, vocabulary)
        if told or timed(vocabulary.metrics.get(at.header.metric or "")):
            return (told, "period in the cell") if told and fit_cell(quantity, told, "") else (None, "")
    if weak:
        general = weak[0][1] == "column header" and (at.header.silent or counted(at.header))
        return next((w for w in weak[1:] if general or special(w[0], weak[0][0])), weak[0])
    if counts := counted_by(at.scene.text[quantity.end :], " ".join(label.text for label in (at.header, *row)), quantity, vocabulary):
        return counts, "counted in the cell"
    corner = frame.corner
    if corner and corner.metric and of_corner(at, corner) and fit_cell(quantity, vocabulary.metrics[corner.metric], corner.text):
        return vocabulary.metrics[corner.metric], "corner of the table" if corner is frame.headers[0] else "said above the table"
    if told := by_unit(at, quantity, vocabulary):
        return told, "unit"
    if told := speed_above(at, quantity, frame):
        return told, "said above the table"
    if quantity.dimension == "bytes" and (is_setting(at.header) or at.header.flavour) and not any(label.measured for label in row):
        sized = [m for c in frame.around.metrics if (m := vocabulary.metrics[c.id or ""]).unit == "bytes" and fit(quantity, m)]
        if sized:
            return sized[0], "said above the table"
    silent = at.header.silent or at.header.silent_anyway or at.column in frame.parts or (bool(at.header.subjects) and not row)
    silent = silent or (bool(at.header.flavour or at.header.conditions) and not at.header.measured)  # "FP16", "High"
    silent = silent or any(within_name(at.header, vocabulary.metrics[c.id or ""]) for c in frame.around.metrics[:1])
    if sums_up(at.header) and of_several(frame):
        return None, ""
    if at.header.unknown or any(label.unknown or label.measured for label in row) or not silent:
        return None, ""
    for choice in frame.around.metrics:
        metric = vocabulary.metrics[choice.id or ""]
        if fit(quantity, metric) and metric.kind == "score":
            return part_of(metric, at.header, vocabulary) if at.column in frame.parts else metric, choice.rule
    return None, ""


def names_a_test(at: Place, vocabulary: Vocabulary) -> bool:
    """Whether a row of a section that names a category ("Coding") is of a benchmark that nobody knows, and so not of the category."""
    metric, first = vocabulary.metrics.get(at.group.metric or "") if at.group else None, at.labels[0]
    told = first is None or first.measured or first.silent or first.conditions or not patterns.search(r"[^\W\d_]", first.text)
    return metric is not None and metric.kind == "score" and not told


def in_period(words: str, header: Label, vocabulary: Vocabulary) -> Metric | None:
    """What words that are nothing but a period make of what a header counts: "/month" below "Daily requests", "a day" below "Requests"."""
    metric = vocabulary.metrics.get(header.metric or "")
    return of_period(words, timed(metric) if metric else [f"{header.text} per day"], vocabulary)


def noted_only(at: Place, own: Label, quantity: Quantity) -> bool:
    """Whether a cell names a metric only in brackets behind its figure: "170 (after layoffs)"."""
    marks = [m for m in at.scene.metrics if m.id == own.metric]
    inside = (bracket[0] for m in marks if (bracket := at.scene.bracket(m.start)))
    return bool(marks) and len(starts := [*inside]) == len(marks) and all(start > quantity.start for start in starts)


def beside_name(label: Label, vocabulary: Vocabulary) -> str:
    """What a label that names somebody says besides, where that plainly means a standard metric: "input" in "Aurora 2 input"."""
    names = [name for i in label.subjects[:1] for name in (vocabulary.subjects[i].name, *vocabulary.subjects[i].aliases)]
    rest = next((label.text[len(n) :].strip(" -–:*") for n in names if label.text.strip(" *").lower().startswith(n.lower())), "")
    return rest if rest and is_standard(rest) else ""


def named_whole(label: Label, generic: Metric, vocabulary: Vocabulary) -> bool:
    """Whether a label is the name of one metric and nothing else, which a standard one of its kind must not stand for: "Monthly cost"."""
    metric = vocabulary.metrics.get(label.metric or "")
    return metric is not None and metric.kind == generic.kind and name_key(metric.name) == name_key(label.text)


def rate_of(label: str) -> str | None:
    """What a header's prices are per: "$/hr", "Cost per 1M tokens".

    >>> rate_of("$/hr"), rate_of("**$ / M tokens**"), rate_of("Price per image"), rate_of("Price"), rate_of("tokens/$")
    ('hour', 'million', 'image', None, None)
    """
    sign = SUM.search(label)
    per = PER.match(label, sign.end()) if sign else None
    return per_what(per["what"]) if per else None


def of_corner(at: Place, corner: Label) -> bool:
    """Whether a cell stands below or beside a name, and its other label only says of which part or in which setting it is.

    Below a caption a header may be of anything, unless it names whose the column is.
    """
    first = at.labels[0]
    if not at.column or first is None or first.measured:
        return False
    other = first if at.header.subjects else at.header
    named = at.header.subjects or first.subjects
    told = other.silent or bool(other.conditions or other.flavour)
    return bool(named) and (told or (is_setting(other) and (corner is not at.caption or bool(at.header.subjects))))


def which_speed(places: list[tuple[Label, str]], quantity: Quantity, vocabulary: Vocabulary) -> tuple[Metric, str] | None:
    """Which speed a figure in tokens per second is, where a label says more than that unit: "Prompt eval" above "120 tok/s"."""
    said = [(label, why) for label, why in places[1:] if not UNIT_ALONE.fullmatch(label.text.strip(" *_`"))]
    for label, why in said:
        metric = generic_metric(label.text, vocabulary, quantity) if label.text else None
        if metric and metric.unit == "tokens_per_second" and fit_cell(quantity, metric, label.text):
            return metric, why
    return None


def of_plans(metric: Metric, quantity: Quantity, at: Place, frame: Frame, subjects: tuple[str, ...]) -> Metric | None:
    """The metric of a price, where nothing says that it is per token and the subject is no model: a plan's is one by the month."""
    labels = " ".join(label.text for label in (frame.headers[0], at.header, *at.row))
    if metric.unit not in ("usd_per_month", "usd_per_million_tokens") or quantity.per:
        return metric
    if ANNUAL.search(labels):
        return None
    if metric.unit == "usd_per_month" or any(frame.vocabulary.subjects[s].kind == "model" for s in subjects) or PER_TOKEN.search(labels):
        return metric
    return frame.vocabulary.role("price-monthly") if PLAN.search(labels) else None


def special(metric: Metric, general: Metric) -> bool:
    """Whether a metric's name goes on from that of another, or ends in it: "AIME 2025" beside a column "AIME score"."""
    name = metric.name.lower()
    names = [n.lower() for n in (general.name, *general.aliases)]
    return name.startswith(f"{names[0]} ") or any(name.endswith(f" {n}") for n in names)


def counted(header: Label) -> bool:
    """Whether a header only says, in brackets, how a score is counted: "Performance (WER)"."""
    outside = patterns.sub(r"\([^()]*\)", " ", header.text)
    return outside != header.text and Label(outside).silent and patterns.search(r"[^\W\d_]", outside) is not None


def fit_cell(quantity: Quantity, metric: Metric, label: str) -> Fit | None:
    """The quantity as a value of the metric; a bare number under a label that names the metric is in the metric's unit."""
    fitted = fit(quantity, metric)
    if fitted or quantity.dimension != "number" or quantity.scaled:
        return fitted
    if metric.unit == "tokens_per_second":
        return fit(replace(quantity, dimension="speed", unit=metric.unit), metric)
    if metric.unit == "usd_per_million_tokens" and PRICE.search(label):
        return fit(replace(quantity, dimension="money", unit="usd", per="million"), metric)
    if metric.unit == "ratio":
        return fit(replace(quantity, dimension="ratio", unit="ratio"), metric)
    if metric.unit == "percent":
        return fit(replace(quantity, dimension="percent", unit="percent"), metric)
    if metric.unit in MEASURES and metric.unit in f"{label} {metric.name}".lower():
        return fit(replace(quantity, dimension="time", unit=metric.unit), metric)
    return None


def by_unit(at: Place, quantity: Quantity, vocabulary: Vocabulary) -> Metric | None:
    """The standard metric that a figure's unit alone tells, whatever else the column is about: tokens per second, money per month."""
    labels = " ".join(label.text for label in (at.header, *at.row) if not label.subjects)
    if quantity.dimension == "money" and quantity.per == "million" and PER_MILLION.fullmatch(at.header.text.strip(" *_`")):
        return vocabulary.role("price")
    if quantity.dimension == "money" and quantity.per == "hour":
        return vocabulary.role("price-per-hour", "price-hourly")
    if quantity.dimension == "speed" and not NOT_OUTPUT.search(labels):
        return vocabulary.role("output-speed")
    if quantity.dimension == "money" and quantity.per == "month":
        return vocabulary.role("price-monthly")
    if quantity.dimension == "money" and quantity.per in ("second", "minute", "image"):
        return vocabulary.role(f"price-per-{quantity.per}")
    return None


def with_unit(quantity: Quantity, at: Place) -> Quantity:
    """A bare number with the unit that its header or row label gives."""
    labels = [label for label in (at.header, *at.row) if not label.aside and (label is at.header or not label.subjects)]
    labels += [at.caption] if at.caption and not any(label.measured for label in labels) else []
    if any(label.unit == "per_k" for label in labels) and quantity.dimension in ("money", "number") and not quantity.per:
        return replace(quantity, dimension="money", unit="usd", per="thousand")
    if quantity.dimension == "money" and not quantity.per:
        return replace(quantity, per=rate_of(at.header.text))
    if quantity.dimension != "number":
        return quantity
    if after := patterns.match(r"\s?(?P<s>s|secs?)?(?:[A-Za-z]+|\b)", at.scene.text[quantity.end :]):
        seconds = after["s"] and after.group().strip() == after["s"]
        return replace(quantity, end=quantity.end + after.end(), dimension="time", unit="seconds") if seconds else quantity
    for label in labels:
        unit = label.unit
        scale = SCALES.get(unit) or SCALES.get(unit.lower().rstrip("s"))
        if scale and not quantity.scaled:
            return replace(quantity, value=times(quantity.value, Decimal(10) ** scale), scaled=True)
        if unit == "percent":
            return replace(quantity, dimension="percent", unit="percent", year=False)
        if unit in ("money", "per"):
            return replace(quantity, dimension="money", unit="usd", per=rate_of(label.text) or ("million" if unit == "per" else None))
        if unit in MEASURES or patterns.fullmatch("[KMGT]i?B", unit):
            dimension, name, factor = dimension_of(unit)
            return replace(quantity, dimension=dimension, unit=name, value=times(quantity.value, factor), year=False)
        if unit == "tps":
            return replace(quantity, dimension="speed", unit="tokens_per_second")
    return quantity
