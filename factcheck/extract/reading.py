"""Read an article: every block's sentences and cells become assertions, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.dataclass import dataclass, replace
from factcheck.documents import Block, Document, Text
from factcheck.documents.document import visible
from factcheck.extract.assertion import Assertion, Unread
from factcheck.extract.dates.chronology import Chronology, own_time, several_days, wholly_dated
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.timeline import Timeline
from factcheck.extract.focus import Focus
from factcheck.extract.forms import cues
from factcheck.extract.left_alone import left_alone
from factcheck.extract.names.abbreviations import abbreviations
from factcheck.extract.names.kin import kin_of
from factcheck.extract.names.marking import Knowledge, mark
from factcheck.extract.names.pieces import name_key, pieces
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Attached, Choice, Sentence, Surroundings
from factcheck.extract.names.size_names import BARE_SIZE
from factcheck.extract.names.tails import tails_of
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.relations.changes import read_changes
from factcheck.extract.relations.contests import KINDS, Contest, parties_of, topic_of
from factcheck.extract.relations.verdicts import read_verdicts
from factcheck.extract.statements import Passage, of_cell, of_change, of_verdict, read_figures, read_others
from factcheck.extract.tables.captions import said_below
from factcheck.extract.tables.cards import names_measure, with_cards
from factcheck.extract.tables.listing import is_label, lead_subject, read_below, read_listing
from factcheck.extract.tables.price_unit import PriceUnit
from factcheck.extract.tables.tables import CellFigure, LeftCell, ProseCell, read_table
from factcheck.extract.topics import COMPANY, main_subject, tested
from factcheck.extract.voices.conditions import find_conditions, told_of
from factcheck.extract.voices.modality import asserting
from factcheck.extract.voices.notes import source_of
from factcheck.extract.voices.publishers import maker_of
from factcheck.extract.voices.references import references
from factcheck.extract.voices.section_notes import sections
from factcheck.extract.voices.source import Link
from factcheck.extract.voices.table_notes import of_cells
from factcheck.extract.voices.voices import Floor, Voices
from factcheck.places import Span
from factcheck.values import Number

NOTE = 16  # words: of a line below a table that tells what its figures are
NONE = Block("paragraph")
# What stands for a plain hyphen or blank in print, and is the same to a reader.
PLAIN = str.maketrans("\u2010\u2011" + "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", "--" + 12 * " ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from an article, and the quantities that were left alone, each with its reason."""

    assertions: tuple[Assertion, ...]
    unread: tuple[Unread, ...]


def extract(document: Document, vocabulary: Vocabulary, day: date | None, every_number: bool = False) -> Reading:
    """Everything the article asserts of the vocabulary's subjects. `day` is the article's own, for dates without a year.

    With `every_number`, all that was left alone has its reason, be it a quantity or not.
    """
    document = with_cards(document, lambda text: names_measure(text, vocabulary))
    reader = Reader(document, vocabulary, day)
    scenes = [(block, reader.see(block.text.text)) for block in document.blocks]
    after = (*document.blocks[1:], NONE)
    for block, reader.floor.section, reader.behind in zip(document.blocks, sections(scenes, vocabulary), after, strict=False):
        reader.block(block)
    ordered = sorted(reader.assertions, key=lambda a: (a.span, a.subject or "", a.metric or ""))
    unread = [*reader.unread, *(left_alone(document, ordered, reader.unread, reader.see) if every_number else ())]
    return Reading(tuple(unique(ordered)), tuple(sorted(unread, key=lambda u: u.span)))


class Reader:
    """An article while it is read: what was read so far, and what the passage is about."""

    def __init__(self, document: Document, vocabulary: Vocabulary, day: date | None) -> None:
        self.source, self.vocabulary = document.source, vocabulary
        self.assertions: list[Assertion] = []
        self.unread: list[Unread] = []
        self.seen: dict[tuple[str, Known, str | None], Scene] = {}
        texts = [(text.text, pieces(text.text)) for text in visible(document.blocks)]
        named = dict.fromkeys(n.id for text in texts for n in vocabulary.subject_names.find(*text) if n.id)
        short = vocabulary.introduced(named)
        in_short = dict.fromkeys(n.id for text in texts for n in vocabulary.subject_names.find(*text, short) if n.id)
        tails = tails_of(in_short, vocabulary)
        for last, id_ in tails.items():
            short.forget(name_key(last), but=id_)
        self.chronology = Chronology(own_time(document.blocks, day))
        self.knowledge = Knowledge(
            vocabulary,
            short,
            self.chronology.known,
            cues.compiled(vocabulary),
            {**vocabulary.sizes(named), **vocabulary.versions(named)},
            abbreviations((text.text for text in visible(document.blocks)), vocabulary),
            kin_of(named, vocabulary),
            tails=tails,
        )
        opening = [(block.kind, self.see(block.text.text)) for block in document.blocks]
        self.parties = parties_of(opening, vocabulary)
        about = (
            main_subject(opening, vocabulary),
            main_subject(opening, vocabulary, ("model",)),
            main_subject(opening, vocabulary, COMPANY),
        )
        machines = tested(opening, about[0], vocabulary)
        self.focus = Focus(vocabulary, *about, named=frozenset(named), parties=self.parties, tested=machines)
        self.timeline = Timeline(vocabulary, several_days(document.blocks))
        self.floor = Floor(vocabulary, references(document, vocabulary))
        self.topic: str | None = None  # what the heading names that can be measured
        self.prices = PriceUnit()
        self.labelled = ("", 0)  # the kind and level of the block before
        self.behind = NONE  # the block behind the one at hand
        self.label = ""  # the block before, where it was nothing but the name of something measured

    def see(self, text: str) -> Scene:
        """A text with its marks, as they are seen at this time of the article."""
        key = (text, self.knowledge.known, self.knowledge.family if BARE_SIZE.search(text) else None)
        if key not in self.seen:
            self.seen[key] = mark(text if text.isascii() else text.translate(PLAIN), self.knowledge)
        return self.seen[key]

    def block(self, block: Block) -> None:
        """Read a block, and let it move what the passage is about."""
        self.chronology.begins(block)
        self.timeline.begins(block)
        self.knowledge = replace(self.knowledge, known=self.chronology.known)
        if block.kind == "table":
            self.label = ""
            self.table(block)
            return
        self.prices.block(block)
        scene, links = wholly_dated(self.see(block.text.text), self.chronology.known), links_of(block.text)
        self.knowledge = self.knowledge.behind(scene)
        if block.kind in ("heading", "title"):
            level = block.level if block.kind == "heading" else 0
            self.topic = topic_of(block.text.text, self.vocabulary)
            self.focus.section(level)
            self.floor.opens(level)
            self.prose(block.text, scene, self.focus.around())
            self.focus.heading(level, scene)
            self.chronology.ends(block, scene)
            self.timeline.ends(block, scene)
            self.floor.heading(level, scene, links)
            self.label = self.label_of(block)
            return
        if block.kind == "item" and self.labelled != (block.kind, block.level):
            self.label = ""  # what stands above a list heads all of it
        self.focus.begin(block.kind, block.level, scene)
        self.floor.begin(block.kind, block.level, scene, links)
        self.focus.lead = None
        self.focus.lead = lead_subject(scene.text, [c.id for c in self.focus.around().subjects if c.id], self.vocabulary)
        around, above = self.focus.around(), self.focus.above
        first = len(self.assertions)
        self.prose(block.text, scene, None)
        self.listing(block.text, around, above, first)
        self.label, self.labelled = self.label_of(block), (block.kind, block.level)
        self.focus.ends(block.kind, block.level, scene)
        self.chronology.ends(block, scene)
        self.timeline.ends(block, scene)
        self.floor.ends(block, scene, links)

    def label_of(self, block: Block) -> str:
        """The text of a block that may be the label of the next one, "" of any other."""
        return block.text.text if is_label(block.text.text, self.see, self.vocabulary) else ""

    def prose(self, text: Text, scene: Scene, around: Surroundings | None) -> None:
        """Read the sentences of a block; `around` stands in for what the passage is about."""
        for start, end in scene.sentences:
            attached: list[Attached] = []
            if said := asserting(scene.text, start, end):
                sentence = Sentence(scene, *said, around or self.focus.around(), self.vocabulary)
                attached = self.sentence(text, sentence, self.voices(text, sentence))
            self.focus.moved(Sentence(scene, start, end, around or self.focus.around(), self.vocabulary), attached)
            said_of = scene.text[start:end]
            carried = {c.key: c.value for c in find_conditions(said_of) if c.key == "mode" and not told_of(said_of, c)}
            anew = any(s.id and not s.pronoun and s.start >= start and s.end <= end for s in scene.subjects)  # whose are others
            self.focus.conditions = carried or (self.focus.conditions if scene.quantities and not anew else {})

    def listing(self, text: Text, around: Surroundings, above: str, first: int) -> None:
        """Read the lines of a block that are a label and a value, or the block as the value of the label above it.

        What its prose, from assertion `first` on, read as well is kept.
        """
        below = read_below(self.label, text, self.see, self.vocabulary, around) if self.label else ()
        listed = read_listing(text, self.source, self.see, self.vocabulary, around, above=above.strip(" *:"))
        for found in [*listed, *below]:
            read = of_cell(self.source, found, source_of(self.floor.passage, found.subject, found.metric.id, self.vocabulary))
            mine = [a for a in self.assertions[first:] if overlap(a, read) or (a.kind, a.metric) == ("availability", read.metric)]
            same = next((a for a in mine if a.span == read.span), None)
            if same:
                said = {**read.conditions, **(same.conditions if same.metric == read.metric else {})}
                read = replace(read, conditions=said, by=same.by or read.by, modality=same.modality)
            if same or not any(overlap(a, read) for a in mine):
                self.assertions = [a for a in self.assertions if a not in mine] + [read]
                self.unread = [u for u in self.unread if not overlap(u, read)]

    def took(self, read: list[Assertion]) -> None:
        """Keep what was read, and remember the scores and the sums of money."""
        self.assertions += read
        for a in read:
            again = a.kind == "score" or a.unit == "usd_per_month" or (a.kind == "amount" and a.unit == "usd")
            if again and a.subject and a.metric and isinstance(a.value, Number):
                self.focus.given.setdefault((a.subject, a.value.value), set()).add(a.metric)
                self.focus.latest = a.metric

    def voices(self, text: Text, sentence: Sentence) -> Voices:
        """Who speaks in a sentence."""
        company = next((maker_of(c.id, self.vocabulary) for c in sentence.around.subjects), None)
        return self.floor.voices(sentence.scene, sentence.start, sentence.end, links_of(text), company)

    def sentence(self, text: Text, sentence: Sentence, voices: Voices) -> list[Attached]:
        """Read one sentence; the figures that were tied."""
        here = text.span(sentence.start, sentence.end)
        passage = Passage(self.source, text, sentence, voices, Contest(self.parties, self.topic, latest(self.assertions, here)))
        assertions, unread, attached = read_figures(passage, self.focus.conditions)
        read = [*assertions, *self.timeline.read(passage), *read_others(passage, attached, assertions)]
        self.took(read)
        self.unread += unread
        self.floor.said((a.metric, a.by) for a in read)
        return attached

    def table(self, block: Block) -> None:
        """Read a table's cells, those that hold prose as prose."""
        around = self.focus.around()
        behind = self.behind.text.text
        if self.behind.kind == "paragraph" and len(behind.split()) <= NOTE:
            around = replace(around, above=(*around.above, behind))  # what a line right below says holds as well
        if caption := said_below(behind, self.see):
            around = replace(around, metrics=(Choice(caption, 3.6, "caption below"), *around.metrics))
        whole, cells = self.floor.table(), of_cells(block, self.floor.section, self.vocabulary)
        measured: dict[int, CellFigure] = {}
        topic = self.timeline.topic
        dated = topic.metric if topic else None
        known, per_thousand = self.chronology.known, self.prices.per_thousand
        for found in read_table(block, self.see, self.vocabulary, around, dated=dated, known=known, per_thousand=per_thousand):
            if isinstance(found, CellFigure):
                measured.setdefault(id(found.cell), found)
                by = source_of(cells.get(id(found.cell), whole), found.subject, found.metric.id, self.vocabulary)
                self.took([of_cell(self.source, found, by)])
            elif isinstance(found, LeftCell):
                span = found.cell.span(found.start, found.end)
                self.unread.append(Unread(span, self.source[span.start : span.end], found.reason))
            else:
                here = within(found, around)
                for start, end in found.scene.sentences:
                    sentence = Sentence(found.scene, start, end, here, self.vocabulary)
                    voices = self.voices(found.cell, sentence)
                    self.sentence(found.cell, sentence, replace(voices, passage=cells.get(id(found.cell), whole)))
        self.prices.table(block)
        for verdict in read_verdicts(block, self.see, self.vocabulary, {cell: f.metric for cell, f in measured.items()}):
            by = source_of(whole, verdict.subject, verdict.metric.id, self.vocabulary)
            self.assertions.append(of_verdict(self.source, verdict, by))
        for change in read_changes(block, measured):
            by = source_of(cells.get(id(change.cell), whole), change.subject, change.metric.id, self.vocabulary)
            self.assertions.append(of_change(self.source, change, by))


def latest(assertions: list[Assertion], here: Span) -> tuple[tuple[str, str], ...]:
    """Whose figures, and of what, were read in the last passage before this one, if it is near."""
    near = [a for a in assertions[-40:] if a.kind in KINDS and here.start - 400 < a.passage.start and a.passage.end <= here.start]
    last = max((a.passage.start for a in near), default=0)
    return tuple((a.subject, a.metric) for a in near if a.passage.start == last and a.subject and a.metric)


def within(cell: ProseCell, around: Surroundings) -> Surroundings:
    """What a cell of prose is about: its row or column, else what the table is."""
    subjects = (Choice(cell.subject, 5.0, "row or column"),) if cell.subject else around.subjects
    metrics = (Choice(cell.metric, 3.6, "row or column"),) if cell.metric else ()
    return Surroundings(subjects, metrics, cell.subject)


def overlap(one: Assertion | Unread, other: Assertion) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def links_of(text: Text) -> list[Link]:
    return [(link.start, link.end, link.url) for link in text.links]


def unique(assertions: list[Assertion]) -> Iterator[Assertion]:
    """One of each: the same span, subject, metric and kind are read once."""
    seen: set[tuple[Span, str | None, str | None, str]] = set()
    for assertion in assertions:
        key = (assertion.span, assertion.subject, assertion.metric, assertion.kind)
        if key not in seen:
            seen.add(key)
            yield assertion
