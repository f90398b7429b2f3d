"""Figures that only say another one again, right beside it: in digits, exactly or rounded, in another currency."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit, low
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

AGAIN = compile_re(r"[*]*(?: (?:tokens|parameters|params))?[*]* \([~*$]*")  # "32 billion (32B)"
CLOSED = compile_re(r"(?:[ -](?:tokens|parameters|params))?[*]*\)")
WRITTEN_AGAIN = "written again"  # the rule of a rounded or exact value beside the other
ROUNDED = {"tokens": 0.05, "parameters": 0.3}  # how far a rounded number may be from the exact one: 128K and 131,072, 1B and 1.23B
BRACKET = compile_re(r"[*_]* ?\((?:about |around |roughly |approximately |or |US)*~?")


def again(sentence: Sentence, quantity: Quantity, other: Attached) -> Attached | None:
    """A figure in brackets, or right before them, as the other one written again: "32 billion (32B)", "131,072 (128K)", "1B (1.23B)"."""
    text, metric = sentence.scene.text, sentence.vocabulary.metrics.get(other.metric.id or "")
    first, second = sorted((other.quantity, quantity), key=lambda q: q.start)
    if not AGAIN.fullmatch(text, first.end, second.start):
        return None
    quantity = replace(quantity, op=other.quantity.op)
    if first.value == second.value:
        return replace(other, quantity=quantity)
    apart = ROUNDED.get(metric.unit, 0) if metric and CLOSED.match(text, second.end) and quantity.scaled | other.quantity.scaled else 0
    fitted = fit(quantity, metric) if metric and abs(low(second.value) / low(first.value) - 1) < apart else None
    return replace(other, quantity=quantity, metric=replace(other.metric, rule=WRITTEN_AGAIN), fit=fitted) if fitted else None


def converted(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A sum in brackets as the one before them in another currency: "€385 million ($428 million)"."""
    gap = sentence.scene.text[before.quantity.outer_end : quantity.outer_start]
    other = before.quantity.dimension == "money" and before.quantity.unit != quantity.unit
    if not other or not BRACKET.fullmatch(gap) or before.metric.id is None:
        return None
    base = before.metric.id.removesuffix(f"-{before.quantity.unit}")
    metric = sentence.vocabulary.metrics.get(base if quantity.unit == "usd" else f"{base}-{quantity.unit}")
    fitted = fit(quantity, metric) if metric else None
    return replace(before, quantity=quantity, metric=replace(before.metric, id=metric.id), fit=fitted) if metric and fitted else None
