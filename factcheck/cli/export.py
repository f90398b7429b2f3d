"""`factcheck export`: the ledger in other forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.ledger import LedgerOption, opened, print_json


def export(
    form: Annotated[
        Literal["json", "csv", "sqlite"], typer.Argument(metavar="FORM", help="json, csv (the claims) or sqlite (needs --output).")
    ],
    *,
    ledger: LedgerOption = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False)] = None,
) -> None:
    """Write the ledger as JSON, CSV or a SQLite database."""
    from factcheck.errors import UsageError
    from factcheck.report.export import to_csv, to_json, to_sqlite

    if form == "sqlite" and output is None:
        raise UsageError("a database is a file: say which with --output FILE")
    book = opened(ledger)
    try:
        if output is None:
            print_json(to_json(book) if form == "json" else to_csv(book))
        elif form == "sqlite":
            to_sqlite(book, output)
        else:
            output.write_text(to_json(book) if form == "json" else to_csv(book), encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from None
