"""What the words beside a figure say of it."""

from __future__ import annotations

import pytest

from factcheck.dataclass import replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.beside import independent, past
from factcheck.places import Span
from tests.judge.world import said


def at(passage: str) -> Assertion:
    """An assertion on the figure in braces, and the passage without them."""
    start, end = passage.index("{"), passage.index("}") - 1
    return replace(said(value=52), span=Span(start, end), passage=Span(0, len(passage) - 2), by=None)


def text(passage: str) -> str:
    return passage.replace("{", "").replace("}", "")


@pytest.mark.parametrize(
    "passage",
    [
        "It previously cost {$4} a month.",
        "The score rose from {47} to 52.",
        "It now costs $3, down from {$4}.",
        "It cost {$4} at launch.",
        "Its previous best of {47} was beaten.",
        "It used to cost {$4}, and costs $3 now.",
        "Once valued at {$4 billion}, it is worth twice as much.",
    ],
)
def test_past(passage: str) -> None:
    assert past(at(passage), text(passage))


@pytest.mark.parametrize(
    "passage",
    [
        "It costs {$3} a month.",
        "The score rose from 47 to {52}.",
        "It previously cost $4. It costs {$3}.",
        "It used to cost $4, and now costs {$3}.",
        "Plans start from {$3} a month.",
        "It is available from {$3} a month.",
        "The launch was quiet; it costs {$3}.",
    ],
)
def test_not_past(passage: str) -> None:
    assert not past(at(passage), text(passage))


@pytest.mark.parametrize(
    "passage",
    [
        "Independent tests show {40%}.",
        "In independent testing it reached {40%}.",
        "It reached {40%} in independent tests.",
        "It was independently measured at {40%}.",
        "According to independent benchmark results, it scores {40%}.",
    ],
)
def test_independent(passage: str) -> None:
    assert independent(at(passage), text(passage))


@pytest.mark.parametrize(
    "passage",
    [
        "It scores {58%}, and no independent tests exist.",
        "It scores {58%}.",
        "Independent tests show 40%, against {58%}.",
        "Independent tests show less than the maker's own {58%}.",
        "It has not been independently verified. It scores {58%}.",
        "There are no independent tests, and the maker has {58%}.",
    ],
)
def test_not_independent(passage: str) -> None:
    assert not independent(at(passage), text(passage))
