"""Short articles from the file to the verdict: the files in cases/, against the ledger beside them.

A case is a `text` in Markdown, the day it is judged `as_of` (9 April 2026, unless it says otherwise; null: the article's own), the
`verdicts` on its assertions in their order, each with the rules of its findings, and what their messages must say (`says`).
`xfail` says why a case is not judged so yet.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.check import check_document
from factcheck.documents import markdown
from factcheck.extract.names.vocabulary import Vocabulary, vocabulary
from factcheck.ledger.load import load
from factcheck.ledger.model import Ledger

HERE = Path(__file__).parent / "cases"
DAY = date(2026, 4, 9)


@cache
def world() -> tuple[Ledger, Vocabulary]:
    ledger = load([HERE / "ledger"])
    return ledger, vocabulary(ledger)


def cases() -> list[Any]:
    out = []
    groups = [group for path in sorted(HERE.glob("*.yaml")) for group in yaml.safe_load(path.read_text(encoding="utf-8"))]
    for group in groups:
        for i, case in enumerate(group["cases"], 1):
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            out.append(pytest.param(case, id=f"{group['group']}-{i}", marks=marks))
    return out


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    ledger, words = world()
    article = check_document(markdown.read(case["text"], "case.md"), ledger, words, case.get("as_of", DAY), {})
    found = []
    for judgement in sorted(article.judgements, key=lambda j: (j.assertion.span.start, j.assertion.span.end)):
        span = judgement.assertion.span
        rules = {f.rule.code for f in article.findings if f.span.start < span.end and span.start < f.span.end}
        found.append(" ".join([judgement.verdict, *sorted(rules)]))
    wanted = case["verdicts"]
    shown = [full if " " in want or want == "supported" else full.split()[0] for full, want in zip(found, wanted, strict=False)]
    assert shown == wanted, found
    assert len(found) == len(wanted), found
    assert case.get("says", "") in " ".join(f.message for f in article.findings)
