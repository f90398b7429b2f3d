"""One sentence of a scene, what it offers to choose from, and the questions that the weighing asks of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.forms.fitting import Fit
from factcheck.extract.names.asides import told_first, without_asides
from factcheck.extract.names.between import WORDS, Between
from factcheck.extract.names.companies import before_brackets, company_meant
from factcheck.extract.names.descriptions import DESCRIBED, ITS, is_maker_of_a_thing, made_by, one_of, owner_of, together
from factcheck.extract.names.origins import left_behind
from factcheck.extract.names.parted import with_parted
from factcheck.extract.names.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.voices.only_sources import only_source, reports
from factcheck.patterns import compile_re

JOINED = compile_re(
    r"(?:[ -][A-Z][\w.-]*){0,2},? (?:(?:and|or)(?: with)?|with) "
)  # "X Ultra and its", with what a stranger's name goes on with
BEFORE_ITS = compile_re(r"\W*(?:Since|After|Before|With|Following|Despite|Upon|Until|Ahead of|Thanks to) ")
BORN = compile_re(
    r" (?:founding|inception|creation|establishment|formation|incorporation|launch(?= in (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b))\b"
)
LISTED_FIRST = compile_re(  # "Comprising A, B and C, it"
    r"\W*(?:Comprising|Including|Consisting of|Alongside|Along with|Together with|Beyond|Spanning|Encompassing)"
    r" (?:(?:[A-Z\d][\w.-]*+|and|or|the|both|models)[ ,&]++)++(?:(?<=,)|(?<=, ))(?: ?\[\d+\])* ?"
)
COMPANY = compile_re(r"\b(?:company|start-?up|firm|lab|unicorn|chip-?maker|upstart|giant)\b", re.IGNORECASE)
MODEL = compile_re(r"\b(?:model|LLM)\b", re.IGNORECASE)
APP = compile_re(r"\b(?:app|service|product|tool|chatbot)\b", re.IGNORECASE)
MACHINE = compile_re(r"\b(?:machine|computer|box|PC|laptop|desktop|workstation|rig|chip|accelerator|processor)(?:['’]s)?$", re.IGNORECASE)
THAT = compile_re(r"[*_]*,? (?:that|which) [^.;:,()]{0,60}")
SAYS = compile_re(
    r"(?: (?:also|has|have|had))?"
    r" (?:sa(?:ys?|id)|claim(?:s|ed)|report(?:s|ed)|disclose[sd]|announce[sd]|reveal(?:s|ed)|expect(?:s|ed)|plan(?:s|ned)|note[sd]"
    r"|add(?:s|ed)|state[sd]|confirm(?:s|ed))(?: that)? "
)
OVER = compile_re(r",(?!\s*(?:since|because|as|and|but|so|which|who)\b)")
RELATIVE = compile_re(r"\b(?:where|whereas|whose)(?: the)? [*_]*$")  # "on M, where S gets 94, it ..."
PREPOSED = compile_re(
    r"\b(?:in|on|of|with|by|to|for|from|via|through|inside|using|into|within|behind|about)"
    r"(?: (?:the|its|their|a|an|one|two|four|eight|\d+[x×]?)(?: [a-z]+)?)?[ *_\"“]*$",
    re.IGNORECASE,
)
KIN = compile_re(r"\b(?:predecessor|sibling|rival|competitor|model|version|flagship)$", re.IGNORECASE)
COMMA = compile_re(r"[*_]*,? (?:the )?[*_\"“]*")
USERS = compile_re(r"['’]?s?[*_]* (?:[a-z]+ )?(?:users|subscribers|customers|developers|members|owners|fans|clients)\b")  # "S users get it"
SOME = compile_re(r"(?:an?|one|another|some) ", re.IGNORECASE)
GAIN = compile_re(r"[*_ ]*[(\[][+−–-]\d[\d.]*(?:%| ?(?:points?|pts|pp))?[)\]][*_]*")  # "q (+4.1) on M"
LABEL = "label before"  # of the rule by which a metric is offered that the sentence before is nothing but the name of


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate for a subject or a metric: its id (None where the vocabulary lacks it), how likely, and the rule that proposed it."""

    id: str | None
    weight: float
    rule: str
    mark: SubjectMark | MetricMark | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A quantity with the metric and the subjects it was tied to, its value in the metric's unit, and the weight of it all."""

    quantity: Quantity
    metric: Choice
    subjects: tuple[Choice, ...]
    fit: Fit
    weight: float


@dataclass(frozen=True)
class Surroundings:
    """What the passage is about where the sentence itself does not say: subjects and metrics, likeliest first."""

    subjects: tuple[Choice, ...] = ()
    metrics: tuple[Choice, ...] = ()
    pronoun: str | None = None  # what "it" or "the model" stands for at the start of the sentence
    group: tuple[str, ...] = ()  # what "these models" stands for: several that the passage names together
    asked: str | None = None  # whom the question before is about, to which this is the answer
    latest: str | None = None  # the benchmark of the last score that was read, for "the same test"
    given: Mapping[tuple[str, Decimal], set[str]] = field(default_factory=dict)  # the metrics of a subject's scores so far, by value
    above: tuple[str, ...] = ()  # the texts that a table or a list hangs on: the paragraph or item above it, the nearest heading
    heading: str = ""  # the nearest
    rival: str | None = None  # whose figures the brackets before set against the passage's own: "88% (vs. 80% for T)"
    priced: tuple[str, ...] = ()  # the prices that the sentence before gives
    last: Attached | None = None  # the last figure of the sentence right before
    resumes: tuple[str, ...] = ()  # the sizes, speeds and numbers of tokens that it gives
    share: str | None = None  # of what the percentages of the passage are shares
    named: frozenset[str] = frozenset()  # all whom the article names
    parties: tuple[str, ...] = ()  # the two whom the article sets against each other
    tested: tuple[str, ...] = ()  # the machines that the article tests
    company: str | None = None  # the one that the article is about


def stranger(mark: SubjectMark) -> bool:
    """Whether a mention is of one that the vocabulary lacks, and that "it" may take up: an unknown name, "a French lab"."""
    return mark.unknown or (mark.id is None and SOME.match(mark.text) is not None)


class Sentence:
    """One sentence: the marks that fall into `scene.text[start:end]`, pronouns resolved."""

    def __init__(self, scene: Scene, start: int, end: int, around: Surroundings, vocabulary: Vocabulary) -> None:
        self.scene, self.start, self.end, self.around, self.vocabulary = scene, start, end, around, vocabulary
        self.quantities = [q for q in scene.quantities if start <= q.start < end]
        above, parts = (*around.above, around.heading), vocabulary.parted
        self.metrics = with_parted(scene, (start, end), above, parts) if parts else [m for m in scene.metrics if start <= m.start < end]
        marks = without_asides(scene, start, [s for s in scene.subjects if start <= s.start < end and not s.modifier])
        # "according to X" makes X a source; only where nobody else is named can a figure be its own
        others = [s for s in marks if not s.id or self.is_model(s.id) or not only_source(scene, start, end, s, vocabulary)]
        resolved = [self._resolved(s) for s in others or marks]
        self.subjects = [s for s in resolved if s.id or not (s.pronoun and MACHINE.search(s.text))]

    def _resolved(self, mark: SubjectMark) -> SubjectMark:
        """A pronoun as the subject it stands for: the first model that its sentence names before it, else what the passage is about."""
        if not mark.pronoun:
            return self._in_play(self._described(mark))
        if COMPANY.search(mark.text):
            return replace(mark, id=self.company(mark.start))
        if MACHINE.search(mark.text) and (self.around.tested or "chip" not in mark.text):
            return replace(mark, id=self._machine(mark))
        if ahead := self._ahead(mark):
            return replace(mark, id=ahead)
        set_against = [s for s in self.scene.subjects if self.start <= s.start < mark.start and s.object and self.is_model(s.id)]
        if mark.object and set_against and mark.text == "it":
            return replace(mark, id=set_against[-1].id)  # "S leads T on M but trails it on N"
        by_the_way = told_first(self.scene, self.start, self.scene.subjects)
        earlier = [s for s in self.scene.subjects if self.start <= s.start < mark.start and s.id and not s.object and not s.modifier]
        earlier = [s for s in earlier if not USERS.match(self.scene.text, s.end) and (self.is_model(s.id) or not self._reports(s))]
        earlier = [s for s in earlier if s not in by_the_way and not left_behind(self.scene.text, self.start, (s.start, s.end))]
        earlier = [] if LISTED_FIRST.fullmatch(self.scene.text, self.start, mark.start) else earlier
        speaker = earlier[-1] if earlier else None  # "S says it ..."
        if speaker and not self.is_model(speaker.id) and SAYS.fullmatch(self.scene.text, speaker.end, mark.start):
            told = [c.id for c in self.around.subjects] if self.vocabulary.subjects[speaker.id or ""].kind == "person" else [speaker.id]
            return replace(mark, id=next(iter(told), speaker.id))
        models = [s for s in earlier if self.is_model(s.id) and not self._elsewhere(s, mark)]
        strangers = [s for s in self.scene.subjects if self.start <= s.start < mark.start and stranger(s)]
        if any(not self.oblique(s) for s in strangers) and not models:
            return mark  # "X9 is another thing: it costs $5"
        if strangers and JOINED.fullmatch(self.scene.text, strangers[-1].end, mark.start):
            return mark  # "countered with X9 and its ..."
        relative = [s for s in models[-1:] if THAT.fullmatch(self.scene.text, s.end, mark.start)]  # "..., S, that uses q of its"
        beside = relative or [s for s in models[-1:] if mark.start - s.end <= len(" and with ")]  # "S and its"
        models.sort(key=self.oblique)
        meant = [
            i
            for i in (
                *(s.id for s in (*beside, *models)),
                None if models else before_brackets(self, mark.start),
                self.around.pronoun,
                *(c.id for c in self.around.subjects if self.is_model(c.id)),
            )
            if i
        ]
        kind = "product" if APP.search(mark.text) else "model" if MODEL.search(mark.text) else None
        of_kind = [i for i in meant if self.vocabulary.subjects[i].kind == kind]
        firms = [s for s in self.scene.subjects if self.start <= s.start < mark.start and s.pronoun and COMPANY.search(s.text)]
        other = self.company(firms[-1].start) if firms else None  # "The company doubled its"
        found = replace(mark, id=next(iter((*of_kind, *meant)), earlier[-1].id if earlier else other))
        if found.id and not self.is_model(found.id) and mark.text.lower() == "its" and ITS.match(self.scene.text, mark.end):
            return replace(mark, id=made_by(self.scene, found, meant, self.around.named, self.vocabulary))
        return found

    def _reports(self, mark: SubjectMark) -> bool:
        """Whether a name is only that of somebody who tells of another: "S raised $3 million, Bloomberg reported"."""
        return reports(self.scene, self.start, self.end, mark, self.vocabulary)

    def _described(self, mark: SubjectMark) -> SubjectMark:
        """A description as the one it means of those named before, if it can be told: "the latter", "the smaller one", "the S model"."""
        offered, named = [c.id for c in self.around.subjects if c.id], self.around.named
        if is_maker_of_a_thing(self.scene, mark, self.vocabulary):
            return replace(mark, id=made_by(self.scene, mark, offered, named, self.vocabulary))
        if mark.id or mark.unknown:
            return mark
        if said := DESCRIBED.match(self.scene.text, mark.start):
            if said["new"]:
                return replace(mark, id=self.around.pronoun or next((i for i in offered if self.is_model(i)), None))
            several = together(self.scene, mark.start, self.vocabulary) or [i for i in self.around.group if self.is_model(i)]
            return replace(mark, id=one_of(said, several, self.vocabulary))
        owner = owner_of(self.scene, mark, self.vocabulary)
        id_ = made_by(self.scene, owner, offered, named, self.vocabulary) if owner else self._apposition(mark)
        return replace(mark, id=id_)

    def _apposition(self, mark: SubjectMark) -> str | None:
        """Whose name follows a word for one of its kin: "its predecessor, S"."""
        following = next((s for s in self.scene.subjects if s.start >= mark.end and not s.modifier), None)
        told = following and KIN.search(mark.text) and COMMA.fullmatch(self.scene.text, mark.end, following.start)
        return following.id if following and told else None

    def _machine(self, mark: SubjectMark) -> str | None:
        """What "the machine" stands for: the last product named before it, else the one that the passage is about or tests."""
        if not self.around.tested:
            return None
        named = [s.id for s in self.scene.subjects if self.start <= s.start < mark.start and self.is_product(s.id) and not s.object]
        about = [i for i in (self.around.pronoun, *(c.id for c in self.around.subjects), *self.around.tested) if self.is_product(i)]
        return next(iter((*named[::-1], *about)), None)

    def _in_play(self, mark: SubjectMark) -> SubjectMark:
        """A family's name as that of its member that the section is about, or that the article sets against another."""
        if mark.id not in self.vocabulary.families:
            return mark
        heading = [] if mark.object else [c.id for c in self.around.subjects if c.rule == "heading" and c.id]
        members = (i for i in (*heading, *self.around.parties) if self.vocabulary.is_member(i, mark.id))
        return replace(mark, id=next(members, mark.id))

    def _ahead(self, pronoun: SubjectMark) -> str | None:
        """Whom a pronoun in front of its name stands for: "Since its debut in May, S has grown"."""
        text = self.scene.text
        if pronoun.text.lower() != "its" or not BEFORE_ITS.fullmatch(text, self.start, pronoun.start):
            return None
        later = next((s for s in self.scene.subjects if pronoun.end <= s.start < self.end and not s.pronoun), None)
        if not later or not text[: later.start].endswith(", "):
            return None
        return later.id if self.is_model(later.id) or BORN.match(text, pronoun.end) else None

    def _elsewhere(self, mark: SubjectMark, pronoun: SubjectMark) -> bool:
        """Whether a name belongs to a relative clause that is over before the pronoun: "on M, where S gets 94, it ..."."""
        text = self.scene.text
        return bool(RELATIVE.search(text, self.start, mark.start) and OVER.search(text, mark.end, pronoun.start))

    def oblique(self, mark: SubjectMark) -> bool:
        """Whether a name stands behind a preposition, and so is no topic where another is to be had."""
        return PREPOSED.search(self.scene.text, max(0, mark.start - 24), mark.start) is not None

    def company(self, before: int) -> str | None:
        """What "the company" stands for at an offset."""
        return company_meant(self, before)

    @property
    def rival(self) -> str | None:
        """Whose figures brackets without a name set against the sentence's own, None where it is about somebody new."""
        afresh = any(s.id and not s.pronoun and self.is_model(s.id) for s in self.subjects)
        return None if afresh else self.around.rival

    def is_product(self, id_: str | None) -> bool:
        """Whether an id is that of a product."""
        return id_ is not None and self.vocabulary.subjects[id_].kind == "product"

    def is_model(self, id_: str | None) -> bool:
        """Whether a subject is a model or product rather than somebody who makes or measures them."""
        return id_ is not None and self.vocabulary.subjects[id_].kind in ("model", "product")

    def between(self, quantity: Quantity, mark: SubjectMark | MetricMark) -> Between:
        """What stands between a quantity (with its unit words) and a mention."""
        after = mark.start >= quantity.end
        gain = GAIN.match(self.scene.text, quantity.outer_end, mark.start) if after else None
        end = gain.end() if gain else quantity.outer_end
        return Between(self, *((end, mark.start) if after else (mark.end, quantity.outer_start)), after)

    def words(self, start: int, end: int) -> list[str]:
        """The words of `scene.text[start:end]`, lower-cased."""
        return [w.lower() for w in WORDS.findall(self.scene.text[start:end])] if start < end else []

    def same_clause(self, a: int, b: int) -> bool:
        return self.scene.clause(a) == self.scene.clause(b)
