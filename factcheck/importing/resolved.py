"""A figure as data have it becomes one on a subject and metric of the ledger, or why it cannot."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from factcheck.dataclass import dataclass, replace
from factcheck.importing.figures import MAKER, Figure, Origin
from factcheck.importing.metric_names import measured
from factcheck.importing.names import Named, named
from factcheck.importing.scale import scaled
from factcheck.ledger.conditions import normalised
from factcheck.ledger.model import Ledger, Metric
from factcheck.ledger.spelling import simplified
from factcheck.ledger.weight import same_house
from factcheck.ledger.yaml_nodes import NUMBER
from factcheck.values import STATUSES, Dates, Range, Value, between, dates, number

MEASURED = ("score", "speed", "rank", "amount")  # who measured is part of what is claimed
MANY = 2


class Key(NamedTuple):
    """What two figures must share to be about the same."""

    subject: str
    metric: str
    conditions: tuple[tuple[str, str], ...]
    by: str | None
    until: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A figure with all that the ledger makes of it: its value and digits in the metric's unit, and what it is a figure of."""

    figure: Figure
    metric: Metric
    value: Value
    written: str | tuple[str, str]
    key: Key
    by: str | None


class Names:
    """The metrics of a ledger by all that they are called, and the families among its subjects. Case, spacing and hyphens do not matter."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.families = {s.family for s in ledger.subjects.values() if s.family and s.family != s.id}
        self._own: dict[str, list[Metric]] = {}
        self._aliases: dict[str, list[Metric]] = {}
        for metric in ledger.metrics.values():
            for name in {simplified(metric.id), simplified(metric.name)}:
                self._own.setdefault(name, []).append(metric)
            for name in {simplified(alias) for alias in metric.aliases}:
                self._aliases.setdefault(name, []).append(metric)

    def metric(self, name: str) -> Metric | str:
        """The metric of this id, name or alias, or why there is none."""
        if name in self.ledger.metrics:
            return self.ledger.metrics[name]
        wanted = simplified(name)
        found = self._own.get(wanted) or self._aliases.get(wanted) or []
        if len(found) > 1:
            return f"{name!r} may be {' or '.join(metric.id for metric in found)}"
        return found[0] if found else f"no metric {name!r} in the ledger"


def resolve(figure: Figure, origin: Origin, names: Names, builds: bool) -> Resolved | str:
    """What the ledger makes of a figure, or why it can make nothing of it. `builds`: see `names.named`."""
    ledger = names.ledger
    found = _subject(figure, ledger, builds)
    if isinstance(found, str):
        return found
    if found.subject in names.families:
        return "a name for several models"
    told = measured(figure.metric, names.metric)
    if isinstance(told, str):
        return told
    metric, settings = told
    figure = replace(figure, conditions={**settings, **figure.conditions})
    written = scaled(figure.value, figure.unit, metric)
    value = value_of(written, metric) if written is not None else None
    by = _by(figure, found.subject, metric, origin, ledger)
    if why := _refusal(figure, found, by, ledger):
        return why
    if written is None and figure.unit == "unsaid":
        return "a fraction or a percentage, the data do not tell"
    if value is None or written is None:
        return "a value that the metric cannot have"
    if metric.moves:
        figure = vouched(figure, origin)
    conditions = normalised({**found.conditions, **figure.conditions})
    key = Key(found.subject, metric.id, tuple(conditions.items()), by if metric.kind in MEASURED else None, figure.until)
    return Resolved(figure, metric, value, written, key, by)


def vouched(figure: Figure, origin: Origin) -> Figure:
    """A figure that moves from day to day, which holds for a month from the day it is of."""
    day = figure.as_of or origin.published
    return replace(figure, as_of=day, until=figure.until or month_after(dates(day).first).isoformat())


def month_after(day: date) -> date:
    """The same day of the next month, or its last.

    >>> str(month_after(date(2026, 12, 31))), str(month_after(date(2026, 1, 30)))
    ('2027-01-31', '2026-02-28')
    """
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _refusal(figure: Figure, found: Named, by: str | None, ledger: Ledger) -> str:
    """Why a figure on a known subject is none of it, empty if it is."""
    if by is None and figure.page:
        return f"whose figure it is cannot be told ({host_of(figure.page)})"
    if by is None and figure.by:
        return f"{figure.by!r} is nobody in the ledger"
    if figure.seller and not same_house(_seller(figure.seller, ledger), found.subject, ledger):
        return "offered by another than its maker"
    if _clash(found.conditions, figure.conditions):
        return "settings that contradict each other"
    return ""


def _clash(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    return any(a[key] != b[key] for key in a.keys() & b.keys())


def _subject(figure: Figure, ledger: Ledger, builds: bool) -> Named | str:
    found = named(figure.subject, ledger, builds)
    other = named(figure.also, ledger, builds) if figure.also and isinstance(found, str) else found
    return found if isinstance(other, str) else other


def _by(figure: Figure, subject: str, metric: Metric, origin: Origin, ledger: Ledger) -> str | None:
    """Who says so: whose page it was taken from, who is said to; else of what is measured who published the data, of plain facts the
    model's maker. None if the ledger does not know."""
    if figure.page:
        return ledger.owner_of(figure.page)
    if figure.by == MAKER or (not figure.by and metric.kind not in MEASURED):
        return ledger.subjects[subject].maker
    return ledger.named(figure.by or origin.publisher)


def _seller(name: str, ledger: Ledger) -> str | None:
    """Who sells, by name or by a key that begins with it ("cohere_chat")."""
    return ledger.named(name) or ledger.named(re.split(r"[_-]", name, maxsplit=1)[0])


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    return urlsplit(url).netloc.removeprefix("www.") or url


def value_of(written: str | tuple[str, str], metric: Metric) -> Value | None:
    """A value in the metric's unit, None if it can have no such value."""
    ends = [written] if isinstance(written, str) else list(written)
    if metric.kind == "availability":
        return next((word for word in STATUSES if word == written), None)
    try:
        if metric.kind == "date":
            days: list[Dates] = [dates(end) for end in ends]
            return days[0] if len(days) == 1 else between(*days)
        if not all(NUMBER.fullmatch(end) for end in ends):
            return None
        numbers = [number(end) for end in ends]
    except ValueError:
        return None
    if metric.range and not all(metric.range[0] <= end.value <= metric.range[1] for end in numbers):
        return None
    return numbers[0] if len(numbers) < MANY else Range(*numbers)
