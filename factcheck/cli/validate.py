"""`factcheck validate`: is the ledger sound?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli.ledger import Format, FormatOption, LedgerOption, print_json
from factcheck.cli.streams import write_to


def validate(
    folder: Annotated[
        str | None, typer.Argument(metavar="[LEDGER]", help="A ledger folder; by default the one in use.", show_default=False)
    ] = None,
    *,
    ledger: LedgerOption = None,
    format_: FormatOption = "text",
) -> None:
    """Check a ledger and show every fault as file:line:column: message.

    Exits 2 if there is one. Folders given with --ledger come first, and LEDGER may refer to them.
    """
    from factcheck.config import nearest
    from factcheck.errors import LedgerError
    from factcheck.ledger.load import load
    from factcheck.ledger.locate import locate
    from factcheck.report.records import faults_json, ledger_json

    named = [*(ledger or ()), *([folder] if folder else ())]
    try:
        sound = load(locate(named, nearest(["."]).ledger))
    except LedgerError as error:
        if not error.faults:
            raise
        _print(format_, faults_json(error.faults), "".join(f"{fault}\n" for fault in error.faults))
        raise typer.Exit(2) from None
    counts = f"{len(sound.claims)} claims on {len(sound.subjects)} subjects and {len(sound.metrics)} metrics"
    _print(format_, ledger_json(sound), f"ledger ok: {counts}, {len(sound.sources)} sources, version {sound.version}\n")


def _print(format_: Format, json: str, text: str) -> None:
    if format_ == "json":
        print_json(json)
    else:
        write_to(sys.stdout, text)
