"""Figures that only tell how something was measured: "Averaged over ten runs, 200K context"."""

from __future__ import annotations

import re

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

OF_TOKENS = compile_re(r"[ -](?:tokens?|context|ctx|thinking|output)\b")
METHOD = compile_re(
    r"[\W\d¹²³⁴-⁹]*(?:(?:All|Our|The|These) )?(?:(?:[Ss]cores?|[Rr]esults?|[Ff]igures?|[Nn]umbers?) (?:(?:are|is|were|was) )?)?"
    r"(?:[Aa]veraged|[Ee]valuated|[Mm]easured|[Tt]ested|[Bb]enchmarked|[Oo]btained|[Rr]un)"
    r" (?:over|on|with|at|using|across|in|without|under)\b"
)

# "GPU offload was set to 35 layers", "I set a context of 91,000 tokens": how somebody ran it
SET_TO = compile_re(
    r"\b(?:I|we|you)(?:['’]ve| have| also| then)? (?:set|configured|gave it|left it at|fixed"
    r"|ran it (?:with|at))\b(?:(?!\b(?:and|but|while)\b)[^.;,:])*$"
    r"|\b(?:is|was|were|being|been) (?:set|configured|fixed|left)(?: (?:to|at|on))(?: (?:about|around|just|only))? [*~]*$",
    re.IGNORECASE,
)


def method(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a number of tokens is nobody's in a sentence that opens with how it was measured, None for any other."""
    tokens = quantity.dimension == "tokens" or OF_TOKENS.match(sentence.scene.text, quantity.end)
    told = bool(tokens and METHOD.match(sentence.scene.text, sentence.start))
    counted = quantity.dimension in ("tokens", "number")
    told = told or bool(counted and SET_TO.search(sentence.scene.text, sentence.start, quantity.outer_start))
    return "how something was measured" if told else None
