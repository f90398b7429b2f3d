"""Whose event it is where a sentence leaves it out: what the passage is about."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.dates.events import Told, suits
from factcheck.extract.dates.left_out import blanked
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

FRAGMENT = compile_re(
    r"\W*(?:(?:the|its|it|s|this|our|beta|new|latest|next|upcoming|flagship|was|is|were|has|been|first|initial(?:ly)?|original(?:ly)?|official(?:ly)?|model|models?|date|general|public|also|and"
    r"|now|in|on|with|a|an|of|company|startup|lab|firm|version|both|all|which|that)\b\W*)*",
    re.IGNORECASE,
)
OURS = compile_re(r"\b[Oo]ur\b")
STATED = ("cut-off", "open weights", "funding")  # of whom the passage is about, where nobody is named


def passage(sentence: Sentence, event: Told, marks: list[SubjectMark]) -> list[tuple[str, str]]:
    """What the passage is about, where the sentence leaves it out: "Released May 2025.", "Knowledge cutoff: May 2025"."""
    opens = not patterns.search(r"\w", sentence.scene.text[sentence.start : event.start])
    marks = [m for m in marks if not (opens and m.object)]  # "Released in May as the successor to X"
    if any((m.id is None and not m.pronoun) or suits(event, m.id, sentence.vocabulary) for m in marks):
        return []
    label = patterns.match(r"\W{0,2}:|\W*$", sentence.scene.text[event.end : sentence.end])
    ours = event.rule == "paper" and OURS.search(sentence.scene.text, sentence.start, event.end)
    if not (label or ours or FRAGMENT.fullmatch(blanked(sentence, sentence.start, event.start)) or event.rule in STATED):
        return []
    around = sentence.around.subjects
    for choice in sorted(around, key=lambda c: c.rule != "heading") if label else around:
        if suits(event, choice.id, sentence.vocabulary) and not (ours and choice.rule == "article"):
            return [(choice.id or "", choice.rule)] if choice.weight >= (2.5 if label else 3.0) else []
    return []
