"""A text with everything in it marked once: names, quantities, dates, cues, comparisons, brackets, sentences, clauses.

What comes after works on the marks and on the words between them, never on raw text again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from factcheck.dataclass import dataclass
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.forms.cues import Cue
from factcheck.extract.names.sentences import brackets, clauses, sentences
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.relations.comparing import Comparing
from factcheck.patterns import compile_re

VERSUS = compile_re(r"[*_\"“]*(?:vs\.?|versus|against|compared (?:to|with))\s", re.IGNORECASE)
ASIDE = compile_re(r"[—–](?=[^\d\s]| )(?:[^—–.!?\n]|\.(?=\d)){4,120}[—–](?=[^\d\s]| )")
TO_FIGURE = compile_re(r"[—–] ?[~≈$€£]?\d")  # "S – 142 t/s, T – 88 t/s": both dashes point to a figure, and nothing is aside


@dataclass(frozen=True, slots=True)
class SubjectMark:
    """A mention of a subject; `id` is None where it is somebody the vocabulary lacks."""

    start: int
    end: int
    id: str | None
    text: str
    pronoun: bool = False
    unknown: bool = False  # a proper name, of something that the vocabulary lacks
    common: bool = False  # a common noun, such as "Chinese models"
    object: bool = False  # of a comparison
    modifier: bool = False  # "Meta's" in "Meta's Muse Spark"


@dataclass(frozen=True, slots=True)
class MetricMark:
    """A mention of a metric; `id` is None where the vocabulary lacks it."""

    start: int
    end: int
    id: str | None
    text: str
    cue: Cue | None = None
    common: bool = False  # an ordinary word or phrase
    weak: bool = False  # a common word: counts only right beside its figure
    version: str | None = None
    part: str | None = None  # which of its parts is named behind it: "tier 4"


@dataclass(frozen=True)
class Scene:
    """The marks of one text. Offsets are of `text`, end exclusive."""

    text: str
    subjects: tuple[SubjectMark, ...]
    metrics: tuple[MetricMark, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    comparings: tuple[Comparing, ...]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        return brackets(self.text, 0, len(self.text))

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """What stands between two dashes."""
        found = [m.span() for m in ASIDE.finditer(self.text)]
        return [(a, b) for a, b in found if not (TO_FIGURE.match(self.text, a) and TO_FIGURE.match(self.text, b - 1))]

    @cached_property
    def clause_starts(self) -> list[int]:
        return sorted({c for a, b in self.sentences for c in clauses(self.text, a, b)})

    def clause(self, offset: int) -> int:
        """The number of the clause an offset falls into."""
        return bisect_right(self.clause_starts, offset)

    def bracket(self, offset: int) -> tuple[int, int] | None:
        """The brackets round an offset."""
        n = bisect_left(self.brackets, (offset,)) - 1
        return self.brackets[n] if n >= 0 and offset < self.brackets[n][1] else None

    def versus(self, offset: int) -> tuple[int, int] | None:
        """The brackets round an offset, if they set something against what stands before them: "88% (vs. 80%)"."""
        inside = self.bracket(offset)
        return inside if inside and VERSUS.match(self.text, inside[0] + 1) else None

    def aside(self, offset: int) -> tuple[int, int] | None:
        """The dashes or brackets round an offset."""
        return self.bracket(offset) or next(((a, b) for a, b in self.asides if a < offset < b - 1), None)
