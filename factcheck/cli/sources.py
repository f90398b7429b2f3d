"""`factcheck sources`: who published what the ledger rests on."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from factcheck.cli.ledger import ColorOption, FormatOption, LedgerOption, opened, print_json, print_lines, view


def sources(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only sources with these words in id, publisher, title or address.", show_default=False)
    ] = None,
    *,
    ledger: LedgerOption = None,
    format_: FormatOption = "text",
    color: ColorOption = "auto",
) -> None:
    """List the sources by publisher: kind, date, address and how many claims rest on each."""
    from factcheck.report.ledger import source_lines
    from factcheck.report.records import sources_json

    book = opened(ledger)
    uses = Counter(source for claim in book.claims.values() for source in claim.sources)
    wanted = " ".join(words or ()).casefold().split()
    found = [
        source
        for source in book.sources.values()
        if all(word in f"{source.id} {source.publisher} {source.title} {source.url}".casefold() for word in wanted)
    ]
    if format_ == "json":
        print_json(sources_json(found, uses))
    else:
        look = view(color)
        print_lines(source_lines(found, uses, look), look)
