"""A figure that relates things, in its sentence."""

from __future__ import annotations

from functools import cached_property

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.relations.contests import KINDS, Contest
from factcheck.extract.relations.measures import Comparative, find_comparatives
from factcheck.extract.relations.relation_figures import Figure

POINTS = ("percent", "points", "elo")  # units of metrics that differ by points


@dataclass(frozen=True)
class Relation:
    """A figure in its sentence: those it relates, the figures tied before it, and what the passage compares."""

    sentence: Sentence
    figure: Figure
    attached: list[Attached]
    parties: tuple[str, ...]
    contest: Contest

    @cached_property
    def usable(self) -> list[MetricMark]:
        """The metrics of the sentence that such a figure can be of."""
        metrics = self.sentence.vocabulary.metrics
        found = [
            m for m in self.sentence.metrics if m.id and (m.cue is None or "money" not in m.cue.dimensions) and metrics[m.id].kind in KINDS
        ]
        return [m for m in found if self.can_be_of(m.id)]

    @cached_property
    def named(self) -> list[MetricMark]:
        return [m for m in self.usable if m.cue is None]

    @cached_property
    def comparative(self) -> Comparative | None:
        """The comparative beside the figure: "3x faster", "21% fewer"."""
        figure, sentence = self.figure, self.sentence
        found = find_comparatives(sentence.scene.text, figure.end, min(sentence.end, figure.outer_end + 40))
        near = (c for c in found if len(sentence.words(figure.outer_end, c.start)) <= 1)
        return next((c for c in near if not patterns.search(r"[,;]", sentence.scene.text[figure.outer_end : c.start])), None)

    @cached_property
    def own(self) -> list[Attached]:
        """The figures before it that belong to those it relates."""
        return [
            f
            for f in self.attached
            if f.quantity.end <= self.figure.start
            and f.metric.id
            and any(s.id in self.parties for s in f.subjects)
            and self.can_be_of(f.metric.id)
        ]

    @property
    def at(self) -> int:
        """Where the words that say how much end."""
        return self.comparative.end if self.comparative else self.figure.outer_end

    @property
    def text(self) -> str:
        return self.sentence.scene.text

    def can_be_of(self, metric: str | None) -> bool:
        unit = self.sentence.vocabulary.metrics[metric or ""].unit
        return unit == "elo" if self.figure.unit == "elo" else self.figure.unit != "points" or unit in POINTS

    def role(self, ids: tuple[str, ...]) -> str | None:
        metric = self.sentence.vocabulary.role(*ids)
        return metric.id if metric else None
