"""Sizes of which a part is in use: "22B of its 235B parameters", "8 of 256 experts", "128 experts (8 active)"."""

from __future__ import annotations

import re
from functools import cache

from factcheck import patterns
from factcheck.extract.forms.fitting import fit, low
from factcheck.extract.forms.frames import Settled
from factcheck.extract.forms.size_frames import ACTIVE, EXPERTS, MIXTURE, PARAMS, PEOPLE, SIZES
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

HEADED = compile_re(r"\bexperts[ *:]*$", re.IGNORECASE)
LABELLED = compile_re(r"(?: (?:in )?total)?[ ,;/(]+(?:with |of which )?(?:only )?")
STATED = compile_re(rf"\b(?:{ACTIVE} (?:set|{PARAMS}|size|count|part|share|experts?)|total)\b", re.IGNORECASE)
WITH = compile_re(
    r"[ *]*+(?:\b(?:total|params|parameters)\b)?[ *]*+[,(/—–]?[ *]*+(?:with |and |but )?(?:only |just |about |around |roughly )?~?"
)
JOINT = compile_re(r"[ *]*(?:and|/|,|\()[ *]*~?")
STROKE = compile_re(r"[ *]*/[ *]*")
MANY_EXPERTS = 10_000
# "routes every token through 8 of 384"
ROUTES = compile_re(
    r"\b(?:rout|send|pass|dispatch|direct)(?:e?s|ed|ing)? (?:each|every|any|a|the) (?:\w+ )?token (?:to|through|into|by|via|across)"
    r"(?: (?:just|only|about|exactly))* $"
)
EXPERT = compile_re(rf"\b{EXPERTS}")

# "integrates a 1.8B-parameter visual encoder": of a part of a model
HAS_PART = compile_re(
    r"\b(?:integrat|us|has|have|hav|with|includ|add|contain|featur|employ|pair|combin|plus|and|alongside|connect|attach)(?:e?s|ed|ing|e)?"
    r" (?:an? |its |the |another )?(?:[\w-]+ ){0,2}[*~]*$",
    re.IGNORECASE,
)
PART = compile_re(
    rf"[ -]?(?:{PARAMS}[ -])?(?:[\w-]+ ){{0,3}}?(?:encoder|decoder|head|adapter|projector|tower|tokenizer|router|embedder|vocoder|backbone"
    r"|(?:draft|speculative|reward|judge)(?:er)? model)s?\b(?!-)",
    re.IGNORECASE,
)


def of_a_part(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The size of a part of a model, of the metric that names the part if there is one: "uses a 400M vision encoder"."""
    text = sentence.scene.text
    part = PART.match(text, quantity.end) if quantity.dimension in SIZES and low(quantity.value) >= 1e6 else None
    if not part or not HAS_PART.search(text, sentence.start, quantity.outer_start):
        return None
    named = (sentence.vocabulary.metrics[m.id] for m in sentence.metrics if m.id and quantity.end <= m.start < part.end())
    metric = next((m for m in named if m.unit == "parameters" and m.id != "parameters"), None)
    return Settled(metric, "form: part of a model")


@cache
def of_a_whole() -> re.Pattern[str]:
    """What stands between a part and its whole: "22B of its 235B parameters"."""
    return compile_re(
        rf"(?:[ -]\w+)??(?:[ -]{ACTIVE})?(?: {PARAMS}| experts)?(?: per token)?[ *]*(?:\(?of which|out of|of)[ *\\]*"
        r"(?:(?:its|the|their|a|an|about|around|roughly|nearly|total|of|over|more than|some|up to)[ *\\]+)*~?",
        re.IGNORECASE,
    )


@cache
def beside_experts() -> re.Pattern[str]:
    """What stands between the number of experts and that of those in use: "128 experts (8 active)"."""
    return compile_re(
        rf" (?:[\w-]+ ){{0,2}}{EXPERTS}[ ,;/(—–-]+(?:(?:with|of which|of them|but|yet|and|though|while) )*(?:only |just |the )*(?:top[ -])?"
    )


@cache
def in_use() -> re.Pattern[str]:
    """What follows the number of those in use."""
    return compile_re(
        r"(?: of (?:them|these|those|which))?"
        rf" (?:are |is |being )?(?:{ACTIVE}|selected|chosen|picked|routed|used|firing|per token|at a time)\b(?! {PARAMS})"
    )


@cache
def active() -> re.Pattern[str]:
    """What follows the part of a model that is in use."""
    return compile_re(rf"[ -]*(?:{PARAMS} )?{ACTIVE}(?: {PARAMS}\b| per token\b|(?= *[*]*[).,;:—–]| *[*]*$| (?:and|at|per|MoE|in)\b))")


def parts_of_wholes(sentence: Sentence, found: dict[int, Settled]) -> dict[int, Settled]:
    """Parameters and experts of which a part is active: "22B of its 235B parameters", "8 of 256 experts", "128 experts (8 active)"."""
    roles = {id_: sentence.vocabulary.role(id_) for id_ in ("parameters", "active-parameters", "experts", "active-experts")}
    said: tuple[str, str] | None = None
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        pair = part_and_whole(sentence, first, second) if first.dimension in SIZES and second.dimension in SIZES else None
        if not pair and said == ("parameters", "active-parameters") and first.start not in found and as_said(sentence, first, second):
            pair = said
        said = pair or said
        for quantity, role in zip((first, second), pair or (), strict=False):
            metric = roles[role]
            if metric and fit(quantity, metric):
                found[quantity.start] = Settled(metric, "form: part of a whole")
    return found


def as_said(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether two bare sizes are the next whole and part of a sentence that has given such: "S has 106B, 12B active, T 200B and 20B"."""
    if not (low(first.value) > low(second.value) >= 1e6 and first.dimension in SIZES and second.dimension in SIZES):
        return False
    families = sentence.vocabulary.unspecific
    named = any(s.end + 1 == first.outer_start and s.id and s.id not in families for s in sentence.subjects)
    return named and JOINT.fullmatch(sentence.scene.text, first.end, second.outer_start) is not None


def part_and_whole(sentence: Sentence, first: Quantity, second: Quantity) -> tuple[str, str] | None:
    """The metrics of two figures one of which is a part of the other, as the words between and behind them say."""
    text = sentence.scene.text
    between, after = text[first.end : second.outer_start], text[second.end : second.end + 32]
    around = text[sentence.start : sentence.end]
    if "of" in between and of_a_whole().fullmatch(between):
        pair = sized(first, second, text[first.end : second.end] + after)
        small = low(first.value) < MANY_EXPERTS and low(second.value) < MANY_EXPERTS
        routed = ROUTES.search(text, sentence.start, first.outer_start)
        if not pair and small and (routed or EXPERT.search(between + after)) and not patterns.search(PEOPLE, around, re.IGNORECASE):
            pair = ("active-experts", "experts")
        return (pair[1], pair[0]) if pair and "of which" in between else pair
    if STROKE.fullmatch(between) and patterns.search(MIXTURE, around, re.IGNORECASE):
        falls = low(first.value) > low(second.value)
        told = bool(active().match(after) or STATED.search(around))
        if pair := sized(first, second, ("active" if told else "") if falls else text[first.end : second.end] + after):
            return (pair[1], pair[0]) if falls else pair
    if low(first.value) > low(second.value) and WITH.fullmatch(between) and active().match(after) and sized(first, second, after):
        return "parameters", "active-parameters"
    total = ("expert" in between and beside_experts().fullmatch(between)) or (
        LABELLED.fullmatch(between) and HEADED.search(text, sentence.start, first.start)
    )
    return ("experts", "active-experts") if total and in_use().match(after) else None


def sized(first: Quantity, second: Quantity, words: str) -> tuple[str, str] | None:
    """Whether a part and its whole are numbers of parameters."""
    large = min(low(first.value), low(second.value)) >= 1e6
    meant = "parameters" in (first.dimension, second.dimension) or patterns.search(rf"\b(?:{ACTIVE}|total|{PARAMS})\b", words)
    return ("active-parameters", "parameters") if large and meant else None
