"""Two figures that look like a range, and are the result of a contest: "S trails T on M, 51 to 73"."""

from __future__ import annotations

from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

LOST = compile_re(
    r"\b(?:trail(?:s|ed|ing)?|los(?:es|ing|t)|lag(?:s|ged|ging)?|behind|(?:falls?|fell|falling) short|beaten|edged out|outscored)\b"
    r"(?:[^.;:()]|\.(?=\d)){1,60}(?:,| by| \() ?[*]*$"
)


def lost(text: str, low: Quantity) -> bool:
    """Whether what looks like a range is the result of a contest that is told from the loser's side."""
    return low.unit in (None, "", "%") and LOST.search(text, max(0, low.start - 90), low.start) is not None
