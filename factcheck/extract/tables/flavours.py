"""The flavour of a metric that a label names: what is left of "Short-form WER (dev) ↓" once name, unit and method are off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck import patterns
from factcheck.patterns import compile_re

WORD = compile_re(r"[^\W_](?:[\w.'’]|[-–+](?=\w))*")
# How a score is counted and shown, which no ledger tells apart.
COUNTING = frozenset(
    "the of in on for a an and or to by as with without is are not score scores scored scoring accuracy accuracies acc benchmark "
    "benchmarks index rate rates result results test tests eval evaluation evaluations evals value values point points pts max "
    "maximum min avg average averaged mean total overall usd tokens token tok tokens/s per m k b t million billion thousand mtok mo model "
    "models em f1 chrf bleu rouge elo rating pass @ percent percentage pct resolved solved correct success metric metrics measure "
    "public full set tools tool price prices pricing cost costs higher lower better best seconds second secs sec s ms hours hour "
    "hrs h days minutes mins x times unit units number our ours measured reported self-reported claimed rumored rumoured unofficial "
    "official vendor est estimated approx about performance speed length window limit size count date year month day us eu utc new "
    "shot shots setting user users seat seats verified self bold ref reference source vs versus mb gb tb kb gib mib length- "
    "controlled standard list weighted macro micro task "
    "tasks up down num no n nr required requirement requirements needed minimum minimal".split()
)
# What a benchmark is about, in words that no part of it alone is called by.
FIELDS = frozenset(
    "knowledge world reasoning logical logic coding code programming math maths mathematics mathematical science scientific language"
    " understanding comprehension multimodal general graduate graduate-level undergraduate undergraduate-level phd phd-level expert"
    " expert-level academic problem-solving problem solving software engineering agentic agent agents tool-use use commonsense common sense"
    " question questions answering qa exam exams competition competitive olympiad grade school grade-school high-school generation level"
    " professional broad advanced complex multi-task multitask challenging factuality factual instruction following ability".split()
)
MONTH = compile_re(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}", re.IGNORECASE)
PLAIN = compile_re(
    r"\b(?:higher|lower|bigger|smaller|more|less) is better\b|\bexact[ -]match\b"
    r"|\(per [^()]*\)|\([^()]*\b(?:in|ex)cl(?:ud(?:ed|es|ing))?\b[^()]*\)",
    re.IGNORECASE,
)
# What the brackets of a standard label may tell of it: precision, device, batch, stage.
SETTING = compile_re(
    r"(?:fp|bf|int|q|w|mxfp|nvfp)\d+(?:[-_]?[\w-]+)?|\d{1,2}-?bit|gguf|awq|gptq|onnx|quanti[sz]ed|full precision|half precision"
    r"|(?:[≤<>≥]=? ?|(?:up to|over|above|below|under|beyond|(?:longer|shorter|more|less|larger|greater) than) )\d[\d.,]* ?[KM]?(?: tokens)?"
    r"|long[ -]context"
    r"|vision|text|image|audio|video|batch|streaming|cached|uncached|[a-z]+ tier|first token|cold|warm|peak|off-peak|median|p\d\d|cpu|gpu",
    re.IGNORECASE,
)
# A header that says no more than when what is beside it holds: for prompts up to a length, in a mode of processing, after a change.
PRICED = compile_re(
    r"(?:(?:prompts?|inputs?|context|requests?)(?: (?:length|size))? )?(?:[≤<>≥]=? ?|(?:up to|over|above|below|under|beyond) )"
    r"\d[\d.,]* ?[KM]?(?: (?:input )?tokens)?|batch(?: API| mode)?|flex|priority|off-peak|(?:short|long)[ -]context|before|after",
    re.IGNORECASE,
)
# Such words beside those of a price: "Batch input", "Output > 200K".
PRICE = r"(?:input|output|prompt|completion|price|pricing|costs?)\b"
PRICED_BESIDE = compile_re(
    rf"(?P<before>batch|flex|priority|off-peak|(?:short|long)[ -]context)(?: API| mode)? (?={PRICE})"
    rf"|(?<=put |ion |ice |ens |ost )(?P<behind>(?:[≤<>≥]=? ?|(?:up to|over|above|below|under|beyond) )\d[\d.,]* ?[KM]?(?: tokens)?)$",
    re.IGNORECASE,
)
NEGATES = ("no", "without", "not")  # "(no file)" is not "(file)"
MOST = 4  # words: more are a sentence about the metric, not a flavour of it


def flavour(text: str, taken: Iterable[tuple[int, int]], names: Iterable[str] = ()) -> str:
    """The words of a metric's label, lower-cased, that stand outside the spans `taken` and do not only say how it is counted.

    Words of the metric's own `names` do not count either.

    >>> flavour("Short-form WER (dev) ↓", [(11, 14)]), flavour("Accuracy on GPQA (%)", [(12, 16)])
    ('short-form dev', '')
    """
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    text = PLAIN.sub(" ", text)
    words = [w.lower().rstrip("._") for w in WORD.findall(text)]
    plain = COUNTING.union(*(patterns.findall(r"\w+", name.lower()) for name in names))
    words = [
        f"{words[i - 1]} {w}" if i and words[i - 1] in NEGATES and w not in plain else w
        for i, w in enumerate(words)
        if w not in plain and patterns.search(r"[^\W\d_]", w) and not patterns.fullmatch(r"\d+(?:-shot|[kmbt%]|th|st|nd|rd)", w)
    ]
    words = [w for w in words if not MONTH.fullmatch(w)]
    return " ".join(words) if len(words) <= MOST and not FIELDS.issuperset(words) else ""


def setting(text: str) -> str:
    """The setting in the brackets of a standard label, or that a label is; "" for any other.

    >>> setting("Size (INT4)"), setting("VRAM (4-bit)"), setting("Prompts > 200K"), setting("Input (per 1M)"), setting("Context")
    ('int4', '4-bit', 'prompts > 200k', '', '')
    >>> setting("Batch input"), setting("Output > 200K"), setting("Batch size")
    ('batch', '> 200k', '')
    """
    if PRICED.fullmatch(text.strip(" *_")):
        return plain(text)
    if beside := PRICED_BESIDE.search(text.strip(" *_")):
        return plain(beside["before"] or beside["behind"])
    found = [m.strip() for m in patterns.findall(r"\(([^)]*)\)", text)]
    return found[0].lower() if len(found) == 1 and SETTING.fullmatch(found[0]) else ""


def plain(text: str) -> str:
    """A text as the value of a condition: lower-case words without markup, brackets and commas.

    >>> plain("**RTX 4090 (24 GB)**, Linux")
    'rtx 4090 24 gb linux'
    """
    return " ".join(patterns.sub(r"[()\[\],;*`]|\b_+|_+\b", " ", text).lower().split()).strip(" -–/")
