"""Aider's polyglot leaderboard (polyglot_leaderboard.yml): how many exercises a model solved within two tries, in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped
from factcheck.importing.files import below, digits, yaml_of

URL = "https://github.com/Aider-AI/aider/blob/main/aider/website/_data/polyglot_leaderboard.yml"
EXERCISES = "225"  # of the polyglot benchmark; Aider's other boards have the same columns
THINK = re.compile(r"\bthink\b", re.IGNORECASE)


def read(path: Path) -> Iterator[Row]:
    """The second pass rate of every run."""
    for file in below(path, ".yml", ".yaml"):
        for row in _runs(file):
            yield _figure(row, f"{file.name}: {row.get('dirname', row.get('model', ''))}")


def _runs(path: Path) -> list[dict[str, object]]:
    rows = yaml_of(path)
    if not isinstance(rows, list):
        raise InputError(f"{path} is no leaderboard of Aider: it is no list of runs")
    return [dict(row) for row in rows if isinstance(row, dict)]


def _figure(row: dict[str, object], place: str) -> Row:
    model, effort = str(row.get("model", "")), str(row.get("reasoning_effort") or "")
    value = digits(row.get("pass_rate_2"))
    if str(row.get("test_cases", "")) != EXERCISES:
        return Skipped(model, place, "not the polyglot benchmark")
    if " + " in model or row.get("edit_format") == "architect":
        return Skipped(model, place, "two models together")
    if not value:
        return Skipped(model, place, "no pass_rate_2")
    conditions = {"effort": effort} if effort else {}
    name = THINK.sub("thinking", model)  # "(no think)", "(32k think)"
    return Figure(name, "Aider Polyglot", value, place, conditions, by="Aider", as_of=str(row.get("date") or ""))


def origin(files: Sequence[Path], day: str) -> Origin:
    """The board as of its newest run, unless said otherwise."""
    days = [str(row.get("date") or "") for path in files for file in below(path, ".yml", ".yaml") for row in _runs(file)]
    newest = day or max(days, default="")
    if not newest:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin("aider-polyglot-board", "Aider", "Aider polyglot coding leaderboard", "evaluator", newest, URL, "Apache-2.0")


FORMAT = Format("aider", "Aider's polyglot_leaderboard.yml", read, origin, builds=True)
