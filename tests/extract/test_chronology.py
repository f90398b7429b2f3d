"""The day that a page gives for itself, and the year in force at a place."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.documents import markdown
from factcheck.extract import extract
from factcheck.extract.dates.chronology import own_day
from factcheck.values import as_json
from tests.extract.test_cases import VOCABULARY

DAY = date(2026, 4, 9)
GIVEN = [
    "# AI news, April 9, 2026\n\nWords.",
    "# AI news\n\n*9 April 2026*\n\nWords.",
    "# AI news\n\nPublished April 9, 2026 by Ada Lind | 5 min read",
    "# AI news\n\nBy Ada Lind\n\nApr 9, 2026\n\nWords.",
    "Thursday, April 9, 2026\n\n# AI news",
]
NOT_GIVEN = [
    "# AI news, April 2026\n\nWords.",
    "# Aurora 2\n\nReleased April 9, 2026\n\nWords.",
    "# Aurora 2\n\n- April 9, 2026: Aurora 2\n\nWords.",
    "# Aurora 2\n\nKnowledge cutoff: April 9, 2026",
    "# AI news\n\n" + "Many words of an article that has begun long before a date is named in it. " * 3 + "\n\nApril 9, 2026",
]
YEARS = {
    "heading": ("## 2024\n\nBorealis released Tern-7B in May.", ["2024-05"]),
    "outer heading": ("# 2024\n\n## Spring\n\nBorealis released Tern-7B in May.", ["2024-05"]),
    "next heading": ("## 2024\n\nWords.\n\n## Tern\n\nBorealis released Tern-7B in May.", []),
    "year inside a name": ("## AIME 2024\n\nBorealis released Tern-7B in May.", []),
    "parent item": ("- 2024\n    - May: Borealis released Tern-7B.", ["2024-05"]),
    "next item": ("- 2024\n    - June\n- Borealis released Tern-7B in May.", []),
}


@pytest.mark.parametrize("source", GIVEN)
def test_a_page_gives_its_day(source: str) -> None:
    assert own_day(markdown.read(source, "a.md").blocks) == DAY


@pytest.mark.parametrize("source", NOT_GIVEN)
def test_what_happened_on_a_day_is_not_the_day_of_the_page(source: str) -> None:
    assert own_day(markdown.read(source, "a.md").blocks) is None


@pytest.mark.parametrize(("source", "expected"), YEARS.values(), ids=YEARS)
def test_a_year_is_in_force(source: str, expected: list[str]) -> None:
    read = extract(markdown.read(source, "a.md"), VOCABULARY, None)
    assert [as_json(a.value) for a in read.assertions if a.kind == "date"] == expected
