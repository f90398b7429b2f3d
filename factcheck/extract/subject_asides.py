"""Names that stand between commas in what is told of another one, and so own no figure behind them."""

from __future__ import annotations

from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

# Who did what between commas is only told of the subject: "S, founded by T, has q", "S, which is backed by T, has q".
BYLINE = compile_re(r", (?:(?:which|who) (?:is|was|were|has been) )?(?:\w+ly )?(?:[a-z-]+ed|led|run|built|made) by [^.;:()]*$")
# ... and so is what a thing is, or what another does with it: "S, a rival of T, has q"
TOLD_BETWEEN = compile_re(
    r"(?P<told>[*_]*, (?:an?|the|one of|its|which|who|now|once|formerly|maker of|owner of)\b(?:[^,.;:()]|\.(?=\d)){3,90},)[*_]*"
    r" (?:(?:also|now|then|still|just|recently|reportedly) )*(?:has|have|had|is|was|were|are|will|would|did|says?|said|plans?"
    r"|\w{3,}(?:ed|s))\b"
)


def byline(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a name only says between commas who made, led or paid another subject: T of "S, founded by T, has q"."""
    text = sentence.scene.text
    return any(
        "," in text[mark.end : quantity.outer_start]
        and (found := BYLINE.match(text, s.end, mark.start)) is not None
        and not any(q.start > found.start() for q in sentence.quantities if q.start < mark.start)
        for s in sentence.subjects
        if s.id and s.end < mark.start
    )


def told_between(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a name stands between commas in what is told of another one: T of "S, a rival of T, has q", "S, which T backs, has q"."""
    text = sentence.scene.text
    for s in sentence.subjects:
        told = TOLD_BETWEEN.match(text, s.end, quantity.outer_start) if s.id and s.id != mark.id and s.end < mark.start else None
        if told and told.start("told") <= mark.start < told.end("told") <= quantity.outer_start:
            return True
    return False
