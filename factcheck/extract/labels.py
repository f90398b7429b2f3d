"""Short texts that name what stands beside or below them: table headers, row labels, "Input:" before a price, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.extract.conditions import find_conditions
from factcheck.extract.fitting import low
from factcheck.extract.quantities import Quantity
from factcheck.extract.scene import Scene
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric

# Headers that name no metric of the vocabulary but plainly mean a standard one, by the kind of value below them.
GENERIC: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("date", r"(?:release|launch|announcement)(?: date)?|(?:date )?(?:released|launched|announced)|released?(?: on)?", ("release-date",)),
    ("date", r"(?:[\w-]+ ){0,3}cut-?offs?(?: date)?|training data until|knowledge", ("knowledge-cutoff",)),
    ("money", r"(?:price |cost )?(?:per 1?m )?(?:input|in|prompt)(?: tokens?| price| cost| pricing)?", ("price-input",)),
    ("money", r"(?:price |cost )?(?:per 1?m )?(?:output|out|completion)(?: tokens?| price| cost| pricing)?", ("price-output",)),
    ("money", r"cach(?:ed|e)(?: input| hits?| reads?)?(?: price)?", ("price-cached-input",)),
    ("money", r"(?:monthly )?(?:price|cost|plan|subscription)(?: per month|/month|/mo)?|per month", ("price-monthly",)),
    ("tokens", r"(?:max(?:imum)? )?(?:input )?context(?: window| length| size)?(?: tokens)?|ctx", ("context-window",)),
    ("tokens", r"max(?:imum)? (?:output|completion)(?: tokens)?|output (?:limit|tokens)", ("max-output",)),
    ("tokens", r"training (?:tokens|data)|token count", ("training-tokens",)),
    ("parameters", r"(?:total |model |number of )?(?:param(?:eter)?s?|size)(?: size| count)?|total|#\s?(?:total )?params?", ("parameters",)),
    ("parameters", r"(?:active|activated)(?: param(?:eter)?s?)?|#\s?activated params?", ("active-parameters",)),
    ("speed", r"(?:output )?(?:speed|throughput)|tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?", ("output-speed",)),
)
UNIT = re.compile(
    r"(?P<percent>%)|\((?:in )?(?P<scale>K|M|B|T|thousands?|millions?|billions?|trillions?)(?: tokens| parameters| params)?\)|(?P<money>\$|USD)|(?P<ms>\(ms\))|(?P<s>\((?:s|sec|seconds)\))|(?P<tps>tok(?:en)?s?/s|t/s)"
    r"|(?P<per>(?:/|per )\s?(?:1 ?)?(?:M|million)(?: tok(?:en)?s?)?)",
)
FILLERS = frozenset(
    ["the", "of", "in", "on", "for", "a", "an", "score", "scores", "scored", "accuracy", "benchmark", "benchmarks", "index", "rate", "results", "result", "test", "value", "points", "max", "maximum", "avg", "average", "total", "usd", "tokens", "token", "per", "m", "million", "model", "models", "em", "acc", "f1", "pass", "shot", "cot", "zero", "few", "verified", "metric", "overall", "public", "full", "set", "and", "or", "with", "without", "tools", "price", "pricing", "cost"]
)


WHEN = re.compile(r"\W*(?:date|when|day|month|year|time|announced)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: a subject, a metric, conditions, the unit of what stands below, and any words not understood."""

    text: str
    subject: str | None = None
    subjects: tuple[str, ...] = ()
    metric: str | None = None
    unknown: bool = False  # names something that the vocabulary lacks
    conditions: dict[str, str] = field(default_factory=dict)
    version: str | None = None
    common: bool = False  # the metric's name is an ordinary word or phrase
    unit: str = ""  # percent, money, million (tokens), K, M, B, T, ms, s, tps

    @property
    def empty(self) -> bool:
        return not self.text.strip()


def read_label(scene: Scene, vocabulary: Vocabulary) -> Label:
    """What a label's scene names. A metric counts only where it is most of the label."""
    text = scene.text
    subjects = [s for s in scene.subjects if not s.pronoun and not s.modifier]
    known = [s.id for s in subjects if s.id]
    named = [m for m in scene.metrics if m.cue is None]
    metric, version = None, None
    unknown = any(m.id is None for m in named)
    full = [m for m in named if m.id]
    if full:
        # of several names, the one outside brackets, else the first
        outside = [m for m in full if scene.bracket(m.start) is None] or full
        first = max(outside, key=lambda m: (not m.common, m.end - m.start))
        rest = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text[: first.start] + " " + text[first.end :])
        left = [w for w in re.findall(r"[^\W\d_]+", rest) if w.lower() not in FILLERS]
        if len(left) <= (3 if not first.weak else 1):
            metric, version = first.id, first.version
        else:
            unknown = True
    conditions = {c.key: c.value for c in find_conditions(text) if c.key != "version" or metric}
    unit = UNIT.search(text)
    return Label(
        text,
        subject=known[0] if len(set(known)) == 1 else None,
        subjects=tuple(dict.fromkeys(i for i in known if i)),
        metric=metric,
        unknown=unknown or any(s.id is None for s in subjects),
        conditions=conditions,
        version=version,
        common=metric is not None and all(m.common for m in full if m.id == metric),
        unit=(unit["scale"] or unit.lastgroup or "") if unit else "",
    )


def generic_metric(label: str, vocabulary: Vocabulary, quantity: Quantity | None) -> Metric | None:
    """The standard metric that a plain header such as "Input" or "Released" means for a value below it (None: a date)."""
    words = re.sub(r"\([^)]*\)|\[[^\]]*\]|\*|:|\$|/\s?(?:1?M|million)\b.*|per (?:1?M|million)\b.*", " ", label).strip().lower()
    words = re.sub(r"\s+", " ", words)
    for kind, pattern, ids in GENERIC:
        if (kind == "date") != (quantity is None):
            continue
        if quantity is not None:
            ok = quantity.dimension == kind or (quantity.dimension == "number" and kind in ("tokens", "parameters", "speed", "money"))
            if not ok or (kind == "parameters" and not (quantity.scaled or quantity.dimension == "parameters")):
                continue
            if kind == "tokens" and quantity.dimension == "number" and not quantity.scaled and low(quantity.value) < 1000:
                continue
            if ids == ("price-monthly",) and quantity.per != "month" and "month" not in label.lower():
                continue
        if re.fullmatch(pattern, words):
            return vocabulary.role(*ids)
    return None
