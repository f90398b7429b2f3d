"""A text with everything in it marked once: names, quantities, dates, cues, comparisons, brackets, sentences, clauses.

What comes after works on the marks and on the words between them, never on raw text again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.extract.comparing import Comparing, find_comparing
from factcheck.extract.cues import Cue
from factcheck.extract.dates import DateMention, Known, find_dates
from factcheck.extract.pieces import pieces
from factcheck.extract.quantities import Quantity, quantities
from factcheck.extract.sentences import brackets, clauses, sentences
from factcheck.extract.vocabulary import Entry, Name, Vocabulary
from factcheck.ledger.model import Metric

PRONOUN = re.compile(
    r"\b(?:(?P<it>[Ii]t|[Ii]ts)|[Tt]h(?:e|is)(?: new| latest| flagship| open| upcoming| updated| resulting| base)?"
    r" (?:model|system|release|LLM|chatbot|assistant|tool|chip|product|app|service|startup|company|firm|lab))(?:['’]s)?\b(?! (?:is|was|'s) (?:expected|likely|unclear|possible|worth|important|hard|no))"
)
# Somebody who has no name here: a figure of theirs belongs to none of those who have.
OTHERS = re.compile(
    r"\b(?:(?:its|the|their|his) (?:direct |immediate )?(?:predecessors?|rivals?|competitors?|previous (?:model|version|generation|flagship)|nearest rival|closest competitor|runner-up|industry average|average|median)"
    r"|(?:other|most|many|rival|competing|previous|earlier|older|larger|smaller|some|all|both|these|those|leading|existing|similar|comparable) (?:\w+[ -]){0,2}?(?:models|systems|LLMs|versions|labs|companies|competitors|rivals|participants)"
    r"|(?<=['’]s )(?:\w+[ -]){0,2}?(?:model|models|system|chatbot|offering|lineup)"
    r"|human (?:experts|participants|testers)|competitors|rivals|prior art|state of the art|both(?= (?:cost|are|have|were|offer|support|score|scored|run|use)\b)|neither(?= \w))\b",
    re.IGNORECASE,
)
# A capitalised word and a version that the vocabulary lacks: an unknown model.
UNKNOWN_MODEL = re.compile(r"\b[A-Z][A-Za-z]*[a-zA-Z](?:-[A-Z]?[a-z]+)*(?:[- ](?:[A-Z][a-z]+[- ])?|)v?V?\d{1,2}(?:\.\d+)*(?:[a-z]\b|[- ](?:Pro|Mini|Max|Flash|Plus|Ultra|Lite|Turbo|Instruct|Base|Large|Small|mini|nano|\d+[BM]\b))*(?![\d%.,]*\d|%)")
ORDINARY = frozenset(
    ["figure", "table", "section", "chapter", "step", "stage", "tier", "level", "top", "part", "phase", "series", "day", "week", "month", "year", "page", "question", "item", "version", "grade", "class", "age", "under", "over", "about", "only", "just", "since", "than", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "in", "on", "at", "by", "of", "for", "from", "with", "to", "the", "a", "an", "and", "or", "windows", "web", "covid", "pass", "best", "round", "volume", "issue", "no", "note", "appendix", "eq", "q", "h", "section", "rank", "score", "elo", "scored", "hit", "hits", "gets", "got", "scores", "top-"]
)
UNKNOWN_METRIC = re.compile(r"\b(?:[A-Z0-9][\w²³τ]*[- ])?[A-Za-z]*(?:Bench|Eval|QA|Exam)(?:[- ]?(?:v?\d[\d.]*|[A-Z]\w*))*\b|\b[A-Z][A-Za-z0-9]+(?=[- ]benchmark\b)")
WEAK = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True, slots=True)
class SubjectMark:
    """A mention of a subject; `id` is None where it is somebody the vocabulary lacks."""

    start: int
    end: int
    id: str | None
    text: str
    pronoun: bool = False
    common: bool = False  # a common noun, such as "Chinese models"
    object: bool = False  # of a comparison
    modifier: bool = False  # "Meta's" in "Meta's Muse Spark"


@dataclass(frozen=True, slots=True)
class MetricMark:
    """A mention of a metric; `id` is None where the vocabulary lacks it."""

    start: int
    end: int
    id: str | None
    text: str
    cue: Cue | None = None
    common: bool = False  # an ordinary word or phrase
    weak: bool = False  # a common word: counts only right beside its figure
    version: str | None = None


@dataclass(frozen=True)
class Scene:
    """The marks of one text. Offsets are of `text`, end exclusive."""

    text: str
    subjects: tuple[SubjectMark, ...]
    metrics: tuple[MetricMark, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    comparings: tuple[Comparing, ...]
    names: tuple[Name, ...] = field(repr=False, default=())

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        return brackets(self.text, 0, len(self.text))

    @cached_property
    def clause_starts(self) -> list[int]:
        return sorted({c for a, b in self.sentences for c in clauses(self.text, a, b)})

    def clause(self, offset: int) -> int:
        """The number of the clause an offset falls into."""
        return bisect_right(self.clause_starts, offset)

    def bracket(self, offset: int) -> tuple[int, int] | None:
        """The brackets round an offset."""
        return next(((a, b) for a, b in self.brackets if a < offset < b), None)

    def between(self, a: int, b: int) -> str:
        return self.text[a:b]


def mark(text: str, vocabulary: Vocabulary, short: dict[str, Entry], known: Known, cue_table: list[tuple[Cue, Metric, re.Pattern[str]]]) -> Scene:
    """Mark everything in a text. `short` are the short names that the article has introduced."""
    parts = pieces(text)
    subject_names = vocabulary.subject_names.find(text, parts, short)
    metric_names = vocabulary.metric_names.find(text, parts)
    subject_names, metric_names = longest(subject_names, metric_names)
    taken = [(n.start, n.end) for n in (*subject_names, *metric_names) if any(c.isdigit() for c in text[n.start : n.end])]
    unknown_metrics = [m for m in UNKNOWN_METRIC.finditer(text) if not any(n.start < m.end() and m.start() < n.end for n in (*subject_names, *metric_names))]
    taken += [m.span() for m in unknown_metrics]
    found_dates = [d for d in find_dates(text, known) if not any(a < d.end and d.start < b for a, b in taken)]
    taken += [(d.start, d.end) for d in found_dates]
    unknown_models = [
        m
        for m in UNKNOWN_MODEL.finditer(text)
        if not any(a < m.end() and m.start() < b for a, b in taken)
        and re.split(r"[- \d]", m.group())[0].lower() not in ORDINARY
        and not any(n.start < m.end() and m.start() < n.end for n in (*subject_names, *metric_names))
    ]
    taken += [m.span() for m in unknown_models]
    taken += [(n.start, longer_end(text, n.end)) for n in (*subject_names, *metric_names) if n.longer]
    marks = [SubjectMark(n.start, n.end, n.id, text[n.start : n.end], common=n.common) for n in subject_names]
    marks += [SubjectMark(m.start(), m.end(), None, m.group()) for m in unknown_models]
    names = [(m.start, m.end) for m in marks]
    for pattern, pronoun in ((OTHERS, False), (PRONOUN, True)):
        for m in pattern.finditer(text):
            if not any(a < m.end() and m.start() < b for a, b in names):
                marks.append(SubjectMark(m.start(), m.end(), None, m.group(), pronoun=pronoun))
                names.append(m.span())
    metrics = [
        MetricMark(n.start, n.end, n.id, text[n.start : n.end], common=n.common, weak=n.common and bool(WEAK.fullmatch(text[n.start : n.end].lower())), version=n.version) for n in metric_names
    ]
    metrics += [MetricMark(m.start(), m.end(), None, m.group()) for m in unknown_metrics]
    for cue, metric, pattern in cue_table:
        for m in pattern.finditer(text):
            if not any(k.start <= m.start() and m.end() <= k.end and k.id == metric.id for k in metrics):
                metrics.append(MetricMark(m.start(), m.end(), metric.id, m.group(), cue=cue))
    comparings = [c for c in find_comparing(text) if not any(a < c.end and c.start < b for a, b in taken)]
    scene = Scene(
        text,
        tuple(sorted(marks, key=lambda m: m.start)),
        tuple(sorted(metrics, key=lambda m: (m.start, -m.end))),
        tuple(quantities(text, taken)),
        tuple(found_dates),
        tuple(comparings),
        tuple(subject_names),
    )
    return replace(scene, subjects=tuple(roles(scene)))


def longer_end(text: str, end: int) -> int:
    """Where a name that goes on unknown ends."""
    m = re.compile(r"[- \u00a0‑]?[\w.]*\w").match(text, end)
    return m.end() if m else end


def longest(subjects: list[Name], metrics: list[Name]) -> tuple[list[Name], list[Name]]:
    """Where a subject's and a metric's name overlap the longer one stands; of equals the metric."""
    lost_s = {s for s in subjects for m in metrics if s.start < m.end and m.start < s.end and m.end - m.start >= s.end - s.start}
    lost_m = {m for m in metrics for s in subjects if s.start < m.end and m.start < s.end and m.end - m.start < s.end - s.start}
    return [s for s in subjects if s not in lost_s], [m for m in metrics if m not in lost_m]


CHAIN = re.compile(
    r"(?:\s|,|&|/|\+|\band\b|\bor\b|\bboth\b|\bthe\b|\bonly\b|\beven\b|\bmodels? like\b|\bmodels\b|\bits\b|\brivals?\b|\blike\b|\bsuch as\b|['’]s|\"|“|”|\*|\([^()]*\)"
    r"|\bat (?:about |around )?[~$]?[\d.,]+%?(?:[MBk]\b)?)*"
)


def roles(scene: Scene) -> list[SubjectMark]:
    """The subjects, with the objects of comparisons and those that only qualify another name told apart."""
    marks = list(scene.subjects)
    objects: set[int] = set()
    for comparing in scene.comparings:
        at = comparing.end
        for i, m in enumerate(marks):
            if m.start < comparing.end:
                continue
            if not CHAIN.fullmatch(scene.text, at, m.start):
                break
            objects.add(i)
            at = m.end
    out = []
    for i, m in enumerate(marks):
        following = marks[i + 1] if i + 1 < len(marks) else None
        modifier = (
            following is not None
            and not following.pronoun
            and m.id is not None
            and re.fullmatch(r"(?:['’]s?)?(?: (?:new|latest|own|flagship|upcoming|open|open-source|recent|\w+-\w+|proprietary|massive|smaller|larger))*[ \"“‘*]*", scene.text[m.end : following.start]) is not None
        )
        predicate = re.search(r"\b(?:is|are|was|as)\b(?: [\w.-]+){1,5} $", scene.text[max(0, m.start - 60) : m.start]) and re.match(
            r" (?:family|series|line|models?|variants?)\b", scene.text[m.end :]
        )
        out.append(replace(m, object=i in objects, modifier=modifier or bool(predicate)))
    return out
