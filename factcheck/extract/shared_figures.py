"""What else is said of several at once, behind a figure that they share: "A and B both have a window of 400K and an output of 64K"."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.metric_rows import FIGURES
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.patterns import compile_re

WENT_TO = compile_re(r"[ *%]*(?: ?in (?:[A-Z][a-z]+ )?\d{4})? to (?:(?:about|around|nearly|roughly|over) )?[*~$]*")
# From one figure to the next that is said of the same: " tokens, with up to "
GOES_ON = compile_re(r"(?:(?!\b(?:while|whereas|but|than|vs|versus|against|compared)\b)[^.;:()\d$€£]){0,48}")
LISTED = compile_re(r"[ *%]*(?:points?|Elo)?[ *]*(?:,|/|\bto\b)[ *~$]*")  # ... and not one by one
ITS_OWN = ("S (q)", "q (S)", "q for S")
BEHIND = ("q for S", "S after q")
FOR = compile_re(r"\b(?:for|on|in|across|of|with|by)(?: (?:both|all|either))?(?: the)? [*_\[\"“]*$")


def went_to(sentence: Sentence, attached: list[Attached], first: Attached) -> list[Attached]:
    """The figure to which the first one moved, if any: "from 3 million in 2023 to 27 million"."""
    return [
        x
        for x in attached
        if x.metric.id == first.metric.id and WENT_TO.fullmatch(sentence.scene.text, first.quantity.outer_end, x.quantity.outer_start)
    ]


def said_besides(sentence: Sentence, attached: list[Attached], first: Attached, subjects: list[SubjectMark]) -> list[Attached]:
    """The figures of other metrics that go on from the first one, with no subject of their own."""
    out = [first]
    for x in attached:
        gap = sentence.scene.text[out[-1].quantity.outer_end : x.quantity.outer_start]
        goes_on = x.quantity.start > first.quantity.start and GOES_ON.fullmatch(gap) and not LISTED.fullmatch(gap)
        besides = x.subjects[0].mark in subjects and x.subjects[0].rule not in ITS_OWN
        if goes_on and besides and x.metric.id not in {y.metric.id for y in out}:
            out.append(x)
    return out[1:]


def shared_behind(sentence: Sentence, attached: list[Attached], subjects: list[SubjectMark]) -> list[Attached]:
    """The figures, the one before a list of subjects that it is given for as of them all: "a window of 1M for A and B"."""
    text, out = sentence.scene.text, list(attached)
    before = [x for x in out if x.quantity.outer_end <= subjects[0].start]
    one = before[-1] if before else None
    if not one or one.subjects[0].mark not in subjects or not one.subjects[0].rule.startswith(BEHIND):
        return out
    if subjects[-1].object or not FOR.search(text, one.quantity.outer_end, subjects[0].start):
        return out
    listed = len(before) > 1 and FIGURES.fullmatch(text, before[-2].quantity.outer_end, one.quantity.outer_start)
    others = [x for x in out if x.quantity.start > subjects[0].start and x.metric.id == one.metric.id]
    if listed or any(s.id in {c.id for c in x.subjects} for x in others for s in subjects):
        return out
    out[out.index(one)] = replace(one, subjects=tuple(Choice(s.id, 7.0, "shared by a list", s) for s in subjects))
    return out
