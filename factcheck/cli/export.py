"""`factcheck export`: the ledger in other forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.ledger import LedgerOption, opened, print_json


def export(
    form: Annotated[
        Literal["json", "csv", "sqlite", "every-eval-ever"],
        typer.Argument(
            metavar="FORM", help="json, csv (the claims), sqlite (needs --output), or every-eval-ever (the scores; --output is a folder)."
        ),
    ],
    *,
    ledger: LedgerOption = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False)] = None,
) -> None:
    """Write the ledger as JSON, CSV, a SQLite database, or its scores as records of Every Eval Ever: one a line, or each in a file."""
    import json

    from factcheck.errors import UsageError
    from factcheck.report.every_eval_ever import records, to_json_lines
    from factcheck.report.export import to_csv, to_json, to_sqlite

    text_of = {"json": to_json, "csv": to_csv, "every-eval-ever": to_json_lines}

    if form == "sqlite" and output is None:
        raise UsageError("a database is a file: say which with --output FILE")
    book = opened(ledger)
    try:
        if output is None:
            print_json(text_of[form](book))
        elif form == "sqlite":
            to_sqlite(book, output)
        elif form == "every-eval-ever":
            for name, record in records(book).items():
                path = output / f"{name}.json"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="")
        else:
            output.write_text(text_of[form](book), encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from None
