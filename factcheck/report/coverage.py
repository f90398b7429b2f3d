"""How much of what articles say a ledger can judge, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from factcheck.report.layout import Line, harmless
from factcheck.report.records import dump
from factcheck.results import ArticleResult


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of the figures of one article, or of several: judged, and those that were not, by what the ledger lacks."""

    path: str
    figures: int = 0
    judged: int = 0  # with any verdict but unverified
    no_subject: int = 0  # the vocabulary lacks whom they are about
    no_metric: int = 0  # ... or what was measured
    no_claim: int = 0  # it knows both and has nothing comparable

    @property
    def share(self) -> str:
        """Of the figures on subjects the ledger knows those that were judged, as "62%"."""
        known = self.figures - self.no_subject
        return f"{100 * self.judged / known:.0f}%" if known else "-"


HEADER = ("figures", "judged", "no subject", "no metric", "no claim", "of known", "article")


def coverage(article: ArticleResult) -> Coverage:
    """The counts of one checked article."""
    counts = dict.fromkeys(("judged", "no_subject", "no_metric", "no_claim"), 0)
    for judgement in article.judgements:
        missing = "no_subject" if not judgement.assertion.subject else "no_metric" if not judgement.assertion.metric else "no_claim"
        counts["judged" if judgement.verdict != "unverified" else missing] += 1
    return Coverage(article.document.path, len(article.judgements), **counts)


def total(rows: Iterable[Coverage]) -> Coverage:
    """The counts of several articles together."""
    numbers = [name.name for name in fields(Coverage)[1:]]
    listed = list(rows)
    return Coverage("total", **{name: sum(getattr(row, name) for row in listed) for name in numbers})


def coverage_lines(articles: Sequence[ArticleResult]) -> Iterator[Line]:
    """A table with a row for each article and one for all."""
    rows = [coverage(article) for article in articles]
    shown = [HEADER, *map(_cells, [*rows, total(rows)] if len(rows) != 1 else rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(HEADER) - 1)]
    for row in shown:
        numbers = [text.rjust(width) for text, width in zip(row, widths, strict=False)]
        yield [("  ".join([*numbers, row[-1]]), "strong" if row is HEADER else "")]


def _cells(row: Coverage) -> tuple[str, ...]:
    numbers = (row.figures, row.judged, row.no_subject, row.no_metric, row.no_claim)
    return (*(f"{number:,}" for number in numbers), row.share, harmless(row.path))


def coverage_json(articles: Sequence[ArticleResult]) -> str:
    """What `factcheck coverage --format json` prints."""
    rows = [coverage(article) for article in articles]
    return dump({"documents": [_record(row) for row in rows], "total": _record(total(rows))})


def _record(row: Coverage) -> dict[str, str | int]:
    return {name.name: getattr(row, name.name) for name in fields(Coverage)}
