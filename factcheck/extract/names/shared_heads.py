"""Names that share their head: "Aurora 2 Pro and Mini", "Aurora 2 Pro, Mini or Nano" are all of Aurora 2."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.names.names import Index, Name
from factcheck.extract.names.pieces import name_key
from factcheck.patterns import compile_re

# What may follow a name and begin with the last word of another that shares its head.
FURTHER = compile_re(r"(?:,? (?:and|or|&) |, |/)(?P<tail>(?:[A-Z][\w.]*\w|mini|nano|lite|\d+(?:\.\d+)?[BM])(?![\w-])(?! param))")
STEM = compile_re(r"(?P<head>.*\w)[ -][\w.]+")


def with_shared_heads(text: str, found: list[Name], index: Index) -> list[Name]:
    """The names of a text with those that leave out the head of the name before them; what else stands in their place gives way."""
    further = [name for first in found for name in chain(text, first, index)]
    kept = [n for n in found if not any(f.start < n.end and n.start < f.end for f in further)]
    return sorted([*kept, *further], key=lambda n: n.start) if further else found


def chain(text: str, first: Name, index: Index) -> Iterator[Name]:
    """The names that go on from a first one: its head and the words that follow it in a list."""
    stem = STEM.fullmatch(text, first.start, first.end)
    if first.id is None or stem is None:
        return
    end = first.end
    while m := FURTHER.match(text, end):
        entry = index.entries.get(name_key(f"{stem['head']} {m['tail']}"))
        if entry is None or len(entry.ids) != 1 or entry.ids[0] == first.id:
            return
        yield Name(m.start("tail"), m.end(), tuple(entry.ids))
        end = m.end()
