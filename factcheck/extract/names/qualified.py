"""Names of metrics that a word before them makes another's: "active parameter count", "prompt processing speed"."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

ACTIVE = compile_re(r"\b(?:[Aa]ctive|[Aa]ctivated)[ -]$")
READING = compile_re(r"\b(?:[Pp]re-?fill(?:ing)?|[Pp]rompt(?:[ -](?:processing|eval(?:uation)?|ingestion|reading))?)[ -]$")
TRAINING = compile_re(r"\b(?:[Pp]re-?)?[Tt]raining[ -]$")


def qualified(marks: list[MetricMark], text: str, vocabulary: Vocabulary) -> list[MetricMark]:
    """The metrics named in a text, those that the word before them makes others with these; a unit such as "tok/s" names its own only."""
    return [of_special(mark, text, vocabulary) for mark in marks]


def of_special(mark: MetricMark, text: str, vocabulary: Vocabulary) -> MetricMark:
    """A metric's name with the word before it that makes it another's."""
    if not mark.id or not mark.text[0].isalpha():
        return mark
    for before, general, special in (
        (ACTIVE, "parameters", "active-parameters"),
        (READING, "output-speed", "prefill-speed"),
        (TRAINING, "output-speed", "training-throughput"),
    ):
        meant = vocabulary.role(general)
        found = before.search(text, max(0, mark.start - 24), mark.start) if meant and meant.id == mark.id else None
        if found:
            metric, whole = vocabulary.role(special), text[found.start() : mark.end]
            return replace(mark, start=found.start(), id=metric.id if metric else None, text=whole, cue=None, common=False, weak=False)
    return mark
