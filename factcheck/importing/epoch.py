"""Epoch AI's benchmarking hub (a folder of CSV files): its own runs, and scores taken from other leaderboards (*_external.csv).

A model version carries its settings behind a line: gpt-5.4-2026-03-05_xhigh, claude-opus-4-6_32K.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field  # the one that pydantic reads
from decimal import Decimal
from functools import cache
from pathlib import Path

from factcheck.dataclass import replace
from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped
from factcheck.importing.files import below, digits, text
from factcheck.importing.names import BRACKETS

EPOCH = "Epoch AI"
STAGES = ("preview", "experimental")  # in brackets, and no settings
UNKNOWN = "_unknown"  # of settings: nobody says which
HUNDREDTH, TENTH = Decimal("0.01"), Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Board:
    """What a file holds."""

    metric: str
    column: str = "Score"
    factor: str = "100"  # what a figure is multiplied by to be in the ledger's unit
    by: str = ""  # who measured, where the rows do not say
    conditions: Mapping[str, str] = field(default_factory=dict)
    step: Decimal = HUNDREDTH
    of_models: bool = False  # whatever their settings, which are named nevertheless


PAGES = ("Source link", "Source Link", "Source link (site from table)")  # columns
SETTINGS = {
    "Agent": "harness",
    "Scaffold": "harness",
    "Shots": "shots",
    "Frames": "frames",
    "METR version": "version",
    "LiveBench Version": "version",
}  # a column -> a condition
NAMED = re.compile(r"(?:METR-Horizon|LiveBench)-", re.IGNORECASE)  # before a version
NO_HARNESS = ("True", "False")  # whether there is one at all
OWN = "mean_score"


@cache
def boards() -> dict[str, Board]:
    """What the hub's files hold, by their names (epoch.yaml)."""
    import yaml
    from pydantic import TypeAdapter

    written = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Board]).validate_python(yaml.safe_load(written))


def read(path: Path) -> Iterator[Row]:
    """Every score of every file on a benchmark."""
    for file in below(path, ".csv"):
        if path.is_dir() and file.parent != path:
            continue  # data on the benchmarks themselves
        rows = list(_rows(file))
        board = boards().get(file.stem) or (Board(file.stem, OWN, by=EPOCH, step=TENTH) if rows and OWN in rows[0] else None)
        if board is None:
            yield Skipped(file.stem, file.name, "a benchmark whose column of scores is not known")
        elif rows and board.column not in rows[0]:
            raise InputError(f"{file} has no column {board.column!r}")
        else:
            yield from (_score(row, board, f"{file.name}: {row['Model version']}") for row in rows)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    import csv

    reader = csv.DictReader(text(path).splitlines(keepends=True))
    if "Model version" not in (reader.fieldnames or ()):
        raise InputError(f"{path} is no file of Epoch AI's benchmarking hub: it has no column 'Model version'")
    for row in reader:
        yield {key: (value or "").strip() for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)}


def _score(row: Mapping[str, str], board: Board, place: str) -> Row:
    name, value = row["Model version"], _value(row[board.column], board)
    if not name:
        return Skipped(row.get("Name", ""), place, "no model version")
    if not value:
        return Skipped(name, place, "no score")
    page = next((row[column] for column in PAGES if row.get(column)), "")
    if not board.by and not page:
        return Skipped(name, place, "whose figure it is cannot be told (no page)")
    settings = {condition: NAMED.sub("", row[key]) for key, condition in SETTINGS.items() if row.get(key)}
    if settings.get("harness") == name or settings.get("harness") in NO_HARNESS:
        del settings["harness"]
    if settings.get("frames", "").endswith(".0"):
        settings["frames"] = settings["frames"].removesuffix(".0")
    named = name.partition("_")[0] if board.of_models else _with_settings(name, row.get("Name", ""))
    figure = Figure(named, board.metric, value, place, {**board.conditions, **settings})
    note = f"Taken from {page}" if page else ""
    return replace(figure, by=board.by, page="" if board.by else page, note="" if board.by == EPOCH else note)


def _with_settings(version: str, name: str) -> str:
    """A model version with the settings that stand only in the name beside it.

    >>> _with_settings("acme-1", "Acme 1 Preview (High)"), _with_settings("acme-1_low", "Acme 1 (Low)"), _with_settings("acme-1", "Acme 1")
    ('acme-1 (High)', 'acme-1_low', 'acme-1')
    """
    found = BRACKETS.search(name)
    if "_" in version or not found or found["inside"].lower() in STAGES:
        return version.removesuffix(UNKNOWN)
    return f"{version} ({found['inside']})"


def _value(written: str, board: Board) -> str:
    """A score in the ledger's unit, rounded as the hub shows it; empty if there is none."""
    found = digits(written)
    if not found:
        return ""
    number = Decimal(found) / 60 if board.factor == "minutes" else Decimal(found) * Decimal(board.factor)
    shown = number.quantize(board.step)
    return str(shown if board.step == TENTH else f"{shown.normalize():f}")


def origin(files: Sequence[Path], day: str) -> Origin:
    """The hub as it stood on a day, which its files do not say."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin("epoch-hub", EPOCH, "AI Benchmarking Hub", "evaluator", day, "https://epoch.ai/benchmarks", "CC BY 4.0")


FORMAT = Format("epoch", "CSV files of Epoch AI's benchmarking hub", read, origin, builds=True)
