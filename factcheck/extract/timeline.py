"""Dates of events: what happened to whom, when. The verb or noun beside a date says which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.documents import Text
from factcheck.extract.assertion import Assertion, Evidence
from factcheck.extract.dates import DateMention
from factcheck.extract.fitting import fits_subject
from factcheck.extract.modality import modality_of
from factcheck.extract.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.sentence import Surroundings
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric


@dataclass(frozen=True, slots=True)
class Event:
    """A sort of event, the words for it, and the standard metrics (the first that the ledger has) for its date."""

    name: str
    pattern: str
    metrics: tuple[str, ...]


EVENTS: tuple[Event, ...] = (
    Event("cut-off", r"(?:knowledge|training|data)?[ -]?cut-?offs?(?: date)?|trained on data (?:up )?(?:to|until|through)|knowledge (?:up )?(?:to|until|through)|training data (?:up )?(?:to|until|through)", ("knowledge-cutoff",)),
    Event("founding", r"found(?:ed|ing)|established|co-founded|formation|formed|was created|incorporated", ("founding-date",)),
    Event(
        "release",
        r"(?:re|pre-)?releas(?:e|ed|es|ing)|launch(?:ed|es|ing)?|unveil(?:ed|s|ing)?|debut(?:ed|s|ing)?|introduc(?:ed|es|ing|tion)|ship(?:ped|s|ping)?|roll(?:ed|s|ing)? out|rollout|announc(?:ed|es|ing|ement)"
        r"|arriv(?:ed|es|ing|al)|came out|comes out|went live|published|dropped|open-sourced|made available|became available|generally available|GA|available (?:on|since|from)",
        ("release-date",),
    ),
)
COMPILED: list[tuple[Event, re.Pattern[str]]] = [(e, re.compile(rf"(?<![\w-])(?:{e.pattern})(?![\w-])", re.IGNORECASE)) for e in EVENTS]
LED = re.compile(r"^[\s*_\[(>•·\-–—|:.✅📣🔥🎉]*$")
AS_OF = re.compile(r"\b(?:as of|since|until|till|through|updated|accessed|dated|between|from|before|after|last)(?: the)?(?: early| late| mid| end of)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """An event word in a text, or a named metric of dates."""

    start: int
    end: int
    metric: Metric
    rule: str


def read_dates(
    text: Text, scene: Scene, start: int, end: int, around: Surroundings, vocabulary: Vocabulary, by: Callable[[int, str], str | None]
) -> Iterator[Assertion]:
    """The dates of a sentence that are the date of an event of a known subject. `by` tells who says what at an offset, about whom."""
    mentions = [d for d in scene.dates if start <= d.start < end]
    if not mentions:
        return
    told = list(events(scene, start, end, vocabulary))
    for mention in mentions:
        if AS_OF.search(scene.text[max(start, mention.start - 24) : mention.start]) and mention.op == "=":
            continue
        chosen = nearest_event(scene, mention, told, start)
        if not chosen:
            continue
        subjects = subjects_of(scene, mention, chosen, start, end, around, vocabulary)
        for id_, rule in subjects:
            span = text.span(mention.start, mention.end)
            yield Assertion(
                kind="date",
                span=span,
                text=source_text(text, mention),
                passage=text.span(start, end),
                value=mention.value,
                unit="date",
                op=mention.op,
                subject=id_,
                metric=chosen.metric.id,
                by=by(mention.start, id_),
                modality=modality_of(scene.text, start, end, mention.start),
                evidence=(Evidence("metric", chosen.metric.id, chosen.rule), Evidence("subject", id_, rule)),
            )


def source_text(text: Text, mention: DateMention) -> str:
    return text.text[mention.start : mention.end]


def events(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Told]:
    """The event words of a sentence; those that only lead a longer name of a date metric give way to it."""
    named: list[MetricMark] = [m for m in scene.metrics if start <= m.start < end and m.id and vocabulary.metrics[m.id].kind == "date"]
    for m in named:
        yield Told(m.start, m.end, vocabulary.metrics[m.id or ""], "named")
    for event, pattern in COMPILED:
        metric = vocabulary.role(*event.metrics)
        if not metric:
            continue
        for found in pattern.finditer(scene.text, start, end):
            if not any(m.start < found.end() and found.start() < m.end for m in named):
                yield Told(found.start(), found.end(), metric, f"event: {event.name}")


def event_metric(text: str, vocabulary: Vocabulary) -> Metric | None:
    """The date metric of the first sort of event that a short text names."""
    return next((metric for event, pattern in COMPILED if pattern.search(text) and (metric := vocabulary.role(*event.metrics))), None)


def nearest_event(scene: Scene, mention: DateMention, told: list[Told], start: int) -> Told | None:
    """The event whose word stands nearest to a date in its clause; one that leads the sentence dates all of it."""
    best: tuple[float, Told] | None = None
    distance: float
    leads = bool(LED.match(re.sub(r"\b(?:on|in|by|effective|as of)\b", "", scene.text[start : mention.start], flags=re.IGNORECASE)))
    for event in told:
        a, b = (event.end, mention.start) if event.end <= mention.start else (mention.end, event.start)
        words = len(scene.text[a:b].split())
        distance = words + (0 if scene.clause(event.start) == scene.clause(mention.start) else 6) + (0 if event.end <= mention.start else 2)
        if leads:
            distance = min(distance, 4 + words / 10)
        if (best is None or distance < best[0]) and distance <= 14:
            best = (distance, event)
    return best[1] if best else None


def subjects_of(
    scene: Scene, mention: DateMention, event: Told, start: int, end: int, around: Surroundings, vocabulary: Vocabulary
) -> list[tuple[str, str]]:
    """Whose event it is: what was released, not who released it."""
    marks = [s for s in scene.subjects if start <= s.start < end and not s.modifier and not s.object]
    scored: list[tuple[float, SubjectMark]] = []
    organisations = event.metric.id not in ("release-date",)
    for mark in marks:
        id_ = mark.id or (around.pronoun if mark.pronoun else None)
        if id_ is None:
            if not mark.pronoun:
                scored.append((4.0 - distance(scene, mark, event), mark))
            continue
        subject = vocabulary.subjects[id_]
        weight = fits_subject(event.metric, subject) if not (organisations and subject.kind == "organisation") else 0.5
        if weight <= -3:
            continue
        weight += 4.0 - distance(scene, mark, event)
        if mark.start >= event.end and scene.clause(mark.start) == scene.clause(event.start):
            weight += 0.5  # the object of an active verb
        scored.append((weight, mark))
    if scored:
        best = max(scored, key=lambda pair: pair[0])[1]
        if best.id is None and not best.pronoun:
            return []
        ids = [best.id or around.pronoun or ""]
        for mark in marks:  # "A and B, released in May"
            if mark.id and mark.id not in ids and re.fullmatch(r"(?:\s|,|and|&|\*)*", scene.text[min(best.end, mark.end) : max(best.start, mark.start)]):
                if vocabulary.subjects[mark.id].kind == vocabulary.subjects[ids[0]].kind:
                    ids.append(mark.id)
        return [(i, "beside the event") for i in ids]
    for choice in around.subjects:
        if choice.id and fits_subject(event.metric, vocabulary.subjects[choice.id]) > -1 and choice.weight >= 3.0:
            return [(choice.id, choice.rule)]
    return []


def distance(scene: Scene, mark: SubjectMark, event: Told) -> float:
    a, b = (mark.end, event.start) if mark.end <= event.start else (event.end, mark.start)
    return 0.15 * len(scene.text[a:b].split()) + (0 if scene.clause(mark.start) == scene.clause(event.start) else 1.2)
