"""What marks a comparison, a comparative, a rank or a superlative, and what does not; sentences as a whole are in cases/."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.relations.comparing import find_comparing
from factcheck.extract.relations.measures import LEXICON, find_comparatives
from factcheck.extract.relations.rank_words import find_ranks, read
from factcheck.extract.relations.superlatives import find_superlatives

COMPARING = {
    "A beats B": ["beats"],
    "A was surpassed only by B": ["surpassed only by"],
    "A holds a narrow lead over B": ["a narrow lead over"],
    "A lags behind B": ["lags behind"],
    "Compared to B, A is new": ["Compared to"],
    "A beat": [],
    "over lunch": [],
    "the topic is new": [],
    "A is a best seller": [],
    "aheadof B": [],
}
COMPARATIVES = {
    "much faster than": [("measure", "more")],
    "less expensive than": [("measure", "less")],
    "costs far less than": [("measure", "less")],
    "more capable and cheaper": [("merit", "more"), ("measure", "less")],
    "fewer tokens": [("quantity", "less")],
    "fast": [],
    "the cheap option": [],
    "a fasterer model": [],
    "moreover": [],
    "the largest model": [],
}
RANKS = {
    "It ranks second on it": [(2, "=")],
    "in the top 5 of it": [(5, "<=")],
    "now #3 there": [(3, "=")],
    "the fifth-highest score": [(5, "=")],
    "came in third with 5": [(3, "=")],
    "See issue #3": [],
    "the second half": [],
    "top 5 reasons": [],
    "first released in May": [],
    "C# 12 is out": [],
}
SUPERLATIVES = {
    "It is the fastest model in its class.": [("fastest", "model in its class")],
    "It is the best open model.": [("best", "open model")],
    "It is the most downloaded model on the site.": [("most downloaded", "model on the site")],
    "A, the strongest coding model, is out.": [("strongest", "coding model")],
    "It is the cheapest and fastest model in the list.": [("cheapest", "model in the list"), ("fastest", "model in the list")],
    "It is the best model.": [],
    "It is our fastest model.": [],
    "It is one of the fastest models.": [],
    "It is the most powerful model.": [],
    "Use the best tool for most tasks.": [],
}


@pytest.mark.parametrize("text", COMPARING)
def test_comparing_words(text: str) -> None:
    assert [c.words for c in find_comparing(text)] == COMPARING[text]


@pytest.mark.parametrize("text", COMPARATIVES)
def test_comparatives(text: str) -> None:
    assert [(c.sort, c.direction) for c in find_comparatives(text, 0, len(text))] == COMPARATIVES[text]


@pytest.mark.parametrize("text", RANKS)
def test_ranks(text: str) -> None:
    assert [(r.value, r.op) for r in find_ranks(text, 0, len(text))] == RANKS[text]


@pytest.mark.parametrize("text", SUPERLATIVES)
def test_superlatives(text: str) -> None:
    assert [(text[s.start : s.end], s.variant) for s in find_superlatives(text, 0, len(text))] == SUPERLATIVES[text]


@settings(max_examples=100)
@given(st.integers(1, 99))
def test_a_rank_in_digits_is_read_as_written(n: int) -> None:
    assert read(f"#{n}") == read(f"top {n}") == read(f"{n}th") == n


@settings(max_examples=100)
@given(st.text(alphabet="abc #123,.-than beats over fewer cheaper second top 5 the best open model", max_size=60))
def test_whatever_is_found_lies_in_the_text_in_order(text: str) -> None:
    for found in (find_comparing(text), find_comparatives(text, 0, len(text)), find_ranks(text, 0, len(text))):
        ends = [(f.start, f.end) for f in found]
        assert all(0 <= a < b <= len(text) for a, b in ends)
        assert all(b <= c for (_, b), (c, _) in pairwise(ends))


def test_every_comparative_says_what_it_measures_or_leaves_it_to_the_passage() -> None:
    assert all(bool(metrics) == (sort == "measure") for sort, _, metrics, _ in LEXICON)
