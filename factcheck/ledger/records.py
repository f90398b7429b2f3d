"""Records of the ledger as entries of a file, to be written."""

from __future__ import annotations

from factcheck.ledger.model import CHANGING, Claim, Metric, Source, Subject
from factcheck.ledger.rendering import Fields
from factcheck.ledger.yaml_nodes import Digits
from factcheck.ledger.yaml_nodes import Value as Yaml
from factcheck.values import Dates, Number, Range, Value


def source_fields(source: Source) -> Fields:
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url or "",
        "published": str(source.published.written) if source.published else "",
        "kind": source.kind,
    }


def subject_fields(subject: Subject) -> Fields:
    return {
        "id": subject.id,
        "name": subject.name,
        "kind": subject.kind,
        "maker": subject.maker or "",
        "aliases": list(subject.aliases),
        "released": str(subject.released.written) if subject.released else "",
    }


def metric_fields(metric: Metric) -> Fields:
    return {"id": metric.id, "name": metric.name, "kind": metric.kind, "unit": metric.unit}


def end_of(metric: Metric, day: str) -> Fields:
    """What a claim gets when another takes its place from a day on."""
    return {"until": day} if metric.kind in CHANGING else {"status": "superseded"}


def claim_fields(claim: Claim) -> dict[str, Yaml]:
    """Everything a claim says, as a file would have it, in the unit of its metric."""
    fields: dict[str, Yaml] = {
        "id": claim.id,
        "subject": claim.subject,
        "metric": claim.metric,
        "value": as_written(claim.value),  # type: ignore[dict-item]
        "op": claim.op,
        "conditions": dict(claim.conditions),
        "headline": claim.headline,
        "by": claim.by or "",
        "sources": list(claim.sources),
        "as_of": str(claim.as_of.written) if claim.as_of else "",
        "until": str(claim.until.written) if claim.until else "",
        "status": claim.status,
        "note": claim.note or "",
    }
    return {key: value for key, value in fields.items() if value not in ("", False)}


def as_written(value: Value) -> str | list[str]:
    """A value as a ledger's file has it.

    >>> from factcheck.values import number
    >>> as_written(number("52.0")), as_written(number("5.8E+7")), as_written("planned")
    ('52.0', '58000000', 'planned')
    """
    if isinstance(value, Number):
        return Digits(f"{value.value:f}")
    if isinstance(value, Range):
        return [Digits(f"{value.low.value:f}"), Digits(f"{value.high.value:f}")]
    if isinstance(value, Dates):
        return list(value.written) if isinstance(value.written, tuple) else value.written
    return value
