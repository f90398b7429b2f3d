"""Dates of events: what happened to whom, when. The words beside a date say which, or the heading or list that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.documents import Block
from factcheck.extract.assertion import Assertion, Evidence
from factcheck.extract.chronology import depth
from factcheck.extract.dates import DateMention
from factcheck.extract.events import Told, event_of, happened, part_of_other, suits, together, told, whose
from factcheck.extract.scene import Scene, SubjectMark
from factcheck.extract.sentence import Sentence
from factcheck.extract.vocabulary import Vocabulary

if TYPE_CHECKING:
    from factcheck.extract.statements import Passage

FAR = 14  # words between a date and the word for what happened
LED = re.compile(r"(?:[\s*_\[(>•·–—|:.✅📣🔥🎉🚀-]|\b(?:on|in|by|effective|as of|from|starting|back|late|early|mid|the)\b)*", re.IGNORECASE)
AS_OF = re.compile(
    r"\b(?:as of|since|until|till|through|updated|accessed|retrieved|dated|between|from|before|after|last|checked|tested)"
    r"(?: (?:on|in|the))?(?: early| late| mid| end of)? $",
    re.IGNORECASE,
)
HELD_SINCE = re.compile(r"\b(?:available|out|live|offered|shipping|open) since (?:the )?$", re.IGNORECASE)
# What may stand between a name and its date.
BESIDE = re.compile(
    r"(?:[\s*\"”,]|\b(?:back|just|only|in|on|by|around|about|as early as|the|late|early|followed|arrived|came"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)*",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[\s*\"”)\]]*(?:[:–—|,(-]|→|)[\s*\"“]*(?:(?:by|on|in|from|the|new)\b\s*)*")
ENDS = re.compile(r"[\s*\"”]*(?:$|[.,;:!()–—|-])")
SMALL = re.compile(
    r"\b(?:and|by|from|in|on|the|new|with|models?|family|series|preview|of|plus|effective|early|late|mid|week)\b|[^\w]|_", re.IGNORECASE
)
SUBORDINATE = re.compile(r"\b(?:before|after|until|since|ahead of|prior to|following)\b[^,;]*$")
NEW = re.compile(
    r"\W*\b(?:new|initial|first)\b(?= (?:[\w-]+ ){0,3}(?:models?|checkpoints?|versions?|release|LLMs?|family|series)\b)", re.IGNORECASE
)
JOINED = re.compile(r"[\s,;()]*(?:and|then|&)\b(?: \w+){0,5} ")
INTRODUCES = re.compile(r":$|\bthe following\b")
FOLLOWING = 9  # the depth of a sentence that tells of "the following": deeper than any heading, above the paragraphs
STAMP = re.compile(r"\d{4}-\d\d-\d\d")  # in brackets behind a name it tells one snapshot of a model from another


@dataclass(frozen=True, slots=True)
class Standing:
    """A date that holds for what stands below it: that of a heading, of a list's parent, of a sentence that introduces a list."""

    passage: Passage
    mention: DateMention
    event: Told | None = None  # what happened to all that follow, if it says so


@dataclass
class Timeline:
    """The dates of an article, read sentence by sentence."""

    vocabulary: Vocabulary
    repeated: bool = False  # whether several headings are nothing but a date; a single one is the article's own
    standing: dict[int, Standing] = field(default_factory=dict)  # by depth
    topics: dict[int, Told] = field(default_factory=dict)  # the events that headings and short lines speak of, by depth
    last: Passage | None = None  # the sentence that was read last, in this block
    heading: bool = False  # whether this block is one
    item: bool = False

    def begins(self, block: Block) -> None:
        """What stood as deep as this block, or deeper, no longer holds."""
        self.item = block.kind == "item"
        self.standing = {at: s for at, s in self.standing.items() if at < depth(block)}
        self.topics = {at: t for at, t in self.topics.items() if at < depth(block)}
        self.last, self.heading = None, block.kind in ("heading", "title")

    def ends(self, block: Block, scene: Scene) -> None:
        """A block has been read: its date, and the sort of event it names, may hold for what stands below it."""
        heading = self.heading
        if (heading or scene.text.endswith(":")) and len(scene.text.split()) <= 8 and (found := event_of(scene.text, self.vocabulary)):
            self.topics[depth(block)] = Told(0, 0, *found, "heading" if heading else "list")
        if self.last is None or len(scene.dates) != 1 or depth(block) <= 1 or scene.dates[0].start < self.last.sentence.start:
            return
        mention = scene.dates[0]
        led = LED.fullmatch(scene.text, 0, mention.start) and re.match(r"\W*:", scene.text[mention.end :])
        if not SMALL.sub("", scene.text[: mention.start] + scene.text[mention.end :]) or (led and block.kind in ("item", "heading")):
            if not heading or self.repeated:
                self.standing[depth(block)] = Standing(self.last, mention)
        elif INTRODUCES.search(scene.text) and not any(s.id for s in self.last.sentence.subjects):
            event = next((t for t in told(self.last.sentence) if t.metric), None)
            if event:
                self.standing[FOLLOWING if "following" in scene.text else depth(block)] = Standing(self.last, mention, event)

    def read(self, passage: Passage) -> Iterator[Assertion]:
        """The dates of a sentence that are the date of an event of a known subject."""
        self.last = passage
        sentence, heading = passage.sentence, self.heading
        mentions = [d for d in sentence.scene.dates if sentence.start <= d.start < sentence.end]
        for mention in mentions:
            for event, id_, rule in self.dated(sentence, mention, len(mentions) == 1, heading):
                yield assertion(passage, mention, event, id_, rule)
        if not mentions and not heading and self.standing:
            yield from self.below(sentence)

    def dated(self, sentence: Sentence, mention: DateMention, alone: bool, heading: bool) -> Iterator[tuple[Told, str, str]]:
        """The event that a date dates, and whose it is. `alone`: it is the only date of its sentence."""
        before = sentence.scene.text[max(sentence.start, mention.start - 24) : mention.start]
        event = nearest_event(sentence, mention)
        plain = mention.op == "=" and isinstance(mention.value.written, str)
        # "trained through", "supported until", "dates from"
        tied = event and (event.rule == "cut-off" or event.end + 1 == mention.start)
        if plain and not tied and AS_OF.search(before) and not HELD_SINCE.search(before):
            return
        if aside := self.in_brackets(sentence, mention, event):
            yield from aside
        elif event:
            leads = LED.fullmatch(sentence.scene.text, sentence.start, mention.start)
            for other in [event, *further_events(sentence, mention, event)]:
                found = beside(sentence, mention, other)
                if not found and (leads or dates_too(sentence, mention, other)):
                    found = whose(sentence, other)
                for id_, rule in found:
                    yield other, id_, rule
        elif alone and (new := newly(sentence, mention, self.what(sentence, release=True))):
            yield from new
        elif alone:
            yield from self.labelled(sentence, mention, heading)

    def what(self, sentence: Sentence, release: bool = False) -> Told | None:
        """What a date beside a name is the date of: what the headings and lists above speak of, the nearest first, else a release."""
        if self.topics and not release:
            return self.topics[max(self.topics)]
        found = event_of("release", sentence.vocabulary)
        return Told(0, 0, *found, "a date beside a name") if found else None

    def in_brackets(self, sentence: Sentence, mention: DateMention, event: Told | None) -> list[tuple[Told, str, str]]:
        """A date in brackets behind a name: "GPT-5 (August 2025)", "GPT-5 (released in August 2025)"."""
        scene = sentence.scene
        bracket = scene.bracket(mention.start)
        if bracket is None:
            return []
        told_inside = event if event and bracket[0] < event.start < bracket[1] else None
        inside = scene.text[bracket[0] + 1 : mention.start]
        if told_inside is None:
            makers = [m for m in scene.subjects if bracket[0] < m.start < mention.start and m.id]
            rest = SMALL.sub("", without(scene, bracket[0] + 1, mention.start, makers))
            if rest or AS_OF.search(inside) or STAMP.fullmatch(scene.text, mention.start, mention.end):
                return []
        meant = told_inside or self.what(sentence)
        if meant is None or meant.metric is None:
            return []
        for mark in sentence.subjects:
            if (
                re.fullmatch(r"[\s*\"”]*", scene.text[mark.end : bracket[0]])
                and mark.end <= bracket[0]
                and suits(meant, mark.id, self.vocabulary)
            ):
                return [
                    (meant, id_, "in brackets behind it") for id_ in (together(sentence, mark, meant) if told_inside else [mark.id or ""])
                ]
        return []

    def labelled(self, sentence: Sentence, mention: DateMention, heading: bool) -> Iterator[tuple[Told, str, str]]:
        """A date and a name side by side: where a heading says what happened ("Releases"), or nothing but the two stands there."""
        event, scene = self.what(sentence), sentence.scene
        if event is None or (heading and not self.topics):
            return
        marks = [m for m in scene.subjects if sentence.start <= m.start < sentence.end and suits(event, m.id, self.vocabulary)]
        left = without(scene, sentence.start, sentence.end, [*marks, *makers_of(sentence)], mention)
        if not SMALL.sub("", left):
            for id_ in dict.fromkeys(m.id or "" for m in marks):
                yield event, id_, "nothing but it and the date"
            return
        for mark in marks if self.topics else []:
            a, b = (mention.end, mark.start) if mention.end <= mark.start else (mark.end, mention.start)
            last = mark.end if mention.end <= mark.start else mention.end
            if SEPARATOR.fullmatch(scene.text, a, b) and (heading or ENDS.match(scene.text, last)) and not part_of_other(sentence, mark):
                for id_ in together(sentence, mark, event):
                    yield event, id_, "beside the date"
                return

    def below(self, sentence: Sentence) -> Iterator[Assertion]:
        """What a sentence without a date of its own tells of the date that stands above it."""
        above = self.standing[max(self.standing)]
        if above.event:
            marks = [m for m in sentence.subjects if suits(above.event, m.id, self.vocabulary)]
            if self.item and marks and not re.search(r"\w", sentence.scene.text[sentence.start : marks[0].start]):
                for id_ in together(sentence, marks[0], above.event):
                    yield assertion(above.passage, above.mention, above.event, id_, "listed below the date")
            return
        for event, ids in happened(sentence):
            for id_ in ids:
                yield assertion(above.passage, above.mention, event, id_, "below the date")


def assertion(passage: Passage, mention: DateMention, event: Told, id_: str, rule: str) -> Assertion:
    """The date of an event as an assertion."""
    metric = event.metric.id if event.metric else ""
    why = (Evidence("metric", metric, event.rule), Evidence("subject", id_, rule))
    parts = {"kind": "date", "value": mention.value, "unit": "date", "op": mention.op}
    return passage.assertion(mention.start, mention.end, subject=id_, metric=metric, evidence=why, **parts)


def makers_of(sentence: Sentence) -> list[SubjectMark]:
    kinds = {i: s.kind for i, s in sentence.vocabulary.subjects.items()}
    return [m for m in sentence.scene.subjects if m.id and sentence.start <= m.start < sentence.end and kinds[m.id] == "organisation"]


def without(scene: Scene, start: int, end: int, marks: list[SubjectMark], mention: DateMention | None = None) -> str:
    """A stretch of text without the given names and date."""
    spans = [(m.start, m.end) for m in marks] + ([(mention.start, mention.end)] if mention else [])
    return "".join(c for i, c in enumerate(scene.text[start:end], start) if not any(a <= i < b for a, b in spans))


def newly(sentence: Sentence, mention: DateMention, event: Told | None) -> list[tuple[Told, str, str]]:
    """What is new on the date at the head of a line: "May 5th, 2025: New model X"."""
    text = sentence.scene.text
    new = NEW.match(text, mention.end)
    if event is None or not new or not LED.fullmatch(text, sentence.start, mention.start):
        return []
    told_new = Told(mention.end, new.end(), event.metric, event.kinds, "new")
    return [(told_new, id_, rule) for id_, rule in whose(sentence, told_new) if rule == "what the event happens to"]


def nearest_event(sentence: Sentence, mention: DateMention) -> Told | None:
    """The event whose word stands nearest to a date in its clause; a date that leads the sentence dates all of it."""
    scene = sentence.scene
    leads = LED.fullmatch(scene.text, sentence.start, mention.start) is not None
    best: tuple[float, Told] | None = None
    for event in told(sentence):
        after = event.start >= mention.end
        a, b = (mention.end, event.start) if after else (event.end, mention.start)
        far = len(scene.text[a:b].split()) + 2.0 * after + (0 if sentence.same_clause(event.start, mention.start) else 6)
        if SUBORDINATE.search(scene.text[a:b].rstrip() if after else re.sub(r"\b\w+ (?:the )?$", "", scene.text[a:b])):
            continue  # "in May, a year before X was launched"
        far += 3 if scene.bracket(mention.start) != scene.bracket(event.start) else 0
        if leads:
            far = min(far, 4 + far / 10)
        if far <= FAR and (best is None or far < best[0]):
            best = (far, event)
    return best[1] if best else None


def further_events(sentence: Sentence, mention: DateMention, event: Told) -> list[Told]:
    """What else a date at the head of a sentence dates: "On March 5, we released X and retired Y"."""
    if not LED.fullmatch(sentence.scene.text, sentence.start, mention.start):
        return []
    others = [d for d in sentence.scene.dates if sentence.start <= d.start < sentence.end and d != mention]
    return [e for e in told(sentence) if e != event and e.metric != event.metric and e.kinds and not others]


def beside(sentence: Sentence, mention: DateMention, event: Told) -> list[tuple[str, str]]:
    """Who stands right before a date, when the event was told further in front: "X launched in May, and Y in June"."""
    if closest(sentence, event) == mention:
        return []
    for mark in sentence.subjects if event.kinds else []:
        between = event.end <= mark.start and mark.end <= mention.start and suits(event, mark.id, sentence.vocabulary)
        if between and BESIDE.fullmatch(sentence.scene.text, mark.end, mention.start):
            return [(i, "right before the date") for i in together(sentence, mark, event)]
    return []


def dates_too(sentence: Sentence, mention: DateMention, event: Told) -> bool:
    """Whether a date is the one closest to an event, or joined to it: "launched in May 2025 and in Europe in June"."""
    first = closest(sentence, event)
    return first is None or first == mention or JOINED.fullmatch(sentence.scene.text[first.end : mention.start]) is not None


def closest(sentence: Sentence, event: Told) -> DateMention | None:
    """The date that stands closest to the word for an event."""
    dates = [d for d in sentence.scene.dates if sentence.start <= d.start < sentence.end]
    return min(dates, key=lambda d: d.start - event.end if d.start >= event.end else event.start - d.end + 8, default=None)
