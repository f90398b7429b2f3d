"""Contradictions that are more likely a figure tied to the wrong thing."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.assertion import Assertion
from factcheck.judge import judge
from factcheck.judge.judgement import Verdict
from factcheck.ledger.model import Claim
from factcheck.places import Span
from tests.judge.world import DAY, claim, document, ledger, said

IN_52 = {"value": 52}


def verdicts(article: str, read: list[dict[str, Any]], *claims: Claim) -> list[Verdict]:
    """The verdicts on what was read in one sentence, each at its own words."""
    assertions: list[Assertion] = []
    for fields in read:
        text = str(fields.get("text", fields["value"]))
        assertions.append(said(**{**fields, "text": text, "at": article.index(text), "passage": Span(0, len(article))}))
    return [judgement.verdict for judgement in judge(document(article), assertions, ledger(*claims), DAY)[0]]


@pytest.mark.parametrize(
    ("article", "read", "claims", "expected"),
    [
        # a second figure in the sentence that has the right one
        ("Acme 1 has 52 on Exam, 7 points more.", [IN_52, {"value": 7}], [claim(52)], ["supported", "unverified"]),
        ("Acme 1 has 53 on Exam, 7 points more.", [{"value": 53}, {"value": 7}], [claim(52)], ["contradicted", "unverified"]),
        (
            "Acme 1 went from 40 to 53 on Exam.",
            [{"value": 40}, {"value": 53}],
            [claim(40), claim(52, conditions={"variant": "tuned"})],
            ["disputed", "contradicted"],  # the ledger has two figures as well
        ),
        (
            "Acme 1 has 52 on Exam, 61 with tools.",
            [IN_52, {"value": 61, "conditions": {"tools": "with"}}],
            [claim(52, conditions={"tools": "without"}), claim(60, conditions={"tools": "with"})],
            ["disputed", "contradicted"],
        ),
        # the figure of another metric that the sentence names
        ("On Exam Acme 1 beats all, on Exam Hard it has 31.", [{"value": 31}], [claim(52), claim(31, metric="exam-hard")], ["unverified"]),
        ("Acme 1 has 31 on Exam.", [{"value": 31}], [claim(52), claim(31, metric="exam-hard")], ["contradicted"]),
        (
            "Acme 1 has 31 on Exam Hard.",
            [{"value": 31, "metric": "exam-hard"}],
            [claim(52, metric="exam-hard"), claim(31)],
            ["contradicted"],  # Exam is named only within Exam Hard
        ),
        (
            "Unlike Acme 1, Bolt 3 has 31 on Exam Hard and trails on Exam.",
            [{"value": 31}],
            [claim(52), claim(31, metric="exam-hard", subject="bolt-3")],
            ["unverified"],
        ),
        ("Acme 1 has 57 on Exam, ahead of Bolt 3.", [{"value": 57}], [claim(52), claim(57, subject="bolt-3")], ["contradicted"]),
        # the maker's own
        (
            "Acme 1 brought 900 users.",
            [{"value": 900, "metric": "users"}],
            [claim(100, metric="users"), claim(900, metric="users", subject="acme")],
            ["unverified"],
        ),
        # far off
        ("Acme 1 has 4 on Exam.", [{"value": 4}], [claim(52)], ["unverified"]),
        ("Acme 1 has 5.2 on Exam.", [{"value": 5.2}], [claim(52)], ["contradicted"]),  # a slip of ten
        ("Acme 1 has 4 on Exam.", [{"value": 4}], [claim(52), claim(4, subject="bolt-3")], ["contradicted"]),
        ("Acme 1 is tenth.", [{"value": 30, "text": "tenth", "metric": "rank"}], [claim(2, metric="rank")], ["contradicted"]),
        # availability
        (
            "Acme 1 leaves the open weights of Bolt 3 behind.",
            [{"value": "available", "text": "open weights", "metric": "open-weights"}],
            [claim("unavailable", metric="open-weights"), claim("available", metric="open-weights", subject="bolt-3")],
            ["unverified"],
        ),
        # credited to the maker beside the name of the evaluator
        (
            "Acme has 58 on Exam, Gauge Lab 39.9.",
            [{"value": 39.9, "by": "acme"}],
            [claim(58, by="acme"), claim(39.9, by="gauge")],
            ["supported"],
        ),
        (
            "Acme reports 39.9 on Exam.",
            [{"value": 39.9, "by": "acme"}],
            [claim(58, by="acme"), claim(39.9, by="gauge")],
            ["contradicted"],
        ),
        (
            "Gauge Lab measured 58 for Acme 1 on Exam.",
            [{"value": 58, "by": "gauge"}],
            [claim(58, by="acme"), claim(39.9, by="gauge")],
            ["contradicted"],
        ),
    ],
)
def test_doubt(article: str, read: list[dict[str, Any]], claims: list[Claim], expected: list[Verdict]) -> None:
    assert verdicts(article, read, *claims) == expected
