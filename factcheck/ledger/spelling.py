"""When two spellings are one name, and when they are not."""

from __future__ import annotations

import re

JOINERS = str.maketrans("-‐‑–_", "     ")
NUMBERS = re.compile(r"\d+(?:\.\d+)*")


def simplified(name: str) -> str:
    """A name without case, spacing and hyphens: all spellings of a name give the same text.

    >>> simplified("GPT-5.4 Pro") == simplified("gpt 5.4-pro")
    True
    """
    return "".join(name.casefold().translate(JOINERS).split())


def numbers(text: str) -> set[str]:
    """The numbers in a name: another letter is a slip, another number another thing.

    >>> sorted(numbers("Model-5.4 (32k)"))
    ['32', '5.4']
    """
    return set(NUMBERS.findall(text))
