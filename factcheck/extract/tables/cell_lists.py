"""Cells that list results in the order in which a label lists what they are of: "62.2 | 67.6" beside "MMMU art | science"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.names.pieces import name_key
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import Frame, Place
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.labels import label_of, unmarked
from factcheck.extract.tables.standard_labels import STROKE, condition_of
from factcheck.extract.voices.conditions import find_conditions
from factcheck.patterns import compile_re

TOOLS = compile_re(r"(?:with )?tools?(?: use)?", re.IGNORECASE)  # beside "no tools": with them
# One of the results, or its gap.
RESULT = compile_re(r"[\s*]*(?:~?\d+(?:\.\d+)?(?:%| percent)?|[-–—]+|n/?a)[\s*]*")


def listed_results(at: Place, frame: Frame) -> list[Place]:
    """The results of a cell as cells of their own, each with its part of the label that lists as many."""
    text = unmarked(at.scene.text)
    results = spans(text)
    if len(results) < 2 or not all(RESULT.fullmatch(text, a, b) for a, b in results):
        return []
    for label in (at.header, *at.row):
        told = one_by_one(label, len(results))
        told = told or (parted(label, len(results), frame) if label.text and is_list(at) else [])
        if not told:
            continue
        places = []
        for part, (a, b) in zip(told, results, strict=True):
            place = replace(at, scene=frame.see(" " * a + text[a:b]), named=part.subjects if len(label.subjects) > 1 else at.named)
            if label is at.header:
                places.append(replace(place, header=part))
            else:
                places.append(replace(place, labels=[part if x is label else x for x in at.labels]))
        return places
    return []


def is_list(at: Place) -> bool:
    """Whether a cell is nothing but two results or more with decimals, with strokes between them."""
    text = unmarked(at.scene.text)
    results = [text[a:b] for a, b in spans(text)]
    return len(results) > 1 and all(map(RESULT.fullmatch, results)) and any("." in r for r in results)


def one_by_one(label: Label, count: int) -> list[Label]:
    """The labels of the names that a label lists with strokes between them, if they are so many: "Aurora 2 / Tern 5"."""
    listed = len(label.subjects) == count == len(spans(label.text)) and not label.measured
    return [replace(label, subjects=(s,)) for s in label.subjects] if listed else []


def parted(label: Label, count: int, frame: Frame) -> list[Label]:
    """The labels that a label of a benchmark and so many parts, or of so many benchmarks, stands for; none if it is no such list."""
    text = label.text.strip(" *")
    inside = next((m for m in patterns.findall(r"\(([^()]*)\)", text) if len(spans(m)) == count), None)
    pieces = [inside[a:b].strip() for a, b in spans(inside)] if inside else [text[a:b].strip() for a, b in spans(text)]
    if len(pieces) != count or not all(patterns.search(r"[^\W\d_]", p) for p in pieces):
        return []
    alone = [label_of(p, frame.see, frame.vocabulary) for p in pieces]
    if all(x.metric for x in alone) and len({x.metric for x in alone}) == count:
        return [replace(x, subjects=label.subjects) for x in alone]
    if inside:
        return parts_of(label, text.partition("(")[0].strip(" *"), pieces, frame)
    words = pieces[0].split()
    for n in range(1, len(words)):
        if told := parts_of(label, " ".join(words[:n]), [" ".join(words[n:]), *pieces[1:]], frame):
            return told
    return []


def parts_of(label: Label, base: str, parts: list[str], frame: Frame) -> list[Label]:
    """The labels of parts of the benchmark that is named first; none if nothing is."""
    known = frame.vocabulary.metric_names.entries
    first = known.get(name_key(base))
    found = [entry.ids[0] if (entry := known.get(name_key(f"{base} {part}"))) and len(entry.ids) == 1 else None for part in parts]
    metric = first.ids[0] if first and len(first.ids) == 1 else None
    if not metric and not all(found):
        return []
    sides = side_conditions(parts)
    shared = {key: value for key, value in label.conditions.items() if not any(key in said for said in sides)}
    return [
        replace(label, metric=own or metric, unknown=False, flavour="" if own or said else plain(part), conditions={**shared, **said})
        for own, part, said in zip(found, parts, sides, strict=True)
    ]


def side_conditions(sides: Sequence[str]) -> list[dict[str, str]]:
    """The conditions that each of several sides of a label names.

    >>> side_conditions(("no tools", "tools")), side_conditions(("Input", "Output"))
    ([{'tools': 'without'}, {'tools': 'with'}], [{}, {}])
    """
    found = [{**dict(c for c in [condition_of("", side)] if c), **{c.key: c.value for c in find_conditions(side)}} for side in sides]
    set_apart = any("tools" in said for said in found)
    return [{**said, "tools": "with"} if set_apart and TOOLS.fullmatch(side) else said for side, said in zip(sides, found, strict=True)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a list stand that strokes separate."""
    cuts = [m.span() for m in STROKE.finditer(text)]
    return list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True))
