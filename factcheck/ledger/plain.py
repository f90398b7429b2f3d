"""A ledger as nothing but tuples, text and numbers, and back: what is compiled, and what its fingerprint is made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.places import Place
from factcheck.values import Dates, Number, Range, Value

Plain = tuple[Any, ...]


def to_plain(ledger: Ledger) -> Plain:
    """(version, sources, subjects, metrics, claims), each record a tuple of its fields in their order."""
    return (
        ledger.version,
        tuple((s.id, s.publisher, s.title, _dates(s.published), s.kind, s.url, s.archived) for s in ledger.sources.values()),
        tuple((s.id, s.name, s.kind, s.maker, s.aliases, s.family, _dates(s.released), s.sites) for s in ledger.subjects.values()),
        tuple(
            (m.id, m.name, m.kind, m.unit, m.aliases, m.opposites, m.range, m.higher_is_better, m.tolerance, m.moves)
            for m in ledger.metrics.values()
        ),
        tuple(plain_claim(claim) for claim in ledger.claims.values()),
    )


def without_claims(ledger: Ledger) -> Plain:
    """(version, sources, subjects, metrics), as `to_plain`."""
    return to_plain(Ledger(ledger.sources, ledger.subjects, ledger.metrics, {}, ledger.version))[:4]


def plain_claim(c: Claim) -> Plain:
    conditions = tuple(c.conditions.items())
    place = (c.place.path, c.place.line, c.place.column)
    dated = (_dates(c.as_of), _dates(c.until), c.status, c.note)
    return (c.id, c.subject, c.metric, _value(c.value), c.unit, c.sources, place, c.op, conditions, c.headline, c.by, *dated)


def _value(value: Value) -> Plain | str:
    """A number is (digits, step), a range four of these, dates are tagged by their first item being a number."""
    if isinstance(value, Number):
        return str(value.value), str(value.step)
    if isinstance(value, Range):
        return str(value.low.value), str(value.low.step), str(value.high.value), str(value.high.step)
    return _dates(value) if isinstance(value, Dates) else value


def _dates(dates: Dates | None) -> Any:
    return (dates.first.toordinal(), dates.last.toordinal(), dates.written) if dates else None


def vocabulary_of(plain: Plain) -> tuple[str, dict[str, Source], dict[str, Subject], dict[str, Metric]]:
    """What `without_claims` took apart: version, sources, subjects and metrics."""
    version, sources, subjects, metrics = plain
    return (
        version,
        {id_: Source(id_, publisher, title, _to_dates(published), *rest) for id_, publisher, title, published, *rest in sources},
        {subject[0]: _to_subject(subject) for subject in subjects},
        {metric[0]: Metric(*metric) for metric in metrics},
    )


def _to_subject(plain: Plain) -> Subject:
    id_, name, kind, maker, aliases, family, released, sites = plain
    return Subject(id_, name, kind, maker, aliases, family, _to_dates(released), sites)


def claim_of(plain: Plain) -> Claim:
    id_, subject, metric, value, unit, sources, place, op, conditions, headline, by, as_of, until, status, note = plain
    what = (id_, subject, metric, _to_value(value), unit, sources, Place(*place), op, dict(conditions))
    return Claim(*what, headline, by, _to_dates(as_of), _to_dates(until), status, note)


def _to_value(plain: Any) -> Value:
    match plain:
        case str():
            return plain  # type: ignore[return-value]
        case (value, step):
            return Number(Decimal(value), Decimal(step))
        case (low, low_step, high, high_step):
            return Range(Number(Decimal(low), Decimal(low_step)), Number(Decimal(high), Decimal(high_step)))
    dates = _to_dates(plain)
    assert dates is not None
    return dates


def _to_dates(plain: Any) -> Dates | None:
    return Dates(date.fromordinal(plain[0]), date.fromordinal(plain[1]), plain[2]) if plain else None


def fingerprint(ledger: Ledger) -> str:
    """Twelve hexadecimal digits that change with anything the ledger says, and with nothing else: not with the order of
    its records, the names of its files, or the machine."""
    from hashlib import sha256

    _, sources, subjects, metrics, claims = to_plain(ledger)
    said = [(*claim[:6], claim[7], tuple(sorted(claim[8])), *claim[9:]) for claim in claims]
    lines = sorted(repr(record) for records in (sources, subjects, metrics, said) for record in records)
    return sha256("\n".join(lines).encode()).hexdigest()[:12]
