"""Claims in a ledger that disagree, and what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from factcheck.agreement import agrees
from factcheck.dataclass import dataclass
from factcheck.ledger.conditions import CONDITIONS
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.weight import credited, weight
from factcheck.values import Dates, Number, Range

Reason = Literal[
    "mode", "effort", "tools", "version", "variant", "attempts", "tier", "region", "date", "evaluator", "secondary", "unexplained"
]
REASONS: tuple[Reason, ...] = (
    *("mode", "effort", "tools", "version", "variant", "attempts", "tier", "region"),
    *("date", "evaluator", "secondary", "unexplained"),
)
YEAR = Decimal(365)  # days: how far apart two dates must be to count as much as a figure that is off by 100 %


@dataclass(frozen=True, slots=True)
class Group:
    """The current claims on one metric of one subject that disagree with one another, the highest value first.

    `unexplained` are the ids of those that some other is told apart from by nothing. `gap` is how far apart they are: of
    figures the difference as a share of the larger one, of dates in years; where there are unexplained ones, only they count.
    """

    subject: str
    metric: str
    claims: tuple[Claim, ...]
    reasons: tuple[Reason, ...]
    gap: Decimal
    unexplained: frozenset[str] = frozenset()

    @property
    def explained(self) -> bool:
        return not self.unexplained


def conflicts(ledger: Ledger) -> tuple[Group, ...]:
    """Every group of claims that cannot all hold without a reason: the unexplained first, then the furthest apart."""
    groups = [group for (subject, metric), claims in ledger.pairs() if (group := _group(subject, metric, claims, ledger))]
    return tuple(sorted(groups, key=lambda group: (group.explained, -group.gap, group.subject, group.metric)))


def _group(subject: str, metric: str, claims: Sequence[Claim], ledger: Ledger) -> Group | None:
    tolerance = Decimal(str(ledger.metrics[metric].tolerance))
    current = [claim for claim in claims if claim.status == "current"]
    pairs = [(a, b, _told_apart(a, b, ledger)) for a, b in combinations(current, 2) if _disagree(a, b, tolerance)]
    if not pairs:
        return None
    reasons = {reason for _, _, told in pairs for reason in told}
    unexplained = [(a, b) for a, b, told in pairs if "unexplained" in told]
    worst = unexplained or [(a, b) for a, b, _ in pairs]
    involved = {claim.id for a, b, _ in pairs for claim in (a, b)}
    return Group(
        subject,
        metric,
        tuple(sorted((claim for claim in current if claim.id in involved), key=_ends, reverse=True)),
        tuple(reason for reason in REASONS if reason in reasons),
        max(_gap(a, b) for a, b in worst),
        frozenset(claim.id for pair in unexplained for claim in pair),
    )


def _disagree(a: Claim, b: Claim, tolerance: Decimal) -> bool:
    """One of them is wrong if the other is right."""
    return any(agrees(x.value, x.op, None, y.value, y.op, tolerance) == "differs" for x, y in ((a, b), (b, a)))


def _told_apart(a: Claim, b: Claim, ledger: Ledger) -> set[Reason]:
    """Why two claims that disagree may both be right, or which of them gives way.

    Any condition that only one of them names, or that they name differently, and who measured. Where these are the same:
    when it was true. Where that is the same too: who said it first hand.
    """
    differing = {key for key in {*a.conditions, *b.conditions} if a.conditions.get(key) != b.conditions.get(key)}
    told: set[Reason] = {reason for reason in REASONS if reason in differing}
    if differing - set(CONDITIONS):
        told.add("variant")  # any other condition is a flavour of the metric
    by, other = credited(a, ledger), credited(b, ledger)
    if by and other and by != other:
        told.add("evaluator")
    if told:
        return told
    if a.until != b.until or (a.as_of and b.as_of and (a.as_of.last < b.as_of.first or b.as_of.last < a.as_of.first)):
        return {"date"}
    return {"secondary"} if weight(a, ledger) != weight(b, ledger) else {"unexplained"}


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    """The least and the most a claim's value says; dates in days, availability as nothing."""
    match claim.value:
        case Number(value):
            return value, value
        case Range(low, high):
            return low.value, high.value
        case Dates(first, last):
            return Decimal(first.toordinal()), Decimal(last.toordinal())
    return Decimal(0), Decimal(0)


def _gap(a: Claim, b: Claim) -> Decimal:
    if isinstance(a.value, str) or isinstance(b.value, str):
        return Decimal(1)
    (low, high), (other_low, other_high) = _ends(a), _ends(b)
    between = max(low - other_high, other_low - high, Decimal(0))
    if isinstance(a.value, Dates):
        return between / YEAR
    return between / (max(abs(low), abs(high), abs(other_low), abs(other_high)) or 1)
