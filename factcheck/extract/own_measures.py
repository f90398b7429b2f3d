"""Sentences that name what they measure in words that the vocabulary lacks."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

LATTER = compile_re(
    r"\b(?:on|in|for|at) the (?:latter|former|other|second|first|third)\b(?! [a-z]+ly\b| (?:run|try|attempt|day|place|quarter|half))"
)
SAME = compile_re(
    r"(?:on|in|for|across|at) (?:the (?:very )?same|this|that) (?:benchmark|test|exam|eval|evaluation|leaderboard|index|metric)\b",
    re.IGNORECASE,
)
MEASURE = compile_re(
    r"\b(?:on|in|for|across|at) (?:(?:the|a|an|its|our|their|this|another|other|various|several|some|certain) )?(?:[\w-]+ ){0,5}?"
    r"(?:benchmarks?|tests?|exams?|evals?|evaluations?|tasks?|leaderboards?|ranking|index|arena|contests?|competitions?)\b"
    r"|\b(?:on|in|for|at) (?:[\w-]+ ){0,3}?(?:reasoning|coding|programming|math(?:s|ematics)?|writing|translation|understanding"
    r"|comprehension|retrieval|perception|science|planning|summari[sz]ation|analysis)(?=,)",
    re.IGNORECASE,
)


def own_measure(sentence: Sentence, at: int | None = None) -> bool:
    """Whether a sentence names what it measures in words that the vocabulary lacks: then nothing is borrowed from elsewhere.

    What is named in a later clause than the figure `at` an offset is none of its business: "48%, and it fails on every tenth task".
    """
    text = sentence.scene.text
    own = [m for m in MEASURE.finditer(text, sentence.start, sentence.end) if not SAME.match(m.group())]
    if at is not None:
        own = [m for m in own if m.start() < at or sentence.same_clause(m.start(), at)]
    return bool(own) or LATTER.search(text, sentence.start, sentence.end) is not None or any(m.id is None for m in sentence.metrics)
