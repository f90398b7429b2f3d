"""Annotations in a pull request: the workflow commands of GitHub Actions, one line each."""

from __future__ import annotations

import os
from collections import Counter

from factcheck.findings import SEVERITIES, Finding, Severity
from factcheck.places import Lines
from factcheck.report.layout import harmless
from factcheck.report.view import View
from factcheck.results import Results

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
MOST = 10  # of each severity are shown in one step; the rest would be dropped in silence


def render(results: Results, view: View) -> str:
    """The worst findings first, at most ten of each severity, then a notice of how many more there are.

    Paths are relative to the repository, which is the folder the command runs in unless GITHUB_WORKSPACE says otherwise.
    """
    found = [
        (SEVERITIES.index(finding.severity), article.document.path, article.document.lines(), finding)
        for article in results.articles
        for finding in article.findings
        if finding.severity != "info" or view.verbose
    ]
    found.sort(key=lambda item: item[0])
    shown: Counter[Severity] = Counter()
    out = []
    for _, path, lines, finding in found:
        shown[finding.severity] += 1
        if shown[finding.severity] <= MOST:
            out.append(_annotation(path, lines, finding))
    if more := len(found) - len(out):
        out.append(f"::notice title=factcheck::{more} more finding{'' if more == 1 else 's'} in the log\n")
    return "".join(out)


def _annotation(path: str, lines: Lines, finding: Finding) -> str:
    line, column = lines.position(finding.span.start)
    end_line, end_column = lines.position(max(finding.span.end, finding.span.start))
    properties = {
        "file": _relative(path),
        "line": line,
        "endLine": end_line,
        # Columns count only within one line.
        **({"col": column, "endColumn": end_column} if line == end_line else {}),
        "title": f"{finding.rule.code} {finding.rule.name}",
    }
    message = finding.message + (f"\nWrite: {finding.suggestion}" if finding.suggestion else "")
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {told}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(harmless(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _relative(path: str) -> str:
    """A path from the top of the repository, with forward slashes; one outside of it as it is."""
    top = os.environ.get("GITHUB_WORKSPACE") or os.curdir
    try:
        relative = os.path.relpath(path, top)
    except ValueError:  # another drive
        return path
    return path if relative.startswith(os.pardir) else relative.replace(os.sep, "/")
