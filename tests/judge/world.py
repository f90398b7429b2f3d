"""A small world for judging: made-up models, makers, evaluators and metrics, and short ways to write claims and assertions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.documents.document import Block, Document, Run, Text
from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge import judge
from factcheck.judge.judgement import Judgement
from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.places import Place, Span
from factcheck.values import Dates, Range, Value, between, dates, number

DAY = date(2026, 4, 9)

SUBJECTS = {
    s.id: s
    for s in (
        Subject("acme", "Acme", "organisation"),
        Subject("acme-1", "Acme 1", "model", maker="acme", family="acme"),
        Subject("acme-2", "Acme 2", "model", maker="acme", family="acme"),
        Subject("bolt", "Bolt", "organisation"),
        Subject("bolt-3", "Bolt 3", "model", maker="bolt"),
        Subject("crow-4", "Crow 4", "model"),
        Subject("gauge", "Gauge Lab", "organisation"),
        Subject("meter", "Meter Lab", "organisation"),
        Subject("daily", "The Daily", "organisation"),
    )
}
METRICS = {
    m.id: m
    for m in (
        Metric("exam", "Exam", "score", "percent", range=(0, 100), higher_is_better=True),
        Metric("exam-hard", "Exam Hard", "score", "percent", range=(0, 100), higher_is_better=True),
        Metric("index", "Gauge Index", "score", "points", higher_is_better=True),
        Metric("arena", "Arena", "score", "elo", higher_is_better=True, tolerance=3),
        Metric("error-rate", "Error Rate", "score", "percent", range=(0, 100), higher_is_better=False),
        Metric("price-output", "Output price", "price", "usd_per_million_tokens", higher_is_better=False),
        Metric("context-window", "Context window", "tokens", "tokens", higher_is_better=True),
        Metric("tokens-used", "Tokens used", "tokens", "tokens"),
        Metric("users", "Users", "amount", "people"),
        Metric("age", "Age", "amount", "months"),
        Metric("release-date", "Release date", "date", "date"),
        Metric("open-weights", "Open weights", "availability", "status"),
        Metric("api-access", "API access", "availability", "status"),
        Metric("rank", "Rank", "rank", "rank"),
    )
}
SOURCES = {
    s.id: s
    for s in (
        Source("acme-page", "Acme", "Introducing Acme 1", dates("2025-04-05"), "vendor"),
        Source("bolt-page", "Bolt", "Introducing Bolt 3", dates("2025-04-05"), "vendor"),
        Source("gauge-table", "Gauge Lab", "The table", dates("2026-03-01"), "evaluator"),
        Source("daily-story", "The Daily", "A story", dates("2026-03-02"), "press"),
        Source("elsewhere", "Elsewhere", "A page", dates("2026-03-02"), "press"),
    )
}


def value_of(written: object, kind: str) -> Value | None:
    """A value as YAML or JSON have it: number, [low, high], date text, [from, to], status or None."""
    if written is None:
        return None
    if isinstance(written, list):
        low, high = written
        return between(dates(str(low)), dates(str(high))) if kind == "date" else Range(number(str(low)), number(str(high)))
    if kind == "date":
        return dates(str(written))
    if isinstance(written, str) and not written.replace(".", "").isdigit():
        return written  # type: ignore[return-value]
    return number(str(written))


def claim(
    value: object = 52,
    *,
    subject: str = "acme-1",
    metric: str = "exam",
    conditions: Mapping[str, str] | None = None,
    as_of: object = None,
    until: object = None,
    source: str = "elsewhere",
    **rest: Any,
) -> Claim:
    """A claim, by default 52 on Exam for Acme 1. Its id is "?" until `ledger` numbers it."""
    known = METRICS[metric]
    return Claim(
        rest.pop("id", "?"),
        subject,
        metric,
        value_of(value, known.kind),  # type: ignore[arg-type]
        known.unit,
        (source,),
        Place("claims.yaml", 1, 1),
        conditions=conditions or {},
        as_of=dates(str(as_of)) if as_of else None,
        until=dates(str(until)) if until else None,
        **rest,
    )


def ledger(*claims: Claim) -> Ledger:
    """A ledger of these claims; ids left out are c1, c2 ... in order."""
    from factcheck.dataclass import replace

    named = [replace(c, id=f"c{i}") if c.id == "?" else c for i, c in enumerate(claims, 1)]
    return Ledger(SOURCES, SUBJECTS, METRICS, {c.id: c for c in named}, version="test")


def said(
    value: object = 52,
    *,
    metric: str | None = "exam",
    subject: str | None = "acme-1",
    at: int = 0,
    text: str | None = None,
    versus: str | tuple[str, ...] | list[str] = (),
    interval: list[object] | None = None,
    conditions: Mapping[str, object] | None = None,
    **rest: Any,
) -> Assertion:
    """An assertion, by default 52 on Exam for Acme 1, in a passage of its own."""
    known = METRICS[metric] if metric else None
    kind = rest.pop("kind", known.kind if known else "score")
    unit = rest.pop("unit", known.unit if known else "percent")
    read = value_of(value, known.kind if known and kind == known.kind else kind)
    if interval:
        first, last = (dates(str(day)).first for day in interval)
        read = Dates(first, last, str(value))
    text = str(value) if text is None else text
    return Assertion(
        kind=kind,
        span=Span(at, at + len(text)),
        text=text,
        passage=rest.pop("passage", Span(at, at + len(text))),
        value=read,
        unit=unit,
        subject=subject,
        metric=metric,
        versus=(versus,) if isinstance(versus, str) else tuple(versus),
        conditions={key: str(v) for key, v in (conditions or {}).items()},
        **rest,
    )


def document(text: str) -> Document:
    return Document("article.txt", text, (Block("paragraph", Text(text, (Run(0, 0, len(text)),))),))


def judged(assertion: Assertion, *claims: Claim, day: date = DAY, article: str = "") -> tuple[Judgement, tuple[Finding, ...]]:
    """The judgement on one assertion, and its findings, against these claims."""
    judgements, findings = judge(document(article or " " * assertion.span.end), [assertion], ledger(*claims), day)
    return judgements[0], findings


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule.code for finding in findings]
