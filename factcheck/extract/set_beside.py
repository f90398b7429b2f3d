"""Figures that are somebody else's, right behind the one that they are set against: "S's 200K window vs T's 128K"."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

OWNED = compile_re(r"[*_]*['’]s? [*~$]*")
AGAINST = compile_re(
    r"[*_]*(?:[ -](?!(?:for|and|while|on|than|but)\b)[a-z/-]+){0,4},?"
    r" (?:vs\.?|versus|against|compared (?:to|with)|beats|dwarfs|trails) (?:the )?[*_]*"
)


def set_beside(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A figure with its owner right in front as one of the metric of the figure before it, which it is set against."""
    text, metric = sentence.scene.text, sentence.vocabulary.metrics.get(before.metric.id or "")
    behind = (s for s in sentence.subjects if before.quantity.outer_end <= s.start < quantity.start)
    owner = next((s for s in behind if OWNED.fullmatch(text, s.end, quantity.outer_start)), None)
    if (
        not owner
        or not owner.id
        or owner.id == before.subjects[0].id
        or not AGAINST.fullmatch(text, before.quantity.outer_end, owner.start)
    ):
        return None
    fitted = fit(quantity, metric) if metric else None
    said = Choice(before.metric.id, 5.0, "metric of the figure before")
    return (
        replace(before, quantity=quantity, metric=said, subjects=(Choice(owner.id, 8.0, "S at q", owner),), fit=fitted) if fitted else None
    )
