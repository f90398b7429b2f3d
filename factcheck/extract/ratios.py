"""Ratios and differences: "3x faster than", "nearly tripling X's 18", "half the price of", "12 points ahead of", "21% fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.extract.assertion import Hedge
from factcheck.extract.fitting import fits_subject
from factcheck.extract.quantities import Quantity, before_number
from factcheck.extract.scene import MetricMark, SubjectMark
from factcheck.extract.sentence import Attached, Choice, Sentence
from factcheck.values import Number, Op, Range

WORDS: tuple[tuple[str, str], ...] = (
    ("0.5", r"half(?= (?:the|as|of (?:the|its)|that|its|their|what))|halv(?:es|ed|ing)"),
    ("2", r"twice|doubl(?:es|ed|ing|e(?! the (?:sentences|edged)))(?= |$|,)|two-?fold|twofold"),
    ("3", r"tripl(?:es|ed|ing|e)|three-?fold|thrice"),
    ("4", r"quadrupl(?:es|ed|ing|e)|four-?fold"),
    ("5", r"five-?fold|quintupl(?:es|ed|ing|e)"),
    ("10", r"(?:an )?order of magnitude|ten-?fold"),
)
WORD = [(Decimal(v), re.compile(rf"\b(?:{p})\b", re.IGNORECASE)) for v, p in WORDS]
LESS = re.compile(r"\b(?:less|fewer|cheaper|lower|slower|smaller|shorter|reduc(?:tion|ed|es|ing)|behind|below|down|trails?|decrease|drop|worse|under|discount)\b", re.IGNORECASE)
MORE = re.compile(r"\b(?:more|faster|higher|larger|bigger|greater|better|longer|ahead|above|over|increase|gain(?:s|ed|ing)?|improvement|lead(?:s|ing)?|up|growth|speed-?up|jump|expensive|advantage)\b", re.IGNORECASE)
COMPARATIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"faster|slower|speed(?:-?up)?|decoding|inference speed|throughput", ("output-speed",)),
    (r"cheaper|less expensive|the (?:price|cost)|more expensive|cost(?:s|ing)? less|lower cost|pricing", ("price",)),
    (r"smaller|larger|bigger|parameters", ("parameters",)),
    (r"compute", ("training-compute",)),
    (r"(?:fewer|more|less) (?:output )?tokens", ("output-tokens-used",)),
)
POINTS = re.compile(
    r"[- ](?:percentage[- ])?(?:points?|pts|pp)?\s?(?:ahead of|behind|above|below|higher|lower|more|fewer|less|better|worse|over|gain|gap|lead|improvement|increase|drop|smaller|larger|cheaper|faster|slower|reduction|points? (?:ahead|behind))\b"
)


@dataclass(frozen=True, slots=True)
class Related:
    """A ratio or difference read: the words that say it, its value, between whom, of what."""

    start: int
    end: int
    kind: Literal["ratio", "difference"]
    value: Number | Range
    unit: str
    op: Op
    hedge: Hedge | None
    direction: Literal["more", "less"] | None
    subject: str
    versus: tuple[str, ...]
    metric: str
    rule: str


def read_related(sentence: Sentence, attached: list[Attached]) -> Iterator[Related]:
    """The ratios and differences of a sentence, given the figures that were tied in it."""
    text = sentence.scene.text
    taken = {f.quantity.start for f in attached}
    for quantity in sentence.quantities:
        if quantity.dimension == "ratio":
            value, step = quantity.value, "ratio"
            yield from related(sentence, quantity.start, quantity.end, "ratio", value, step, quantity.op, quantity.hedge, attached)
        elif quantity.start not in taken and is_difference(text, quantity):
            unit = {"percent": "percent", "points": "points", "elo": "elo"}.get(quantity.dimension, "points")
            value = quantity.value
            if isinstance(value, Number) and value.value < 0:
                value = -value
            yield from related(sentence, quantity.start, quantity.end, "difference", value, unit, quantity.op, quantity.hedge, attached)
    for value, pattern in WORD:
        for m in pattern.finditer(text, sentence.start, sentence.end):
            if any(q.start <= m.start() < q.outer_end and q.dimension == "ratio" for q in sentence.quantities):
                continue
            op, hedge, _ = before_number(text, m.start())
            yield from related(sentence, m.start(), m.end(), "ratio", Number(value, Decimal(1) if value > 1 else Decimal("0.1")), "ratio", op, hedge, attached)


def is_difference(text: str, quantity: Quantity) -> bool:
    """Whether a quantity says by how much two things differ."""
    if quantity.dimension not in ("percent", "points", "number", "elo") or quantity.words or quantity.year:
        return False
    after = text[quantity.outer_end : quantity.outer_end + 32]
    if quantity.signed and text[quantity.start] == "+":
        return bool(re.match(r"[^.;,]{0,18}(?:vs\.?|over|versus|compared|on|from)\b", after)) or quantity.dimension == "points"
    if quantity.dimension == "percent" and re.match(r"\s?(?:of|share|chance|discount|off)\b", after):
        return False
    return bool(POINTS.match(after if after.startswith((" ", "-")) else " " + after)) or bool(re.match(r" points? (?:ahead|behind|above|below|higher|lower|better|more|clear)", after))


def related(
    sentence: Sentence,
    start: int,
    end: int,
    kind: Literal["ratio", "difference"],
    value: Number | Range,
    unit: str,
    op: Op,
    hedge: Hedge | None,
    attached: list[Attached],
) -> Iterator[Related]:
    """The relation whose figure stands at `start` to `end`, if it is clear between whom and of what."""
    subject, others = sides(sentence, start, end)
    if subject is None:
        return
    metric, rule = measured(sentence, start, end, attached, subject)
    if metric is None or fits_subject(sentence.vocabulary.metrics[metric], sentence.vocabulary.subjects[subject]) <= -3:
        return
    around = sentence.scene.text[end : end + 50]
    clause = re.split(r"[.;,]", around)[0]
    less, more = LESS.search(clause), MORE.search(clause)
    direction: Literal["more", "less"] | None = None
    if less or more:
        direction = "less" if less and (not more or less.start() < more.start()) else "more"
    yield Related(start, end, kind, value, unit, op, hedge, direction, subject, others, metric, rule)


def sides(sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    """(whose, against whom) of a relation: the subject before it, the objects or a possessive after it."""
    marks = [s for s in sentence.subjects if s.id and sentence.vocabulary.subjects[s.id].kind in ("model", "product")]
    after = [s for s in marks if s.start >= end and (s.object or possessive(sentence, s, end))]
    reach = [s for s in after if not re.search(r"[;.]", sentence.scene.text[end : s.start]) and len(sentence.words(end, s.start)) <= 12]
    versus: list[str] = []
    for s in reach:
        if versus and not re.fullmatch(r"(?:\s|,|and|or|&|\*|['’]s)*", sentence.scene.text[last.end : s.start]):
            break
        versus.append(s.id or "")
        last: SubjectMark = s
    before = [s for s in marks if s.end <= start and not s.object and s.id not in versus]
    if before:
        same = [s for s in before if sentence.same_clause(s.start, start)]
        return (same or before)[-1].id, tuple(dict.fromkeys(versus))
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in versus and choice.weight >= 3.5 and sentence.vocabulary.subjects[choice.id].kind in ("model", "product"):
            return choice.id, tuple(dict.fromkeys(versus))
    return None, ()


def possessive(sentence: Sentence, mark: SubjectMark, end: int) -> bool:
    text = sentence.scene.text
    lead = text[end : mark.start]
    return bool(re.match(r"['’]s?\b", text[mark.end : mark.end + 2])) or bool(re.search(r"\b(?:of|than|as|over|to|vs\.?) (?:the )?$", lead))


def measured(sentence: Sentence, start: int, end: int, attached: list[Attached], subject: str) -> tuple[str | None, str]:
    """Of what a relation is: a metric named right after it, what a comparative means, or the figure that it compares."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    near: list[MetricMark] = [m for m in sentence.metrics if m.id and m.cue is None]
    for m in near:
        if end <= m.start and len(sentence.words(end, m.start)) <= 4 and not re.search(r"[.;,()]", text[end : m.start]) and vocabulary.metrics[m.id or ""].kind not in ("date", "rank", "availability"):
            return m.id, "metric after it"
    phrase = text[end : end + 30]
    for pattern, ids in COMPARATIVE:
        if re.match(rf"[- ]?(?:\w+ ){{0,2}}?(?:{pattern})\b", phrase.lstrip(), re.IGNORECASE):
            metric = vocabulary.role(*ids)
            return (metric.id, "comparative") if metric else (None, "")
    own: list[Choice] = [f.metric for f in attached if any(s.id == subject for s in f.subjects) and f.quantity.end <= start]
    if own and own[-1].id:
        return own[-1].id, "metric of the figure before"
    strong = [m for m in near if not m.weak and vocabulary.metrics[m.id or ""].kind in ("score", "tokens", "price", "speed")]
    if len({m.id for m in strong}) == 1 and sentence.same_clause(strong[0].start, start):
        return strong[0].id, "metric of the clause"
    return None, ""
