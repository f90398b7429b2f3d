"""Records by the schema of Every Eval Ever (JSON): one run of one model, with a score for each benchmark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.importing.figures import MAKER, Figure, Format, Origin, Row, Skipped, Unit
from factcheck.importing.files import below, digits, json_of
from factcheck.ledger.homes import slug
from factcheck.ledger.model import SourceKind

UNITS: dict[str, Unit] = {"proportion": "fraction", "fraction": "fraction", "percent": "percent", "percentage": "percent", "%": "percent"}
SCORES = ("accuracy", "score", "pass_rate", "pass@1", "pass_at_1", "exact_match", "resolve_rate", "resolved", "success_rate", "elo")
REQUIRED = ("schema_version", "source_metadata", "model_info", "evaluation_results")


def read(path: Path) -> Iterator[Row]:
    """Every score of every record."""
    for file in below(path, ".json"):
        record = _record(file)
        for result in record["evaluation_results"]:
            yield _score(result, record, file)


def _record(path: Path) -> Mapping[str, Any]:
    record = json_of(path)
    missing = [key for key in REQUIRED if key not in record] if isinstance(record, dict) else list(REQUIRED)
    if missing or not isinstance(record["evaluation_results"], list):
        raise InputError(f"{path} is no record of Every Eval Ever: it has no {missing[0] if missing else 'list of results'}")
    return dict(record)


def _score(result: Mapping[str, Any], record: Mapping[str, Any], path: Path) -> Row:
    model, config = record["model_info"], result.get("metric_config") or {}
    id_, name = str(model.get("id", "")), str(model.get("name", ""))
    place = f"{path.name}: {result.get('evaluation_name', '')}"
    metric = str((result.get("source_data") or {}).get("dataset_name") or result.get("evaluation_name", ""))
    value = digits((result.get("score_details") or {}).get("score"))
    kind = str(config.get("metric_kind") or config.get("metric_id") or config.get("metric_name") or "").lower().replace(" ", "_")
    if not value:
        return Skipped(name, place, "no score")
    if kind.rsplit(".", 1)[-1] not in SCORES:
        return Skipped(name, place, f"not the benchmark's score ({kind or 'unnamed'})")
    if not (by := _by(record)):
        return Skipped(name, place, "whose figure it is cannot be told (an aggregator's record)")
    day = day_of(result.get("evaluation_timestamp") or record.get("evaluation_timestamp"))
    conditions = _conditions(record, result)
    return Figure(id_, metric, value, place, conditions, by=by, as_of=day, also=name, unit=_unit(config))


def _unit(config: Mapping[str, Any]) -> Unit:
    """The unit of a score as said, else by the greatest that is possible."""
    said = str(config.get("metric_unit") or "").lower()
    if said:
        return UNITS.get(said, "")
    most = digits(config.get("max_score"))
    return "unsaid" if not most else "fraction" if Decimal(most) == 1 else ""


def _by(record: Mapping[str, Any]) -> str:
    """Who ran the measurement, empty if the record is of somebody who only lists it."""
    source = record["source_metadata"]
    if source.get("evaluator_relationship") == "first_party":
        return MAKER
    lists = (source.get("additional_details") or {}).get("source_role") == "aggregator"
    return "" if lists else str(source.get("source_organization_name", ""))


def _conditions(record: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, str]:
    """The reasoning effort, and whatever a ledger's own export gives as `conditions`."""
    for config in (result.get("generation_config"), record.get("generation_config")):
        for part in ("generation_args", "additional_details"):
            details = (config.get(part) or {}) if isinstance(config, dict) else {}
            pairs = [pair.partition("=") for pair in str(details.get("conditions") or "").split("; ")]
            effort = {"effort": str(details["reasoning_effort"])} if details.get("reasoning_effort") else {}
            if found := {**effort, **{key: value for key, is_pair, value in pairs if is_pair}}:
                return found
    return {}


def day_of(stamp: object) -> str:
    """The day of a time stamp in seconds or ISO form, empty if there is none.

    >>> day_of("1750000000"), day_of("2026-05-01T12:00:00Z"), day_of(None)
    ('2025-06-15', '2026-05-01', '')
    """
    written = str(stamp or "")
    if re.fullmatch(r"\d+(\.\d+)?", written):
        return datetime.fromtimestamp(float(written), UTC).date().isoformat()
    return written[:10] if re.match(r"\d{4}-\d\d-\d\d", written) else ""


def origin(files: Sequence[Path], day: str) -> Origin:
    """The organisation that provides the records, of the day the newest was retrieved. All must be of one."""
    records = [_record(file) for path in files for file in below(path, ".json")]
    sources = [record["source_metadata"] for record in records]
    names = sorted({str(source.get("source_organization_name", "")) for source in sources})
    if len(names) != 1 or not names[0]:
        raise InputError(f"{files[0]}: import the records of one organisation at a time, these are of {', '.join(names) or 'none'}")
    newest = day or max(day_of(record.get("retrieved_timestamp")) for record in records)
    if not newest:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    kinds = {_kind(source) for source in sources}
    kind = kinds.pop() if len(kinds) == 1 else "aggregator"
    title = str(sources[0].get("source_name") or "Evaluation results")
    return Origin(f"every-eval-ever-{slug(names[0])}", names[0], title, kind, newest, str(sources[0].get("source_organization_url") or ""))


def _kind(source: Mapping[str, Any]) -> SourceKind:
    if (source.get("additional_details") or {}).get("source_role") == "aggregator":
        return "aggregator"
    return "vendor" if source.get("evaluator_relationship") == "first_party" else "evaluator"


FORMAT = Format("every-eval-ever", "JSON records by the schema of Every Eval Ever", read, origin)
