"""`factcheck extract`: show what was read from the articles, unjudged."""

from __future__ import annotations

from factcheck.check import read
from factcheck.cli.day import as_of_day
from factcheck.cli.options import Options
from factcheck.cli.output import write
from factcheck.cli.streams import complain
from factcheck.config import Settings
from factcheck.ledger.model import Ledger
from factcheck.report import EXTRACT_FORMATS


def run(options: Options, settings: Settings, ledger: Ledger) -> int:
    """Read and report. 0: all was read, 2: a path could not be. Raises FactcheckError where nothing can be read at all."""
    day = as_of_day(options.as_of)
    results = read(options.paths, ledger, day, options.stdin_filename, options.why)
    configured = settings.format if settings.format in EXTRACT_FORMATS else None
    write(results, EXTRACT_FORMATS, options.format or configured or "text", options)
    for problem in results.problems:
        complain(problem)
    return 2 if results.problems else 0
