"""Windows that stand in brackets behind a model, with nothing to say what they are: "Tern (7B, 32K)"."""

from __future__ import annotations

from factcheck.extract.forms.frames import Settled
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

# What windows are, in thousands or millions of tokens.
USUAL = compile_re(r"(?:4|8|16|24|32|40|64|96|128|131|160|192|196|200|256|260|262|272|400|500|512|1000|1024)[kK]|(?:1|2|4|10)M")


def window_in_brackets(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The metric of windows, where a figure is as they are and stands in the brackets behind a model's name, beside other facts of it."""
    metric, bracket = sentence.vocabulary.role("context-window"), sentence.scene.bracket(quantity.start)
    text = sentence.scene.text
    if not metric or not bracket or quantity.dimension != "number" or not USUAL.fullmatch(text[quantity.start : quantity.end]):
        return None
    others = [q for q in sentence.quantities if q is not quantity and sentence.scene.bracket(q.start) == bracket]
    alone = text[: quantity.start].rstrip(" *").endswith((",", "(")) and text[quantity.end :].lstrip(" *").startswith((",", ")"))
    models = (s for s in sentence.subjects if sentence.is_model(s.id) and s.end <= bracket[0])
    return (
        Settled(metric, "window beside a model")
        if others and alone and any(not text[s.end : bracket[0]].strip(" *_`") for s in models)
        else None
    )
