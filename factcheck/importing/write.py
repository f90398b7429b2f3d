"""A plan becomes text in the ledger's files: each subject's claims in its own file, sources by publisher, new subjects by maker."""

from __future__ import annotations

from pathlib import Path

from factcheck.importing.merge import Plan
from factcheck.ledger.edit import add, add_claims
from factcheck.ledger.homes import claims_home, ended, source_home, subject_home
from factcheck.ledger.layout import layout
from factcheck.ledger.model import Ledger
from factcheck.ledger.records import source_fields, subject_fields
from factcheck.ledger.rendering import Fields
from factcheck.ledger.store import read_text


def texts(made: Plan, folder: Path, ledger: Ledger) -> dict[Path, str]:
    """The new text of every file in a ledger folder that a plan changes."""
    out: dict[Path, str] = {}
    if not made.added:
        return out
    shape = layout(folder)

    def text_of(path: Path) -> str:
        return out.get(path) or read_text(path, shape)

    ends = [(new.replaces, new.ended) for new in made.added if new.replaces]
    for claim, fields in sorted(ends, key=lambda pair: pair[0].place.line, reverse=True):  # places are those of now: from the last line up
        path, text = ended(claim, fields, folder, ledger, text_of)
        out[path] = text
    for maker in dict.fromkeys(subject.maker for subject in made.subjects):
        same = [subject for subject in made.subjects if subject.maker == maker]
        path = subject_home(same[0], folder)
        out[path] = add(text_of(path), "subjects", [subject_fields(subject) for subject in same])
    if made.origin.id not in ledger.sources:
        source = made.origin.source()
        path = source_home(source, folder)
        out[path] = add(text_of(path), "sources", [source_fields(source)])
    subjects = {**ledger.subjects, **{subject.id: subject for subject in made.subjects}}
    kinds = {metric.id: metric.kind for metric in ledger.metrics.values()}
    added: dict[str, list[Fields]] = {}
    for new in made.added:
        added.setdefault(new.subject, []).append(new.fields)
    for name, fields_of in added.items():
        path = claims_home(subjects[name], folder, ledger)
        out[path] = add_claims(text_of(path), name, fields_of, kinds)
    return out
