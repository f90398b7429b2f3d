"""Whose voice a figure is in: the sentence's own sources, else the item's, the list's, the section's, the table's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.dataclass import dataclass, field
from factcheck.documents import Block
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.attributions import introduces, sources, trailing
from factcheck.extract.voices.notes import FIGURE, Note, Notes, noted, source_of
from factcheck.extract.voices.publishers import MAKER, maker_of, makes_models
from factcheck.extract.voices.source import Link, Meant, References, Source
from factcheck.extract.voices.source_words import FINDINGS, OFFICIAL, OWN_WORK, UNKNOWN
from factcheck.patterns import compile_re

# How a sentence begins that goes on about what the one before reported.
CONTINUES = compile_re(r"\W*(?:Its?|They|Their|Th(?:e|is) (?:new )?(?:model|system|service|report|study|survey|analysis|test))\b")
# What follows a source that ends what it says: the sentence or the first half of it, or only a clause.
CLOSED = compile_re(r"[)\]\"”*_]*(?:[;.]|$)")
VIA = compile_re(r"\bvia (?:the )?[*_\[]*$")  # of a price or a speed: where one has it
PAUSE = compile_re(r"[)\]\"”*_]*(?:[;.,:—–)]|$| (?:and|while|but)\b)")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a sentence: its sources in order, and whom the passage has been quoting."""

    scene: Scene
    start: int
    end: int
    sources: tuple[Source, ...]
    vocabulary: Vocabulary
    passage: Notes = ()  # of the item, the list, the section
    third: str | None = None  # of the sentence before, about what is not its own
    opened: str | None = None  # whose findings the paragraph began to tell of
    told: Mapping[str, str] = field(default_factory=dict)  # who was the last in this paragraph to give others' figures of a metric

    def of(self, at: int, subject: str | None, metric: str | None) -> str | None:
        """The id of who says what stands at an offset of a metric of a subject; None where nobody is named."""
        maker = maker_of(subject, self.vocabulary)
        sold = self.vocabulary.metrics[metric].kind in ("price", "speed") if metric else False
        sources = [s for s in self.sources if not (sold and VIA.search(self.scene.text, self.start, s.start))]
        if maker and self.official(at, maker):
            return maker
        told = next((s.id for s in sources if s.side in ("own", "figure") and s.start <= at < s.end), None)
        if told and (told == maker or not makes_models(told, self.vocabulary)):
            return told
        leading = [s for s in sources if s.side in ("after", "either") and s.start <= at and not self.closed(s)]
        leading = [s for s in leading if not self.of_itself(s, at, subject) and not self.bracketed(s, at)]
        if leading:
            first = leading[0]
            for other in leading[1:]:
                if self.figures(first.end, other.start) or ";" in self.scene.text[first.end : other.start]:
                    first = other
            return maker if first.id == MAKER else first.id
        following = [s for s in sources if s.start > at and (s.side == "before" or (s.side == "either" and self.ends(s)))]
        if following:
            return maker if following[0].id == MAKER else following[0].id
        noted = source_of(self.passage, subject, metric, self.vocabulary)
        noted = None if noted == subject else noted  # whom a heading names that all is about
        third = self.third if self.third not in (maker, subject) else None
        return noted or third or (None if sources else self.opened or self.told.get(metric or ""))

    def gives(self, at: int) -> bool:
        """Whether somebody is named as the one who gives the figure at an offset, and no other: that it is theirs nobody denies."""
        return any(s.side == "figure" and s.start <= at < s.end for s in self.sources)

    def official(self, at: int, maker: str) -> bool:
        """Whether a figure at an offset is called its maker's own: in its clause, or in one without figures and other makers."""
        for m in OFFICIAL.finditer(self.scene.text, self.start, self.end):
            if (
                (aside := self.scene.bracket(m.start()))
                and not aside[0] < at < aside[1]
                and any(aside[0] < q.start < aside[1] for q in self.scene.quantities)
            ):
                continue  # "S (85, self-reported)" tells of that figure only
            clause = self.scene.clause(m.start())
            if clause == self.scene.clause(at):
                return True
            named = {maker_of(s.id, self.vocabulary) for s in self.scene.subjects if s.id and self.scene.clause(s.start) == clause}
            if named <= {maker} and not any(self.scene.clause(q.start) == clause for q in self.scene.quantities):
                return True
        return False

    def of_itself(self, source: Source, at: int, subject: str | None) -> bool:
        """Whether a maker only speaks of itself, in a half of the sentence that is over: "S expects $2 billion; T, $3 billion"."""
        if source.side != "after" or ";" not in self.scene.text[source.end : at] or not makes_models(source.id or "", self.vocabulary):
            return False
        return source.id not in (subject, maker_of(subject, self.vocabulary))

    def bracketed(self, source: Source, at: int) -> bool:
        """Whether a source gives a figure in brackets, behind another's, that are over: "58 (S claims 60), ahead of T (52)"."""
        bracket = self.scene.bracket(source.start)
        if not bracket or at < bracket[1]:
            return False
        return self.figures(source.end, bracket[1]) and self.figures(self.start, bracket[0])

    def figures(self, start: int, end: int) -> bool:
        """Whether figures stand between two offsets."""
        return any(start <= q.start < end for q in self.scene.quantities)

    def ends(self, source: Source) -> bool:
        """Whether a source that can stand on either side belongs to what comes before it."""
        work = OWN_WORK.match(self.scene.text, source.end, self.end)
        said = work.end() if work else source.end
        return not self.figures(said, self.end) or PAUSE.match(self.scene.text, said, self.end) is not None

    def closed(self, source: Source) -> bool:
        """Whether what a source says ends with it, so that nothing behind it is its own."""
        said = source.side == "either" and self.figures(self.start, source.start)
        return said and CLOSED.match(self.scene.text, source.end, self.end) is not None


@dataclass
class Floor:
    """Whom the article is quoting, moved on block by block and sentence by sentence."""

    vocabulary: Vocabulary
    references: References = field(default_factory=dict)
    headings: dict[int, str | None] = field(default_factory=dict)
    items: dict[int, str | None] = field(default_factory=dict)  # 0 is the paragraph before the list
    own: tuple[Source, ...] = ()  # at the end of the item at hand
    before: str | None = None  # of the sentence before
    lead: Notes = ()  # of the paragraph before, for a table that follows it
    opened: str | None = None  # whose findings a sentence without figures of this paragraph began to tell of
    reporter: str | None = None  # who was quoted last
    section: Notes = ()  # of the section or article at hand
    told: dict[str, str] = field(default_factory=dict)  # who, making no models, gave figures of a metric in this paragraph

    def opens(self, level: int) -> None:
        """A section begins: who was quoted in the last one is not heard in its heading."""
        for deeper in [k for k in self.headings if k >= level]:
            del self.headings[deeper]
        self.items.clear()
        self.before, self.own, self.lead, self.reporter = None, (), (), None
        self.told = {}

    def heading(self, level: int, scene: Scene, links: list[Link]) -> None:
        """A section's heading has been read."""
        self.headings[level] = introduces(scene, self.vocabulary, links) if level else None
        self.before = None

    def begin(self, kind: str, level: int, scene: Scene, links: list[Link]) -> None:
        """A paragraph or item begins; what hangs on it is said by whom it names before a colon."""
        depth = level if kind == "item" else 0
        for deeper in [k for k in self.items if k >= depth]:
            del self.items[deeper]
        self.before, self.own, self.lead, self.opened = None, trailing(scene, self.vocabulary, links), (), None
        self.told = {}

    def ends(self, block: Block, scene: Scene, links: list[Link]) -> None:
        """A paragraph or item ends; a list or table that follows it may be said by whom it names."""
        address = any(start == end == len(scene.text) for start, end, _ in links)
        if block.kind == "caption" or (scene.text.rstrip(" *_").endswith(":") and not address):
            self.items[block.level if block.kind == "item" else 0] = introduces(scene, self.vocabulary, links)
        if block.kind != "item" and not FIGURE.match(scene.text):
            named = {s.id for s in sources(scene, 0, len(scene.text), self.vocabulary, links)}
            single = named.pop() if len(named) == 1 else None
            self.lead = noted(block.text, scene, self.vocabulary) or ((Note(single),) if single else ())

    def table(self) -> Notes:
        """Who is quoted in a table that begins: what an item before it gave as its own source is not the table's."""
        self.own, self.before = (), None
        introduced = self.items.get(0)
        return (Note(introduced),) if introduced else self.lead or self.passage

    @property
    def passage(self) -> Notes:
        """Who is quoted in the whole passage, the nearest first."""
        if self.own:
            return (Note(self.own[0].id),) if self.own[0].id else ()
        levels = [self.items[k] for k in sorted(self.items, reverse=True)] + [self.headings[k] for k in sorted(self.headings, reverse=True)]
        named = next((id_ for id_ in levels if id_), None)
        return (Note(named),) if named else self.section

    def voices(self, scene: Scene, start: int, end: int, links: list[Link], company: str | None) -> Voices:
        """Who speaks in a sentence."""
        found = sources(scene, start, end, self.vocabulary, links, meant=Meant(company, self.reporter, self.references))
        goes_on = self.before if CONTINUES.match(scene.text, start, end) else None
        self.before = next((s.id for s in reversed(found) if s.id and s.id != MAKER and s.start < s.end), goes_on)
        self.reporter = self.before or (None if UNKNOWN.search(scene.text, start, end) else self.reporter)
        opened = self.opened
        if named := [s.id for s in found if s.id and s.id != MAKER]:
            figures = any(start <= q.start < end for q in scene.quantities)
            tells = len(set(named)) == 1 and any(FINDINGS.match(scene.text, s.end, end) for s in found)
            self.opened = named[0] if tells and not figures else None
        return Voices(scene, start, end, found, self.vocabulary, self.passage, goes_on, opened, self.told)

    def said(self, figures: Iterable[tuple[str | None, str | None]]) -> None:
        """A sentence has been read: the metrics of its figures, and who gave each."""
        self.told |= {metric: by for metric, by in figures if metric and by and not makes_models(by, self.vocabulary)}
