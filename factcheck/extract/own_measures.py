"""Sentences that name what they measure in words that the vocabulary lacks."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

LATTER = compile_re(
    r"\b(?:on|in|for|at) the (?:latter|former|other|second|first|third)\b(?! [a-z]+ly\b| (?:run|try|attempt|day|place|quarter|half))"
)
SAME = compile_re(
    r"(?:on|in|for|across|at) (?:the (?:very )?same|this|that) (?:benchmark|test|exam|eval|evaluation|leaderboard|index|metric)\b",
    re.IGNORECASE,
)
ON_NAME = compile_re(
    r"[*_%]*(?: points?| percent)? on (?:the )?[*_\"“]*(?P<name>"
    r"(?!(?:[A-Z][a-z]*day|Tiers?|Levels?|Parts?|Stages?|Phases?|Sets?)\b)[A-Z][\w-]*)"
)
# The one just spoken of, where one was.
THE_TEST = compile_re(r"(?:on|in) the (?:benchmark|test|exam|eval|evaluation|leaderboard|index)", re.IGNORECASE)
MEASURE = compile_re(
    r"\b(?:on|in|for|across|at) (?:(?:the|a|an|its|our|their|this|another|other|various|several|some|certain) )?(?:[\w-]+ ){0,5}?"
    r"(?:benchmarks?|tests?|exams?|evals?|evaluations?|tasks?|leaderboards?|ranking|index|arena|contests?|competitions?)\b"
    r"|\b(?:on|in|for|at) (?:[\w-]+ ){0,3}?(?:reasoning|coding|programming|math(?:s|ematics)?|writing|translation|understanding"
    r"|comprehension|retrieval|perception|science|planning|summari[sz]ation|analysis)(?=,)",
    re.IGNORECASE,
)

NAMED_TEST = compile_re(  # from a figure to the name of what it is of: "on the demanding long-context retrieval test M"
    r"[*]*%?[*]*(?: (?:percent|points?|accuracy))? (?:on|in) (?:(?:the|an?|its) )?"
    r"(?:(?!(?:and|or|but|than|while|with|from|of)\b)[a-z\d][\w-]* ){0,6}"
    r"(?:benchmark|test|exam|suite|dataset|evaluation|eval|leaderboard|index|challenge|assessment|competition)s?,? [*_\"“\[]*"
)


def on_named_test(between: str) -> bool:
    """Whether the words from a figure to the name of a benchmark say that it was reached on that."""
    return NAMED_TEST.fullmatch(between) is not None


def on_test(sentence: Sentence, quantity: Quantity) -> str | None:
    """The name of what a figure was reached on, right behind it, that is none of the vocabulary's: "77 on Gauntlet"."""
    name = ON_NAME.match(sentence.scene.text, quantity.outer_end)
    if not name or quantity.dimension not in ("number", "percent", "points"):
        return None
    known = [(x.start, x.end) for marks in (sentence.scene.subjects, sentence.scene.metrics, sentence.scene.dates) for x in marks]
    return None if any(a < name.end() and name.start("name") < b for a, b in known) else name["name"]


def own_measure(sentence: Sentence, at: int | None = None) -> bool:
    """Whether a sentence names what it measures in words that the vocabulary lacks: then nothing is borrowed from elsewhere.

    What is named in a later clause than the figure `at` an offset is none of its business: "48%, and it fails on every tenth task".
    """
    text = sentence.scene.text
    spoken = any(c.rule in ("sentence before", "paragraph before") for c in sentence.around.metrics)
    own = [
        m
        for m in MEASURE.finditer(text, sentence.start, sentence.end)
        if not SAME.match(m.group()) and not (spoken and THE_TEST.fullmatch(m.group()))
    ]
    if at is not None:
        own = [m for m in own if m.start() < at or sentence.same_clause(m.start(), at)]
    return bool(own) or LATTER.search(text, sentence.start, sentence.end) is not None or any(m.id is None for m in sentence.metrics)
