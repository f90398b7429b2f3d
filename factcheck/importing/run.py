"""One import from the files to the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import Format
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
    new_subjects: bool = False,
    dry_run: bool = False,
) -> Plan:
    """Read files of a format and write what is new in them to the ledger `into`; `below` are ledgers that come before it.

    Raises InputError if a file cannot be read, LedgerError if the ledger is unsound or would become so; nothing is written then.
    """
    missing = [path for path in files if not path.exists()]
    if missing:
        raise InputError(f"{missing[0]} does not exist")
    folders = [*below, into]
    with locked(into):
        ledger = load(folders)
        rows = [row for path in files for row in format_.read(path)]
        made = plan(rows, format_.origin(files, day), ledger, dated=format_.dated, new_subjects=new_subjects)
        if not dry_run and made.added:
            save(folders, texts(made, into, ledger))
    return made
