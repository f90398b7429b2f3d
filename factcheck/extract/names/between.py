"""What stands between a quantity and a name or a metric."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.numbers.quantity import Dimension
from factcheck.patterns import compile_re

if TYPE_CHECKING:
    from factcheck.extract.names.sentence import Sentence

WORDS = compile_re(r"[^\W_]+(?:['’]\w+)?")


@dataclass(frozen=True)
class Between:
    """What stands between a quantity and a mention: the text, its words, how many other figures; `after` if the mention follows."""

    sentence: Sentence
    start: int
    end: int
    after: bool

    @cached_property
    def text(self) -> str:
        return self.sentence.scene.text[self.start : self.end] if self.start < self.end else ""

    @cached_property
    def words(self) -> list[str]:
        return [w.lower() for w in WORDS.findall(self.text)]

    @cached_property
    def figures(self) -> int:
        return sum(self.start <= q.start < self.end for q in self.sentence.quantities)

    def figures_of(self, dimensions: tuple[Dimension, ...]) -> int:
        """How many other figures that could be meant stand in it."""
        return sum(self.start <= q.start < self.end and q.dimension in dimensions for q in self.sentence.quantities)

    @property
    def plain(self) -> bool:
        """No stop, comma or bracket in it."""
        return not patterns.search(r"[;,()\[\]|]|\.(?!\d)", self.text)

    @property
    def whole(self) -> bool:
        """No end of a sentence or of a half of one in it."""
        return not patterns.search(r";|\.(?!\d)", self.text)

    def only(self, pattern: str) -> bool:
        return patterns.fullmatch(pattern, self.text) is not None
