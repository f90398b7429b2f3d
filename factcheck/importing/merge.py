"""Figures held against a ledger: which are new, which have changed, which it has, and which are left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP

from factcheck.dataclass import dataclass, field, replace
from factcheck.importing.figures import Figure, Origin, Proposed, Row, Skipped
from factcheck.importing.resolved import MANY, Key, Names, Resolved, resolve
from factcheck.ledger.model import CHANGING, Claim, Ledger, Subject
from factcheck.ledger.records import end_of
from factcheck.ledger.rendering import Fields, Plain
from factcheck.ledger.spelling import id_of, simplified
from factcheck.ledger.weight import credited
from factcheck.ledger.yaml_nodes import Digits
from factcheck.values import Dates, Number, Value, dates

RELEASE = "release-date"  # the standard metric (docs/reading.md) that a subject's `released` is of


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


def plan(rows: Sequence[Row], origin: Origin, ledger: Ledger, *, builds: bool = False, new_subjects: bool = False) -> Plan:
    """What to do with each figure.

    A claim that a person wrote is never replaced: a figure that differs from it is left out; so are figures of the same thing that differ
    from each other. With `new_subjects` those that the data propose and the ledger lacks are entered, if it knows their maker.
    `builds`: see `names.named`.
    """
    made = Plan(origin)
    if new_subjects:
        ledger = _with_subjects([row for row in rows if isinstance(row, Proposed)], made, ledger)
    for found in _alone(_resolved(rows, made, ledger, builds), made):
        _decide(found, made, ledger)
    return made


def _resolved(rows: Iterable[Row], made: Plan, ledger: Ledger, builds: bool) -> Iterator[Resolved]:
    """The figures that the ledger can make something of; all else is noted as left out."""
    names = Names(ledger)
    for row in rows:
        if isinstance(row, Skipped):
            made.skipped.append(row)
        elif isinstance(row, Figure):
            found = resolve(row, made.origin, names, builds)
            if isinstance(found, str):
                made.skipped.append(Skipped(row.subject, row.place, found))
                continue
            if row.metric != found.metric.id:
                made.metrics[row.metric] = found.metric.id
            yield found


def _alone(found: Iterable[Resolved], made: Plan) -> Iterator[Resolved]:
    """One figure for each thing, where the data have one value for it."""
    given: dict[Key, list[Resolved]] = {}
    for one in found:
        given.setdefault(one.key, []).append(one)
    for first, *others in given.values():
        if all(_same(first.value, other.value) for other in others):
            made.unchanged += len(others)
            yield first
        else:
            why = "given twice, with another value the second time"
            made.skipped += [Skipped(one.figure.subject, one.figure.place, why) for one in (first, *others)]


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


def _decide(found: Resolved, made: Plan, ledger: Ledger) -> None:
    """Note what becomes of a figure."""
    figure, key = found.figure, found.key
    held = list(_held_then(figure, key, ledger) if figure.until else _held(key, ledger))
    if any(_says(claim, found) for claim in held) or _said_with_less(found, made.origin, ledger):
        made.unchanged += 1
        return
    if any(claim.status in ("refuted", "retracted") and _same(claim.value, found.value) for claim in _alike(key, ledger)):
        made.skipped.append(Skipped(figure.subject, figure.place, "known to be wrong"))
        return
    if why := _not_the_release(found, ledger.subjects[key.subject]):
        made.skipped.append(Skipped(figure.subject, figure.place, why))
        return
    day = figure.as_of or made.origin.published
    others = [claim for claim in held if not all(made.origin.is_edition(source) for source in claim.sources)]
    why = ""
    if held and figure.until:
        why = f"differs from what the ledger has for that time ({', '.join(claim.id for claim in held)})"
    elif others:
        why = f"differs from what the ledger has from others ({', '.join(claim.id for claim in others)})"
    elif any((held_day := ledger.day_of(claim)) and held_day > dates(day).last for claim in held):
        why = "older than what the ledger has"
    if why:
        made.skipped.append(Skipped(figure.subject, figure.place, why))
        return
    last = held[-1] if held else None
    made.added.append(New(key.subject, _fields(found, made.origin), last, end_of(found.metric, day) if last else {}))


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


def _fields(found: Resolved, origin: Origin) -> Fields:
    figure, metric, by = found.figure, found.metric, found.by
    ends = [found.written] if isinstance(found.written, str) else list(found.written)
    written = [Digits(end) if metric.kind not in ("date", "availability") else end for end in ends]
    fields: dict[str, Plain] = {
        "metric": metric.id,
        "value": written[0] if len(written) < MANY else written,
        "op": "" if figure.op == "=" else figure.op,
        "conditions": dict(found.key.conditions),
        "headline": figure.headline,
        "by": by or "",
        "sources": [origin.id],
        "as_of": figure.as_of or (origin.published if metric.kind in CHANGING and not figure.until else ""),
        "until": figure.until,
        "note": figure.note,
    }
    return {key: value for key, value in fields.items() if value}


def _says(claim: Claim, found: Resolved) -> bool:
    """Whether a claim has a figure's value, of scores also with fewer digits."""
    return _same(claim.value, found.value) or (found.metric.kind == "score" and _rounded(claim.value, found.value))


def _said_with_less(found: Resolved, origin: Origin, ledger: Ledger) -> bool:
    """Whether a claim from these data has the figure already, and only fewer of its conditions."""
    return any(
        claim.status == "current"
        and any(origin.is_edition(source) for source in claim.sources)
        and _says(claim, found)
        and claim.conditions.items() <= dict(found.key.conditions).items()
        and (found.key.by is None or credited(claim, ledger) == found.key.by)
        for claim in ledger.about(found.key.subject, found.metric.id)
    )


def _not_the_release(found: Resolved, subject: Subject) -> str:
    """Why a date is not that of a model's release, if the vocabulary knows better."""
    day, known = found.value, subject.released
    if found.metric.id != RELEASE or found.key.conditions or known is None or not isinstance(day, Dates):
        return ""
    meets = day.first <= known.last and known.first <= day.last
    return "" if meets else f"differs from when it was released ({known.written})"


def _rounded(held: Value, value: Value) -> bool:
    """Whether a value is another one with fewer digits."""
    if not isinstance(held, Number) or not isinstance(value, Number) or held.step <= value.step:
        return False
    return value.value.quantize(held.step, ROUND_HALF_UP) == held.value
