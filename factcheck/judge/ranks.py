"""Places on a list that is a metric of the ledger: who is ahead, as far as the ledger knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from factcheck.extract.assertion import Assertion
from factcheck.judge.comparable import MEASURED
from factcheck.judge.computed import UNKNOWN, Computed, amount
from factcheck.judge.standing import standing
from factcheck.ledger.model import Claim, Ledger, Metric
from factcheck.ledger.weight import credited
from factcheck.patterns import compile_re
from factcheck.values import Number
from factcheck.wording import value_text

MODELS_ON = compile_re(r"^(?:(?:ai|language|large|overall) )*(?:models?|llms?|systems?) (?:on|in|at|for) (?:the )?", re.IGNORECASE)


def rank(assertion: Assertion, ledger: Ledger, day: date) -> Computed:
    """A rank on a list that is one of the ledger's metrics, as far as the ledger knows the list.

    It is contradicted where that many others are ahead by figures published by the day, of the same evaluator and under the
    same conditions; it is never borne out, since nobody knows whom the ledger lacks.
    """
    metric = listed_metric(assertion.conditions.get("variant", ""), ledger)
    value = assertion.value
    if metric is None or metric.higher_is_better is None or not isinstance(value, Number) or assertion.op not in ("=", "<="):
        return UNKNOWN
    own, ahead = _ahead(assertion.subject or "", metric, ledger, day)
    if not own or len(ahead) < value.value:
        return UNKNOWN
    return _behind(own[0], ahead.values(), int(value.value), metric, ledger)


def others_ahead(assertion: Assertion, metric: Metric, ledger: Ledger, day: date) -> Iterator[Computed]:
    """What contradicts that nobody is ahead but those named ("second only to X"): anybody else who is, as far as the ledger knows."""
    own, ahead = _ahead(assertion.subject or "", metric, ledger, day)
    others = [claim for subject, claim in ahead.items() if subject not in assertion.versus]
    if others:
        yield _behind(own[0], others, len(others), metric, ledger)


def _ahead(subject: str, metric: Metric, ledger: Ledger, day: date) -> tuple[list[Claim], dict[str, Claim]]:
    """The figures of a subject, and one of each other that is ahead of them wherever the same evaluator measured both alike."""
    own = _figures(subject, metric, ledger, day)
    ahead: dict[str, Claim] = {}
    for other in (other for (other, _), _ in ledger.on(metric.id)):
        if other != subject:
            theirs = [(a, b) for a in own for b in _figures(other, metric, ledger, day) if _same_table(a, b, ledger)]
            if theirs and all(_better(b, a, metric) for a, b in theirs):
                ahead[other] = theirs[0][1]
    return own, ahead


def _behind(own: Claim, ahead: Iterable[Claim], most: int, metric: Metric, ledger: Ledger) -> Computed:
    order = sorted(ahead, key=amount, reverse=bool(metric.higher_is_better))[:most]
    listed = ", ".join(
        f"{ledger.subjects[c.subject].name} {value_text(c.value, metric.unit)}" for c in order if isinstance(c.value, Number)
    )
    return Computed(False, f"ahead of its {value_text(own.value, metric.unit)}: {listed}", (own.id, *(c.id for c in order)))


def listed_metric(variant: str, ledger: Ledger) -> Metric | None:
    """The metric a list is named after, by its very name, alias or id: "Exam", "models on Exam"."""
    wanted = _key(MODELS_ON.sub("", variant))
    return next((m for m in ledger.metrics.values() if wanted and wanted in map(_key, (m.name, m.id, *m.aliases))), None)


@cache
def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _figures(subject: str, metric: Metric, ledger: Ledger, day: date) -> list[Claim]:
    family = ledger.about(subject, metric.id)
    return [
        claim
        for claim in family
        if isinstance(claim.value, Number)
        and claim.op == "="
        and standing(claim, family, day) == "current"
        and (known := ledger.day_of(claim)) is not None
        and known <= day
    ]


def _same_table(a: Claim, b: Claim, ledger: Ledger) -> bool:
    """Whether two claims may stand in one list: of the same evaluator where figures are measured, under the same conditions."""
    by = credited(a, ledger)
    measured = ledger.metrics[a.metric].kind in MEASURED
    return (not measured or (by is not None and by == credited(b, ledger))) and dict(a.conditions) == dict(b.conditions)


def _better(a: Claim, b: Claim, metric: Metric) -> bool:
    return amount(a) > amount(b) if metric.higher_is_better else amount(a) < amount(b)
