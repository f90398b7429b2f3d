"""Epoch AI's data on models."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from tests.importing.reading import figures, file, reasons

HEADER = "Model,Parameters,Training compute (FLOP),Model accessibility,Confidence"
ROWS = (
    "Acme 1,102000000000.0,1.52e+24,Open weights (unrestricted),Confident",
    "Acme 2,4.0e+11,,API access,Likely",
    "Acme 3,2e12,5e25,Unreleased,Speculative",
    "Acme 4,2.8e5,,,Confident",
    "Acme 5,,,Hosted access (no API),Unknown",
)


def table(folder: Path, *rows: str) -> Path:
    return file(folder, "notable.csv", "\n".join((HEADER, *rows, "")))


def test_sizes_compute_and_openness(tmp_path: Path) -> None:
    found = [(one.subject[-1], one.metric, one.value, one.op, one.by) for one in figures("epoch-models", table(tmp_path, *ROWS))]
    assert found == [
        ("1", "open-weights", "available", "=", ""),
        ("1", "parameters", "102000000000", "~", "Epoch AI"),
        ("1", "training-compute", "1.5e24", "~", "Epoch AI"),
        ("2", "open-weights", "unavailable", "=", ""),
        ("2", "parameters", "400000000000", "~", "Epoch AI"),
        ("3", "open-weights", "unavailable", "=", ""),
        ("5", "open-weights", "unavailable", "=", ""),
    ]
    assert reasons("epoch-models", table(tmp_path, *ROWS)) == ["an estimate that its author calls speculative"]


def test_other_tables_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column 'Model'"):
        figures("epoch-models", file(tmp_path, "odd.csv", "a,b\n1,2\n"))
