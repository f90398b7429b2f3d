"""The report for people: each finding with its words marked, what the ledger says and what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.findings import Finding
from factcheck.judge.judgement import Verdict
from factcheck.ledger.model import Ledger
from factcheck.places import Lines, Place, Span
from factcheck.report.claims import about, best_source, claim_text, notes, published, table
from factcheck.report.excerpt import excerpt
from factcheck.report.layout import Line, harmless, paragraph, wrap
from factcheck.report.paint import paint
from factcheck.report.view import View
from factcheck.report.why import why
from factcheck.results import ArticleResult, Results
from factcheck.values import dates
from factcheck.wording import date_text

LABEL = 10  # columns for "ledger", "source", "write" and the blanks around them
MOST_CLAIMS = 6
COUNTED: dict[Verdict, str] = {
    "supported": "supported",
    "disputed": "disputed",
    "outdated": "outdated",
    "contradicted": "wrong",
    "unverified": "unverified",
}


def render(results: Results, view: View) -> str:
    """What `factcheck check` prints for people."""
    return paint(report(results, view), view.color)


def report(results: Results, view: View) -> Iterator[Line]:
    """The whole report, line by line."""
    for article in results.articles:
        lines = article.document.lines()
        for finding in article.findings:
            if finding.severity != "info" and not article.problem:
                yield from _finding(finding, article, lines, results.ledger, view)
                yield []
        if view.verbose:
            yield from _listed(article, lines, results.ledger)
        if view.why:
            yield from why(article, lines, results.ledger, view)
    yield from _closing(results, view)


def _finding(finding: Finding, article: ArticleResult, lines: Lines, ledger: Ledger, view: View) -> Iterator[Line]:
    path, room = article.document.path, view.width - LABEL
    rule = finding.rule
    yield [
        (f"{_place(path, lines, finding.span)}: ", ""),
        (finding.severity, finding.severity),
        (f" {rule.code} {rule.name}", "faint"),
    ]
    yield from excerpt(lines, finding.span, view.width, finding.severity)
    yield from _message(finding.message, view)
    found = [ledger.claims[i] for i in finding.claims if i in ledger.claims]
    claims = found if view.verbose or len(found) == MOST_CLAIMS + 1 else found[:MOST_CLAIMS]
    rows, sources = table(claims, ledger, room)
    if more := len(found) - len(claims):
        rows.append([(f"and {more} more, which -v shows", "faint")])
    yield from _labelled("ledger", rows)
    yield from _labelled("source", sources)
    told = claims if view.verbose else claims[:1]  # a note on one claim among many would puzzle
    yield from _labelled("note", notes([claim for claim in told if (claim.note or "") not in finding.message], room))
    if finding.suggestion:
        yield from _labelled("write", paragraph(harmless(finding.suggestion), room, tone="info"))
    for related in finding.related:
        text = f"{_place(path, lines, related.span)}: {harmless(related.message)}"
        yield from _labelled("see", paragraph(text, room))


def _message(message: str, view: View) -> Iterator[Line]:
    """A finding in words, what it is about in bold."""
    for i, line in enumerate(wrap(harmless(message), view.width - 2)):
        about, colon, rest = line.partition(": ") if i == 0 else ("", "", line)
        yield [("  ", ""), (about + colon, "strong"), (rest, "")]


def _labelled(label: str, lines: Iterable[Line]) -> Iterator[Line]:
    for i, line in enumerate(lines):
        yield [("  " + (label if i == 0 else "").ljust(LABEL - 2), "faint"), *line]


def _listed(article: ArticleResult, lines: Lines, ledger: Ledger) -> Iterator[Line]:
    """What is only counted else, one line each: supported figures with the claim that supports them, and remarks."""
    path = article.document.path
    listed: list[tuple[Span, Line]] = []
    for judgement in article.judgements:
        if judgement.verdict == "supported":
            claim = next((ledger.claims[i] for i in judgement.claims if i in ledger.claims), None)
            source = best_source(claim, ledger) if claim else None
            told = f"{about(claim, ledger)}: {claim_text(claim, ledger)}" if claim else f'"{harmless(judgement.assertion.text)}"'
            span = judgement.assertion.span
            place = f"{_place(path, lines, span)}: "
            listed.append((span, [(place, ""), ("supported ", "info"), (told, ""), (f" ({published(source)})" if source else "", "faint")]))
    for finding in article.findings:
        if finding.severity == "info":
            place = f"{_place(path, lines, finding.span)}: "
            listed.append((finding.span, [(place, ""), (f"{finding.rule.name} ", "faint"), (harmless(finding.message), "")]))
    yield from (line for _, line in sorted(listed, key=lambda item: item[0]))
    if listed:
        yield []


def _closing(results: Results, view: View) -> Iterator[Line]:
    """How many figures were read and what became of them; then the ledger, so that a result can be reproduced."""
    verdicts = Counter(judgement.verdict for article in results.articles for judgement in article.judgements)
    read = verdicts.total()
    counts = ", ".join(f"{verdicts[verdict]} {word}" for verdict, word in COUNTED.items() if verdicts[verdict])
    articles = len(results.articles) - len(results.problems)
    if articles:
        told = f"{_count(read, 'figure')} read in {_count(articles, 'article')}" + (f": {counts}." if counts else ".")
        yield from paragraph(told, view.width, tone="strong")
    severities = Counter(finding.severity for article in results.articles if not article.problem for finding in article.findings)
    found: Line = []
    for severity in ("error", "warning"):
        if n := severities[severity]:
            found += [(", " if found else "", ""), (_count(n, severity), severity)]
    if severities["info"] and not view.verbose:
        found += [(". " if found else "", ""), (f"{_count(severities['info'], 'remark')}, listed with -v", "faint")]
    if found:
        yield [*found, (".", "")]
    if results.problems:
        yield [(f"{_count(len(results.problems), 'path')} could not be checked.", "error")]
    ledger = results.ledger
    newest = f", the newest of {date_text(dates(ledger.newest))}" if ledger.newest else ""
    yield [(f"Ledger {harmless(ledger.version)}: {_count(len(ledger.claims), 'claim')}{newest}.", "faint")]


def _place(path: str, lines: Lines, span: Span) -> str:
    return str(Place(harmless(path), *lines.position(span.start)))


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
