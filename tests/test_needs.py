"""What a pattern needs is in every text that it matches, whatever the case of its letters."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.needs import needs
from factcheck.patterns import _letters


def of(pattern: str, flags: int = 0) -> tuple[str, ...] | None:
    return needs(_parser.parse(pattern, flags))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("scored", ("cor",)),
        ("(?:[Oo]n|at) par", ("par",)),
        ("(?P<x>first|third)(?: place)?", ("fir", "ird")),
        ("(?:first|1st|[a-z]+)", None),
        ("(?:over )*[0-9]+", None),
        ("(?:over )+[0-9]+", ("ver",)),
        ("[0-9]+(?= points)", ("poi",)),
        ("(?<=points )[0-9]+", None),
        ("[0-9]+(?! points)", None),
        ("(?>fox)|(?:hen){2}", ("fox", "hen")),
        ("größe", None),
        ("to", None),
    ],
)
def test_letters(pattern: str, letters: tuple[str, ...] | None) -> None:
    assert of(pattern) == letters


words = st.sampled_from(["score", "Score", "[Ss]core", "per", "token", "k", "straße", "[ab]out", r"\d+", "x{2,3}", "six", "İs", "kilo"])
inner = st.recursive(
    words,
    lambda some: st.one_of(
        st.lists(some, min_size=1, max_size=3).map("".join),
        st.lists(some, min_size=1, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        some.map(lambda one: f"(?:{one})?"),
        some.map(lambda one: f"(?:{one})+"),
        some.map(lambda one: f"(?i:{one})"),
        some.map(lambda one: f"(?={one})"),
    ),
    max_leaves=6,
)


@given(inner, st.sampled_from([0, re.IGNORECASE]), st.data())
def test_what_matches_has_them(pattern: str, flags: int, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, flags)))
    letters = of(pattern, flags)
    assert letters is None or _letters(text) & set(letters)


@pytest.mark.parametrize("text", ["KILO", "\u212ailo", "kıLO", "sıx", "\u017fix", "SİX"])
def test_letters_that_python_holds_for_the_same(text: str) -> None:
    for pattern in ("kilo", "six"):
        if re.search(pattern, text, re.IGNORECASE):
            assert _letters(text) & set(of(pattern, re.IGNORECASE) or ())
