"""Of what else than a named thing a wording of availability may speak: a number of its own, or others who stand nearer."""

from __future__ import annotations

from factcheck.extract.access.access_words import Heard
from factcheck.extract.names.scene import SubjectMark
from factcheck.patterns import compile_re

# What is said of the number or price named right before it.
FEATURE = compile_re(
    r"[*_\"”]*(?: (?:of|up to) [~]?[\d.,]+[KMB]?(?: tokens)?)?(?: window)?[*_]*"
    r" (?:is|are|was|were|remains?|stays?|will be|has been|comes?|came) "
)
BEING = compile_re(r"[*_”\"]* (?:is|are|was|were|remains?|becomes?|became)\b")


def of_feature(heard: Heard) -> bool:
    """Whether it is something measured that a wording speaks of: "a context window of 1M tokens is in beta"."""
    text, metrics = heard.text, heard.sentence.vocabulary.metrics
    for mark in heard.sentence.metrics:
        counts = mark.id and metrics[mark.id].kind in ("tokens", "speed", "price")
        if counts and mark.end <= heard.start and FEATURE.match(text, mark.end):
            return not any(mark.end <= s.start and s.end <= heard.start for s in heard.sentence.subjects)
    return False


def set_apart(heard: Heard, mark: SubjectMark) -> bool:
    """Whether others who have no name here stand nearer than a name ("S says its models are"), and are not said to be the same."""
    others = (s for s in heard.sentence.subjects if s.id is None and not s.pronoun and not s.unknown)
    return any(mark.end <= s.start and s.end <= heard.start and not BEING.match(heard.text, mark.end, s.start) for s in others)
