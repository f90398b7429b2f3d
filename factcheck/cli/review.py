"""`factcheck review`: claims that are worth another look."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, opened, print_json, print_lines, view
from factcheck.ledger.review import ReviewReason


def review(
    *,
    ledger: LedgerOption = None,
    subject: Annotated[str | None, typer.Option(help="Only this subject (id, name or alias).", show_default=False)] = None,
    reason: Annotated[ReviewReason | None, typer.Option(help="Only claims with this reason.", show_default=False)] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Look from this day. [default: today]")] = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="Show so many.")] = 20,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
) -> None:
    """Show the claims that are old, rest on one source, or are known at second hand only: the worst first, with what to look up.

    Claims with a single source of first hand are only counted, unless asked for with --reason 'single source'.
    """
    from factcheck.cli.day import as_of_day
    from factcheck.ledger.lookup import subject_id
    from factcheck.ledger.review import reviews
    from factcheck.report.review import review_json, review_lines

    book = opened(ledger)
    only = subject_id(subject, book) if subject else None
    claims = [claim for claim in book.claims.values() if only in (None, claim.subject)]
    every = reviews(book, as_of_day(as_of) or date.today(), claims)
    found = [one for one in every if (reason in one.reasons if reason else one.badness)]
    if format_ == "json":
        print_json(review_json(found, book))
    else:
        look = view(color)
        single = 0 if reason else sum(not one.badness for one in every)
        print_lines(review_lines(found, most, book, look, single), look)
