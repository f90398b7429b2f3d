"""Read an article: every block's sentences and cells become assertions, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.documents import Block, Document, Text
from factcheck.extract import cues
from factcheck.extract.assertion import Assertion, Evidence, Unread
from factcheck.extract.attach import attach
from factcheck.extract.attributions import attribution
from factcheck.extract.availabilities import read_access
from factcheck.extract.comparisons import read_comparisons
from factcheck.extract.conditions import conditions_of, find_conditions
from factcheck.extract.dates import Known
from factcheck.extract.focus import Focus, main_subject
from factcheck.extract.marking import Knowledge, mark
from factcheck.extract.modality import modality_of
from factcheck.extract.ranks import read_ranks
from factcheck.extract.ratios import read_related
from factcheck.extract.scene import Scene
from factcheck.extract.sentence import Attached, Choice, Sentence, Surroundings
from factcheck.extract.tables import CellFigure, read_table
from factcheck.extract.timeline import read_dates
from factcheck.extract.vocabulary import Entry, Vocabulary
from factcheck.places import Span
from factcheck.values import Number

TABLE = "table"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from an article, and the quantities that were left alone, each with its reason."""

    assertions: tuple[Assertion, ...]
    unread: tuple[Unread, ...]


def extract(document: Document, vocabulary: Vocabulary, day: date | None) -> Reading:
    """Everything the article asserts of the vocabulary's subjects. `day` is the article's own, for dates without a year."""
    return Reader(document, vocabulary, day).read()


class Reader:
    """One article being read."""

    def __init__(self, document: Document, vocabulary: Vocabulary, day: date | None) -> None:
        self.document, self.vocabulary, self.day = document, vocabulary, day
        self.cues = cues.compiled(vocabulary)
        self.known = Known(None, day)
        self.short = self.introduced()
        self.assertions: list[Assertion] = []
        self.unread: list[Unread] = []
        self.focus = Focus(vocabulary)

    def introduced(self) -> dict[str, Entry]:
        """The short names that the article has the right to, from the full names in it."""
        from factcheck.documents.document import visible
        from factcheck.extract.pieces import pieces

        ids: dict[str, None] = {}
        for text in visible(self.document.blocks):
            for name in self.vocabulary.subject_names.find(text.text, pieces(text.text)):
                if name.id:
                    ids[name.id] = None
        return self.vocabulary.introduced(ids)

    def see(self, text: str) -> Scene:
        return mark(text, Knowledge(self.vocabulary, self.short, self.known, self.cues))

    def read(self) -> Reading:
        scenes = [(block, self.see(block.text.text)) for block in self.document.blocks]
        opening = [(block.kind, scene) for block, scene in scenes]
        self.focus.document = main_subject(opening, self.vocabulary)
        for block, scene in scenes:
            self.block(block, scene)
        ordered = sorted(self.assertions, key=lambda a: (a.span, a.subject or "", a.metric or ""))
        return Reading(tuple(unique(ordered)), tuple(sorted(self.unread, key=lambda u: u.span)))

    def block(self, block: Block, scene: Scene) -> None:
        if block.kind == TABLE:
            self.table(block)
            return
        if block.kind in ("heading", "title"):
            self.prose(block.text, scene, self.focus.around())
            self.focus.heading(block.level if block.kind == "heading" else 0, scene)
            year = YEAR.search(block.text.text)
            if year and block.kind == "heading":
                self.known = replace(self.known, year=int(year.group()))
            return
        self.focus.begin(block.kind, block.level)
        self.prose(block.text, scene, None)
        self.focus.ends(block.kind, block.level, scene)

    def prose(self, text: Text, scene: Scene, around: Surroundings | None) -> None:
        links = [(link.start, link.end, link.url) for link in text.links]
        whole_by = trailing_source(scene, self.vocabulary, links)
        for start, end in scene.sentences:
            if question(scene.text, start, end):
                self.focus.moved(scene, start, end)
                continue
            self.sentence(text, scene, start, end, around or self.focus.around(), links, whole_by)
            self.focus.moved(scene, start, end)
            carried = {c.key: c.value for c in find_conditions(scene.text[start:end]) if c.key == "mode"}
            self.focus.conditions = carried or (self.focus.conditions if scene.quantities else {})

    def sentence(
        self, text: Text, scene: Scene, start: int, end: int, around: Surroundings, links: list[tuple[int, int, str]], whole_by: str | None
    ) -> None:
        sentence = Sentence(scene, start, end, around, self.vocabulary)
        reading = attach(sentence)
        by = attribution(scene, start, end, self.vocabulary, links) or whole_by
        conditions = conditions_of(scene, start, end, reading.attached, self.focus.conditions)
        figures = list(zip(reading.attached, conditions, strict=True))
        for attached, said in figures:
            if at_odds(attached, said, figures, scene):
                reading.alone.append((attached.quantity, f"several figures for {attached.metric.id} of {attached.subjects[0].id}, and nothing tells them apart"))
            else:
                self.figure(text, scene, start, end, attached, said, by)
        self.assertions += read_dates(text, scene, start, end, around, self.vocabulary, by)
        self.others(text, sentence, reading.attached, by)
        for quantity, reason in reading.alone:
            span = text.span(quantity.start, quantity.end)
            self.unread.append(Unread(span, self.document.source[span.start : span.end], reason))

    def figure(self, text: Text, scene: Scene, start: int, end: int, attached: Attached, conditions: dict[str, str], by: str | None) -> None:
        quantity = attached.quantity
        metric = self.vocabulary.metrics[attached.metric.id or ""]
        span = text.span(quantity.start, quantity.end)
        for subject in attached.subjects:
            self.assertions.append(
                Assertion(
                    kind=metric.kind,
                    span=span,
                    text=self.document.source[span.start : span.end],
                    passage=text.span(start, end),
                    value=attached.fit.value,
                    unit=metric.unit,
                    op=quantity.op,
                    hedge=quantity.hedge,
                    subject=subject.id,
                    metric=metric.id,
                    conditions=conditions,
                    by=by,
                    modality=modality_of(scene.text, start, end, quantity.start),
                    evidence=evidence(attached, subject, conditions, by),
                )
            )

    def others(self, text: Text, sentence: Sentence, attached: list[Attached], by: str | None) -> None:
        """Ranks, comparisons, ratios, differences and availability of a sentence."""

        def add(start: int, end: int, subject: str, rule: str, **parts: Any) -> None:
            span = text.span(start, end)
            self.assertions.append(
                Assertion(
                    span=span,
                    text=self.document.source[span.start : span.end],
                    passage=text.span(sentence.start, sentence.end),
                    subject=subject,
                    by=by,
                    modality=modality_of(sentence.scene.text, sentence.start, sentence.end, start),
                    evidence=(Evidence("subject", subject, rule),),
                    **parts,
                )
            )

        metrics = self.vocabulary.metrics
        if rank := self.vocabulary.role("rank"):
            for r, choice, listed in read_ranks(sentence, rank):
                value = Number(Decimal(r.value))
                add(r.start, r.end, choice.id or "", f"{r.rule}; {choice.rule}", kind="rank", value=value, unit="rank", op=r.op, metric=rank.id, conditions=listed)
        for c in read_comparisons(sentence, attached):
            words, unit = c.comparing, metrics[c.metric].unit
            op = words.op or ">"
            add(words.start, words.end, c.subject, c.rule, kind="comparison", value=None, unit=unit, op=op, metric=c.metric, versus=c.versus)
        for x in read_related(sentence, attached):
            parts = dict(kind=x.kind, value=x.value, unit=x.unit, op=x.op, hedge=x.hedge, metric=x.metric, versus=x.versus, direction=x.direction)
            add(x.start, x.end, x.subject, x.rule, **parts)
        for a in read_access(sentence):
            add(a.start, a.end, a.subject, a.rule, kind="availability", value=a.status, unit=a.metric.unit, metric=a.metric.id)

    def table(self, block: Block) -> None:
        around = self.focus.around()
        for figure in read_table(block, self.see, self.vocabulary, around):
            if isinstance(figure, CellFigure):
                span = figure.cell.span(figure.start, figure.end)
                self.assertions.append(
                    Assertion(
                        kind=figure.metric.kind,
                        span=span,
                        text=self.document.source[span.start : span.end],
                        passage=figure.cell.span(0, len(figure.cell.text)),
                        value=figure.value,
                        unit=figure.metric.unit,
                        op=figure.op,
                        hedge=figure.hedge,
                        subject=figure.subject,
                        metric=figure.metric.id,
                        conditions=figure.conditions,
                        evidence=(Evidence("subject", figure.subject, figure.why_subject), Evidence("metric", figure.metric.id, figure.why_metric)),
                    )
                )
            else:
                subjects = (Choice(figure.subject, 5.0, "row or column"),) if figure.subject else around.subjects
                metrics = (Choice(figure.metric, 3.6, "row or column"),) if figure.metric else ()
                here = Surroundings(tuple(subjects), metrics, figure.subject)
                for start, end in figure.scene.sentences:
                    self.sentence(figure.cell, figure.scene, start, end, here, [], None)


def evidence(attached: Attached, subject: Choice, conditions: dict[str, str], by: str | None) -> tuple[Evidence, ...]:
    """The reasons of a reading, for `--why`."""
    out = [
        Evidence("metric", attached.metric.id or "", f"{attached.metric.rule} ({attached.metric.weight:.1f})"),
        Evidence("subject", subject.id or "", f"{subject.rule} ({subject.weight:.1f})"),
    ]
    out += [Evidence("condition", f"{k}={v}", "named in the passage") for k, v in conditions.items()]
    if by:
        out.append(Evidence("by", by, "named in the passage"))
    return tuple(out)


FROM_TO = re.compile(r"\bfrom\b|→|->|\bto\b|\bup\b|\bdown\b|\bor\b", re.IGNORECASE)


def at_odds(one: Attached, said: dict[str, str], figures: list[tuple[Attached, dict[str, str]]], scene: Scene) -> bool:
    """Whether another figure of the sentence claims the same place with no less right: then neither is believed."""
    for other, conditions in figures:
        if other is one or other.metric.id != one.metric.id or conditions != said or other.fit.value == one.fit.value:
            continue
        if {s.id for s in other.subjects} != {s.id for s in one.subjects} or other.weight < one.weight - 1.5:
            continue
        first, second = sorted((one.quantity, other.quantity), key=lambda q: q.start)
        if not FROM_TO.search(scene.text[max(0, first.outer_start - 12) : second.outer_start]):
            return True
    return False


def question(text: str, start: int, end: int) -> bool:
    """Whether a sentence asks or supposes rather than states."""
    words = text[start:end]
    return words.rstrip(" \"”*").endswith("?") or bool(re.match(r"(?:If|Suppose|Imagine|What if|Assuming|Let's say|Say)\b", words.lstrip("*\"“ ")))


def trailing_source(scene: Scene, vocabulary: Vocabulary, links: list[tuple[int, int, str]]) -> str | None:
    """The source that a whole item or paragraph gives at its end, as a link."""
    if not links or len(scene.sentences) < 2:
        return None
    last = scene.sentences[-1]
    tail = [link for link in links if link[0] >= last[0] and not re.search(r"\w", scene.text[link[1] :].replace("@", "")[:3])]
    return attribution(scene, last[0], last[1], vocabulary, tail) if tail else None


def unique(assertions: list[Assertion]) -> Iterator[Assertion]:
    """One of each: the same span, subject and metric are read once."""
    seen: set[tuple[Span, str | None, str | None, str]] = set()
    for assertion in assertions:
        key = (assertion.span, assertion.subject, assertion.metric, assertion.kind)
        if key not in seen:
            seen.add(key)
            yield assertion
