"""Short texts that name what stands beside or below them: table headers, row labels, "Input:" before a price, headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from factcheck.extract.conditions import find_conditions
from factcheck.extract.fitting import low
from factcheck.extract.pieces import name_key
from factcheck.extract.quantities import Quantity
from factcheck.extract.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric

# Labels that name no metric of the vocabulary but plainly mean a standard one, by the kind of value that belongs to them.
STANDARD: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("date", r"(?:initial |first |official |public |model )?(?:release|launch)(?: date| year| day)?|(?:date )?(?:released|launched)|released?(?: on)?|date of release|available since", ("release-date",)),
    ("date", r"announced(?: on)?|announcement(?: date)?|date announced", ("announcement-date", "release-date")),
    ("date", r"(?:[\w-]+ ){0,3}cut-?offs?(?: date)?|training data until|knowledge", ("knowledge-cutoff",)),
    ("money", r"(?:(?:api |token )?(?:price|cost|pricing) )?(?:for )?(?:text )?(?:(?:input|in|prompt)(?: tokens?)?(?: price| cost| pricing| rate)?)", ("price-input",)),
    ("money", r"(?:(?:api |token )?(?:price|cost|pricing) )?(?:for )?(?:text )?(?:(?:output|out|completion)(?: tokens?)?(?: price| cost| pricing| rate)?)", ("price-output",)),
    ("money", r"(?:price )?(?:prompt )?cach(?:ed|e|ing)(?: input)?(?: hits?| reads?)?(?: tokens?)?(?: price| cost)?|cached prompts?", ("price-cached-input",)),
    ("money", r"cache (?:writes?|creation)(?: tokens?)?(?: price| cost)?", ("price-cache-write",)),
    ("money", r"(?:monthly )?(?:price|cost|plan|subscription|fee|pricing)(?: per month| monthly)?|per month|monthly", ("price-monthly",)),
    ("tokens", r"(?:max(?:imum)? |native |supported |token )?(?:input )?(?:context|sequence)(?: window| length| size| limit)?(?: tokens)?|ctx(?: length| len)?|max(?:imum)? input(?: tokens)?|input (?:limit|tokens)|(?:context )?window", ("context-window",)),
    ("tokens", r"max(?:imum)? (?:output|completion|response)(?: tokens| length| size)?|(?:max(?:imum)? )?output (?:limit|tokens|length)|output", ("max-output",)),
    ("tokens", r"(?:pre-?)?train(?:ing|ed)(?: on)?(?: tokens| data(?: size)?| corpus)?|token count|tokens trained(?: on)?|training set size", ("training-tokens",)),
    ("parameters", r"(?:total |model |number of |no\. of )?(?:param(?:eter)?s?|size)(?: size| count)?|#\s?(?:total )?params?|(?:total )?param(?:eter)?s? total", ("parameters",)),
    ("parameters", r"(?:number of )?(?:active|activated)(?: param(?:eter)?s?)?(?: count)?|#\s?activated params?|param(?:eter)?s? active", ("active-parameters",)),
    ("speed", r"(?:output |generation |decode |decoding |inference )?(?:speed|throughput)|(?:output )?tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|tps|t/s|(?:token )?generation|decod(?:e|ing)", ("output-speed",)),
    ("status", r"(?:open[- ]?|public |available )?weights?(?: open| available| released)?|open[- ]weights?(?: model)?", ("open-weights",)),
    ("status", r"open[- ]?source[d]?|source code", ("open-source",)),
    ("status", r"(?:public )?api(?: access| availability| available)?|available (?:via|through) api", ("api-access",)),
    ("status", r"free(?: tier| plan| access| version| to use| of charge)?", ("free-access",)),
    ("licence", r"(?:model |weights? |code )?licen[sc](?:e|ing)(?: type)?", ("open-weights",)),
)  # fmt: skip
UNIT = re.compile(
    r"(?P<percent>%)"
    r"|(?:[(,]| /) ?(?:in )?(?P<scale>K|M|B|T|thousands?|millions?|billions?|trillions?)(?: (?:of )?(?:tokens|tok|parameters|params))?(?:\)|$)"
    r"|(?P<per>\$ ?(?:/|per )|(?:/|per )\s?(?:1 ?)?(?:M|million)(?: tok(?:en)?s?)?\b)|(?P<money>\$|\bUSD\b)"
    r"|[(,] ?(?:in )?(?P<ms>ms|milliseconds)\)?|[(,] ?(?:in )?(?P<s>s|secs?|seconds)(?:\)|$)"
    r"|[(,] ?(?:[\w ]+ )?(?:(?P<min>min(?:ute)?s?)|(?P<hours>h|hrs?|hours)|(?P<days>days)|(?P<bytes>[KMGT]i?B))(?:\)|$)"
    r"|(?P<tps>\b(?i:tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|t/s|tps)\b)",
)
FILLERS = frozenset(
    "the of in on for a an score scores scored accuracy benchmark benchmarks index rate results result test value points max maximum avg"
    " average total usd tokens token per m million model models em acc f1 pass shot cot zero few verified metric overall public full set"
    " and or with without tools price pricing cost".split()
)
# Words of a label that leave it to others to say what is measured.
SILENT = frozenset(
    "score scores result results value values accuracy acc performance points rating elo percentage percent detail details specification"
    " spec specs info information data description figure figures pass em mean avg average overall type price per tokens token cost usd"
    " million rate amount our ours measured reported official number".split()
)
# Labels whose values are conditions of what else stands in the row.
CONDITION_LABELS = {
    "plan": "tier", "tier": "tier", "subscription": "tier", "plan name": "tier", "pricing tier": "tier",
    "mode": "mode", "thinking mode": "mode", "reasoning mode": "mode",
    "effort": "effort", "reasoning effort": "effort", "effort level": "effort", "thinking effort": "effort",
    "attempts": "attempts", "region": "region", "metric": "attempts",
}  # fmt: skip
CONDITION_VALUES = {
    "tier": r"free|plus|pro|team|teams|enterprise|ultra|max|business|premium|standard|starter|basic|individual|go|edu|hobby|personal",
    "effort": r"x-?high|extra high|max(?:imum)?|high|medium|low|minimal|none",
    "mode": r"[a-z][a-z-]+",
    "attempts": r"(?:pass|cons|maj|avg|best|mean)@\d+",
    "region": r"[a-z][a-z .-]+",
}
SPELLINGS = {"maximum": "max", "extra high": "xhigh", "x-high": "xhigh"}
WHEN = re.compile(r"\W*(?:date|when|day|month|year|time|announced)\W*", re.IGNORECASE)
# The stroke between the halves of "Input / Output", not that of "$/1M", "tokens/s" or "w/ tools".
STROKE = re.compile(r"(?<!\bw)(?<![$€£])\s*[/|]\s*(?!(?:1 ?)?(?:M|K|MTok|s|sec|second|month|mo|yr|year|million|task|tokens?|o)\b)")
FOOTNOTE = re.compile(r"(?<=[\w%)])[¹²³⁰⁴-⁹†‡*]+(?=\W*$)|\[\^?\w{1,2}\]|[†‡]|\*+$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: subjects, a metric, conditions, the unit of what stands below, and any words not understood."""

    text: str
    subjects: tuple[str, ...] = ()  # several only where the label is a list of them
    metric: str | None = None
    standard: bool = False  # plainly means a standard metric, which one the value tells
    unknown: bool = False  # names something that the vocabulary lacks
    conditions: dict[str, str] = field(default_factory=dict)
    version: str | None = None
    common: bool = False  # the metric's name is an ordinary word or phrase
    unit: str = ""  # percent, money, per (million tokens), K, M, B, T, ms, s, min, hours, days, MB, GiB, tps
    aside: bool = False  # describes a row without saying whom or what it is about
    silent_anyway: bool = False  # one side of a label of two that only tells conditions

    @property
    def subject(self) -> str | None:
        return self.subjects[0] if self.subjects else None

    @property
    def measured(self) -> bool:
        """Whether the label says what is measured."""
        return self.standard or self.metric is not None

    @property
    def silent(self) -> bool:
        """Whether the label leaves it to others to say what is measured: "Score (%)", "Value", nothing."""
        return "#" not in self.text and set(re.findall(r"[^\W\d_]+", without_unit(self.text).lower())) <= SILENT


def read_label(scene: Scene, vocabulary: Vocabulary) -> Label:
    """What a label's scene names. A metric counts only where it is most of the label."""
    text = scene.text
    named = [m for m in scene.metrics if m.cue is None]
    unknown = any(m.id is None for m in named)
    metric = main_metric(scene, [m for m in named if m.id])
    conditions = {c.key: c.value for c in find_conditions(text) if c.key != "version" or metric}
    subjects, strangers = main_subjects(scene, vocabulary)
    return Label(
        text,
        subjects=subjects,
        metric=metric.id if metric else None,
        standard=is_standard(text),
        unknown=unknown or strangers or (metric is None and any(m.id for m in named)),
        conditions=conditions,
        version=metric.version if metric else None,
        common=metric is not None and all(m.common for m in named if m.id == metric.id),
        unit=unit_of(text),
    )


def main_metric(scene: Scene, named: list[MetricMark]) -> MetricMark | None:
    """The metric that most of a label consists of: of several the one outside brackets, of those the longest."""
    if not named:
        return None
    outside = [m for m in named if scene.bracket(m.start) is None] or named
    first = max(outside, key=lambda m: (not m.common, m.end - m.start))
    rest = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", scene.text[: first.start] + " " + scene.text[first.end :])
    left = [w for w in re.findall(r"[^\W\d_]+", rest) if w.lower() not in FILLERS]
    return first if len(left) <= (1 if first.weak else 3) else None


def main_subjects(scene: Scene, vocabulary: Vocabulary) -> tuple[tuple[str, ...], bool]:
    """The subject of a label, or those it lists, and whether it names somebody unknown.

    A model goes before its maker, and what stands outside brackets before what stands inside.
    """
    marks = [s for s in scene.subjects if not s.pronoun and not s.modifier]
    outside = [s for s in marks if scene.bracket(s.start) is None] or marks
    if any(s.id is None for s in outside):
        return (), True
    things = [s for s in outside if vocabulary.subjects[s.id or ""].kind in ("model", "product")] or outside
    ids = tuple(dict.fromkeys(s.id for s in things if s.id))
    if len(ids) > 1 and not listed(scene, things):
        return (), False
    return ids, False


def listed(scene: Scene, marks: list[SubjectMark]) -> bool:
    """Whether nothing but commas and the like stands between names."""
    gaps = [scene.text[a.end : b.start] for a, b in zip(marks, marks[1:], strict=False)]
    return all(re.fullmatch(r"\s*(?:,|/|&|\+|;|\band\b|\s)+\s*", gap) for gap in gaps)


def label_of(text: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label:
    """What a label names; brackets may be a part of the name: "Codeforces (Percentile)"."""
    label = read_label(see(unmarked(text)), vocabulary)
    if not (label.metric or label.subjects):
        label = whole_name(label, vocabulary)
    if "(" in text:
        flat = read_label(see(re.sub(r"[()]", " ", text)), vocabulary)
        shorter = len(vocabulary.metrics[label.metric].name) if label.metric else 0
        if flat.metric and flat.metric != label.metric and len(vocabulary.metrics[flat.metric].name) > shorter:
            return replace(label, metric=flat.metric, unknown=False)
    return label


def whole_name(label: Label, vocabulary: Vocabulary) -> Label:
    """A label that is a name as a whole, signs and all: "requests/day", "Q&A score"."""
    lookup = name_key(label.text)
    metric, subject = vocabulary.metric_names.entries.get(lookup), vocabulary.subject_names.entries.get(lookup)
    if metric and len(metric.ids) == 1 and metric.fits(label.text.strip()) and len(lookup) > 3:
        return replace(label, metric=metric.ids[0], unknown=False)
    if subject and len(subject.ids) == 1 and subject.fits(label.text.strip()) and len(lookup) > 3:
        return replace(label, subjects=(subject.ids[0],), unknown=False)
    return label


def joined_name(text: str, bases: list[str], vocabulary: Vocabulary) -> str | None:
    """The subject that a label completes the name of: "70B" where all is about "Llama 3.1"; `bases` are ids, the nearest first."""
    said = text.strip(" *_:")
    if not said or len(said.split()) > 3:
        return None
    for base in bases:
        subject = vocabulary.subjects[base]
        for name in (subject.name, *subject.aliases):
            for stem in dict.fromkeys((name, re.sub(r"[- ]\d+(?:\.\d+)?[MBT]\b.*", "", name))):
                entry = vocabulary.subject_names.entries.get(name_key(f"{stem} {said}"))
                if entry and len(entry.ids) == 1:
                    return entry.ids[0]
    return None


def unmarked(text: str) -> str:
    """A text with footnote marks blanked out, as long as before.

    >>> unmarked("Opus 4.6²"), unmarked("GPT-5.4[^1]"), unmarked("τ²-Bench"), unmarked("79.5†")
    ('Opus 4.6 ', 'GPT-5.4    ', 'τ²-Bench', '79.5 ')
    """
    return FOOTNOTE.sub(lambda m: " " * len(m.group()), text)


def unit_of(text: str) -> str:
    """The unit or scale that a label gives for bare numbers, "" if none.

    >>> [unit_of(t) for t in ("Input ($/1M)", "Context (K)", "Params (B)", "TTFT (ms)", "Tokens/sec", "Score (%)", "Price (USD)", "Name")]
    ['per', 'K', 'B', 'ms', 'tps', 'percent', 'money', '']
    >>> [unit_of(t) for t in ("Params / M", "Training time (GPU hours)", "File size (in MB)", "Latency, s", "Input/Output")]
    ['M', 'hours', 'MB', 's', '']
    """
    unit = UNIT.search(text)
    return (unit["scale"] or unit["bytes"] or unit.lastgroup or "") if unit else ""


def without_unit(text: str) -> str:
    """A label without brackets and units.

    >>> without_unit("**Input price** (per 1M tokens):"), without_unit("Output $/1M"), without_unit("Latency, ms")
    ('Input price', 'Output', 'Latency')
    """
    words = re.sub(
        r"\([^)]*\)|\[[^\]]*\]|[*:$€£?†‡]|(?:/|\bper )\s?(?:1 ?)?(?:M\b|million\b|MTok|mtok)(?: tok(?:en)?s?)?|/ ?mo(?:nth)?\b|\bin USD\b|\bUSD\b|, (?:ms|s|K|M|B|GB)$", " ", text
    )
    return re.sub(r"\s+", " ", words).strip(" ,.-–—/")


def halves(text: str) -> tuple[str, str] | None:
    """The two sides of a label of two, in brackets or not.

    >>> halves("Price (Input / Output per 1M tokens)"), halves("Total / active parameters"), halves("Input/Output ($/1M)")
    (('Input', 'Output per 1M tokens'), ('Total', 'active parameters'), ('Input', 'Output'))
    >>> halves("Input ($/1M)"), halves("Speed (tokens/s)"), halves("HLE (w/ tools)"), halves("Context")
    (None, None, None, None)
    """
    for part in (re.sub(r"\([^)]*\)", " ", text), *re.findall(r"\(([^)]*)\)", text)):
        sides = [s.strip(" *") for s in STROKE.split(part)]
        if len(sides) == 2 and all(re.search(r"[^\W\d_]", s) for s in sides):
            return sides[0], sides[1]
    return None


def is_standard(label: str) -> bool:
    """Whether a label plainly means some standard metric.

    >>> [is_standard(t) for t in ("Input", "Context length", "Max output", "Released", "**Open weights?**", "Total Params")]
    [True, True, True, True, True, True]
    >>> [is_standard(t) for t in ("Notes", "Cost to run", "Population", "Team size", "Hidden size", "Files", "Refactor")]
    [False, False, False, False, False, False, False]
    """
    return any(re.fullmatch(pattern, words) for words in wordings(label) for _, pattern, _ in STANDARD)


def wordings(label: str) -> tuple[str, ...]:
    """A label's plain words, with what stands in brackets and without: "Price (input)", "Context (tokens)"."""
    return tuple(dict.fromkeys(without_unit(form).lower() for form in (re.sub(r"[()]", " ", label), label)))


def generic_metric(label: str, vocabulary: Vocabulary, quantity: Quantity | None) -> Metric | None:
    """The standard metric that a plain header such as "Input" or "Released" means for a value below it (None: a date)."""
    words = wordings(label)
    for kind, pattern, ids in STANDARD:
        if kind in ("status", "licence") or (kind == "date") != (quantity is None):
            continue
        if quantity is not None and not suits(quantity, kind, ids, label):
            continue
        if any(re.fullmatch(pattern, w) for w in words):
            return vocabulary.role(*ids)
    return None


def suits(quantity: Quantity, kind: str, ids: tuple[str, ...], label: str) -> bool:
    """Whether a value can be meant by a standard label of a kind."""
    bare = quantity.dimension == "number" and kind in ("tokens", "parameters", "speed", "money")
    if quantity.dimension != kind and not bare:
        return False
    if kind == "speed" and bare:
        return bool(re.search(r"speed|throughput|tok|tps|t/s", label, re.IGNORECASE))
    if kind == "parameters":
        return quantity.scaled or quantity.dimension == "parameters"
    if kind == "tokens" and bare:
        return quantity.scaled or low(quantity.value) >= 1000
    if ids == ("price-monthly",):
        return quantity.per == "month" or "month" in label.lower()
    return True


def status_metric(label: str, vocabulary: Vocabulary, kind: str) -> Metric | None:
    """The availability that a plain label means: `kind` is "status" for a yes or no, "licence" for a licence's name."""
    words = wordings(label)
    return next((vocabulary.role(*ids) for k, pattern, ids in STANDARD if k == kind and any(re.fullmatch(pattern, w) for w in words)), None)


def condition_of(header: str, text: str) -> tuple[str, str] | None:
    """The condition that a cell names under a header of conditions, or a header below another (`header` is empty) by itself.

    >>> condition_of("Plan", "Plus"), condition_of("Effort", "xhigh"), condition_of("Reasoning effort", "Max"), condition_of("Model", "Pro")
    (('tier', 'plus'), ('effort', 'xhigh'), ('effort', 'max'), None)
    >>> condition_of("Plan", "ask sales"), condition_of("Metric", "pass@1"), condition_of("Metric", "EM")
    (None, ('attempts', 'pass@1'), None)
    """
    key = CONDITION_LABELS.get(without_unit(header).lower())
    said = text.strip(" *_").lower()
    if not header and re.fullmatch(CONDITION_VALUES["effort"], said):
        key = "effort"
    if not header and re.fullmatch(r"(?:non-)?(?:thinking|reasoning)|instant", said):
        key = "mode"
    if key and re.fullmatch(CONDITION_VALUES[key], said):
        return key, SPELLINGS.get(said, said)
    return None
