"""A plan becomes text in the ledger's files: each subject's claims in its own file, sources by publisher, new subjects by maker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from factcheck.importing.figures import Origin
from factcheck.importing.merge import New, Plan
from factcheck.ledger.edit import add, change
from factcheck.ledger.homes import claims_home, source_home, subject_home
from factcheck.ledger.layout import layout
from factcheck.ledger.model import Ledger, Subject
from factcheck.ledger.rendering import Fields
from factcheck.ledger.store import read_text


def texts(made: Plan, folder: Path, ledger: Ledger) -> dict[Path, str]:
    """The new text of every file in a ledger folder that a plan changes."""
    out: dict[Path, str] = {}
    if not made.added:
        return out
    shape = layout(folder)
    subjects = {subject.id: subject for subject in made.subjects}
    for maker in dict.fromkeys(subject.maker for subject in made.subjects):
        same = [subject for subject in made.subjects if subject.maker == maker]
        path = subject_home(same[0], folder)
        out[path] = add(out.get(path) or read_text(path, shape), "subjects", [subject_fields(one) for one in same])
    if made.origin.id not in ledger.sources:
        path = source_home(made.origin.source(), folder)
        out[path] = add(read_text(path, shape), "sources", [source_fields(made.origin)])
    by_file: dict[Path, list[New]] = defaultdict(list)
    for new in made.added:
        by_file[claims_home(subjects.get(new.subject) or ledger.subjects[new.subject], folder, ledger)].append(new)
        if new.replaces:
            place = Path(new.replaces.place.path)
            by_file.setdefault(place, [])
    ended = [(Path(new.replaces.place.path), new) for new in made.added if new.replaces]
    for path, added in by_file.items():
        text = out.get(path) or read_text(path, shape)
        for new in sorted((new for place, new in ended if place == path), key=_line, reverse=True):
            if new.replaces:
                text = change(text, new.replaces.place.line, new.replaces.place.column, new.ended)
        out[path] = with_claims(text, added)
    return out


def _line(new: New) -> int:
    return new.replaces.place.line if new.replaces else 0


def with_claims(text: str, added: Sequence[New]) -> str:
    """The text of a file of claims with more of them, each behind the last one on its metric."""
    own = re.search(r"^subject: *(\S+)", text, re.MULTILINE)
    if added and not re.search(r"^claims:", text, re.MULTILINE):
        text += f"subject: {added[0].subject}\nclaims: []\n"
        own = re.search(r"^subject: *(\S+)", text, re.MULTILINE)
    for new in added:
        subject: Fields = {} if own and own[1] == new.subject else {"subject": new.subject}
        metric = new.fields["metric"]
        text = add(text, "claims", [{**subject, **new.fields}], after=lambda fields, metric=metric: fields.get("metric") == metric)  # type: ignore[misc]
    return text


def source_fields(origin: Origin) -> Fields:
    return {
        "id": origin.id,
        "publisher": origin.publisher,
        "title": origin.title,
        "url": origin.url,
        "published": origin.published,
        "kind": origin.kind,
    }


def subject_fields(subject: Subject) -> Fields:
    return {
        "id": subject.id,
        "name": subject.name,
        "kind": subject.kind,
        "maker": subject.maker or "",
        "aliases": list(subject.aliases),
        "released": str(subject.released.written) if subject.released else "",
    }
