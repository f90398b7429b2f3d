"""What stands at the top of a page."""

from __future__ import annotations

import pytest

from factcheck.documents import markdown
from factcheck.documents.front_matter import front_matter
from factcheck.documents.lines import split
from tests.documents.reading import assert_true_to_file, outline

META = {
    "values": (
        "---\ntitle: Orbit 2\nDate: 2026-05-01 # a note\nx-y: 'it''s'\n---\n",
        {"title": "Orbit 2", "date": "2026-05-01", "x-y": "it's"},
    ),
    "quoted keys and values": ('---\n"title": "A \\"b\\" \\u00e9 #1"\n---\n', {"title": 'A "b" é #1'}),
    "text over several lines": (
        "---\nsummary: >-\n  one\n  two\n\ntitle: three\n  four\n---\n",
        {"summary": "one two", "title": "three four"},
    ),
    "lists and maps are left out": (
        "---\ntags: [a, b]\nauthors:\n  - x\n- y\nseo:\n  title: no\ndate: 2026\nurl: \n---\n",
        {"date": "2026"},
    ),
    "another end": ("---\ndate: 2026\n...\n", {"date": "2026"}),
    "TOML": (
        '+++\ntitle = "A"\ndate = 2026-05-01T00:00:00Z # x\n[params]\nauthor = "b"\n+++\n',
        {"title": "A", "date": "2026-05-01T00:00:00Z"},
    ),
    "first value stays": ("---\na: 1\na: 2\n---\n", {"a": "1"}),
    "empty": ("---\n---\n", {}),
}


@pytest.mark.parametrize(("source", "expected"), META.values(), ids=META)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_values(source: str, expected: dict[str, str], newline: str) -> None:
    document = markdown.read(source.replace("\n", newline) + "Words", "a.md")
    assert_true_to_file(document)
    assert document.meta == expected
    assert outline(document)[-1] == "paragraph Words"


@pytest.mark.parametrize(
    "source",
    ["---\nWords here.\n---\n", "---\ntitle: never closed\n", "a\n---\ntitle: A\n---\n", "+++\ntitle: A\n+++\n", "", "--- \n\n- a\n---"],
)
def test_no_front_matter(source: str) -> None:
    assert front_matter(split(source)).lines == 0


def test_titles_are_read_where_they_stand() -> None:
    source = '---\ntitle: "Orbit scores **58**%"\nlayout: post\ndescription: It\'s 3 &amp; 4\n---\n# Words\n'
    document = markdown.read(source, "a.md")
    assert_true_to_file(document)
    assert outline(document) == ["title Orbit scores 58%", "title It's 3 & 4", "heading1 Words"]
    text = document.blocks[0].text
    span = text.span(text.text.index("58"), len(text.text))
    assert source[span.start : span.end] == "58**%"
