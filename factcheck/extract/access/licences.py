"""Licences that a sentence shares out among several: "Apache 2.0 (A, B, C)", "MIT for D and E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.access.access_openness import LICENCE
from factcheck.extract.access.access_subjects import forwards, marks_of
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

GIVEN = compile_re(
    rf"(?:^|(?<=[;,:—–(] )|(?<=\()|\b(?:and|or|under|prefers?|us(?:es?|ing)|chose|licen[sc]es?:?) )[*_\"“]*"
    rf"(?P<w>{LICENCE})(?:[ -]licen[sc]e)?[*_\"”]*",
    re.IGNORECASE,
)
BRACKET = compile_re(r"(?: (?!at\b|from\b|in\b)[a-z]+){0,4} \((?:the )?[*_\"“]*")
FOR = compile_re(r" (?:for|covers|on) (?:the |both )?[*_\"“]*")
ENDS = compile_re(r"[*_\"”]*(?:$|[.,;)]| (?:and|or|but|while|on|in)\b)")
LISTED = compile_re(r"(?:[\s*_\"“”]|,|&|/|\+|\band\b|\bplus\b|\bboth\b|\bthe\b)*")


def shared_out(sentence: Sentence) -> Iterator[tuple[int, int, list[SubjectMark]]]:
    """The licences of a sentence that stand beside a list of those who have them: offsets, and the list."""
    text, marks = sentence.scene.text, marks_of(sentence)
    for m in GIVEN.finditer(text, sentence.start, sentence.end):
        start, end = m.span("w")
        if bracket := BRACKET.match(text, m.end(), sentence.end):
            span = sentence.scene.bracket(bracket.end())
            inside = [s for s in marks if span and span[0] < s.start < span[1]]
            if span and inside and LISTED.fullmatch(without(text, span[0] + 1, span[1], inside)):
                yield start, end, inside
        elif given := FOR.match(text, m.end(), sentence.end):
            first = next((s for s in marks if s.start == given.end()), None)
            listed = forwards(text, marks, first) if first else []
            if listed and ENDS.match(text, listed[-1].end):
                yield start, end, listed


def without(text: str, start: int, end: int, marks: list[SubjectMark]) -> str:
    """A stretch of text without the given names."""
    return "".join(c for i, c in enumerate(text[start:end], start) if not any(s.start <= i < s.end for s in marks))
