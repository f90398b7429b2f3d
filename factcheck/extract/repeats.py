"""A score or a sum that is given again without what it is of: "Aurora 2 (80.9%) is the best buy", "S's $40 billion are only talks"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.forms.fitting import Fit, fit
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.refusals import counts_something
from factcheck.extract.subject_evidence import LOCAL, subject_choices
from factcheck.ledger.model import Metric
from factcheck.values import Number

DIMENSIONS = ("percent", "number", "points", "elo")


def repeated(sentence: Sentence, quantity: Quantity) -> Iterator[tuple[Choice, Metric, Fit]]:
    """The metric of a figure beside its subject, where the article has given it before, of one metric, and the sentence names no other."""
    value = quantity.value
    money = quantity.dimension == "money" and quantity.scaled
    bare = quantity.dimension in DIMENSIONS and not quantity.scaled
    if not (money or bare) or quantity.words or quantity.year or not isinstance(value, Number):
        return
    if (
        not (money or distinct(value))
        or counts_something(sentence, quantity)
        or any(m.cue is None and not m.weak for m in sentence.metrics)
    ):
        return
    metrics = sentence.vocabulary.metrics
    owners = {i for i, v in sentence.around.given if v == value.value}
    for id_ in sorted({m for o in owners for m in sentence.around.given[o, value.value]}):
        fitted = fit(quantity, metrics[id_])
        best = max(subject_choices(sentence, quantity, metrics[id_]), key=lambda c: c.weight, default=None)
        if fitted and best and best.rule in LOCAL and sentence.around.given.get((best.id or "", value.value)) == {id_}:
            yield Choice(id_, 5.0, "given before"), metrics[id_], fitted


def distinct(value: Number) -> bool:
    """Whether a figure is hardly met twice by chance: it has three digits that count.

    >>> from decimal import Decimal
    >>> [distinct(Number(Decimal(v), Decimal("0.1"))) for v in ("80.9", "5.1", "1427", "60", "7")]
    [True, False, True, False, False]
    """
    return len(value.value.normalize().as_tuple().digits) >= 3
