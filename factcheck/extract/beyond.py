"""Figures that their metric cannot have: "scored 157% on M". Read only where nothing else can be meant, so that the judge can say so."""

from __future__ import annotations

from factcheck.extract.forms.fitting import by_unit, inside
from factcheck.extract.metric_relation import metric_relation
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.subject_evidence import subject_choices

BESIDE = 6.0  # of a metric that stands beside its figure, or leads its sentence
AT = "S at q"
GROWN = frozenset("grew rose climbed climbs jumped fell dropped improved improves".split())  # by so much, not to it


def beyond_range(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A percentage outside the range of the metric it stands beside, right after its subject; None unless both are plain."""
    if quantity.dimension != "percent" or quantity.signed:
        return None
    for mark in sentence.metrics:
        metric = sentence.vocabulary.metrics.get(mark.id or "")
        if metric is None or metric.unit != "percent" or metric.range is None or mark.weak or mark.cue:
            continue
        found, relation = by_unit(quantity, metric), metric_relation(sentence, quantity, mark)
        if found is None or inside(found.value, metric.range) or not relation or relation[0] < BESIDE:
            continue
        for subject in subject_choices(sentence, quantity, metric):
            if subject.id and subject.rule == AT and subject.mark and not GROWN & set(sentence.words(subject.mark.end, quantity.start)):
                return Attached(quantity, Choice(metric.id, *relation, mark), (subject,), found, relation[0] + subject.weight)
    return None
