"""A small ledger on disk for tests: one maker, one evaluator, two models, a metric of each kind that differs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from factcheck.errors import LedgerError
from factcheck.ledger.load import load
from factcheck.ledger.model import Claim, Ledger

SOURCES = """\
    sources:
      - {id: acme-page, publisher: Acme, title: A launch, published: 2026-04-08, kind: vendor, url: https://acme.example/one}
      - {id: gauge-list, publisher: Gauge Lab, title: A list, published: 2026-04-10, kind: evaluator}
      - {id: daily, publisher: The Daily, title: "News: a launch", published: 2026-04, kind: press}
    """
SUBJECTS = """\
    subjects:
      - {id: acme, name: Acme, kind: organisation}
      - {id: gauge, name: Gauge Lab, kind: organisation, aliases: [Gauge]}
      - {id: one, name: Acme One, kind: model, maker: acme, aliases: [A-One], released: 2026-04-08}
      - {id: one-1.5, name: Acme One 1.5, kind: model, maker: acme}
    """
METRICS = """\
    metrics:
      - {id: exam, name: The Exam, kind: score, unit: percent, range: [0, 100], aliases: [TX]}
      - {id: price-input, name: input price, kind: price, unit: usd_per_million_tokens}
      - {id: release-date, name: release date, kind: date, unit: date}
      - {id: open-weights, name: open weights, kind: availability, unit: status, opposites: [proprietary]}
      - {id: build-time, name: time to build, kind: amount, unit: months}
    """
VOCABULARY = {"sources/all.yaml": SOURCES, "claims/vocabulary/subjects.yaml": SUBJECTS, "claims/vocabulary/metrics.yaml": METRICS}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files of a ledger below `folder`, their common indentation removed."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


def with_claims(folder: Path, claims: str, **more: str) -> Path:
    """The small ledger with a file of claims."""
    return write(folder, VOCABULARY | {"claims/one.yaml": claims} | more)


def loaded(folder: Path, claims: str) -> Ledger:
    return load([with_claims(folder, claims)])


def claim(folder: Path, fields: str) -> Claim:
    """The one claim with these fields, written as in a flow mapping; subject and sources are given."""
    (only,) = loaded(folder, f"subject: one\nclaims:\n  - {{sources: [acme-page], {fields}}}\n").claims.values()
    return only


def faults(folder: Path) -> list[str]:
    """The faults of a ledger, paths relative to it; none if it is sound."""
    try:
        load([folder])
    except LedgerError as error:
        return [fault.removeprefix(f"{folder}/").replace("\\", "/") for fault in error.faults]
    return []
