"""Dates of events: what happened to whom, when. The words beside a date say which, or the heading or list that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck import patterns
from factcheck.dataclass import dataclass, field
from factcheck.documents import Block
from factcheck.extract.assertion import Assertion, Evidence
from factcheck.extract.dates.chronology import depth
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.dating import dated
from factcheck.extract.dates.events import Told, event_of, suits, told
from factcheck.extract.dates.left_out import SMALL, without
from factcheck.extract.dates.name_groups import together
from factcheck.extract.dates.nearest import LED
from factcheck.extract.dates.owners import happened
from factcheck.extract.dates.setting import Setting, dates_in
from factcheck.extract.dates.unsaid import CHANGE, PLAIN, described, last_of
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

if TYPE_CHECKING:
    from factcheck.extract.statements import Passage

PAPER = compile_re(r"arxiv|doi\.org|/pdf/|\.pdf$")  # in an address
MOMENT = compile_re(r"(?:,(?: [\w’':-]+){1,7}(?: [ap]\.m)?)?\.\s*")  # behind a date that makes a sentence by itself
# Before the name of a thing in a list of releases, and behind it.
INTO = compile_re(
    r"\W*(?:(?!(?:of|for|to|with|in|on|by|from|and|at|fix\w*|add\w*|updat\w*|support\w*)\b)[\w.-]+ ){0,4}?"
    r"(?:(?:models?|checkpoints?|versions?|weights|variants?|LoRAs?):? )?\W*",
    re.IGNORECASE,
)
ENDS = compile_re(r"[\s*\"”\])]*(?:$|[,.;:!(–—-]|(?:base |instruct |chat )?(?:model|checkpoint|version|weights)s?\W*$)")
LONG_AGO = compile_re(r" (?:\w+ )?(?:last|earlier|previously|a while|some time|(?:\w+ ){1,3}ago)\b")
VERSION = compile_re(r"\b(?:v(?:ersion )?)?\d+(?:\.\d+)+\b", re.IGNORECASE)  # of what a changelog is of
OPENS = compile_re(
    r"\W*(?:(?:we|we['’]ve|has|have|is|are|was|were|and|the|now|today|just|officially|announced)\W+)*", re.IGNORECASE
)  # before what an entry tells of
NEW = compile_re(r"\W*new(?: (?:model|checkpoint|weights))?:\W*", re.IGNORECASE)
INTRODUCES = compile_re(r":$|\bthe following\b")
FOLLOWING = 9  # the depth of a sentence that tells of "the following": deeper than any heading, above the paragraphs
# Lines and sections whose dates are those of what was read.
CITES = compile_re(
    r"\W*(?:sources?|via|references?|refs?|citations?|credits?|further reading|read more|see also)\W*:(?!\W*\d{4}\S*\W*:)", re.IGNORECASE
)
CITATIONS = compile_re(
    r"[\W\d]*(?:(?:key |main |selected )?(?:sources?|references?|citations?|notes|footnotes|bibliography|works cited)(?: (?:and|&) \w+)?"
    r"|further reading|see also|external links|read more)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A date that holds for what stands below it: that of a heading, of a list's parent, of a sentence that introduces a list."""

    passage: Passage
    mention: DateMention
    event: Told | None = None  # what happened to all that follow, if it says so
    loose: bool = False  # a month or a year with a title of its own: a story rather than an entry
    lone: bool = False  # the only heading with a date: it may be the article's own


@dataclass
class Timeline:
    """The dates of an article, read sentence by sentence."""

    vocabulary: Vocabulary
    repeated: bool = False  # whether several headings are nothing but a date; a single one is the article's own
    standing: dict[int, Standing] = field(default_factory=dict)  # by depth
    topics: dict[int, Told] = field(default_factory=dict)  # the events that headings and short lines speak of, by depth
    citing: int | None = None  # the depth of the heading of a list of sources
    opened: bool = False  # whether a block has been read: a page that is called "Notes" is no list of sources
    last: Passage | None = None  # the sentence that was read last, in this block
    moment: Passage | None = None  # the sentence right before, if it is nothing but a time: "November 30, 2022, late afternoon."
    kind: str = ""  # of this block
    depth: int = 0

    @property
    def heading(self) -> bool:
        return self.kind in ("heading", "title")

    @property
    def topic(self) -> Told | None:
        """The event that the nearest heading, or line above a list, speaks of."""
        return self.topics[max(self.topics)] if self.topics else None

    def begins(self, block: Block) -> None:
        """What stood as deep as this block, or deeper, no longer holds."""
        self.standing = {at: s for at, s in self.standing.items() if at < depth(block)}
        self.topics = {at: t for at, t in self.topics.items() if at < depth(block)}
        self.citing = self.citing if self.citing is not None and self.citing < depth(block) else None
        self.last, self.moment, self.kind, self.depth = None, None, block.kind, depth(block)

    def ends(self, block: Block, scene: Scene) -> None:
        """A block has been read: its date, and the sort of event it names, may hold for what stands below it."""
        heading, opening, self.opened = self.heading, not self.opened, True
        if heading and not opening and CITATIONS.fullmatch(scene.text):
            self.citing = depth(block)
        if (heading or scene.text.endswith(":")) and len(scene.text.split()) <= 8 and (found := event_of(scene.text, self.vocabulary)):
            self.topics[depth(block)] = Told(0, 0, *found, "heading" if heading else "list")
        if self.last is None or len(scene.dates) != 1 or scene.dates[0].start < self.last.sentence.start:
            return
        if depth(block) <= 1 and not self.repeated:
            return
        mention = scene.dates[0]
        led = LED.fullmatch(scene.text, 0, mention.start)
        title = led and heading and patterns.match(r"\W*:", scene.text[mention.end :])
        beside = VERSION.sub("", scene.text[: mention.start] + scene.text[mention.end :])
        if not SMALL.sub("", beside) or title or (led and block.kind == "item"):
            loose = bool(title) and mention.value.first != mention.value.last
            self.standing[depth(block)] = Standing(self.last, mention, loose=loose, lone=heading and not self.repeated)
        elif INTRODUCES.search(scene.text) and not any(s.id for s in self.last.sentence.subjects):
            event = next((t for t in told(self.last.sentence) if t.metric), None)
            if event:
                self.standing[FOLLOWING if "following" in scene.text else depth(block)] = Standing(self.last, mention, event)

    def read(self, passage: Passage) -> Iterator[Assertion]:
        """The dates of a sentence that are the date of an event of a known subject."""
        self.last = passage
        moment, self.moment = self.moment, None
        if self.citing is not None or CITES.match(passage.sentence.scene.text):
            return
        papers = tuple((link.start, link.end) for link in passage.text.links if PAPER.search(link.url))
        here = Setting(passage.sentence, self.heading, self.topic, papers, self.heading and self.depth <= 1, self.kind == "item")
        done = set()
        found = [(mention, *told) for mention in here.dates for told in dated(here, mention)]
        for mention, event, id_, rule in found:
            others = [m for m, e, i, _ in found if (e.metric, i) == (event.metric, id_) and m.start > event.end and m is not mention]
            if not (others and mention.end < event.start and LED.fullmatch(passage.sentence.scene.text, 0, mention.start)):
                yield assertion(passage, mention, event, id_, rule)  # else it is the day on which the other one was told
                done.add(event.metric)
        if not dates_in(passage.sentence) and self.kind not in ("heading", "title", "table") and self.standing:
            yield from self.below(here)
        elif done and self.kind == "item" and self.standing:
            yield from self.opened_with(here, done)
        if dates_in(passage.sentence):
            self.moment = passage if MOMENT.fullmatch(without_date(here)) and not passage.sentence.subjects else None
        elif moment:
            for event, ids in happened(passage.sentence):
                for id_ in ids:
                    yield assertion(moment, dates_in(moment.sentence)[0], event, id_, "the time before it")

    def below(self, here: Setting) -> Iterator[Assertion]:
        """What a sentence without a date of its own tells of the date that stands above it."""
        above, sentence = self.standing[max(self.standing)], here.sentence
        if above.event:
            marks = [m for m in sentence.subjects if suits(above.event, m.id, self.vocabulary)]
            if self.kind == "item" and marks and not patterns.search(r"\w", sentence.scene.text[sentence.start : marks[0].start]):
                for id_ in together(sentence, marks[0], above.event):
                    yield assertion(above.passage, above.mention, above.event, id_, "listed below the date")
            return
        if (above.loose or above.lone) and self.kind != "item":
            return
        if above.lone:
            found = [(event, ids) for event, ids in happened(sentence) if opens(here, event)]
            found += self.new(here)
        else:
            found = [*happened(sentence), *self.named(here), *self.listed(here), *self.new(here)]
        for event, ids in found:
            out = here.what(release=True) if event.rule == "announcement" else None  # in a list of what came out in a month
            for id_ in ids if not LONG_AGO.match(sentence.scene.text, event.end) else []:
                yield assertion(above.passage, above.mention, out or event, id_, "below the date")

    def opened_with(self, here: Setting, done: set[Metric | None]) -> Iterator[Assertion]:
        """What an entry begins with before it dates something else: "We announced the end of X, with removal planned for May"."""
        above = self.standing[max(self.standing)]
        for event, ids in happened(here.sentence) if not (above.event or above.loose) else ():
            if event.metric not in done and opens(here, event):
                yield from (assertion(above.passage, above.mention, event, id_, "below the date") for id_ in ids)

    def named(self, here: Setting) -> Iterator[tuple[Told, list[str]]]:
        """Things that are all there is in an item of a timeline, or that it begins with: "X", "X - a model of many voices"."""
        sentence, event = here.sentence, here.what()
        marks = [m for m in sentence.subjects if event and suits(event, m.id, self.vocabulary)]
        if not event or not marks or self.kind != "item" or not self.repeated:
            return
        text, first = sentence.scene.text, marks[0]
        if not SMALL.sub("", PLAIN.sub("", without(sentence.scene, sentence.start, sentence.end, marks))):
            yield event, list(dict.fromkeys(m.id for m in marks if m.id))
        elif not patterns.search(r"\w", text[sentence.start : first.start]) and not told(sentence):
            rest = text[last_of(sentence, first, event) : sentence.end]
            if described(rest, item=False) and not CHANGE.search(rest):
                yield event, together(sentence, first, event)

    def listed(self, here: Setting) -> Iterator[tuple[Told, list[str]]]:
        """What the items below a line or a heading on releases begin with: "Released two models:" and below it "small model X"."""
        sentence, event = here.sentence, here.topic
        if event is None or self.kind != "item" or event.metric != self.vocabulary.role("release-date") or told(sentence):
            return
        text = sentence.scene.text
        for mark in sentence.subjects:
            if suits(event, mark.id, self.vocabulary) and INTO.fullmatch(text, sentence.start, mark.start) and ENDS.match(text, mark.end):
                yield event, together(sentence, mark, event)
                return

    def new(self, here: Setting) -> Iterator[tuple[Told, list[str]]]:
        """What an item below a date calls new: "New: X, our best model"."""
        sentence, event = here.sentence, here.what(release=True)
        for mark in sentence.subjects if event and self.kind == "item" and not told(sentence) else []:
            if event and suits(event, mark.id, self.vocabulary) and NEW.fullmatch(sentence.scene.text, sentence.start, mark.start):
                yield event, together(sentence, mark, event)
                return


def opens(here: Setting, event: Told) -> bool:
    """Whether an entry begins with what happened, or with the names to which it did: "We released X", "X released"."""
    sentence = here.sentence
    marks = [m for m in sentence.scene.subjects if m.id and sentence.start <= m.start and m.end <= event.start]
    return OPENS.fullmatch(without(sentence.scene, sentence.start, event.start, marks)) is not None


def without_date(here: Setting) -> str:
    """A sentence without the date that it begins with; nothing where it begins with none, or has more than one."""
    sentence, dates = here.sentence, dates_in(here.sentence)
    if len(dates) != 1 or patterns.search(r"\w", sentence.scene.text[sentence.start : dates[0].start]):
        return ""
    return sentence.scene.text[dates[0].end : sentence.end]


def assertion(passage: Passage, mention: DateMention, event: Told, id_: str, rule: str) -> Assertion:
    """The date of an event as an assertion."""
    metric = event.metric.id if event.metric else ""
    why = (Evidence("metric", metric, event.rule), Evidence("subject", id_, rule))
    parts = {"kind": "date", "value": mention.value, "unit": "date", "op": mention.op}
    return passage.assertion(mention.start, mention.end, subject=id_, metric=metric, evidence=why, **parts)
