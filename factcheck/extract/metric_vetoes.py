"""Metrics that a figure cannot be of, whatever stands near: what a price is per, what an item says itself, what a name says already."""

from __future__ import annotations

from factcheck.extract.forms.fitting import low
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

ABOUT = compile_re(r" (?:(?!(?:and|or|of|on|in|with|for|to|is|was|at|by|as|but)\b)[a-z-]+ ){0,2}")
NAMED = compile_re(r"\w\W+[A-Z][A-Za-z]*[ -]$")  # no first word of a sentence
# "price per task": what it is per is no token
PER_OTHER = compile_re(
    r"s?(?:/| (?:per|of an?|for every|for each) )(?!(?:one |1 ?)?(?:M|million|thousand|K|1,?000|(?:input |output )?tokens?|unit)\b"
    r"(?! (?:views|impressions|users|requests|calls|queries|images|characters|pages|searches|minutes|words)\b))[A-Za-z]"
)
# "S 70B, which runs on": a part of the name, and no number of anything else
ENDS_NAME = compile_re(r"[*_]*(?:[,.;:)]|$| (?:at|on|in|with|and|or|is|was|has|had)\b)")
LABELLED = compile_re(r"[\W_]*[A-Z][a-z]+(?: [a-z-]+){0,3}[*_]*:[*_]* ")
FORECAST = compile_re(
    r"\b[Rr]ais(?:es?|ed|ing) (?:(?:its|the|their|his|her|annual|own|full-year|[a-z-]+['’]s?) )*(?:[a-z-]+ ){0,3}"
    r"(?:forecasts?|outlook|guidance|targets?|estimates?|budgets?|projections?|prices?|fees?|rates?|limits?|caps?|bids?|offers?)\b[^.;]*$"
)
SET_BESIDE = compile_re(r"[^.,;:()]{0,40}?\b(?:against|versus|vs\.?|compared (?:to|with)|rather than|instead of)(?: [a-z]+)? [*~]*")
LISTED = compile_re(r"[* ]*(?:and|or|to|,|/|–|-)[ *]*")


def describes(sentence: Sentence, mark: MetricMark) -> bool:
    """Whether a common noun only says what the benchmark named right before it is about: "SWE-bench Verified coding"."""
    named = (m for m in sentence.metrics if not m.common and m.cue is None and m.end < mark.start)
    return mark.common and any(ABOUT.fullmatch(sentence.scene.text, m.end, mark.start) for m in named)


def ends_a_name(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is the size that ends a model's name, and so counts nothing: "S 70B, on 8 cards"."""
    text = sentence.scene.text
    written = text[quantity.end - 1] == "B" and text[quantity.end - 2].isdigit() and ENDS_NAME.match(text, quantity.end) is not None
    return written and any(s.end + 1 == quantity.start and sentence.is_model(s.id) for s in sentence.subjects)


def per_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is listed with one that is per month or the like, and so is its like: "$30 and $50 a month"."""
    following = next((q for q in sentence.quantities if q.start >= quantity.end and q.dimension == "money"), None)
    joined = following and LISTED.fullmatch(sentence.scene.text, quantity.outer_end, following.start)
    return bool(joined and following and following.per not in (None, "million", "thousand", "token"))


def of_its_own(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an item says itself what it is about, and so nothing of the item before: "Dimension: 2048", "it errs less, at 28%"."""
    named = any(not s.pronoun for s in sentence.subjects)
    leads = len(sentence.words(sentence.start, quantity.outer_start)) <= 2
    return LABELLED.match(sentence.scene.text, sentence.start) is not None or not (named or leads)


def numbered(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bare number stands right behind a name of nobody known, and so is a part of it: "an RTX 4090"."""
    name = NAMED.search(sentence.scene.text, sentence.start, quantity.start)
    ends = [*(s.end for s in sentence.subjects), *(m.end for m in sentence.metrics)]
    return name is not None and not any(name.start() < end <= name.end() for end in ends)


def raised_forecast(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is what a forecast or a price was raised to, and no money that was raised."""
    return FORECAST.search(sentence.scene.text, sentence.start, quantity.outer_start) is not None


def counted_in_millions(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> bool:
    """Whether a metric has a figure of its own in millions, where a small number follows: "12 million users; T speaks of 9"."""
    own = (q for q in sentence.quantities if q.scaled and q.end <= mark.start)
    small = not quantity.scaled and low(quantity.value) < 1000
    return small and any(len(sentence.words(q.outer_end, mark.start)) <= 2 for q in own)


def without_unit(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bare number is of the same sort as the figure with a unit that it is set against: "58 tokens a second against 77"."""
    before = next((q for q in reversed(sentence.quantities) if q.end <= quantity.start), None)
    if before is None or quantity.dimension != "number" or before.dimension in ("number", "percent", "points", "elo", "ratio"):
        return False
    return SET_BESIDE.fullmatch(sentence.scene.text, before.end, quantity.outer_start) is not None
