"""Why a number was left alone."""

from __future__ import annotations

import pytest

from factcheck.documents import markdown
from factcheck.extract import extract
from tests.extract.test_cases import VOCABULARY

REASONS = [
    ("Aurora 2 is fine.", "2", 'part of the name "Aurora 2"'),
    ("See [this](https://example.org/2026/1).", "2026", "not in the text: an address, code or markup"),
    ("```\nx = 57\n```", "57", "not in the text: an address, code or markup"),
    ("Could Aurora 2 reach 57% on GPQA Diamond?", "57", "the sentence asks or supposes"),
    ("They met on April 8, 2026.", "2026", "no event in sight that it could be the date of"),
    ("| a | b |\n|---|---|\n| quux | 57% |", "57", "neither its column nor its row names anything that it could be a value of"),
    (
        "| Model | GPQA Diamond |\n|---|---|\n| Aurora 2 | 57 then 61 |",
        "57",
        "one of several figures in its cell, and nothing tells them apart",
    ),
    (
        "| Model | GPQA Diamond |\n|---|---|\n| Aurora 2 | 570% |",
        "570",
        "neither its column nor its row names anything that it could be a value of",
    ),
    (
        "| Model | GPQA Diamond |\n|---|---|\n| quux | 57% |",
        "57",
        "the table does not say whose value of gpqa-diamond it is (row of something else)",
    ),
    ("| Model | Seen |\n|---|---|\n| quux | 2 May 2026 |", "2026", "the table does not say whose it is, or of what"),
    ("The A380 flies.", "380", "part of a word, a name or a number of something"),
]


@pytest.mark.parametrize(("article", "number", "reason"), REASONS)
def test_the_reason(article: str, number: str, reason: str) -> None:
    reading = extract(markdown.read(article, "article.md"), VOCABULARY, None, every_number=True)
    at = article.index(number)
    assert [u.reason for u in reading.unread if u.span.start <= at < u.span.end] == [reason]
