"""The whole run: read each article, extract its assertions, judge them against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from factcheck import documents
from factcheck.article_day import article_day
from factcheck.dataclass import replace
from factcheck.documents.document import Document
from factcheck.errors import InputError
from factcheck.extract import extract
from factcheck.extract.names.vocabulary import Vocabulary, vocabulary
from factcheck.findings import Finding, Severity
from factcheck.judge import judge
from factcheck.ledger.model import Ledger
from factcheck.places import Span
from factcheck.results import ArticleResult, Results
from factcheck.unreadable_input import RULE as UNREADABLE

Severities = Mapping[str, Severity | Literal["off"]]  # by rule code


def check(
    paths: Sequence[str], ledger: Ledger, as_of: date | None = None, stdin_name: str | None = None, severities: Severities | None = None
) -> Results:
    """Judge every article at `paths`: files, folders, globs, "-" for standard input.

    An article is judged as of `as_of`, else of its own date, else of today. What cannot be read is an article with one
    error and a `problem`; the others are still checked. `severities` replace those of the rules.
    """
    words = vocabulary(ledger)
    return Results(
        tuple(
            check_document(article, ledger, words, as_of, severities or {}) if isinstance(article, Document) else article
            for article in _articles(paths, stdin_name)
        ),
        ledger,
    )


def read(
    paths: Sequence[str], ledger: Ledger, as_of: date | None = None, stdin_name: str | None = None, every_number: bool = False
) -> Results:
    """What `check` would judge, unjudged; with `every_number`, every number left alone has its reason."""
    words = vocabulary(ledger)
    return Results(
        tuple(
            read_document(article, words, as_of, every_number) if isinstance(article, Document) else article
            for article in _articles(paths, stdin_name)
        ),
        ledger,
    )


def check_document(document: Document, ledger: Ledger, words: Vocabulary, as_of: date | None, severities: Severities) -> ArticleResult:
    """One article, read and judged; its findings in the order of their places."""
    article = read_document(document, words, as_of)
    known = as_of or article_day(document.meta)
    judgements, findings = judge(document, article.assertions, ledger, known or date.today(), dated=known is not None)
    return replace(article, judgements=judgements, findings=tuple(_weighed(findings, severities)))


def read_document(document: Document, words: Vocabulary, as_of: date | None, every_number: bool = False) -> ArticleResult:
    """One article, read but not judged."""
    reading = extract(document, words, as_of or article_day(document.meta), every_number)
    return ArticleResult(document, reading.assertions, reading.unread)


def _articles(paths: Sequence[str], stdin_name: str | None) -> Iterator[Document | ArticleResult]:
    """Every article at `paths` once, sorted by path, and in place of each that cannot be read what to say of it."""
    found: set[tuple[str, str]] = set()
    for path in paths:
        files, problems = documents.find([path])
        found |= {(path, problem) for problem in problems} | {(file, "") for file in files}
    for path, problem in sorted(found):
        try:
            yield _unreadable(path, problem) if problem else documents.read(path, stdin_name)
        except InputError as error:
            yield _unreadable(path, str(error))


def _unreadable(path: str, problem: str) -> ArticleResult:
    finding = Finding(UNREADABLE, problem.removeprefix(f"{path}: "), Span(0, 0), UNREADABLE.severity)
    return ArticleResult(Document(path, "", ()), findings=(finding,), problem=problem)


def _weighed(findings: Sequence[Finding], severities: Severities) -> Iterator[Finding]:
    """The findings with the severities that were asked for, without those that were turned off."""
    for finding in findings:
        severity = severities.get(finding.rule.code, finding.severity)
        if severity != "off":
            yield finding if severity == finding.severity else replace(finding, severity=severity)
