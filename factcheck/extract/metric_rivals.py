"""Candidates for the metric of a figure that others leave behind, and the one that has no rival."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import COUNTS, Fit
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Choice
from factcheck.extract.numbers.quantity import Quantity
from factcheck.ledger.model import Metric

Candidate = tuple[Choice, Metric, Fit]
ONLY = 4.6  # of the only metric that a sentence names
NAMED = 5.0  # of a metric by whose name a unit means it


def without_rivals(found: list[Candidate], quantity: Quantity) -> list[Candidate]:
    """The candidates but for those that a better name rules out; the only one that a sentence names is surer."""
    out = found
    if any(is_score(c, common=False) and c[0].rule in ("q M", "a q M", "q of a measure on M") for c in out):
        out = [c for c in out if not is_score(c, common=True)]  # "leads in coding with 49% on M": what M is about
    units = {c[1].unit for c in out if is_named(c) and not in_unit(c, quantity) and c[0].weight >= NAMED and c[1].kind == "speed"}
    out = [c for c in out if not (c[1].unit in units and in_unit(c, quantity))]  # "the prefill speed is 900 tok/s"
    if any(c[1].unit == "parameters" and c[0].mark for c in out):
        out = [c for c in out if c[0].rule != "size in a sentence on sizes"]  # "as for active parameters, S has 17B"
    if quantity.dimension == "money" and any(c[0].rule in ("q M", "a q M") and c[0].mark for c in out):
        out = [c for c in out if c[0].rule != "M of q"]  # "$3 million in M — hitting $5 million N"
    strong = [c for c in out if is_named(c)]
    return [only(c) if c in strong else c for c in out] if len({choice.id for choice, _, _ in strong}) == 1 else out


def is_named(candidate: Candidate) -> bool:
    """Whether a candidate is named in the sentence, by more than a common word."""
    mark = candidate[0].mark
    return isinstance(mark, MetricMark) and not mark.weak and mark.cue is None


def in_unit(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a candidate's name is nothing but the unit of the figure: "tok/s"."""
    mark = candidate[0].mark
    return isinstance(mark, MetricMark) and mark.start < quantity.outer_end and quantity.outer_start < mark.end


def is_score(candidate: Candidate, *, common: bool) -> bool:
    """Whether a candidate is a score named in the sentence, by a common word or phrase or by a name of its own."""
    mark = candidate[0].mark
    return candidate[1].kind == "score" and isinstance(mark, MetricMark) and mark.cue is None and mark.common is common


def only(found: Candidate) -> Candidate:
    """A candidate that has no rival in its sentence."""
    choice, metric, fitted = found
    lone = choice.weight < ONLY and metric.unit not in COUNTS  # a number is a count of what stands beside it
    return (replace(choice, weight=ONLY, rule="only M of the sentence"), metric, fitted) if lone else found
