"""What the commands about the ledger share: their options, opening the ledger, printing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.options import Color, Options
from factcheck.cli.output import view as view_of
from factcheck.cli.streams import write_to
from factcheck.ledger.model import Ledger
from factcheck.report.layout import Line
from factcheck.report.view import View

Format = Literal["text", "json"]

LedgerOption = Annotated[
    list[str] | None,
    typer.Option("--ledger", metavar="DIR", help="A ledger folder, or 'builtin'. Several add to each other.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", "--output-format", help="text is for people, json for programs.")]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour: auto is in a terminal only.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Ids, places and notes of the claims as well.")]


def opened(folders: Sequence[str] | None) -> Ledger:
    """The ledger of these folders, else of the configuration, else the nearest. Raises FactcheckError if there is none."""
    from factcheck.ledger.compiled import load

    return load(located(folders))


def located(folders: Sequence[str] | None) -> tuple[Path, ...]:
    """The folders of `opened`."""
    from factcheck.config import nearest
    from factcheck.ledger.locate import locate

    return locate(folders or (), nearest(["."]).ledger)


def view(color: Color, verbose: bool = False) -> View:
    """How a report on standard output is to look."""
    return view_of(Options("check", (), color=color), sys.stdout, verbose)


def print_lines(lines: Iterable[Line], look: View) -> None:
    from factcheck.report.paint import paint

    write_to(sys.stdout, paint(lines, look.color))


def print_json(text: str) -> None:
    write_to(sys.stdout, text, as_utf8=True)
