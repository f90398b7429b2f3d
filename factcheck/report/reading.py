"""What was read from articles, for people: a table, and with `why` the evidence for each part and every number left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.extract.assertion import Assertion, Unread
from factcheck.ledger.model import Ledger
from factcheck.places import Lines, Place, Span
from factcheck.report.claims import metric_name, subject_name
from factcheck.report.layout import Line, aligned, harmless, paragraph
from factcheck.report.paint import paint
from factcheck.report.view import View
from factcheck.report.why import reading, stated
from factcheck.results import ArticleResult, Results
from factcheck.wording import conditions_text

HEADER = ("place", "subject", "metric", "value", "conditions", "by")


def render(results: Results, view: View) -> str:
    """What `factcheck extract` prints for people."""
    return paint(report(results, view), view.color)


def report(results: Results, view: View) -> Iterator[Line]:
    """The whole report, line by line."""
    for article in results.articles:
        if article.problem:
            continue
        n = len(article.assertions)
        yield [(harmless(article.document.path), "strong"), (f": {n:,} figure{'' if n == 1 else 's'} read", "")]
        yield from _evidence(article, results.ledger, view) if view.why else _table(article, results.ledger, view)
        yield []


def _table(article: ArticleResult, ledger: Ledger, view: View) -> Iterator[Line]:
    if not article.assertions:
        return
    lines = article.document.lines()
    rows = [HEADER, *(_row(assertion, lines, ledger) for assertion in article.assertions)]
    header, *body = aligned(rows, view.width, 2)
    yield [(text, "faint") for text, _ in header]
    yield from body


def _row(assertion: Assertion, lines: Lines, ledger: Ledger) -> tuple[str, ...]:
    versus = " and ".join(subject_name(other, ledger) for other in assertion.versus)
    return (
        "{}:{}".format(*lines.position(assertion.span.start)),
        harmless(subject_name(assertion.subject, ledger) or assertion.subject_text or "?"),
        harmless(metric_name(assertion.metric, ledger) or assertion.metric_text or "?"),
        stated(assertion) + (f" than {versus}" if versus and assertion.kind != "rank" else ""),
        harmless(
            ", ".join(filter(None, (conditions_text(assertion.conditions), "" if assertion.modality == "stated" else assertion.modality)))
        ),
        subject_name(assertion.by, ledger),
    )


def _evidence(article: ArticleResult, ledger: Ledger, view: View) -> Iterator[Line]:
    lines, path = article.document.lines(), article.document.path
    for assertion in article.assertions:
        yield []
        yield [(f"{_place(path, lines, assertion.span)}: ", ""), (f'"{harmless(assertion.text)}"', "strong")]
        yield from paragraph(f"read as {reading(assertion, ledger)}", view.width, 2)
        rows: list[tuple[str, ...]] = [
            (evidence.part, harmless(evidence.chosen), harmless(evidence.rule)) for evidence in assertion.evidence
        ]
        yield from aligned(rows, view.width, 4)
    if article.unread:
        n = len(article.unread)
        yield []
        yield [(f"{n:,} number{'' if n == 1 else 's'} left alone", "strong")]
        yield from aligned([*_left_alone(article.unread, lines)], view.width, 4)


def _left_alone(unread: Iterable[Unread], lines: Lines) -> Iterator[tuple[str, ...]]:
    """Numbers and reasons, with those of a line that share a reason in one row."""
    for (_, reason), found in groupby(unread, key=lambda u: (lines.position(u.span.start)[0], u.reason)):
        first, *more = found
        numbers = ", ".join(harmless(one.text) for one in (first, *more))
        yield "{}:{}".format(*lines.position(first.span.start)), numbers, harmless(reason)


def _place(path: str, lines: Lines, span: Span) -> Place:
    return Place(harmless(path), *lines.position(span.start))
