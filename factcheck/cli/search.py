"""`factcheck search`: what in the ledger the words may mean."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, opened, print_json, print_lines, view


def search(
    words: Annotated[list[str], typer.Argument(help="A name, or part of one, or words of a note.")],
    *,
    ledger: LedgerOption = None,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
) -> None:
    """Find subjects, metrics and claims by words that need not be spelt exactly; numbers must be."""
    from factcheck.ledger.search import search as find
    from factcheck.report.ledger import hit_lines
    from factcheck.report.records import hits_json

    text = " ".join(words)
    hits = find(text, opened(ledger))
    if format_ == "json":
        print_json(hits_json(hits))
    else:
        look = view(color)
        print_lines(hit_lines(hits, text, look), look)
