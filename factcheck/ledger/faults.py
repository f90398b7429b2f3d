"""What is wrong with a ledger, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

CLOSE = 0.7  # how alike two words must be for one to be offered in place of the other


class Fault(NamedTuple):
    """One fault; faults sort by file, line and column (both 1-based, in characters)."""

    path: str
    line: int
    column: int
    message: str  # what is wrong and what to do

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, whatever their case; None if none is much like it."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=CLOSE)
    return folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`": did you mean 'x'?"` for the known word most like `word`, else `otherwise`."""
    close = nearest(word, known)
    return f": did you mean {close!r}?" if close else otherwise
