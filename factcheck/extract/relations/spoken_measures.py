"""Standard metrics that the words round a comparison speak of: "on output tokens", "fewer tokens", "more computing power"."""

from __future__ import annotations

import re
from typing import Literal

from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

COUNTED = {
    "tokens": (compile_re(r" (?:[a-z]+ )?tokens\b"), ("output-tokens-used",)),
    "compute": (compile_re(r" (?:training )?comput(?:e|ing power|ation)\b"), ("training-compute",)),
}
# Which tokens a price is of, in the phrase behind a relation, at the head of its clause, or as what costs.
SIDE = (
    r"(?P<side>cach(?:ed|e)(?:[- ](?:input|hits?|reads?|pricing))?|input|output)"
    r"(?:[- ](?:tokens?|side|price|prices|pricing|costs?|rates?))*"
)
SIDES = {"input": ("price-input",), "output": ("price-output",), "cache": ("price-cached-input",)}
ON_SIDE = compile_re(
    rf"(?:(?! (?:but|and|while|with) )(?:[^.;,()]|\.(?=\d))){{0,60}}? (?:on|for|in|per)(?: the| its| million"
    rf"| 1M)? {SIDE}\b(?! (?:and|or|/) (?:input|output))",
    re.IGNORECASE,
)
NEXT_SIDE = compile_re(rf"[ *]*(?:cheaper|less|lower|more|higher|pricier)(?: expensive)? {SIDE}(?=[ ,.;*)]|$)(?! speed)", re.IGNORECASE)
AS_MANY_TOKENS = compile_re(r"[*]* as many (?:output |reasoning |completion )?tokens\b(?! (?:of (?:context|training)|per\b))")
PER = compile_re(r" per[- ](?P<what>task|image|picture|minute|second|hour|month|seat|user|query|page|video|call|request|session|run)\b")
SIDE_FIRST = compile_re(rf"\W*(?:on|for) (?:the )?{SIDE}\W", re.IGNORECASE)
SIDE_COSTS = compile_re(rf"{SIDE} (?:is|are|costs?|runs?|comes? (?:in )?at)\b(?:[^;,()]){{0,80}}$", re.IGNORECASE)
TRAINED = compile_re(r"\b(?:pre-?)?train(?:ed|ing)\b")
READS = compile_re(
    r"\b(?:prompt (?:processing|eval(?:uation)?|reading)|prefill(?:ing)?|pre-fill)(?: speed)? (?:[\w-]+ ){0,3}$", re.IGNORECASE
)


def price_of_side(text: str, before: tuple[int, int], after: tuple[int, int]) -> tuple[str, ...]:
    """The metric of the tokens that a price is said to be of, in the stretches before and after the words that compare; () if unsaid."""
    lead = text[slice(*before)]
    said = NEXT_SIDE.match(text, *after) or ON_SIDE.match(text, *after) or SIDE_FIRST.match(lead) or SIDE_COSTS.search(lead)
    if not said:
        return ()
    side = said["side"].lower()
    return SIDES["cache" if side.startswith("cach") else side]


def price_per(text: str, at: int, vocabulary: Vocabulary) -> str | Literal[False] | None:
    """The price of what "cheaper per task" counts by; None where the vocabulary has no such price, False where nothing is counted."""
    said = PER.match(text, at)
    if not said:
        return False
    named = (m.id for m in vocabulary.metrics.values() if m.kind == "price" and f"per {said['what'].lower()}" in m.name.lower())
    return next(named, None)


def what_is_counted(text: str, at: int) -> tuple[str, ...]:
    """The metric of what stands behind "fewer" or "more" at an offset; () if it is none of these."""
    return next((ids for pattern, ids in COUNTED.values() if pattern.match(text, at)), ())
