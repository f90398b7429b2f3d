"""Several figures for one metric of one subject: what tells them apart, and where nothing does, so that none is believed."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extract.quantity import Quantity
from factcheck.extract.sentence import Attached
from factcheck.extract.size_forms import ON_OFFER
from factcheck.ledger.model import Metric

Figures = list[tuple[Attached, dict[str, str]]]

FROM_TO = re.compile(r"\b(?:from|to|up|down|or|previous(?:ly)?|prior|earlier|former(?:ly)?)\b|→|->", re.IGNORECASE)
# Between members of a list: what is listed is several things, not one of two versions.
LISTED = re.compile(r"[*\s]*(?:,|/|&|\band\b|, ?and\b)[*\s]*(?:an? )?", re.IGNORECASE)
LABEL = re.compile(r"[*\s]*\((?P<label>[a-z]+(?:[ -][a-z]+){0,2})\)")
HEDGED = re.compile(r"\b(?:est|estimated?|approx\w*|roughly|about|reported\w*|claimed|rumou?red|average|typical)\b")


def told_apart(figures: Figures, text: str) -> Figures:
    """The figures with the label that stands in brackets behind each of several: "200K (standard), 1M (beta)"."""
    return [(one, {**said, **label(one, figures, text)}) for one, said in figures]


def label(one: Attached, figures: Figures, text: str) -> dict[str, str]:
    """The variant that the brackets behind a figure name, where the sentence has another figure for the same place."""
    found = LABEL.match(text, one.quantity.outer_end)
    rivals = any(same_place(one, other) and other.fit.value != one.fit.value for other, _ in figures)
    return {"variant": found["label"]} if found and rivals and not HEDGED.search(found["label"]) else {}


def same_place(one: Attached, other: Attached) -> bool:
    """Whether two figures are of the same metric and subjects."""
    return other.metric.id == one.metric.id and {s.id for s in other.subjects} == {s.id for s in one.subjects}


def at_odds(one: Attached, said: dict[str, str], figures: Figures, text: str, metric: Metric | None) -> bool:
    """Whether another figure of the sentence claims the same place with no less right: then neither is believed."""
    if one.metric.rule == ON_OFFER:
        return False
    for other, conditions in figures:
        if other is one or not same_place(one, other) or conditions != said or other.fit.value == one.fit.value:
            continue
        if other.weight < one.weight - 1.5:
            continue
        first, second = sorted((one.quantity, other.quantity), key=lambda q: q.start)
        if metric and metric.kind in ("size", "tokens") and listed(first, second, text):
            continue
        if not FROM_TO.search(text[max(0, first.outer_start - 12) : second.outer_start]):
            return True
    return False


def listed(first: Quantity, second: Quantity, text: str) -> bool:
    """Whether two figures are neighbours in a list: "8K and 32K context"."""
    return LISTED.fullmatch(text, first.outer_end, second.outer_start) is not None


def alike(first: Quantity, second: Quantity, text: str) -> Quantity | None:
    """The first of two neighbours in a list as a quantity of the second's dimension: "8K and 32K tokens"."""
    if first.dimension != "number" or not first.scaled or not second.scaled or not listed(first, second, text):
        return None
    return replace(first, dimension=second.dimension, unit=second.unit)
