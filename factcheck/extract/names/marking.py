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
from factcheck.extract.names.names import CALENDAR, CONTINUES_NOTHING, HEADLINE_VERB, PACKED, Index, Name
from factcheck.extract.names.others import others
from factcheck.extract.names.pieces import name_key, pieces
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
ORDINARY = frozenset(
    """
    option choice approach run example scenario takeaway finding lesson test attempt experiment exhibit problem exercise rule reason myth
    method pillar principle
    figure table section chapter step stage tier level levels top part parts phase phases
    steps series day week month year page question item version
    grade class age under over about around roughly nearly almost approximately some another within between after before until all barely
    exactly only just since than january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec in on at by of for from with to the a an and or windows
    web
    covers supports adds handles includes offers requires needs uses has processes contains features takes reaches runs
    usd eur gbp cny rmb jpy inr krw aud cad chf sgd
    fastest slowest smallest largest biggest longest latest newest highest lowest cheapest best original
    dense sparse moe fy cy fp bf int covid pass best round volume issue no note appendix eq rank score scores scored elo hit hits gets got
    """.split()
)
# "GDDR7", "PCIe 5", "License 2": a memory, a port, a format or a licence is no model
NO_MODELS = frozenset("gddr lpddr ddr hbm iq pcie nvme usb licence license".split())
UNKNOWN_METRIC = compile_re(
    r"\b(?:[A-Z0-9][\w²³τ]*[- ])?[A-Za-z]*(?:Bench|Eval|QA|Exam)(?:[- ]?(?:v?\d++(?:\.\d++)*+|[A-Z]\w*+))*\b"
    r"|\b[A-Z][A-Za-z0-9]+(?=[- ]benchmark\b)"
)
STORED = compile_re(r"[ -](?:quanti[sz]\w+|precision|weights|inference|training|format|arithmetic)\b")  # of a format: "INT4 quantization"
SHORT = 3  # letters and digits of a name that may be the end of another
LED = compile_re(r"(?<![.!?:] )(?<!^)\b([A-Z][a-z]{2,}) $")
LEAST_SMALL = 4  # letters of a word that a title writes large
LEADS = compile_re(r"(?:^|[.!?:] )([A-Z][a-z]{2,}) $")
PROGRAM = compile_re(r"\.(?:cpp|c|rs|py|js|ts|zig)\b(?!\.\w)")  # "llama.cpp" is no Llama
MIXTURE = compile_re(r"\d[BMT][-–‑]A$")  # "31B-A3B" is no A3B
WEAK = compile_re(r"[a-z][a-z-]*")
LONGER = compile_re(r"[- \u00a0‑:]?[\w.]*\w")
GOES_ON = compile_re(  # in the middle of a sentence
    r" (?!(?:Free|Go|Plus|Pro|Max|Teams?|Business|Enterprise|Edu|Premium|Basic|Starter|Advanced|Ultra|Apps?|Desktop|Mobile|Web)\b)"
    r"([A-Z][a-z]{3,})(?<!ed)"
    r"(?= (?:is|was|has|had|can|will|at|in|and|with|runs?|scores?|costs?|answers?|gets?|takes?|needs?|hits?|reaches)\b"
    r"| \d{1,2}(?:\.\d)?(?![\w%]|\.\d))"
)
PLAN = compile_re(r" (?:Free|Go|Plus|Pro|Max|Teams?|Business|Enterprise|Edu|Premium|Basic|Starter)(?![\w+-])(?! [A-Z\d])")


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


# The version of a benchmark, and the figure before its name that tells it from a figure: "57% on Terminal-Bench 2.1".
EDITION = compile_re(r"[ -](\d+\.\d+)\b(?! ?(?:%|percent|points?\b|[kKMB]\b))")
NAMED_EDITION = compile_re(r"[ -][vV](\d+(?:\.\d+)*)\b(?![\w.-]*[A-Za-z])")  # "M-V6"
# "FrontierMath Tier 4", "M (Tiers 1-3)"
PART = compile_re(r" (?P<bracket>\()?(?P<part>(?:Tier|Level)s? \d(?:[-–]\d)?)(?![\w-]|\.\d)(?(bracket)\))")
PREFIX = compile_re(r"(?<![\w-])[A-Z][A-Za-z]*[-‑]$")  # "Multi-M" is no M
# ... and "Nova-S" no S, but "Pre-S" is a time of S.
STRANGER = compile_re(r"(?<![\w-])(?!(?:Pre|Post|Non|Anti|Ex|Pro)-)[A-Z][A-Za-z0-9.]*(?:[-‑][A-Za-z0-9.]+)*[-‑]$")
# "it took S 17 days": a company's name goes on in no such number
SO_MANY = compile_re(
    r" \d{1,3} (?:seconds|minutes|hours|days|weeks|months|years|percent|million|billion|people|employees|staff)\b|[ ]\d{1,3}%"
)
YEAR = compile_re(r"[ -]['’]?(2\d)\b(?![.,]\d| ?(?:%|percent|points?\b|[kKMB]\b))")
MEASURED_ON = compile_re(r"\d[\d.]*\*{0,2} ?(?:%|percent|points)?\*{0,2} (?:on|in|for) (?:the )?[*_\[]*$")
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


def of_another(name: Name, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a short name is only the end of another that the vocabulary lacks: M2 of "Mac M2"; or any the start of a program's."""
    if PROGRAM.match(text, name.end) or MIXTURE.search(text, max(0, name.start - 3), name.start + 1):
        return True
    if name.end - name.start > SHORT or not text[name.end - 1].isdigit():
        return False
    led = LED.search(text, max(0, name.start - 24), name.start)
    return led is not None and led[1].lower() not in ORDINARY | vocabulary.heads | vocabulary.callers


def strangers_start(name: Name, text: str, vocabulary: Vocabulary, ends: set[int]) -> int | None:
    """Where the name of a stranger begins of which a short name is only the end: "Nova Maverick" is none of Maverick's.

    Other names end at `ends`.
    """
    subject = vocabulary.subjects[name.ids[0]] if len(name.ids) == 1 else None
    if subject is None or subject.kind != "model" or not any(w.islower() and len(w) >= LEAST_SMALL for w in text.split()):
        return None
    first = LEADS.search(text, max(0, name.start - 24), name.start)  # there any word is written large
    led = LED.search(text, max(0, name.start - 24), name.start) or (first if first and first[1].lower() in vocabulary.heads else None)
    if led is None or led.end(1) in ends or led[1].lower() in ORDINARY | CALENDAR | vocabulary.callers | {(subject.family or "").lower()}:
        return None
    words = (name_key(led[1]), name_key(text[name.start : name.end]))
    full = [subject.name, *(alias for alias in subject.aliases if " " in alias)]  # what is called by one word may be another's last
    return None if any(name_key(n).startswith(words) for n in full) else led.start(1)


def subject_mark(name: Name, text: str, vocabulary: Vocabulary, ends: set[int]) -> SubjectMark:
    """A subject's name as a mark. A product that goes on in the name of a plan is still the product; the plan is a condition.

    A thing's name behind a hyphen is the end of a stranger's, unless another name ends there: `ends`.
    """
    prefix = STRANGER.search(text, max(0, name.start - 40), name.start) if name.start - 1 not in ends else None
    if prefix and all(vocabulary.subjects[i].kind in ("model", "product") for i in name.ids):
        return SubjectMark(prefix.start(), name.end, None, text[prefix.start() : name.end], unknown=True)
    if (start := strangers_start(name, text, vocabulary, ends)) is not None:
        return SubjectMark(start, name.end, None, text[start : name.end], unknown=True)
    product = len(name.ids) == 1 and vocabulary.subjects[name.ids[0]].kind == "product" and name.ids[0] not in vocabulary.families
    if name.longer and product and PLAN.match(text, name.end):
        return SubjectMark(name.start, name.end, name.ids[0], text[name.start : name.end], common=name.common)
    if name.id in vocabulary.families and (another := other_of(name, text)):
        return SubjectMark(name.start, another, None, text[name.start : another], unknown=True)
    end = longer_end(text, name)
    return SubjectMark(name.start, end, name.id, text[name.start : end], unknown=name.longer, common=name.common)


def other_of(name: Name, text: str) -> int | None:
    """Where a longer name ends that a family's name of one word begins, and that the vocabulary lacks: "GPT Realtime answers"."""
    m = GOES_ON.match(text, name.end) if text[name.start : name.end].isalpha() else None
    other = m is not None and not HEADLINE_VERB.fullmatch(m[1]) and m[1].lower() not in CONTINUES_NOTHING | CALENDAR
    return m.end() if m and other else None


def metric_mark(name: Name, text: str, vocabulary: Vocabulary, *, prefixed: bool) -> MetricMark:
    """A metric's name as a mark; a number behind it that is plainly the benchmark's version is a part of it, and so is what a hyphen
    joins before it, if it can be `prefixed`."""
    written = text[name.start : name.end]
    if prefixed and written[0].isupper() and (prefix := PREFIX.search(text, max(0, name.start - 20), name.start)):
        return MetricMark(prefix.start(), name.end, None, text[prefix.start() : name.end])
    edition = EDITION.match(text, name.end) if name.longer and len(name.ids) == 1 else None
    if edition and not (name.ids[0] in vocabulary.versioned or MEASURED_ON.search(text, 0, name.start)):
        edition = None
    if len(name.ids) == 1 and (edition := edition or NAMED_EDITION.match(text, name.end)):
        return MetricMark(name.start, edition.end(), name.ids[0], text[name.start : edition.end()], version=edition[1])
    if year := year_behind(text, name):
        return MetricMark(name.start, year.end(), name.ids[0], text[name.start : year.end()], version="20" + year[1])
    if len(name.ids) == 1 and (part := PART.match(text, name.end)):
        which = part["part"].lower().replace("–", "-")
        return MetricMark(name.start, part.end(), name.ids[0], text[name.start : part.end()], version=name.version, part=which)
    weak = name.common and WEAK.fullmatch(written.lower()) is not None
    return MetricMark(name.start, name.end, name.id, written, common=name.common, weak=weak, version=name.version)


def is_maker(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a company."""
    return all(vocabulary.subjects[i].kind == "organisation" for i in name.ids)


def year_behind(text: str, name: Name) -> re.Match[str] | None:
    """The short year of a yearly benchmark behind its name: "89% on M 26"."""
    return YEAR.match(text, name.end) if len(name.ids) == 1 and MEASURED_ON.search(text, 0, name.start) else None


def longer_end(text: str, name: Name) -> int:
    """Where a name ends, or what it goes on to."""
    m = LONGER.match(text, name.end) if name.longer else None
    return m.end() if m else name.end


def longest(subjects: list[Name], metrics: list[Name]) -> tuple[list[Name], list[Name]]:
    """Where a subject's and a metric's name overlap the longer one stands; of equals the metric."""
    overlapping = [(s, m) for s in subjects for m in metrics if s.start < m.end and m.start < s.end]
    lost_subjects = {s for s, m in overlapping if m.end - m.start >= s.end - s.start}
    lost_metrics = {m for s, m in overlapping if m.end - m.start < s.end - s.start}
    return [s for s in subjects if s not in lost_subjects], [m for m in metrics if m not in lost_metrics]
