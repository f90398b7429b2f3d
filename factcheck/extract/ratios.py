"""Ratios and differences: "3x faster than", "nearly tripling X's 18", "half the price of", "12 points ahead of", "21% fewer".

A figure is one of them only where words around it say so; `Figure` holds what they say, before it is settled between whom and of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.extract.assertion import Hedge
from factcheck.extract.comparisons import KINDS, UNREAL, Contest
from factcheck.extract.fitting import fits_subject
from factcheck.extract.measures import SIZE, Direction, find_comparatives
from factcheck.extract.quantities import Quantity, before_number
from factcheck.extract.scene import MetricMark, SubjectMark
from factcheck.extract.sentence import Attached, Sentence
from factcheck.values import Number, Op, Range

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}
PARTS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
# Words that are a ratio by themselves, with what must follow.
WORDS: tuple[tuple[str, str], ...] = (
    ("0.5", r"half(?= (?:the|as|of (?:the|its|what|that)|that|its|their|what|price|cost)\b)|halv(?:es|ed|ing)\b"),
    (
        "2",
        r"twice(?= (?:the|as|that|its)\b)|doubl(?:es|ed|ing|e)(?! (?:down|digits?|check|the sentences|edged|blind"
        r"|standards?)\b)(?=\W|$)|two-?fold\b",
    ),
    ("3", r"(?:three times|thrice)(?= (?:the|as|that)\b)|tripl(?:es|ed|ing|e)\b|three-?fold\b"),
    ("4", r"quadrupl(?:es|ed|ing|e)\b|four-?fold\b"),
    ("5", r"five-?fold\b|quintupl(?:es|ed|ing|e)\b"),
    ("10", r"(?:an )?order[- ]of[- ]magnitude\b|ten-?fold\b"),
    ("100", r"two orders of magnitude\b"),
    (
        "1",
        r"(?:the )?(?P<same>same)(?= (?:[\w-]+ ){0,2}?(?:price|pricing|cost|price point|context window|speed|size|score"
        r"|number of parameters)\b)",
    ),
)
WORD = [(Decimal(v), re.compile(rf"\b(?:{p})", re.IGNORECASE)) for v, p in WORDS]
PART = re.compile(r"\b(?:one|a|an)[- ](?P<p>" + "|".join(PARTS) + r")\b(?= (?:the|of (?:the|its|what|that)|as|that of)\b)", re.IGNORECASE)
AT_THE = re.compile(r"\b(?:at|of|in) (?:about |roughly )?$")
SAME_WHAT = re.compile(r" (?:price|pricing|cost|speed|size|score)\b")
PARITY = re.compile(r" (?:price|pricing|cost)\b|[\w ]{3,40}? (?:as|to) ")
# What follows a number that says how many times: a comparative, "as much", "the price", or a noun of change.
TIMES = re.compile(
    r"[*_ -]*(?:(?:significantly|even|much|speculative|additional|overall) )*(?:as (?:fast|much|many|large|big|long"
    r"|expensive|cheap|high|quick|good|efficient|costly|powerful)\b"
    r"|the (?:price|cost|speed|size|throughput|number|context|performance|compute|parameters|token|amount|output|input|score"
    r"|rate|original|previous)|(?:[\w-]+ ){0,2}(?:speed-?up|improvement|increase|reduction|boost|gain|jump|advantage"
    r"|multiplier|inflation|acceleration|difference|gap|performance|growth|savings?)\b"
    r"|more\b|less\b|fewer\b|lower\b|higher\b|over (?=[A-Z])|(?:cost|price|speed) advantage)",
    re.IGNORECASE,
)
GROWN = re.compile(
    r"\b(?:grew|grown|grows|rose|increased?s?|improv(?:es|ed|ing)|scal(?:es|ed|ing)|speeds? up|sped up|speed-?ups?"
    r"|acceleration|accelerat(?:es|ed|ing)|jump(?:s|ed)?|boost(?:s|ed)?|reduc(?:es|ed|ing|tions?)|cut(?:s"
    r"|ting)?)(?: [\w-]+){0,4}? (?:by |of |from |between )?(?:up to |about |around |roughly |nearly |almost |over "
    r"|more than |~)?[*]*$",
    re.IGNORECASE,
)
# What follows or precedes a figure that says by how much two things differ.
APART = re.compile(
    r"[* -]*(?:(?:percentage|full|whole|index|Elo|entire) )?(?:points?|pts|pp)?[* -]*"
    r"(?:ahead of|behind|above|below|clear of|short of|ahead|higher|lower|better|worse|(?:more|less|fewer|faster|slower"
    r"|cheaper|smaller|larger|bigger|shorter|longer|greater|quicker)\b"
    r"|(?:[a-z-]+ ){0,2}?(?:lead|advantage|gap|edge|improvement|increase|jump|gain|deficit|drop|reduction|boost|decrease"
    r"|savings?|discount|premium|speed-?up|margin)\b)",
)
CHANGED = re.compile(
    r"\b(?:by|up|down|gain(?:s|ed|ing)|los(?:es|t|ing)|(?:lead|advantage|gap|edge|margin|improvement|increase|gain|jump|drop"
    r"|reduction)s? (?:of|by|between))"
    r"(?: (?:about|around|roughly|nearly|almost|over|more than|a|an|just|only|up to|another|at least|to|full))*[ ~*]*$",
    re.IGNORECASE,
)
REDUCES = re.compile(r"\b(?:reduc|cut|lower|decreas|slash|shrink|drop|trim|sav)\w*\b", re.IGNORECASE)
SHARED = re.compile(r"\s?(?:of|share|chance|stake|owned|probability|accuracy|pass rate|resolution)\b")
DOWN = re.compile(
    r"\b(?:less|fewer|cheaper|lower|slower|smaller|shorter|reduc\w*|behind|below|down|trail\w*|decreas\w*|drop\w*|worse"
    r"|under|discount|cut\w*|los[et]\w*|deficit|short of|half|halv\w*)\b",
    re.IGNORECASE,
)
UP = re.compile(
    r"\b(?:more|faster|higher|larger|bigger|greater|better|longer|ahead|above|over|increas\w*|gain\w*|improv\w*|leads?"
    r"|leading|up|growth|grew|grown|speed-?ups?|jump\w*|expensive|advantage|doubl\w*|tripl\w*|boost\w*|beat\w*"
    r"|outperform\w*)\b",
    re.IGNORECASE,
)
COSTS = re.compile(r"\b(?:costs?|pric|charg)")
# Who sets the other side against the subject.
AGAINST = re.compile(
    r"\b(?:than|vs\.?|versus|of|as|over|to|from|behind|ahead of|above|below|on|with|at|against|beats?|leads?"
    r"|trails?)(?: (?:the|its|predecessor|that of|those of|what|previous|original|standard|normal))* [*\"“]*$"
)
AS_MUCH: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"as (?:fast|quick|quickly)\b|the speed|(?:inference )?speed-?ups?\b|decoding\b|throughput", ("output-speed",)),
    (r"as (?:expensive|cheap|costly)\b|the (?:price|cost)\b|(?:price|pricing|cost)\b|as much\b", ("price",)),
    (r"as (?:large|big)\b|the size\b", ("parameters",)),
    (r"as (?:long)\b", ("context-window",)),
)
POINTS = ("percent", "points", "elo")  # units of metrics that differ by points


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio or difference as written: its offsets, the value, and where the words that explain it end."""

    start: int
    end: int
    outer_end: int
    kind: Literal["ratio", "difference"]
    value: Number | Range
    unit: str
    op: Op
    hedge: Hedge | None
    form: str


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
    direction: Direction | None
    subject: str
    versus: tuple[str, ...]
    metric: str
    rule: str


def read_related(sentence: Sentence, attached: list[Attached], contest: Contest) -> Iterator[Related]:
    """The ratios and differences of a sentence, given the figures that were tied in it and what the passage compares."""
    taken = {f.quantity.start for f in attached}
    for figure in (*written_ratios(sentence), *ratio_words(sentence), *differences(sentence, taken)):
        if UNREAL.search(sentence.scene.text[max(sentence.start, figure.start - 40) : figure.start]):
            continue
        subject, versus = sides(sentence, figure)
        if subject is None:
            continue
        metric, rule = measured(sentence, figure, attached, (subject, *versus), contest)
        if metric is None or fits_subject(sentence.vocabulary.metrics[metric], sentence.vocabulary.subjects[subject]) <= -3:
            continue
        earned = sentence.vocabulary.metrics[metric]
        if earned.kind == "amount" and earned.unit == "usd" and sentence.is_model(subject):
            continue  # what is earned or raised is its maker's
        unit = figure.unit
        if unit == "points" and sentence.vocabulary.metrics[metric].unit == "elo":
            unit = "elo"
        way = direction(sentence.scene.text, figure)
        yield Related(
            *(figure.start, figure.end, figure.kind, figure.value, unit, figure.op, figure.hedge, way),
            *(subject, versus, metric, f"{figure.form}; {rule}"),
        )


def written_ratios(sentence: Sentence) -> Iterator[Figure]:
    """Numbers that say how many times, where the words around them compare: "3x faster", "grown 10x", not "a 4x zoom"."""
    text = sentence.scene.text
    for q in sentence.quantities:
        if q.dimension != "ratio":
            continue
        after = re.compile(r"(?:[*_ ]*(?:and|to|or)[*_ ]+[\d.]+x)?").match(text, q.outer_end)
        at = after.end() if after else q.outer_end
        comparative = [c for c in find_comparatives(text, at, min(sentence.end, at + 40)) if len(sentence.words(at, c.start)) <= 1]
        if comparative or TIMES.match(text, at) or GROWN.search(text[max(sentence.start, q.outer_start - 60) : q.outer_start]):
            yield Figure(q.start, q.end, at, "ratio", q.value, "ratio", q.op, q.hedge, "n times")


def ratio_words(sentence: Sentence) -> Iterator[Figure]:
    """Words that are a ratio: "twice", "half the price", "tripling", "an order of magnitude", "one-twentieth the cost", "same price"."""
    text = sentence.scene.text
    for value, pattern in WORD:
        for m in pattern.finditer(text, sentence.start, sentence.end):
            if any(q.start <= m.start() < q.outer_end and q.dimension == "ratio" for q in sentence.quantities):
                continue
            op, hedge, _ = before_number(text, m.start())
            number = Number(value, Decimal(1) if value >= 1 else Decimal("0.1"))
            if value != 1:
                yield Figure(m.start(), m.end(), m.end(), "ratio", number, "ratio", op, hedge, "ratio word")
            elif PARITY.match(text, m.end()) or AT_THE.search(text, max(0, m.start() - 16), m.start()):
                noun = SAME_WHAT.match(text, m.end())
                yield Figure(m.start("same"), noun.end() if noun else m.end(), m.end(), "ratio", number, "ratio", op, hedge, "same")
    for m in PART.finditer(text, sentence.start, sentence.end):
        value = (Decimal(1) / PARTS[m["p"].lower()]).quantize(Decimal("0.0001")).normalize()
        if m["p"].lower() != "half" or m.group().lower().startswith("one"):
            op, hedge, _ = before_number(text, m.start())
            yield Figure(m.start(), m.end(), m.end(), "ratio", Number(value, Decimal("0.01")), "ratio", op, hedge, "a part")


def differences(sentence: Sentence, taken: set[int]) -> Iterator[Figure]:
    """Figures that say by how much: "12 points ahead of", "leads by 3.5", "+4.1 vs", "21% fewer"."""
    text = sentence.scene.text
    for q in sentence.quantities:
        form = difference_form(sentence, q) if q.start not in taken else None
        if form:
            value = -q.value if isinstance(q.value, Number) and q.value.value < 0 else q.value
            unit = "percent" if q.dimension == "percent" and not re.match(r" points?\b", text[q.end :]) else "points"
            yield Figure(q.start, q.end, q.outer_end, "difference", value, unit, q.op, q.hedge, form)


def difference_form(sentence: Sentence, q: Quantity) -> str | None:
    """By which words a quantity says how much two things differ, None if it does not."""
    text = sentence.scene.text
    after, before = text[q.outer_end : q.outer_end + 48], text[max(sentence.start, q.outer_start - 48) : q.outer_start]
    if q.dimension not in ("percent", "points", "number", "elo") or q.year or q.scaled:
        return None
    unit = q.dimension in ("percent", "points", "elo") or bool(
        re.match(r"[- ](?:(?:percentage|full|index|Elo|whole) )?(?:points?|pts|pp)\b", after)
    )
    if q.signed and text[q.start] == "+" and not q.words:
        if re.match(r"[^.;,]{0,18}?(?:vs\.?|over|versus|compared|from|ahead of|above)[ *]", after):
            return "+n vs"
        marks = [
            m for m in sentence.metrics if m.cue is None and m.id and m.end <= q.start and re.fullmatch(r"[\s:(*]*", text[m.end : q.start])
        ]
        limits = sentence.vocabulary.metrics[marks[-1].id or ""].range if marks else None
        if limits and limits[0] >= 0:
            return "M +n"
        return "by n" if CHANGED.search(before) or re.search(r"\+[\d.]+ [\w-]+(?:,| and|, and) [*]*$", before) else None
    if not unit or (q.dimension == "percent" and SHARED.match(after)):
        return None
    if APART.match(after.lstrip() if not after.startswith((" ", "-")) else after):
        return "n points ahead"
    return "by n" if CHANGED.search(before) and not re.search(r"\bdiscount\w* by [*]*$", before) else None


def direction(text: str, figure: Figure) -> Direction | None:
    """Which way it goes, from the words after the figure in its clause, else from those before."""
    after = re.split(r"[.;,]", text[figure.start : figure.outer_end + 50])[0]
    before = re.split(r"[.;,]", text[max(0, figure.start - 40) : figure.start])[-1]
    for stretch in (after, before):
        less, more = DOWN.search(stretch), UP.search(stretch)
        if less or more:
            return "less" if less and (not more or less.start() < more.start()) else "more"
    return None


def sides(sentence: Sentence, figure: Figure) -> tuple[str | None, tuple[str, ...]]:
    """(whose, against whom) of a relation: the subject before it, those that its words set against it."""
    vocabulary, text = sentence.vocabulary, sentence.scene.text
    kinds = ("model", "product", "organisation")
    marks = [s for s in sentence.subjects if s.id is None or vocabulary.subjects[s.id].kind in kinds]
    after = [s for s in marks if s.start >= figure.end and not s.pronoun and set_against(sentence, s, figure.end)]
    versus: list[SubjectMark] = []
    for s in after:
        if len(sentence.words(figure.end, s.start)) > 14 or re.search(r";|\.\s", text[figure.end : s.start]):
            break
        if versus and not re.fullmatch(r"(?:\s|,|and|or|&|/|\*|['’]s|\([^()]*\))*", text[versus[-1].end : s.start]):
            break
        versus.append(s)
    if not versus and figure.form in ("by n", "n points ahead"):
        leads = [
            s
            for s in marks
            if s.object
            and s.end <= figure.start
            and len(sentence.words(s.end, figure.start)) <= 6
            and sentence.same_clause(s.start, figure.start)
        ]
        versus = [s for s in leads if not any(o.start > s.end and not o.object for o in marks if o.end <= figure.start)]
        versus = versus or improved_on(sentence, figure, marks)
    against = tuple(dict.fromkeys(s.id for s in versus if s.id))
    before = [s for s in marks if s.end <= figure.start and s.id not in against]
    models = [s for s in before if s.id is None or sentence.is_model(s.id)] or before
    near = [s for s in models if not s.object and not oblique(sentence, s)]
    other = next((s.id for s in reversed(models) if s not in near and s.id and sentence.is_model(s.id)), None)
    if near:
        same = [s for s in near if sentence.same_clause(s.start, figure.start)]
        subject = (same or near)[-1]
        behind = [s for s in models if s not in near and s.start > subject.end and s.id and s.id != subject.id]
        return subject.id, against or tuple(s.id for s in behind[-1:] if s.id)
    tied = [
        s
        for s in marks
        if s.start >= figure.end
        and s not in versus
        and sentence.is_model(s.id)
        and sentence.words(figure.end, s.start)[-1:] in (["on"], ["for"], ["of"])
    ]
    if tied and not before and len(sentence.words(figure.end, tied[0].start)) <= 6:
        return tied[0].id, against
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in against and choice.id != other and choice.weight >= 3.0 and sentence.is_model(choice.id):
            if not before and not refers(sentence, figure):
                return None, ()
            return choice.id, against or ((other,) if other else ())
    behind = [s for s in marks if s.start >= figure.end and s not in versus and not s.object and sentence.is_model(s.id)]
    return (behind[0].id, against) if against and behind else (None, ())


OBLIQUE = re.compile(
    r"\b(?:of|to|from|for|in|than|vs\.?|versus|upon|by|over|prior|uses?|using|via|through|thanks to|match(?:es|ed|ing)?"
    r"|rivals?|rivaling)(?: (?:the|its|recent|standard|normal|original|capabilities of))* [*\"“(]*$"
)


def oblique(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name stands in a phrase that says something of another: "an update to X", "uses X", "matches X"."""
    return OBLIQUE.search(sentence.scene.text, max(sentence.start, mark.start - 40), mark.start) is not None


def refers(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sentence without a name speaks of what the passage is about: it is short, refers back, or begins with its verb."""
    lead = sentence.scene.text[sentence.start : figure.start]
    words = sentence.words(sentence.start, figure.start)
    return (
        (len(words) <= 4 and not re.match(r"[*\"“ ]*(?:Your|My|Our|Their|His|Her|A|An|Some|Most|Many)\b", lead))
        or re.search(r"\b(?:[Ii]ts?|[Tt]he (?:new |latest )?(?:model|system|app|update|version|release)|which)\b", lead) is not None
        or re.match(r"(?:[^:]{2,40}: ?)?[*\"“ ]*[A-Z]?[a-z]+(?:s|ed|ing)\b", lead) is not None
    )


def improved_on(sentence: Sentence, figure: Figure, marks: list[SubjectMark]) -> list[SubjectMark]:
    """The other side of "improves on X by n", "the gap to X is n"."""
    text = sentence.scene.text
    return [
        s
        for s in marks
        if s.end <= figure.start
        and len(sentence.words(s.end, figure.start)) <= 4
        and re.search(
            r"\b(?:improv(?:es|ed|ing) (?:on|upon|over)|gap to|lead over|leads?|trails?|beats?|outperforms?|surpasses|surpassed|led"
            r"|trailed|outperformed) (?:the )?[*]*$",
            text[max(0, s.start - 24) : s.start],
        )
    ]


def set_against(sentence: Sentence, mark: SubjectMark, end: int) -> bool:
    """Whether a subject behind a relation is its other side: an object, a possessive, or named with "than", "of", "as"."""
    text = sentence.scene.text
    return (
        mark.object
        or bool(re.match(r"['’]s?\b", text[mark.end : mark.end + 2]))
        or bool(AGAINST.search(text[max(end - 1, mark.start - 40) : mark.start]))
    )


def measured(
    sentence: Sentence, figure: Figure, attached: list[Attached], parties: tuple[str, ...], contest: Contest
) -> tuple[str | None, str]:
    """Of what a relation is: a metric named beside it, what its comparative means, or that of the figure it compares."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    usable = [
        m
        for m in sentence.metrics
        if m.id and (m.cue is None or "money" not in m.cue.dimensions) and vocabulary.metrics[m.id].kind in KINDS
    ]
    usable = [m for m in usable if figure.unit != "points" or vocabulary.metrics[m.id or ""].unit in POINTS]
    named = [m for m in usable if m.cue is None]
    close = [m for m in usable if m.end <= figure.start and re.fullmatch(r"[\s*]*\((?:\w+ ){0,2}~?", text[m.end : figure.start])]
    if close:
        return close[-1].id, "metric before the bracket"
    comparatives = [
        c
        for c in find_comparatives(text, figure.end, min(sentence.end, figure.outer_end + 40))
        if len(sentence.words(figure.outer_end, c.start)) <= 1
    ]
    comparative = comparatives[0] if comparatives else None
    at = comparative.end if comparative else figure.outer_end
    stop = min((s.start for s in sentence.subjects if s.start >= at), default=sentence.end)
    beside = [
        m
        for m in usable
        if at <= m.start < stop and len(sentence.words(at, m.start)) <= 3 and not re.search(r"[.;,()]", text[at : m.start])
    ]
    if comparative:
        covering = [m for m in named if m.start <= comparative.start < m.end]
        if covering:
            return covering[0].id, "metric that the comparative is a part of"
    beside = [m for m in beside if m.cue is None] or ([] if comparative and comparative.metrics else beside)
    if beside and not (comparative and comparative.metrics and re.search(r"\b(?:on|in|for|at|with|while)\b", text[at : beside[0].start])):
        return beside[0].id, "metric after it"
    if comparative and comparative.sort == "quantity" and re.match(r" (?:[a-z]+ )?tokens\b", text[at : at + 24]):
        metric = vocabulary.role("output-tokens-used")
        return (metric.id, "tokens used") if metric else (None, "")
    if comparative and comparative.metrics:
        just = [
            m
            for m in named
            if m.end <= figure.start
            and len(sentence.words(m.end, figure.start)) <= 3
            and not re.search(r"[.;,()]", text[m.end : figure.start])
        ]
        if just and comparative.metrics == SIZE and not any(m.end <= s.start < figure.start for s in sentence.subjects for m in just[-1:]):
            return just[-1].id, "metric before it"
        if comparative.metrics == SIZE and vocabulary.subjects[parties[0]].kind != "model":
            return None, ""
        metric = comparative.metric(vocabulary)
        if re.match(r" (?:to )?(?:train|training)\b", text[at:]):
            metric = vocabulary.role("training-time")
        return (metric.id, "what the comparative measures") if metric else (None, "")
    explicit = as_much(sentence, figure)
    if explicit:
        metric = vocabulary.role(*explicit)
        return (metric.id, "as much as") if metric else (None, "")
    behind = [
        m
        for m in named
        if m.start >= figure.end
        and re.search(r"\b(?:on|in|for|at|of|across) (?:the )?[*]*$", text[max(0, m.start - 10) : m.start])
        and len(sentence.words(figure.end, m.start)) <= 10
    ]
    behind = [m for m in behind if not any(f.quantity.start > figure.end and f.quantity.end < m.start for f in attached)]
    own = [f for f in attached if f.quantity.end <= figure.start and f.metric.id and any(s.id in parties for s in f.subjects)]
    own = [f for f in own if figure.unit != "points" or vocabulary.metrics[f.metric.id or ""].unit in POINTS]
    if behind and text[figure.start] == "+":
        return behind[0].id, "metric behind it"
    if behind and not (own and sentence.same_clause(own[-1].quantity.start, figure.start)):
        return behind[0].id, "metric behind it"
    if figure.form == "M +n" or own_metric_nearer(named, own, figure):
        before = [m for m in named if m.end <= figure.start]
        if before and (not before[-1].weak or REDUCES.search(text[max(0, before[-1].start - 30) : before[-1].start])):
            return before[-1].id, "metric before it"
    if own:
        return own[-1].metric.id, "metric of the figure before"
    before = [m for m in named if m.end <= figure.start and (not m.weak or REDUCES.search(text[max(0, m.start - 30) : m.start]))]
    if before:
        return before[-1].id, "metric before it"
    if (figure.kind == "difference" and figure.unit == "points") or figure.form == "ratio word":
        strong = {m.id for m in named if not m.weak and sentence.same_clause(m.start, figure.start)}
        if len(strong) == 1:
            return next(iter(strong)), "metric of the clause"
        last = [m for s, m in contest.last if s in parties and vocabulary.metrics[m].unit in POINTS]
        if figure.unit == "points" and last and not named and len(parties) > 1:
            return last[-1], "metric of the figure before"
    return None, ""


def own_metric_nearer(named: list[MetricMark], own: list[Attached], figure: Figure) -> bool:
    """Whether a metric is named between the subject's last figure and this one."""
    return bool(own) and any(own[-1].quantity.outer_end <= m.start and m.end <= figure.start and not m.weak for m in named)


def as_much(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The standard metrics that "as fast", "the price", "as much" (of what costs) speak of."""
    text = sentence.scene.text
    after = text[figure.outer_end : min(sentence.end, figure.outer_end + 40)].lstrip("* -_")
    for pattern, ids in AS_MUCH:
        said = re.match(rf"(?:(?:of )?(?:the |its )?(?:\w+ )??)?(?:{pattern})", after, re.IGNORECASE)
        if said and (not after.startswith("as much") or COSTS.search(text, max(sentence.start, figure.start - 40), figure.start)):
            return ids
    if re.match(r"of what\b|what\b", after) and re.search(r"\bcosts?\b|\bcharges?\b", text[sentence.start : sentence.end]):
        return ("price",)
    if re.search(
        r"\b(?:cost(?:s|ing)?|priced at|charges?) (?:just |only |about |roughly |around |nearly )?$",
        text[max(sentence.start, figure.start - 30) : figure.start],
    ):
        return ("price",)
    return ()
