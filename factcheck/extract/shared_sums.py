"""Sums that are those of several together, or of each of those that are counted: nobody's own."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

# "A and B will together spend": of none of them alone.
TOGETHER = compile_re(
    r"\b(?:collectively|jointly|together|combined|in total|between them)\b(?! (?:AI|with)\b)"
    r"(?: (?!and|while|but|which)[\w'’-]+){0,6} (?:[$€£(~]|about |around |roughly |nearly |over )*$",
    re.IGNORECASE,
)
# "two of them raised $180 million combined": of none of them alone
IN_ALL = compile_re(
    r"(?: (?:in|of) [a-z]+)?(?: (?!and|or|but|with)[a-z]+){0,3}?,? (?:combined|between them|all told)\b"
    r"(?=\W*$|[.,;:)]| (?:last|this|in|over|across|since|and|from|by|for)\b)"
)
# "1,000 customers paying $1M": of each of them
COUNTED_WITH = compile_re(
    r"\b\d[\d,.]*\+?(?: (?:thousand|million|billion)|[kKM]\b)? (?:[\w-]+ ){0,2}(?:customers|clients|accounts|businesses|companies|startups"
    r"|firms|users|subscribers) (?:(?:each|that|who|which|now|are|were) )*"
    r"(?:at|with|paying|spending|worth|generating|making|earning|above|over)"
    r" (?:(?:more than|over|at least|about|around|roughly|up to|an?) )*[~>≥]?$"
)
LISTED = compile_re(r",? (?:and|&) (?:the |its )?")


def together(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is that of several: "A, B and C will collectively spend $3 billion", "two of them raised $180 million combined"."""
    text = sentence.scene.text
    if IN_ALL.match(text, quantity.outer_end):
        return True
    said = TOGETHER.search(text, sentence.start, quantity.outer_start)
    before = [s for s in sentence.subjects if said and not s.pronoun and s.end <= said.start()]
    return len(before) > 1 and LISTED.fullmatch(text, before[-2].end, before[-1].start) is not None


def of_the_former(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is that of several that were named before the sentence: "Together the three hold 88 percent"."""
    said = TOGETHER.search(sentence.scene.text, sentence.start, quantity.outer_start)
    leads = said is not None and not sentence.scene.text[sentence.start : said.start()].strip(" *_-")
    return leads and not any(s.id and not s.pronoun and s.end <= quantity.start for s in sentence.subjects)


def of_each(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is what each of those has who are counted before it: "1,000 customers paying $1M"."""
    return COUNTED_WITH.search(sentence.scene.text, sentence.start, quantity.outer_start) is not None
