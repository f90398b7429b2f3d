"""Labels that are names as a whole, or complete or list those of others."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.names.names import PACKED
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.short_labels import written_out
from factcheck.patterns import compile_re

CUT_SHORT = compile_re(r"(?P<stem>[A-Z][\w.+-]*(?:[ -][\w.+]+)*?)[ -](?P<lasts>[\w.+]+(?:\s*[/&,]\s*[\w.+-]+){1,4})")
STROKES = compile_re(r"\s*[/&,]\s*")


def alternatives(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The subjects of a label that gives only the last words of those behind the first: "Opus 4.1 / 4", "Gemini 2.5 Pro / Flash"."""
    m = CUT_SHORT.fullmatch(text.strip(" *_`"))
    if not m:
        return ()
    ids = [vocabulary.subject_names.entries.get(name_key(f"{m['stem']} {last}")) for last in STROKES.split(m["lasts"])]
    return tuple(x.ids[0] for x in ids if x) if all(x and len(x.ids) == 1 for x in ids) else ()


def small_name(label: Label, vocabulary: Vocabulary) -> Label:
    """A label as the benchmark of its name in any case, in a table that writes names small or below "Benchmark": "mmlu", "mmlu/acc"."""
    said = name_key(label.text.partition("/")[0] if label.text.islower() else label.text)
    entry = vocabulary.metric_names.entries.get(said) if not (label.metric or label.subjects) else None
    known = entry and len(entry.ids) == 1 and len(said) > 3
    return replace(label, metric=entry.ids[0], flavour="", unknown=False) if entry and known else label


def writes_small(labels: Iterable[Label], vocabulary: Vocabulary) -> bool:
    """Whether the labels of a table are names of benchmarks in small letters, two at least, whose own have capitals."""
    names = [x for x in labels if x.metric and x.text.islower() and not x.common]
    return sum(not vocabulary.metrics[x.metric or ""].name.islower() for x in names) > 1


def whole_name(label: Label, vocabulary: Vocabulary) -> Label:
    """A label that is a name as a whole, signs and all: "requests/day", "Q&A score"."""
    lookup = name_key(label.text)
    metric, subject = vocabulary.metric_names.entries.get(lookup), vocabulary.subject_names.entries.get(lookup)
    if metric and len(metric.ids) == 1 and metric.fits(label.text.strip()) and len(lookup) > 3:
        return replace(label, metric=metric.ids[0], flavour="", unknown=False)
    full = vocabulary.metric_names.entries.get(name_key(written_out(label.text))) if not (label.metric or subject) else None
    if full and len(full.ids) == 1:
        return replace(label, metric=full.ids[0], flavour="", unknown=False)
    if subject and len(subject.ids) == 1 and subject.fits(label.text.strip()) and len(lookup) > 3:
        return replace(label, subjects=(subject.ids[0],), unknown=False)
    return label


def joined_name(text: str, bases: list[str], vocabulary: Vocabulary) -> str | None:
    """The subject that a label completes the name of: "70B" where all is about "Llama 3.1"; `bases` are ids, the nearest first."""
    said = PACKED.sub("", patterns.sub(r"\([^()]*\)", "", text)).strip(" *_:")
    if not name_key(said) or len(said.split()) > 3:
        return None
    for base in bases:
        subject = vocabulary.subjects[base]
        for name in (subject.name, *subject.aliases):
            for stem in dict.fromkeys((name, patterns.sub(r"[- ]\d+(?:\.\d+)?[MBT]\b.*", "", name))):
                entry = vocabulary.subject_names.entries.get(name_key(f"{stem} {said}"))
                if entry and len(entry.ids) == 1:
                    return entry.ids[0]
    return None
