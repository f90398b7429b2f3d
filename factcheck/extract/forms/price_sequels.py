"""Prices that follow others of the sentence in their order: "$4 for input and $18 for output instead of $2 and $12"."""

from __future__ import annotations

from factcheck.extract.forms.fitting import fit
from factcheck.extract.forms.frames import Settled
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

BETWEEN = compile_re(r"(?: ?(?:cents?|¢|dollars?))?[* ]*(?:/|and|,)[ *]*(?:(?:about|just|only) )?[~]?")
# What sets a second pair against the first: "instead of $2 and $12", "(previously $2/$12)"
SET_AGAINST = compile_re(
    r"(?:instead of|rather than|compared (?:to|with)|against|versus|vs\.?|(?:up|down) from|previously|formerly|before(?: it was)?|was|were)"
    r"[ *]*[~]?$"
)
BEHIND_A_NAME = compile_re(
    r"[*_]*:? (?:itself )?(?:(?:comes to|costs?|charges|asks(?: for)?|is|at|goes for|takes|wants|stays at|sits at|to) )?(?:(?:only"
    r"|just) )?[*~]*"
)
SIDES = ("price-input", "price-output")


def later_pairs(sentence: Sentence, found: dict[int, Settled]) -> dict[int, Settled]:
    """The prices of bare pairs, by where they start, that go on from a pair of input and output price in `found`: those set against it,
    and those in brackets of their own."""
    metrics = [sentence.vocabulary.role(side) for side in SIDES]
    price_in, price_out = metrics
    money = [q for q in sentence.quantities if q.dimension == "money"]
    sides = [found[q.start].metric if q.start in found else None for q in money]
    out: dict[int, Settled] = {}
    if price_in is None or price_out is None:
        return out
    for i in range(2, len(money) - 1):
        first, second = money[i : i + 2]
        known = any(sides[j : j + 2] == metrics for j in range(i - 1))
        bare = first.start not in found | out and second.start not in found
        if not known or not bare or not BETWEEN.fullmatch(sentence.scene.text, first.end, second.start):
            continue
        if (against(sentence, first) or enclosed(sentence, first, second)) and fit(first, price_in) and fit(second, price_out):
            out |= {first.start: Settled(price_in, "pair of prices"), second.start: Settled(price_out, "pair of prices")}
    return out


def against(sentence: Sentence, first: Quantity) -> bool:
    """Whether words before a figure set it against what was said before, or say of somebody by name that he asks it."""
    text = sentence.scene.text
    named = any(s.end <= first.start and BEHIND_A_NAME.fullmatch(text, s.end, first.outer_start) for s in sentence.subjects)
    return named or SET_AGAINST.search(text, sentence.start, first.outer_start) is not None


def enclosed(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether nothing else stands in the brackets round two figures."""
    bracket, text = sentence.scene.bracket(first.start), sentence.scene.text
    inside = bracket is not None and bracket == sentence.scene.bracket(second.start)
    return (
        inside and not (text[bracket[0] + 1 : first.start] + text[second.outer_end : bracket[1] - 1]).strip(" *~$)") if bracket else False
    )
