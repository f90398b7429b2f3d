"""The events that a text tells of: what happens to things on a day."""

from __future__ import annotations

import re
from functools import cache

from factcheck.dataclass import dataclass
from factcheck.extract.dates.event_words import EVENTS, Event
from factcheck.extract.dates.left_out import without
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric, SubjectKind
from factcheck.patterns import Table, compile_re


@dataclass(frozen=True, slots=True)
class Told:
    """An event told in a text (offsets, end exclusive): the metric of its date (None where the ledger has none), what it happens to
    (None: anything), and the name of the rule."""

    start: int
    end: int
    metric: Metric | None
    kinds: tuple[SubjectKind, ...] | None
    rule: str
    doer: bool = False


@cache
def compiled() -> Table[Event]:
    return Table(((event, whole_words(event.pattern)) for event in EVENTS), re.IGNORECASE)


NEWS = compile_re(
    r"announc(?:ed|es|ing) (?:(?:the|its|their|an?|upcoming|planned|\S+['’]s?) )*", re.IGNORECASE
)  # of a release or a shutdown
NEWLY = ("release", "announcement")
THAT = compile_re(r"announc(?:ed|es|ing)(?: (?:in|on) [^,;:]{3,20})? that\b", re.IGNORECASE)  # what is announced says what is dated
# "two months after its launch": the event is not what happened then.
AFTER = compile_re(r"\b(?:before|after|until|since|ahead of|prior to|following)(?: (?:its|the|their|official|public|initial|\w+['’]s))* $")
# Words that are no event of their own where one is told before them.
COMES = compile_re(
    r"(?:c[ao]mes?|coming|dropp?(?:s|ed)?|follow(?:s|ed)|arriv(?:es|ed)|expected|planned|scheduled|slated|set|targeted|due"
    r"|(?:slipp|delay|postpon|push|mov|reschedul)ed)\b.*",
    re.IGNORECASE,
)
OF_NAMES = compile_re(  # between the two
    r"[*_”\"]*(?:,? (?:of|for|from|on|in|across)\b(?:(?!\b(?:with|but|while|when|then|as|after|before)\b)[^.;:()—–])*?)?"
    r"(?:[ ,]+(?:is|was|are|were|has|have|had|will|be|been|now|not|then|\w+ly))* "
)
OF_PAPER = compile_re(r"[^,;:.]{0,60}")  # between "the technical report of" and "was published"
OUR_PAPER = compile_re(r" (?:of )?(?:(?:the|its|our|an?|new) )*(?:[\w.-]+ ){0,3}")
# "the X paper", and what is said of it
PAPER = compile_re(r"[*_\"”`]* (?P<w>(?:research |tech(?:nical)? )?(?:papers?|reports?|preprint))\b", re.IGNORECASE)
IS = compile_re(r"[*_\])]*(?: (?:is|was|has|been|be|now|finally|also|officially))* ")
BETWEEN = r"(?: (?:an?|the|its|their|his|her|our|for|\w+ly))* "  # what may stand between the words of a name, in a sentence


def named(vocabulary: Vocabulary) -> Table[Metric]:
    """The names of several words that date metrics have, with articles and adverbs allowed in: "filed for IPO", "filed for its IPO"."""
    found = []
    others = {n.lower() for m in vocabulary.metrics.values() if m.kind != "date" for n in (m.name, *m.aliases)}
    for metric in vocabulary.metrics.values():
        if metric.kind == "date":
            names = [metric.name.removesuffix(" date"), *metric.aliases]
            names = [n for n in names if len(n.split()) > 1 and n.lower() not in others]
            forms = "|".join(BETWEEN.join(map(re.escape, n.split())) for n in names)
            if forms:
                found.append((metric, whole_words(forms)))
    return Table(found, re.IGNORECASE)


def whole_words(forms: str) -> str:
    return rf"(?<![\w-])(?:{forms})(?![\w-])"


def told(sentence: Sentence) -> list[Told]:
    """The events that a sentence tells of: the date metrics that it names, and the words for the common sorts."""
    found: list[Told] = []
    sorts = {metric.id: event for event in EVENTS if (metric := sentence.vocabulary.role(*event.metrics))}

    def of(metric: Metric, start: int, end: int) -> Told:
        sort = sorts.get(metric.id)
        return Told(start, end, metric, sort.kinds if sort else None, "named", sort.doer if sort else False)

    for mark in sentence.metrics:
        metric = sentence.vocabulary.metrics[mark.id] if mark.id else None
        if metric and metric.kind == "date":
            found.append(of(metric, mark.start, mark.end))
    text = sentence.scene.text
    said = text[sentence.start : sentence.end]
    for metric, pattern in sentence.vocabulary.own(named).near(said):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            if not any(t.start < m.end() and m.start() < t.end for t in found):
                found.append(of(metric, m.start(), m.end()))
    for event, pattern in compiled().near(said):
        role = sentence.vocabulary.role(*event.metrics)
        for m in pattern.finditer(text, sentence.start, sentence.end):
            over = [t for t in found if t.start < m.end() and m.start() < t.end]
            if all(t.rule == "named" and within(t, m, role) for t in over):
                found = [t for t in found if t not in over]
                start, end = min([m.start(), *(t.start for t in over)]), max([m.end(), *(t.end for t in over)])
                found.append(Told(start, end, role, event.kinds, event.name, event.doer))
    found += named_papers(sentence, found)
    found = [t for t in found if not any(NEWS.fullmatch(text, t.start, u.start) for u in found) and not THAT.match(text, t.start)]
    papers = [t for t in found if t.rule == "paper"]
    found = [t for t in found if t.rule not in NEWLY or not any(of_paper(text, t, p) for p in papers)]
    found.sort(key=lambda t: t.start)
    return [t for t in found if not says_only_when(sentence, t, found)]


def named_papers(sentence: Sentence, found: list[Told]) -> list[Told]:
    """The papers that a sentence names by what they are on, and tells the release of: "Released the X paper", "The X paper is out"."""
    event = next((e for e in EVENTS if e.name == "paper"), None)
    role = sentence.vocabulary.role(*event.metrics) if event else None
    if event is None or role is None or any(t.rule == "paper" for t in found):
        return []
    text, papers = sentence.scene.text, []
    for mark in sentence.scene.subjects:
        m = PAPER.match(text, mark.end) if sentence.start <= mark.start < sentence.end and mark.id else None
        releases = [t for t in found if t.rule == "release"] if m else []
        if m and any(OUR_PAPER.fullmatch(text, t.end, mark.start) or IS.fullmatch(text, m.end(), t.start) for t in releases):
            papers.append(Told(m.start("w"), m.end("w"), role, event.kinds, "paper"))
    return papers


def says_only_when(sentence: Sentence, event: Told, found: list[Told]) -> bool:
    """Whether a word only says when something told before it was, or is to be: "the retirement of X and Y is planned for May"."""
    earlier = [t for t in found if t.end <= event.start]
    if event.rule != "release" or not earlier or not COMES.fullmatch(sentence.scene.text, event.start, event.end):
        return False
    a, b = earlier[-1].end, event.start
    marks = [m for m in sentence.scene.subjects if a <= m.start and m.end <= b]
    if any(a <= d.start < b for d in sentence.scene.dates):
        return False
    between = without(sentence.scene, a, b, marks)
    apart = earlier[-1].metric == event.metric and not between.startswith(" of ")  # "its launch, planned for May": of the same kind
    return not apart and OF_NAMES.fullmatch(between) is not None


def of_paper(text: str, release: Told, paper: Told) -> bool:
    """Whether a word for a release tells of a paper: "the technical report of X was published", "the release of the X technical report"."""
    if paper.end <= release.start:
        return OF_PAPER.fullmatch(text, paper.end, release.start) is not None
    return OUR_PAPER.fullmatch(text, release.end, paper.start) is not None


def within(told: Told, longer: re.Match[str], role: Metric | None) -> bool:
    """Whether the words for an event are of a metric's name that says no more than they do: "weights were released" holds "released",
    and "made available" goes on in "available on"."""
    held = longer.start() < told.start or (longer.start() <= told.start and told.end <= longer.end())
    return told.metric == role or (held and told.end - told.start < longer.end() - longer.start())


def event_of(text: str, vocabulary: Vocabulary) -> tuple[Metric, tuple[SubjectKind, ...]] | None:
    """The date metric of the first sort of event that a heading or label names ("Release history"), and what it happens to."""
    for event, pattern in compiled().near(text):
        if any(not AFTER.search(text, 0, m.start()) for m in pattern.finditer(text)):
            metric = vocabulary.role(*event.metrics)
            return (metric, event.kinds) if metric else None
    return None


def suits(told: Told, id_: str | None, vocabulary: Vocabulary) -> bool:
    """Whether an event can have happened to a subject."""
    if id_ is None or told.metric is None:
        return False
    subject = vocabulary.subjects[id_]
    return told.kinds is None or subject.kind in told.kinds
