"""A ledger in other people's forms: JSON, CSV, and a SQLite database."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.ledger.model import Claim, Ledger
from factcheck.report.records import dump
from factcheck.values import as_json

COLUMNS = (
    *("id", "subject", "metric", "value", "unit", "op", "conditions", "headline", "by"),
    *("as_of", "until", "status", "sources", "note"),
)


def claim_record(claim: Claim) -> dict[str, object]:
    """A claim as JSON has it; the keys are those of the ledger format."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "metric": claim.metric,
        "value": as_json(claim.value),
        "unit": claim.unit,
        "op": claim.op,
        "conditions": dict(claim.conditions),
        "headline": claim.headline,
        "by": claim.by,
        "as_of": as_json(claim.as_of),
        "until": as_json(claim.until),
        "status": claim.status,
        "sources": list(claim.sources),
        "note": claim.note,
    }


def tables(ledger: Ledger) -> dict[str, list[dict[str, object]]]:
    """Every record of a ledger, by kind."""
    return {
        "sources": [
            {
                "id": s.id,
                "publisher": s.publisher,
                "title": s.title,
                "published": as_json(s.published),
                "kind": s.kind,
                "url": s.url,
                "archived": s.archived,
            }
            for s in ledger.sources.values()
        ],
        "subjects": [
            {
                "id": s.id,
                "name": s.name,
                "kind": s.kind,
                "maker": s.maker,
                "aliases": list(s.aliases),
                "family": s.family,
                "released": as_json(s.released),
            }
            for s in ledger.subjects.values()
        ],
        "metrics": [
            {
                "id": m.id,
                "name": m.name,
                "kind": m.kind,
                "unit": m.unit,
                "aliases": list(m.aliases),
                "range": list(m.range) if m.range else None,
                "higher_is_better": m.higher_is_better,
            }
            for m in ledger.metrics.values()
        ],
        "claims": [claim_record(claim) for claim in ledger.claims.values()],
    }


def to_json(ledger: Ledger) -> str:
    """The whole ledger as one JSON object: sources, subjects, metrics, claims."""
    return dump({"ledger": ledger.version, **tables(ledger)})


def to_csv(ledger: Ledger) -> str:
    """The claims, one a row; lists and conditions as "a; b" and "key=value; ...".

    A note that a spreadsheet would run begins with a quote.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in ledger.claims.values():
        record = claim_record(claim)
        writer.writerow([_cell(record[column], free=column == "note") for column in COLUMNS])
    return out.getvalue()


def _cell(value: object, free: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}={one}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    text = str(value)
    return f"'{text}" if free and text[:1] in ("=", "+", "-", "@", "\t") else text


def to_sqlite(ledger: Ledger, path: Path) -> None:
    """The ledger as a database with a table for each kind of record; lists and conditions are JSON text, values numbers where they can be.

    A range and the time between two dates are `value_low` and `value_high`; the file is written anew.
    """
    import sqlite3
    from contextlib import closing

    scratch = path.with_name(f".{path.name}.new")
    scratch.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(scratch)) as base, base:
            for name, records in tables(ledger).items():
                rows = [_row(record) for record in records]
                columns = [f'"{column}"' for column in (rows[0] if rows else ["id"])]
                base.execute(f"CREATE TABLE {name} ({', '.join(columns)}, PRIMARY KEY (id))")
                marks = ", ".join("?" * len(columns))
                base.executemany(f"INSERT INTO {name} VALUES ({marks})", [list(row.values()) for row in rows])
            base.execute("CREATE INDEX about ON claims (subject, metric)")
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def _row(record: Mapping[str, object]) -> dict[str, object]:
    return dict(_columns(record))


def _columns(record: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in record.items():
        if key == "value":
            low, high = value if isinstance(value, list) else (value, value)
            yield from (("value", value if not isinstance(value, list) else None), ("value_low", low), ("value_high", high))
        else:
            yield key, json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
