"""What a passage is about where a sentence does not say: the paragraph's subject, the list's parent, the heading, the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence, Surroundings
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.standard_labels import is_standard
from factcheck.patterns import compile_re

VERSUS = compile_re(r"\bvs\b|\bversus\b", re.IGNORECASE)
AS = compile_re(r"[^:?]+? (?:as|while|after|amid) (?=[A-Z])")
COLON = compile_re(r"[^:?]*:(?= )")
# What may stand before the pronoun that takes up what was spoken of: "But it ...", "On the same tests, the model ..."
LEADS_IN = compile_re(
    r"\W*(?:Q\d*[:.] )?"
    r"(?:(?:How|What|Why|When|Where|Who|Is|Does|Can|Will|Was)\b(?: (?:well|much|good|fast|big|does|is|was|did|can|will|do|are))* )?"
    r"(?:(?:But|And|So|Yet|Still|Now|Today|Then|Also|Here|Overall|Plus|Instead|Meanwhile) |[A-Z][a-z]+(?: [a-z]+)?, )?"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ww]ith|[Ff]or|[Bb]y|[Aa]s|[Aa]fter|[Ff]rom|[Aa]cross|[Uu]nder|[Dd]espite|[Uu]nlike) [^.;:]{0,60}, )?"
)
LINE = 9  # the level of a line that heads what follows without being a heading
HEADS = compile_re(r"\W*(?:\d+[.)]\s*)?(?:[A-Z][A-Za-z]*['’]s )?")
REST = compile_re(r"\s*(?:\([^()]{1,40}\)|[–—-] [^.!?]{1,40})?\W*")
SHORT = 3  # words: of an answer that goes on
OFTEN = 3  # mentions
# What is only built on a name is not what the name stands for.
FOLLOWED = compile_re(
    r"\b(?:follow(?:s|ed|ing)|based on|built on|derived from|inspired by|modell?ed on|initiali[sz]ed from|distilled from"
    r"|(?:fine-?tun|adapt|post-?train)(?:ed|ing)? (?:from|on|of)|fork of|(?:similar|identical) to"
    r"|(?:(?:co-?)?led|backed|funded) by)(?: (?:the|an?))? [*“\"]*(?:[\w.-]+/)?$",
    re.IGNORECASE,
)
NUMBERING = compile_re(r"^\W*\d+[.)]\s*")
# A paragraph that is one question, as those that are asked often are: "How much does X cost?", "Q: What is X?".
QUESTION = compile_re(
    r"\W*(?:Q(?:uestion)? ?\d*[:.] |\d+[.)] )?(?:How|What|Which|Is|Are|Does|Do|Can|When|Who)\b[^.?!:\n]{4,90}(?:\.\d[^.?!\n]*)*\?\W*"
)


@dataclass
class Level:
    """What one heading, list parent or sentence names."""

    subjects: list[str] = field(default_factory=list)
    metrics: list[str] = field(default_factory=list)
    stranger: bool = False  # names somebody the vocabulary lacks, and nobody else
    text: str = ""  # of a heading or list parent


@dataclass
class Focus:
    """The state of the discourse, moved on block by block and sentence by sentence."""

    vocabulary: Vocabulary
    document: str | None = None  # whom the article is about
    model: str | None = None  # the model that it is about
    headings: dict[int, Level] = field(default_factory=dict)
    items: dict[int, Level] = field(default_factory=dict)  # 0 is the paragraph before the list
    sentence: Level = field(default_factory=Level)
    paragraph: Level = field(default_factory=Level)  # the last subject of the paragraph before
    sibling: list[str] = field(default_factory=list)  # metrics of the list item before
    conditions: dict[str, str] = field(default_factory=dict)
    by: str | None = None
    given: dict[tuple[str, Decimal], set[str]] = field(default_factory=dict)  # the metrics of a subject's scores so far, by value
    asked: str | None = None  # the one subject of a question right before
    rival: str | None = None  # whose figures the brackets of the paragraph set against those of its subject
    share: str | None = None  # of what the percentages of the paragraph or list are shares
    named: frozenset[str] = frozenset()  # all whom the article names
    parties: tuple[str, ...] = ()  # the two whom the article sets against each other
    lead: str | None = None  # whom the short name at the beginning of the item at hand means

    def section(self, level: int) -> None:
        """A new section begins: what the last one was about is past."""
        for deeper in [k for k in self.headings if k >= level]:
            del self.headings[deeper]
        self.items.clear()
        self.sentence, self.paragraph, self.lead = Level(), Level(), None
        self.conditions, self.by, self.rival = {}, None, None

    def heading(self, level: int, scene: Scene) -> None:
        """A section's heading has been read."""
        here = self.all_named(scene)
        stranger = not here.subjects and any(
            s.id is None and not s.pronoun and (s.unknown or any(c.isdigit() for c in s.text)) for s in scene.subjects
        )
        if VERSUS.search(scene.text):  # "A vs. B" is about both
            here = Level([s.id for s in scene.subjects if s.id and not s.modifier], here.metrics)
        elif before := COLON.match(scene.text) or AS.match(scene.text):  # "A: as good as B" is about A, and so is "A falls as B rises"
            first = named(scene, 0, before.end(), self.vocabulary).subjects
            here = Level([s for s in first if s in here.subjects] or here.subjects, here.metrics)
        self.asked = question(scene.text, here)
        measured = here.metrics or labelled(scene) or (wanted(scene) if self.asked else [])
        self.headings[level] = Level(here.subjects, measured, stranger, scene.text)
        self.sentence = Level()

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
            for deeper in [k for k in self.items if k >= level]:
                del self.items[deeper]
            self.sibling, self.sentence = self.sentence.metrics, Level()
        else:
            self.items.clear()
            self.sibling, self.share = [], None
            self.paragraph, self.sentence = (self.sentence if self.sentence.subjects else self.paragraph), Level()
        self.conditions, self.by, self.rival = {}, None, None

    def ends(self, kind: str, level: int, scene: Scene) -> None:
        """A paragraph or item has been read: items below it hang on it."""
        about = self.all_named(scene)
        self.items[level if kind == "item" else 0] = Level(about.subjects, about.metrics or labelled(scene), text=scene.text)

    def moved(self, sentence: Sentence, figures: Sequence[Attached] = ()) -> None:
        """A sentence has been read, and its figures tied: the next may mean its subject."""
        here = named(sentence.scene, sentence.start, sentence.end, self.vocabulary)
        against = [x.subjects[0] for x in figures if sentence.scene.versus(x.quantity.start) and x.subjects[0].mark]
        shares = [x.metric.id for x in figures if x.quantity.dimension == "percent" and self.is_amount(x.metric.id)]
        self.share = (
            shares[-1] if shares else None if figures or any(m.cue is None and not m.weak for m in sentence.metrics) else self.share
        )
        afresh = any(s.id and not s.pronoun and sentence.is_model(s.id) for s in sentence.subjects)
        self.rival = against[-1].id if against else None if afresh else self.rival
        subjects = topics(sentence, self.vocabulary)
        if len(words := sentence.scene.text[sentence.start : sentence.end].split()) > SHORT:  # "Yes. It costs $20 a month."
            self.asked = question(" ".join(words), here)
        if self.sentence.subjects and passing(sentence, subjects, self.vocabulary):
            subjects = self.sentence.subjects
        first = foremost(sentence)
        stranger = any(m.unknown for m in first) and not any(sentence.is_model(m.id) for m in first)
        if figures and all(x.subjects[0].mark is None for x in figures) and not any(m.id for m in first):
            subjects = list(dict.fromkeys(x.subjects[0].id for x in figures if x.subjects[0].id))  # whose figures it tells
        stranger = stranger or (self.sentence.stranger and not subjects)
        kept = [] if stranger else self.sentence.subjects
        if stranger and not any(m.id in subjects for m in first):
            subjects = []  # named by the way
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
                add(metrics, id_, min(weight, 3.6) if len(level.metrics) == 1 else 2.0, rule)
        for id_ in self.sibling[:1]:
            add(metrics, id_, 3.2, "item before")
        if self.document and not closed:
            add(subjects, self.document, 3.0, "article")
        if self.model and not closed:
            add(subjects, self.model, 2.0, "article")
        subjects = [self.in_play(c, subjects) for c in sorted(subjects, key=lambda c: -c.weight)]
        models = [c for c in subjects if self.vocabulary.subjects[c.id or ""].kind in ("model", "product")]
        nearest = subjects[0] if subjects and subjects[0].rule == "sentence before" else None
        pronoun = nearest.id if nearest else models[0].id if models else None
        group = next((level.subjects for level, _, _ in order if level.subjects), [])
        above = tuple(level[max(level)].text for level in (self.items, self.headings) if level)
        asked = self.asked if subjects and subjects[0].id == self.asked else None
        several = tuple(group) if len(group) > 1 else ()
        heading = self.headings[max(self.headings)].text if self.headings else ""
        return Surroundings(
            tuple(subjects),
            tuple(metrics),
            pronoun,
            several,
            asked,
            self.given,
            above,
            heading,
            self.rival,
            self.share,
            self.named,
            self.parties,
        )

    def in_play(self, choice: Choice, others: list[Choice]) -> Choice:
        """A family's name in passing as its member that the section or the article is about."""
        if choice.id not in self.vocabulary.families or choice.rule in ("heading", "article", "item"):
            return choice
        members = (o.id for o in others if o.rule in ("heading", "article") and o.id and self.vocabulary.is_member(o.id, choice.id))
        return replace(choice, id=next(members, choice.id))


def question(text: str, names: Level) -> str | None:
    """The one subject of a question, which the next sentence may answer in as few words as it likes."""
    return names.subjects[0] if len(names.subjects) == 1 and text.rstrip(' *_"”').endswith("?") else None


def wanted(scene: Scene) -> list[str]:
    """What a question asks for, where it is one thing in the usual words for it: "How many parameters ..."."""
    found = list(dict.fromkeys(m.id for m in scene.metrics if m.id))
    return found if len(found) == 1 else []


def labelled(scene: Scene) -> list[str]:
    """The metric of a heading or a line above a list that is nothing but the usual word for it: "Parameters"."""
    return [m.id for m in scene.metrics if m.cue and m.id][:1] if is_standard(NUMBERING.sub("", scene.text).strip(" *:")) else []


def heads(scene: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph is nothing but a name, and perhaps its day, and so heads what follows."""
    first = next((s for s in scene.subjects if not s.modifier), None)
    if first is None or first.id is None or first.pronoun or vocabulary.subjects[first.id].kind not in ("model", "product"):
        return False
    return HEADS.fullmatch(scene.text, 0, first.start) is not None and REST.fullmatch(scene.text, first.end) is not None


def passing(sentence: Sentence, subjects: list[str], vocabulary: Vocabulary) -> bool:
    """Whether these are companies that a sentence names behind prepositions only, and so in passing."""
    marks = [s for s in sentence.subjects if s.id in subjects]
    return bool(marks) and all(vocabulary.subjects[s.id or ""].kind == "organisation" and sentence.oblique(s) for s in marks)


def foremost(sentence: Sentence) -> list[SubjectMark]:
    """The names of a sentence that stand behind no preposition."""
    return [s for s in sentence.subjects if not sentence.oblique(s)]


def topics(sentence: Sentence, vocabulary: Vocabulary) -> list[str]:
    """What a sentence is about, likeliest first: a pronoun that opens it keeps up what was spoken of; models go before makers."""
    text = sentence.scene.text
    marks = [s for s in sentence.subjects if not s.object and (not s.common or s.start - sentence.start <= 12)]
    marks = [s for s in marks if not FOLLOWED.search(text, max(sentence.start, s.start - 60), s.start)]
    opens = marks[0] if marks and LEADS_IN.fullmatch(sentence.scene.text, sentence.start, marks[0].start) else None
    named = [s for s in marks if s.id and (s is opens or not s.pronoun)]
    ranks = {s.start: max(rank(s, vocabulary), 1) for s in named}  # a product is as good as a model here
    best = min(ranks.values(), default=0)
    first = [s for s in named if ranks[s.start] == best]
    first.sort(key=lambda s: (sentence.scene.aside(s.start) is not None, sentence.oblique(s), s.start))
    return list(dict.fromkeys(s.id for s in first if s.id))


def add(choices: list[Choice], id_: str, weight: float, rule: str) -> None:
    if not any(c.id == id_ for c in choices):
        choices.append(Choice(id_, weight, rule))


def named(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Level:
    """The subjects and metrics a stretch of text is about: subjects that are no objects of comparison, models before makers."""
    marks = [
        s
        for s in scene.subjects
        if start <= s.start < end
        and s.id
        and not FOLLOWED.search(scene.text, max(0, s.start - 40), s.start)
        and not s.object
        and not s.modifier
        and not s.pronoun
        and (not s.common or s.start - start <= 12)
    ]
    order = sorted(marks, key=lambda s: (rank(s, vocabulary), s.start))
    best = rank(order[0], vocabulary) if order else 0
    subjects = list(dict.fromkeys(s.id for s in order if s.id and rank(s, vocabulary) == best))
    metrics = list(dict.fromkeys(m.id for m in scene.metrics if start <= m.start < end and m.id and not m.weak and m.cue is None))
    return Level(subjects, metrics)


def rank(mark: SubjectMark, vocabulary: Vocabulary) -> int:
    if mark.common:
        return 2
    return {"model": 0, "product": 1, "organisation": 3, "person": 4, "benchmark": 5}[vocabulary.subjects[mark.id or ""].kind]


def main_subject(scenes: Sequence[tuple[str, Scene]], vocabulary: Vocabulary, kinds: tuple[str, ...] = ("model", "product")) -> str | None:
    """Whom an article is about: of these kinds the one that its title and opening name, if no other is named as often."""
    counts: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for i, (kind, scene) in enumerate(scenes):
        for mark in scene.subjects:
            if (
                mark.id
                and not mark.object
                and not mark.modifier
                and not mark.pronoun
                and vocabulary.subjects[mark.id].kind in kinds
                and mark.id not in vocabulary.unspecific
            ):
                counts[mark.id] += 5 if i == 0 or kind == "title" else 1
                mentions[mark.id] += 1
    for id_ in vocabulary.families & set(mentions):
        if mentions[id_] < OFTEN:
            del counts[id_]  # other names begin with this one, so that more than an opening has to speak of it
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    return first if most >= 3 and (not rest or most >= 1.5 * rest[0][1]) else None
