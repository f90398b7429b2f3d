"""Where a figure that no comparable claim has is no contradiction all the same: the claims may not be all there is to know."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.comparable import Candidate
from factcheck.judge.conditions import words
from factcheck.judge.judgement import Judgement
from factcheck.ledger.conditions import normalised
from factcheck.ledger.model import Ledger
from factcheck.ledger.weight import credited, same_house
from factcheck.patterns import compile_re
from factcheck.values import Dates, Number

YEAR = compile_re(r"\d{4}|['’]\d\d\b")
RATE = compile_re(r"^(?:batch|flex|priority|off-peak|long[ -]context)\b|[≤<>≥] ?=? ?\d|\b(?:up to|over|above|below|under|beyond) \d")
BENCHMARKED = ("score", "speed")  # kinds measured by evaluators, each in its own way
INDEPENDENT_SETTINGS = ("mode", "effort", "tools", "attempts")
NEAR = Decimal(4)  # points: three in four runs of a model on a test under other shots lie as near, of 38 pairs in the shipped ledger
DAYS = 3  # from announcing to listing
FAR = 2  # times: how far from an estimate, or from a part, a figure may be


def excused(assertion: Assertion, differ: Sequence[Candidate], ledger: Ledger) -> bool:
    """Whether what no claim has may be right: a score that may be the maker's own, a figure near somebody else's estimate, a price
    where the ledger has those of one tier only, which the article does not name, or none of the rate that it names, a score under other
    shots than it names, a date whose year the article leaves unsaid, or one a few days from what catalogues alone tell."""
    return (
        _may_be_the_makers(assertion, differ, ledger)
        or _near_estimates(assertion, differ, ledger)
        or _of_one_tier(assertion, differ)
        or _of_another_rate(assertion, differ)
        or _of_other_shots(assertion, differ)
        or _of_an_unsaid_year(assertion, differ)
        or _within_days_of_a_catalogue(assertion, differ, ledger)
    )


def of_another_part(judgement: Judgement, article: str, ledger: Ledger) -> Judgement:
    """The judgement, unverified instead of contradicted for a number of tokens near those of parts or uses ("pre-training", a benchmark's
    run) of which the article names none: it may be the whole or another."""
    said, claims = judgement.assertion, [ledger.claims[i] for i in judgement.claims]
    contradicted = judgement.verdict == "contradicted" and judgement.ground == "figure"
    if not contradicted or said.kind != "tokens" or "variant" in said.conditions or not isinstance(said.value, Number):
        return judgement
    if any("variant" not in c.conditions or not _within_twice(said.value, c.value) for c in claims):
        return judgement
    told = words(article)
    if any(words(claim.conditions["variant"]) <= told for claim in claims):
        return judgement
    return replace(judgement, verdict="unverified", ground="doubtful", claims=())


def _within_twice(said: Number, held: object) -> bool:
    return isinstance(held, Number) and said.value / FAR <= held.value <= said.value * FAR


def _of_other_shots(assertion: Assertion, differ: Sequence[Candidate]) -> bool:
    """Whether a score may be that of a run which the ledger lacks: it tells of runs by their shots, the article names none, and the
    figure lies among those of the ledger or near one of them."""
    held = [value.value for c in differ if isinstance(value := c.claim.value, Number)]
    if assertion.unit != "percent" or "shots" in normalised(assertion.conditions) or not isinstance(assertion.value, Number) or not held:
        return False
    said = assertion.value.value
    near = min(abs(said - v) for v in held) <= NEAR or min(held) < said < max(held)
    return near and any("shots" in c.claim.conditions for c in differ)


def _near_estimates(assertion: Assertion, differ: Sequence[Candidate], ledger: Ledger) -> bool:
    value = assertion.value
    if assertion.kind in BENCHMARKED or not isinstance(value, Number) or value.value <= 0:
        return False
    for candidate in differ:
        by, held = credited(candidate.claim, ledger), candidate.claim.value
        estimate = candidate.claim.op == "~" and by is not None and not same_house(by, assertion.subject, ledger)
        if not estimate or not isinstance(held, Number) or not value.value / FAR <= held.value <= value.value * FAR:
            return False
    return True


def _of_an_unsaid_year(assertion: Assertion, differ: Sequence[Candidate]) -> bool:
    """Whether a day and month are those of a claim, and the year was only gathered from what else the article tells."""
    said = assertion.value
    if not isinstance(said, Dates) or YEAR.search(assertion.text):
        return False
    held = [c.claim.value for c in differ if isinstance(c.claim.value, Dates)]
    return any((d.first.month, d.first.day, d.last.day) == (said.first.month, said.first.day, said.last.day) for d in held)


def _within_days_of_a_catalogue(assertion: Assertion, differ: Sequence[Candidate], ledger: Ledger) -> bool:
    """Whether a day is as near to all that the ledger has as catalogues of models are to what makers announce: these list a model when
    it can be called, here or there on another day. What a maker, the press or a paper tells is exact."""
    said = assertion.value
    if not isinstance(said, Dates) or said.first != said.last:
        return False
    sources = {ledger.sources[i].kind for c in differ for i in c.claim.sources}
    held = [c.claim.value for c in differ if isinstance(c.claim.value, Dates)]
    return sources <= {"aggregator", "evaluator"} and any(
        abs((said.first - day).days) <= DAYS for d in held for day in (d.first, d.last) if (d.last - d.first).days <= DAYS
    )


def _of_one_tier(assertion: Assertion, differ: Sequence[Candidate]) -> bool:
    tiers = {candidate.claim.conditions.get("tier") for candidate in differ}
    return assertion.kind == "price" and "tier" not in assertion.conditions and len(tiers) == 1 and None not in tiers


def _of_another_rate(assertion: Assertion, differ: Sequence[Candidate]) -> bool:
    """Whether a price is said to be that of a rate which the ledger does not tell: of batches, of long prompts."""
    rated = assertion.kind == "price" and RATE.search(assertion.conditions.get("variant", "")) is not None
    return rated and not any("variant" in c.claim.conditions for c in differ)


def _may_be_the_makers(assertion: Assertion, differ: Sequence[Candidate], ledger: Ledger) -> bool:
    """Whether a score for which nobody is named may be the maker's own: the ledger has independent ones only, on a benchmark that
    makers report themselves, and those are one evaluator's but for what rivals tell, or lie as far apart as it from the nearest; or
    each is under a setting that the article does not name, or not under one that it does."""
    evaluators = {credited(c.claim, ledger) for c in differ}
    no_rivals = {credited(c.claim, ledger) for c in differ if any(ledger.sources[i].kind != "vendor" for i in c.claim.sources)}
    return (
        assertion.kind in BENCHMARKED
        and assertion.by is None
        and None not in evaluators
        and not any(same_house(by, assertion.subject, ledger) for by in evaluators)
        and (
            (assertion.metric in ledger.told_by_makers and (len(no_rivals) <= 1 or _as_near(assertion, differ)))
            or all(any((key in c.claim.conditions) != (key in assertion.conditions) for key in INDEPENDENT_SETTINGS) for c in differ)
        )
    )


def _as_near(assertion: Assertion, differ: Sequence[Candidate]) -> bool:
    """Whether a figure is no farther from the nearest of others than these are from each other."""
    held = [value.value for c in differ if isinstance(value := c.claim.value, Number)]
    return (
        isinstance(assertion.value, Number) and min(abs(assertion.value.value - v) for v in held) <= max(held) - min(held)
        if held
        else False
    )
