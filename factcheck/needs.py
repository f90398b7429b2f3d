"""What a text must hold for a regular expression to match anywhere in it, as far as a few letters tell.

Of most expressions that read English some words are sure: `costs? (?:exactly|about) the same` needs "same". Three letters of each word
that it can do with are enough to leave it out for nearly every sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any

LENGTH = 3
ORDER = " etaoinshrdlcumwfgypbvkjxqz"  # the commonest first


def needs(parsed: Iterable[tuple[Any, Any]]) -> tuple[str, ...] | None:
    """Letters in a row, one of which the folded text of every match has; None if there are no such. Takes what Python's parser gives.

    >>> from re import _parser
    >>> needs(_parser.parse("(?:was|is) (?:[Cc]heaper|less) than")), needs(_parser.parse("[a-z]+ly|more"))
    (('per', 'les'), None)
    """
    found: list[tuple[str, ...]] = []
    run = ""
    for op, args in (*parsed, (None, None)):
        letter = _letter(op, args)
        run += letter
        if letter:
            continue
        if len(run) >= LENGTH:
            found.append((min((run[i : i + LENGTH] for i in range(len(run) - LENGTH + 1)), key=_frequency),))
        run = ""
        if inner := _inside(op, args):
            found.append(inner)
    return min(found, key=lambda letters: sum(map(_frequency, letters)), default=None)


def _letter(op: Any, args: Any) -> str:
    """The one letter that an item of an expression matches, in either case; "" if it is not one."""
    if op is code.LITERAL:
        letters = {chr(args).lower()}
    elif op is code.IN and all(kind is code.LITERAL for kind, _ in args):
        letters = {chr(letter).lower() for _, letter in args}
    else:
        return ""
    return letters.pop() if len(letters) == 1 and all(map(str.isascii, letters)) else ""


def _inside(op: Any, args: Any) -> tuple[str, ...] | None:
    """What an item of an expression needs that has others in it."""
    if op is code.SUBPATTERN:
        return needs(args[-1])
    if op is code.ATOMIC_GROUP:
        return needs(args)
    if op is code.ASSERT and args[0] > 0:  # what stands before a match may stand before where the search begins
        return needs(args[1])
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return needs(args[2]) if args[0] else None
    if op is code.BRANCH:
        each = [needs(way) for way in args[1]]
        return None if None in each else tuple(dict.fromkeys(letters for way in each for letters in way or ()))
    return None


@cache
def _frequency(letters: str) -> float:
    """About how often letters stand in a row in English, in a unit of its own."""
    places = [ORDER.find(letter) for letter in letters]
    return float(0.5 ** (sum(place if place >= 0 else len(ORDER) for place in places) / 4))
