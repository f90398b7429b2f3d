"""`factcheck coverage`: how much of what articles say the ledger can judge."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, opened, print_json, print_lines, view


def coverage(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")],
    *,
    ledger: LedgerOption = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Judge as of this day. [default: the article's date, else today]")
    ] = None,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
) -> None:
    """Count for each article the figures that the ledger can judge, and what it lacks for the others."""
    from factcheck.check import check
    from factcheck.cli.day import as_of_day
    from factcheck.cli.streams import complain
    from factcheck.report.coverage import coverage_json, coverage_lines

    results = check(paths, opened(ledger), as_of_day(as_of))
    articles = [article for article in results.articles if not article.problem]
    if format_ == "json":
        print_json(coverage_json(articles, results.ledger))
    else:
        look = view(color)
        print_lines(coverage_lines(articles, results.ledger), look)
    for problem in results.problems:
        complain(problem)
    if results.problems:
        raise typer.Exit(2)
