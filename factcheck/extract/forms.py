"""Metrics that the words right beside a figure settle, whatever else the sentence names: "37B active", "$3 in / $15 out", "64K output".

A frame is what must stand right before a quantity and right after its number. The first frame that holds wins; the metric is one of
the standard ones (see docs/reading.md), if the ledger has it and the quantity can be a value of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.extract.fitting import fit, low
from factcheck.extract.quantity import Dimension, Quantity
from factcheck.extract.sentence import Sentence
from factcheck.ledger.model import Metric


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before a quantity with its hedge, and after its number; `least` is the smallest number it can speak of."""

    name: str
    dimensions: tuple[Dimension, ...]
    metrics: tuple[str, ...]
    before: str = ""
    after: str = ""
    least: float = 0
    per: tuple[str | None, ...] = (None, "million", "thousand", "token")  # of money


SIZES: tuple[Dimension, ...] = ("parameters", "number")
TOKENS: tuple[Dimension, ...] = ("tokens", "number")
MONEY: tuple[Dimension, ...] = ("money",)
LINK = (
    r"(?:[ *]|\b(?:of|is|are|was|at|to|with|only|just|a|an|the|its|about|around|roughly|nearly|each"
    r"|costs?|priced|tokens?|prices?|pricing|for)\b|[:=—–(])*"
)
ACTIVE = r"(?:active|activated|activations?|activates?|activating)"
PARAMS = r"(?:param(?:eter)?s?)"
PER_TOKENS = r"(?:[ *]*(?:/|per|for|for every|each|a) ?(?:1 ?)?(?:M|m|million|MTok|1K|K|thousand|1,000,000|1,000)?\b)?"
MOVED = (
    r"(?:rose|fell|jumped|dropped|slid|surged|climbed|sank|tumbled|soared|plunged|gained|lost|slipped"
    r"|rallied|plummeted|(?:were|was|are|is) (?:up|down))"
)

FRAMES: tuple[Frame, ...] = (
    Frame("effective", SIZES, ("effective-parameters",), "", r"[ -]effective\b", 1e6),
    Frame(
        "active after",
        SIZES,
        ("active-parameters",),
        "",
        rf"[ -]*(?:{PARAMS} )?(?:(?:are|is|being) )?(?:only )?{ACTIVE}\b(?! (?:\w+ )?(?:users?|developers?"
        r"|customers?|subscribers?|installs?|accounts?|people|experts))",
        1e6,
    ),
    Frame("total after", SIZES, ("parameters",), "", rf"[ -](?:(?:in )?total\b|{PARAMS} in total\b)(?! tokens)", 1e6),
    Frame("active before", SIZES, ("active-parameters",), rf"\b{ACTIVE}(?: {PARAMS}| size)?(?: per token)?{LINK}", "", 1e6),
    Frame(
        "total before",
        SIZES,
        ("parameters",),
        rf"\b(?:total|overall)(?: {PARAMS}| size| model size)?{LINK}",
        r"(?! ?\w*[ -]?tokens?\b)",
        1e6,
    ),
    Frame("dense", SIZES, ("parameters",), "", r"[ -](?:dense|MoE|mixture[ -]of[ -]experts|sparse)\b", 1e6),
    Frame(
        "sizes on offer",
        SIZES,
        ("parameters",),
        "",
        r"(?:,? (?:and |or )?\d[\d.]*[BMT]\b)* (?:\w+ )?(?:sizes|variants|versions|flavou?rs"
        r"|checkpoints)\b",
        1e6,
    ),
    Frame("parameters", ("parameters",), ("parameters",)),
    Frame("experts", ("number",), ("active-experts",), "", rf" {ACTIVE} experts\b"),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        "",
        r"(?:[ -]tokens?)?(?: of)? (?:max(?:imum)? output\b|output(?: limit| length| cap"
        r"| window)?\b(?! tokens?| speed))",
        1000,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        r"\b(?:generat(?:e|es|ing)|produc(?:e|es|ing)|output(?:s|ting)?|respon(?:d|ses?)|emit"
        rf"|write)(?: with| of)?(?: a maximum of)? up to{LINK}",
        "",
        1000,
    ),
    Frame("context", TOKENS, ("context-window",), "", r"(?:[ -]tokens?)?[ -](?:of )?(?:input )?context\b", 1000),
    Frame(
        "context",
        TOKENS,
        ("context-window",),
        rf"\b(?:inputs?|prompts?|contexts?|sequences|documents)(?: of| with)? up to{LINK}",
        r"(?:[ -]tokens?)\b",
        1000,
    ),
    Frame("cached input", MONEY, ("price-cached-input",), "", rf"{PER_TOKENS}[ *]*(?:for )?cache(?:d|[ -]hits?|[ -]reads?)\b"),
    Frame("cache write", MONEY, ("price-cache-write",), "", rf"{PER_TOKENS}[ *]*(?:for )?cache[ -]writes?\b"),
    Frame(
        "input",
        MONEY,
        ("price-input",),
        "",
        rf"{PER_TOKENS}[ *]*(?:for |on |of )?(?:text )?(?:input|prompt)\b(?![ /]*(?:and|/)[ /]*output)",
    ),
    Frame("output", MONEY, ("price-output",), "", rf"{PER_TOKENS}[ *]*(?:for |on |of )?(?:text )?(?:output|completion)\b"),
    Frame("cached input", MONEY, ("price-cached-input",), rf"\bcache(?:d|[ -]hits?|[ -]reads?)(?: inputs?| prompts?)?{LINK}"),
    Frame("input", MONEY, ("price-input",), rf"\b(?:input|prompt)s?(?: tokens?)?{LINK}"),
    Frame("output", MONEY, ("price-output",), rf"\b(?:output|completion)s?(?: tokens?)?{LINK}"),
    Frame(
        "input",
        MONEY,
        ("price-input",),
        rf"\b(?:input|prompt)s?(?: tokens?)? (?:from|of|on|for|to|with) [\w. -]{{3,30}}? (?:costs?|is|are"
        rf"|at)\b{LINK}",
    ),
    Frame(
        "output",
        MONEY,
        ("price-output",),
        rf"\b(?:output|completion)s?(?: tokens?)? (?:from|of|on|for|with) [\w. -]{{3,30}}? (?:costs?|is|are"
        rf"|at)\b{LINK}",
    ),
    Frame(
        "per month",
        MONEY,
        ("price-monthly",),
        r"\b(?:pay(?:s|ing)?|charg(?:es?|ed|ing)|costs?|starts?|starting|from|at|for|is|are|was|now"
        r"|priced)\b(?: only| just| at| from| as low as)*[ *]*",
        per=("month",),
    ),
    Frame("per second", MONEY, ("price-per-second",), per=("second",)),
    Frame("per minute", MONEY, ("price-per-minute",), per=("minute",)),
    Frame("per hour", MONEY, ("price-per-hour", "price-hourly"), per=("hour",)),
    Frame("per image", MONEY, ("price-per-image",), per=("image",)),
    Frame("per task", MONEY, ("cost-per-task", "price-per-task"), per=("task",)),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        rf"\b(?:shares?|stock(?: price)?)\b[^.;%]{{0,30}}? {MOVED}(?: by| as much as| more than| about"
        r"| nearly| almost)*[ *]*",
        "",
    ),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        "",
        r" (?:drop|fall|jump|rise|surge|decline|gain|plunge|slide) in (?:\w+['’]s? |its "
        r"|the )?(?:\w+['’]s? )?(?:shares?|stock)\b",
    ),
    Frame(
        "cached input discount",
        ("percent",),
        ("cached-input-discount",),
        "",
        r"\s?(?:discount|off|cheaper|less|reduction|savings?)\b[^.;]{0,24}\bcach(?:ed|ing|e)\b",
    ),
    Frame(
        "cached input discount",
        ("percent",),
        ("cached-input-discount",),
        r"\bcach(?:ed|ing|e)\b[^.;]{0,30}",
        r"\s?(?:discount|off|cheaper|less|reduction)\b",
    ),
    Frame("employees", ("number",), ("employees",), r"\bemploy(?:s|ing|ed)[ *]*", r" (?:people|staff|engineers|workers)\b", 2),
)
TOKEN_PRICE = re.compile(r"\btokens?\b|\bmillion\b|\bpric|\bcosts?\b|\bcharg|\bAPI\b|\d ?M\b|/ ?M", re.IGNORECASE)


ON_OFFER = "form: sizes on offer"  # several of them can be true of one family
SIZE_RULES = (ON_OFFER, "size of a model", "size beside a model")


@dataclass(frozen=True, slots=True)
class Settled:
    """A metric that the form of a figure settles, and by which rule."""

    metric: Metric
    rule: str
    weight: float = 8.5


@cache
def compiled() -> tuple[tuple[Frame, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((f, re.compile(f"{f.before}$", re.IGNORECASE), re.compile(f.after, re.IGNORECASE)) for f in FRAMES)


def settled(sentence: Sentence) -> dict[int, Settled]:
    """The metrics that the forms of a sentence's figures settle, by where the quantity starts."""
    found = price_pairs(sentence)
    for quantity in sentence.quantities:
        if quantity.start not in found and (metric := framed(sentence, quantity)):
            found[quantity.start] = metric
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        if first.start not in found and second.start in found and first.dimension == second.dimension and moved(sentence, first, second):
            found[first.start] = found[second.start]
    return parts_of_wholes(sentence, found)


def moved(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are where something came from and where it went: "from $4 to $1 per million input tokens"."""
    between = sentence.scene.text[first.outer_end : second.outer_start]
    return not first.per and re.fullmatch(r"[* ]*(?:to|→|->|-->)[* ]*", between) is not None


def framed(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The first frame that holds of a quantity."""
    text = sentence.scene.text
    for frame, before, after in compiled():
        if quantity.dimension not in frame.dimensions or low(quantity.value) < frame.least:
            continue
        if quantity.dimension == "money" and (quantity.per not in frame.per or quantity.scaled):
            continue
        if not after.match(text, quantity.end) or not before.search(text, max(sentence.start, quantity.outer_start - 60), quantity.start):
            continue
        if (
            quantity.dimension == "money"
            and None in frame.per
            and not quantity.per
            and not TOKEN_PRICE.search(text, sentence.start, sentence.end)
        ):
            continue
        if frame.dimensions is SIZES and frame.least and not speaks_of_sizes(sentence, quantity):
            continue
        metric = sentence.vocabulary.role(*frame.metrics)
        metric = metric and in_currency(sentence, quantity, metric)
        if None not in frame.per and any(
            m.id and m.cue is None and fit(quantity, sentence.vocabulary.metrics[m.id]) for m in sentence.metrics
        ):
            continue  # a name says more than a unit
        if metric and fit(quantity, metric):
            return Settled(metric, f"form: {frame.name}", 8.5 if None in frame.per else 4.9)
    return None


SIZE = re.compile(
    r"[- ](?:(?!models\b)[\w-]+[ -]){0,4}?(?:model|MoE|LLM|transformer|mixture|checkpoint|variant|version|monster|behemoth|giant)\b(?!s)"
)
# Models in general, or what a model is set against: "every 13B model", "most 70B models", "unlike a 7B model".
ANY = re.compile(
    r"\b(?:every|any|most|many|all|some|each|no|another|other|typical|average|like|than|against|unlike|vs\.?|versus|traditional|comparable"
    r"|equivalent|competing|rival|standard|for an?|on an?|of an?|beats? an?|matche?s? an?)(?: (?:the|a"
    r"|an|typical|much|larger|bigger|smaller|new|older))*[ *]*$",
    re.IGNORECASE,
)


NAMED = re.compile(r"(?:,? (?:and |or |to )?\d[\d.]*[BMT])*[ *\"“]+")  # "the 1B and 3B S models"


def size_beside_a_model(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The metric of parameters, where a large number is nothing but a model's size: "a 31B model", "Maverick (400B)", "the 675B Tern"."""
    text = sentence.scene.text
    written = re.search(r"\d[BMT]$|\d[- ](?:b|tr)illion$", text[quantity.start : quantity.end])
    metric = sentence.vocabulary.role("parameters")
    if quantity.dimension not in SIZES or not written or not metric:
        return None
    after, bracket = SIZE.match(text, quantity.end), sentence.scene.bracket(quantity.start)
    alone = (
        bracket is not None
        and not text[bracket[0] + 1 : quantity.outer_start].strip()
        and bool(re.match(r"[),]|-A\d", text[quantity.end :]))
    )
    digits = written.group()[1:] in ("B", "T")
    named = any(quantity.end < s.start and NAMED.fullmatch(text, quantity.end, s.start) for s in sentence.subjects)
    if after and not ANY.search(text, max(sentence.start, quantity.outer_start - 30), quantity.outer_start):
        return Settled(metric, "size of a model")
    if digits and (alone or named):
        return Settled(metric, "size beside a model")
    stated = re.search(r"\b(?:param(?:eter)?s?|size|large)\b", text[sentence.start : sentence.end])
    return (
        Settled(metric, "size in a sentence on sizes")
        if digits and stated and re.search(r"\bat (?:[~a-z]+ )?$", text[: quantity.start])
        else None
    )


def speaks_of_sizes(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a large number is one of parameters: it says so, is written as they are ("70B"), or its sentence names parameters."""
    text = sentence.scene.text
    written = re.search(r"\d[MBT]$", text[quantity.start : quantity.end])
    return quantity.dimension == "parameters" or bool(
        written or re.search(rf"\b{PARAMS}\b|\bMoE\b|\bexperts\b", text[sentence.start : sentence.end])
    )


def in_currency(sentence: Sentence, quantity: Quantity, metric: Metric) -> Metric:
    """The metric for the quantity's own currency, where the ledger has one: "funding-eur" beside "funding"."""
    if quantity.dimension != "money" or quantity.unit == "usd":
        return metric
    return sentence.vocabulary.metrics.get(f"{metric.id}-{quantity.unit}", metric)


OF = re.compile(
    rf"(?:[ -]\w+)??(?:[ -]{ACTIVE})?(?: {PARAMS}| experts)?(?: per token)?[ *]*(?:\(?of which|out of|of)[ *\\]*"
    r"(?:(?:its|the|their|a|an|about|around|roughly|nearly|total|of|over|more than|some|up to)[ *\\]+)*~?",
    re.IGNORECASE,
)
EXPERTS = re.compile(r"\bexperts[ *:]*$", re.IGNORECASE)
BRACKETED = re.compile(r" (?:\w+ )?experts?[ ,(]+(?:with |of which )?(?:only )?")
LABELLED = re.compile(r" (?:in )?total[ ,;/(]+(?:with |of which )?(?:only )?")


def parts_of_wholes(sentence: Sentence, found: dict[int, Settled]) -> dict[int, Settled]:
    """Parameters and experts of which a part is active: "22B of its 235B parameters", "8 of 256 experts", "128 experts (8 active)"."""
    roles = {id_: sentence.vocabulary.role(id_) for id_ in ("parameters", "active-parameters", "experts", "active-experts")}
    text = sentence.scene.text
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        between, after = text[first.end : second.outer_start], text[second.end : second.end + 24]
        if first.dimension not in SIZES or second.dimension not in SIZES:
            continue
        if OF.fullmatch(between):
            pair = sized(first, second, text[first.end : second.end] + after)
            if not pair and re.search(r"\bexperts\b", between + after):
                pair = ("active-experts", "experts")
        elif (
            BRACKETED.fullmatch(between) or (LABELLED.fullmatch(between) and EXPERTS.search(text, sentence.start, first.start))
        ) and re.match(rf" (?:are |is )?(?:{ACTIVE}|selected)\b(?! {PARAMS})", after):
            pair = ("experts", "active-experts")
        else:
            continue
        for quantity, role in zip((first, second), pair or (), strict=False):
            metric = roles[role]
            if metric and fit(quantity, metric):
                found[quantity.start] = Settled(metric, "form: part of a whole")
    return found


def sized(first: Quantity, second: Quantity, words: str) -> tuple[str, str] | None:
    """Whether a part and its whole are numbers of parameters."""
    large = low(first.value) >= 1e6 and low(second.value) >= 1e7
    meant = "parameters" in (first.dimension, second.dimension) or re.search(rf"\b(?:{ACTIVE}|total|{PARAMS})\b", words)
    return ("active-parameters", "parameters") if large and meant else None


PAIR = re.compile(
    r"[*\s]*(?:(?:per|/) ?(?:1?M|million)(?: tokens)?[*\s]*)?(?:in(?:put)?(?: tokens)?)?[*\s]*(?:/|and|,|\|)[*\s]*~?",
)
PAIRED = re.compile(
    r"[*\s]*(?:out(?:put)?\b|(?:per|/)[- ]?(?:1?M|million|MTok)\b|(?:input|prompt) ?/ ?(?:output"
    r"|completion)|(?:for )?input and output|per-token)",
    re.IGNORECASE,
)


def price_pairs(sentence: Sentence) -> dict[int, Settled]:
    """Prices written in pairs, input before output, by where they start: "$5/$25 per million tokens", "$0.50 in / $3 out"."""
    price_in, price_out = sentence.vocabulary.role("price-input"), sentence.vocabulary.role("price-output")
    found: dict[int, Settled] = {}
    if not price_in or not price_out:
        return found
    text = sentence.scene.text
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        between = text[first.end : second.start]
        if first.dimension != "money" or second.dimension != "money" or first.start in found or not PAIR.fullmatch(between):
            continue
        said = re.search(r"\bin(?:put)?\b", between) and re.match(r"[^.;,)]{0,24}\bout(?:put)?\b", text[second.end : second.end + 30])
        slash = "/" in re.sub(r"/ ?(?:1?M|million)", "", between)
        per = second.per == "million" or first.per == "million" or PAIRED.match(text, second.end)
        if (said or (slash and per)) and fit(first, price_in) and fit(second, price_out):
            found[first.start], found[second.start] = Settled(price_in, "pair of prices"), Settled(price_out, "pair of prices")
    return found
