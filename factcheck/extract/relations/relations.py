"""Ratios and differences: "3x faster than", "nearly tripling X's 18", "half the price of", "12 points ahead of", "21% fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from factcheck import patterns
from factcheck.dataclass import dataclass, replace
from factcheck.extract.assertion import Hedge
from factcheck.extract.forms.fitting import fits_subject
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.relations.comparisons import unreal
from factcheck.extract.relations.contests import Contest
from factcheck.extract.relations.differences import differences
from factcheck.extract.relations.measures import Direction
from factcheck.extract.relations.ratios import CUT_TO, percentages, ratio_words, written_ratios
from factcheck.extract.relations.relation import Relation
from factcheck.extract.relations.relation_figures import Figure
from factcheck.extract.relations.relation_metrics import measured
from factcheck.extract.relations.relation_sides import sides
from factcheck.extract.relations.spoken_measures import price_of_side
from factcheck.patterns import compile_re
from factcheck.values import Number, Op, Range

DOWN = compile_re(
    r"\b(?:less|fewer|cheaper|lower|slower|smaller|shorter|reduc\w*|behind|below|down|trail\w*|decreas\w*|drop\w*|worse"
    r"|under|discount|cut\w*|los[et]\w*|deficit|short of|half|halv\w*)\b",
    re.IGNORECASE,
)
UP = compile_re(
    r"\b(?:more|faster|higher|larger|bigger|greater|better|longer|ahead|above|over|increas\w*|gain\w*|improv\w*|leads?"
    r"|leading|up|growth|grew|grown|speed-?ups?|jump\w*|expensive|advantage|doubl\w*|tripl\w*|boost\w*|beat\w*"
    r"|outperform\w*)\b",
    re.IGNORECASE,
)


# What stands between the figures of such a list, and behind each: the case in which it holds.
GOES_ON = compile_re(r"(?:[^.;,()]|\.(?=\d)){0,70}?(?:, and|,| and| or| to|/)[ *]+")
AS_MANY = compile_re(r" as (?:many|much|fast|long|large|high)\b(?! (?:[\w-]+ ){0,3}as\b)")  # "S needs 120 turns, T half as many"
IN_CASE = compile_re(r"[*]* (?:on|at|in|for|with|under)\b")
GAINED = compile_re(r"%?(?: (?:points?|pts|Elo))?[*_ ]*[(\[][*_ ]*")
GAIN = compile_re(r"[*_ ]*(?:%|percent)?(?P<points>[ -]*(?:percentage )?(?:points?|pts|pp)\b)?[*_ ]*[)\]]")


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
    figures = [*written_ratios(sentence), *ratio_words(sentence), *percentages(sentence, taken), *differences(sentence, taken)]
    free = [q for q in sentence.quantities if q.start not in taken and not any(f.start <= q.start < f.end for f in figures)]
    for figure in figures:
        first = related(sentence, figure, attached, contest)
        if first:
            yield first
            yield from continued(sentence, first, figure, free)
    yield from gains(sentence, attached, [f.start for f in figures])


def related(sentence: Sentence, figure: Figure, attached: list[Attached], contest: Contest) -> Related | None:
    """A figure with its sides and its metric, None where the sentence does not tell them."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    cut = CUT_TO.search(text, sentence.start, figure.start)
    if unreal(sentence, cut.start() if cut else figure.start):
        return None
    subject, versus = sides(sentence, figure, attached)
    if subject is None:
        return None
    if not versus and AS_MANY.match(text, figure.outer_end):
        before = [s.id for f in attached if f.quantity.end <= figure.start for s in f.subjects if s.id]
        versus = tuple(before[-1:]) if before and before[-1] != subject else ()
    id_, rule = measured(Relation(sentence, figure, attached, (subject, *versus), contest))
    if id_ is None or fits_subject(vocabulary.metrics[id_], vocabulary.subjects[subject]) <= -3:
        return None
    metric = vocabulary.metrics[id_]
    if metric.kind == "amount" and metric.unit == "usd" and sentence.is_model(subject):
        return None  # what is earned or raised is its maker's
    return Related(
        start=figure.start,
        end=figure.end,
        kind=figure.kind,
        value=figure.value,
        unit="elo" if figure.unit == "points" and metric.unit == "elo" else figure.unit,
        op=figure.op,
        hedge=figure.hedge,
        direction=direction(text, figure),
        subject=subject,
        versus=versus,
        metric=id_,
        rule=f"{figure.form}; {rule}",
    )


def continued(sentence: Sentence, first: Related, figure: Figure, free: list[Quantity]) -> Iterator[Related]:
    """The figures that go on with a relation: "31% fewer at low effort, 11% at medium and 23% at high"."""
    text, at = sentence.scene.text, figure.outer_end
    for q in free:
        if q.start < at or q.dimension != (first.unit if first.unit in ("ratio", "percent") else "number"):
            continue
        case = IN_CASE.match(text, q.outer_end)
        if not case or not GOES_ON.fullmatch(text, at, q.outer_start):
            return
        behind = next((m for m in sentence.metrics if m.start == case.end() + 1 and m.cue is None), None)
        if first.unit == "points" and (behind is None or behind.id is None):
            return
        side = price_of_side(text, (q.start, q.start), (q.outer_end, min(sentence.end, case.end() + 16))) if "price" in first.metric else ()
        told = sentence.vocabulary.role(*side) if side else None  # "95% cheaper on output, 90% on input"
        metric = behind.id if behind and behind.id else told.id if told else first.metric
        yield replace(
            first, start=q.start, end=q.end, value=q.value, op=q.op, hedge=q.hedge, metric=metric, rule=f"{first.rule}; and so on"
        )
        at = q.outer_end


def gains(sentence: Sentence, attached: list[Attached], read: list[int]) -> Iterator[Related]:
    """By how much a score has changed, in brackets right behind it: "81.2 (+5.3)", "66.0% (-1.4 points)"; not those `read` already."""
    text = sentence.scene.text
    for score, q in ((f, q) for f in attached for q in sentence.quantities if q.signed and q.start not in read):
        metric, subject = sentence.vocabulary.metrics.get(score.metric.id or ""), score.subjects[0].id
        if not metric or metric.kind != "score" or not subject or not isinstance(q.value, Number):
            continue
        ends = (score.quantity.end, score.metric.mark.end if score.metric.mark else score.quantity.end)  # "q (+n) on M", "q on M (+n)"
        if any(GAINED.fullmatch(text, end, q.start) for end in ends) and (closed := GAIN.match(text, q.end)):
            percent = q.dimension == "percent" and not closed["points"]
            unit = "percent" if percent else "elo" if metric.unit == "elo" else "points"
            value = Number(abs(q.value.value), q.value.step)
            way: Direction = "more" if q.value.value > 0 else "less"
            rule = "gain in brackets; metric of the figure before"
            yield Related(q.start, q.end, "difference", value, unit, q.op, q.hedge, way, subject, (), metric.id, rule)


def direction(text: str, figure: Figure) -> Direction | None:
    """Which way it goes, from the words after the figure in its clause, else from those before: from the nearest of them."""
    after = patterns.split(r"[.;,]", text[figure.start : figure.outer_end + 50])[0]
    before = patterns.split(r"[.;,]", text[max(0, figure.start - 40) : figure.start])[-1]
    ways: list[tuple[Direction, re.Pattern[str]]] = [("less", DOWN), ("more", UP)]
    if found := [(m.start(), way) for way, words in ways for m in words.finditer(after)]:
        return min(found)[1]
    if found := [(m.start(), way) for way, words in ways for m in words.finditer(before)]:
        return max(found)[1]
    return None
