"""What a date in a sentence is the date of: the event that its words tell of nearest to it, or the name that it stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import NEWLY, Told, event_of, suits, told
from factcheck.extract.dates.left_out import BESIDE
from factcheck.extract.dates.name_groups import together
from factcheck.extract.dates.nearest import LED, nearest_event
from factcheck.extract.dates.owners import whose
from factcheck.extract.dates.setting import Found, Setting
from factcheck.extract.dates.unsaid import (
    at_landmark,
    entered,
    in_brackets,
    in_fields,
    labelled,
    newly,
    seen_on,
    told_without_verb,
    with_paper,
)
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

ANNOUNCED = compile_re(r"\b(?:sa(?:id|ys?)|announc|confirm|notif|inform|told|warn)\w*", re.IGNORECASE)
PLACED = compile_re(r"\b(?:from|in|for|to|on|via|through|within|into|across|at|of|with) (?:the |its )?[*\"“]*$", re.IGNORECASE)
LAUNCHED = compile_re(r"launch(?:ed|ing)", re.IGNORECASE)
# "S, launched in 2023, has", "since its launch in 2023, S"
OWN_LAUNCH = compile_re(r"(?:['’]s|,(?: which| who)?(?: (?:was|were|had|first|originally|officially|publicly|quietly))*) ")
BEGAN = compile_re(r" (?:back )?in (?:19|20)\d\d(?:[.,;:)]|$| (?:with|by|as|and|but|to|from|under|out of|after)\b)")
WAS = compile_re(r"\b(?:was|were)(?: \w+)? $")
BY_OR_IN = compile_re(
    r" (?:in|by|out of) [*_]*[A-Z](?![a-z]* \d)"
    r"| by (?:[\w-]+ ){0,3}(?:brothers|sisters|siblings|friends|students|researchers|engineers|founders|entrepreneurs?|professors?"
    r"|graduates|veterans|alumni|pair|couple|duo)\b"
)
THEN_NAME = compile_re(r",? (?:(?:by|with|came|the|its|followed by) )*[*_\"“]*")
SAID = ("what the event happens to", "what the event happened to")
DATELINE = compile_re(r"\W*(?:[A-Z][A-Za-z.-]+(?: [A-Z][A-Za-z.-]+)?(?:, [A-Z][A-Za-z. ]+)?, )?$")  # "PARIS, "
LATTER = compile_re(r"\bthe (?P<which>latter|former) (?:(?:only|just|first|back) )*(?:(?:on|in) )?$")  # "X and Y, the latter in May"
AGENCY = compile_re(r"(?:, \d{4})?\.? \([A-Z][\w ]+\) ?[-–—]+ ")  # " (Reuters) - "
WITH_IT = compile_re(r"(?:,? and|,? (?:and )?with)(?: (?:its|their|the|full|final|complete|eventual))* $")
JOINED = compile_re(r"[\s,;()]*(?:and\b|then\b|&)(?! (?:its?|the|an?|his|her|their)\b)(?: \w+){0,5} ")


def dated(here: Setting, mention: DateMention) -> Iterator[Found]:
    """The events that a date dates, each with whose it is."""
    sentence, text = here.sentence, here.sentence.scene.text
    if DATELINE.fullmatch(text, 0, mention.start) and AGENCY.match(text, mention.end):
        return
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
        if here.alone and event.rule in NEWLY and (entry := entered(here, mention)):
            yield from entry
            return
        for other in [event, *further_events(here, mention, event)]:
            found = beside(here, mention, other)
            if not found and (leads or dates_too(here, mention, other)):
                found = of_the_first(sentence, other) or whose(sentence, other)
            meant = announced(sentence, mention, other)
            for id_, rule in found if meant else ():
                yield meant or other, id_, rule
            if not found and (start := founding(sentence, other)):
                yield from ((start, id_, rule) for id_, rule in whose(sentence, start) if rule in SAID)
    elif landmark := at_landmark(here, mention):
        yield from landmark
    elif unsaid := seen_on(here, mention) or in_fields(here, mention):
        yield from unsaid
    elif here.alone and (new := newly(here, mention) or entered(here, mention)):
        yield from new
    elif bare := told_without_verb(here, mention):
        yield from bare
    elif here.alone:
        yield from labelled(here, mention)


def of_the_first(sentence: Sentence, event: Told) -> list[tuple[str, str]]:
    """Whose event it is that follows another one of a thing: "We announced the deprecation of X, with retirement scheduled for"."""
    first = next((e for e in told(sentence) if e.end <= event.start and e.kinds == event.kinds and e.metric != event.metric), None)
    if not first or not WITH_IT.search(sentence.scene.text, first.end, event.start):
        return []
    return [(id_, "what the event before happens to") for id_, rule in whose(sentence, first) if rule in SAID]


def founding(sentence: Sentence, event: Told) -> Told | None:
    """The launch of a company as its founding: "She launched S in 2024", "S was launched in Bristol"."""
    text, found = sentence.scene.text, event_of("founding", sentence.vocabulary)
    launched = LAUNCHED.fullmatch(text, event.start, event.end)
    if event.rule != "release" or not found or not (launched or text[event.start : event.end] == "launch"):
        return None
    placed = WAS.search(text, sentence.start, event.start) and BY_OR_IN.match(text, event.end)
    behind = any(s.id and 0 < s.start - event.end <= len(" the ") for s in sentence.subjects)
    direct = behind and not WAS.search(text, sentence.start, event.start)
    own = any(
        OWN_LAUNCH.fullmatch(text, s.end, event.start) or (s.text.lower() == "its" and s.end + 1 == event.start)
        for s in sentence.subjects
        if s.id and s.end <= event.start
    )
    began = own and BEGAN.match(text, event.end)
    return Told(event.start, event.end, *found, "founding") if began or (launched and (placed or direct)) else None


def further_events(here: Setting, mention: DateMention, event: Told) -> list[Told]:
    """What else a date at the head of a sentence dates: "On March 5, we released X and retired Y"."""
    if not here.alone or not LED.fullmatch(here.sentence.scene.text, here.sentence.start, mention.start):
        return []
    return [e for e in told(here.sentence) if e != event and e.metric != event.metric and e.kinds and e.rule != "paper"]


def announced(sentence: Sentence, mention: DateMention, event: Told) -> Told | None:
    """What a date dates that stands before the news of an event to come: the announcement of a shutdown is a deprecation."""
    text = sentence.scene.text
    news = event.rule in NEWLY and ANNOUNCED.match(text, event.start) and any(t.rule == "shutdown" for t in told(sentence))
    if not news and (event.rule != "shutdown" or not ANNOUNCED.search(text, mention.end, event.start)):
        return event
    found = event_of("deprecation", sentence.vocabulary)
    return Told(event.start, event.end, *found, "deprecation") if found else None


def beside(here: Setting, mention: DateMention, event: Told) -> list[tuple[str, str]]:
    """Who stands right before a date, when the event was told further in front: "X launched in May, and Y in June"."""
    sentence, text, known = here.sentence, here.sentence.scene.text, here.sentence.vocabulary
    first = closest(here, event)
    if first == mention and not LATTER.search(text, event.end, mention.start):
        return []
    if first and first.end <= event.start:  # "In May came X, in June Y"
        listed = (
            m for m in sentence.subjects if THEN_NAME.fullmatch(text, mention.end, m.start) and suits(event, m.id, sentence.vocabulary)
        )
        if mark := next(listed, None):
            return [(i, "right behind the date") for i in together(sentence, mark, event)]
    if which := LATTER.search(text, event.end, mention.start):
        pair = list(dict.fromkeys(m.id for m in sentence.scene.subjects if m.id and m.end <= which.start() and suits(event, m.id, known)))
        return [(pair[which["which"] == "latter"], "of the two")] if len(pair) == 2 else []
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
