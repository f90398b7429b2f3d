"""Figures held against a ledger: which are new, which have changed, which it has, and which are left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from factcheck.importing.figures import MAKER, Figure, Origin, Proposed, Row, Skipped
from factcheck.importing.names import Named, named
from factcheck.importing.scale import scaled
from factcheck.ledger.conditions import normalised
from factcheck.ledger.model import CHANGING, Claim, Ledger, Metric, Subject
from factcheck.ledger.records import end_of
from factcheck.ledger.rendering import Fields, Plain
from factcheck.ledger.spelling import id_of, simplified
from factcheck.ledger.weight import credited, same_house
from factcheck.ledger.yaml_nodes import NUMBER, Digits
from factcheck.values import STATUSES, Dates, Number, Range, Value, between, dates, number

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
class New:
    """A claim to be added, and the claim of an earlier import that it takes the place of."""

    subject: str
    fields: Fields
    replaces: Claim | None = None
    ended: Fields = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What an import comes to."""

    origin: Origin
    added: list[New] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    unchanged: int = 0
    metrics: dict[str, str] = field(default_factory=dict)  # id by the name that the data have for it, where that is another

    @property
    def new(self) -> int:
        return sum(one.replaces is None for one in self.added)

    @property
    def changed(self) -> int:
        return len(self.added) - self.new


def plan(rows: Sequence[Row], origin: Origin, ledger: Ledger, *, dated: bool = False, new_subjects: bool = False) -> Plan:
    """What to do with each figure.

    A claim that a person wrote is never replaced: a figure that differs from it is left out. With `new_subjects` those that the
    data propose and the ledger lacks are entered, if it knows their maker. `dated`: see `names.named`.
    """
    made = Plan(origin)
    seen: dict[Key, Value] = {}
    if new_subjects:
        ledger = _with_subjects([row for row in rows if isinstance(row, Proposed)], made, ledger)
    for row in rows:
        if isinstance(row, Skipped):
            made.skipped.append(row)
        elif isinstance(row, Figure):
            _figure(row, made, seen, ledger, dated)
    return made


def _with_subjects(proposed: Iterable[Proposed], made: Plan, ledger: Ledger) -> Ledger:
    """The ledger with the proposed subjects that it lacks, which are noted in the plan."""
    added: dict[str, Subject] = {}
    known = {simplified(name) for subject in ledger.subjects.values() for name in (subject.id, subject.name, *subject.aliases)}
    for one in proposed:
        id_, maker = id_of(one.name), ledger.named(one.maker)
        if simplified(one.name) in known or simplified(id_) in known:
            continue
        if not maker or ledger.subjects[maker].kind != "organisation":
            made.skipped.append(Skipped(one.name, one.place, f"the ledger does not know its maker ({one.maker or 'unnamed'})"))
            continue
        aliases = tuple(alias for alias in one.aliases if simplified(alias) not in known | {simplified(one.name)})
        added[id_] = Subject(id_, one.name, "model", maker, aliases, None, dates(one.released) if one.released else None)
        known |= {simplified(name) for name in (id_, one.name, *aliases)}
    made.subjects += added.values()
    return replace(ledger, subjects={**ledger.subjects, **added})


def metric_named(name: str, ledger: Ledger) -> Metric | str:
    """The metric of this id, name or alias, or why there is none. Case, spacing and hyphens do not matter."""
    if name in ledger.metrics:
        return ledger.metrics[name]
    wanted = simplified(name)
    for names in (lambda metric: (metric.id, metric.name), lambda metric: metric.aliases):
        found = [metric for metric in ledger.metrics.values() if wanted in map(simplified, names(metric))]
        if len(found) > 1:
            return f"{name!r} may be {' or '.join(metric.id for metric in found)}"
        if found:
            return found[0]
    return f"no metric {name!r} in the ledger"


def _subject(figure: Figure, ledger: Ledger, dated: bool) -> Named | str:
    found = named(figure.subject, ledger, dated)
    other = named(figure.also, ledger, dated) if figure.also and isinstance(found, str) else found
    return found if isinstance(other, str) else other


def _by(figure: Figure, subject: str, origin: Origin, ledger: Ledger) -> str | None:
    """Who measured: whose page it was taken from, who is said to have, or who published the data; None if the ledger does not know."""
    if figure.page:
        return ledger.owner_of(figure.page)
    return ledger.subjects[subject].maker if figure.by == MAKER else ledger.named(figure.by or origin.publisher)


def _seller(name: str, ledger: Ledger) -> str | None:
    """Who sells, by name or by a key that begins with it ("cohere_chat")."""
    return ledger.named(name) or ledger.named(re.split(r"[_-]", name, maxsplit=1)[0])


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    return urlsplit(url).netloc.removeprefix("www.") or url


def _figure(figure: Figure, made: Plan, seen: dict[Key, Value], ledger: Ledger, dated: bool) -> None:
    found = _subject(figure, ledger, dated)
    if isinstance(found, str):
        made.skipped.append(Skipped(figure.subject, figure.place, found))
        return
    metric = metric_named(figure.metric, ledger)
    if isinstance(metric, str):
        made.skipped.append(Skipped(figure.subject, figure.place, metric))
        return
    if figure.metric != metric.id:
        made.metrics[figure.metric] = metric.id
    written = scaled(figure.value, figure.unit, metric)
    value = value_of(written, metric) if written is not None else None
    by = _by(figure, found.subject, made.origin, ledger)
    clash = found.conditions.keys() & figure.conditions.keys()
    why = (
        f"whose figure it is cannot be told ({host_of(figure.page)})"
        if figure.page and by is None
        else f"{figure.by!r} is nobody in the ledger"
        if figure.by and by is None
        else "a fraction or a percentage, the data do not tell"
        if written is None and figure.unit == "unsaid"
        else "a value that the metric cannot have"
        if value is None
        else "offered by another than its maker"
        if figure.seller and not same_house(_seller(figure.seller, ledger), found.subject, ledger)
        else "settings that contradict each other"
        if any(found.conditions[key] != figure.conditions[key] for key in clash)
        else ""
    )
    if why or value is None or written is None:
        made.skipped.append(Skipped(figure.subject, figure.place, why))
        return
    conditions = normalised({**found.conditions, **figure.conditions})
    key = Key(found.subject, metric.id, tuple(conditions.items()), by if metric.kind in MEASURED else None, figure.until)
    if key in seen:
        if _same(seen[key], value):
            made.unchanged += 1
        else:
            made.skipped.append(Skipped(figure.subject, figure.place, "given twice, with another value the second time"))
        return
    seen[key] = value
    if figure.until:
        held = list(_held_then(figure, key, ledger))
        if any(_same(claim.value, value) for claim in held):
            made.unchanged += 1
        elif held:
            others = ", ".join(claim.id for claim in held)
            made.skipped.append(Skipped(figure.subject, figure.place, f"differs from what the ledger has for that time ({others})"))
        else:
            made.added.append(New(key.subject, _fields(replace(figure, value=written), metric, key, by, made.origin)))
        return
    held = list(_held(key, ledger))
    if any(_same(claim.value, value) for claim in held):
        made.unchanged += 1
        return
    day = figure.as_of or made.origin.published
    own = [claim for claim in held if all(made.origin.is_edition(source) for source in claim.sources)]
    if len(own) < len(held):
        others = ", ".join(claim.id for claim in held if claim not in own)
        made.skipped.append(Skipped(figure.subject, figure.place, f"differs from what the ledger has from others ({others})"))
        return
    if any((held_day := ledger.day_of(claim)) and held_day > dates(day).last for claim in own):
        made.skipped.append(Skipped(figure.subject, figure.place, "older than what the ledger has"))
        return
    fields = _fields(replace(figure, value=written), metric, key, by, made.origin)
    last = own[-1] if own else None
    made.added.append(New(found.subject, fields, last, end_of(metric, day) if last else {}))


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


def _held(key: Key, ledger: Ledger) -> Iterator[Claim]:
    """The ledger's claims in force on the very thing a figure is about."""
    return (claim for claim in _alike(key, ledger) if claim.status == "current" and claim.until is None)


def _held_then(figure: Figure, key: Key, ledger: Ledger) -> Iterator[Claim]:
    """The ledger's claims in force at some time while a figure of the past was right."""
    first, end = dates(figure.as_of).first if figure.as_of else date.min, dates(figure.until).first
    for claim in _alike(key, ledger):
        began = claim.as_of is None or claim.as_of.first < end
        if claim.status == "current" and began and (claim.until is None or claim.until.first > first):
            yield claim


def _alike(key: Key, ledger: Ledger) -> Iterator[Claim]:
    """The ledger's claims on the very thing a figure is about, of whatever time."""
    for claim in ledger.about(key.subject, key.metric):
        same_by = key.by is None or credited(claim, ledger) == key.by
        if same_by and tuple(claim.conditions.items()) == key.conditions:
            yield claim


def _same(a: Value, b: Value) -> bool:
    """Whether two values are one, whatever zeros are written."""
    return a == b or (isinstance(a, Number) and isinstance(b, Number) and a.value == b.value)


def _fields(figure: Figure, metric: Metric, key: Key, by: str | None, origin: Origin) -> Fields:
    ends = [figure.value] if isinstance(figure.value, str) else list(figure.value)
    written = [Digits(end) if metric.kind not in ("date", "availability") else end for end in ends]
    fields: dict[str, Plain] = {
        "metric": metric.id,
        "value": written[0] if len(written) < MANY else written,
        "op": "" if figure.op == "=" else figure.op,
        "conditions": dict(key.conditions),
        "headline": figure.headline,
        "by": (by or "") if metric.kind in MEASURED else "",
        "sources": [origin.id],
        "as_of": figure.as_of or (origin.published if metric.kind in CHANGING and not figure.until else ""),
        "until": figure.until,
        "note": figure.note,
    }
    return {key: value for key, value in fields.items() if value}
