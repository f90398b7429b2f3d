"""`factcheck show`: what the ledger says of a subject."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, VerboseOption, located, print_json, print_lines, view


def show(
    subject: Annotated[str, typer.Argument(help="A subject: id, name or alias.")],
    metric: Annotated[str | None, typer.Argument(help="Only this metric: id, name or alias.", show_default=False)] = None,
    *,
    ledger: LedgerOption = None,
    origin: Annotated[bool, typer.Option("--origin", help="Say which ledger, file and line each claim is from.")] = False,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day that ages are counted to. [default: today]")] = None,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
) -> None:
    """Show the claims on a subject, by metric: value, conditions, who says so, source, date and age."""
    from datetime import date

    from factcheck.cli.day import as_of_day
    from factcheck.ledger.compiled import load
    from factcheck.ledger.layers import Layers
    from factcheck.ledger.lookup import metric_id, subject_id
    from factcheck.report.ledger import subject_lines
    from factcheck.report.records import subject_json

    day = as_of_day(as_of) or date.today()
    folders = located(ledger)
    layers = Layers(folders) if origin else None
    book = layers.whole if layers else load(folders)
    about = book.subjects[subject_id(subject, book)]
    only = metric_id(metric, book) if metric else None
    claims = [claim for claim in book.claims.values() if claim.subject == about.id and only in (None, claim.metric)]
    origins = {claim.id: layers.origins(claim.id) for claim in claims} if layers else {}
    if format_ == "json":
        print_json(subject_json(about, claims, book, day, origins))
    else:
        look = view(color, verbose)
        print_lines(subject_lines(about, claims, book, look, today=day, origins=origins), look)
