"""Mark a text: every name, known and unknown, pronouns, quantities, dates, cues, comparisons; and who is only compared with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import find_dates
from factcheck.extract.forms.cues import Cue
from factcheck.extract.names.descriptions import DESCRIBED
from factcheck.extract.names.kin import NO_KIN, Kin
from factcheck.extract.names.makers import with_makers
from factcheck.extract.names.name_marks import ORDINARY, longer_end, metric_mark, of_another, subject_mark, year_behind
from factcheck.extract.names.names import PACKED, Index, Name
from factcheck.extract.names.others import others
from factcheck.extract.names.pieces import pieces
from factcheck.extract.names.qualified import qualified
from factcheck.extract.names.roles import with_roles
from factcheck.extract.names.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.names.shared_heads import with_shared_heads
from factcheck.extract.names.size_names import BARE_SIZE, OF_PARAMETERS, of_size, sizes, without_sizes
from factcheck.extract.names.strangers import strangers
from factcheck.extract.names.tails import tails
from factcheck.extract.names.taken import Taken
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantities import quantities
from factcheck.extract.relations.comparing import find_comparing
from factcheck.ledger.model import Metric
from factcheck.patterns import Table, compile_re

PRONOUN = compile_re(
    r"\b(?:[Ii]ts?|[Tt]h(?:e|is)(?: (?:new|latest|flagship|open|upcoming|updated|resulting|base|AI|language|multimodal|reasoning"
    r"|coding|vision|speech|open[- ](?:weights?|source)|dense|MoE|sparse|chat|proprietary|compact|large|mixture-of-experts)){0,3}"
    r" (?:model|system|release|LLM|chatbot|assistant|tool|chip|product|app|service|start-?up|company|firm|lab|unicorn|chip-?maker|upstart"
    r"|machine|computer|box|(?:mini[- ]?)?PC|laptop|desktop|workstation|rig|accelerator|processor)"
    r"|[Tt]hat (?:start-?up|company|firm|lab)"
    r"|[Tt]he (?:AI |chip |tech(?:nology)? |search |software |cloud |social[- ]media |e-commerce |internet )giant"
    r"|[Tt]he (?:(?!other|same|acquir|rival|parent|target|merged|combined)[a-z-]+ )?(?:[A-Z][\w-]+ ){1,2}"
    r"(?:[a-z-]+ )?(?:start-?up|company|firm|lab|unicorn|chip-?maker|upstart|giant))(?:['’]s)?\b"
    r"(?! (?:is|was|'s) (?:expected|likely|unclear|possible|worth|important|hard|no))"
    r"(?! (?:scene|ecosystem|market|world|landscape|industry|race|space|community|boom|cards?)\b)"
)
# A capitalised word and a version that the vocabulary lacks: an unknown model ("Xyz-6", "Abc Def 2.5").
UNKNOWN_MODEL = compile_re(
    r"\b(?!(?:The|This|That|An?|In|On|At|For|With|By|From|But|And|While|Since|Like|[A-Z][a-z]{3,}ing) )"
    r"([A-Z][A-Za-z]+)(?:-[A-Z]?[a-z]+)*(?:(?:[- ](?:[A-Z][a-z]+[- ])?)?[vV]?|-(?![QH]\d\b)[A-Z])\d{1,2}(?:\.\d+)*"
    r"(?:[a-zA-Z]\b|[- ](?:[A-Z][a-z]+|mini|nano|A?\d+(?:\.\d+)?[BM])\b)*(?![\d%.,]*\d|%)(?![KMk]?[- ](?:tokens?|context|ctx)\b)"
)
# ... and one of known kin, as the names of an API write it: "claude-opus-4-9".
UNKNOWN_ID = compile_re(r"(?<![\w-])([a-z]{3,})(?:-[a-z]+){0,3}-\d{1,2}(?:[-.]\d{1,2})?(?:-[a-z]+)*(?:-20\d{6})?(?![\w-])")
# "GDDR7", "PCIe 5", "License 2": a memory, a port, a format or a licence is no model
NO_MODELS = frozenset("gddr lpddr ddr hbm iq pcie nvme usb licence license".split())
UNKNOWN_METRIC = compile_re(
    r"\b(?:[A-Z0-9][\w²³τ]*[- ])?[A-Za-z]*(?:Bench|Eval|QA|Exam)(?:[- ]?(?:v?\d++(?:\.\d++)*+|[A-Z]\w*+))*\b"
    r"|\b[A-Z][A-Za-z0-9]+(?=[- ]benchmark\b)"
)
STORED = compile_re(r"[ -](?:quanti[sz]\w+|precision|weights|inference|training|format|arithmetic)\b")  # of a format: "INT4 quantization"


@dataclass(frozen=True)
class Knowledge:
    """All that marking needs to know: the vocabulary, the short names the article has introduced, its time, and the cues."""

    vocabulary: Vocabulary
    short: Index
    known: Known
    cues: Table[tuple[Cue, Metric]]
    sizes: dict[str, str]  # by a size or a version, the model of the article that it tells from its kin
    metrics: Index = field(default_factory=Index)  # what the article calls its metrics for short
    kin: Kin = NO_KIN  # the families of the article
    family: str | None = None  # the one spoken of before
    tails: Mapping[str, str] = field(default_factory=dict)  # by the last word of a name, the sibling that it stands for

    def behind(self, scene: Scene) -> Knowledge:
        """What is known behind a text."""
        family = self.kin.family(scene.subjects, self.family)
        return self if family == self.family else replace(self, family=family)


# "it took S 17 days": a company's name goes on in no such number
SO_MANY = compile_re(
    r" \d{1,3} (?:seconds|minutes|hours|days|weeks|months|years|percent|million|billion|people|employees|staff)\b|[ ]\d{1,3}%"
)
TESTED_ON = compile_re(r"(?<![\w.])\d[\d.]*\*{0,2} ?(?:%|percent|points)?\*{0,2} on (?:the )?[*_\[]*$")  # "84.8 on Gauntlet2"
LIKENED = compile_re(r"[-‑](?:style|like|type|inspired|esque)\b")  # "M-style tests" are not M
FOOTNOTE = compile_re(r"\[\d{1,3}(?:, ?\d{1,3})*\]")
LICENCE = compile_re(r"\b(?:Apache|[AL]?GPL|BSD|CC[ -]BY(?:-[A-Z]{2})*)(?: Licen[cs]e)?,?[ -](?:[Vv]ersion )?v?\d(?:\.\d)*(?![\w.]*\d)")


def mark(text: str, knowledge: Knowledge) -> Scene:
    """Mark everything in a text."""
    vocabulary, parts = knowledge.vocabulary, pieces(text)
    subjects = with_shared_heads(text, vocabulary.subject_names.find(text, parts, knowledge.short), vocabulary.subject_names)
    subjects, metrics = longest(subjects, vocabulary.metric_names.find(text, parts, knowledge.metrics))
    subjects = [n for n in subjects if not of_another(n, text, vocabulary)]
    metrics = [n for n in metrics if not LIKENED.match(text, n.end)]
    starts = {n.start for n in metrics}
    things = {n.start for n in subjects if all(vocabulary.subjects[i].kind == "model" for i in n.ids)}
    subjects = [
        replace(n, longer=n.longer and n.end + 1 not in (starts | things if is_maker(n, vocabulary) else starts)) for n in subjects
    ]  # "AA-HLE": who measured, and what; "Meta-Llama": who made what
    subjects = [replace(n, longer=n.longer and not (is_maker(n, vocabulary) and SO_MANY.match(text, n.end))) for n in subjects]
    subjects = [n for n in subjects if not (BARE_SIZE.fullmatch(text, n.start, n.end) and OF_PARAMETERS.match(text, n.end))]
    if any(BARE_SIZE.fullmatch(text, n.start, n.end) for n in subjects):
        subjects = without_sizes(text, subjects)
    names = Taken((n.start, n.end) for n in (*subjects, *metrics))
    unknown_metrics = names.take(UNKNOWN_METRIC, text)
    numbered = [
        (n.start, longer_end(text, n)) for n in (*subjects, *metrics) if n.longer or any(c.isdigit() for c in text[n.start : n.end])
    ]
    numbered += [(n.start, year.end()) for n in metrics if (year := year_behind(text, n))]
    taken = Taken([*numbered, *(m.span() for m in unknown_metrics)])
    taken.stretches += [m.span() for pattern in (FOOTNOTE, LICENCE) for m in pattern.finditer(text)]
    dates = [d for d in find_dates(text, knowledge.known) if taken.free(d.start, d.end)]
    taken.stretches += [(d.start, d.end) for d in dates]
    names.stretches += [(d.start, d.end) for d in dates]
    ends = {n.end for n in subjects}
    unknown_models = [
        m
        for m in UNKNOWN_MODEL.finditer(text)
        if m[1].lower() not in ORDINARY
        and names.free(*m.span())
        and not LICENCE.match(text, m.start())
        and not (PACKED.fullmatch(text, m.start() - 1, m.end()) and (m.start() - 1 in ends or STORED.match(text, m.end())))
    ]
    unknown_models += [m for m in UNKNOWN_ID.finditer(text) if m[1] in vocabulary.heads and names.free(*m.span())]
    taken.stretches += [m.span() for m in unknown_models]
    tests = [m for m in unknown_models if TESTED_ON.search(text, 0, m.start())]
    unknown_models = [m for m in unknown_models if m not in tests]
    unknown_models = [m for m in unknown_models if m[1].lower() not in NO_MODELS]
    by_size = sizes(text, names, knowledge.sizes) + tails(text, names, knowledge.tails)
    taken.stretches += [(m.start, m.end) for m in by_size]
    ends |= {n.end for n in metrics}
    marks = [of_size(subject_mark(n, text, vocabulary, ends), text, vocabulary) for n in subjects] + by_size
    marks = with_makers(marks, text, vocabulary)
    marks += [SubjectMark(*m.span(), None, m.group(), unknown=True) for m in unknown_models]
    people = Taken((m.start, m.end) for m in marks)
    marks += [SubjectMark(*m.span(), None, m.group()) for m in people.take(DESCRIBED, text)]
    named = {m.end + 1 for m in marks}  # "A and B both score 57": they are no others
    marks += [m for m in others(text, people) if m.text != "both" or m.start not in named]
    marks += [SubjectMark(*m.span(), None, m.group(), pronoun=True) for m in people.take(PRONOUN, text)]
    marks += [
        m
        for m in strangers(text, lambda start, end: people.free(start, end) and names.free(start, end))
        if m.text.split()[0].lower() not in vocabulary.callers
    ]
    measurers = {n.end + 1 for n in subjects if n.id and vocabulary.subjects[n.id].kind == "organisation"}
    metric_marks = [metric_mark(n, text, vocabulary, prefixed=n.start not in measurers) for n in metrics] + [
        MetricMark(*m.span(), None, m.group()) for m in (*unknown_metrics, *tests)
    ]
    for (cue, metric), pattern in knowledge.cues.near(text):
        for m in pattern.finditer(text):
            inside = [k for k in metric_marks if k.start <= m.start() and m.end() <= k.end]
            if not any(k.id == metric.id or names_another(k, m, metric, vocabulary) for k in inside):
                metric_marks.append(MetricMark(*m.span(), metric.id, m.group(), cue=cue))
    scene = Scene(
        text,
        tuple(sorted(marks, key=lambda m: m.start)),
        tuple(sorted(qualified(metric_marks, text, vocabulary), key=lambda m: (m.start, -m.end))),
        tuple(q for q in quantities(text, taken.stretches) if q.dimension != "ordinal"),
        tuple(dates),
        tuple(c for c in find_comparing(text) if taken.free(c.start, c.end)),
    )
    return replace(scene, subjects=tuple(knowledge.kin.meant(with_roles(scene, vocabulary.makers), knowledge.family)))


def names_another(named: MetricMark, found: re.Match[str], metric: Metric, vocabulary: Vocabulary) -> bool:
    """Whether a cue for a metric is but a part of another's name, or all of the name of one with the same unit."""
    if named.cue is not None or not named.id:
        return False
    longer = named.end - named.start - (found.end() - found.start())
    return longer > 0 or (not named.weak and vocabulary.metrics[named.id].unit == metric.unit)


def is_maker(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a company."""
    return all(vocabulary.subjects[i].kind == "organisation" for i in name.ids)


def longest(subjects: list[Name], metrics: list[Name]) -> tuple[list[Name], list[Name]]:
    """Where a subject's and a metric's name overlap the longer one stands; of equals the metric."""
    overlapping = [(s, m) for s in subjects for m in metrics if s.start < m.end and m.start < s.end]
    lost_subjects = {s for s, m in overlapping if m.end - m.start >= s.end - s.start}
    lost_metrics = {m for s, m in overlapping if m.end - m.start < s.end - s.start}
    return [s for s in subjects if s not in lost_subjects], [m for m in metrics if m not in lost_metrics]
