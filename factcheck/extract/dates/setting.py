"""A sentence with the dates in it that can date an event, and what stands above it says that they date."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.dataclass import dataclass
from factcheck.extract.corrections import ONCE
from factcheck.extract.dates.chains import chained
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, event_of
from factcheck.extract.dates.nearest import nearest_event
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

Found = tuple[Told, str, str]  # the event, whose it is, the name of the rule
AS_OF = compile_re(
    r"\b(?:as of|since|until|till|through|updated|accessed|retrieved|dated|between|from|before|after|last|checked|tested)"
    r"(?: (?:on|in|the))?(?: early| late| mid| end of)? $",
    re.IGNORECASE,
)
FROM_THEN = compile_re(r"\b(?:as of|from|since|starting)(?: the)? $", re.IGNORECASE)
CORRECTION = compile_re(r"\W*(?:Correction|Clarification|Erratum|Corrected|Clarified|Editor['’]s note)\W+(?:on )?", re.IGNORECASE)
HAD_NOW = compile_re(r"\bavailable (?:(?:to|for) (?:[\w-]+ ){1,3})?$", re.IGNORECASE)  # "available today" may be as it was yesterday
HELD_SINCE = compile_re(r"\b(?:available|out|live|offered|shipping|open|sale) (?:since|from) (?:the )?$", re.IGNORECASE)
# "said on March 5 that": the day of the saying, of nothing that is said.
SAYS = compile_re(r"\b(?:say|says|said|announced|confirmed|revealed|told \w+|wrote|warned|promised|reported)(?: (?:on|in|back in))? $")
SAID = compile_re(r",? (?:that|it|they|he|she|we|the company|plans)\b")
LABEL = compile_re(r"\W*(?:[^\W\d]+[ -]){0,3}[^\W\d]+[*_]*:")


@dataclass(frozen=True)
class Setting:
    """A sentence with the dates in it that can date an event; whether it is a heading, and the event that headings and lists above
    it speak of."""

    sentence: Sentence
    heading: bool
    topic: Told | None
    papers: tuple[tuple[int, int], ...] = ()  # the links to papers, offsets in the scene
    title: bool = False  # a heading that is the article's own
    item: bool = False

    @cached_property
    def dates(self) -> list[DateMention]:
        return [d for d in dates_in(self.sentence) if not of_something_else(self.sentence, d)]

    @cached_property
    def chain(self) -> dict[int, tuple[Told, list[str]]]:
        """What the dates of a chain of things with a date each are of, by where the dates stand."""
        return chained(self.sentence, self.dates)

    @cached_property
    def alone(self) -> bool:
        """Whether there is only one date in the sentence."""
        return len(dates_in(self.sentence)) == 1

    @cached_property
    def label(self) -> Told | None:
        """The event that a label at the head of the sentence speaks of: "Knowledge cutoffs: X (May 2025), Y (June 2025)"."""
        label = LABEL.match(self.sentence.scene.text, self.sentence.start)
        found = event_of(label[0], self.sentence.vocabulary) if label else None
        return Told(0, 0, *found, "the label of the line") if found else None

    def what(self, release: bool = False) -> Told | None:
        """What a date beside a name is the date of: what stands above says, else a release."""
        if self.label and not release:
            return self.label
        if self.topic and not release:
            return self.topic
        found = event_of("release", self.sentence.vocabulary)
        return Told(0, 0, *found, "a date beside a name") if found else None


def dates_in(sentence: Sentence) -> list[DateMention]:
    """The dates of a sentence, but for a month that only tells of which the days behind it are: "In May, X came out on the 5th"."""
    found = [d for d in sentence.scene.dates if sentence.start <= d.start < sentence.end]
    bare = [d for d in found if sentence.scene.text.startswith("the ", d.start)]
    return [d for d in found if not any(d.start < b.start and d.value.first < b.value.last < d.value.last for b in bare)]


def of_something_else(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date is that of a state or of a saying: "as of May", "said on May 5 that". A word for an event right before it wins."""
    text = sentence.scene.text
    before = text[max(sentence.start, mention.start - 24) : mention.start]
    if SAYS.search(before) and SAID.match(text, mention.end):
        return True
    if ONCE.fullmatch(text, sentence.start, mention.start) or CORRECTION.fullmatch(text, sentence.start, mention.start):
        return True
    if HAD_NOW.search(before) and text[mention.start : mention.end].lower() == "today":
        return True
    if mention.op != "=" or not isinstance(mention.value.written, str) or not AS_OF.search(before) or HELD_SINCE.search(before):
        return False
    event = nearest_event(sentence, mention)
    held = FROM_THEN.search(before)  # "deprecated as of May"
    tied = event and (
        event.end + 1 in (mention.start, mention.start - len(held[0]) if held else -1)
        or (event.rule == "cut-off" and not before.endswith("from "))
        or (event.rule == "shutdown" and held)  # "requests will fail from May 5 on"
    )
    return not tied  # "trained through", "supported until"
