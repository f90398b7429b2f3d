"""Which quantity can be a value of which metric: kinds, units and ranges prune most wrong readings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.numbers.quantity import Quantity, times
from factcheck.ledger.model import Metric, Subject
from factcheck.patterns import compile_re
from factcheck.values import Number, Range

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}
MONTHS = {"months": 1, "years": 12}
PERIODS = {
    "minute": r"minute",
    "hour": r"hour",
    "day": r"day|daily",
    "week": r"week",
    "month": r"month",
    "year": r"year|annual",
    "second": r"second",
}
DEAREST, DEAREST_BARE = 5000, 600  # dollars for a million tokens, said and unsaid
CURRENCIES = ("-eur", "-gbp", "-cny")  # how the ids of metrics end whose money is not in dollars
BUSINESS = compile_re(r"\b(?:revenue|sales|profit|income|stock|shares|employees|staff|headcount|founders|offices)\b", re.IGNORECASE)
INVESTED = compile_re(r"\b(?:funding|valuation)\b", re.IGNORECASE)
# Sums that only companies deal in: a few dollars are none of them.
LARGE = compile_re(r"\b(?:funding|raised|valuation|revenue|acqui\w+|market value|capital expenditure)\b", re.IGNORECASE)
RATE = compile_re(r"\b(?:(?:per|an?) (?:second|minute|hour|day|week|month|year)|daily|weekly|monthly|rate limits?)\b", re.IGNORECASE)
FEWEST = 1_000_000  # tokens that something can have been trained on
LEAST_SPOKEN = 1e9  # parameters in words, without saying so: "activates ten billion"
LEAST = 1000  # dollars
COUNTS = ("count", "people", "experts", "times")
WINDOWS = ("context-window", "max-output")
LONGEST = 1_000_000_000  # tokens of a window; "8B" beside a model is its size


@dataclass(frozen=True, slots=True)
class Fit:
    """A quantity as a value of a metric, in the metric's unit. `weight` says how telling the unit is: 0 for a bare number."""

    value: Number | Range
    weight: float


def fit(quantity: Quantity, metric: Metric) -> Fit | None:
    """The quantity as a value of the metric, None where it cannot be one."""
    found = by_unit(quantity, metric)
    if found and metric.range and not inside(found.value, metric.range):
        return None
    return found


def by_unit(quantity: Quantity, metric: Metric) -> Fit | None:
    kind, unit, dimension = metric.kind, metric.unit, quantity.dimension
    value = quantity.value
    bare = dimension == "number" and not quantity.signed and not (quantity.words and low(value) % 1 and low(value) < 1000)
    if kind in ("date", "availability", "rank"):
        return None
    if unit == "percent":
        if dimension == "percent":
            return Fit(value, 1.5)
        return Fit(value, 0) if kind == "score" and (bare or dimension == "points") and not quantity.scaled and not quantity.words else None
    if unit == "points":
        if dimension == "percent":
            return Fit(value, -1) if metric.range == (0, 100) else None
        counted = dimension == "number" and quantity.words and low(value) < 13  # "one Index task"
        return (
            Fit(value, 1.5 if dimension == "points" else 0.2)
            if dimension in ("points", "number") and not quantity.scaled and not counted
            else None
        )
    if unit == "elo":
        return (
            Fit(value, 2 if dimension == "elo" else 0.5)
            if dimension in ("elo", "points", "number") and not quantity.scaled and not quantity.signed
            else None
        )
    if unit == "tokens" and metric.id in WINDOWS and low(value) > LONGEST:
        return None
    if metric.id == "training-tokens" and low(value) < FEWEST:
        return None  # "trains at 32,768 tokens" is how long its inputs are
    if unit == "tokens":
        if quantity.per and not patterns.search(
            PERIODS.get(quantity.per, quantity.per), " ".join((metric.name, *metric.aliases)), re.IGNORECASE
        ):
            return None
        if dimension == "tokens":
            return Fit(value, 3 if quantity.per else 2)
        year = quantity.year and low(value) != 2048
        return Fit(value, 0.2) if bare and (quantity.scaled or low(value) >= 1000) and not quantity.words and not year else None
    if unit == "usd_per_million_tokens":
        if dimension != "money" or quantity.unit != "usd" or quantity.per not in (None, "million", "thousand", "token"):
            return None
        factor = {"thousand": 1000, "token": 1_000_000}.get(quantity.per or "", 1)
        most = DEAREST if quantity.per else DEAREST_BARE
        return None if quantity.scaled or low(value) * factor > most else Fit(times(value, Decimal(factor)), 2 if quantity.per else 0.5)
    if unit == "usd_per_month":
        return (
            Fit(value, 2 if quantity.per == "month" else 0)
            if not quantity.scaled and dimension == "money" and quantity.unit == "usd" and quantity.per in (None, "month")
            else None
        )
    if unit == "usd" and kind == "amount" and not quantity.scaled and low(value) < LEAST and LARGE.search(metric.name):
        return None
    if unit.startswith("usd"):
        return (
            Fit(value, 1 if not quantity.per else -0.5)
            if dimension == "money" and quantity.unit == "usd" and quantity.per not in ("million", "month")
            else None
        )
    if unit == "parameters":
        if dimension == "parameters":
            return Fit(value, 2)
        return Fit(value, 0.3) if bare and quantity.scaled and (not quantity.words or low(value) >= LEAST_SPOKEN) else None
    if unit == "tokens_per_second":
        return Fit(value, 2) if dimension == "speed" else None
    if unit == "flops" and dimension == "flops":
        return Fit(value, 2)
    if unit == "flops":
        return Fit(value, 1) if bare and low(value) >= 1e15 else None
    if unit == "bytes":
        fits = quantity.per == "second" if kind == "speed" else quantity.per is None or "second" in metric.name
        return Fit(value, 2) if dimension == "bytes" and fits else None
    if unit == "ratio" and bare and "factor" in metric.name.split():
        return Fit(value, 0)
    if unit == "ratio":
        return Fit(value, 1) if dimension == "ratio" else None
    for units in (SECONDS, MONTHS):
        if unit in units:
            if bare and any(name.endswith(f" {unit}") for name in (metric.name, *metric.aliases)):
                return Fit(value, 0)  # "2 million GPU hours"
            if dimension != "time" or quantity.unit not in units:
                return None
            return Fit(times(value, Decimal(units[quantity.unit]) / Decimal(units[unit])), 1.5 if quantity.unit == unit else 0.8)
    if dimension == "pixels":
        return Fit(value, 2) if unit == "count" and quantity.unit in metric.name.split() else None
    if dimension == "tokens" and unit == "count":
        return Fit(value, 0.5) if "vocabulary" in metric.name.split() else None
    if unit in COUNTS and quantity.per in PERIODS and in_other_time(metric, quantity.per):
        return None
    if unit in COUNTS:
        if metric.id.endswith(CURRENCIES):
            return Fit(value, 2) if dimension == "money" and metric.id.endswith(quantity.unit) else None
        return Fit(value, -1.5 if quantity.words and low(value) < 13 else 0) if bare else None  # "two users complained"
    return None


def in_other_time(metric: Metric, period: str) -> bool:
    """Whether a metric's names say in which time it counts, and none of them in this one."""
    said = {p for p, form in PERIODS.items() for name in (metric.name, *metric.aliases) if patterns.search(form, name, re.IGNORECASE)}
    return bool(said) and period not in said


def in_currency(metrics: Mapping[str, Metric], quantity: Quantity, metric: Metric) -> Metric:
    """The metric for the quantity's own currency, where the ledger has one: "funding-eur" beside "funding"."""
    if quantity.dimension != "money" or quantity.unit == "usd":
        return metric
    return metrics.get(f"{metric.id}-{quantity.unit}", metric)


def low(value: Number | Range) -> Decimal:
    return value.low.value if isinstance(value, Range) else value.value


def inside(value: Number | Range, limits: tuple[float, float]) -> bool:
    """Whether a value is possible at all, with a hair's breadth for rounding."""
    least, most = (value.low.value, value.high.value) if isinstance(value, Range) else (value.value, value.value)
    return Decimal(str(limits[0])) <= least and most <= Decimal(str(limits[1]))


def of_company(metric: Metric) -> bool:
    """Whether a metric is money that companies raise, earn and spend, or what follows from it, and no product of theirs."""
    return metric.kind == "amount" and (metric.unit == "usd" or metric.id.endswith(CURRENCIES) or bool(BUSINESS.search(metric.name)))


def is_rate(metric: Metric) -> bool:
    """Whether a metric is tokens in a time, which services count and allow."""
    return metric.kind == "tokens" and RATE.search(metric.name) is not None


def raised(metric: Metric) -> bool:
    """Whether a metric is money that investors give to companies, or what they hold them to be worth."""
    return metric.kind == "amount" and INVESTED.search(metric.name) is not None


def fits_subject(metric: Metric, subject: Subject) -> float:
    """How well a subject goes with a metric: 0 as a matter of course, below it the less likely.

    >>> largest = Metric("max-model-size", "largest model that runs", "size", "parameters")
    >>> fits_subject(largest, Subject("tern", "Tern", "model")), fits_subject(largest, Subject("box", "Box", "product"))
    (-6.0, -0.7)
    """
    if metric.id == "max-model-size" and subject.kind == "model":
        return -6.0  # what runs models is none
    if metric.kind == "size" and metric.unit == "bytes":
        return {"model": 0.0, "product": -4.0, "person": -6.0, "organisation": -6.0, "benchmark": -4.0}[subject.kind]
    if metric.kind == "speed" and "capacity" in metric.name.split():
        return {"model": 0.0, "product": 0.0, "person": -5.0, "organisation": 0.0, "benchmark": -4.0}[subject.kind]
    if is_rate(metric):  # what goes through a service
        return {"model": 0.0, "product": 0.0, "person": -6.0, "organisation": 0.0, "benchmark": -4.0}[subject.kind]
    if metric.kind in ("score", "tokens", "size", "speed") or metric.unit == "usd_per_million_tokens":
        return {
            "model": 0.0,
            "product": -0.7,
            "person": -2.5 if metric.kind in ("score", "speed") else -6.0,
            "organisation": -6.0,
            "benchmark": -4.0,
        }[subject.kind]
    if metric.unit in ("bytes", "flops"):
        return {"model": 0.0, "product": 0.0, "person": -5.0, "organisation": -2.5, "benchmark": -4.0}[subject.kind]
    if metric.kind == "date":
        return {"model": 0.0, "product": 0.0, "person": -5.0, "organisation": -3.0, "benchmark": -1.0}[subject.kind]
    if metric.unit == "usd_per_month":  # a plan of a product
        return {"model": -3.4, "product": 0.0, "person": -5.0, "organisation": -1.0, "benchmark": -4.0}[subject.kind]
    if metric.id == "unit-price":  # of a thing that one can buy
        return {"model": -4.0, "product": 0.0, "person": -5.0, "organisation": -4.0, "benchmark": -4.0}[subject.kind]
    if metric.kind == "price":
        return {"model": 0.0, "product": 0.0, "person": -5.0, "organisation": -2.0, "benchmark": -3.0}[subject.kind]
    if metric.kind in ("rank", "availability"):
        return {"model": 0.0, "product": 0.0, "person": -2.0, "organisation": -2.5, "benchmark": -3.0}[subject.kind]
    if of_company(metric):
        person = -4.0 if raised(metric) else -1.5
        return {"model": -4.0, "product": -0.7, "person": person, "organisation": 0.0, "benchmark": -4.0}[subject.kind]
    person = -4.0 if metric.unit in ("count", "people") else -1.0  # who tells how many there are
    return {"model": 0.0, "product": 0.0, "person": person, "organisation": 0.0, "benchmark": -2.0}[subject.kind]
