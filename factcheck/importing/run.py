"""One import from the files to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Format, Row
from factcheck.importing.merge import Plan, plan
from factcheck.importing.write import texts
from factcheck.ledger.load import load
from factcheck.ledger.store import locked, save


def run(
    format_: Format,
    files: Sequence[Path],
    into: Path,
    below: Sequence[Path] = (),
    day: str = "",
    *,
    columns: Mapping[str, str] | None = None,
    publisher: str = "",
    new_subjects: bool = False,
    dry_run: bool = False,
) -> Plan:
    """Read files of a format and write what is new in them to the ledger `into`; `below` are ledgers that come before it.

    `columns` says what columns of a table mean, by their names; `publisher` who published the files, if they do not say.
    Raises InputError if a file cannot be read, LedgerError if the ledger is unsound or would become so; nothing is written then.
    """
    missing = [path for path in files if not path.exists()]
    if missing:
        raise InputError(f"{missing[0]} does not exist")
    read = format_.with_columns(columns) if columns and format_.with_columns else format_.read
    folders = [*below, into]
    with nullcontext() if dry_run else locked(into):
        ledger = load(folders, {})
        rows = [row for path in files for row in _rows(path, read, format_.name)]
        origin = format_.origin(files, day)
        origin = replace(origin, publisher=publisher) if publisher else origin
        made = plan(rows, origin, ledger, dated=format_.dated, new_subjects=new_subjects)
        if not dry_run and made.added:
            save(folders, texts(made, into, ledger))
    return made


def _rows(path: Path, read: Callable[[Path], Iterable[Row]], name: str) -> list[Row]:
    """The rows of one file. Whatever in it is not as its format has it is told by file, though not by place."""
    try:
        return list(read(path))
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise InputError(f"{path} is not as {name} has its files: {error or type(error).__name__}") from None
