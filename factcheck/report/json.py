"""The report for programs: the JSON that docs/cli.md fixes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from factcheck.extract.assertion import Assertion
from factcheck.findings import SEVERITIES, Finding
from factcheck.judge.judgement import Judgement, Verdict
from factcheck.places import Lines, Span
from factcheck.report.view import View
from factcheck.results import ArticleResult, Results
from factcheck.values import Dates, as_json

VERSION = 1
LEVELS = 4  # report, documents, document, assertions
VERDICTS: tuple[Verdict, ...] = ("supported", "disputed", "outdated", "contradicted", "unverified")


def render(results: Results, view: View) -> str:
    """What `factcheck check --format json` prints."""
    ledger = results.ledger
    return _dump(
        {
            "version": VERSION,
            "documents": [_checked(article, results) for article in results.articles],
            "summary": _summary(results),
            "ledger": {"version": ledger.version, "claims": len(ledger.claims), "newest": ledger.newest},
        }
    )


def render_reading(results: Results, view: View) -> str:
    """What `factcheck extract --format json` prints."""
    return _dump({"version": VERSION, "documents": [_read(article, view) for article in results.articles]})


def _dump(report: dict[str, Any]) -> str:
    """The report with a line for each assertion and each finding: half as long as with one for each key, and faster to write."""
    return _indented(report, LEVELS, json.JSONEncoder(ensure_ascii=False).encode) + "\n"


def _indented(value: Any, levels: int, encode: Callable[[Any], str]) -> str:
    """A value as JSON, its outer `levels` broken into lines."""
    if not levels or not value or not isinstance(value, (dict, list)):
        return encode(value)
    margin = "\n" + "  " * (LEVELS - levels)
    if isinstance(value, list):
        parts, (first, last) = [_indented(item, levels - 1, encode) for item in value], "[]"
    else:
        parts, (first, last) = [f"{encode(key)}: {_indented(item, levels - 1, encode)}" for key, item in value.items()], "{}"
    return f"{first}{margin}  {f',{margin}  '.join(parts)}{margin}{last}"


def _read(article: ArticleResult, view: View) -> dict[str, Any]:
    lines = article.document.lines()
    read: dict[str, Any] = {"path": article.document.path, "assertions": [_assertion(a, lines) for a in article.assertions]}
    if article.problem:
        read["findings"] = [_finding(finding, lines, article.document.path) for finding in article.findings]
    if view.why:
        for assertion, entry in zip(article.assertions, read["assertions"], strict=True):
            entry["evidence"] = [{"part": e.part, "chosen": e.chosen, "rule": e.rule} for e in assertion.evidence]
        read["unread"] = [{"text": u.text, **_where(u.span, lines), "reason": u.reason} for u in article.unread]
    return read


def _checked(article: ArticleResult, results: Results) -> dict[str, Any]:
    lines, path = article.document.lines(), article.document.path
    return {
        "path": path,
        "assertions": [_judged(judgement, lines) for judgement in article.judgements],
        "findings": [_finding(finding, lines, path) for finding in article.findings],
    }


def _assertion(assertion: Assertion, lines: Lines) -> dict[str, Any]:
    value = assertion.value
    names = {"subject_text": assertion.subject_text} if assertion.subject is None else {}
    names |= {"metric_text": assertion.metric_text} if assertion.metric is None else {}
    return {
        "subject": assertion.subject,
        "metric": assertion.metric,
        **names,
        "value": as_json(value),
        "unit": assertion.unit,
        "op": assertion.op,
        "conditions": dict(assertion.conditions),
        "by": assertion.by,
        "kind": assertion.kind,
        "versus": (assertion.versus[0] if len(assertion.versus) == 1 else list(assertion.versus)) if assertion.versus else None,
        "direction": assertion.direction,
        "interval": [value.first.isoformat(), value.last.isoformat()] if isinstance(value, Dates) else None,
        "modality": assertion.modality,
        "speaker": assertion.speaker,
        "text": assertion.text,
        **_where(assertion.span, lines),
    }


def _judged(judgement: Judgement, lines: Lines) -> dict[str, Any]:
    return {**_assertion(judgement.assertion, lines), "verdict": judgement.verdict, "claims": list(judgement.claims)}


def _finding(finding: Finding, lines: Lines, path: str) -> dict[str, Any]:
    end_line, end_column = lines.position(finding.span.end)
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "message": finding.message,
        **_where(finding.span, lines),
        "end_line": end_line,
        "end_column": end_column,
        "claims": list(finding.claims),
        "suggestion": finding.suggestion,
        "related": [{"path": path, **_where(related.span, lines), "message": related.message} for related in finding.related],
    }


def _where(span: Span, lines: Lines) -> dict[str, Any]:
    line, column = lines.position(span.start)
    return {"span": list(span), "line": line, "column": column}


def _summary(results: Results) -> dict[str, int]:
    verdicts = Counter(judgement.verdict for article in results.articles for judgement in article.judgements)
    severities = Counter(finding.severity for article in results.articles for finding in article.findings)
    return {
        "documents": len(results.articles),
        "assertions": verdicts.total(),
        **{verdict: verdicts[verdict] for verdict in VERDICTS},
        **{("infos" if severity == "info" else f"{severity}s"): severities[severity] for severity in SEVERITIES},
    }
