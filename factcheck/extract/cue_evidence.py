"""How the words that speak of a standard metric stand to a figure: "128K context", "input is $0.28, output $0.42"."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.between import Between
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

BESIDE = compile_re(r"[ *_]+(?:(?!(?:and|or|to|of|in|on|for|at|from|with)\b)[a-z-]+ ){0,2}")
VERB = compile_re(r"activat(?:es|ing)(?: param(?:eter)?s?)?", re.IGNORECASE)
SO_FAR = compile_re(r"(?: [a-z][\w'’-]*){0,3}[*_]*:[*_ ~≈]*")


def own_before(sentence: Sentence, mark: MetricMark) -> bool:
    """Whether a cue has the figure right before it, and so none behind it: "at an $852 billion valuation, following $110 billion"."""
    dimensions = mark.cue.dimensions if mark.cue else ()
    before = [q for q in sentence.quantities if q.outer_end <= mark.start and q.dimension in dimensions]
    return bool(before) and BESIDE.fullmatch(sentence.scene.text, before[-1].outer_end, mark.start) is not None


def own_behind(sentence: Sentence, mark: MetricMark, between: Between) -> bool:
    """Whether a cue behind a comma has the figure right behind it, and so none before it: "input is $0.28, output $0.42"."""
    dimensions = mark.cue.dimensions if mark.cue else ()
    behind = next((q for q in sentence.quantities if q.start >= mark.end and q.dimension in dimensions), None)
    gap = sentence.scene.text[mark.end : behind.outer_start] if behind else ""
    return behind is not None and "," in between.text and len(gap.split()) < 2 and not patterns.search(r"[,;.)]", gap)


def cue_relation(sentence: Sentence, quantity: Quantity, mark: MetricMark, between: Between) -> tuple[float, str] | None:
    """How a cue stands to a quantity that it may speak of."""
    words = between.words
    if (
        not mark.cue
        or between.figures_of(mark.cue.dimensions)
        or patterns.search(r"\.(?!\d)|[;|\[\]]", between.text)
        or len(words) > mark.cue.reach
    ):
        return None
    if not sentence.same_clause(mark.start, quantity.start) and len(words) > 2:
        return None
    if own_behind(sentence, mark, between) or VERB.fullmatch(mark.text) if between.after else own_before(sentence, mark):
        return None  # "input is $0.28, output $0.42", "has 230 billion but activates ten"
    if mark.cue.unless and patterns.search(mark.cue.unless, sentence.scene.text[sentence.start : mark.start], re.IGNORECASE):
        return None
    if SO_FAR.fullmatch(between.text) and len(sentence.words(sentence.start, mark.start)) <= 2:
        return 7.8, f"cue: {mark.cue.name}"  # "- Raised so far: $1.1 billion"
    weight = 7.0 - 0.35 * len(words) - (0.8 if patterns.search(r"[,()]", between.text) else 0) - (0.0 if between.after else 0.3)
    return weight, f"cue: {mark.cue.name}"
