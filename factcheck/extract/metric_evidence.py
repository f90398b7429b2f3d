"""Which metric a quantity is a value of: candidates with weights, from the words between and from what the passage is about.

    80.2% on M          q on M      8.0
    M: 80.2             M: q        8.0
    M of 80.2           M of q      7.5
    80.2% M             q M         7.5 and more
    M ... 80.2          M before q  3.8 to 5.5, less what stands between
    80.2 ... M          M after q   below 4
    (named before)      the weight that the passage gives

Kinds, units and ranges rule out; a cue ("128K context") speaks of quantities of its dimension only.
"""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.amounts import worded
from factcheck.extract.forms.fitting import COUNTS, Fit, fit, in_currency, low, raised
from factcheck.extract.forms.size_forms import size_beside_a_model
from factcheck.extract.forms.window_forms import window_in_brackets
from factcheck.extract.forms.wordings import in_its_unit
from factcheck.extract.metric_relation import metric_relation, others
from factcheck.extract.metric_rivals import Candidate, is_named, without_rivals
from factcheck.extract.metric_vetoes import (
    PER_OTHER,
    counted_in_millions,
    describes,
    ends_a_name,
    numbered,
    of_its_own,
    per_time,
    raised_forecast,
    without_unit,
)
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import LABEL, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.own_measures import SAME, on_test, own_measure
from factcheck.extract.refusals import SHARE, counts_something
from factcheck.extract.repeats import repeated
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

BORROWED = ("score", "tokens", "price", "speed")  # kinds that a sentence may take over from the one before
LEAD_IN = compile_re(r"\b(?:lead|gap|margin|advantage|edge|difference)s? (?:over|between|to|with|on) [^.;,:]{1,50} in (?:the |its )?$")
FEW = 7  # words
THIS = compile_re(r"\b(?:[Tt]his|[Tt]hat|which|what|[Ii]n|same|other|no) $")


def metric_choices(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """Candidate metrics of a quantity with their weights, those that its unit or range rules out left away."""
    named = [m for m in sentence.metrics if not describes(sentence, m) and not apart_in(sentence, m)]
    out = [c for mark in named if (c := candidate(sentence, quantity, mark))]
    parts = {c[0].id for c in out if any(within(c, other) for other in out)}
    out = [c for c in [*out, *worded(sentence, quantity)] if c[0].id not in parts]
    if (beside := size_beside_a_model(sentence, quantity) or window_in_brackets(sentence, quantity)) and beside.metric:
        out.append((Choice(beside.metric.id, 6.8, beside.rule), beside.metric, Fit(quantity.value, 0.3)))
    if ends_a_name(sentence, quantity):
        out = [c for c in out if c[1].unit != "count"]
    if raised_forecast(sentence, quantity):
        out = [c for c in out if not raised(c[1])]
    out = without_rivals(out, quantity) or common(sentence, quantity)
    strong = [c for c in out if is_named(c)]
    if not strong and not counts_something(sentence, quantity) and not own_measure(sentence, quantity.start):
        out += borrowed(sentence, quantity)
    return out or list(repeated(sentence, quantity))


def within(one: Candidate, other: Candidate) -> bool:
    """Whether a metric is named by a part of what names another: "revenue" in "annual recurring revenue"."""
    a, b = one[0].mark, other[0].mark
    return bool(a and b and one[0].id != other[0].id and b.start <= a.start and a.end <= b.end and b.end - b.start > a.end - a.start)


def common(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """The metric that a common word names further off, where the unit says that it is of such a kind: "its latency, 350 ms, is low"."""
    found = []
    for mark in sentence.metrics:
        metric = sentence.vocabulary.metrics.get(mark.id or "") if mark.weak else None
        fitted = fit(quantity, metric) if metric and (metric.kind in ("speed", "tokens") or metric.unit == "bytes") else None
        between = sentence.between(quantity, mark)
        near = len(between.words) <= FEW and between.whole and not between.figures
        if metric and fitted and fitted.weight >= 0.8 and near and not THIS.search(sentence.scene.text, sentence.start, mark.start):
            found.append((Choice(metric.id, 5.0 - 0.1 * len(between.words), "common M", mark), metric, fitted))
    return found if len({metric.id for _, metric, _ in found}) == 1 else []


def apart_in(sentence: Sentence, mark: MetricMark) -> bool:
    """Whether a metric only says in what one is ahead of another: "its lead over T in weekly users grew to q"."""
    return LEAD_IN.search(sentence.scene.text, sentence.start, mark.start) is not None


def candidate(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> Candidate | None:
    """A mention of a metric as a candidate; an unknown one only where it stands beside a figure that could be a score."""
    if mark.id is None and mark.common:
        return None  # of several metrics of the ledger; a benchmark that it lacks is written large
    if mark.id is None:
        relation = metric_relation(sentence, quantity, mark)
        if not relation or relation[0] < 6.5 or quantity.dimension not in ("percent", "number", "points"):
            return None
        return Choice(None, *relation, mark), Metric("", mark.text, "score", "percent"), Fit(quantity.value, 0)
    metric = in_currency(sentence.vocabulary.metrics, quantity, sentence.vocabulary.metrics[mark.id])
    fitted = fit(quantity, metric)
    if not fitted or (mark.cue and (quantity.dimension not in mark.cue.dimensions or (mark.cue.per and quantity.per not in mark.cue.per))):
        return None
    per_tokens = metric.unit == "usd_per_million_tokens"
    if per_tokens and mark.weak and PER_OTHER.match(sentence.scene.text, mark.end):
        return None
    if per_tokens and not quantity.per and (PER_OTHER.match(sentence.scene.text, quantity.outer_end) or per_time(sentence, quantity)):
        return None
    relation = metric_relation(sentence, quantity, mark)
    counted = not in_its_unit(sentence.scene.text, quantity.outer_end, metric) and counts_something(sentence, quantity)
    if not relation or (counted and not counts(quantity, mark, relation[1], metric)):
        return None
    if metric.unit in COUNTS and relation[1] == "M before q" and counted_in_millions(sentence, quantity, mark):
        return None
    surer = 0.5 if quantity.dimension == "number" and in_its_unit(sentence.scene.text, quantity.outer_end, metric) else 0
    return Choice(metric.id, relation[0] + surer, relation[1], mark), metric, fitted


def counts(quantity: Quantity, mark: MetricMark, rule: str, metric: Metric) -> bool:
    """Whether a mention says what a number counts: it stands right behind it, or before a colon."""
    beside = mark.cue is not None and 0 <= mark.start - quantity.outer_end <= 1
    return beside or rule in ("q M", "a q M") or (rule == "M: q" and metric.unit != "count")


def borrowed(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """Metrics that the passage is about."""
    out: list[Candidate] = []
    if quantity.dimension == "number" and not quantity.scaled and numbered(sentence, quantity):
        return out
    if not quantity.per and any(q.per and q.dimension == quantity.dimension for q in sentence.quantities):
        return out  # "$0.27 per million, against $5"
    if without_unit(sentence, quantity):
        return out
    latest = sentence.around.latest
    if latest and SAME.search(sentence.scene.text, sentence.start, sentence.end):
        metric = sentence.vocabulary.metrics[latest]
        fitted = fit(quantity, metric)
        return [(Choice(latest, 5.0, "the same as before"), metric, fitted)] if fitted else out
    shares = [q for q in sentence.quantities if q is not quantity and q.dimension == quantity.dimension == "percent"]
    if any(SHARE.match(sentence.scene.text, q.outer_end) for q in shares):
        return out  # "46% of the time; T only 38%"
    small = quantity.dimension == "number" and float(low(quantity.value)) in range(10)
    test = on_test(sentence, quantity)
    for choice in sentence.around.metrics:
        metric = sentence.vocabulary.metrics[choice.id or ""]
        if test and test.lower() not in metric.name.lower().split():
            continue
        fitted = fit(quantity, metric)
        far = choice.rule == "paragraph before"  # from there, a bare number is no percentage, and one of a noun its own
        if small and metric.unit == "percent":
            continue
        if choice.rule == "item before" and of_its_own(sentence, quantity):
            continue
        if far and (
            others(sentence, replace(quantity, dimension="number")) or (metric.kind == "score" and tested_before(sentence, quantity))
        ):
            continue
        if (
            fitted
            and (metric.kind in BORROWED or metric.unit == "bytes" or choice.rule == LABEL or sentence.around.asked)
            and fitted.weight >= 0.1 * far
            and not quantity.words
        ):
            out.append((choice, metric, fitted))
    return out


def tested_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence names a benchmark of its own before a figure, be it one whose figures are others."""
    metrics = sentence.vocabulary.metrics
    named = (m for m in sentence.metrics if m.id and m.cue is None and not m.weak and m.end <= quantity.start)
    return any(metrics[m.id or ""].kind == "score" for m in named)
