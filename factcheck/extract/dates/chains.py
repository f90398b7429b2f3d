"""One word for an event and a chain of things with a date each: "shipped X in May (its first), then Y in June, and Z in August"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, suits, told
from factcheck.extract.dates.left_out import BESIDE, blanked
from factcheck.extract.dates.name_groups import COORDINATED, part_of_other
from factcheck.extract.dates.objects import OBJECT, OBJECT_STOP
from factcheck.extract.names.lists import name_lists
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

# Between the word for an event and the first thing, where a colon is to come: "three models shipped in seven weeks: X".
COLON = compile_re(r"(?:[^.;:()?!]{0,80}):[\s*\"“]*(?:(?:the|its|new) )*")
# From one date to the next thing: "in May (its first), then its small Y".
ONWARD = compile_re(
    r"[*_\"”]*(?: ?\([^()]*\))?(?:[\s,;+&*_\"“–—]"
    r"|\b(?:and|then|later|also|followed by|plus|finally|next|now|as well as|its|their|the|new|small|big)\b)*",
    re.IGNORECASE,
)
LISTED = compile_re(r"(?:,|,? and)(?: (?:on|in))? ")
RESPECTIVELY = compile_re(r"[ ,]*respectively\b")
SHORT = 4  # words between a name and its date, where the two are not side by side
Link = tuple[tuple[SubjectMark, ...], DateMention]


def chained(sentence: Sentence, dates: list[DateMention]) -> dict[int, tuple[Told, list[str]]]:
    """The dates of a chain of two or more, by where they stand: the event, and the ids of those that stand right before the date."""
    if len(dates) < 2:
        return {}
    if shared := shared_out(sentence, dates):
        return shared
    for event in told(sentence):
        chain = [] if event.doer or not event.kinds else list(links(sentence, event, dates))
        if len(chain) > 1:
            return {date.start: (event, ids) for marks, date in chain if (ids := named(sentence, event, marks))}
    return {}


def shared_out(sentence: Sentence, dates: list[DateMention]) -> dict[int, tuple[Told, list[str]]]:
    """The dates that "respectively" gives to a list of as many names before them: "X and Y came out in May and June, respectively"."""
    text = sentence.scene.text
    row = dates[:1]
    for one, other in pairwise(dates):
        row = [*row, other] if LISTED.fullmatch(text, one.end, other.start) else [other]
    if len(row) < 2 or not RESPECTIVELY.match(text, row[-1].end):
        return {}
    event = next((e for e in told(sentence) if e.kinds and e.start < row[0].start), None)
    names = next((n for n in name_lists(sentence) if len(n) == len(row) and n[-1].end <= row[0].start), None)
    if not event or not names or not all(suits(event, m.id, sentence.vocabulary) for m in names):
        return {}
    return {date.start: (event, [mark.id or ""]) for date, mark in zip(row, names, strict=True)}


def links(sentence: Sentence, event: Told, dates: list[DateMention]) -> Iterator[Link]:
    """The links of the chain that a word for an event begins, each the names and their date."""
    text, at = sentence.scene.text, event.end
    marks = [m for m in sentence.scene.subjects if event.end <= m.start < sentence.end and not m.pronoun and not maker(sentence, m)]
    for date in dates:
        here = [m for m in marks if at <= m.start and m.end <= date.start]
        if date.start < at:
            continue
        joined = here and (begins(sentence, event, here[0]) if at == event.end else ONWARD.fullmatch(text, at, here[0].start))
        if not joined:
            return
        whole = all(COORDINATED.fullmatch(text, a.end, b.start) for a, b in pairwise(here))
        if whole and BESIDE.fullmatch(text, here[-1].end, date.start):
            yield tuple(here), date
        elif len(text[here[0].end : date.start].split()) > SHORT:
            return
        at = date.end


def begins(sentence: Sentence, event: Told, first: SubjectMark) -> bool:
    """Whether a name can be the first of what an event happened to: its object, or what stands behind a colon."""
    gap = blanked(sentence, event.end, first.start)
    return bool(COLON.fullmatch(gap) or (OBJECT.fullmatch(gap) and ":" not in gap and not OBJECT_STOP.search(gap)))


def maker(sentence: Sentence, mark: SubjectMark) -> bool:
    return mark.id is not None and sentence.vocabulary.subjects[mark.id].kind in ("organisation", "person")


def named(sentence: Sentence, event: Told, marks: tuple[SubjectMark, ...]) -> list[str]:
    """The ids of the names of a link, none where one of them is unknown or only begins the name of something else."""
    fit = all(suits(event, m.id, sentence.vocabulary) and not part_of_other(sentence, m) for m in marks)
    return list(dict.fromkeys(m.id or "" for m in marks)) if fit else []
