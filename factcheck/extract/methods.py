"""Figures that only tell how something was measured: "Averaged over ten runs, 200K context"."""

from __future__ import annotations

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

OF_TOKENS = compile_re(r"[ -](?:tokens?|context|ctx|thinking|output)\b")
METHOD = compile_re(
    r"[\W\d¹²³⁴-⁹]*(?:(?:All|Our|The|These) )?(?:(?:[Ss]cores?|[Rr]esults?|[Ff]igures?|[Nn]umbers?) (?:(?:are|is|were|was) )?)?"
    r"(?:[Aa]veraged|[Ee]valuated|[Mm]easured|[Tt]ested|[Bb]enchmarked|[Oo]btained|[Rr]un)"
    r" (?:over|on|with|at|using|across|in|without|under)\b"
)


def method(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a number of tokens is nobody's in a sentence that opens with how it was measured, None for any other."""
    tokens = quantity.dimension == "tokens" or OF_TOKENS.match(sentence.scene.text, quantity.end)
    told = tokens and METHOD.match(sentence.scene.text, sentence.start)
    return "how something was measured" if told else None
