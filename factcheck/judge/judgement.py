"""What the ledger makes of an assertion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.extract.assertion import Assertion

Verdict = Literal["supported", "disputed", "contradicted", "outdated", "unverified"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One claim held against an assertion: how it came out, and why in a few words."""

    claim: str  # id
    outcome: Literal["agrees", "finer", "differs", "not comparable"]
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """An assertion with its verdict; `claims` are the ids that decided it, `compared` all that were looked at."""

    assertion: Assertion
    verdict: Verdict
    claims: tuple[str, ...] = ()
    compared: tuple[Comparison, ...] = ()
