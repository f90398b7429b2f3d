"""What a claim is worth on a given day: in force, overtaken, withdrawn, refuted, or not yet known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from factcheck.judge.conditions import alike
from factcheck.ledger.model import Claim
from factcheck.values import Dates

Standing = Literal["current", "superseded", "ended", "retracted", "refuted", "future"]


def standing(claim: Claim, family: Sequence[Claim], day: date) -> Standing:
    """How a claim stands on `day`; `family` are all claims on the same metric of the same subject.

    Of claims alike but for version or as_of the newest that is not after the day is current, the others are superseded, but a day
    is not by the month that a newer claim has for it. A claim marked superseded was still current on a day before its `until`, or
    before any of its successors.
    """
    if claim.status in ("refuted", "retracted"):
        return claim.status
    if _after(claim, day):
        return "future"
    if claim.until and claim.until.last < day:
        return "ended"
    siblings = [c for c in family if c.id != claim.id and c.by == claim.by and alike(c.conditions, claim.conditions, but=("version",))]
    successors = [c for c in siblings if c.status == "current"]
    if claim.status == "superseded":
        was_current = bool(claim.until) or (bool(successors) and all(_after(c, day) for c in successors))
        return "current" if was_current else "superseded"
    overtaken = any(_newer(c, claim) and not _after(c, day) and not _holds(c, claim) for c in successors)
    return "superseded" if overtaken else "current"


def _after(claim: Claim, day: date) -> bool:
    return claim.as_of is not None and claim.as_of.first > day


def _newer(a: Claim, b: Claim) -> bool:
    if a.as_of and b.as_of and (a.as_of.first > b.as_of.last or b.as_of.first > a.as_of.last):
        return a.as_of.first > b.as_of.last
    versions = _version(a), _version(b)
    return bool(versions[0] and versions[1]) and versions[0] > versions[1]


def _holds(wide: Claim, narrow: Claim) -> bool:
    """Whether one claim's date lies within the other's: then that says less, and nothing else."""
    a, b = wide.value, narrow.value
    return isinstance(a, Dates) and isinstance(b, Dates) and a.first <= b.first and b.last <= a.last


def _version(claim: Claim) -> tuple[int, ...]:
    """4.10 as (4, 10); empty where a version is no number."""
    parts = claim.conditions.get("version", "").split(".")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()
