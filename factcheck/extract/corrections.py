"""Figures that an article takes back: "$5 (corrected from $15)", "44.9, not 49.4", "an earlier version of this story gave it as 65"."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

CORRECTED = compile_re(
    r"\b(?:corrected from|(?:previously|originally|initially) (?:reported|listed|claimed|stated|published|announced)(?: as| at)?)\b"
    r"[^.;()]{0,24}$",
    re.IGNORECASE,
)
# "44.9, not 49.4 as we wrote"
NOT = compile_re(r"\bnot (?:the )?[$€£~*]*$")
AS_SAID = compile_re(
    r"[*]*,? (?:as|which|that) (?:(?:an?|the|our|we|I|it|was|is|has|had|been|were) )*(?:(?:previously|originally|initially|first"
    r"|earlier|wrongly"
    r"|mistakenly|erroneously) )*(?:said|wrote|reported|stated|published|claimed|listed|given|gave|printed|misreported"
    r"|(?:earlier|previous|original|first) (?:version|draft|edition|story|report|post|article))\b",
    re.IGNORECASE,
)
# "An earlier version of this story gave the score as 65."
ONCE = compile_re(
    r"\W*(?:(?:Correction|Update|Note|Clarification)(?:,? [\w ,]{3,20})?[^\w.]{1,6})?"
    r"(?:An?|The|Our|In an?|In the) (?:earlier|previous|prior|original"
    r"|first|initial)"
    r" (?:version|draft|edition|post|piece|report|story) (?:of (?:this|the|our) [\w-]+ )?[^.;,]{0,20}?"
    r"\b(?:said|gave|stated|misstated|reported|misreported|listed|put|had|quoted|cited|claimed|named|read)\b"
    r"(?:(?!\b(?:not|instead of|rather than|but|when|while|whereas)\b)[^;])*$",
    re.IGNORECASE,
)

# "We wrote that it costs $2. The correct figure is $3."
WROTE = compile_re(
    r"(?<!\bAs )(?<!\bas )\bwe (?:(?:also|first|wrongly) )?(?:wrote|said|reported|stated|claimed|gave|put|listed)\b", re.IGNORECASE
)
MENDED = compile_re(
    r"\b(?:correct|right|actual|real|true) (?:figure|number|price|date|score|value|one)\b|\bthe (?:figure|number|price|score) (?:is|was)\b"
    r"|\b(?:was|is|were) (?:wrong|incorrect|mistaken)\b|\bshould (?:be|have)\b|\bin fact\b|\bactually\b",
    re.IGNORECASE,
)
HEADED = compile_re(r"\b(?:corrections?|errat(?:um|a)|clarifications?)\b", re.IGNORECASE)


def retracted(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a figure is one that the sentence takes back, None if it does not."""
    text = sentence.scene.text
    same = any(q.dimension == quantity.dimension and q.end <= quantity.start for q in sentence.quantities)
    taken_back = (
        CORRECTED.search(text, sentence.start, quantity.outer_start)
        or (same and NOT.search(text, sentence.start, quantity.outer_start) and AS_SAID.match(text, quantity.outer_end))
        or ONCE.fullmatch(text, sentence.start, quantity.outer_start)
        or (WROTE.search(text, sentence.start, quantity.outer_start) and mended(sentence, quantity))
    )
    return "what was said before and is no longer" if taken_back else None


def mended(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether what follows a figure puts it right, or what stands above says that this is done here; what is behind that is right."""
    text = sentence.scene.text
    right = MENDED.search(text, sentence.start, quantity.outer_start)
    headed = HEADED.search(text, 0, quantity.outer_start) or any(HEADED.search(above) for above in sentence.around.above)
    return not right and bool(headed or MENDED.search(text, quantity.outer_end))
