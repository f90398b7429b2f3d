"""Steel.dev's leaderboards of agents (JSON): each row names the page it was taken from, and that tells whose figure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped
from factcheck.importing.files import below, digits, json_of

SCHEMA = "schema.json"


def read(path: Path) -> Iterator[Row]:
    """Every score of every board."""
    for file in below(path, ".json"):
        if file.name == SCHEMA:
            continue
        boards = json_of(file)
        if not isinstance(boards, dict) or not all(isinstance(rows, list) for rows in boards.values()):
            raise InputError(f"{file} is no leaderboard of Steel.dev: it maps no benchmark to a list of rows")
        for board, rows in boards.items():
            for row in rows:
                if not isinstance(row, dict):
                    raise InputError(f"{file}: a row of {board} is no mapping")
                yield _figure(str(board), row, f"{file.name}: {row.get('systemName', '')}")


def _figure(metric: str, row: dict[str, Any], place: str) -> Row:
    name, url = str(row.get("systemName", "")), str(row.get("sourceUrl", ""))
    value, shown = digits(row.get("scoreValue")), str(row.get("scoreDisplay", ""))
    if not value:
        return Skipped(name, place, "no score")
    if not url:
        return Skipped(name, place, "whose figure it is cannot be told (no address)")
    return Figure(name, metric, value, place, page=url, note=f"Taken from {url}", unit="percent" if shown.endswith("%") else "")


def origin(files: Sequence[Path], day: str) -> Origin:
    """The boards as they stood on a day, which they do not say themselves."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    title = "Agent leaderboards (each row names its source)"
    return Origin("steel-leaderboards", "Steel.dev", title, "aggregator", day, "https://github.com/steel-dev/leaderboard", "MIT")


FORMAT = Format("steel", "JSON files of Steel.dev's agent leaderboards", read, origin, builds=True)
