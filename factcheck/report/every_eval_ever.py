"""A ledger's scores as records by the schema of Every Eval Ever: one for each model and source, with a result for each claim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from factcheck.ledger.model import Claim, Ledger, Metric, Source
from factcheck.ledger.weight import same_house
from factcheck.report.claims import best_source
from factcheck.values import Number, plain

SCHEMA_VERSION = "0.3.0"
UNKNOWN = "unknown"
DAY_0 = "0"  # a time stamp is required, and a source may be undated


def to_json_lines(ledger: Ledger) -> str:
    """Every record, one a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(ledger).values())


def records(ledger: Ledger) -> dict[str, dict[str, Any]]:
    """Every record by a name for its file: who published it, and the model.

    Scores in force that are a single number are exported: the schema has no bounds, no ranges and no past.
    """
    by_run: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in ledger.claims.values():
        source = best_source(claim, ledger)
        exact = isinstance(claim.value, Number) and claim.op == "=" and claim.status == "current" and claim.until is None
        if source and exact and ledger.metrics[claim.metric].kind == "score":
            by_run.setdefault((source.id, claim.subject, claim.by or ""), []).append(claim)
    return {
        "/".join(filter(None, (source, f"{subject}.{by}" if by else subject))): _record(claims, ledger.sources[source], ledger)
        for (source, subject, by), claims in by_run.items()
    }


def _record(claims: list[Claim], source: Source, ledger: Ledger) -> dict[str, Any]:
    subject = ledger.subjects[claims[0].subject]
    maker = ledger.subjects[subject.maker].name if subject.maker else ""
    stamp = _stamp(source.published.first) if source.published else DAY_0
    id_ = f"{subject.maker or UNKNOWN}/{subject.id}"
    model = {"name": subject.name, "id": id_, **({"developer": maker} if maker else {})}
    return {
        "schema_version": SCHEMA_VERSION,
        "evaluation_id": f"{source.id}/{id_.replace('/', '_')}/{stamp}",
        "retrieved_timestamp": stamp,
        "source_metadata": _metadata(claims[0], source, ledger),
        "eval_library": {"name": UNKNOWN, "version": UNKNOWN},
        "model_info": {**model, "additional_details": {"deployment_type": UNKNOWN, "model_availability": UNKNOWN}},
        "evaluation_results": [_result(claim, ledger) for claim in claims],
    }


def _metadata(claim: Claim, source: Source, ledger: Ledger) -> dict[str, Any]:
    """Who provides the record. Where that is not who measured, it is a list of other people's figures."""
    own = claim.by is None or same_house(ledger.named(source.publisher), claim.by, ledger)
    evaluator = ledger.subjects[claim.by].name if claim.by and claim.by in ledger.subjects else ""
    relationship = "other" if claim.by is None else "first_party" if same_house(claim.by, claim.subject, ledger) else "third_party"
    details = {} if own else {"source_role": "aggregator", "evaluator": evaluator}
    return {
        "source_name": source.title,
        "source_type": "documentation",
        "source_organization_name": source.publisher,
        **({"source_organization_url": source.url} if source.url else {}),
        "evaluator_relationship": relationship,
        **({"additional_details": details} if details else {}),
    }


def _result(claim: Claim, ledger: Ledger) -> dict[str, Any]:
    metric = ledger.metrics[claim.metric]
    urls = [address for i in claim.sources if (source := ledger.sources.get(i)) and (address := source.url)]
    where = {"source_type": "url", "url": urls} if urls else {"source_type": "other"}
    assert isinstance(claim.value, Number)
    return {
        "evaluation_result_id": claim.id,
        "evaluation_name": metric.name,
        "source_data": {"dataset_name": metric.name, **where},
        **({"evaluation_timestamp": _stamp(claim.as_of.first)} if claim.as_of else {}),
        "metric_config": _metric(metric),
        "score_details": {"score": plain(claim.value.value)},
        **({"generation_config": {"additional_details": dict(_settings(claim.conditions))}} if claim.conditions else {}),
    }


def _metric(metric: Metric) -> dict[str, Any]:
    low, high = metric.range or ("-Infinity", "Infinity")
    return {
        "metric_id": metric.id,
        "metric_name": metric.name,
        "metric_kind": "elo" if metric.unit == "elo" else "score",
        "metric_unit": metric.unit,
        "lower_is_better": metric.higher_is_better is False,
        "score_type": "continuous",
        "min_score": low,
        "max_score": high,
    }


def _settings(conditions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The effort by the name that others have for it, and all conditions in one text."""
    if "effort" in conditions:
        yield "reasoning_effort", conditions["effort"]
    yield "conditions", "; ".join(f"{key}={value}" for key, value in conditions.items())


def _stamp(day: date) -> str:
    """A day as seconds since 1970."""
    return str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
