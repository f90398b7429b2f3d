"""The words that a ledger gives as the contrary of something that can be had: "closed" of open weights."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.access.access_words import Frame

THINGS = r"(?:models?|systems?|LLMs?|releases?|products?|services?|APIs?|offerings?|alternatives?|competitors?|rivals?)"
QUALITY = r"(?: (?!(?:its|the|an?|their|this|that|beta|alpha|preview|source|down|off|out)\b)[\w-]+)?"  # of the thing, between the two
BEING = (
    "being",
    "is",
    "are",
    "was",
    "were",
    "be",
    "stays",
    "stay",
    "remains",
    "remain",
    "remained",
    "is not",
    "are not",
    "is still",
    "is fully",
)


@cache
def contraries(opposites: tuple[tuple[str, str], ...]) -> tuple[Frame, ...]:
    """A wording for each pair of an availability's id and a word: what a model is, or is called where it is one ("a closed model")."""
    return tuple(
        Frame(f"contrary {word}", metric, "quality", word.lower().split("-")[0], contrary(word), "unavailable")
        for metric, word in opposites
    )


def contrary(word: str) -> str:
    """The pattern of a word that says the contrary: beside a word for a thing, or as what something is."""
    spelt = re.escape(word).replace(r"\-", "[- ]")
    being = "|".join(f"(?<={verb} {spelt})" for verb in BEING)
    return rf"(?P<w>{spelt})(?:(?={QUALITY} {THINGS}\b)|(?:{being})(?=[.,;:)!]|$| (?:and|but|while|though)\b))"
