"""Checked entries become the records of model.py: references followed, values read, units converted, ids made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import chain, count
from typing import TypeVar

from factcheck.dataclass import dataclass, field, replace
from factcheck.ledger.conditions import claim_id, normalised
from factcheck.ledger.faults import Fault, did_you_mean
from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.ledger.schema import ClaimEntry, Entry, MetricEntry, SourceEntry, SubjectEntry
from factcheck.ledger.yaml_nodes import Digits, Spot
from factcheck.places import Place
from factcheck.units import factor
from factcheck.values import STATUSES, Dates, Number, Range, Value, between, dates, number

E = TypeVar("E", SourceEntry, SubjectEntry, MetricEntry, ClaimEntry)


@dataclass(frozen=True, slots=True)
class Item:
    """A sound entry of a file and where it stands."""

    path: str
    spot: Spot
    entry: Entry
    keeps: Claim | None = None  # the claim of an earlier ledger whose value this one leaves as it is


@dataclass(slots=True)
class Contents:
    """What the files of one folder hold: sound entries in order, the ids of unsound ones by kind, and the faults so far.

    `earlier` is the ledger of the folders before it.
    """

    earlier: Ledger = field(default_factory=lambda: Ledger({}, {}, {}, {}))
    items: list[Item] = field(default_factory=list)
    unsound: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def of(self, kind: type[E]) -> Iterator[tuple[Item, E]]:
        return ((item, item.entry) for item in self.items if isinstance(item.entry, kind))

    def fault(self, item: Item, message: str, *loc: str | int) -> None:
        """Note a fault at the path `loc` within an entry."""
        self.faults.append(Fault(item.path, *item.spot.find(loc), message))


def resolve(contents: Contents, earlier: Ledger) -> Ledger:
    """The records of one folder on top of those of earlier folders, which they may refer to and replace.

    Whatever is wrong is added to `contents.faults`, and the record left out.
    """
    sources = {entry.id: _source(entry) for _, entry in _unique(contents, contents.of(SourceEntry))}
    subjects = {entry.id: _subject(entry) for _, entry in _unique(contents, contents.of(SubjectEntry))}
    metrics = {entry.id: _metric(contents, item, entry) for item, entry in _unique(contents, contents.of(MetricEntry))}
    known = Ledger({**earlier.sources, **sources}, {**earlier.subjects, **subjects}, {**earlier.metrics, **metrics}, {})
    for item, entry in contents.of(SubjectEntry):
        if entry.maker:
            _exists(contents, item, "subject", entry.maker, known.subjects, "maker")
        for index, site in enumerate(entry.sites):
            if (owner := known.owner_of(f"https://{site}")) not in (None, entry.id):
                contents.fault(
                    item, f"the site {site!r} is {owner}'s as well: the figures at an address are one subject's own", "sites", index
                )
    return replace(known, claims={**earlier.claims, **_claims(contents, known)})


def _unique(contents: Contents, items: Iterable[tuple[Item, E]]) -> Iterator[tuple[Item, E]]:
    """The entries whose id is their own; of several with one id all but the first are faults."""
    first: dict[str, Item] = {}
    for item, entry in items:
        if entry.id in first:
            other = first[entry.id]
            contents.fault(item, f"the id {entry.id!r} is taken by {other.path}:{other.spot.line}: choose another", "id")
        else:
            first[entry.id] = item
            yield item, entry


def _exists(contents: Contents, item: Item, kind: str, id_: str, known: Collection[str], *loc: str | int) -> bool:
    if id_ in known:
        return True
    if id_ not in contents.unsound.get(f"{kind}s", ()):  # else its own fault is reported
        contents.fault(item, f"no {kind} {id_!r}" + did_you_mean(id_, known, f": add it under '{kind}s:'"), *loc)
    return False


def _source(entry: SourceEntry) -> Source:
    published = dates(entry.published) if entry.published else None
    return Source(entry.id, entry.publisher, entry.title, published, entry.kind, entry.url or None, entry.archived or None)


def _subject(entry: SubjectEntry) -> Subject:
    released = dates(entry.released) if entry.released else None
    words = tuple(entry.aliases), entry.family or None, released, tuple(entry.sites)
    return Subject(entry.id, entry.name, entry.kind, entry.maker or None, *words)


def _metric(contents: Contents, item: Item, entry: MetricEntry) -> Metric:
    limits = None
    if entry.range is not None:
        low, high = (float(end) for end in entry.range)
        limits = (low, high)
        if low > high:
            contents.fault(item, "a range goes from low to high: swap the two numbers", "range")
    tolerance = float(entry.tolerance)
    if tolerance < 0:
        contents.fault(item, "a tolerance cannot be negative", "tolerance")
    return Metric(
        entry.id,
        entry.name,
        entry.kind,
        entry.unit,
        tuple(entry.aliases),
        tuple(entry.opposites),
        limits,
        entry.higher_is_better,
        tolerance,
        entry.moves,
    )


def _claims(contents: Contents, known: Ledger) -> dict[str, Claim]:
    """The folder's claims by id, in the order of files and lines."""
    items = list(contents.of(ClaimEntry))
    written = {entry.id for _, entry in items if entry.id}
    sound = {id(item) for item, _ in _unique(contents, ((item, entry) for item, entry in items if entry.id))}
    claims: dict[str, Claim] = {}
    twins: dict[object, Claim] = {}
    for item, entry in items:
        claim = _claim(contents, item, entry, known)
        if claim is None or (entry.id and id(item) not in sound):
            continue
        twin = twins.setdefault(_all_but_id_sources_note(claim), claim)
        if twin is not claim:
            contents.fault(item, f"the same claim as {twin.place.path}:{twin.place.line}: add the sources there and remove this one")
            continue
        if item.keeps:
            claim = replace(claim, value=item.keeps.value)  # with its precision, in whatever unit it was written
        if not entry.id:
            claim = replace(claim, id=_free(claim.id, written, claims))
        claims[claim.id] = claim
    return claims


def _free(id_: str, *taken: Collection[str]) -> str:
    """`id_`, with .2, .3 ... where it is taken."""
    names = chain([id_], (f"{id_}.{n}" for n in count(2)))
    return next(name for name in names if not any(name in ids for ids in taken))


def _all_but_id_sources_note(claim: Claim) -> object:
    conditions = frozenset(claim.conditions.items())
    return (
        (claim.subject, claim.metric, claim.value, claim.unit, claim.op, conditions),
        (claim.headline, claim.by, claim.as_of, claim.until, claim.status),
    )


def _claim(contents: Contents, item: Item, entry: ClaimEntry, known: Ledger) -> Claim | None:
    """One claim, or None if it is at fault. An id left out is made, and may coincide with another claim's."""
    before = len(contents.faults)
    known_all = _known_references(contents, item, entry, known)
    conditions = normalised(entry.conditions)
    as_of, until = _period(contents, item, entry, conditions.pop("as_of", None))
    if entry.status == "refuted" and not entry.note:
        contents.fault(item, "a refuted claim needs a note: say what is right, and where the mistake comes from", "status")
    metric = known.metrics.get(entry.metric)
    value = _value(contents, item, entry, metric) if metric else None
    if metric is None or value is None or not known_all or len(contents.faults) > before:
        return None
    by = entry.by or next((by for source in entry.sources if (by := known.named(known.sources[source].publisher))), None)
    return Claim(
        entry.id or claim_id(entry.subject, entry.metric, conditions, by),
        entry.subject,
        entry.metric,
        value,
        metric.unit,
        tuple(entry.sources),
        Place(item.path, item.spot.line, item.spot.column),
        entry.op,
        conditions,
        entry.headline,
        by,
        as_of,
        until,
        entry.status,
        entry.note or None,
    )


def _known_references(contents: Contents, item: Item, entry: ClaimEntry, known: Ledger) -> bool:
    """Whether all that a claim refers to is there and sound."""
    if not entry.subject:
        contents.fault(item, "no subject: name it here, or once for all claims at the top of the file")
    there = [_exists(contents, item, "subject", entry.subject, known.subjects, "subject")] if entry.subject else []
    there.append(_exists(contents, item, "metric", entry.metric, known.metrics, "metric"))
    if entry.by:
        there.append(_exists(contents, item, "subject", entry.by, known.subjects, "by"))
    for index, source in enumerate(entry.sources):
        if source in entry.sources[:index]:
            contents.fault(item, f"the source {source!r} is named twice: keep one", "sources", index)
        else:
            there.append(_exists(contents, item, "source", source, known.sources, "sources", index))
    return all(there)


def _period(contents: Contents, item: Item, entry: ClaimEntry, condition: str | None) -> tuple[Dates | None, Dates | None]:
    """When a claim was true and when it stopped; `condition` is the `as_of` among its conditions."""
    as_of = dates(entry.as_of) if entry.as_of else None
    if condition is not None:
        try:
            stated = dates(condition)
        except ValueError:
            contents.fault(item, f"{condition!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD", "conditions", "as_of")
            return None, None
        if as_of and as_of != stated:
            contents.fault(item, "as_of among the conditions and as_of of the claim differ: keep one", "conditions", "as_of")
        as_of = stated
    until = dates(entry.until) if entry.until else None
    if as_of and until and until.last < as_of.first:
        contents.fault(item, "until is before as_of: a claim cannot stop being true before it was", "until")
    return as_of, until


def _value(contents: Contents, item: Item, entry: ClaimEntry, metric: Metric) -> Value | None:
    """The value in the metric's unit, None (and a fault) if it does not suit the metric."""
    written: str | list[str] = entry.value
    times = _factor(entry.unit or metric.unit, metric)
    if times is None:
        contents.fault(item, f"unit {entry.unit!r} cannot be converted to {metric.unit!r}, the unit of {metric.id}", "unit")
        return None
    if metric.kind == "availability":
        if isinstance(written, list) or written not in STATUSES:
            words = ", ".join(STATUSES)
            hint = did_you_mean(written, STATUSES) if isinstance(written, str) else ""
            contents.fault(item, f"the value of {metric.id} is one of {words}{hint}", "value")
            return None
        return next(word for word in STATUSES if word == written)
    value, problem = _dates(written, metric) if metric.kind == "date" else _numbers(written, metric, times)
    if problem:
        contents.fault(item, problem, "value")
    return value


def _dates(written: str | list[str], metric: Metric) -> tuple[Dates | None, str]:
    """(a date or the time between two, what is wrong)."""
    try:
        ends = [dates(end) for end in ([written] if isinstance(written, str) else written)]
    except ValueError:
        return None, f"the value of {metric.id} is a date: write YYYY, YYYY-MM or YYYY-MM-DD, or [from, to]"
    if len(ends) == 1:
        return ends[0], ""
    if ends[1].last < ends[0].first:
        return None, "a range goes from the earlier date to the later: swap the two"
    return between(*ends), ""


def _numbers(written: str | list[str], metric: Metric, times: Decimal) -> tuple[Number | Range | None, str]:
    """(a number or range in the metric's unit, what is wrong); `times` turns what is written into that unit."""
    ends = [written] if isinstance(written, str) else written
    if not all(isinstance(end, Digits) for end in ends):
        return None, f"the value of {metric.id} is a number of {metric.unit}: write digits, without quotes, separators or unit"
    numbers = [_scaled(number(end), times) for end in ends]
    for end in numbers:
        if metric.range and not metric.range[0] <= end.value <= metric.range[1]:
            low, high = (f"{limit:g}" for limit in metric.range)
            return None, f"{end.value} is out of range: {metric.id} goes from {low} to {high}"
    if len(numbers) == 1:
        return numbers[0], ""
    if numbers[0].value > numbers[1].value:
        return None, "a range goes from low to high: swap the two numbers"
    return Range(*numbers), ""


def _factor(unit: str, metric: Metric) -> Decimal | None:
    """What a value in `unit` is multiplied with to be in the metric's, None if that cannot be done."""
    if {unit, metric.unit} == {"percent", "points"} and metric.range == (0, 100):
        return Decimal(1)
    return factor(unit, metric.unit)


def _scaled(plain: Number, times: Decimal) -> Number:
    return plain if times == 1 else Number(plain.value * times, plain.step * times)
