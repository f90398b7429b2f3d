"""Sizes that are told by the model they stand beside, and those that are of no model in particular: "the 31B model", "a 7B-class model"."""

from __future__ import annotations

import re
from functools import cache

from factcheck import patterns
from factcheck.extract.forms.fitting import low
from factcheck.extract.forms.frames import Settled
from factcheck.extract.forms.size_frames import ON_OFFER, PARAMS, SIZES
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import Number

SIZE = compile_re(
    r"[- ](?:(?!(?:models|to|of|and|or|in|on|for|with|at|by|as|is|are|was|than|that|which|the|an?)\b)\w+[ -]){0,7}?"
    r"(?:model|MoE|[SV]?LM|VLA|LLM|transformer|mixture|checkpoint|variant|version|system|encoder"
    r"|decoder|network|monster|behemoth|giant)\b(?!s)"
)
LEAST = 10**7  # parameters that a model is named with in millions: "1.05M" beside a name is something else
LEVEL = compile_re(rf"[ -]?(?:{PARAMS}[ -])?(?:models?[ -])?(?:level|class|speeds?|territory|range|equivalent|league)\b")
EACH = compile_re(rf"(?:[ -]{PARAMS})?(?: each\b| apiece\b| per expert\b)")
MODELS = compile_re(rf"(?:[ -]{PARAMS})?[ -](?:(?!(?:of|to|and|or|in)\b)[\w-]+ ){{0,2}}(?:models|LLMs|networks)\b", re.IGNORECASE)
# "for 7B models", "beyond 30B parameters": of models of this size, whosever they are.
OF_THEM = compile_re(
    r"\b(?:for|among|on|of|like|than|to|between|beats?|rivals?|match(?:es)?|outperforms?)(?: (?:even|small|large|both|dense))*[ *]*$",
    re.IGNORECASE,
)
OF_MODELS = compile_re(r"\b(?:models|LLMs|networks) \([~≈]?$", re.IGNORECASE)  # "Large models (24-34B)"
# "built on a 671B MoE with 37B active": what somebody is, and not what he is like
BUILT_ON = compile_re(r"\b(?:on|upon|around|using) an?(?: (?:massive|huge|sparse|large|single))? [*]*$")
WITH_ACTIVE = compile_re(
    r"[^.;:]{0,40}? (?:with|of which|but)(?: only| just| about| roughly| some)* ~?\d[\d.]*[BM] (?:are )?activ(?:e|ated)\b"
)
PAST = compile_re(r"(?:above|below|beyond|past)\b", re.IGNORECASE)
STANDS = compile_re(r"\b(?:is|are|was|were|sits?|stands?|remains?|stays?|at|well|just|far|slightly|comfortably|still)[ *]*$")
# "A 70B model needs ...": none in particular, other than "A 70B model from S needs", "a 70B model called S".
FIRST = compile_re(r"\W*(?:An?|Any) [*]*")
GENERIC = compile_re(
    r"[*]*(?: (?:at|in) [\w-]+)? (?!from|by|of|that|which|called|named|dubbed|with|trained|built|released|to|for|in|at|on)[a-z]+"
)
PACKED = compile_re(r"-A\d[\d.]*B\b")
THE = compile_re(r"\b[Tt]he (?:[a-z]+ )?$")
WRITTEN = compile_re(r"\d(?: ?[BT]|M)$|\d[- ](?:b|tr)illion$")
END = compile_re(r"[ *]*(?:[,.;)]|$|(?:and|but|with|in|total|of)\b)")
NAMED = compile_re(r"(?:,? (?:and |or |to )?\d[\d.]*[BMT])*[ *\"“]+")  # "the 1B and 3B S models"
BEHIND = compile_re(r"[),;]|-A\d| (?:(?:open|closed|dense|sparse|proprietary|multimodal)\b|MoE\b)")  # "S (33B open-weight)"
STATED = compile_re(r"\b(?:param(?:eter)?s?|size|large)\b")
AT = compile_re(r"\b[Aa]t (?:(?:just|only|about|around|roughly|nearly|over|under) )?~?$")
IS = compile_re(r"[ *,]*(?:is|are|was|has|have|stands at|weighs in at|comes in at)(?: (?:only|just|about|around|roughly|a mere))* ?~?")
BESIDE = compile_re(r"[*_`\"”]*(?: \([^()]*\))?(?: at|:)(?: (?:just|only|about|around|roughly|a mere))* ?~?")  # "S at 671B", "S: 1.5B"
IS_A = compile_re(r"[ *,]*(?:is|was)(?: (?:an?|only|just|about|around|roughly|still|now))* ?~?")  # "S is a 20B diffusion transformer"
SORT = compile_re(r" (?!tokens?\b|users?\b|context\b|downloads?\b|dollars?\b|business|company|startup)[A-Za-z]")


@cache
def of_any_model() -> re.Pattern[str]:
    """Words before a size of models in general, or of what a model is set against: "every 13B model", "as fast as a 3B model"."""
    return compile_re(
        r"\b(?:every|any|most|many|all|some|each|no|another|other|typical|average|like|than|against|unlike|vs\.?|versus|traditional|comparable"
        r"|equivalent|equal|similar|akin|(?:compared|relative|next) (?:to|with)|competing|rival|standard"
        r"|as [a-z]+ as|(?:speed|pace|cost|price|quality|level|size|footprint) of"
        r"|(?:runs?|ran|running|serves?|hosts?|loads?|pulls?|downloads?|tr(?:y|ies)|fits?|supports?|handles?) an?"
        r"|for an?|why an?|how an?|on an?|of an?|beats? an?|matche?s? an?)(?: (?:to|the|a"
        r"|an|typical|much|larger|bigger|smaller|new|older|dense|sparse|full|single|hypothetical))*[ *]*$",
        re.IGNORECASE,
    )


# "the best of open models under 40B": where a class of models ends.
CLASS = compile_re(
    r"\b(?:models|LLMs|systems|networks|ones|class|category|segment|division|anything|everything)(?: with| of| at| in)?(?: the)? $"
)
DASH = compile_re(r"[*_]*(?: \([^()]*\))?[*_]* ?(?::|[–—|·]| -)[*_ ]*")
NEXT = compile_re(r"[*_]*(?:[,;|·]| \(| [–—|·-] |$)")
# A size neither grows nor shrinks: "1.3T (+9%)" is of something else.
MOVES = compile_re(r"[*_]*,? ?[(\[]?(?:[+−-] ?\d|[▲▼↑↓]|(?:up|down|flat)\b)")
COMMA = compile_re(r"[*_]*, [*_]*")
# "Tern (1B/3B/8B)": the larger ones last; a larger one first is a total with what is active of it
SLASHED = compile_re(r"(?<=\()\d[\d.]*B(?: ?/ ?\d[\d.]*B)+(?=\))")


def likened(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a size is that of models in general, or of one that a model is set against: "as quick as a 3B model", "70B-class"."""
    text = sentence.scene.text
    if quantity.dimension in SIZES and quantity.words and quantity.scaled and MODELS.match(text, quantity.end):
        return True  # "two trillion-parameter models" are two
    if quantity.dimension not in SIZES or not WRITTEN.search(text[quantity.start : quantity.end]):
        return False
    if LEVEL.match(text, quantity.end) or EACH.match(text, quantity.end):
        return True
    before = text[max(sentence.start, quantity.outer_start - 30) : quantity.outer_start]
    if OF_MODELS.search(before) and not sentence.subjects:
        return True
    size = SIZE.match(text, quantity.end)
    if size and FIRST.fullmatch(text, sentence.start, quantity.outer_start) and GENERIC.match(text, size.end()):
        return True
    if BUILT_ON.search(before) and WITH_ACTIVE.match(text, quantity.end):
        return False
    beyond = PAST.match(text, quantity.outer_start, quantity.start) and not STANDS.search(before)
    bound = quantity.op in ("<", ">") and CLASS.search(before)
    several = MODELS.match(text, quantity.end) and OF_THEM.search(before)
    return bool(beyond or bound or several or (size and of_any_model().search(before)))


# A name of two words, the second of letters and digits, that goes on with a list or a sentence: "and Quokka M1 ("
ANOTHER = compile_re(r"(?:,|\band|\bor|&|\bplus) (?P<n>[A-Z][a-z]+ (?:[A-Z][\w.]*)?\d[\w.]*) $")


def of_another(sentence: Sentence, bracket: int) -> bool:
    """Whether a bracket stands right behind a name that the vocabulary lacks: "Aurora 2 (33B) and Quokka M1 (225B)"."""
    name = ANOTHER.search(sentence.scene.text, sentence.start, bracket)
    if name is None or not any(s.end <= name.start() for s in sentence.subjects):
        return False
    marks = [(m.start, m.end) for m in sentence.subjects] + [(m.start, m.end) for m in sentence.metrics]
    return not any(start < bracket and name.start("n") < end for start, end in marks)


def size_beside_a_model(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The metric of parameters, where a large number is nothing but a model's size: "a 31B model", "Maverick (400B)", "the 675B Tern"."""
    text = sentence.scene.text
    written = WRITTEN.search(text[quantity.start : quantity.end])
    metric = sentence.vocabulary.role("parameters")
    if quantity.dimension not in SIZES or not written or not metric or likened(sentence, quantity):
        return None
    if slashed(sentence, quantity):
        return Settled(metric, ON_OFFER)
    if PACKED.match(text, quantity.end) and THE.search(text, sentence.start, quantity.outer_start):
        return None  # "the 20B-A3B variant": a name
    bracket = sentence.scene.bracket(quantity.start)
    alone = (
        bracket is not None
        and (not text[bracket[0] + 1 : quantity.outer_start].strip() or behind_a_name(sentence, bracket[0] + 1, quantity.outer_start))
        and BEHIND.match(text, quantity.end) is not None
    )
    if alone and bracket and of_another(sentence, bracket[0]):
        return None
    digits = written.group()[1:].strip() in ("B", "T") or (alone and of_model(sentence, bracket) and low(quantity.value) >= LEAST)
    if (
        digits
        and not MOVES.match(text, quantity.end)
        and NEXT.match(text, quantity.end)
        and any(opens_item(sentence, s.start, s.end, quantity.outer_start) for s in sentence.subjects)
    ):
        return Settled(metric, "size beside a model")
    named = any(quantity.end < s.start and NAMED.fullmatch(text, quantity.end, s.start) for s in sentence.subjects)
    if SIZE.match(text, quantity.end):
        return Settled(metric, "size of a model")
    if digits and (alone or named):
        return Settled(metric, "size beside a model")
    is_a = any(sentence.is_model(s.id) and IS_A.fullmatch(text, s.end, quantity.outer_start) for s in sentence.subjects)
    if digits and is_a and SORT.match(text, quantity.end):
        return Settled(metric, "size of a model")
    if not digits or not END.match(text, quantity.end):
        return None
    stated = STATED.search(text, sentence.start, sentence.end) or text[sentence.start : quantity.start].strip(" *") == "At"
    said = any(sentence.is_model(s.id) and IS.fullmatch(text, s.end, quantity.outer_start) for s in sentence.subjects)
    models = [s for s in sentence.subjects if s.id and not s.pronoun and sentence.vocabulary.subjects[s.id].kind == "model"]
    said = said or (written.group().endswith("B") and any(BESIDE.fullmatch(text, s.end, quantity.outer_start) for s in models))
    return Settled(metric, "size in a sentence on sizes") if said or (stated and AT.search(text[: quantity.start])) else None


def slashed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a size is one of several that a family has: 3B of "Tern (1B/3B/8B)"."""
    text = sentence.scene.text
    run = next((m for m in SLASHED.finditer(text, sentence.start, sentence.end) if m.start() <= quantity.start < m.end()), None)
    within = [q.value for q in sentence.quantities if run and run.start() <= q.start < run.end()]
    sizes = [v.value for v in within if isinstance(v, Number)]
    return len(sizes) > 1 and sizes == sorted(sizes)


def of_model(sentence: Sentence, bracket: tuple[int, int] | None) -> bool:
    """Whether brackets stand right behind the name of a model, where nothing is told of tokens: "S Small (372M)"."""
    if any(q.dimension == "tokens" for q in sentence.quantities):
        return False
    models = [s for s in sentence.subjects if s.id and not s.pronoun and sentence.vocabulary.subjects[s.id].kind == "model"]
    return bracket is not None and any(s.end <= bracket[0] and not sentence.scene.text[s.end : bracket[0]].strip(" *_") for s in models)


def opens_item(sentence: Sentence, start: int, end: int, at: int) -> bool:
    """Whether a name opens a line and nothing but a dash or a colon stands between it and an offset: "**Tern** – 7B, Apache 2.0"."""
    text = sentence.scene.text
    return not text[:start].strip(" *_•-") and DASH.fullmatch(text, end, at) is not None


def behind_a_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but a name and a comma stands between two offsets: "(Borealis, 70B)", "(Tern Mini, 8B)"."""
    text = sentence.scene.text
    return any(start <= s.start and not text[start : s.start].strip(" *_") and COMMA.fullmatch(text, s.end, end) for s in sentence.subjects)


def speaks_of_sizes(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a large number is one of parameters: it says so, is written as they are ("70B"), or its sentence names parameters."""
    text = sentence.scene.text
    written = patterns.search(r"\d[MBT]$", text[quantity.start : quantity.end])
    return quantity.dimension == "parameters" or bool(
        written or patterns.search(rf"\b{PARAMS}\b|\bMoE\b|\bexperts\b|illion[ -]weights?\b", text[sentence.start : sentence.end])
    )
