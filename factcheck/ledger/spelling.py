"""When two spellings are one name, and when they are not."""

from __future__ import annotations

import re

from factcheck.patterns import compile_re

JOINERS = str.maketrans("-‐‑–_", "     ")
NUMBERS = compile_re(r"\d+(?:\.\d+)*")


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


def id_of(name: str) -> str:
    """The id that a name gets: lower case, words joined with hyphens, dots kept.

    >>> id_of("Claude Opus 4.6"), id_of("Qwen3 235B (A22B)"), id_of("Humanity's Last Exam")
    ('claude-opus-4.6', 'qwen3-235b-a22b', 'humanitys-last-exam')
    """
    return re.sub(r"[^a-z0-9.+]+", "-", re.sub("['’]", "", name.lower())).strip("-.")
