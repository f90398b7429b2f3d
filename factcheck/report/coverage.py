"""How much of what articles say a ledger can judge, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.dataclass import dataclass
from factcheck.ledger.model import Ledger
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
    on_models: int = 0  # of all figures those on models that it has claims on
    on_models_judged: int = 0  # ... and of these the judged

    @property
    def share(self) -> str:
        """Of the figures on subjects the ledger knows those that were judged, as "62%"."""
        return _share(self.judged, self.figures - self.no_subject)

    @property
    def share_on_models(self) -> str:
        """Of the figures on models the ledger has claims on those that were judged."""
        return _share(self.on_models_judged, self.on_models)


HEADER = ("figures", "judged", "no subject", "no metric", "no claim", "of known", "on models", "judged", "of these", "article")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "-"


def coverage(article: ArticleResult, ledger: Ledger) -> Coverage:
    """The counts of one checked article."""
    counts = dict.fromkeys(("judged", "no_subject", "no_metric", "no_claim", "on_models", "on_models_judged"), 0)
    for judgement in article.judgements:
        subject, judged = judgement.assertion.subject, judgement.verdict != "unverified"
        missing = "no_subject" if not subject else "no_metric" if not judgement.assertion.metric else "no_claim"
        counts["judged" if judged else missing] += 1
        known = ledger.subjects.get(subject or "")
        if known and known.kind == "model" and ledger.covers(known.id):
            counts["on_models"] += 1
            counts["on_models_judged"] += judged
    return Coverage(article.document.path, len(article.judgements), **counts)


def total(rows: Iterable[Coverage]) -> Coverage:
    """The counts of several articles together."""
    numbers = Coverage.__match_args__[1:]
    listed = list(rows)
    return Coverage("total", **{name: sum(getattr(row, name) for row in listed) for name in numbers})


def coverage_lines(articles: Sequence[ArticleResult], ledger: Ledger) -> Iterator[Line]:
    """A table with a row for each article and one for all."""
    rows = [coverage(article, ledger) for article in articles]
    shown = [HEADER, *map(_cells, [*rows, total(rows)] if len(rows) != 1 else rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(HEADER) - 1)]
    for row in shown:
        numbers = [text.rjust(width) for text, width in zip(row, widths, strict=False)]
        yield [("  ".join([*numbers, row[-1]]), "strong" if row is HEADER else "")]


def _cells(row: Coverage) -> tuple[str, ...]:
    numbers = (row.figures, row.judged, row.no_subject, row.no_metric, row.no_claim)
    on_models = (f"{row.on_models:,}", f"{row.on_models_judged:,}", row.share_on_models)
    return (*(f"{number:,}" for number in numbers), row.share, *on_models, harmless(row.path))


def coverage_json(articles: Sequence[ArticleResult], ledger: Ledger) -> str:
    """What `factcheck coverage --format json` prints."""
    rows = [coverage(article, ledger) for article in articles]
    return dump({"documents": [_record(row) for row in rows], "total": _record(total(rows))})


def _record(row: Coverage) -> dict[str, str | int]:
    return {name: getattr(row, name) for name in Coverage.__match_args__}
