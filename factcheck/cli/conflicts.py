"""`factcheck conflicts`: claims in the ledger that disagree, and why."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, VerboseOption, opened, print_json, print_lines, view
from factcheck.ledger.conflicts import Reason


def conflicts(
    *,
    ledger: LedgerOption = None,
    subject: Annotated[str | None, typer.Option(help="Only this subject (id, name or alias).", show_default=False)] = None,
    metric: Annotated[str | None, typer.Option(help="Only this metric (id, name or alias).", show_default=False)] = None,
    reason: Annotated[Reason | None, typer.Option(help="Only groups with this reason.", show_default=False)] = None,
    fail_on: Annotated[Literal["unexplained", "never"], typer.Option(help="Exit 1 if a group is unexplained, or never.")] = "never",
    format_: FormatOption = "text",
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
) -> None:
    """Show the claims that disagree, grouped, with the reason: the unexplained first, then the furthest apart."""
    from factcheck.ledger.conflicts import conflicts as find
    from factcheck.ledger.lookup import metric_id, subject_id
    from factcheck.report.ledger import conflict_lines
    from factcheck.report.records import conflicts_json

    book = opened(ledger)
    only_subject = subject_id(subject, book) if subject else None
    only_metric = metric_id(metric, book) if metric else None
    groups = [
        group
        for group in find(book)
        if only_subject in (None, group.subject) and only_metric in (None, group.metric) and (reason is None or reason in group.reasons)
    ]
    if format_ == "json":
        print_json(conflicts_json(groups))
    else:
        look = view(color, verbose)
        print_lines(conflict_lines(groups, book, look), look)
    if fail_on == "unexplained" and not all(group.explained for group in groups):
        raise typer.Exit(1)
