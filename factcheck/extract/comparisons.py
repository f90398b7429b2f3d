"""Comparisons without a figure of their own: "trails Opus 4.6 and GPT-5.4 on X", "beats", "surpassed only by"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.comparing import Comparing
from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Attached, Choice, Sentence

NEGATED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bcould|\bmay|\bmight|\bto|\bif|\bwhether|\bwould)(?: \w+)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison read: the words, who, against whom, on what."""

    comparing: Comparing
    subject: str
    versus: tuple[str, ...]
    metric: str
    rule: str


def read_comparisons(sentence: Sentence, attached: list[Attached]) -> Iterator[Compared]:
    """The comparisons of a sentence, given the figures that were tied in it."""
    scene = sentence.scene
    for comparing in scene.comparings:
        if not (sentence.start <= comparing.start < sentence.end) or comparing.op is None or NEGATED.search(scene.text[max(0, comparing.start - 18) : comparing.start]):
            continue
        objects = objects_of(sentence, comparing)
        versus = tuple(dict.fromkeys(o.id for o in objects if o.id))
        if not versus:
            continue
        subject = subject_of(sentence, comparing, versus)
        metric = metric_of(sentence, comparing, objects, attached)
        if subject and metric and subject.id and subject.id not in versus:
            yield Compared(comparing, subject.id, versus, metric.id or "", f"{subject.rule}; {metric.rule}")


def objects_of(sentence: Sentence, comparing: Comparing) -> list[SubjectMark]:
    """Those compared with: the objects that follow, up to the next comparing word."""
    following = [c.start for c in sentence.scene.comparings if c.start > comparing.start]
    limit = min(following, default=sentence.end)
    out: list[SubjectMark] = []
    for mark in sentence.subjects:
        if comparing.end <= mark.start < limit:
            if not mark.object:
                break
            out.append(mark)
    kinds = {sentence.vocabulary.subjects[o.id].kind for o in out if o.id}
    return [o for o in out if o.id and (sentence.vocabulary.subjects[o.id].kind in ("model", "product", "person") or kinds <= {"organisation"})]


def subject_of(sentence: Sentence, comparing: Comparing, versus: tuple[str, ...]) -> Choice | None:
    """Who is compared: the nearest subject on the left that is no object, else whom the passage is about."""
    left = [s for s in sentence.subjects if s.end <= comparing.start and s.id and not s.object]
    models = [s for s in left if sentence.vocabulary.subjects[s.id or ""].kind in ("model", "product")]
    for mark in reversed(models or left):
        if mark.id not in versus:
            return Choice(mark.id, 5.0, "subject before", mark)
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in versus and choice.weight >= 3.0 and sentence.vocabulary.subjects[choice.id].kind in ("model", "product"):
            return choice
    return None


def metric_of(sentence: Sentence, comparing: Comparing, objects: list[SubjectMark], attached: list[Attached]) -> Choice | None:
    """On what: the metric of the objects' own figures, else one named near by."""
    marks = {(o.start, o.end) for o in objects}
    for figure in attached:
        if any(s.mark and (s.mark.start, s.mark.end) in marks for s in figure.subjects):
            return Choice(figure.metric.id, 6.0, "metric of their figures")
    named = [m for m in sentence.metrics if m.id and m.cue is None and not m.weak and sentence.vocabulary.metrics[m.id].kind in ("score", "tokens", "speed", "price", "size")]
    same = [m for m in named if sentence.same_clause(m.start, comparing.start)]
    after = [m for m in named if objects and objects[-1].end <= m.start and len(sentence.words(objects[-1].end, m.start)) <= 3]
    chosen = after or same or named
    if chosen:
        best = min(chosen, key=lambda m: abs(m.start - comparing.start))
        return Choice(best.id, 5.0, "metric near by", best)
    figures = [f for f in attached if f.quantity.end <= comparing.start]
    return Choice(figures[-1].metric.id, 4.0, "metric of the figure before") if figures and figures[-1].metric.id else None
