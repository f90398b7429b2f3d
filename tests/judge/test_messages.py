"""How findings speak of claims."""

from __future__ import annotations

import pytest

from factcheck.extract.assertion import Assertion
from factcheck.judge import messages
from factcheck.ledger.model import Claim
from tests.judge.world import claim, ledger, said

BOOK = ledger()


@pytest.mark.parametrize(
    ("held", "phrase"),
    [
        (claim(58, conditions={"mode": "long"}, by="acme"), "58% in Long mode (Acme)"),
        (claim(50.4, conditions={"tools": "with"}, by="acme"), "50.4% with tools (Acme)"),
        (claim(50.4, conditions={"effort": "high"}, by="gauge"), "50.4% at high effort (Gauge Lab)"),
        (claim(50.4, conditions={"variant": "text only"}, by="gauge"), "50.4% (text only; Gauge Lab)"),
        (claim(50.4), "50.4%"),
        (claim("2025-04-05", metric="release-date", by="acme"), "5 April 2025 (Acme)"),
    ],
)
def test_words_to_write_instead(held: Claim, phrase: str) -> None:
    assert messages.phrase(held, BOOK) == phrase


def test_a_claim_names_what_distinguishes_it() -> None:
    held = claim(58, conditions={"mode": "long"}, by="acme", as_of="2026-04-08")
    assert messages.described(held, BOOK) == "58% (Long mode; as of 8 April 2026; Acme)"


def test_many_claims_are_cut_short_and_equal_ones_said_once() -> None:
    held = [claim(50, by="acme"), claim(50, by="acme"), *(claim(value, by="gauge") for value in (51, 52, 53, 54, 55))]
    assert messages.listed(held, BOOK) == "50% (Acme), 51% (Gauge Lab), 52% (Gauge Lab), 53% (Gauge Lab) and 2 more"
    assert messages.instead(held, BOOK) is None


@pytest.mark.parametrize(
    ("assertion", "words"),
    [
        (said(58, text="58 percent"), "58%"),
        (said(1_000_000, metric="context-window", op=">"), "more than 1M tokens"),
        (said(53, op="~", hedge="nearly", text="nearly 53"), "nearly 53"),
        (said("2025", metric="release-date", text="late\n2025"), '"late 2025"'),
        (said("available", metric="open-weights", text="open weights"), '"open weights" (available)'),
        (said(2, metric="rank", text="second"), "second"),
    ],
)
def test_what_was_said(assertion: Assertion, words: str) -> None:
    assert messages.said(assertion) == words


def test_topics() -> None:
    assert messages.about(said(), BOOK) == "Acme 1 on Exam"
    assert messages.about(said(metric="release-date", value="2025"), BOOK) == "Acme 1, release date"
    assert messages.about(said(metric="api-access", value="available"), BOOK) == "Acme 1, API access"
