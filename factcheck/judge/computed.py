"""What claims make of a statement that is computed from them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.ledger.model import Claim
from factcheck.values import Number


class Computed(NamedTuple):
    """What claims make of a derived statement: True borne out, False contradicted, None cannot tell. Where some bear it out and
    others contradict it, None with those claims, first the former and then the latter."""

    holds: bool | None
    sum: str
    claims: tuple[str, ...]


UNKNOWN = Computed(None, "", ())


def amount(claim: Claim) -> Decimal:
    """The number of a claim whose value is one."""
    assert isinstance(claim.value, Number)
    return claim.value.value
