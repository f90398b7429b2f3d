"""What the marks of notes and numbered sources point to: `[^a]`, `[2]`, `³` and the list of sources at the end of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.documents import Document, Text
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.publishers import host, publisher
from factcheck.extract.voices.source import References
from factcheck.patterns import compile_re

# The heading of a list of sources.
LISTED = compile_re(
    r"\W*(?:\d+[.)]? )?(?:(?:key|selected|primary|main|external|further|all|our) )?"
    r"(?:references?|sources?|citations?|bibliography|foot-?notes?|end-?notes?|notes|works cited|links|reading)"
    r"(?:(?: and| &|,) (?:references?|sources?|citations?|notes|links|further reading))?\W*",
    re.IGNORECASE,
)
NUMBER = compile_re(r"(?:^|(?<=\s))(?:\[(\d{1,3})\]:?|\^(\d{1,3})|(\d{1,3})[.)])(?:\s|$)")
NAMED = compile_re(r"[^\w]*([^.,:;(–—\"“|]{2,60}?)\s*(?:[.,:;(–—\"“|]|$)")
SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "[2]", "[2][3]" and "[2, 3]" give the first of their numbers; a small raised one stands behind a word or a full stop.
MARK = compile_re(r"\[(\d{1,3})(?:\s*[,;–-]\s*\d{1,3})*\]|(?<=[A-Za-z.,;:!?)”\"%])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)")


def references(document: Document, vocabulary: Vocabulary) -> References:
    """Whom each of an article's notes and numbered sources is by."""
    found = {mark: by(text, 0, len(text.text), vocabulary) for mark, text in document.notes.items()}
    level, number = 0, 0
    for block in document.blocks:
        if block.kind == "heading" and (not level or block.level <= level):
            level, number = (block.level or 1) if LISTED.fullmatch(block.text.text) else 0, 0
        elif level and block.kind != "heading":
            for given, start, end in entries(block.text.text):
                number = given or number + 1
                found.setdefault(f"#{number}", by(block.text, start, end, vocabulary))
    return found


def entries(text: str) -> Iterator[tuple[int, int, int]]:
    """The sources that one block of a list of them names: the number of each, 0 where it has none of its own, and its offsets.

    >>> list(entries("[1] Epoch [2] Meta")), list(entries("Epoch, 2026"))
    ([(1, 4, 10), (2, 14, 18)], [(0, 0, 11)])
    """
    starts = [m for m in NUMBER.finditer(text) if m.start() == 0 or m[1]]
    if not starts or starts[0].start():
        yield 0, 0, len(text)
        return
    for m, after in zip(starts, [*(n.start() for n in starts[1:]), len(text)], strict=True):
        yield int(m[1] or m[2] or m[3]), m.end(), after


def by(text: Text, start: int, end: int, vocabulary: Vocabulary) -> str | None:
    """The publisher of a note or source: the name it begins with, else whose the first address in it is.

    "Epoch AI, Benchmarks, 2026"; "GPT-5 system card, https://openai.com/..."; nobody for what only mentions somebody.
    """
    name = NAMED.match(text.text, start, end)
    named = publisher(name[1].strip(" *_[]"), vocabulary) if name else None
    urls = (link.url for link in text.links if start <= link.start <= end and not link.url.startswith("#"))
    return named or next((host(url, vocabulary) for url in urls), None)


def marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where the marks of numbered sources stand in a sentence, and what they point to."""
    for m in MARK.finditer(text, start, end):
        yield m.start(), f"#{m[1] or m[0].translate(SUPER)}"
