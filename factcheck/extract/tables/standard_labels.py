"""Labels that plainly mean a standard metric, a unit, a pair or a condition, whatever the vocabulary holds: "Input ($/1M)"."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck import patterns
from factcheck.extract.forms.fitting import low
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.tables.flavours import PRICED_BESIDE
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# Labels that name no metric of the vocabulary but plainly mean a standard one, by the kind of value that belongs to them.
STANDARD: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "date",
        r"(?:initial |first |official |public |model )?(?:release|launch)(?: date| year| day)?"
        r"|(?:date )?(?:released|launched)|released?(?: on)?|date of release|available since",
        ("release-date",),
    ),
    (
        "date",
        r"(?:date |year )?(?:founded|established|incorporated)(?: in| on)?|(?:date|year) of foundation|founding(?: date| year)?",
        ("founding-date",),
    ),
    ("date", r"announced(?: on)?|announcement(?: date)?|date announced", ("announcement-date", "release-date")),
    (
        "date",
        r"(?:[\w-]+ ){0,3}cut-?offs?(?: date)?|training data|knowledge"
        r"|(?:training )?data (?:until|up to|through|to)|trained (?:until|up to|through)",
        ("knowledge-cutoff",),
    ),
    (
        "money",
        r"(?:price )?(?:prompt |context )?cach(?:ed|e|ing)(?: input)?(?: hits?| reads?)?(?: tokens?)?(?: price| cost)?|cached prompts?"
        r"|input(?: tokens?| price| cost)?,? cache (?:hits?|reads?)",
        ("price-cached-input",),
    ),
    (
        "money",
        r"(?:(?:api |token )?(?:price|cost|pricing) )?(?:for )?(?:text )?(?:input|in|prompt)(?: tokens?)?(?: price| cost| pricing| rate)?",
        ("price-input",),
    ),
    (
        "money",
        r"(?:(?:api |token )?(?:price|cost|pricing) )?(?:for )?(?:text )?(?:output|out|completion)"
        r"(?: tokens?)?(?: price| cost| pricing| rate)?",
        ("price-output",),
    ),
    ("money", r"cache (?:writes?|creation)(?: tokens?)?(?: price| cost)?", ("price-cache-write",)),
    (
        "money",
        r"(?:monthly )?(?:price|cost|plan|subscription|fee|pricing)(?: per month| monthly)?|per month|monthly",
        ("price-monthly",),
    ),
    (
        "tokens",
        r"(?:max(?:imum)? |native |supported |token )?(?:input )?(?:context|seq(?:uence)?\.?)(?: window| length| size| limit)?(?: tokens)?"
        r"|ctx(?: length| len)?|max(?:imum)? (?:input(?: tokens)?|length)|input (?:limit|tokens)|(?:context )?window",
        ("context-window",),
    ),
    (
        "time",
        r"(?:max(?:imum)?|longest) (?:(?:video|clip) )?(?:length|duration)|longest (?:clip|video)s?|max(?:imum)? (?:clip|video)s?",
        ("max-video-length", "clip-length"),
    ),
    (
        "tokens",
        r"max(?:imum)? (?:output|completion|response)(?: tokens| length| size)?"
        r"|(?:max(?:imum)? )?output (?:limit|tokens|length)|output",
        ("max-output",),
    ),
    (
        "tokens",
        r"(?:total |number of |#\s?(?:of )?)?(?:pre-?)?train(?:ing|ed)?(?: on)?(?: tokens| (?:data )?size| data| corpus)?"
        r"|(?:total |number of |#\s?)?tokens (?:seen(?: in training)?|trained(?: on)?|(?:during|in|for) (?:pre-?)?training)"
        r"|token count|#? ?tokens|training set size",
        ("training-tokens",),
    ),
    (
        "parameters",
        r"(?:total |model |number of |no\. of )?(?:param(?:eter)?s?|sizes?)(?: size| count)?"
        r"|#\s?(?:total )?params?|#\s?tp|(?:total )?param(?:eter)?s? total|total ?/ ?activ(?:e|ated)(?: param(?:eter)?s?)?",
        ("parameters",),
    ),
    (
        "parameters",
        r"(?:number of )?(?:active|activated)(?: param(?:eter)?s?)?(?: count)?(?: per token)?"
        r"|#\s?activ(?:e|ated) params?|#\s?ap|param(?:eter)?s? active",
        ("active-parameters",),
    ),
    (
        "number",
        r"(?:number of |no\. of |#\s?)?(?:active|activated|selected|routed|chosen)(?: routed)? experts(?: per token)?"
        r"|(?:number of |#\s?)?experts (?:active|activated|selected|used)?(?: ?per token)|(?:router )?top-?k experts",
        ("active-experts",),
    ),
    (
        "bytes",
        r"(?:model |file |download |disk |on-?disk |weights? |checkpoint |onnx |gguf )*(?:file )?size(?: on disk)?"
        r"|disk (?:space|usage)|download|(?:model |gguf |q[2-8]\w* |quanti[sz]ed )files?",
        ("model-file-size",),
    ),
    (
        "bytes",
        r"(?:min(?:imum)? |required |peak |max(?:imum)? )*(?:vram|(?:gpu|graphics|video)[ -](?:vram|ram|memory))"
        r"(?: (?:usage|use|used|required|needed|requirements?|footprint|consumption))?",
        ("vram",),
    ),
    (
        "speed",
        r"(?:output |generation |decode |decoding |inference )?(?:speed|throughput)"
        r"|(?:output )?tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|tps|t/s|(?:token |text )?gen(?:eration)?|decod(?:e|ing)"
        r"|eval(?:uation)?(?: rate)?"
        r"|tg ?\d*(?: ?@ ?d\d+)?",
        ("output-speed",),
    ),
    (
        "speed",
        r"(?:prompt|pre-?fill(?:ing)?|input)(?: (?:processing|eval(?:uation)?))?(?: (?:speed|throughput|rate))?|pp ?\d*(?: ?@ ?d\d+)?",
        ("prefill-speed",),
    ),
    (
        "status",
        r"(?:open[- ]?|public |available )?weights?(?: open| available| released| availability| access)?|open[- ]weights?(?: model)?",
        ("open-weights",),
    ),
    ("status", r"open[- ]?sourced?|source code", ("open-source",)),
    ("status", r"(?:public )?api(?: access| availability| available)?|available (?:via|through) api", ("api-access",)),
    ("status", r"free(?: tier| plan| access| version| to use| of charge)?", ("free-access",)),
    ("licence", r"(?:model |weights? |code )?licen[sc](?:e|ing)(?: type)?", ("open-weights",)),
)
# What is given in relation to another row: "rel. cost", "Speed (relative)", "Price relative to X".
RELATIVE = compile_re(r"\brel(?:ative(?:ly)?\b|\.)", re.IGNORECASE)
FEWEST = 100_000_000  # tokens that a model is trained on
UNIT = compile_re(
    r"(?P<percent>%)"
    r"|(?:[(,]| /) ?(?:in )?(?P<scale>K|M|B|T|(?i:thousands?|millions?|billions?|trillions?))"
    r"(?: (?:of )?(?:tokens|tok|parameters|params))?(?:\)|$)"
    r"|(?P<per_k>(?:\$ ?)?(?:/|per )\s?(?:1 ?K\b|1,?000\b|thousand\b))"
    r"|(?P<per>\$ ?(?:/|per )|(?:/|per )\s?(?:1 ?)?(?:M|million)(?: tok(?:en)?s?)?\b)|(?P<money>\$|\bUSD\b)"
    r"|[(,] ?(?:in )?(?P<ms>ms|milliseconds)\)?|[(,] ?(?:in )?(?P<s>s|secs?|seconds)(?:\)|$)"
    r"|[(,] ?(?:[\w ]+ )?(?:(?P<min>min(?:ute)?s?)|(?P<hours>h|hrs?|hours)|(?P<days>days)|(?P<bytes>[KMGT]i?B))(?:\)|$)"
    r"|(?P<tps>\b(?i:tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|t/s|tps)\b)",
)
# Labels whose values are conditions of what else stands in the row.
CONDITION_LABELS = {
    "plan": "tier", "tier": "tier", "subscription": "tier", "plan name": "tier", "pricing tier": "tier",
    "mode": "mode", "thinking mode": "mode", "reasoning mode": "mode",
    "effort": "effort", "reasoning effort": "effort", "effort level": "effort", "thinking effort": "effort",
    "attempts": "attempts", "region": "region", "metric": "attempts",
}  # fmt: skip
STAGE = compile_re(
    r"(?P<stage>(?:base )?pre-?trained|base|post-?trained|(?:instruction|fine)[ -]tuned|instruct|chat|quanti[sz]ed|distilled) models?"
)
CUTOFF = compile_re(r"(?P<of>training data|data|(?:most )?reliable knowledge|training|world knowledge) cut-?offs?(?: date)?")
CONDITION_VALUES = {
    "tier": r"free|plus|pro|team|teams|enterprise|ultra|max|business|premium|standard|starter|basic|individual|go|edu|hobby|personal",
    "effort": r"x-?high|extra high|max(?:imum)?|high|medium|low|minimal|none",
    "mode": r"[a-z][a-z-]+",
    "attempts": r"(?:pass|cons|maj|avg|best|mean)@\d+",
    "region": r"[a-z][a-z .-]+",
}
SPELLINGS = {"maximum": "max", "extra high": "xhigh", "x-high": "xhigh"}
WHEN = compile_re(r"\W*(?:date|when|day|month|year|time|announced)\W*", re.IGNORECASE)
# The stroke between the halves of "Input / Output", not that of "$/1M", "tokens/s" or "w/ tools".
STROKE = compile_re(r"(?<!\bw)(?<![$€£])\s*[/|]\s*(?!(?:1 ?)?(?:M|K|MTok|s|sec|second|month|mo|yr|year|million|task|tokens?|o)\b)")

UNITS = compile_re(
    r"\([^)]*\)|\[[^\]]*\]|[*:$€£?†‡]|(?:/|\bper )\s?(?:(?:1 ?)?(?:M\b|million\b|MTok|mtok)|1 ?K\b|1,?000\b|thousand\b)(?: tok(?:en)?s?)?"
    r"|/ ?mo(?:nth)?\b|\bin USD\b|\bUSD\b|, (?:ms|s|K|M|B|GB)$"
)


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
    words = UNITS.sub(" ", text)
    return patterns.sub(r"\s+", " ", words).strip(" ,.-–—/")


def halves(text: str, count: int = 2) -> tuple[str, ...] | None:
    """The two sides of a label of two, or of so many, in brackets or not.

    >>> halves("Price (Input / Output per 1M tokens)"), halves("Total / active parameters"), halves("Input/Output ($/1M)")
    (('Input', 'Output per 1M tokens'), ('Total', 'active parameters'), ('Input', 'Output'))
    >>> halves("Input ($/1M)"), halves("Speed (tokens/s)"), halves("HLE (w/ tools)"), halves("Context")
    (None, None, None, None)
    """
    text = text.replace(", ", " ")
    for part in (patterns.sub(r"\([^)]*\)", " ", text), *patterns.findall(r"\(([^)]*)\)", text)):
        sides = [s.strip(" *") for s in STROKE.split(part)]
        if len(sides) == count and all(patterns.search(r"[^\W\d_]", s) for s in sides):
            return tuple(sides)
    return None


@lru_cache(maxsize=1_000)
def is_standard(label: str) -> bool:
    """Whether a label plainly means some standard metric.

    >>> [is_standard(t) for t in ("Input", "Context length", "Max output", "Released", "**Open weights?**", "Total Params")]
    [True, True, True, True, True, True]
    >>> [is_standard(t) for t in ("Notes", "Cost to run", "Population", "Team size", "Hidden size", "Files", "Refactor")]
    [False, False, False, False, False, False, False]
    """
    if any(patterns.fullmatch(pattern, words) for words in wordings(label) for _, pattern, _ in STANDARD):
        return True
    pair = halves(label)  # "Input / output per 1M"
    return pair is not None and all(map(is_standard, pair))


@lru_cache(maxsize=1_000)
def wordings(label: str) -> tuple[str, ...]:
    """A label's plain words, with what stands in brackets and without: "Price (input)", "Context (tokens)"; none of a relative figure's."""
    if RELATIVE.search(label):
        return ()
    label = PRICED_BESIDE.sub("", label)
    forms = (patterns.sub(r"[()]", " ", label), label, patterns.sub(r"(?<=\w)[-_](?=\w)", " ", label))
    return tuple(dict.fromkeys(without_unit(form).lower() for form in forms))


def generic_metric(label: str, vocabulary: Vocabulary, quantity: Quantity | None) -> Metric | None:
    """The standard metric that a plain header such as "Input" or "Released" means for a value below it (None: a date)."""
    words = wordings(label)
    for kind, pattern, ids in STANDARD:
        if kind in ("status", "licence") or (kind == "date") != (quantity is None):
            continue
        if quantity is not None and not suits(quantity, kind, ids, label):
            continue
        if any(patterns.fullmatch(pattern, w) for w in words):
            return vocabulary.role(*ids)
    return None


def suits(quantity: Quantity, kind: str, ids: tuple[str, ...], label: str) -> bool:
    """Whether a value can be meant by a standard label of a kind."""
    bare = quantity.dimension == "number" and kind in ("tokens", "parameters", "speed", "money")
    if quantity.dimension != kind and not bare:
        return False
    if kind == "speed" and bare:
        return bool(patterns.search(r"speed|throughput|tok|tps|t/s|^\W*(?:tg|pp) ?\d", label, re.IGNORECASE))
    if kind == "parameters":
        return quantity.scaled or quantity.dimension == "parameters"
    if ids == ("training-tokens",) and low(quantity.value) < FEWEST:
        return False  # other tokens than those of a training
    if kind == "tokens" and bare:
        return quantity.scaled or low(quantity.value) >= 1000
    if ids == ("price-monthly",):
        return quantity.per == "month" or "month" in label.lower()
    return True


def status_metric(label: str, vocabulary: Vocabulary, kind: str) -> Metric | None:
    """The availability that a plain label means: `kind` is "status" for a yes or no, "licence" for a licence's name."""
    words = wordings(label)
    return next(
        (vocabulary.role(*ids) for k, pattern, ids in STANDARD if k == kind and any(patterns.fullmatch(pattern, w) for w in words)), None
    )


def condition_of(header: str, text: str) -> tuple[str, str] | None:
    """The condition that a cell names under a header of conditions, or a header below another (`header` is empty) by itself.

    >>> condition_of("Plan", "Plus"), condition_of("Effort", "xhigh"), condition_of("Reasoning effort", "Max"), condition_of("Model", "Pro")
    (('tier', 'plus'), ('effort', 'xhigh'), ('effort', 'max'), None)
    >>> condition_of("Plan", "ask sales"), condition_of("Metric", "pass@1"), condition_of("Metric", "EM")
    (None, ('attempts', 'pass@1'), None)
    >>> condition_of("", "Base models"), condition_of("", "Instruction tuned models"), condition_of("", "Open models")
    (('variant', 'base'), ('variant', 'instruction-tuned'), None)
    """
    key = CONDITION_LABELS.get(without_unit(header).lower())
    said = text.strip(" *_").lower()
    if not header and patterns.fullmatch(CONDITION_VALUES["effort"], said):
        key = "effort"
    if not header and patterns.fullmatch(r"(?:non-)?(?:thinking|reasoning)|instant", said):
        key = "mode"
    if not header and (stage := STAGE.fullmatch(said)):
        return "variant", stage["stage"].replace(" tuned", "-tuned")
    if key and patterns.fullmatch(CONDITION_VALUES[key], said):
        return key, SPELLINGS.get(said, said)
    return None
