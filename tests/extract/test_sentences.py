"""Sentences end where they end, and clauses begin where they begin."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.names.sentences import brackets, clauses, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It beat Foo vs. Bar. Then it stopped.", ["It beat Foo vs. Bar.", "Then it stopped."]),
        ("It scored 52.1. It cost $2.50.", ["It scored 52.1.", "It cost $2.50."]),
        ("The U.S. model by Acme Inc. is here.", ["The U.S. model by Acme Inc. is here."]),
        ('He said "it works." Then he left.', ['He said "it works."', "Then he left."]),
        ("Really? Yes! Fine…", ["Really?", "Yes!", "Fine…"]),
        ("line one\nline two", ["line one", "line two"]),
        ("Dr. J. Smith agreed. 5 others did not.", ["Dr. J. Smith agreed.", "5 others did not."]),
        ("e.g. this one", ["e.g. this one"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A scored 5 while B scored 7", ["A scored 5", "while B scored 7"]),
        ("A has 5; B has 7", ["A has 5;", "B has 7"]),
        ("A (up from 4, while falling) has 5", ["A (up from 4, while falling) has 5"]),
        ("A has 5, and B has 7", ["A has 5,", "and B has 7"]),
        ("A, B and C have 5", ["A, B and C have 5"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    starts = [*clauses(text, 0, len(text)), len(text)]
    assert [text[a:b].strip() for a, b in itertools.pairwise(starts)] == expected


@given(st.text(alphabet="ab .?!\n()[]vs", max_size=60))
def test_sentences_cover_all_but_space(text: str) -> None:
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(found))
    kept = "".join(text[a:b] for a, b in found)
    assert sorted(kept.replace(" ", "").replace("\n", "")) == sorted(text.replace(" ", "").replace("\n", ""))
    assert all(text[a] in "([" and text[b] in ")]" for a, b in brackets(text, 0, len(text)))
