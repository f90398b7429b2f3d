"""The tables of a file (CSV, TSV, Markdown, a JSON list of flat objects), as they stand there.

Several in one file are numbered: table1, table2. A CSV that holds several begins each row with the name of its table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.files import digits, json_of, text

RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
NAME = re.compile(r"[a-z]+\d+")  # of a table, in the first cell of its rows
Table = list[list[str]]  # its rows, the header first


def tables(path: Path) -> dict[str, Table]:
    """The tables of a file by their names."""
    content = text(path)
    if path.suffix.lower() == ".json":
        found = _numbered(_lists(json_of(path)))
    elif path.suffix.lower() == ".md":
        found = _numbered(_markdown(content.splitlines()))
    else:
        found = _separated(content, "\t" if path.suffix.lower() == ".tsv" else ",")
    if not any(len(table) > 1 for table in found.values()):
        raise InputError(f"{path} holds no table with a header and a row")
    return {name: table for name, table in found.items() if table}


def _numbered(found: Iterator[Table]) -> dict[str, Table]:
    return {f"table{n}": table for n, table in enumerate(found, start=1)}


def _separated(content: str, delimiter: str) -> dict[str, Table]:
    import csv

    rows = csv.reader(content.splitlines(keepends=True), delimiter=delimiter)
    table = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not all(NAME.fullmatch(row[0]) for row in table):
        return {"table1": table}
    found: dict[str, Table] = {}
    for name, *row in table:
        found.setdefault(name, []).append(row)
    return found


def _lists(data: object) -> Iterator[Table]:
    """The lists of flat objects in JSON, each as a header and rows."""
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        header = list(dict.fromkeys(str(key) for row in data for key in row))
        yield [header, *([_cell_of(row.get(key)) for key in header] for row in data)]
    elif isinstance(data, dict):
        for value in data.values():
            yield from _lists(value)


def _cell_of(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bool | list | dict) else digits(value)


def _markdown(lines: Sequence[str]) -> Iterator[Table]:
    for n, line in enumerate(lines[1:], start=1):
        if "|" in lines[n - 1] and "-" in line and RULE.fullmatch(line):
            end = next((m for m in range(n + 1, len(lines)) if "|" not in lines[m]), len(lines))
            yield [_cells(lines[n - 1]), *map(_cells, lines[n + 1 : end])]


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]
