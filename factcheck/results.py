"""What a run makes of each article, as reporters print it."""

from __future__ import annotations

from factcheck.dataclass import dataclass
from factcheck.documents.document import Document
from factcheck.extract.assertion import Assertion, Unread
from factcheck.findings import Finding
from factcheck.judge.judgement import Judgement
from factcheck.ledger.model import Ledger


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """An article and what came of it: `judgements` are parallel to `assertions`, and empty after `extract`.

    `findings` are in the order of their places. An article that could not be read has no text and `problem` says why.
    """

    document: Document
    assertions: tuple[Assertion, ...] = ()
    unread: tuple[Unread, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """Every article of a run, in the order they were named, and the ledger they were held against."""

    articles: tuple[ArticleResult, ...]
    ledger: Ledger

    @property
    def problems(self) -> tuple[str, ...]:
        """Why articles could not be read, one sentence each."""
        return tuple(article.problem for article in self.articles if article.problem)
