"""`factcheck show`: what the ledger says of a subject."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, VerboseOption, opened, print_json, print_lines, view


def show(
    subject: Annotated[str, typer.Argument(help="A subject: id, name or alias.")],
    metric: Annotated[str | None, typer.Argument(help="Only this metric: id, name or alias.", show_default=False)] = None,
    *,
    ledger: LedgerOption = None,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
) -> None:
    """Show the claims on a subject, by metric: value, conditions, who says so, source and date."""
    from factcheck.ledger.lookup import metric_id, subject_id
    from factcheck.report.ledger import subject_lines
    from factcheck.report.records import subject_json

    book = opened(ledger)
    about = book.subjects[subject_id(subject, book)]
    only = metric_id(metric, book) if metric else None
    claims = [claim for claim in book.claims.values() if claim.subject == about.id and only in (None, claim.metric)]
    if format_ == "json":
        print_json(subject_json(about, claims))
    else:
        look = view(color, verbose)
        print_lines(subject_lines(about, claims, book, look), look)
