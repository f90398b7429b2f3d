"""Claims that are worth another look: old for what they are about, resting on one source, or known at second hand only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.ledger.model import Claim, Ledger, MetricKind
from factcheck.ledger.weight import weight

ReviewReason = Literal["stale", "single source", "secondary only"]

# After how many days a claim is worth another look. Sizes and dates do not change.
REVIEW_AFTER: dict[MetricKind, int] = {
    "rank": 30,
    "price": 90,
    "availability": 90,
    "speed": 90,
    "amount": 180,
    "tokens": 365,
    "score": 365,
}
WEIGHTS: dict[ReviewReason, float] = {"secondary only": 2, "single source": 1}


@dataclass(frozen=True, slots=True)
class Review:
    """A claim and why it is worth another look; `age` is in days, None if it is undated."""

    claim: Claim
    reasons: tuple[ReviewReason, ...]
    age: int | None
    badness: float  # the sum of what speaks against it: a review date missed once over counts as much as one source of second hand


def reviews(ledger: Ledger, today: date, claims: Iterable[Claim] | None = None) -> list[Review]:
    """The claims in force that are worth another look, the worst first, else in the order of the ledger.

    Those that only rest on a single source of first hand come last, with a badness of 0.
    """
    found = [_review(claim, ledger, today) for claim in (ledger.claims.values() if claims is None else claims)]
    return sorted((review for review in found if review), key=lambda review: -review.badness)


def _review(claim: Claim, ledger: Ledger, today: date) -> Review | None:
    if claim.status != "current" or claim.until is not None:
        return None
    days = [source.published.last for i in claim.sources if (source := ledger.sources.get(i)) and source.published]
    days += [claim.as_of.first] if claim.as_of else []
    day, limit = max(days, default=None), REVIEW_AFTER.get(ledger.metrics[claim.metric].kind)
    age = (today - day).days if day else None
    overdue = age / limit if age is not None and limit else 0.0
    reasons: list[ReviewReason] = ["stale"] if overdue > 1 else []
    secondary = weight(claim, ledger) == "secondary"
    reasons += ["secondary only"] if secondary else []
    reasons += ["single source"] if len(claim.sources) == 1 else []
    if not reasons:
        return None
    badness = (overdue if overdue > 1 else 0) + (sum(WEIGHTS.get(reason, 0) for reason in reasons) if secondary else 0)
    return Review(claim, tuple(reasons), age, badness)
