"""Tie the quantities of a sentence to metrics and subjects: a choice among candidates, each with a weight and a reason.

Every quantity gets candidate metrics (metric_evidence.py) and subjects (subject_evidence.py). The best pair above a threshold wins;
parallel lists are read in step (parallels.py); below the threshold the quantity is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.fitting import fit
from factcheck.extract.forms import Settled, settled
from factcheck.extract.metric_evidence import metric_choices
from factcheck.extract.parallels import in_step
from factcheck.extract.quantities import Quantity
from factcheck.extract.refusals import refusal
from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Attached, Choice, Sentence
from factcheck.extract.subject_evidence import subject_choices

THRESHOLD = 8.0  # of subject and metric together; see docs/reading.md
LOCAL_METRIC = 5.0  # of the metric, where the subject is known from the passage only


@dataclass
class Tied:
    """What came of a sentence's quantities: those tied, and those left alone with the reason."""

    attached: list[Attached] = field(default_factory=list)
    alone: list[tuple[Quantity, str]] = field(default_factory=list)


def attach(sentence: Sentence) -> Tied:
    """Tie the quantities of one sentence."""
    tied = Tied()
    forms = settled(sentence)
    for quantity in sentence.quantities:
        form = forms.get(quantity.start)
        best = (not form and refusal(sentence, quantity)) or best_pair(sentence, quantity, form)
        if isinstance(best, str):
            tied.alone.append((quantity, best))
        else:
            tied.attached.append(best)
    tied.attached = in_step(sentence, tied.attached)
    return tied


def best_pair(sentence: Sentence, quantity: Quantity, form: Settled | None) -> Attached | str:
    """The likeliest metric and subject of a quantity, or why there is none. `form` is a metric that its form has settled."""
    fitted = fit(quantity, form.metric) if form else None
    metrics = [(Choice(form.metric.id, 8.5, form.rule), form.metric, fitted)] if form and fitted else metric_choices(sentence, quantity)
    if not metrics:
        return "no metric in sight that it could be a value of"
    best: Attached | None = None
    for choice, metric, fitted in metrics:
        for subject in subject_choices(sentence, quantity, metric):
            weight = choice.weight + subject.weight + fitted.weight
            if best is None or weight > best.weight:
                best = Attached(quantity, choice, (subject,), fitted, weight)
    if best is None:
        return "no subject in sight that it could be a value of"
    subject, mark = best.subjects[0], best.subjects[0].mark
    if subject.id is None and not (isinstance(mark, SubjectMark) and mark.unknown):
        return f"it is the figure of {mark.text!r}" if mark else "nobody in sight whose it could be"
    if best.weight < THRESHOLD or (mark is None and best.metric.weight < LOCAL_METRIC):
        return f"too little evidence for {best.metric.id} of {best.subjects[0].id} ({best.weight:.1f} of {THRESHOLD})"
    return best
