"""Sentences, lists and tables with what must be read from them; cases/*.yaml holds them, vocabulary.yaml what they are about.

A file is `kinds` (of assertions that it is about; all, if it names none) and `cases`. A case is a `text` in Markdown, the `day` of its
article if it has one, and what is `expected`, complete; of an assertion only the parts that the case names are compared. `xfail` says
why a case is not read yet.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.documents import markdown
from factcheck.extract import extract
from factcheck.extract.assertion import Assertion
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric, Subject
from factcheck.values import as_json

HERE = Path(__file__).parent


def load_vocabulary() -> Vocabulary:
    entries = yaml.safe_load((HERE / "vocabulary.yaml").read_text(encoding="utf-8"))
    tuples = ("aliases", "opposites", "range")
    subjects: list[dict[str, Any]]
    metrics: list[dict[str, Any]]
    subjects, metrics = (
        [{k: tuple(v) if k in tuples else v for k, v in entry.items()} for entry in entries[sort]] for sort in ("subjects", "metrics")
    )
    return Vocabulary({s["id"]: Subject(**s) for s in subjects}, {m["id"]: Metric(**m) for m in metrics})


VOCABULARY = load_vocabulary()


def cases() -> list[Any]:
    out = []
    for path in sorted((HERE / "cases").glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for i, case in enumerate(content["cases"], 1):
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            out.append(pytest.param(case, content.get("kinds"), id=f"{path.stem}-{i}", marks=marks))
    return out


def part(assertion: Assertion, key: str) -> Any:
    """A part of an assertion in the form that cases write it."""
    value = getattr(assertion, key)
    if key == "value":
        return as_json(value)
    return list(value) if key == "versus" else dict(value) if key == "conditions" else value


def agrees(assertion: Assertion, wanted: dict[str, Any]) -> bool:
    return all(part(assertion, key) == (value.isoformat() if isinstance(value, date) else value) for key, value in wanted.items())


@pytest.mark.parametrize(("case", "kinds"), cases())
def test_case(case: dict[str, Any], kinds: list[str] | None) -> None:
    day = case.get("day")
    read = extract(markdown.read(case["text"], "case.md"), VOCABULARY, day).assertions
    left = [a for a in read if not kinds or a.kind in kinds]
    missed = []
    for wanted in case["expected"]:
        found = next((a for a in left if agrees(a, wanted)), None)
        if found:
            left.remove(found)
        else:
            missed.append(wanted)
    keys = ("text", "subject", "metric", "value", "op", "conditions", "by", "versus")
    assert (missed, [{k: part(a, k) for k in keys} for a in left]) == ([], []), "not read; read though not expected"
