"""Ratios and differences: "3x faster than", "nearly tripling X's 18", "half the price of", "12 points ahead of", "21% fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.extract.assertion import Hedge
from factcheck.extract.comparisons import UNREAL
from factcheck.extract.contests import Contest
from factcheck.extract.differences import differences
from factcheck.extract.fitting import fits_subject
from factcheck.extract.measures import Direction
from factcheck.extract.ratios import ratio_words, written_ratios
from factcheck.extract.relation_figures import Figure
from factcheck.extract.relation_metrics import measured
from factcheck.extract.relation_sides import sides
from factcheck.extract.sentence import Attached, Sentence
from factcheck.values import Number, Op, Range

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


def direction(text: str, figure: Figure) -> Direction | None:
    """Which way it goes, from the words after the figure in its clause, else from those before."""
    after = re.split(r"[.;,]", text[figure.start : figure.outer_end + 50])[0]
    before = re.split(r"[.;,]", text[max(0, figure.start - 40) : figure.start])[-1]
    for stretch in (after, before):
        less, more = DOWN.search(stretch), UP.search(stretch)
        if less or more:
            return "less" if less and (not more or less.start() < more.start()) else "more"
    return None
