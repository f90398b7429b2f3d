"""How each verdict came about: every claim that was looked at, and how it was ruled in or out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.assertion import Assertion
from factcheck.ledger.model import Ledger
from factcheck.places import Lines, Place
from factcheck.report.claims import claim_text, metric_name, subject_name
from factcheck.report.layout import Line, aligned, harmless, paragraph
from factcheck.report.view import View
from factcheck.results import ArticleResult
from factcheck.wording import conditions_text, value_text


def why(article: ArticleResult, lines: Lines, ledger: Ledger, view: View) -> Iterator[Line]:
    """For each assertion: what was read, its verdict, and the claims it was held against."""
    for judgement in article.judgements:
        assertion = judgement.assertion
        place = Place(harmless(article.document.path), *lines.position(assertion.span.start))
        yield [(f"{place}: ", ""), (f'"{harmless(assertion.text)}"', "strong"), (" is ", ""), (judgement.verdict, "info")]
        yield from paragraph(f"read as {reading(assertion, ledger)}", view.width, 2)
        rows = []
        for compared in judgement.compared:
            claim = ledger.claims.get(compared.claim)
            rows.append((compared.outcome, claim_text(claim, ledger) if claim else compared.claim, compared.reason))
        if not rows:
            yield [("    the ledger holds nothing to compare it with", "faint")]
        yield from aligned(rows, view.width, 4)
        yield []


def reading(assertion: Assertion, ledger: Ledger) -> str:
    """An assertion in one phrase: subject, metric, value, the other side, conditions, who says so, and whether it is stated."""
    versus = " and ".join(subject_name(other, ledger) for other in assertion.versus)
    parts = (
        subject_name(assertion.subject, ledger) or assertion.subject_text,
        metric_name(assertion.metric, ledger) or assertion.metric_text,
        stated(assertion),
        f"against {versus}" if versus else "",
        conditions_text(assertion.conditions),
        f"by {subject_name(assertion.by, ledger)}" if assertion.by else "",
        assertion.modality if assertion.modality != "stated" else "",
    )
    return harmless(", ".join(filter(None, parts)))


def stated(assertion: Assertion) -> str:
    """The value of an assertion with its operator, hedge and direction."""
    if assertion.value is None:
        return {">": "higher", "<": "lower"}.get(assertion.op, "")
    text = value_text(assertion.value, assertion.unit, assertion.op if assertion.hedge in (None, "about") else "=")
    return " ".join(filter(None, (assertion.hedge if assertion.hedge != "about" else None, text, assertion.direction)))
