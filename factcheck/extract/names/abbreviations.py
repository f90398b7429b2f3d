"""What an article calls its metrics for short: "weekly active users (WAUs)" makes "WAUs" a name of theirs, in this article."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.names.names import Entry, Index
from factcheck.extract.names.pieces import name_key, pieces
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

SHORT = compile_re(r" \((?P<short>[A-Z]{2,6})s?[,)]")


def abbreviations(texts: Iterable[str], vocabulary: Vocabulary) -> Index:
    """The short names that some texts give to metrics, with their plurals; none that the vocabulary has for something else."""
    index = Index()
    for text in texts:
        if not SHORT.search(text):
            continue
        for name in vocabulary.metric_names.find(text, pieces(text)):
            given = SHORT.match(text, name.end)
            if given and name.id and initials(text[name.start : name.end]) == given["short"]:
                for form in (given["short"], given["short"] + "s"):
                    lookup = name_key(form)
                    if lookup not in vocabulary.metric_names.entries and lookup not in vocabulary.subject_names.entries:
                        index.put(lookup, Entry([name.id], form, exact=True, proper=True))
    return index


def initials(words: str) -> str:
    """The first letters of some words.

    >>> initials("weekly active users"), initials("year-on-year growth")
    ('WAU', 'YOYG')
    """
    return "".join(word[0] for word in words.replace("-", " ").split()).upper()
