"""Where a report goes, how wide it is and whether it has colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from factcheck.cli.options import Options
from factcheck.cli.streams import write_to
from factcheck.errors import UsageError
from factcheck.report import View, reporter
from factcheck.results import Results

FOR_PROGRAMS = ("json", "claimreview")
NARROWEST, USUAL, WIDEST = 60, 80, 100  # columns


def view(options: Options, stream: TextIO, verbose: bool = False) -> View:
    """How a report is to look on a stream, or in the file that is to hold it."""
    color = wants_color(options.color, stream, os.environ) if not options.output else options.color == "always"
    return View(width(stream), color, options.verbose or verbose, options.why, options.review_url or "", options.reviewer or "")


def wants_color(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """The option decides, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether a terminal reads it that has colours."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Columns of the terminal, of COLUMNS, or 80; within what reads well."""
    columns = os.environ.get("COLUMNS", "")
    try:
        wide = int(columns) if columns.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # no terminal
        wide = 0
    return max(NARROWEST, min(wide or USUAL, WIDEST))


def write(results: Results, formats: Mapping[str, str], name: str, options: Options, verbose: bool = False) -> None:
    """Write a report to standard output, or as UTF-8 to the file that was named. Raises UsageError if that cannot be written."""
    text = reporter(formats, name)(results, view(options, sys.stdout, verbose))
    if options.output:
        try:
            Path(options.output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise UsageError(f"{options.output}: the report cannot be written: {error.strerror}") from None
    else:
        write_to(sys.stdout, text, as_utf8=name in FOR_PROGRAMS)


@contextmanager
def status(stream: TextIO) -> Iterator[Callable[[str], None]]:
    """What tells on one line of a terminal, empty again afterwards, what is being done; where there is no terminal nothing is told."""
    shown = stream.isatty() and os.environ.get("TERM") != "dumb"
    wide = width(stream)

    def tell(message: str) -> None:
        if shown:
            write_to(stream, f"\r\x1b[K{message[: wide - 1]}")

    try:
        yield tell
    finally:
        if shown:
            write_to(stream, "\r\x1b[K")
