"""One claim entered in the file where a person would look for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from pathlib import Path

from factcheck.dataclass import dataclass, replace
from factcheck.errors import LedgerError, UsageError
from factcheck.ledger.compiled import load
from factcheck.ledger.edit import add, add_claims
from factcheck.ledger.faults import did_you_mean
from factcheck.ledger.files import listed
from factcheck.ledger.homes import claims_home, ended, metric_home, source_home, subject_home
from factcheck.ledger.layout import layout
from factcheck.ledger.load import faults_on_top
from factcheck.ledger.model import Claim, Ledger, Metric, Source, Subject
from factcheck.ledger.records import end_of, metric_fields, source_fields, subject_fields
from factcheck.ledger.rendering import Fields, Plain, entry
from factcheck.ledger.store import locked, read_text, save
from factcheck.ledger.yaml_nodes import NUMBER, Digits

SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
AMOUNT = re.compile(r"\$?(?P<digits>[-+]?\d+(?:\.\d+)?|[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*(?:%|(?P<scale>[kmbt]))?", re.IGNORECASE)
RANGE = re.compile(r"\[(?P<low>[^,\]]+),(?P<high>[^,\]]+)\]|(?P<from>\S+)\s*\.\.\s*(?P<to>\S+)")
ORDER = ("id", "metric", "value", "unit", "op", "conditions", "headline", "by", "sources", "as_of", "until", "status", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim to be entered, with the subject, the metric and the source that it needs and the ledger lacks.

    `fields` are those of a claim but for its subject. `replaces` is the id of the claim that it takes the place of.
    """

    subject: Subject
    metric: Metric
    fields: Fields
    source: Source | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """What was written, or would be: the claim, its text, every file that changed, and the claims it differs from without a reason."""

    claim: Claim
    text: str
    files: tuple[Path, ...]
    differs: tuple[Claim, ...]


def opened(folders: Sequence[Path]) -> Ledger:
    """The ledger of these folders, the last of which may be empty or missing."""
    there = [folder for folder in folders if folder is not folders[-1] or listed(folder)]
    return load(there) if there else Ledger({}, {}, {}, {})


def enter(new: Entry, folders: Sequence[Path], today: str, dry_run: bool = False) -> Entered:
    """Write a claim to the last of these ledger folders. Raises LedgerError, and writes nothing, if it would not be sound there."""
    from contextlib import nullcontext

    from factcheck.ledger.load import load as load_yaml

    into = folders[-1]
    with nullcontext() if dry_run else locked(into):
        ledger = opened(folders)
        texts, home, line = _texts(new, into, ledger, today)
        try:
            after = load_yaml(folders, texts) if dry_run else save(folders, texts)
        except LedgerError as error:
            raise LedgerError(f"nothing is written: {error} with it", error.faults) from None
    there = [claim for claim in after.claims.values() if claim.place.path == str(home)]
    claim = max((claim for claim in there if claim.place.line <= line), key=lambda claim: claim.place.line)
    own = {} if _subject_of_file(texts[home]) == new.subject.id else {"subject": new.subject.id}
    return Entered(claim, entry({**own, **_ordered(new.fields)}, "  "), tuple(texts), _differing(claim, after))


def _texts(new: Entry, into: Path, ledger: Ledger, today: str) -> tuple[dict[Path, str], Path, int]:
    """The new text of every file that changes, which of them holds the claim, and one of the claim's lines."""
    texts: dict[Path, str] = {}
    shape = layout(into)

    def text_of(path: Path) -> str:
        return texts.get(path) or read_text(path, shape)

    if new.replaces:
        if new.replaces not in ledger.claims:
            raise UsageError(f"no claim {new.replaces!r} to replace" + did_you_mean(new.replaces, ledger.claims))
        what = end_of(new.metric, str(new.fields.get("as_of") or today))
        path, text = ended(ledger.claims[new.replaces], what, into, ledger, text_of)
        texts[path] = text
    if new.subject.id not in ledger.subjects:
        path = subject_home(new.subject, into)
        texts[path] = add(text_of(path), "subjects", [subject_fields(new.subject)])
    if new.metric.id not in ledger.metrics:
        path = metric_home(new.metric, into)
        texts[path] = add(text_of(path), "metrics", [metric_fields(new.metric)])
    if new.source and new.source.id not in ledger.sources:
        path = source_home(new.source, into)
        texts[path] = add(text_of(path), "sources", [source_fields(new.source)])
    home = claims_home(new.subject, into, ledger)
    before = text_of(home)
    texts[home] = add_claims(before, new.subject.id, [_ordered(new.fields)])
    return texts, home, _last_line_of_change(before, texts[home])


def _ordered(fields: Fields) -> Fields:
    return {key: fields[key] for key in ORDER if fields.get(key)}


def _subject_of_file(text: str) -> str:
    found = re.search(r"^subject: *(\S+)", text, re.MULTILINE)
    return found[1] if found else ""


def _last_line_of_change(old: str, new: str) -> int:
    """The number of the last line that differs, seen from the end: of an insertion it lies within what was inserted."""
    lines, others = new.splitlines(), old.splitlines()
    same = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(lines), reversed(others), strict=False))
    return len(lines) - sum(1 for _ in same)


def _differing(claim: Claim, ledger: Ledger) -> tuple[Claim, ...]:
    """Claims in force that say something else of the very same, without anything that would tell why."""
    from factcheck.ledger.conflicts import conflicts

    same = ledger.with_claims({one.id: one for one in ledger.about(claim.subject, claim.metric)})
    groups = [group for group in conflicts(same) if claim.id in group.unexplained]
    return tuple(other for group in groups for other in group.claims if other.id in group.unexplained and other is not claim)


def problem(fields: Fields, subject: Subject, metric: Metric, ledger: Ledger) -> str:
    """What is wrong with what is known of a claim so far, empty if nothing."""
    source = Source("source", "source", "source", None, "press")
    whole = replace(
        ledger,
        subjects={**ledger.subjects, subject.id: subject},
        metrics={**ledger.metrics, metric.id: metric},
        sources={**ledger.sources, source.id: source},
    )
    known: dict[str, Plain] = {"subject": subject.id, "metric": metric.id, "value": _any_value(metric), "sources": [source.id]}
    given = {key: value for key, value in fields.items() if value}
    faults = faults_on_top(whole, "", add("", "claims", [{**known, **given}]))
    return faults[0].message if faults else ""


def _any_value(metric: Metric) -> Plain:
    if metric.kind in ("availability", "date"):
        return {"availability": "available", "date": "2000"}[metric.kind]
    return Digits(f"{metric.range[0]:.0f}" if metric.range else "1")


def value_of(written: str, metric: Metric) -> Plain:
    """A value as a person types it, as a file has it: 58%, $2.50, 1M, 200,000, 2026-04, planned, 80..82 or [80, 82].

    What is no value stays as it is, and will be refused.
    """
    if found := RANGE.fullmatch(written.strip()):
        ends = [str(_one(end.strip(), metric)) for end in (found["low"] or found["from"], found["high"] or found["to"])]
        return [Digits(end) if NUMBER.fullmatch(end) and metric.kind != "date" else end for end in ends]
    return _one(written.strip(), metric)


def _one(written: str, metric: Metric) -> str:
    if metric.kind in ("date", "availability"):
        return written.lower()
    found = AMOUNT.fullmatch(written)
    if not found or ("%" in written and metric.unit not in ("percent", "points")):
        return Digits(written) if NUMBER.fullmatch(written) else written
    digits = found["digits"].replace(",", "")
    return Digits(f"{(Decimal(digits) * SCALES[found['scale'].lower()]).normalize():f}" if found["scale"] else digits)


def conditions_of(written: Sequence[str]) -> Mapping[str, str]:
    """KEY=VALUE, several with commas between them, as conditions. Raises UsageError for anything else."""
    pairs = [pair.strip() for one in written for pair in one.split(",") if pair.strip()]
    for pair in pairs:
        if "=" not in pair.strip("= "):
            raise UsageError(f"condition {pair!r} is not understood: write KEY=VALUE, such as mode=thinking")
    return {key.strip().lower(): value.strip() for key, _, value in (pair.partition("=") for pair in pairs)}
