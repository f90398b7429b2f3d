"""Short articles from the file to the verdict, each against a small ledger of its own: the files in small/.

A case is a `text` in Markdown, its `claims`, the `verdicts` on its assertions in their order, each with the rules of its findings but
remarks, and what their messages or suggestions must say (`says`). It is of its `date`, judged `as_of` a day, or of 1 November 2026.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.check import check_document
from factcheck.documents import markdown
from factcheck.extract.names.vocabulary import vocabulary
from factcheck.ledger.load import load

HERE = Path(__file__).parent / "small"
DAY = date(2026, 11, 1)


def cases() -> list[Any]:
    groups = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{group['group']}-{i}") for group in groups for i, case in enumerate(group["cases"], 1)]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    for name in ("vocabulary.yaml", "sources.yaml"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    (tmp_path / "claims.yaml").write_text(yaml.safe_dump({"claims": case["claims"]}), encoding="utf-8")
    ledger = load([tmp_path])
    day = f"---\ndate: {case['date']}\n---\n\n" if "date" in case else ""
    as_of = case.get("as_of", None if day else DAY)
    article = check_document(markdown.read(day + case["text"], "case.md"), ledger, vocabulary(ledger), as_of, {})
    found = []
    for judgement in sorted(article.judgements, key=lambda j: (j.assertion.span.start, j.assertion.span.end)):
        span = judgement.assertion.span
        rules = sorted({f.rule.code for f in article.findings if f.span == span and f.severity != "info"})
        found.append(" ".join([judgement.verdict, *rules]))
    assert found == case["verdicts"]
    said = " ".join(f"{f.message} {f.suggestion or ''}" for f in article.findings).lower()
    assert [words for words in case.get("says", ()) if words.lower() not in said] == []
