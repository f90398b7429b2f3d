"""Folders of YAML become a Ledger, or every fault that stands in the way."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from factcheck.dataclass import replace
from factcheck.errors import LedgerError
from factcheck.ledger import yaml_nodes
from factcheck.ledger.faults import Fault, did_you_mean
from factcheck.ledger.files import files, listed
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.plain import fingerprint
from factcheck.ledger.records import claim_fields
from factcheck.ledger.resolve import Contents, Item, resolve
from factcheck.ledger.schema import KINDS, faults_of
from factcheck.ledger.yaml_nodes import Spot, Value


def load(folders: Sequence[Path], drafts: Mapping[Path, str] | None = None) -> Ledger:
    """One ledger from several folders: later ones may refer to earlier ones, and replace records of the same id.

    A claim that has the id of an earlier ledger's and names no metric keeps whatever of that it does not say itself.

    `drafts` are texts that are taken for those of files in the last folder, whether these exist yet or not; with drafts, even with none in
    it, that folder may be empty or missing. Raises LedgerError with
    every fault of every file, sorted by file, line and column.
    """
    ledger = Ledger({}, {}, {}, {})
    faults: list[Fault] = []
    with no_garbage_collection():
        for folder in folders:
            contents = Contents()
            written_to = drafts is not None and folder is folders[-1]
            new = {str(path): text for path, text in (drafts or {}).items()} if written_to else {}
            contents.earlier = ledger
            for path in [*(listed if written_to else files)(folder), *sorted(path for path in new if not os.path.exists(path))]:  # noqa: PTH110 - as `files` names them
                _read(path, contents, new.get(path))
            ledger = resolve(contents, ledger)
            faults += contents.faults
        if not faults:
            return replace(ledger, version=fingerprint(ledger))
    lines = tuple(str(fault) for fault in sorted(set(faults)))
    raise LedgerError(f"the ledger has {len(lines)} fault{'s' if len(lines) > 1 else ''}", lines)


def _amended(entry: Value, earlier: Ledger) -> Claim | None:
    """The claim of an earlier ledger that an entry changes: one that has its id and names no metric."""
    id_ = entry.get("id") if isinstance(entry, dict) and "metric" not in entry else None
    return earlier.claims.get(id_) if isinstance(id_, str) else None


def _of_no_claim(entry: Value, spot: Spot, path: str, earlier: Ledger) -> list[Fault]:
    """The fault of an entry that is to change a claim which no earlier ledger has; none if it is not so meant."""
    if not earlier.claims or not isinstance(entry, dict) or "metric" in entry or not isinstance(entry.get("id"), str):
        return []
    id_ = str(entry["id"])
    if id_ in earlier.claims:
        return []
    hint = did_you_mean(id_, earlier.claims, ": a claim of its own needs metric, value and sources")
    return [Fault(path, *spot.find(["id"]), f"no claim {id_!r} in the ledgers before this one{hint}")]


def faults_on_top(ledger: Ledger, path: str, text: str) -> list[Fault]:
    """What is wrong with a file's text, were it a later ledger on top of this one."""
    contents = Contents(earlier=ledger)
    _read(path, contents, text)
    resolve(contents, ledger)
    return contents.faults


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Thousands of small objects that all stay alive: looking for garbage among them doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(path: str, contents: Contents, draft: str | None = None) -> None:
    """Add the entries of one file, or of a draft of it, and its faults."""
    try:
        data = Path(path).read_bytes() if draft is None else draft.encode()
    except OSError as error:
        contents.faults.append(Fault(path, 1, 1, f"cannot be read: {error.strerror}"))
        return
    value, spot, faults = yaml_nodes.read(path, data)
    known = {fault[:3] for fault in faults}
    more = _entries(path, value, spot, contents) if value is not None or not faults else []
    contents.faults += faults + [fault for fault in more if fault[:3] not in known]  # one fault a place, the YAML's first


def _entries(path: str, value: Value, spot: Spot, contents: Contents) -> list[Fault]:
    """Check a file's entries and add those without fault; the others' faults are returned."""
    kinds = [kind for kind in KINDS if isinstance(value, dict) and kind in value]
    if not isinstance(value, dict) or not kinds:
        keys = ", ".join(f"'{kind}:'" for kind in KINDS)
        hint = did_you_mean(next(iter(value)), KINDS) if isinstance(value, dict) and value else ""
        return [Fault(path, spot.line, spot.column, f"what kind of file is this? It begins with one of {keys}{hint}")]
    allowed = [*KINDS, "subject"] if "claims" in kinds else [*KINDS]
    faults = [
        Fault(
            path, *spot.find([key], key=True), f"unknown key {key!r}" + did_you_mean(key, allowed, f": a file holds {', '.join(allowed)}")
        )
        for key in value
        if key not in allowed
    ]
    for kind in kinds:
        faults += _list(path, kind, value, spot, contents)
    return faults


def _list(path: str, kind: str, file: dict[str, Value], spot: Spot, contents: Contents) -> list[Fault]:
    """Check one list of a file and add its entries without fault; the others' faults are returned."""
    entries = file[kind]
    default = {"subject": file["subject"]} if kind == "claims" and "subject" in file else {}
    if not isinstance(entries, list):
        return [Fault(path, *spot.find([kind]), f"{kind!r} must be a list: one entry after each '- '")]
    faults = []
    for index, entry in enumerate(entries):
        where = spot.within[kind].within[index]
        amended = _amended(entry, contents.earlier) if kind == "claims" else None
        if isinstance(entry, dict):
            if default and not amended:
                where.within.setdefault("subject", spot.within["subject"])
            entry = {**(claim_fields(amended) if amended else default), **entry}  # noqa: PLW2901
        try:
            whole = KINDS[kind].model_validate(entry)
        except ValidationError as error:
            faults += _of_no_claim(entry, where, path, contents.earlier) or faults_of(error, kind, KINDS[kind], where, path)
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                contents.unsound.setdefault(kind, set()).add(str(entry["id"]))
        else:
            contents.items.append(Item(path, where, whole, amended if "value" not in where.within else None))
    return faults
