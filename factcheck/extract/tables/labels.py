"""Short texts that name what stands beside or below them: table headers, row labels, "Input:" before a price, headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise, permutations

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.columns import NAMES
from factcheck.extract.tables.flavours import MOST, flavour, plain, setting
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import alternatives, joined_name, whole_name
from factcheck.extract.tables.standard_labels import RELATIVE, is_standard, unit_of
from factcheck.extract.voices.conditions import find_conditions
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

FILLERS = frozenset(
    "the of in on for a an score scores scored accuracy benchmark benchmarks index rate results result test value points max maximum avg"
    " average total usd tokens token per m million model models em acc f1 pass shot cot zero few verified metric overall public full set"
    " and or with without tools price pricing cost".split()
)
SIZED = compile_re(r"\W*(?P<name>.*\w)\W?\((?P<size>\d+(?:\.\d+)?[MBT])(?: param(?:eter)?s?)?\)\W*")  # "Aurora 2 (40B)"
# The format of a model's numbers, behind its name.
PRECISION = compile_re(
    r"[\s(,/_-]*(?<![^\W_])(?:(?:BF|FP?|INT|UINT|MXFP|NVFP|NF)-?\d{1,2}(?:_\w+)?|I?Q\d(?:_\w+)?|W\d{1,2}A\d{1,2}|\d{1,2}-?bit|GGUF|AWQ|GPTQ|EXL2|MLX)\b"
    r"(?:[\s(,/+-]*(?:baseline|quant(?:i[sz]ed)?|weights|precision|KV(?: cache)?))*[\s),]*$",
    re.IGNORECASE,
)
TOGETHER = compile_re(r"[\s*]*(?:[-–+&/,|]|,? ?\band\b)[\s*]*")  # between the names of what is measured together
# What is done to a model makes another thing of it: "Aurora 2 + SFT", "Aurora 2 w/o RL".
CHANGED = compile_re(
    r"[\s*_]*(?:\+ ?|w/o?[\s*_]+|with(?:out)?[\s*_]+)[A-Za-z]"
    r"|(?<!Chat)(?<!Chat )(?<!Instruct)(?<!Instruct )[\s*_]*\("  # tuned all the same
    r"(?:(?:our|my|own|the) )*(?:(?i:fine-?tun\w+|distill\w*|retrained|merged|abliterated|from scratch)|SFT|LoRA|DPO|RLHF)\b"
)
TOGETHER_AS = compile_re(r"\b(?:ensemble|combined|combination|merged?|hybrid|pipeline|cascade|router|routing)\b", re.IGNORECASE)
JOINED = compile_re(r"[A-Za-z\d)](?: \+ ?|\+)(?!(?:tools?|search|python|code|CoT|thinking|browsing)\b)[A-Za-z]", re.IGNORECASE)
REPOSITORY = compile_re(r"\W*[\w.-]+/(?P<name>[A-Za-z][\w.]*-(?=[\w.-]*\d)[\w.-]*\w)\W*")  # "some-lab/aurora-2": whose, and its name
PLACED = compile_re(r"\b(?:in|on|via|through|inside|within)(?: the)? $", re.IGNORECASE)  # where it runs: "X in Y"
MADE_OF = compile_re(r"\bmixture[- ]of[- ]$", re.IGNORECASE)  # "Mixture-of-Experts": how something is built, and no number of it
VERSUS = compile_re(r"\W*(?:vs\.?|versus|compar\w+|baselines?|competitors?|others?)\b", re.IGNORECASE)
FOOTNOTE = compile_re(r"(?<=[\w%)])(?<![×x·] 10)(?<![×x·]10)(?<![¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹†‡*]+(?=\W*$)|\[\^?\w{1,2}\]|[†‡]|\*+$")


def read_label(scene: Scene, vocabulary: Vocabulary) -> Label:
    """What a label's scene names. A metric counts only where it is most of the label, and never where it is measured by another row."""
    text = scene.text
    if RELATIVE.search(text) and not any(RELATIVE.search(m.text) for m in scene.metrics):
        return Label(text, unknown=True)
    named = [m for m in scene.metrics if m.cue is None and not text.startswith("=", m.end)]  # "8 GPUs (BS=128)" is a setting
    named = [m for m in named if not MADE_OF.search(text, 0, m.start)]
    unknown = any(m.id is None for m in named)
    metric = main_metric(scene, [m for m in named if m.id]) if not together(scene, named) else None
    names = [(s.start, s.end) for s in scene.subjects if s.id]
    found = [c for c in find_conditions(text) if (c.key != "version" or metric) and c.key not in ("hardware", "round")]
    found = [c for c in found if c.key != "version" or not any(a <= c.start and c.end <= b for a, b in names)]
    subjects, strangers = main_subjects(scene, vocabulary)
    return Label(
        text,
        subjects=subjects,
        metric=metric.id if metric else None,
        standard=is_standard(text),
        unknown=unknown or strangers or (metric is None and any(m.id for m in named)),
        conditions={c.key: c.value for c in found},
        version=metric.version if metric else None,
        flavour=beside(scene, metric, [(c.start, c.end) for c in found], vocabulary) if metric else setting(text),
        common=metric is not None and all(m.common for m in named if m.id == metric.id),
        unit=unit_of(text),
    )


def beside(scene: Scene, metric: MetricMark, taken: list[tuple[int, int]], vocabulary: Vocabulary) -> str:
    """The flavour of a label's metric. Where brackets hold the metric, what stands before them only describes it."""
    entry = vocabulary.metrics[metric.id or ""]
    taken += [(m.start, m.end) for m in scene.metrics if m.id == metric.id] + [(s.start, s.end) for s in scene.subjects]
    taken += [(a, b + 1) for a, b in scene.brackets if any(a < s.start < b for s in scene.subjects)]  # "(cheaper than S)"
    if span := scene.bracket(metric.start):
        taken += [(0, span[0]), (span[1], len(scene.text))]
    return flavour(scene.text, taken, (entry.name, *entry.aliases))


def together(scene: Scene, named: list[MetricMark]) -> bool:
    """Whether a label is of several metrics together ("A-B", "A + B"), and so of none of them."""
    apart = [m for m in named if not m.common and scene.bracket(m.start) is None]
    pairs = ((a, b) for a, b in permutations(apart, 2) if a.end <= b.start and (a.id != b.id or a.id is None))
    return any(TOGETHER.fullmatch(scene.text, a.end, b.start) for a, b in pairs)


def main_metric(scene: Scene, named: list[MetricMark]) -> MetricMark | None:
    """The metric that most of a label consists of: of several a proper name, outside brackets, of those the longest."""
    if not named:
        return None
    first = max(named, key=lambda m: (not m.common, scene.bracket(m.start) is None, m.end - m.start))
    rest = patterns.sub(r"\([^)]*\)|\[[^\]]*\]", " ", scene.text[: first.start] + " " + scene.text[first.end :])
    left = [w for w in patterns.findall(r"[^\W\d_]+", rest) if w.lower() not in FILLERS]
    return first if len(left) <= (1 if first.weak else 3) else None


def main_subjects(scene: Scene, vocabulary: Vocabulary) -> tuple[tuple[str, ...], bool]:
    """The subject of a label, or those it lists, and whether it names somebody unknown.

    A model goes before its maker, what stands outside brackets before what stands inside, and a thing before where it runs.
    """
    marks = [s for s in scene.subjects if not s.pronoun and not s.modifier]
    if any(c.start <= len(scene.text) - len(scene.text.lstrip(" *_")) for c in scene.comparings):  # "vs S": set against it
        return (), False
    outside = [s for s in marks if scene.bracket(s.start) is None] or marks
    if any(s.id is None for s in outside):
        return (), True
    things = [s for s in outside if vocabulary.subjects[s.id or ""].kind in ("model", "product")] or outside
    things = [s for i, s in enumerate(things) if not (i and PLACED.search(scene.text, things[i - 1].end, s.start))]
    ids = tuple(dict.fromkeys(s.id for s in things if s.id))
    if len(ids) > 1 and not listed(scene, things):
        return (), False
    return ids, False


def listed(scene: Scene, marks: list[SubjectMark]) -> bool:
    """Whether nothing but commas and the like stands between names."""
    gaps = [scene.text[a.end : b.start] for a, b in pairwise(marks)]
    return all(patterns.fullmatch(r"\s*(?:,|/|&|\+|;|\band\b|\s)+\s*", gap) for gap in gaps)


def is_setting(header: Label) -> bool:
    """Whether a header only says where or how something was measured: "RTX 4090" above "64 t/s"."""
    if VERSUS.match(header.text):
        return False
    known = header.subjects or header.measured or header.silent or header.conditions or header.flavour
    return not known and not NAMES.fullmatch(header.text.strip()) and len(header.text.split()) <= MOST


def label_of(text: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label:
    """What a label names; brackets may be a part of the name: "Codeforces (Percentile)"."""
    if repository := REPOSITORY.fullmatch(text):
        return replace(label_of(repository["name"], see, vocabulary), text=text)
    scene = see(unmarked(text))
    label = read_label(scene, vocabulary)
    if len(label.subjects) > 1 and TOGETHER_AS.search(text):
        return replace(label, subjects=(), unknown=True)
    if len(label.subjects) == 1 and not label.metric and changed(scene):
        return replace(label, subjects=(), unknown=True)
    if several := alternatives(text, vocabulary):
        return replace(label, subjects=several, unknown=False)
    name, conditions = apart(text)
    if conditions and not label.metric:
        alone = label_of(name, see, vocabulary)
        if not label.subjects or alone.subjects == label.subjects:
            return replace(alone, text=text, conditions={**conditions, **alone.conditions}, unknown=not alone.subjects)
    if label.metric and all(vocabulary.subjects[i].kind == "organisation" for i in label.subjects):
        label = replace(label, subjects=())  # who measures: "Epoch GPQA"
    if not label.subjects:
        label = whole_name(label, vocabulary)
    if (sized := SIZED.fullmatch(text)) and (member := joined_name(sized["size"], list(label.subjects), vocabulary)):
        return replace(label, subjects=(member,), unknown=False)
    if "(" in text:
        flat = read_label(see(patterns.sub(r"[()]", " ", text)), vocabulary)
        shorter = len(vocabulary.metrics[label.metric].name) if label.metric else 0
        if flat.metric and flat.metric != label.metric and len(vocabulary.metrics[flat.metric].name) > shorter:
            return replace(label, metric=flat.metric, flavour=flat.flavour, unknown=False)
    return label


def changed(scene: Scene) -> bool:
    """Whether a name goes on to what was done to the thing, in words that are no condition."""
    last = max((s.end for s in scene.subjects if s.id), default=0)
    return CHANGED.match(scene.text, last) is not None and not find_conditions(scene.text[last:])


def made_of(scene: Scene, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """Whom a text means that joins a name to others by a plus, "61% (S + SFT)": the one so called, else nobody; None if it joins none."""
    named = next(s for s in scene.subjects if s.id)
    start, end = scene.bracket(named.start) or (0, len(scene.text))
    whole = scene.text[start:end].strip("()[] *_")
    if not JOINED.search(whole) or find_conditions(whole):
        return None
    entry = vocabulary.subject_names.entries.get(name_key(whole))
    return tuple(entry.ids) if entry and len(entry.ids) == 1 else ()


def apart(text: str) -> tuple[str, dict[str, str]]:
    """A name and, as a condition, the number format or quantisation behind it.

    >>> apart("Tern-7B Q4_K_M"), apart("70B BF16 (baseline)"), apart("Q8_0"), apart("Aurora 2")
    (('Tern-7B', {'variant': 'q4_k_m'}), ('70B', {'variant': 'bf16 baseline'}), ('Q8_0', {}), ('Aurora 2', {}))
    """
    m = PRECISION.search(text)
    name = text[: m.start()].strip() if m else ""
    return (name, {"variant": plain(text[m.start() :])}) if m and name else (text, {})


def within_name(header: Label, metric: Metric) -> bool:
    """Whether a header is nothing but words of a metric's name: "Leaderboard score" below a sentence on the "X Leaderboard"."""
    said = set(patterns.findall(r"[^\W\d_]+", header.text.lower())) - FILLERS
    return bool(said) and any(said <= set(patterns.findall(r"[^\W\d_]+", name.lower())) for name in (metric.name, *metric.aliases))


def unmarked(text: str) -> str:
    """A text with footnote marks blanked out, as long as before.

    >>> unmarked("Opus 4.6²"), unmarked("GPT-5.4[^1]"), unmarked("τ²-Bench"), unmarked("79.5†")
    ('Opus 4.6 ', 'GPT-5.4    ', 'τ²-Bench', '79.5 ')
    """
    return FOOTNOTE.sub(lambda m: " " * len(m.group()), text)
