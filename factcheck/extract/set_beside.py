"""Figures that are somebody else's, right behind the one that they are set against: "S's 200K window vs T's 128K"."""

from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

RIVAL = compile_re(r"[*_]* (?:vs?\.?|versus|against|compared (?:to|with)) [*_~]*")
OWNED = compile_re(r"[*_]*['’]s? [*~$]*")
ONE_OF = compile_re(r"[*_]* (?:(?:has|had|offers|gets|only) )*(?:one|that) of [*~]*")  # "S has a window of 1M tokens, T one of 10M"
GOES_ON = compile_re(r"[*_]*(?: [a-z-]+)?(?:,|;|, and|, while|, but| and| while)(?: the)? [*_]*")
HAD_BY = compile_re(r"[*_]*(?: (?!(?:and|or|but)\b)[a-z]+)? (?:in|for|on|with|by) (?:the )?[*_]*")
AGAINST = compile_re(
    r"[*_]*(?:[ -]++(?!(?:for|and|while|on|than|but)\b)[a-z/]++){0,6},?"
    r" (?:vs?\.?|versus|against|compared (?:to|with)|beats|dwarfs|trails)(?: (?:the|just|only|about|around|roughly))* [*_~$]*"
)


def set_beside(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A figure with its owner beside it as one of the metric of the figure before it, which it is set against."""
    text, metric = sentence.scene.text, sentence.vocabulary.metrics.get(before.metric.id or "")
    owner, start, between = owner_of(sentence, quantity, before)
    if not owner or not owner.id or owner.id == before.subjects[0].id or not between.fullmatch(text, before.quantity.outer_end, start):
        return None
    same = quantity.dimension in ("number", before.quantity.dimension) and quantity.scaled == before.quantity.scaled
    fitted = fit(quantity, metric) if metric and same else None
    said = Choice(before.metric.id, 5.0, "metric of the figure before")
    return (
        replace(before, quantity=quantity, metric=said, subjects=(Choice(owner.id, 8.0, "S at q", owner),), fit=fitted) if fitted else None
    )


def set_before(sentence: Sentence, quantity: Quantity, behind: Attached) -> Attached | None:
    """A figure that is set against the one right behind it, which says on what both are: "69% vs 61% on M"."""
    metric = sentence.vocabulary.metrics.get(behind.metric.id or "")
    beside = RIVAL.fullmatch(sentence.scene.text, quantity.outer_end, behind.quantity.outer_start)
    told = metric and beside and behind.metric.rule == "q on M" and quantity.dimension == behind.quantity.dimension
    fitted = fit(quantity, metric) if metric and told else None
    return replace(behind, quantity=quantity, fit=fitted) if fitted else None


def owner_of(sentence: Sentence, quantity: Quantity, before: Attached) -> tuple[SubjectMark | None, int, re.Pattern[str]]:
    """Whose name stands right before a figure ("T's 128K", "T one of 128K") or right behind it ("80 billion in the T"), where the two
    begin, and what has to stand before them."""
    text = sentence.scene.text
    for mark in sentence.subjects:
        if before.quantity.outer_end <= mark.start < quantity.start and OWNED.fullmatch(text, mark.end, quantity.outer_start):
            return mark, mark.start, AGAINST
        if before.quantity.outer_end <= mark.start < quantity.start and ONE_OF.fullmatch(text, mark.end, quantity.outer_start):
            return mark, mark.start, GOES_ON
        if mark.start >= quantity.outer_end and HAD_BY.fullmatch(text, quantity.outer_end, mark.start):
            return mark, quantity.outer_start, AGAINST
    return None, 0, AGAINST
