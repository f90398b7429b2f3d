"""Names are found in any case, spacing and hyphenation; digits always decide; what goes on unknown stands for nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.names.pieces import name_key, pieces
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric, Subject
from tests.extract.test_cases import VOCABULARY


def found(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[tuple[str, str | None]]:
    """(as written, id) of every subject found in a text."""
    return [(text[n.start : n.end], n.id) for n in vocabulary.subject_names.find(text, pieces(text))]


@pytest.mark.parametrize(
    "written",
    [
        "Claude Opus 4.6",
        "Claude-Opus-4.6",
        "claude opus 4.6",
        "Claude\u00a0Opus\u00a04.6",
        "Claude Opus\u20114.6",
        "Claude 4.6 Opus",
        "Opus 4.6",
    ],
)
def test_one_name_in_many_spellings(written: str) -> None:
    assert found(f"We tried {written.capitalize() if written.islower() else written}, and liked it.")[0][1] == "claude-opus-4.6"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-5.4's price", [("GPT-5.4", "gpt-5.4")]),
        ("GPT-5.4 57% and GPT-5 92.4", [("GPT-5.4", "gpt-5.4"), ("GPT-5", "gpt-5")]),
        ("GPT-5.41", []),
        ("GPT-54", []),
        ("XGPT-5", []),
        ("gpt-5-mini", [("gpt-5-mini", "gpt-5-mini")]),
        ("GPT-5.4-Ultra", [("GPT-5.4", None)]),
        ("GPT-5.4 Ultra was quick", [("GPT-5.4", None)]),
        ("GPT-5.4-2026-03-05 and gpt-5.4-20260305", [("GPT-5.4-2026-03-05", "gpt-5.4"), ("gpt-5.4-20260305", "gpt-5.4")]),
        ("GPT-5.4 (2026-03-05)", [("GPT-5.4", "gpt-5.4")]),
        ("GPT-5.4-2026", [("GPT-5.4", "gpt-5.4")]),
        ("Llama 3.1 70B Instruct and Llama-3.1-8B-Instruct-AWQ", [("Llama 3.1 70B", "llama-3.1-70b"), ("Llama-3.1-8B", "llama-3.1-8b")]),
        ("GPT-5.4 Monday was quick", [("GPT-5.4", "gpt-5.4")]),
        ("Aurora 2 Mini and Aurora 2", [("Aurora 2 Mini", "aurora-2-mini"), ("Aurora 2", "aurora-2")]),
        ("Claude 7 is not known, Claude is", [("Claude", None), ("Claude", "claude")]),
    ],
)
def test_where_a_name_ends(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_short_names_hold_once_the_full_name_has_been_given() -> None:
    text = "Maverick beats Scout"
    both = VOCABULARY.introduced(["llama-4-maverick", "llama-4-scout"])
    assert [n.id for n in VOCABULARY.subject_names.find(text, pieces(text), both)] == ["llama-4-maverick", "llama-4-scout"]
    assert [n.id for n in VOCABULARY.subject_names.find(text, pieces(text))] == []


def test_a_short_name_of_two_is_nobody() -> None:
    both = VOCABULARY.introduced(["aurora-1", "aurora-2"])
    text = "Aurora is fast"
    assert VOCABULARY.subject_names.find(text, pieces(text), both) == []


def test_an_alias_of_two_subjects_is_nobody() -> None:
    flash = {i: Subject(i, name, "model", aliases=("Flash",)) for i, name in (("a-flash", "A Flash"), ("b-flash", "B Flash"))}
    assert found("Flash wins", Vocabulary(flash, {})) == [("Flash", None)]


def test_a_common_word_is_no_name_unless_it_is_written_so() -> None:
    scouts = Vocabulary({"scout": Subject("scout", "Scout", "model")}, {})
    assert found("a scout and Scout", scouts) == [("Scout", "scout")]


def test_a_version_that_only_the_alias_has_is_a_condition() -> None:
    metric = Metric("bench", "Bench", "score", "percent", aliases=("Bench 2.0",))
    names = Vocabulary({}, {"bench": metric}).metric_names.find("on Bench 2.0", pieces("on Bench 2.0"))
    assert [(n.id, n.version) for n in names] == [("bench", "2.0")]


@given(
    st.sampled_from([s.name for s in VOCABULARY.subjects.values()]), st.sampled_from([" ", "-", "\u00a0", "\u2011"]), st.text(max_size=20)
)
def test_a_name_is_found_however_it_is_joined(name: str, joint: str, before: str) -> None:
    written = joint.join(name.split(" "))
    assert name_key(written) == name_key(name)
    text = f"{before} . {written} ."
    assert any(text[n.start : n.end] == written for n in VOCABULARY.subject_names.find(text, pieces(text)))


@given(st.text(max_size=80))
def test_names_lie_in_the_text_in_order(text: str) -> None:
    names = VOCABULARY.subject_names.find(text, pieces(text))
    assert all(0 <= a.start < a.end <= b.start for a, b in itertools.pairwise(names))
    assert all(n.end <= len(text) for n in names)


@pytest.mark.parametrize("written", ["AIME 2025", "AIME25", "AIME 25", "AIME'25", "AIME’25", "AIME-25", "AIME '25", "aime_2025"])
def test_a_year_in_a_metric_may_be_cut_short(written: str) -> None:
    metrics = {
        "aime-2025": Metric("aime-2025", "AIME 2025", "score", "percent"),
        "aime-2024": Metric("aime-2024", "AIME 2024", "score", "percent"),
    }
    text = f"It got 88 on {written}, a record."
    assert [n.id for n in Vocabulary({}, metrics).metric_names.find(text, pieces(text))] == ["aime-2025"]
