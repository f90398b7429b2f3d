"""Which claims an assertion can be held against, and how each came out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from factcheck.agreement import Agreement, agrees
from factcheck.dataclass import dataclass, replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.conditions import contradiction, match, same
from factcheck.judge.judgement import Comparison
from factcheck.judge.slips import thousands_off
from factcheck.judge.standing import Standing, standing
from factcheck.ledger.conditions import normalised
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.weight import credited, same_house, weight
from factcheck.units import factor
from factcheck.values import Dates, Number, Range, Value, dates
from factcheck.wording import date_text

# Why a claim cannot be held against an assertion:
#   unit       it is in a unit of another dimension
#   condition  it names a condition that the article states otherwise
#   evaluator  somebody else measured it
#   silent     it does not name a condition that the article states and another claim names
#   variant    it is of another variant, as far as free text can tell
#   overruled  a better source of the same figure says otherwise
Barrier = Literal["unit", "condition", "evaluator", "silent", "variant", "overruled"]

MEASURED = ("score", "speed", "rank", "amount")  # kinds whose figure depends on who measured it; others are plain facts
FLEETING = ("amount", "rank")  # kinds that change so fast that a dated claim says little about a year later
MONTH, YEAR = 31, 365
BOUNDS = (">", ">=", "<", "<=")
CENT, TENTH = Decimal("0.01"), Decimal("0.1")
PLAIN = {"percent", "points", "elo", "count", "ratio", "rank", "status", "date", ""}  # units without a dimension


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim on the metric and subject of an assertion, with all that decides what it is worth."""

    claim: Claim
    standing: Standing
    agreement: Agreement
    barrier: Barrier | None = None
    reason: str = ""  # of the barrier or the standing, in a few words

    @property
    def live(self) -> bool:
        """In force, and under no condition the article excludes."""
        return self.standing == "current" and self.barrier is None

    @property
    def fits(self) -> bool:
        return self.agreement != "differs"

    def comparison(self) -> Comparison:
        reason = self.reason or {"agrees": "says the same", "finer": "says it less exactly", "differs": "says otherwise"}[self.agreement]
        return Comparison(self.claim.id, "not comparable" if self.barrier else self.agreement, reason)


def candidates(
    assertion: Assertion,
    ledger: Ledger,
    day: date,
    *,
    when: Dates | None = None,
    independent: bool = False,
    year: int | None = None,
) -> tuple[Candidate, ...]:
    """Every claim on the assertion's metric of its subject, held against it as of `day`, in the order of the ledger.

    A date that the article gives for the figure (`when`, "as of March") counts instead of the day. An `independent` figure is
    somebody's who is not named and not the maker. A `year` that the passage names keeps what was so then from being too old to tell.
    """
    if not assertion.subject or not assertion.metric or assertion.value is None:
        return ()
    family = ledger.about(assertion.subject, assertion.metric)
    assertion = replace(assertion, conditions=normalised(assertion.conditions))
    found = [_candidate(assertion, claim, family, ledger, day, when, year) for claim in family]
    for key in (key for key in assertion.conditions if key != "as_of"):
        found = _narrow_to_condition(found, key, assertion)
    if when:
        found = _narrow_to_date(found, when)
    found = _without_the_makers(found, assertion, ledger) if independent else _narrow_to_evaluator(found, assertion, ledger)
    return tuple(_overrule(found, ledger))


def as_of(assertion: Assertion) -> Dates | None:
    """The date an assertion states for its figure, None without one."""
    try:
        return dates(assertion.conditions["as_of"]) if "as_of" in assertion.conditions else None
    except ValueError:
        return None


def _candidate(  # noqa: PLR0917 - the two sides, and the time they are held together at
    assertion: Assertion, claim: Claim, family: Sequence[Claim], ledger: Ledger, day: date, when: Dates | None, year: int | None
) -> Candidate:
    metric = ledger.metrics.get(claim.metric)
    slack = Decimal(str(metric.tolerance)) if metric else Decimal(0)
    value = in_unit(assertion, claim.unit)
    if value is None:
        return Candidate(claim, "current", "differs", "unit", f"is in {claim.unit}")
    held = to_the_cent(claim.value, value) if metric and metric.kind == "price" and claim.op == "=" else claim.value
    agreement = agrees(value, assertion.op, assertion.hedge, held, claim.op, slack)
    if assertion.op in (*BOUNDS, "~") and thousands_off(value, claim.value):
        agreement = "differs"
    state = _standing(assertion, claim, family, when.last if when else day)
    if key := contradiction(assertion.conditions, claim.conditions):
        return Candidate(
            claim, state, agreement, "condition", f"{key} is {claim.conditions[key]}, the article has {assertion.conditions[key]}"
        )
    reason = "" if state == "current" else "not yet known on the day" if state == "future" else state
    if state == "current" and agreement == "differs" and assertion.kind in FLEETING and (old := _too_old(claim, day, when, year)):
        return Candidate(claim, "ended", agreement, None, old)
    return Candidate(claim, state, agreement, None, reason)


def _too_old(claim: Claim, day: date, when: Dates | None, year: int | None) -> str:
    """Why a claim on what changes fast tells nothing of the day, or of the date that the article gives; empty if it does."""
    if not claim.as_of:
        return ""
    if when:
        return "is of another time" if (when.first - claim.as_of.last).days > MONTH else ""
    named = claim.as_of.first.year <= (year or 0) <= claim.as_of.last.year
    return "more than a year old" if (day - claim.as_of.last).days > YEAR and not named else ""


def to_the_cent(held: Value, said: Value) -> Value:
    """A price as exact as it is: $5 is $5.00, and $5.08 is another price; but $20 may be told of $19.99."""
    if not isinstance(held, Number):
        return held
    charm = held.step >= 1 and isinstance(said, Number) and 0 < held.value - said.value <= TENTH
    if charm:
        return held
    return Number(held.value, min(held.step, CENT))


def _standing(assertion: Assertion, claim: Claim, family: Sequence[Claim], day: date) -> Standing:
    """How a claim stands; an article that names the version is judged by that version, whatever came after."""
    version = assertion.conditions.get("version")
    if version is None or match("version", version, claim.conditions) != "same":
        return standing(claim, family, day)
    of_version = [c for c in family if match("version", version, c.conditions) == "same"]
    return standing(replace(claim, status="current") if claim.status == "superseded" else claim, of_version, day)


def in_unit(assertion: Assertion, unit: str) -> Value | None:
    """The assertion's value in a claim's unit, None where the two have nothing in common."""
    value = assertion.value
    if assertion.unit == unit or (assertion.unit in PLAIN and unit in PLAIN):
        return value
    times = factor(assertion.unit, unit)
    if times is None:
        return None
    if isinstance(value, Number):
        return _scaled(value, times)
    return Range(_scaled(value.low, times), _scaled(value.high, times)) if isinstance(value, Range) else None


def _scaled(number: Number, times: Decimal) -> Number:
    return Number(number.value * times, number.step * times)


def _narrow_to_condition(found: list[Candidate], key: str, assertion: Assertion) -> list[Candidate]:
    """Where some claim names a condition that the article states, those silent on it drop out; so do other variants."""
    stated = assertion.conditions[key]
    matches = [match(key, stated, c.claim.conditions) for c in found]
    named = any(m == "same" and c.live for c, m in zip(found, matches, strict=True))
    narrowed = []
    for candidate, how in zip(found, matches, strict=True):
        if candidate.barrier is None and how == "other" and key == "variant":
            narrowed.append(replace(candidate, barrier="variant", reason=f"is for {candidate.claim.conditions[key]}"))
        elif candidate.barrier is None and how != "same" and named:
            narrowed.append(replace(candidate, barrier="silent", reason=f"does not say {key} {stated}"))
        else:
            narrowed.append(candidate)
    return narrowed


def _narrow_to_date(found: list[Candidate], when: Dates) -> list[Candidate]:
    """Where some claim is of the date that the article gives for its figure, those of other dates and of none drop out."""
    if not any(c.live and of_date(c.claim, when) for c in found):
        return found
    return [
        candidate
        if candidate.barrier or of_date(candidate.claim, when)
        else replace(candidate, barrier="condition", reason=f"is not of {date_text(when)}")
        if candidate.claim.as_of
        else replace(candidate, barrier="silent", reason="is of no date")
        for candidate in found
    ]


def of_date(claim: Claim, when: Dates | None) -> bool:
    """Whether a claim is of a date that an article gives, or of a part of it."""
    return bool(when and claim.as_of and claim.as_of.first <= when.last and when.first <= claim.as_of.last)


def _narrow_to_evaluator(found: list[Candidate], assertion: Assertion, ledger: Ledger) -> list[Candidate]:
    """Who measured is a condition like any other, where figures are measured at all and the one named is no mere reporter."""
    stated = assertion.by
    if not stated or assertion.kind not in MEASURED or reports_only(stated, ledger):
        return found
    named = any(c.live and same_house(credited(c.claim, ledger), stated, ledger) for c in found)
    narrowed = []
    for candidate in found:
        by = credited(candidate.claim, ledger)
        if candidate.barrier or same_house(by, stated, ledger):
            narrowed.append(candidate)
        elif by:
            narrowed.append(replace(candidate, barrier="evaluator", reason=f"measured by {name(by, ledger)}"))
        elif named:
            narrowed.append(replace(candidate, barrier="silent", reason=f"does not say that {name(stated, ledger)} measured it"))
        else:
            narrowed.append(candidate)
    return narrowed


def _without_the_makers(found: list[Candidate], assertion: Assertion, ledger: Ledger) -> list[Candidate]:
    """What the maker measured itself is nothing independent."""
    return [
        replace(candidate, barrier="evaluator", reason=f"measured by {name(by, ledger)} itself")
        if not candidate.barrier
        and assertion.kind in MEASURED
        and (by := credited(candidate.claim, ledger))
        and same_house(by, assertion.subject, ledger)
        else candidate
        for candidate in found
    ]


def _overrule(found: list[Candidate], ledger: Ledger) -> list[Candidate]:
    """A second-hand figure gives way where first-hand ones of the same evaluator, under the very same conditions, all differ."""
    first_hand = [c for c in found if c.live and weight(c.claim, ledger) == "primary"]
    if not first_hand:
        return found
    kept = []
    for candidate in found:
        rivals = [
            c
            for c in first_hand
            if credited(c.claim, ledger) == credited(candidate.claim, ledger) and same(candidate.claim.conditions, c.claim.conditions)
        ]
        second_hand = candidate.live and candidate not in first_hand
        if second_hand and rivals and all(_differ(candidate.claim, c.claim) for c in rivals):
            reason = f"overruled by {rivals[0].claim.id}"
            kept.append(replace(candidate, barrier="overruled", reason=reason))
        else:
            kept.append(candidate)
    return kept


def _differ(a: Claim, b: Claim) -> bool:
    return agrees(a.value, a.op, None, b.value, b.op) == "differs" and agrees(b.value, b.op, None, a.value, a.op) == "differs"


def name(subject: str, ledger: Ledger) -> str:
    """A subject's name as it is written, its id if the ledger has no name for it."""
    known = ledger.subjects.get(subject)
    return known.name if known else subject


def reports_only(subject: str, ledger: Ledger) -> bool:
    """Whether a subject passes on other people's figures: it is a person, or publishes, and nothing it measured itself."""
    known = ledger.subjects.get(subject)
    if known and known.kind == "person":
        return True
    kinds = {s.kind for s in ledger.sources.values() if known and s.publisher in (known.name, *known.aliases)}
    return bool(kinds) and not kinds & {"vendor", "evaluator", "paper"}
