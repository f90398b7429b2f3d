"""Epoch AI's data on models (notable_ai_models.csv, frontier_ai_models.csv): sizes, training compute, and how open a model is.

Sizes are counted or estimated, and about so, as is compute. The days of publication are those of papers and first announcements, and no
release dates, so they are left alone. What Epoch calls speculative is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped
from factcheck.importing.files import below, digits, text

EPOCH = "Epoch AI"
SIZE, COMPUTE, ACCESS = "Parameters", "Training compute (FLOP)", "Model accessibility"
SURE = ("Confident", "Likely")
OPEN, CLOSED = "Open weights", ("API access", "Hosted access", "Unreleased")
MILLION = 10**6


def read(path: Path) -> Iterator[Row]:
    """Size, training compute and openness of every model."""
    import csv

    for file in below(path, ".csv"):
        reader = csv.DictReader(text(file).splitlines(keepends=True))
        if missing := [name for name in ("Model", SIZE, COMPUTE, ACCESS, "Confidence") if name not in (reader.fieldnames or ())]:
            raise InputError(f"{file} is no table of Epoch AI's models: it has no column {missing[0]!r}")
        for row in reader:
            cells = {key: value.strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
            yield from _model(cells, f"{file.name}: {cells['Model']}")


def _model(row: Mapping[str, str], place: str) -> Iterator[Row]:
    name, access = row["Model"], row[ACCESS]
    if access.startswith((OPEN, *CLOSED)):
        yield Figure(name, "open-weights", "available" if access.startswith(OPEN) else "unavailable", place)
    size, compute = digits(row[SIZE]), digits(row[COMPUTE])
    if not size and not compute:
        return
    if row["Confidence"] not in SURE:
        yield Skipped(name, place, f"an estimate that its author calls {row['Confidence'].lower() or 'nothing'}")
        return
    if size and Decimal(size) >= MILLION:
        yield Figure(name, "parameters", f"{Decimal(size).normalize():f}", place, op="~", by=EPOCH)
    if compute:
        yield Figure(name, "training-compute", f"{float(compute):.1e}".replace("+", ""), place, op="~", by=EPOCH)


def origin(files: Sequence[Path], day: str) -> Origin:
    """The data as they stood on a day, which they do not say themselves."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin("epoch-ai-models", EPOCH, "Data on AI Models", "evaluator", day, "https://epoch.ai/data/ai-models", "CC BY 4.0")


FORMAT = Format("epoch-models", "CSV files of Epoch AI's data on models", read, origin, builds=True)
