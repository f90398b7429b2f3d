"""Which file of a ledger folder a new entry belongs in: beside its like, else in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.ledger.edit import add, change
from factcheck.ledger.files import listed
from factcheck.ledger.layout import layout
from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.ledger.rendering import Fields, scalar
from factcheck.ledger.store import read_text
from factcheck.patterns import compile_re

OTHERS = "others"


def claims_home(subject: Subject, folder: Path, ledger: Ledger) -> Path:
    """The file that holds most of the subject's claims, else one of its own beside those of the same maker."""
    inside = folder.resolve()
    files = [claim.place.path for claim in ledger.claims.values() if claim.subject == subject.id]
    own = [path for path in files if Path(path).resolve().is_relative_to(inside)]
    if own:
        return Path(max(dict.fromkeys(own), key=own.count))
    return layout(folder).claims / (subject.maker or OTHERS) / f"{subject.id}.yaml"


def ended(claim: Claim, fields: Fields, folder: Path, ledger: Ledger, text_of: Callable[[Path], str]) -> tuple[Path, str]:
    """The file in a ledger folder that ends a claim, with its new text.

    That is the claim's own if it stands in this ledger; one of an earlier ledger is changed by its id, and its file left alone.
    """
    if Path(claim.place.path).resolve().is_relative_to(layout(folder).root.resolve()):
        path = Path(claim.place.path)
        return path, change(text_of(path), claim.place.line, claim.place.column, fields)
    path = claims_home(ledger.subjects[claim.subject], folder, ledger)
    return path, add(text_of(path), "claims", [{"id": claim.id, **fields}])


def source_home(source: Source, folder: Path) -> Path:
    """The file with the publisher's sources."""
    return _beside("sources", "publisher", source.publisher, folder) or layout(folder).sources / f"{slug(source.publisher)}.yaml"


def subject_home(subject: Subject, folder: Path) -> Path:
    """The file with the subjects of the same maker, or with those of its kind if it has none."""
    key, value = ("maker", subject.maker) if subject.maker else ("kind", subject.kind)
    own = layout(folder).claims / "vocabulary" / "subjects" / f"{subject.maker or subject.kind + 's'}.yaml"
    return _beside("subjects", key, value, folder) or own


def metric_home(metric: Metric, folder: Path) -> Path:
    """The file with the metrics of the same kind."""
    return _beside("metrics", "kind", metric.kind, folder) or layout(folder).claims / "vocabulary" / "metrics" / f"{metric.kind}.yaml"


def slug(text: str) -> str:
    """A text as part of a file's name.

    >>> slug("Epoch AI"), slug("models.dev")
    ('epoch-ai', 'models-dev')
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def texts_of(kind: str, folder: Path) -> Mapping[Path, str]:
    """The files of a ledger folder that hold a list of `kind`, with their texts."""
    texts = {Path(path): read_text(Path(path)) for path in listed(folder)}
    return {path: text for path, text in texts.items() if re.search(rf"^{kind}:", text, re.MULTILINE)}


def _beside(kind: str, key: str, value: str, folder: Path) -> Path | None:
    """The file of a kind in which most entries have a value for a key; the only file of that kind if there is but one."""
    texts = texts_of(kind, folder)
    if len(texts) == 1:
        return next(iter(texts))
    like = compile_re(rf"[\s{{,]{key}: *{re.escape(scalar(value))} *(?=[\n,}}#]|$)")
    counts = {path: len(like.findall(text)) for path, text in texts.items()}
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best and counts[best] else None
