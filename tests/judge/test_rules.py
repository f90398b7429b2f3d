"""Every rule: its page, and the examples on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge import judge
from factcheck.judge.rules import RULES, RuleModule
from factcheck.judge.rules.example import Example
from factcheck.judge.rules.pages import pages
from factcheck.ledger.model import Claim
from factcheck.places import Span
from tests.judge.world import claim, document, ledger, said

DOCS = Path(__file__).parents[2] / "docs" / "rules"
HEADINGS = ["What it checks", "Why it matters", "What to write instead", "How it can be wrong"]


def mapping(line: str) -> dict[str, Any]:
    read = yaml.safe_load(line)
    assert isinstance(read, dict)
    return read


def read(example: Example) -> list[Assertion]:
    """The example's assertions, each at its words in the article."""
    found = []
    for line in example.reads:
        fields = mapping(line)
        at = example.article.index(fields["text"])
        sentence = example.article.find(".", at) + 1 or len(example.article)
        found.append(said(fields.pop("value"), at=at, passage=Span(at, sentence), **fields))
    return found


def held(example: Example) -> list[Claim]:
    return [claim(fields.pop("value"), **fields) for line in example.ledger for fields in [mapping(line)]]


def findings(example: Example) -> tuple[Finding, ...]:
    return judge(document(example.article), read(example), ledger(*held(example)), date.fromisoformat(example.day))[1]


def code(rule: RuleModule) -> str:
    return rule.RULE.code


@pytest.mark.parametrize("rule", RULES, ids=code)
def test_the_example_that_fires(rule: RuleModule) -> None:
    found = [f for f in findings(rule.FIRES) if f.rule == rule.RULE or f.severity != "info"]
    assert [f.rule for f in found] == [rule.RULE]
    assert rule.FIRES.article[found[0].span.start : found[0].span.end] == mapping(rule.FIRES.reads[-1])["text"]
    assert found[0].severity == rule.RULE.severity
    assert found[0].message.endswith(".") and "None" not in found[0].message


@pytest.mark.parametrize("rule", RULES, ids=code)
def test_the_example_that_must_not(rule: RuleModule) -> None:
    assert rule.RULE.code not in [f.rule.code for f in findings(rule.QUIET)]


@pytest.mark.parametrize("rule", RULES, ids=code)
def test_a_rule_has_a_page(rule: RuleModule) -> None:
    page = rule.__doc__ or ""
    assert [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")] == HEADINGS


@pytest.mark.skipif(not DOCS.exists(), reason="the documentation is not beside the package")
def test_the_manual_is_up_to_date() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in DOCS.iterdir()}
    assert written == pages(), "run python -m factcheck.judge.rules.pages docs/rules"


def test_codes_and_names_are_unique_and_in_their_families() -> None:
    rules = [rule.RULE for rule in RULES]
    assert len({r.code for r in rules}) == len({r.name for r in rules}) == len(rules)
    severity = {"FC1": "error", "FC2": "warning", "FC3": "info"}
    assert all(severity.get(r.code[:3], r.severity) == r.severity for r in rules)


def show() -> None:  # pragma: no cover - for reading the messages: python -m tests.judge.test_rules
    for rule in RULES:
        for finding in findings(rule.FIRES):
            print(f"{finding.rule.code} {finding.message}\n      -> {finding.suggestion}")


if __name__ == "__main__":
    show()
