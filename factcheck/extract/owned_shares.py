"""Percentages "of" something that are no shares of it but results: "63% of the problems", "twice the 30% of S"."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

SOLVED = compile_re(
    r" of (?:the |all |its |\d+ )?(?:[\w-]+ )?(?:problems|tasks|questions|issues|items|cases|challenges|puzzles|instances)\b"
)
FOR_SOME = compile_re(r"\b(?:for|in|across|and the) $")
OF = compile_re(r" of (?:the |all |its )?[*_\[]*")
THE = compile_re(r"\bthe [*_]*$", re.IGNORECASE)
ALONE = compile_re(r"[*_]*(?:[.,;:)]|$| (?:on|in|and|but|while|with|without|at)\b)")
DOES = compile_re(
    r"\b(?:solv|resolv|complet|answer|pass|clear|crack|finish|tackl|handl)(?:es|ed|s|ing|e)?"
    r" (?:up to |about |around |nearly |just |over |only |merely |roughly |some )*[*_]*$",
    re.IGNORECASE,
)
DONE = compile_re(r"(?: [\w-]+){0,2} (?:are|were|is|was|get|got|being) (?:\w+ly )?(?:solved|resolved|completed|answered|passed|cleared)\b")


def solved(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a share is that of problems or of a benchmark's tasks which somebody gets done: "solved 71% of SWE-bench problems"."""
    text = sentence.scene.text
    start = max(0, quantity.outer_start - 24)
    if SOLVED.match(text, quantity.outer_end) and not FOR_SOME.search(text, start, quantity.outer_start):
        return True
    of = OF.match(text, quantity.outer_end)
    benchmark = of and next((m for m in sentence.metrics if m.start == of.end() and not m.weak and m.cue is None), None)
    if not benchmark:
        return False
    return bool(DOES.search(text, sentence.start, quantity.outer_start) or DONE.match(text, benchmark.end, sentence.end))


def owned(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage is a model's own and no share of it: "twice the 30% of S"."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    of = OF.match(text, quantity.outer_end)
    if not of or not THE.search(text, sentence.start, quantity.start):
        return False
    owner = next((s for s in sentence.subjects if s.start == of.end() and s.id), None)
    return owner is not None and vocabulary.subjects[owner.id or ""].kind == "model" and ALONE.match(text, owner.end) is not None
