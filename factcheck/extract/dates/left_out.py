"""A stretch of text without what is named in it: its dates, brackets, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import patterns
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

# What may stand between a name and its date.
BESIDE = compile_re(
    r"(?:[\s*\"”,]|\b(?:back|just|only|in|on|by|around|about|as early as|the|late|early|followed|arrived|came"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)*",
    re.IGNORECASE,
)
# What is said of a name on the way from it to its verb: "X — then run by Y — was", "X, used in the training of Y, was".
ASIDE = compile_re(
    r" [–—] [^–—.;:()]{1,80} [–—](?= )|, (?:who|whose)\b[^,.;]{1,80},"
    r"|, (?:used|trained|based|built|designed|developed|created|known|made|powered|optimi[sz]ed|founded|established"
    r"|started|released|launched|announced|introduced|unveiled|formerly|previously|aimed|intended)\b"
    r"[^,.;:()]{1,100},(?= (?:has|have|had|was|were|is|are|will)\b)"
)
SMALL = compile_re(
    r"\b(?:and|by|from|in|on|the|new|with|models?|family|series|preview|of|plus|effective|early|late|mid|week"
    r"|(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b|[^\w]|_",
    re.IGNORECASE,
)


def blanked(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of text without its dates, brackets and asides, and without the names of makers in it."""
    scene, vocabulary = sentence.scene, sentence.vocabulary
    spans = [(d.start, d.end) for d in scene.dates]
    spans += [(a, b + 1) for a, b in scene.brackets if start <= a and b < end]
    spans += [(m.start, m.end) for m in scene.subjects if m.id and vocabulary.subjects[m.id].kind in ("organisation", "person")]
    out, at = "", start
    for a, b in sorted(spans):
        if at <= a and b <= end:
            out += scene.text[at:a]
            at = b
    return patterns.sub(" {2,}", " ", patterns.sub(r" +,", ",", ASIDE.sub("", out + scene.text[at:end])))


def in_aside(sentence: Sentence, mark: SubjectMark, end: int) -> bool:
    """Whether a name stands in what is only said in passing, in front of the end of a stretch."""
    return any(aside.start() < mark.start < aside.end() for aside in ASIDE.finditer(sentence.scene.text, sentence.start, end))


def without(scene: Scene, start: int, end: int, marks: Sequence[SubjectMark], mention: DateMention | None = None) -> str:
    """A stretch of text without the given names and date."""
    spans = [(m.start, m.end) for m in marks] + ([(mention.start, mention.end)] if mention else [])
    return "".join(c for i, c in enumerate(scene.text[start:end], start) if not any(a <= i < b for a, b in spans))
