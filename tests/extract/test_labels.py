"""Labels of tables and lists: what they name, their units and halves, and that reading a table stays within its cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import markdown
from factcheck.extract import extract
from factcheck.extract.tables.labels import unmarked
from factcheck.extract.tables.standard_labels import STANDARD, STROKE, condition_of, halves, is_standard, unit_of, without_unit
from tests.extract.test_cases import VOCABULARY

# A label that each standard metric must know, and one like it that it must not.
STANDARDS = [
    ("Launch date", "Launch price event"),
    ("Announced on", "Announced features"),
    ("Year founded", "Founders"),
    ("Knowledge cut-off", "Knowledge graph"),
    ("Prompt tokens", "Prompt caching rules"),
    ("Completion price", "Completion rate by task"),
    ("Cached input", "Cached pages"),
    ("Cache writes", "Cache misses"),
    ("Monthly fee", "Monthly visitors"),
    ("Max context length", "Context switching"),
    ("Max output tokens", "Output quality"),
    ("Longest clip", "Longest wait"),
    ("Pre-training tokens", "Training cost"),
    ("# Params", "Parameters tuned by hand"),
    ("Active parameters", "Active users"),
    ("Peak GPU memory", "Memory of the chat"),
    ("Output speed", "Speed limit"),
    ("Prompt processing (tok/s)", "Prompt template"),
    ("Open weights?", "Weight class"),
    ("Open-source", "Source"),
    ("API availability", "API errors"),
    ("Free tier", "Free parking"),
    ("License", "Licensed seats"),
]
SHORT = st.text(st.characters(codec="utf-8", exclude_characters="|\n\r"), max_size=30)


@pytest.mark.parametrize(("known", "unknown"), STANDARDS)
def test_standard_labels(known: str, unknown: str) -> None:
    assert is_standard(known)
    assert not is_standard(unknown)


def test_every_standard_label_is_known_to_an_example() -> None:
    assert len(STANDARDS) >= len({ids for _, _, ids in STANDARD}) - 1


@given(SHORT)
@settings(max_examples=200)
def test_footnote_marks_are_blanked_in_place(text: str) -> None:
    blank = unmarked(text)
    assert len(blank) == len(text)
    assert all(b in (a, " ") for a, b in zip(text, blank, strict=True))


@given(SHORT, SHORT)
@settings(max_examples=200)
def test_any_label_can_be_asked(text: str, header: str) -> None:
    assert unit_of(text) == "" or any(c.isalpha() or c in "%$/" for c in text)
    assert len(without_unit(text)) <= len(text)
    pair = halves(text)
    assert pair is None or (STROKE.search(text) and all(word in text for half in pair for word in half.split()))
    said = condition_of(header, text)
    assert said is None or said[1] == said[1].lower()


@given(st.lists(st.lists(SHORT, min_size=2, max_size=4), min_size=2, max_size=5), st.sampled_from(["GPT-5.4", "Aurora 2", "Foobar Ultra"]))
@settings(max_examples=100)
def test_tables_are_read_within_their_cells(rows: list[list[str]], model: str) -> None:
    width = max(map(len, rows))
    lines = [" | ".join([*row, *[""] * (width - len(row))]) for row in rows]
    source = "\n".join([f"| Model | {lines[0]} |", "|" + "---|" * (width + 1), *(f"| {model} | {line} |" for line in lines[1:])]) + "\n"
    for assertion in extract(markdown.read(source, "table.md"), VOCABULARY, None).assertions:
        assert "\n" not in assertion.text
        assert source[assertion.span.start : assertion.span.end] == assertion.text
        assert assertion.passage.start <= assertion.span.start
        assert assertion.span.end <= assertion.passage.end
