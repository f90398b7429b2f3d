"""One import from the files to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from factcheck.dataclass import replace
from factcheck.errors import InputError
from factcheck.importing.figures import EDITION, Figure, Format, Origin, Row
from factcheck.importing.merge import Plan, plan
from factcheck.importing.write import texts
from factcheck.ledger.faults import did_you_mean
from factcheck.ledger.load import load
from factcheck.ledger.model import Ledger
from factcheck.ledger.store import locked, save


def run(
    format_: Format,
    files: Sequence[Path],
    into: Path,
    below: Sequence[Path] = (),
    day: str = "",
    *,
    columns: Mapping[str, str] | None = None,
    table: str = "",
    publisher: str = "",
    source: str = "",
    conditions: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    new_subjects: bool = False,
    dry_run: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Plan:
    """Read files of a format and write what is new in them to the ledger `into`; `below` are ledgers that come before it.

    `columns` says what columns of a table mean, by their names, and `table` which of several to read; `publisher` who published the
    files, if they do not say, or `source` is the id of what the ledger has for them; `conditions` hold for every figure, and those on
    a metric in `without` are left alone.
    `progress` is told in a few words what is being done. Raises InputError if a file cannot be read, LedgerError if the ledger is unsound
    or would become so; nothing is written then.
    """
    missing = [path for path in files if not path.exists()]
    if missing:
        raise InputError(f"{missing[0]} does not exist")
    read = format_.with_columns(columns or {}, table) if format_.with_columns else format_.read
    folders = [*below, into]
    rows: list[Row] = []
    for path in files:
        progress(f"reading {path}")
        rows += _rows(path, read, format_.name)
    if without:
        rows = [row for row in rows if not (isinstance(row, Figure) and row.metric in without)]
    if conditions:
        rows = [replace(row, conditions={**row.conditions, **conditions}) if isinstance(row, Figure) else row for row in rows]
    of_data = None if source else format_.origin(files, day)
    progress("loading the ledger")
    with nullcontext() if dry_run else locked(into):
        ledger = load(folders, {})
        progress(f"holding {len(rows):,} rows against the ledger")
        origin = of_data or of_source(source, ledger)
        origin = replace(origin, publisher=publisher) if publisher else origin
        made = plan(rows, origin, ledger, builds=format_.builds, new_subjects=new_subjects)
        if not dry_run and made.added:
            progress(f"writing {len(made.added):,} claims")
            save(folders, texts(made, into, ledger))
    return made


def of_source(id_: str, ledger: Ledger) -> Origin:
    """A source that the ledger has as the origin of figures. Raises InputError if it has none of that id, or none with a day."""
    source = ledger.sources.get(id_)
    if source is None:
        raise InputError(f"no source {id_!r} in the ledger" + did_you_mean(id_, ledger.sources))
    if source.published is None:
        raise InputError(f"the source {id_!r} has no date: add when it was published")
    series = EDITION.sub("", id_)
    return Origin(series, source.publisher, source.title, source.kind, str(source.published.written), source.url or "", id=id_)


def _rows(path: Path, read: Callable[[Path], Iterable[Row]], name: str) -> list[Row]:
    """The rows of one file. Whatever in it is not as its format has it is told by file, though not by place."""
    try:
        return list(read(path))
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise InputError(f"{path} is not as {name} has its files: {error or type(error).__name__}") from None
