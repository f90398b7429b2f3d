"""Any table: a row a model and a column a metric, or, with benchmarks at the side and models in the head, the other way round.

What a column is called is taken for the name of its metric, unless the caller says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row
from factcheck.importing.files import below
from factcheck.importing.result_table import benchmarks_at, results
from factcheck.importing.table_cells import MARKS, figure_of, filled, plain
from factcheck.importing.tables import tables
from factcheck.ledger.conditions import CONDITIONS
from factcheck.ledger.homes import slug

ENDINGS = (".csv", ".tsv", ".md", ".json")
MODEL = ("model", "name", "system", "model name", "model version", "llm")
DAY = ("date", "as_of")
SUBJECT, IGNORED = "model", "-"  # what a column may be said to be besides a metric


def read(path: Path) -> Iterator[Row]:
    """Every number of every table, columns as they are headed."""
    return reader({})(path)


def reader(columns: Mapping[str, str], only: str = "") -> Callable[[Path], Iterator[Row]]:
    """A reader that is told what columns mean: a metric, `model`, a condition, or - for nothing. Of a table with benchmarks at the side
    these and the models in the head can be given other names. `only` is the table to read where a file holds several."""

    def rows(path: Path) -> Iterator[Row]:
        unused = dict(columns)
        for file in below(path, *ENDINGS):
            for table in _chosen(file, only):
                for cell in (cell for row in table for cell in row):
                    unused.pop(cell, None)
                yield from _table(table, columns, file)
        if unused:
            raise InputError(f"{path} has no column {next(iter(unused))!r}")

    return rows


def _chosen(path: Path, only: str) -> list[list[list[str]]]:
    found = tables(path)
    if only and only not in found:
        raise InputError(f"{path} has no table {only!r}: there are {', '.join(found)}")
    return [found[only]] if only else list(found.values())


def _table(table: Sequence[Sequence[str]], columns: Mapping[str, str], path: Path) -> Iterator[Row]:
    header, *body = table
    header = [columns.get(name, name) for name in header]
    heads = [plain(name) for name in header]
    names = [n for n, name in enumerate(heads) if name in MODEL]
    if not names and benchmarks_at(heads) is not None:
        yield from results(header, [[columns.get(cell, cell) for cell in row] for row in body], path.name)
        return
    if not names:
        raise InputError(f"{path} has no column of models: say which it is with --columns NAME={SUBJECT}")
    settings = [n for n, name in enumerate(heads) if name in CONDITIONS]
    days = [n for n, name in enumerate(heads) if name in DAY]
    rest = [n for n, name in enumerate(heads) if n not in (*names, *settings, *days) and name not in (IGNORED, "")]
    for row in body:
        cells = [cell.strip() for cell in [*row, *[""] * (len(header) - len(row))]]
        model = cells[names[0]].strip(MARKS)
        conditions = {heads[n]: cells[n].strip(MARKS) for n in settings if filled(cells[n])}
        day = next((cells[n].strip(MARKS) for n in days), "")
        of = partial(Figure, model, place=f"{path.name}: {model}", conditions=conditions, as_of=day)
        yield from (figure_of(of(metric=header[n].strip(MARKS), value=cells[n])) for n in rest if filled(cells[n]))


def origin(files: Sequence[Path], day: str) -> Origin:
    """A table named as its file, of a day that must be given."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    name = files[0].stem
    return Origin(f"table-{slug(name) or 'unnamed'}", name, f"Table {files[0].name}", "aggregator", day)


FORMAT = Format("table", "a table in CSV, TSV, Markdown or JSON", read, origin, builds=True, with_columns=reader)
