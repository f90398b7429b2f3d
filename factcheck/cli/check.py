"""`factcheck check`: judge the articles, report, and say by the exit code how it went."""

from __future__ import annotations

import os
import sys

from factcheck.check import check
from factcheck.cli.day import as_of_day
from factcheck.cli.options import Options
from factcheck.cli.output import view, write
from factcheck.cli.streams import complain, write_to
from factcheck.config import Settings
from factcheck.findings import SEVERITIES
from factcheck.ledger.model import Ledger
from factcheck.report import CHECK_FORMATS, reporter
from factcheck.results import Results


def run(options: Options, settings: Settings, ledger: Ledger) -> int:
    """Check and report. 0: nothing at or above `--fail-on`, 1: something, 2: a path could not be checked.

    Raises FactcheckError where nothing can be checked at all: bad options.
    """
    day = as_of_day(options.as_of)
    results = check(options.paths, ledger, day, options.stdin_filename, settings.severity)
    fail_on = "never" if options.exit_zero else options.fail_on or settings.fail_on or "error"
    _report(results, options, options.format or settings.format, verbose=fail_on == "info")
    if options.stubs:
        from factcheck.cli.stubs import write_stubs

        complain(write_stubs(results, options.stubs))
    for problem in results.problems:
        complain(problem)
    return 2 if results.problems else int(_fails(results, fail_on))


def _report(results: Results, options: Options, chosen: str | None, verbose: bool) -> None:
    write(results, CHECK_FORMATS, chosen or "text", options, verbose)
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    if chosen == "github" and not options.output:
        # Annotations show only on a pull request's changed lines, and only so many: the log has everything.
        write_to(sys.stderr, reporter(CHECK_FORMATS, "text")(results, view(options, sys.stderr, verbose)))
    elif chosen == "claimreview":
        from factcheck.report.claimreview import lacks_address

        if lacks_address(results, view(options, sys.stderr)):
            complain("ClaimReview needs the address of the page that the reviews will stand on: give it with --review-url")
    elif chosen is None and in_actions:
        write_to(sys.stdout, reporter(CHECK_FORMATS, "github")(results, view(options, sys.stdout, verbose)))
        complain("annotations for GitHub Actions are added; --format text leaves them out")


def _fails(results: Results, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in counted for article in results.articles for finding in article.findings)
