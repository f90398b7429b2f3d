"""What a date in a sentence is the date of: the event that its words tell of nearest to it, or the name that it stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, event_of, suits, told
from factcheck.extract.dates.left_out import BESIDE
from factcheck.extract.dates.name_groups import together
from factcheck.extract.dates.nearest import LED, nearest_event
from factcheck.extract.dates.owners import whose
from factcheck.extract.dates.setting import Found, Setting
from factcheck.extract.dates.unsaid import at_landmark, entered, in_brackets, in_fields, labelled, newly, seen_on, with_paper
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

ANNOUNCED = compile_re(r"\b(?:sa(?:id|ys?)|announc|confirm|notif|inform|told|warn)\w*", re.IGNORECASE)
PLACED = compile_re(r"\b(?:from|in|for|to|on|via|through|within|into|across|at|of|with) (?:the |its )?[*\"“]*$", re.IGNORECASE)
JOINED = compile_re(r"[\s,;()]*(?:and\b|then\b|&)(?! (?:its?|the|an?|his|her|their)\b)(?: \w+){0,5} ")


def dated(here: Setting, mention: DateMention) -> Iterator[Found]:
    """The events that a date dates, each with whose it is."""
    sentence = here.sentence
    event = nearest_event(sentence, mention)
    if aside := in_brackets(here, mention, event):
        yield from aside
    elif paper := with_paper(here, mention):
        yield from paper
    elif mention.start in here.chain:
        event, ids = here.chain[mention.start]
        yield from ((event, id_, "in a chain of dates") for id_ in ids)
    elif event:
        leads = LED.fullmatch(sentence.scene.text, sentence.start, mention.start)
        if here.alone and event.rule == "release" and (entry := entered(here, mention)):
            yield from entry
            return
        for other in [event, *further_events(here, mention, event)]:
            found = beside(here, mention, other)
            if not found and (leads or dates_too(here, mention, other)):
                found = whose(sentence, other)
            meant = announced(sentence, mention, other)
            for id_, rule in found if meant else ():
                yield meant or other, id_, rule
    elif landmark := at_landmark(here, mention):
        yield from landmark
    elif unsaid := seen_on(here, mention) or in_fields(here, mention):
        yield from unsaid
    elif here.alone and (new := newly(here, mention) or entered(here, mention)):
        yield from new
    elif here.alone:
        yield from labelled(here, mention)


def further_events(here: Setting, mention: DateMention, event: Told) -> list[Told]:
    """What else a date at the head of a sentence dates: "On March 5, we released X and retired Y"."""
    if not here.alone or not LED.fullmatch(here.sentence.scene.text, here.sentence.start, mention.start):
        return []
    return [e for e in told(here.sentence) if e != event and e.metric != event.metric and e.kinds and e.rule != "paper"]


def announced(sentence: Sentence, mention: DateMention, event: Told) -> Told | None:
    """What a date dates that stands before the news of an event to come: the announcement of a shutdown is a deprecation."""
    text = sentence.scene.text
    news = event.rule == "release" and ANNOUNCED.match(text, event.start) and any(t.rule == "shutdown" for t in told(sentence))
    if not news and (event.rule != "shutdown" or not ANNOUNCED.search(text, mention.end, event.start)):
        return event
    found = event_of("deprecation", sentence.vocabulary)
    return Told(event.start, event.end, *found, "deprecation") if found else None


def beside(here: Setting, mention: DateMention, event: Told) -> list[tuple[str, str]]:
    """Who stands right before a date, when the event was told further in front: "X launched in May, and Y in June"."""
    sentence, text = here.sentence, here.sentence.scene.text
    if closest(here, event) == mention:
        return []
    for mark in sentence.subjects if event.kinds else []:
        between = event.end <= mark.start and mark.end <= mention.start and suits(event, mark.id, sentence.vocabulary)
        if between and BESIDE.fullmatch(text, mark.end, mention.start) and not PLACED.search(text, sentence.start, mark.start):
            return [(i, "right before the date") for i in together(sentence, mark, event)]
    return []


def dates_too(here: Setting, mention: DateMention, event: Told) -> bool:
    """Whether a date is the one closest to an event, or joined to it: "launched in May 2025 and in Europe in June"."""
    first = closest(here, event)
    return first is None or first == mention or JOINED.fullmatch(here.sentence.scene.text[first.end : mention.start]) is not None


def closest(here: Setting, event: Told) -> DateMention | None:
    """The date that stands closest to the word for an event."""
    scene = here.sentence.scene
    near = [d for d in here.dates if scene.bracket(d.start) in (None, scene.bracket(event.start))]
    near = [d for d in near if nearest_event(here.sentence, d) == event] or near
    return min(near, key=lambda d: d.start - event.end if d.start >= event.end else event.start - d.end + 8, default=None)
