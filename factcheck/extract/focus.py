"""What a passage is about where a sentence does not say: the paragraph's subject, the list's parent, the heading, the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import LABEL, Attached, Choice, Sentence, Surroundings
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.label_names import joined_name
from factcheck.extract.topics import NUMBERING, Level, foremost, heads, labelled, named, opens_list, passing, question, topics, wanted
from factcheck.patterns import compile_re

VERSUS = compile_re(r"\bvs\b|\bversus\b", re.IGNORECASE)
AS = compile_re(r"[^:?]+? (?:as|while|after|amid) (?=[A-Z])")
COLON = compile_re(r"[^:?]*:(?= )")
OWN_LABEL = compile_re(r"\W*[A-Z][\w /-]{2,40}[*_]*:[*_]* ")  # an item that says by itself what it measures
TAKEN_UP = compile_re(r"\W*(?:It|Its|(?:The|This) (?:[a-z-]+ )?(?:model|system|release))\b")  # an item that goes on with the one before
AND = compile_re(r",? (?:and|&) |, | / ")
LINE = 9  # the level of a line that heads what follows without being a heading
ASIDE = compile_re(r"\W*(?:For (?:comparison|reference|context|scale|perspective)|By (?:way of )?comparison|In comparison)\b")
RESUMED = ("size", "speed", "tokens")
ABOVE = 3.0  # of whom the article is about; more have those whom a list or section is about
SHORT = 3  # words: of an answer that goes on
# A paragraph that is one question, as those that are asked often are: "How much does X cost?", "Q: What is X?".
QUESTION = compile_re(
    r"\W*(?:Q(?:uestion)? ?\d*[:.] |\d+[.)] )?(?:How|What|Which|Is|Are|Does|Do|Can|When|Who)\b[^.?!:\n]{4,90}(?:\.\d[^.?!\n]*)*\?\W*"
)


@dataclass
class Focus:
    """The state of the discourse, moved on block by block and sentence by sentence."""

    vocabulary: Vocabulary
    document: str | None = None  # whom the article is about
    model: str | None = None  # the model that it is about
    company: str | None = None  # the company that it is about
    headings: dict[int, Level] = field(default_factory=dict)
    items: dict[int, Level] = field(default_factory=dict)  # 0 is the paragraph before the list
    sentence: Level = field(default_factory=Level)
    paragraph: Level = field(default_factory=Level)  # the last subject of the paragraph before
    sibling: list[str] = field(default_factory=list)  # metrics of the list item before
    peers: list[str] = field(default_factory=list)  # the models that the items before it in its list are about, the last one last
    taken_up: bool = False  # the item at hand begins with a pronoun
    estranged: bool = False  # the item before is about somebody who has no name here
    conditions: dict[str, str] = field(default_factory=dict)
    by: str | None = None
    given: dict[tuple[str, Decimal], set[str]] = field(default_factory=dict)  # the metrics of a subject's scores so far, by value
    latest: str | None = None  # the benchmark of the last score
    asked: str | None = None  # the one subject of a question right before
    rival: str | None = None  # whose figures the brackets of the paragraph set against those of its subject
    last: Attached | None = None  # the last figure of the sentence right before
    share: str | None = None  # of what the percentages of the paragraph or list are shares
    priced: tuple[str, ...] = ()  # the prices that the last sentence with figures gives
    resumes: tuple[str, ...] = ()  # the sizes, speeds and numbers of tokens that it gives
    named: frozenset[str] = frozenset()  # all whom the article names
    parties: tuple[str, ...] = ()  # the two whom the article sets against each other
    tested: tuple[str, ...] = ()  # the machines that the article tests
    label: str | None = None  # what the sentence before measures, if it is nothing but a label: "Context."
    wanted: str | None = None  # what the block before asks for, if it is a question that names nobody: "And how many parameters?"
    lead: str | None = None  # whom the short name at the beginning of the item at hand means

    def section(self, level: int) -> None:
        """A new section begins: what the last one was about is past."""
        for deeper in [k for k in self.headings if k >= level]:
            del self.headings[deeper]
        self.items.clear()
        self.sentence, self.paragraph, self.lead = Level(), Level(), None
        self.conditions, self.by, self.rival, self.last = {}, None, None, None

    def heading(self, level: int, scene: Scene) -> None:
        """A section's heading has been read."""
        here = self.all_named(scene)
        here = here if here.subjects else Level(self.called(scene.text), here.metrics)
        stranger = not here.subjects and any(
            s.id is None and not s.pronoun and (s.unknown or any(c.isdigit() for c in s.text)) for s in scene.subjects
        )
        if VERSUS.search(scene.text):  # "A vs. B" is about both
            here = Level([s.id for s in scene.subjects if s.id and not s.modifier and not scene.versus(s.start)], here.metrics)
        elif before := COLON.match(scene.text) or AS.match(scene.text):  # "A: as good as B" is about A, and so is "A falls as B rises"
            first = named(scene, 0, before.end(), self.vocabulary).subjects
            here = Level([s for s in first if s in here.subjects] or here.subjects, here.metrics)
        self.asked = question(scene.text, here)
        measured = here.metrics or labelled(scene) or (wanted(scene) if self.asked else [])
        self.headings[level] = Level(here.subjects, measured, stranger, scene.text)
        self.sentence = Level()

    def called(self, heading: str) -> list[str]:
        """Whom a heading of nothing but short names means, as parts of what is above it: "70B", "E2B and E4B" in an article on a family."""
        above = [i for k in sorted(self.headings, reverse=True) for i in self.headings[k].subjects]
        bases = list(dict.fromkeys(i for i in (*above, self.document, self.model) if i))
        found = [joined_name(name, bases, self.vocabulary) for name in AND.split(NUMBERING.sub("", heading))]
        return [i for i in found if i] if all(found) else []

    def all_named(self, scene: Scene) -> Level:
        """What a whole block names."""
        return named(scene, 0, len(scene.text), self.vocabulary)

    def begin(self, kind: str, level: int, scene: Scene) -> None:
        """A new paragraph or item begins."""
        if kind == "paragraph" and heads(scene, self.vocabulary):
            self.section(LINE)
            self.headings[LINE] = self.all_named(scene)
        elif kind == "paragraph" and QUESTION.fullmatch(scene.text) and question(scene.text, here := self.all_named(scene)):
            self.section(LINE)
            self.headings[LINE] = Level(here.subjects, here.metrics or wanted(scene), text=scene.text)
        if kind == "item":
            self.taken_up = TAKEN_UP.match(scene.text) is not None
            self.estranged = level in self.items and self.sentence.stranger
            self.peers = self.models_before(level)
            for deeper in [k for k in self.items if k >= level]:
                del self.items[deeper]
            own = OWN_LABEL.match(scene.text)
            named = own and any(s.start < own.end() for s in scene.subjects)
            borrowed = self.sibling if self.last and self.last.metric.rule == "item before" else []
            self.sibling, self.sentence = ([] if own and not named else self.sentence.metrics or borrowed), Level()
        else:
            opened = self.items.get(0)
            self.items.clear()
            self.peers, self.estranged, self.taken_up = [], False, False
            if opened and opened.text.rstrip(" *_").endswith(":"):
                self.items[0] = opened
            self.sibling, self.share = [], None
            self.paragraph, self.sentence = (self.paragraph if self.told_by_the_way() else self.sentence), Level()
        self.conditions, self.by, self.rival, self.priced, self.last, self.resumes = {}, None, None, (), None, ()
        self.label, self.wanted = self.wanted, None

    def models_before(self, level: int) -> list[str]:
        """The models that the items at the same level were about, when the next one begins; none after one about a stranger."""
        if level not in self.items or self.estranged:
            return []
        about = [i for i in self.sentence.subjects if self.vocabulary.subjects[i].kind in ("model", "product")]
        return [*(i for i in self.peers if i not in about), *about] if len(about) == 1 else [] if about else self.peers

    def told_by_the_way(self) -> bool:
        """Whether the paragraph at hand names nobody, or only who made what the paragraph before was about: "Developer: S"."""
        makers = {self.vocabulary.subjects[i].maker for i in self.paragraph.subjects}
        return set(self.sentence.subjects) <= makers

    def ends(self, kind: str, level: int, scene: Scene) -> None:
        """A paragraph or item has been read: items below it hang on it."""
        about = self.all_named(scene)
        if not about.subjects and scene.text.rstrip(' *_"”').endswith("?") and len(scene.sentences) == 1:
            self.wanted = next(iter(wanted(scene)), None)
        label = labelled(scene)
        opener = opens_list(scene) if len(about.subjects) > 1 else None
        subjects = [opener] if opener in about.subjects else about.subjects
        self.items[level if kind == "item" else 0] = Level(subjects, about.metrics or label, text=scene.text, label=bool(label))

    def moved(self, sentence: Sentence, figures: Sequence[Attached] = ()) -> None:
        """A sentence has been read, and its figures tied: the next may mean its subject."""
        here = named(sentence.scene, sentence.start, sentence.end, self.vocabulary)
        self.last = max(figures, key=lambda f: f.quantity.start, default=None)
        against = [x.subjects[0] for x in figures if sentence.scene.versus(x.quantity.start) and x.subjects[0].mark]
        shares = [x.metric.id for x in figures if x.quantity.dimension == "percent" and self.is_amount(x.metric.id)]
        self.share = (
            shares[-1] if shares else None if figures or any(m.cue is None and not m.weak for m in sentence.metrics) else self.share
        )
        afresh = any(s.id and not s.pronoun and sentence.is_model(s.id) for s in sentence.subjects)
        if figures:
            prices = (x.metric.id for x in figures if x.metric.id and self.vocabulary.metrics[x.metric.id].kind == "price")
            self.priced = tuple(dict.fromkeys(prices))
            given = (x.metric.id for x in figures if x.metric.id and self.vocabulary.metrics[x.metric.id].kind in RESUMED)
            self.resumes = tuple(dict.fromkeys(given))
        self.rival = against[-1].id if against else None if afresh else self.rival
        if ASIDE.match(sentence.scene.text, sentence.start):
            return
        subjects = topics(sentence, self.vocabulary)
        words = sentence.scene.text[sentence.start : sentence.end].split()
        if len(words) > SHORT or (words and words[-1].endswith("?")):  # "Yes. It costs $20 a month."
            self.asked = question(" ".join(words), here)
        if self.sentence.subjects and passing(sentence, subjects, self.vocabulary):
            subjects = self.sentence.subjects
        first = foremost(sentence)
        stranger = any(m.unknown and not m.object for m in first) and not any(sentence.is_model(m.id) for m in first)
        first = [m for m in first if not (figures and sentence.scene.bracket(m.start))] or first
        own = [x.subjects[0].id for x in figures if x.subjects[0].mark is None]
        aside = [m for x in figures if (m := x.subjects[0].mark) and sentence.scene.bracket(m.start)]  # "$3 (T: $5)" tells of another
        if own and len(own) + len(aside) == len(figures) and not any(m.id and m not in aside for m in first):
            subjects = list(dict.fromkeys(id_ for id_ in own if id_))  # whose figures it tells
        stranger = stranger or (self.sentence.stranger and not subjects)
        kept = [] if stranger else self.sentence.subjects
        lead = next(iter(sentence.subjects), None)
        others = [m.start for m in first if m.id]
        if lead and lead.pronoun and lead.id is None and any(lead.end <= q.start < min(others, default=0) for q in sentence.quantities):
            subjects, stranger = [], True  # "The model has q, where S has q": of nobody known
        if stranger and not any(m.id in subjects for m in first):
            subjects = []  # named by the way
        self.label = next(iter(labelled(sentence.scene, sentence.start, sentence.end)), None)
        self.sentence = Level(subjects or kept, here.metrics or self.sentence.metrics, stranger)

    def is_amount(self, metric: str | None) -> bool:
        return metric is not None and self.vocabulary.metrics[metric].kind == "amount"

    @property
    def above(self) -> str:
        """The text that an item hangs on, else the nearest heading's."""
        nearest = self.items or self.headings
        return nearest[max(nearest)].text if nearest else ""

    def around(self) -> Surroundings:
        """The candidates that the passage offers, nearest first."""
        subjects: list[Choice] = []
        metrics: list[Choice] = []
        order: list[tuple[Level, float, str]] = [(self.sentence, 4.2, "sentence before")]
        order += [(self.items[k], 4.0 - 0.3 * i, "list") for i, k in enumerate(sorted(self.items, reverse=True))]
        order += [(self.headings[k], 3.8 - 0.4 * i, "heading") for i, k in enumerate(sorted(self.headings, reverse=True))]
        order.append((self.paragraph, 2.6, "paragraph before"))
        if self.lead:
            add(subjects, self.lead, 4.4, "item")
        if self.label:
            add(metrics, self.label, 5.5, LABEL)
        closed = False
        for level, weight, rule in order:
            if self.sentence.stranger and level is not self.sentence:
                continue
            if closed and rule == "heading":
                continue
            closed = closed or level.stranger or (rule == "heading" and len(level.subjects) > 1)
            if len(level.subjects) == 1 or rule == "sentence before":
                for i, id_ in enumerate(level.subjects):
                    add(subjects, id_, weight - 1.2 * min(i, 1), rule)
            for id_ in level.metrics[:2]:
                only = 5.0 if level.label and rule == "list" else min(weight, 3.6)
                add(metrics, id_, only if len(level.metrics) == 1 else 2.0, rule)
        for id_ in self.sibling[:1]:
            add(metrics, id_, 3.2, "item before")
        if self.document and not closed:
            add(subjects, self.document, 3.0, "article")
        if len(self.tested) == 1 and not closed:
            add(subjects, self.tested[0], 3.0, "article")
        if len(self.peers) == 1 and not closed:
            add(subjects, self.peers[0], 2.9, "item before")
        if self.model and not closed:
            add(subjects, self.model, 2.0, "article")
        subjects = [self.in_play(c, subjects) for c in sorted(subjects, key=lambda c: -c.weight)]
        models = [c for c in subjects if self.vocabulary.subjects[c.id or ""].kind in ("model", "product")]
        nearest = subjects[0] if subjects and subjects[0].rule == "sentence before" else None
        told = nearest or next((c for c in models if c.weight > ABOVE), None)
        spoken = (
            None if self.estranged else models[0].id if models and not (self.taken_up and self.peers) else next(reversed(self.peers), None)
        )
        pronoun = told.id if told else spoken
        group = next((level.subjects for level, _, _ in order if level.subjects), [])
        above = tuple(level[max(level)].text for level in (self.items, self.headings) if level)
        asked = self.asked if subjects and subjects[0].id == self.asked else None
        several = tuple(group) if len(group) > 1 else ()
        heading = self.headings[max(self.headings)].text if self.headings else ""
        return Surroundings(
            subjects=tuple(subjects),
            metrics=tuple(metrics),
            pronoun=pronoun,
            group=several,
            asked=asked,
            given=self.given,
            latest=self.latest,
            above=above,
            heading=heading,
            rival=self.rival,
            last=self.last,
            share=self.share,
            priced=self.priced,
            resumes=self.resumes,
            named=self.named,
            parties=self.parties,
            tested=self.tested,
            company=self.company,
        )

    def in_play(self, choice: Choice, others: list[Choice]) -> Choice:
        """A family's name in passing as its member that the section or the article is about."""
        if choice.id not in self.vocabulary.families or choice.rule in ("heading", "article", "item"):
            return choice
        members = (o.id for o in others if o.rule in ("heading", "article") and o.id and self.vocabulary.is_member(o.id, choice.id))
        return replace(choice, id=next(members, choice.id))


def add(choices: list[Choice], id_: str, weight: float, rule: str) -> None:
    if not any(c.id == id_ for c in choices):
        choices.append(Choice(id_, weight, rule))
