"""One article with a finding of every kind, and the small ledger it was held against; made by hand, for every reporter."""

from __future__ import annotations

from decimal import Decimal

from factcheck.documents.document import Document
from factcheck.extract.assertion import Assertion, Evidence, Unread
from factcheck.findings import Finding, Related, Rule, Severity
from factcheck.judge.judgement import Comparison, Judgement, Verdict
from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.places import Place, Span
from factcheck.results import ArticleResult, Results
from factcheck.values import Dates, Number, Value, dates, number

ARTICLE = """---
date: 2026-04-09
---
# This week in models

Wren 2 is out. In its first week the model hits 58% on the Long Exam, ahead of everything that its maker, a small lab \
from Ghent, had shown before, and a reason to look again.

- Context window: 200K tokens, up from 100K.
- Wren 1, released in late 2025, stays free.
- It scores 47 on the Broad Index.\tNobody has measured its speed: 90 tokens per second, says a reader.
- 小さな模型: Wren 2 は 61% を記録した。

In short: Wren 2 reaches 60% on the Long Exam.
"""

HERE = Place("claims/wren.yaml", 1, 1)

LEDGER = Ledger(
    sources={
        "ghent-wren-2": Source(
            "ghent-wren-2", "Ghent Lab", "Wren 2", dates("2026-04-08"), "vendor", "https://ghent-lab.example/blog/introducing-wren-2"
        ),
        "examiner": Source(
            "examiner", "The Examiner", "Wren 2, measured", dates("2026-04-09"), "evaluator", "https://examiner.example/wren-2"
        ),
        "paper": Source("paper", "Model Weekly", "Wren lands", dates("2025-04"), "press"),
    },
    subjects={
        "wren-2": Subject("wren-2", "Wren 2", "model", maker="ghent-lab"),
        "wren-1": Subject("wren-1", "Wren 1", "model", maker="ghent-lab"),
        "ghent-lab": Subject("ghent-lab", "Ghent Lab", "organisation"),
        "examiner": Subject("examiner", "The Examiner", "organisation"),
    },
    metrics={
        "long-exam": Metric("long-exam", "Long Exam", "score", "percent", range=(0, 100)),
        "broad-index": Metric("broad-index", "Broad Index", "score", "points"),
        "release-date": Metric("release-date", "release date", "date", "date"),
        "context-window": Metric("context-window", "context window", "tokens", "tokens"),
        "output-speed": Metric("output-speed", "output speed", "speed", "tokens_per_second"),
    },
    claims={
        claim.id: claim
        for claim in (
            Claim(
                "wren-2.long-exam.deep",
                "wren-2",
                "long-exam",
                number("58"),
                "percent",
                ("ghent-wren-2",),
                HERE,
                conditions={"mode": "deep"},
                by="ghent-lab",
            ),
            Claim(
                "wren-2.long-exam.tools",
                "wren-2",
                "long-exam",
                number("50.4"),
                "percent",
                ("ghent-wren-2",),
                HERE,
                conditions={"tools": "with"},
                by="ghent-lab",
                headline=True,
            ),
            Claim(
                "wren-2.long-exam.examiner", "wren-2", "long-exam", number("39.9"), "percent", ("examiner", "paper"), HERE, by="examiner"
            ),
            Claim("wren-1.release", "wren-1", "release-date", dates("2025-04-05"), "date", ("paper",), HERE),
            Claim("wren-2.context", "wren-2", "context-window", number("200000"), "tokens", ("ghent-wren-2",), HERE, by="ghent-lab"),
            Claim(
                "wren-2.index.old",
                "wren-2",
                "broad-index",
                number("47"),
                "points",
                ("examiner",),
                HERE,
                conditions={"version": "3"},
                by="examiner",
                as_of=dates("2026-03-01"),
                status="superseded",
            ),
            Claim(
                "wren-2.index",
                "wren-2",
                "broad-index",
                number("52"),
                "points",
                ("examiner",),
                HERE,
                conditions={"version": "4"},
                by="examiner",
                as_of=dates("2026-04-08"),
                note="The Examiner changed its list of tests in April 2026.",
            ),
        )
    },
    version="0f3a9c2e",
)

WRONG = Rule("FC101", "contradicted-figure", "error", "The ledger knows this figure, and it is another one.")
DISPUTED = Rule("FC201", "disputed-figure", "warning", "The figure holds under conditions that the article does not state.")
OUTDATED = Rule("FC202", "outdated-figure", "warning", "The figure was true once.")
UNVERIFIED = Rule("FC301", "unverified-figure", "info", "The ledger knows nothing of it.")
AGAINST_ITSELF = Rule("FC401", "inconsistent-figures", "warning", "The article states two figures for one thing.")


def at(text: str) -> Span:
    """Where a text first stands in the article."""
    start = ARTICLE.index(text)
    return Span(start, start + len(text))


def judged(text: str, about: tuple[str, str], value: Value, verdict: Verdict, claims: tuple[str, ...] = ()) -> Judgement:
    span = at(text)
    subject, metric = about
    kind, unit = LEDGER.metrics[metric].kind, LEDGER.metrics[metric].unit
    evidence = (Evidence("subject", subject, "named in the sentence"), Evidence("metric", metric, "value on metric"))
    assertion = Assertion(kind, span, text, span, value, unit, subject=subject, metric=metric, evidence=evidence)
    compared = [
        Comparison(i, "differs", "another figure") if n else Comparison(i, "agrees", "the same figure") for n, i in enumerate(claims)
    ]
    return Judgement(assertion, verdict, claims, tuple(compared))


LATE_2025 = Dates(dates("2025-09").first, dates("2025-12").last, "2025")
EXAM = ("wren-2.long-exam.deep", "wren-2.long-exam.tools", "wren-2.long-exam.examiner")

JUDGEMENTS = (
    judged("58%", ("wren-2", "long-exam"), number("58"), "disputed", EXAM),
    judged("200K", ("wren-2", "context-window"), Number(Decimal(200000), Decimal(1000)), "supported", ("wren-2.context",)),
    judged("late 2025", ("wren-1", "release-date"), LATE_2025, "contradicted", ("wren-1.release",)),
    judged("47", ("wren-2", "broad-index"), number("47"), "outdated", ("wren-2.index", "wren-2.index.old")),
    judged("90", ("wren-2", "output-speed"), number("90"), "unverified"),
    judged("60%", ("wren-2", "long-exam"), number("60"), "contradicted", EXAM),
)


def found(rule: Rule, text: str, message: str, claims: tuple[str, ...] = (), suggestion: str | None = None) -> Finding:
    severity: Severity = rule.severity
    return Finding(rule, message, at(text), severity, claims, suggestion)


FINDINGS = (
    found(
        DISPUTED,
        "58%",
        "Wren 2, Long Exam: 58% is Ghent Lab's figure in Deep mode; the article names no mode, and others differ.",
        EXAM,
        "58% in Deep mode (Ghent Lab)",
    ),
    found(
        WRONG,
        "late 2025",
        "Wren 1, release date: the article says late 2025, the ledger says 5 April 2025.",
        ("wren-1.release",),
        "April 2025",
    ),
    found(
        OUTDATED,
        "47",
        "Wren 2, Broad Index: 47 points was true until v4 replaced v3; it is 52 now.",
        ("wren-2.index", "wren-2.index.old"),
        "52",
    ),
    found(UNVERIFIED, "90", "Wren 2, output speed: the ledger has no claim to hold 90 tokens per second against."),
    found(WRONG, "60%", "Wren 2, Long Exam: the article says 60%, the ledger says 58% (Deep mode; Ghent Lab).", EXAM),
    Finding(
        AGAINST_ITSELF,
        "Wren 2, Long Exam: 60% here, 58% above.",
        at("60%"),
        "warning",
        related=(Related(at("58%"), "58% stands here"),),
    ),
)

RESULTS = Results(
    (
        ArticleResult(
            Document("draft.md", ARTICLE, ()),
            tuple(judgement.assertion for judgement in JUDGEMENTS),
            (Unread(at("100K"), "100K", "the other side of a comparison"),),
            JUDGEMENTS,
            FINDINGS,
        ),
    ),
    LEDGER,
)
