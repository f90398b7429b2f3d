"""One line a finding, as editors and problem matchers read it: path:line:column: CODE message."""

from __future__ import annotations

from factcheck.places import Place
from factcheck.report.layout import harmless
from factcheck.report.view import View
from factcheck.results import Results


def render(results: Results, view: View) -> str:
    """Every finding but, unless `view.verbose`, those that are only for information; nothing if there is none."""
    out = []
    for article in results.articles:
        lines = article.document.lines()
        for finding in article.findings:
            if finding.severity != "info" or view.verbose:
                place = Place(harmless(article.document.path), *lines.position(finding.span.start))
                out.append(f"{place}: {finding.rule.code} {harmless(finding.message)}\n")
    return "".join(out)
