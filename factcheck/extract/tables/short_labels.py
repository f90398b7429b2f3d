"""The labels of configurations written out: "Vocab. size", "Num. heads", "Hidden dim", "n_layer"."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.patterns import compile_re

COUNT = compile_re(r"(?:(?:num(?:ber)?|no)\b\.?(?: of)?|#(?: ?of)?|n(?:um)?_) ?(?=[a-z])")
COUNTED = compile_re(r"step|layer|expert|head|epoch", re.IGNORECASE)  # of which a figure says how many
WHOLE = {"vocab": "vocabulary", "dim": "size", "dims": "size", "dimension": "size", "attn": "attention", "emb": "embedding"}


def written_out(text: str) -> str:
    """A label's words without brackets, in full, and in the plural where it counts them; "" where nothing in it is short for anything.

    >>> written_out("**Vocab. Size**"), written_out("Num. Heads"), written_out("n_layer"), written_out("Hidden dimension (per expert)")
    ('vocabulary size', 'heads', 'layers', 'hidden size')
    >>> written_out("Context"), written_out("Number"), written_out("#1"), written_out("Step")
    ('', '', '', 'steps')
    """
    if COUNTED.fullmatch(text):
        return f"{text.lower()}s"
    said = patterns.sub(r"\([^()]*\)", " ", text).strip(" *_`:").lower()
    counted = COUNT.match(said)
    words = [WHOLE.get(word.rstrip("."), word) for word in patterns.split(r"[\s_]+", said[counted.end() :] if counted else said) if word]
    full = " ".join(words)
    if counted and not full.endswith("s"):
        full += "s"
    return full if words and full != said else ""
