"""Records of the ledger as entries of a file, to be written."""

from __future__ import annotations

from factcheck.ledger.model import CHANGING, Metric, Source, Subject
from factcheck.ledger.rendering import Fields


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


def ended(metric: Metric, day: str) -> Fields:
    """What a claim gets when another takes its place from a day on."""
    return {"until": day} if metric.kind in CHANGING else {"status": "superseded"}
