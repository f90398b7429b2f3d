"""Sources given as a link, as an address written out, or by the mark of a note or of a numbered source."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import patterns
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.publishers import host, keeper, owner, publisher, speaker
from factcheck.extract.voices.references import marks
from factcheck.extract.voices.source import Link, References, Source
from factcheck.extract.voices.source_words import KINDS, OUTPUT, PART, PLAIN, TOLD
from factcheck.patterns import compile_re

WORK = compile_re(rf"['’]?s? (?:{KINDS} )*{OUTPUT}$")  # of whom it is by


def linked(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[Link]) -> Iterator[Source]:
    """Sources given as a link: "([Epoch](https://...))", "[@handle](https://...)", "[Source](https://epoch.ai/...)", "[says](https://...)"."""
    for a, b, url in links:
        if a == b and start < a <= end and not PART.search(scene.text, start, a) and (id_ := speaker(url, vocabulary)):
            yield Source(a, b, id_, "before")  # written out
        if a == b or not start <= a < end:
            continue
        words = scene.text[a:b].strip(" *_[]()@")
        handle = scene.text[a:b].lstrip().startswith("@")
        aside = handle or scene.bracket(a) is not None
        tail = not patterns.search(r"\w", scene.text[b:end]) and not PART.search(scene.text, start, a)
        id_ = publisher(WORK.sub("", words), vocabulary) or (owner(words, vocabulary) if aside else None)
        if id_ and id_ == keeper(url, vocabulary):
            continue  # "[Hugging Face](https://huggingface.co/...)": where the thing itself is kept
        if (aside or tail) and id_:
            yield Source(a, b, id_, "before")
        elif (aside or tail) and PLAIN.fullmatch(words):
            yield Source(a, b, host(url, vocabulary), "before")
        elif handle and a > start:
            yield Source(a, b, None, "before")
        elif any(a <= q.start < b for q in scene.quantities) and (id_ := speaker(url, vocabulary)):
            yield Source(a, b, id_, "own")
        elif TOLD.fullmatch(words) and (id_ := speaker(url, vocabulary)):
            yield Source(a, b, id_, "either")


def pointed(scene: Scene, start: int, end: int, links: list[Link], references: References) -> Iterator[Source]:
    """Sources that the mark of a note or of a numbered source behind a figure points to."""
    given = [(a, url) for a, b, url in links if a == b and start < a <= end]
    for at, mark in (*given, *marks(scene.text, start, end)):
        if mark in references:
            yield Source(at, at, references[mark], "before")
