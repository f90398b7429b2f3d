"""Text that is no article: what it costs to read grows with its length, so that a damaged file does not hold an editor up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.documents import html, markdown
from factcheck.documents.document import Document
from factcheck.extract import extract
from factcheck.extract.names.sentences import LONGEST, sentences
from tests.extract.test_cases import VOCABULARY

# Each of these took longer than anybody waits once: what could be divided in many ways, and what was compared with all of its kind.
REPEATED = (
    "[1] ",
    "2020 ",
    "57%, ",
    "57% (",
    "GPT-5.4 (57) ",
    "1-",
    "1B-",
    "A-1-b ",
    "from 1 to 1 ",
    "2024-01-01 ",
    "57 -> ",
    "its ",
    "**",
    "_",
    "| 1 ",
)

# ... and each of these without end, where a pattern could be matched in so many ways that none of them came out.
DIVISIBLE = (
    f"Including Claude and {'A1' * 40}! its score is 57% on GPQA Diamond.",
    f"5/{'a' * 20_000}!\n\nwords\n\n5\n\nwords",
    f"Acme{' reportedly' * 40} early got $5 million.",
    f"Claude has 57% on FooBench {'7' * 50}a and more.",
    f"Claude has the largest {'a-' * 500} score of 57%.",
    f"| Model | Price |\n|---|---|\n| Claude | {'7B ' * 40} x |",
)


def read(text: str) -> None:
    for document in (markdown.read(text, "article.md"), html.read(f"<p>{text}</p>", "article.html")):
        assert isinstance(document, Document)
        reading = extract(document, VOCABULARY, None)
        assert all(text[a.span.start : a.span.end] for a in reading.assertions)


@pytest.mark.parametrize("piece", REPEATED)
def test_reading_the_same_again_and_again_ends(piece: str) -> None:
    code = f"from tests.extract.test_hostile import read; read('GPT-5.4 scored 57. ' + {piece!r} * 150 + ' on **it' + {piece!r} * 99)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


@pytest.mark.parametrize("text", DIVISIBLE)
def test_reading_what_can_be_divided_in_many_ways_ends(text: str) -> None:
    code = f"from tests.extract.test_hostile import read; read({text!r})"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_row_of_marks_belongs_to_the_sentence_before_it() -> None:
    marks = "[1]" * 400
    assert sentences(f"It won.{marks} Next") == [(0, 7 + len(marks)), (8 + len(marks), 12 + len(marks))]
    assert sentences(f"It won.{marks}x") == [(0, 8 + len(marks))]


def test_what_is_too_long_for_a_sentence_is_read_in_pieces() -> None:
    text = "one two " * LONGEST
    found = sentences(text)
    assert max(b - a for a, b in found) <= LONGEST
    assert [text[a:b].split() for a, b in found if set(text[a:b].split()) != {"one", "two"}] == []
    assert "".join(text[a:b] for a, b in found) == text
