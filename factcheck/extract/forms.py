"""Metrics that the words right beside a figure settle, whatever else the sentence names: "37B active", "$3 in / $15 out", "64K output".

A frame is what must stand right before a quantity and right after its number. The first frame that holds wins; the metric is one of
the standard ones (see docs/reading.md), if the ledger has it and the quantity can be a value of it.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.fitting import fit, low
from factcheck.extract.frames import LINK, Frame, Settled
from factcheck.extract.quantity import Dimension, Quantity
from factcheck.extract.sentence import Sentence
from factcheck.extract.size_forms import SIZE_FRAMES, SIZES, likened, parts_of_wholes, speaks_of_sizes
from factcheck.extract.telling_apart import listed
from factcheck.extract.token_forms import TOKEN_FRAMES
from factcheck.ledger.model import Metric

MONEY: tuple[Dimension, ...] = ("money",)
PER_TOKENS = r"(?:[ *]*(?:/|per|for|for every|each|a) ?(?:1 ?)?(?:M|m|million|MTok|1K|K|thousand|1,000,000|1,000)?\b)?"
MOVED = (
    r"(?:rose|fell|jumped|dropped|slid|surged|climbed|sank|tumbled|soared|plunged|gained|lost|slipped"
    r"|rallied|plummeted|(?:were|was|are|is) (?:up|down))"
)

FRAMES: tuple[Frame, ...] = (
    *SIZE_FRAMES,
    *TOKEN_FRAMES,
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
    Frame("employees", ("number",), ("employees",), r"\bemploy(?:s|ing|ed)(?: \w+){0,2}[ *]*", r" (?:people|staff|engineers|workers)\b", 2),
)
TO = re.compile(r"[* ]*(?:to|→|->|-->)[* ]*")
TOKEN_PRICE = re.compile(r"\btokens?\b|\bmillion\b|\bpric|\bcosts?\b|\bcharg|\bAPI\b|\d ?M\b|/ ?M", re.IGNORECASE)


@cache
def compiled() -> tuple[tuple[Frame, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((f, re.compile(f"{f.before}$", re.IGNORECASE), re.compile(f.after, re.IGNORECASE)) for f in FRAMES)


def settled(sentence: Sentence) -> dict[int, Settled]:
    """The metrics that the forms of a sentence's figures settle, by where the quantity starts."""
    found = price_pairs(sentence)
    for quantity in sentence.quantities:
        if quantity.start not in found and (metric := framed(sentence, quantity)):
            found[quantity.start] = metric
    neighbours = list(zip(sentence.quantities, sentence.quantities[1:], strict=False))
    for first, second in reversed(neighbours):
        if first.start not in found and second.start in found and (moved(sentence, first, second) or shares(sentence, first, second)):
            found[first.start] = found[second.start]
    return parts_of_wholes(sentence, found)


def moved(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are where something came from and where it went: "from $4 to $1 per million input tokens"."""
    between = sentence.scene.text[first.outer_end : second.outer_start]
    return first.dimension == second.dimension and not first.per and TO.fullmatch(between) is not None


def shares(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether the words behind the second of two listed quantities hold for the first as well: "8K and 32K context"."""
    text, both = sentence.scene.text, first.scaled and second.scaled
    units = {text[q.end - 1 : q.end] for q in (first, second)}
    return both and first.dimension == "number" and len(units) == 1 and units <= set("KkMBT") and listed(first, second, text)


def framed(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The first frame that holds of a quantity."""
    text = sentence.scene.text
    if likened(sentence, quantity):
        return None
    for frame, before, after in compiled():
        if quantity.dimension not in frame.dimensions or not frame.least <= low(quantity.value) <= frame.most:
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
        if frame.within and not re.search(frame.within, text[sentence.start : sentence.end], re.IGNORECASE):
            continue
        metric = sentence.vocabulary.role(*frame.metrics)
        metric = metric and in_currency(sentence, quantity, metric)
        if None not in frame.per and any(
            m.id and m.cue is None and fit(quantity, sentence.vocabulary.metrics[m.id]) for m in sentence.metrics
        ):
            continue  # a name says more than a unit
        if metric and fit(quantity, metric):
            return Settled(metric, f"form: {frame.name}", 8.5 if None in frame.per else 4.9)
        if frame.strict and not metric:
            return Settled(None, f"form: {frame.name}")
    return None


def in_currency(sentence: Sentence, quantity: Quantity, metric: Metric) -> Metric:
    """The metric for the quantity's own currency, where the ledger has one: "funding-eur" beside "funding"."""
    if quantity.dimension != "money" or quantity.unit == "usd":
        return metric
    return sentence.vocabulary.metrics.get(f"{metric.id}-{quantity.unit}", metric)


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
