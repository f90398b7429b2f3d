"""`factcheck import`: figures from other people's data into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.ledger import LedgerOption
from factcheck.cli.output import status
from factcheck.cli.streams import write_to
from factcheck.importing.formats import FORMATS

COMMONEST = 8  # reasons that a summary lists


def import_(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="One of " + ", ".join(FORMATS) + ".")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of the format, or folders of them.")],
    *,
    into: Annotated[Path, typer.Option(metavar="LEDGER", help="The ledger folder to write to.", show_default=False)],
    ledger: LedgerOption = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the data are of, if they do not say.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the data, if they do not say.")] = None,
    source: Annotated[str | None, typer.Option(metavar="ID", help="The ledger's source that the data are from.")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="CONDITION=VALUE", help="A condition of every figure, as variant=text.", show_default=False),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="METRIC", help="Figures to leave alone, by metric.", show_default=False)
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=METRIC", help="What a column of a table is: a metric, 'model', or '-' for nothing.", show_default=False),
    ] = None,
    table: Annotated[str, typer.Option(metavar="NAME", help="The one to read where a file holds several: table1, table2 ...")] = "",
    new_subjects: Annotated[bool, typer.Option(help="Enter models that the ledger lacks, where the data describe them.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List everything left out, with the reason.")] = False,
) -> None:
    """Bring figures from a data file into a ledger.

    What the ledger has already is left as it is; a changed figure becomes a new claim and ends the old one; claims written by hand are
    never touched. The ledgers given with --ledger come first, for their names.
    """
    from factcheck.errors import UsageError
    from factcheck.importing.formats import format_of
    from factcheck.importing.run import run
    from factcheck.ledger.faults import did_you_mean
    from factcheck.ledger.locate import locate
    from factcheck.values import dates

    if format_ not in FORMATS:
        raise UsageError(f"no format {format_!r}" + did_you_mean(format_, FORMATS, f": there are {', '.join(FORMATS)}"))
    if published:
        try:
            dates(published)
        except ValueError:
            raise UsageError(f"--published {published} is no date: write YYYY-MM-DD") from None
    chosen, meanings = format_of(format_), _meanings(columns or (), "--columns", "NAME=METRIC")
    if (meanings or table) and not chosen.with_columns:
        raise UsageError(f"--{'columns' if meanings else 'table'} is for tables, {format_} has columns of its own")
    with status(sys.stderr) as progress:
        made = run(
            chosen,
            files,
            into,
            locate(ledger) if ledger else (),
            published or "",
            columns=meanings,
            table=table,
            publisher=publisher or "",
            source=source or "",
            conditions=_meanings(set_ or (), "--set", "CONDITION=VALUE"),
            without=without or (),
            new_subjects=new_subjects,
            dry_run=dry_run,
            progress=progress,
        )
    would = "would be " if dry_run else ""
    counts = f"{made.new} {would}new, {made.changed} {would}changed, {made.unchanged} unchanged, {len(made.skipped)} left out"
    counts += f", {len(made.subjects)} {would}new subjects" if made.subjects else ""
    out = [f"{made.origin.publisher}, {made.origin.published}: {counts}"]
    if chosen.with_columns:
        out += [f"  column {name!r} is {metric}" for name, metric in made.metrics.items()]
    if verbose:
        out += [f"  {skipped.place}: {skipped.why}" for skipped in made.skipped]
    else:
        reasons = Counter(skipped.why.partition(" (")[0] for skipped in made.skipped)
        out += [f"  {count:6,}  {why}" for why, count in reasons.most_common(COMMONEST)]
    write_to(sys.stdout, "".join(line + "\n" for line in out))


def _meanings(given: Iterable[str], option: str, form: str) -> dict[str, str]:
    """NAME=METRIC, several with commas between them, as a mapping. Raises UsageError for anything else."""
    from factcheck.errors import UsageError

    pairs = [pair for one in given for pair in one.split(",")]
    for pair in pairs:
        if "=" not in pair.strip("= "):
            raise UsageError(f"{option} {pair} is not understood: write {form}")
    return {name.strip(): meaning.strip() for name, _, meaning in (pair.rpartition("=") for pair in pairs)}
