"""Where a wrong figure may have come from: a slip of the pen, another benchmark, another model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from factcheck.extract.assertion import Assertion
from factcheck.judge.messages import details, figure, name, said
from factcheck.judge.slips import slip
from factcheck.judge.standing import standing
from factcheck.ledger.model import Claim, Ledger
from factcheck.values import Dates, Number

COMMON = 3  # a figure that more subjects share says nothing
MONTH = 31  # days: a vaguer date is nobody's in particular


def explanation(assertion: Assertion, right: Sequence[Claim], ledger: Ledger, day: date) -> str:
    """A sentence on what the figure may have been confused with, empty if nothing is known; `right` are the claims it should agree with."""
    value = assertion.value
    if isinstance(value, Dates):
        return _another_day(assertion, value, ledger, day)
    if not isinstance(value, Number):
        return ""
    slips = (f"{figure(claim)} {how}." for claim in right if isinstance(claim.value, Number) and (how := slip(value, claim.value)))
    slipped = next(slips, "")
    if assertion.op not in ("=", "~"):
        return slipped
    neighbours = _elsewhere(assertion, value, ledger, day, kin_only=bool(slipped))
    if not neighbours or len(neighbours) > COMMON:
        return slipped
    owners = " and ".join(_owner(claim, assertion, ledger) for claim in neighbours)
    return f"{slipped} {said(assertion)} is {owners}.".strip()


def _another_day(assertion: Assertion, value: Dates, ledger: Ledger, day: date) -> str:
    """A sentence on which other date of the subject lies within the day or month that is not right, or on whose the very day is."""
    if (value.last - value.first).days > MONTH:
        return ""
    own: list[Claim] = []
    others: list[Claim] = []
    for (subject, metric), claims in ledger.pairs():
        if (subject == assertion.subject) != (metric == assertion.metric):
            held = (c for c in claims if isinstance(c.value, Dates) and value.first <= c.value.first and c.value.last <= value.last)
            (own if subject == assertion.subject else others).extend([c for c in held if standing(c, claims, day) == "current"][:1])
    neighbours = own or (_kin_first(others, assertion, ledger, only=True) if value.first == value.last else [])
    if not neighbours or len(neighbours) > COMMON:
        return ""
    dated = " and ".join(f"the {_label(c, ledger)} of {name(c.subject, ledger)}" for c in neighbours)
    return f"{said(assertion)} is {dated}."


def _elsewhere(assertion: Assertion, value: Number, ledger: Ledger, day: date, *, kin_only: bool) -> list[Claim]:
    """Claims with this very figure on another metric of the subject, else on the same metric of others, one a subject and metric.

    A figure of one digit, or one that came about otherwise (`kin_only`), is at most that of a sibling on the same metric.
    """
    if not assertion.subject or not assertion.metric:
        return []
    kin_only = kin_only or len(value.value.normalize().as_tuple().digits) < 2
    own: list[Claim] = []
    others: list[Claim] = []
    for (subject, metric), claims in ledger.having(value.value):
        if (subject == assertion.subject) == (metric == assertion.metric):
            continue
        found = _holding(value.value, claims, assertion.unit, day)
        (own if subject == assertion.subject else others).extend(found)
    return _kin_first(others, assertion, ledger, only=True) if kin_only else own or _kin_first(others, assertion, ledger)


def _holding(value: Decimal, claims: Sequence[Claim], unit: str, day: date) -> Iterable[Claim]:
    exact = (c for c in claims if c.unit == unit and isinstance(c.value, Number) and c.value.value == value)
    return [c for c in exact if standing(c, claims, day) == "current"][:1]


def _kin_first(claims: list[Claim], assertion: Assertion, ledger: Ledger, *, only: bool = False) -> list[Claim]:
    """The siblings of the same maker, if there are any, else all, or with `only` none."""
    own = ledger.subjects.get(assertion.subject or "")
    kin = [c for c in claims if own and own.maker and (s := ledger.subjects.get(c.subject)) and s.maker == own.maker]
    return kin or ([] if only else claims)


def _label(claim: Claim, ledger: Ledger) -> str:
    known = ledger.metrics.get(claim.metric)
    return known.name if known else claim.metric


def _owner(claim: Claim, assertion: Assertion, ledger: Ledger) -> str:
    known, label = ledger.metrics.get(claim.metric), _label(claim, ledger)
    on = "on" if known and known.kind == "score" else "for"
    who = f"the figure {on} {label}" if claim.subject == assertion.subject else f"the figure of {name(claim.subject, ledger)}"
    more = details(claim, ledger)
    return f"{who} ({more})" if more else who
