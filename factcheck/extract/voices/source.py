"""What a source is: somebody whom a passage names for what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from factcheck.dataclass import dataclass, field

References = Mapping[str, str | None]  # by what a mark points to (`#^a`, `#2`): the publisher, None if the vocabulary lacks it
Link = tuple[int, int, str]  # offsets in the text, address


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody named as a source: offsets in the text, id (None: not in the vocabulary), and on which side what is said stands.

    "either" is what comes after it in the sentence or, if it comes last, what comes before; "own" is what stands in the link to its
    pages, and "figure" the one figure that it is named behind, if that is about what it makes or it makes no models.
    """

    start: int
    end: int
    id: str | None
    side: Literal["after", "before", "either", "own", "figure"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom words without a name mean: "the company" or "it", "the report", and the marks of notes and numbered sources."""

    company: str | None = None
    reporter: str | None = None
    references: References = field(default_factory=dict)
