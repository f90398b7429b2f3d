"""Indices that are measured anew under the same name: what an undated article may have from an older version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.extract.assertion import Assertion
from factcheck.ledger.model import Claim, Ledger
from factcheck.values import Dates

RELEASE = "release-date"
MONTH = 31  # days


def may_be_older(assertion: Assertion, held: Sequence[Claim], ledger: Ledger) -> bool:
    """Whether a figure that no claim has may be of an older version of its index than all the claims `held` against it.

    So it may be where the article names neither version nor date, every claim has both, and what was measured is older than the
    version: the first figure that the ledger has of the version came after its release.
    """
    if not held or assertion.conditions.keys() & {"version", "as_of"}:
        return False
    return all(_older(claim, ledger) for claim in held)


def by_a_later_one(held: Sequence[Claim], ledger: Ledger) -> bool:
    """Whether one of those ahead of the first claim's subject was released after it: before that the place may have been its own."""
    own, *ahead = (_released(claim.subject, ledger) for claim in held)
    return own is not None and any(other is not None and other > own for other in ahead)


def from_the_first(claim: Claim, ledger: Ledger) -> bool:
    """Whether a claim is of the first month of its subject: before that, nothing was otherwise."""
    released = _released(claim.subject, ledger)
    return released is not None and claim.as_of is not None and (claim.as_of.first - released).days <= MONTH


def _older(claim: Claim, ledger: Ledger) -> bool:
    version, released = claim.conditions.get("version"), _released(claim.subject, ledger)
    if version is None or claim.as_of is None or released is None:
        return False
    kin = (c for _, claims in ledger.on(claim.metric) for c in claims)
    return all(released < c.as_of.first for c in kin if c.as_of and c.conditions.get("version") == version)


def _released(subject: str, ledger: Ledger) -> date | None:
    known = ledger.subjects.get(subject)
    dates = [known.released] if known and known.released else []
    dates += [claim.value for claim in ledger.about(subject, RELEASE) if isinstance(claim.value, Dates) and claim.status == "current"]
    return min((d.last for d in dates), default=None)
