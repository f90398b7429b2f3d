"""Names and text cut into the pieces by which they are compared: case, spacing and hyphens do not matter, digits always do."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.patterns import compile_re

# Words and version numbers. Letters and digits part ("K2.6" is k + 2.6), a trailing plus stays ("HumanEval+").
PIECE = compile_re(r"\d+(?:\.\d+)*|[^\W\d_]+\+?|[²³]+")
# What may stand between two pieces of one name; its last part may be in brackets: "Llama 3.1 (70B)".
JOINT = compile_re(r"(?:[ \u00a0\u202f_'’./&]|-|[\u2010\u2011\u2012\u2013\u2212]| ['’(-])?")


class Piece(NamedTuple):
    """One piece of a text: its offsets (end exclusive) and the form it is compared by."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=200)  # a text is cut for every sort of names in it
def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order.

    >>> [p.key for p in pieces("Claude Opus 4.6, K2.6")]
    ['claude', 'opus', '4.6', 'k', '2.6']
    """
    return [Piece(m.start(), m.end(), m.group().lower()) for m in PIECE.finditer(text)]


def keys(text: str) -> list[str]:
    """The forms by which the pieces of a text are compared, in order.

    >>> keys("Claude Opus 4.6, K2.6")
    ['claude', 'opus', '4.6', 'k', '2.6']
    """
    return PIECE.findall(text.lower()) if text.isascii() else [piece.key for piece in pieces(text)]


def key(parts: list[str]) -> str:
    """The form by which a whole name is looked up: pieces run together, but never digit to digit.

    >>> key(["gpt", "5.4"]), key(["llama", "3", "1"])
    ('gpt5.4', 'llama3_1')
    """
    out = ""
    for part in parts:
        out += "_" + part if out and out[-1].isdigit() and part[0].isdigit() else part
    return out


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The lookup form of a name.

    >>> name_key("Muse Spark") == name_key("MuseSpark") == name_key("muse-spark")
    True
    """
    return key(keys(name))
