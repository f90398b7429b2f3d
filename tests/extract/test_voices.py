"""Attribution, availability, conditions and modality: what each reader's patterns match and leave alone, and that no text trips them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.access.access_places import places_after
from factcheck.extract.voices.conditions import find_conditions
from factcheck.extract.voices.modality import asserting, modality_of
from factcheck.extract.voices.only_sources import named_as_source
from factcheck.extract.voices.publishers import host, publisher
from factcheck.extract.voices.source_words import OFFICIAL
from tests.extract.test_cases import VOCABULARY

MODALITIES = {"stated", "reported", "rumoured", "predicted", "negated"}
WORDS = [
    "Aurora",
    "2",
    "if",
    "would",
    "not",
    "reach",
    "57%",
    "on",
    "HLE",
    ",",
    ".",
    "?",
    "with",
    "tools",
    "(high)",
    "mode",
    "API",
    "and",
    "says",
    "will",
]
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("According to ", True),
        ("Data from ", True),
        ("as measured by ", True),
        ("an independent evaluation by ", True),
        ("The numbers come from ", True),
        ("Source: ", True),
        ("It beats ", False),
        ("the model of ", False),
        ("a rival to ", False),
        ("investors in ", False),
        ("Yesterday ", False),
    ],
)
def test_words_that_make_the_next_name_a_source(lead: str, source: bool) -> None:
    assert named_as_source(lead + "Epoch", 0, len(lead)) is source


@pytest.mark.parametrize(
    "text", ["Official pricing: $2", "its official benchmark scores", "self-reported", "officially costs $2", "as reported by the vendors"]
)
def test_official_words(text: str) -> None:
    assert OFFICIAL.search(text)


@pytest.mark.parametrize(
    "text", ["the official website", "the first official model", "a government official said", "officially out", "an official partner"]
)
def test_words_that_make_nothing_official(text: str) -> None:
    assert not OFFICIAL.search(text)


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://openai.com/index/gpt", "openai"),
        ("https://docs.anthropic.com/models", "anthropic"),
        ("https://web.archive.org/web/2025/https://docs.anthropic.com/models", "anthropic"),
        ("http://ai.google/x", None),
        ("https://chatgpt.com/pricing", "openai"),
        ("https://example.org/openai.com", None),
        ("mailto:press@meta", None),
        ("#notes", None),
    ],
)
def test_whose_an_address_is(url: str, owner: str | None) -> None:
    assert host(url, VOCABULARY) == owner


@pytest.mark.parametrize(
    ("words", "id_"), [("Epoch AI", "epoch-ai"), ("bloomberg", "bloomberg"), ("GPT-5.4", None), ("the table", None), ("", None)]
)
def test_publishers(words: str, id_: str | None) -> None:
    assert publisher(words, VOCABULARY) == id_


@given(sentences)
@settings(max_examples=150)
def test_any_sentence_has_one_modality_and_asserts_a_part_of_itself(text: str) -> None:
    assert modality_of(text, 0, len(text), len(text) // 2) in MODALITIES
    said = asserting(text, 0, len(text))
    assert said is None or 0 <= said[0] <= said[1] <= len(text)


@given(sentences)
@settings(max_examples=150)
def test_conditions_lie_in_the_text_in_order(text: str) -> None:
    found = find_conditions(text)
    assert all(0 <= c.start < c.end <= len(text) and c.value == c.value.lower() for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(sentences)
@settings(max_examples=150)
def test_places_are_words_of_the_text(text: str) -> None:
    found = places_after(text, 0, len(text))
    assert 0 <= found.end <= len(text)
    assert all(name in text for name in found.names)
