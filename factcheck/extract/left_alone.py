"""Why a number that nothing was read from was left alone, for those who ask: every number of the file has a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factcheck.documents import Document, Text
from factcheck.extract.assertion import Assertion, Unread
from factcheck.extract.names.scene import Scene
from factcheck.extract.tables.labels import unmarked
from factcheck.extract.voices.modality import asserting
from factcheck.patterns import compile_re
from factcheck.places import Span

NUMBER = compile_re(r"\d+(?:[.,]\d+)*")
UNSEEN = "not in the text: an address, code or markup"
UNSAID = "the sentence asks or supposes"
NO_EVENT = "no event in sight that it could be the date of"
NO_LABELS = "the table does not say whose it is, or of what"
NO_FIGURE = "part of a word, a name or a number of something"

Region = tuple[Span, str]  # a place in the file and why a number there is left alone


def left_alone(
    document: Document, assertions: Iterable[Assertion], unread: Iterable[Unread], see: Callable[[str], Scene]
) -> Iterator[Unread]:
    """The numbers of the file that are neither read nor left alone for a reason already, in order. `see` marks a text."""
    reasons = [UNSEEN] * len(document.source)  # of each character, "" where one is told already
    told = [(span, "") for span in (*(a.span for a in assertions), *(u.span for u in unread))]
    for span, reason in (*regions(document, see), *told):
        reasons[span.start : span.end] = [reason] * (span.end - span.start)
    for m in NUMBER.finditer(document.source):
        if all(reasons[m.start() : m.end()]):
            yield Unread(Span(*m.span()), m.group(), reasons[m.start()])


def regions(document: Document, see: Callable[[str], Scene]) -> Iterator[Region]:
    """The visible text and what is marked in it, the narrower after the wider: the last that holds a place tells of it."""
    for block in document.blocks:
        for text in (cell for row in block.rows for cell in row) if block.kind == "table" else (block.text,):
            if text.text:
                yield from of_text(text, see(unmarked(text.text)), block.kind == "table")


def of_text(text: Text, scene: Scene, in_table: bool) -> Iterator[Region]:
    """A text, the names, quantities and dates in it, and the sentences that assert nothing."""
    for run in text.runs:
        yield Span(run.start, run.end), NO_FIGURE
    for quantity in scene.quantities:
        yield text.span(quantity.start, quantity.end), NO_LABELS if in_table else NO_FIGURE
    for mention in scene.dates:
        yield text.span(mention.start, mention.end), NO_LABELS if in_table else NO_EVENT
    for start, end in [(mark.start, mark.end) for mark in scene.subjects] + [(mark.start, mark.end) for mark in scene.metrics]:
        yield text.span(start, end), f'part of the name "{text.text[start:end]}"'
    for start, end in scene.sentences:
        if asserting(scene.text, start, end) is None:
            for number in NUMBER.finditer(scene.text, start, end):
                yield text.span(*number.span()), UNSAID
