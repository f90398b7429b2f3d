"""A plan becomes text in the ledger's files: each subject's claims in its own file, sources by publisher, new subjects by maker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from factcheck.importing.figures import Origin
from factcheck.importing.merge import New, Plan
from factcheck.ledger.edit import add, change
from factcheck.ledger.model import Ledger, Subject
from factcheck.ledger.rendering import Fields
from factcheck.ledger.store import read_text

OTHERS = "others"


def texts(made: Plan, folder: Path, ledger: Ledger) -> dict[Path, str]:
    """The new text of every file in a ledger folder that a plan changes."""
    out: dict[Path, str] = {}
    if not made.added:
        return out
    makers = {subject.id: subject.maker for subject in made.subjects}
    for maker in dict.fromkeys(subject.maker for subject in made.subjects):
        path = folder / "claims" / "vocabulary" / "subjects" / f"{maker}.yaml"
        out[path] = add(read_text(path), "subjects", [subject_fields(one) for one in made.subjects if one.maker == maker])
    if made.origin.id not in ledger.sources:
        path = folder / "sources" / f"{slug(made.origin.publisher)}.yaml"
        out[path] = add(read_text(path), "sources", [source_fields(made.origin)])
    by_file: dict[Path, list[New]] = defaultdict(list)
    for new in made.added:
        by_file[home(new.subject, folder, ledger, makers.get(new.subject))].append(new)
        if new.replaces:
            place = Path(new.replaces.place.path)
            by_file.setdefault(place, [])
    ended = [(Path(new.replaces.place.path), new) for new in made.added if new.replaces]
    for path, added in by_file.items():
        text = out.get(path, read_text(path))
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
    if not text.strip() and added:
        text = f"subject: {added[0].subject}\nclaims: []\n"
        own = re.search(r"^subject: *(\S+)", text, re.MULTILINE)
    for new in added:
        subject: Fields = {} if own and own[1] == new.subject else {"subject": new.subject}
        metric = new.fields["metric"]
        text = add(text, "claims", [{**subject, **new.fields}], after=lambda fields, metric=metric: fields.get("metric") == metric)  # type: ignore[misc]
    return text


def home(subject: str, folder: Path, ledger: Ledger, maker: str | None = None) -> Path:
    """The file in a ledger folder that a subject's claims stand in: the one that holds most of them, else one of its own."""
    inside = folder.resolve()
    files = [claim.place.path for claim in ledger.claims.values() if claim.subject == subject]
    own = [path for path in files if Path(path).resolve().is_relative_to(inside)]
    if own:
        return Path(max(dict.fromkeys(own), key=own.count))
    maker = ledger.subjects[subject].maker if subject in ledger.subjects else maker
    return folder / "claims" / (maker or OTHERS) / f"{subject}.yaml"


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


def slug(text: str) -> str:
    """A text as part of a file's name.

    >>> slug("Epoch AI"), slug("models.dev")
    ('epoch-ai', 'models-dev')
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
