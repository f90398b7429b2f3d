"""Any table (CSV, TSV, Markdown, a JSON list of flat objects): a row a model and a column a metric, or, where the first column is headed
so, the other way round.

What a column is called is taken for the name of its metric, unless the caller says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped, Unit
from factcheck.importing.files import below, digits, json_of, text
from factcheck.ledger.conditions import CONDITIONS
from factcheck.ledger.homes import slug

ENDINGS = (".csv", ".tsv", ".md", ".json")
MODEL = ("model", "name", "system", "model name", "model version", "llm")
METRIC = ("benchmark", "metric", "evaluation", "task")
DAY = ("date", "as_of")
RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
CELL = re.compile(r"(?P<op>[<>]=?|[~≈≤≥])?\s*(?P<dollar>\$)?\s*(?P<number>[-+]?\d[\d,]*(?:\.\d+)?|[-+]?\.\d+)\s*(?P<percent>%)?")
THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
OPS = {"<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "~": "~", "≈": "~"}
MARKS = "*_` "  # of emphasis
EMPTY = ("", "-", "--", "–", "—", "n/a", "na", "none", "?")
SUBJECT, IGNORED = "model", "-"  # what a column may be said to be besides a metric


def read(path: Path) -> Iterator[Row]:
    """Every number of every table, columns as they are headed."""
    return reader({})(path)


def reader(columns: Mapping[str, str]) -> Callable[[Path], Iterator[Row]]:
    """A reader that is told what columns mean: a metric, `model`, a condition, or - for nothing."""

    def rows(path: Path) -> Iterator[Row]:
        unused = dict(columns)
        for file in below(path, *ENDINGS):
            for header, *body in tables(file):
                for name in header:
                    unused.pop(name, None)
                yield from _table([columns.get(name, name) for name in header], body, file)
        if unused:
            raise InputError(f"{path} has no column {next(iter(unused))!r}")

    return rows


def tables(path: Path) -> list[list[list[str]]]:
    """The tables of a file, each a list of rows with the header first."""
    import csv

    content = text(path)
    if path.suffix.lower() == ".json":
        found = list(_lists(json_of(path)))
    elif path.suffix.lower() == ".md":
        found = list(_markdown(content.splitlines()))
    else:
        rows = csv.reader(content.splitlines(keepends=True), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
        found = [[[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]]
    if not any(len(table) > 1 for table in found):
        raise InputError(f"{path} holds no table with a header and a row")
    return [table for table in found if table]


def _lists(data: object) -> Iterator[list[list[str]]]:
    """The lists of flat objects in JSON, each as a header and rows."""
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        header = list(dict.fromkeys(str(key) for row in data for key in row))
        yield [header, *([_cell_of(row.get(key)) for key in header] for row in data)]
    elif isinstance(data, dict):
        for value in data.values():
            yield from _lists(value)


def _cell_of(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bool | list | dict) else digits(value)


def _markdown(lines: Sequence[str]) -> Iterator[list[list[str]]]:
    for n, line in enumerate(lines[1:], start=1):
        if "|" in lines[n - 1] and "-" in line and RULE.fullmatch(line):
            end = next((m for m in range(n + 1, len(lines)) if "|" not in lines[m]), len(lines))
            yield [_cells(lines[n - 1]), *map(_cells, lines[n + 1 : end])]


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _table(header: Sequence[str], body: Sequence[Sequence[str]], path: Path) -> Iterator[Row]:
    plain = [name.strip(MARKS).lower() for name in header]
    turned = bool(plain) and plain[0] in METRIC
    names = [n for n, name in enumerate(plain) if name in MODEL]
    if not turned and not names:
        raise InputError(f"{path} has no column of models: say which it is with --columns NAME={SUBJECT}")
    settings = [n for n, name in enumerate(plain) if name in CONDITIONS]
    days = [n for n, name in enumerate(plain) if name in DAY]
    rest = [n for n, name in enumerate(plain) if n not in (*names, *settings, *days) and name not in (IGNORED, "")]
    for row in body:
        cells = [cell.strip(MARKS) for cell in [*row, *[""] * (len(header) - len(row))]]
        place = f"{path.name}: {cells[0 if turned else names[0]]}"
        if turned:
            yield from (_cell(Figure(header[n], cells[0], cells[n], place)) for n in range(1, len(header)) if _filled(cells[n]))
            continue
        conditions = {plain[n]: cells[n] for n in settings if _filled(cells[n])}
        day = next((cells[n] for n in days), "")
        given = (Figure(cells[names[0]], header[n].strip(MARKS), cells[n], place, conditions, as_of=day) for n in rest if _filled(cells[n]))
        yield from map(_cell, given)


def _filled(cell: str) -> bool:
    return cell.lower() not in EMPTY


def _cell(figure: Figure) -> Row:
    """The figure with the number in its cell for a value."""
    found = CELL.fullmatch(str(figure.value))
    if found and "," in found["number"] and not THOUSANDS.fullmatch(found["number"]):
        found = None  # a decimal comma, or a list
    if not found:
        return Skipped(figure.subject, figure.place, f"no plain number ({figure.value})")
    unit: Unit = "percent" if found["percent"] else "" if found["dollar"] else "unsaid"
    return replace(figure, value=digits(found["number"].replace(",", "")), op=OPS.get(found["op"] or "", "="), unit=unit)


def origin(files: Sequence[Path], day: str) -> Origin:
    """A table named as its file, of a day that must be given."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    name = files[0].stem
    return Origin(f"table-{slug(name) or 'unnamed'}", name, f"Table {files[0].name}", "aggregator", day)


FORMAT = Format("table", "a table in CSV, TSV, Markdown or JSON", read, origin, builds=True, with_columns=reader)
