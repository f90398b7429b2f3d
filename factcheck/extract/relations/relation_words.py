"""What the words beside a ratio or difference speak of by themselves: "as fast", "half the price", "of what X costs"."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.relations.measures import PRICE, SIZE
from factcheck.extract.relations.ratios import COSTING
from factcheck.extract.relations.relation_figures import Figure
from factcheck.patterns import compile_re

COSTS = compile_re(r"\b(?:costs?|costing|pric|charg)")
COSTS_ABOUT = compile_re(r"\b(?:cost(?:s|ing)?|priced at|charges?) (?:just |only |about |roughly |around |nearly |the )?$")
OWNER = compile_re(r"^(?:of )?[A-Z][\w.+-]*(?: [\w.+-]+){0,3}?['’]s? (?=[a-z])")  # "three times S's price"
# What "as fast", "the price", "savings" beside a figure speak of.
AS_MUCH: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"as (?:fast|quick|quickly)\b|the speed|(?:inference )?speed-?ups?\b|decoding\b|throughput", ("output-speed",)),
    (r"as (?:expensive|cheap|costly)\b|the (?:price|cost|money)\b|(?:price|pricing|cost)\b|as much\b", PRICE),
    (r"as (?:large|big)\b|the size\b", SIZE),
    (r"as (?:long)\b", ("context-window",)),
    (r"the (?:output )?tokens\b|(?:output )?tokens\b", ("output-tokens-used",)),
)


def as_much(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The standard metrics that "as fast", "the price", "as much" (of what costs) speak of."""
    text = sentence.scene.text
    after = OWNER.sub("the ", text[figure.outer_end : min(sentence.end, figure.outer_end + 40)].lstrip("* -_"), 1)
    costs = COSTS.search(text, max(sentence.start, figure.start - 40), figure.start)
    for pattern, ids in AS_MUCH:
        said = patterns.match(rf"(?:(?:of )?(?:the |its )?(?:\w+ )??)?(?:{pattern})", after, re.IGNORECASE)
        lasts = ids == ("context-window",) and any(q.dimension == "time" for q in sentence.quantities)
        if said and not lasts and (not after.startswith("as much") or costs):
            trained = ids == ("output-tokens-used",) and patterns.search(r"\btrain", text[sentence.start : figure.start])
            return ("training-tokens",) if trained else ids
    if figure.form == "a part" and COSTING.search(text, sentence.start, figure.start):
        return PRICE
    if patterns.match(r"of what\b|what\b", after) and patterns.search(r"\bcosts?\b|\bcharges?\b", text[sentence.start : sentence.end]):
        return PRICE
    return PRICE if COSTS_ABOUT.search(text, max(sentence.start, figure.start - 30), figure.start) else ()
