"""Second thoughts: a contradiction that is more likely a figure tied to the wrong thing.

An article is read by rules, and the rules err. A finding that calls a right figure wrong costs more than a miss, so a figure that no
claim has is no error where the passage itself shows whose it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.judge.judgement import Judgement
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.spelling import simplified
from factcheck.values import Number

SHORTEST = 4  # letters of a name that can be looked for without regard to words


def doubted(judgement: Judgement, neighbours: Sequence[Judgement], passage: str, ledger: Ledger) -> Judgement:
    """The judgement, unverified instead of contradicted where the figure was probably meant for something else.

    `neighbours` are the other judgements of the same passage, and `passage` its text. Doubtful is a figure no claim has, where

    - the passage also has the ledger's figure for the same subject, metric and conditions, or one that is nearer to it; or
    - it is the ledger's figure for the subject on another metric that the passage names; or
    - it is the figure of the subject's own maker, or of a product of it, for the same metric.
    """
    if judgement.verdict != "contradicted" or judgement.ground != "figure":
        return judgement
    if _second_figure(judgement, neighbours, ledger) or _of_another_thing(judgement, passage, ledger):
        return replace(judgement, verdict="unverified", ground="doubtful", claims=())
    return judgement


def _second_figure(judgement: Judgement, neighbours: Iterable[Judgement], ledger: Ledger) -> bool:
    own = judgement.assertion
    rivals = [
        other
        for other in neighbours
        if (other.assertion.subject, other.assertion.metric) == (own.subject, own.metric)
        and dict(other.assertion.conditions) == dict(own.conditions)
    ]
    distance = _distance(judgement, ledger)
    return any(other.verdict in ("supported", "disputed") or _distance(other, ledger) < distance for other in rivals)


def _distance(judgement: Judgement, ledger: Ledger) -> Decimal:
    """How far a contradicted figure is from the nearest claim, as a share of it; infinite where there is nothing to measure."""
    value = judgement.assertion.value
    held = [claim.value.value for i in judgement.claims if isinstance((claim := ledger.claims[i]).value, Number)]
    if not isinstance(value, Number):
        return Decimal("Infinity")
    return min((abs(value.value - other) / abs(other) for other in held if other), default=Decimal("Infinity"))


def _of_another_thing(judgement: Judgement, passage: str, ledger: Ledger) -> bool:
    own = judgement.assertion
    value = own.value
    if not isinstance(value, Number) or not own.subject or not own.metric:
        return False
    text = _without(simplified(passage), own.metric, ledger)
    for (subject, metric), claims in ledger.pairs():
        if subject == own.subject and metric != own.metric:
            if _has(value, claims) and any(name in text for name in _names(metric, ledger)):
                return True
        elif metric == own.metric and _one_of_the_other(subject, own.subject, ledger) and _has(value, claims):
            return True
    return False


def _has(value: Number, claims: Iterable[Claim]) -> bool:
    return any(isinstance(claim.value, Number) and claim.value.value == value.value for claim in claims)


def _names(metric: str, ledger: Ledger) -> list[str]:
    known = ledger.metrics[metric]
    return [name for name in map(simplified, (known.name, *known.aliases)) if len(name) >= SHORTEST]


def _without(text: str, metric: str, ledger: Ledger) -> str:
    """A passage without the names of the metric itself: what is left of "Exam Hard" is no "Exam"."""
    for name in sorted(_names(metric, ledger), key=len, reverse=True):
        text = text.replace(name, "|")
    return text


def _one_of_the_other(a: str, b: str, ledger: Ledger) -> bool:
    makers = {s.id: s.maker for i in (a, b) if (s := ledger.subjects.get(i))}
    return makers.get(a) == b or makers.get(b) == a
