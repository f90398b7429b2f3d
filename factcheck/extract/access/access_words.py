"""A wording that something can be had, or cannot: what it says, and where a sentence has it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re
from factcheck.values import Status

# quality: an adjective or a noun phrase, of a name before it or of one that it describes; adverb: of a name before it only; noun: a
# thing that a name before it has, or that is "of" one after it; verb: what a name before it does; place: what can be used, and after it
# where or by whom; deed: a verb done to the name that follows; move: a verb that brings the name that follows somewhere, or to somebody.
Shape = Literal["quality", "adverb", "noun", "verb", "place", "deed", "move"]


@dataclass(frozen=True)
class Frame:
    """A wording of availability: its words are group "w" of the pattern; `status` is what they say where nothing turns it.

    It is only tried on sentences that hold one of its `stems`, in lower case, so that most are never compiled.
    """

    name: str
    metric: str
    shape: Shape
    stems: str
    pattern: str
    status: Status

    def tried(self, text: str) -> bool:
        """Whether a lower-case text can hold the wording."""
        return any(stem in text for stem in self._stems)

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(self.stems.split("|"))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compile_re(rf"(?<![\w-])(?:{self.pattern})(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """A wording found in a sentence; offsets are of the scene's text, end exclusive."""

    sentence: Sentence
    frame: Frame
    match: re.Match[str]

    @property
    def text(self) -> str:
        return self.sentence.scene.text

    @property
    def start(self) -> int:
        return self.match.start("w")

    @property
    def end(self) -> int:
        return self.match.end("w")

    @property
    def before(self) -> str:
        """What stands before its words in the sentence."""
        return self.text[self.sentence.start : self.start]

    @property
    def lead(self) -> str:
        """What stands before the whole wording in the sentence."""
        return self.text[self.sentence.start : self.match.start()]

    @property
    def after(self) -> str:
        """What follows its words in the sentence."""
        return self.text[self.end : self.sentence.end]


# Words that other wordings are made of.
ADVERBS = r"(?: (?:now|also|already|still|yet|currently|today|all|both|either|publicly|freely|fully|openly|directly|initially|only))*"
HAVE = r"(?:are|were|is|was|have been|has been|will be|to be|aren['’]t|haven['’]t been|have not been|has not been|are not|were not)"
