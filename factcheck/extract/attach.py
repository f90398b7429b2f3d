"""Tie the quantities of a sentence to metrics and subjects: a choice among candidates, each with a weight and a reason.

Every quantity gets candidate metrics (metric_evidence.py) and subjects (subject_evidence.py). The best pair above a threshold wins;
parallel lists are read in step (parallels.py); below the threshold the quantity is left alone.
"""

from __future__ import annotations

import re

from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.beyond import beyond_range
from factcheck.extract.carried import (
    arrived,
    continued,
    departed,
    echo,
    elliptic,
    growth,
    in_pairs,
    measured_again,
    opposite,
    priced,
    went,
)
from factcheck.extract.corrections import retracted
from factcheck.extract.forms.amounts import former, share
from factcheck.extract.forms.fitting import Fit, fit
from factcheck.extract.forms.forms import settled
from factcheck.extract.forms.frames import Settled
from factcheck.extract.forms.periods import paced
from factcheck.extract.forms.plan_prices import given_again
from factcheck.extract.forms.size_frames import ON_OFFER
from factcheck.extract.methods import method
from factcheck.extract.metric_evidence import metric_choices
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.names.size_names import of_other_size
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.others_figures import of_a_stranger, set_against
from factcheck.extract.parallels import in_step
from factcheck.extract.pointed_back import pointed_back
from factcheck.extract.refusals import refusal, summed
from factcheck.extract.respectively import shared_out
from factcheck.extract.resumed import resumed
from factcheck.extract.set_beside import set_before, set_beside
from factcheck.extract.subject_behind import OPENED, UP_FROM
from factcheck.extract.subject_evidence import LOCAL, VALUED, subject_choices
from factcheck.extract.written_again import again, converted
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Number

WEAK = "too little evidence"
GIVEN_AWAY = ("a share, a change or a difference", "what was said before and is no longer")
NO_METRIC = "no metric in sight that it could be a value of"
# "84% of developers": what they do is told of whom the sentence names
PEOPLES = compile_re(
    r" of (?:all |the |its |our |surveyed |\w+ )?"
    r"(?:developers|respondents|businesses|companies|users|people|teams|enterprises|adults|workers)\b"
)
SOMEBODYS = compile_re(r"\W*(?:My|Your|His|Her|(?:A|My|Our|One) [a-z]+['’]s) ")  # "My setup had two cards": no model has
NAMES = ("size of a model", "size beside a model")
VALUE_FIRST = compile_re(r"[\W_]*")
SAYS_WHAT = compile_re(r"[*_]*(?: [—–-] |: )(?=[a-z])")  # "**900 million** — users of S"
THE = compile_re(r"\b[Tt]he (?:\d[\d.]*[BMT],? (?:and |or )?)*$")
SIZE_BEFORE = compile_re(r"(?<![\w.])(\d+(?:\.\d+)?[BM]) [*_]*$")
OPENS_BLOCK = compile_re(
    r"\W*(?:(?:Only|Just|At|A|About|Around|Roughly|Still|Now|Score|Result|just|about|only|around|solid|respectable)[:, *]*)*"
)
PER_PLAN_OR_TOKEN = ("usd_per_million_tokens", "usd_per_month")
BOTH = compile_re(r"both(?: (?:models|systems))?|the (?:pair|duo)", re.IGNORECASE)
THESE = compile_re(r"(?:these|all these|all of these) (?:models|systems)|all of them|each of them|all (?:three|four|five)", re.IGNORECASE)
THRESHOLD = 8.0  # of subject and metric together; see docs/reading.md
NEAR = 3.5  # of the subject of an amount, where it is known from the passage only: the sentence or the item before, no heading
AFTER = 2.7  # ... where it stands behind the figure, far from it: it may be anybody's
PLAIN = 7.5  # of its metric, from which on it may come from a heading all the same
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
        form, told = forms.get(quantity.start), share(sentence, quantity)
        form = told if told and (not form or form.weight < told.weight) else form
        best = (
            retracted(sentence, quantity)
            or (tied.attached and again(sentence, quantity, tied.attached[-1]))
            or (tied.attached and growth(sentence, quantity, tied.attached[-1]))
            or (tied.attached and opposite(sentence, quantity, form, tied.attached[-1]))
            or (not form and tied.attached and went(sentence, quantity, tied.attached[-1]))
            or summed(sentence, quantity)
            or method(sentence, quantity)
            or set_against(sentence, quantity)
            or of_a_stranger(sentence, quantity)
            or (not form and former(sentence, quantity, tied.attached[-1:]))
            or (not form and refusal(sentence, quantity))
            or best_pair(sentence, quantity, form, tied.attached[-1:])
        )
        best = (
            best == NO_METRIC
            and (
                (tied.attached and paced(sentence, quantity, tied.attached[-1]))
                or beyond_range(sentence, quantity)
                or continued(sentence, quantity)
                or priced(sentence, quantity)
                or elliptic(sentence, quantity)
                or pointed_back(sentence, quantity)
            )
        ) or best
        best = (best == NO_METRIC and resumed(sentence, quantity)) or best
        if isinstance(best, str) and best.startswith((NO_METRIC, WEAK)):
            best = measured_again(sentence, quantity) or given_again(sentence, quantity) or best
        if isinstance(best, str):
            tied.alone.append((quantity, best))
        else:
            tied.attached.append(best)
    tied.attached = in_pairs(sentence, tied.attached)
    tied = echoed(sentence, tied)
    tied.attached = shared_out(sentence, in_step(sentence, tied.attached))
    here = {x.quantity for x in tied.attached}
    tied.alone = [(q, reason) for q, reason in tied.alone if q not in here]
    return tied


def echoed(sentence: Sentence, tied: Tied) -> Tied:
    """A figure that stands beside another one's, with a subject of its own, has its metric: "$15, against $25 for B"."""
    out = Tied(list(tied.attached))
    for quantity, reason in tied.alone:
        before = [x for x in out.attached if x.quantity.end <= quantity.start]
        found = converted(sentence, quantity, before[-1]) if before and quantity.dimension == "money" else None
        found = found or (set_beside(sentence, quantity, before[-1]) if before and reason.startswith((NO_METRIC, WEAK)) else None)
        found = found or (arrived(sentence, quantity, before[-1]) if before and reason.startswith((NO_METRIC, WEAK)) else None)
        behind = [x for x in tied.attached if x.quantity.start >= quantity.end]
        found = found or (again(sentence, quantity, behind[0]) if behind and reason == NO_METRIC else None)
        found = found or (departed(sentence, quantity, behind[0]) if behind and reason not in GIVEN_AWAY else None)
        open_to = reason.startswith((NO_METRIC, WEAK))
        found = found or (set_before(sentence, quantity, behind[0]) if behind and open_to else None)
        found = found or (echo(sentence, quantity, outside(sentence, quantity, before)) if before and open_to else None)
        if found:
            out.attached.append(found)
        else:
            out.alone.append((quantity, reason))
    out.attached.sort(key=lambda x: x.quantity.start)
    return out


def outside(sentence: Sentence, quantity: Quantity, before: list[Attached]) -> Attached:
    """The last figure before one, those in brackets that are closed by then left out: "500B (20B active), up from 300B in T"."""
    own = sentence.scene.bracket(quantity.start)
    if not UP_FROM.search(sentence.scene.text, sentence.start, quantity.outer_start):
        return before[-1]
    return next((x for x in reversed(before) if sentence.scene.bracket(x.quantity.start) in (None, own)), before[-1])


def best_pair(sentence: Sentence, quantity: Quantity, form: Settled | None, before: list[Attached]) -> Attached | str:
    """The likeliest metric and subject of a quantity, or why there is none. `form` is a metric that its form has settled, `before`
    the figure before it, if one was tied."""
    if form and not form.metric:
        return f"a value of what no metric of the ledger is ({form.rule})"
    settled_metric = form.metric if form else None
    fitted = fit(quantity, settled_metric) if settled_metric else None
    metrics = (
        [(Choice(settled_metric.id, form.weight, form.rule), settled_metric, fitted)]
        if form and settled_metric and fitted
        else metric_choices(sentence, quantity)
    )
    if not metrics:
        return NO_METRIC
    best: Attached | None = None
    for choice, metric, fitted in metrics:
        for subject in subject_choices(sentence, quantity, metric):
            if metric.id == "parameters" and not of_its_size(sentence, subject, fitted):
                continue
            weight = choice.weight + subject.weight + fitted.weight
            if best is None or weight > best.weight:
                best = Attached(limit(quantity, metric), choice, (subject,), fitted, weight)
    if best is None:
        return "no subject in sight that it could be a value of"
    subject, mark = best.subjects[0], best.subjects[0].mark
    group = sentence.around.group
    if subject.id is None and mark and ((BOTH.fullmatch(mark.text) and len(group) == 2) or (THESE.fullmatch(mark.text) and len(group) > 1)):
        return replace(best, subjects=tuple(Choice(i, 5.0, "all that the passage names together") for i in group))
    if subject.id is None and not (isinstance(mark, SubjectMark) and mark.unknown):
        return f"it is the figure of {mark.text!r}" if mark else "nobody in sight whose it could be"
    here = mark is not None or any(s.id == subject.id for s in sentence.subjects)
    known = best.metric.weight >= PLAIN and subject.rule not in ("paragraph before", "article", "item before")
    amount = best.metric.id is not None and sentence.vocabulary.metrics[best.metric.id].kind == "amount"
    far = amount and not known and not here and subject.weight < NEAR
    far = far or (amount and not here and SOMEBODYS.match(sentence.scene.text, sentence.start) is not None)
    far = far or (amount and subject.rule.startswith("S after q") and subject.weight < AFTER)
    far = far or (amount and not here and PEOPLES.match(sentence.scene.text, quantity.outer_end) is not None)
    far = far or (mark is None and subject.weight < 0)  # of another kind, and not even named
    if isinstance(mark, SubjectMark) and mark.object and subject.rule not in LOCAL:
        return f"{mark.text!r} is only compared with"
    far = far or (
        best.metric.id is not None
        and elsewhere(sentence, quantity, subject)
        and sentence.vocabulary.metrics[best.metric.id].kind == "amount"
    )
    answers = subject.id == sentence.around.asked and not sentence.subjects and quantity is sentence.quantities[0]
    local = mark is not None or answers or best.metric.weight >= LOCAL_METRIC or any(goes_on(x, best) for x in before)
    local = local or (best.metric.rule == "heading" and fitted_score(sentence, best) and opens(sentence, quantity))
    unit = sentence.vocabulary.metrics[best.metric.id].unit if best.metric.id else ""
    told = form is not None or (isinstance(best.metric.mark, MetricMark) and best.metric.mark.cue is not None)
    on = bool(sentence.around.priced) and unit in PER_PLAN_OR_TOKEN and told
    local = local or (on and subject.rule == "sentence before")  # "Input is $2 per million tokens. Cached prompts cost $0.50."
    monthly = best.metric.id == "price-monthly" and subject.rule == "heading" and sentence.is_product(subject.id)
    local = local or monthly or (form is not None and subject.rule == "list")  # "- $3 per million tokens", below the name
    if best.weight + answers < THRESHOLD or far or not local:
        return f"{WEAK} for {best.metric.id} of {best.subjects[0].id} ({best.weight:.1f} of {THRESHOLD})"
    return of_member(sentence, best)


def of_its_size(sentence: Sentence, subject: Choice, fitted: Fit) -> bool:
    """Whether a number of parameters can be that of a subject whose name may tell it.

    One that the sentence names may be given a false one, but not beside its own: "S 8B comes with sisters of 70B and 405B".
    """
    known = sentence.vocabulary.subjects.get(subject.id or "")
    if not known or not isinstance(fitted.value, Number) or not of_other_size(known.name, fitted.value.value):
        return True
    others = [q.value.value for q in sentence.quantities if q.scaled and isinstance(q.value, Number)]
    return subject.mark is not None and all(of_other_size(known.name, value) for value in others)


def fitted_score(sentence: Sentence, found: Attached) -> bool:
    """Whether a figure would be a score."""
    return found.metric.id is not None and sentence.vocabulary.metrics[found.metric.id].kind == "score"


def opens(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure opens what stands right below a heading: "## M", and then "Only 48.0%, and ..."."""
    return sentence.start == 0 and OPENS_BLOCK.fullmatch(sentence.scene.text, 0, quantity.outer_start) is not None


def goes_on(before: Attached, found: Attached) -> bool:
    """Whether a figure is the next of the same sort: "M: 40% without tools, 53% with tools"."""
    same = (before.metric.id, before.subjects[0].id) == (found.metric.id, found.subjects[0].id)
    return same and before.quantity.dimension == found.quantity.dimension


def elsewhere(sentence: Sentence, quantity: Quantity, subject: Choice) -> bool:
    """Whether a subject is named only in a later clause than the figure."""
    mark = subject.mark
    if subject.rule.startswith((OPENED, VALUED)):
        return False
    if VALUE_FIRST.fullmatch(sentence.scene.text, sentence.start, quantity.start) and SAYS_WHAT.match(sentence.scene.text, quantity.end):
        return False
    return isinstance(mark, SubjectMark) and mark.start > quantity.start and not sentence.same_clause(mark.start, quantity.start)


def limit(quantity: Quantity, metric: Metric) -> Quantity:
    """A quantity without the "up to" that a metric means anyway: a context window of up to 1M is one of 1M."""
    return replace(quantity, op="=") if quantity.op == "<=" and metric.id in ("context-window", "max-output") else quantity


def of_member(sentence: Sentence, found: Attached) -> Attached | str:
    """What is said of a family as its member's: a score where the article names only one, a size where one has it ("1B and 3B F")."""
    subject, vocabulary = found.subjects[0], sentence.vocabulary
    if subject.id in vocabulary.unspecific and found.metric.id and vocabulary.metrics[found.metric.id].kind == "score":
        members = [i for i in sentence.around.named - vocabulary.unspecific if vocabulary.is_member(i, subject.id)]
        before = (SIZE_BEFORE.search(sentence.scene.text, sentence.start, s.start) for s in sentence.subjects if s.id == subject.id)
        for size in filter(None, before):
            members = [i for i in members if size[1] in vocabulary.subjects[i].name]  # "the 31B S"
        if any(s.id in members for s in sentence.subjects):
            return found  # "S's is 52, and S 1.1 has 55"
        return replace(found, subjects=(replace(subject, id=members[0]),)) if len(members) == 1 else found
    if found.metric.id != "parameters" or subject.id not in vocabulary.families:
        return found
    written = sentence.scene.text[found.quantity.start : found.quantity.end]
    if member := vocabulary.of_size(subject.id, written):
        if found.metric.rule in NAMES and THE.search(sentence.scene.text, sentence.start, found.quantity.start):
            return "a part of the name of one of a family"  # "the 70B model", "the 8B and 70B F models"
        return replace(found, subjects=(replace(subject, id=member, rule="the family's model of this size"),))
    return "a size of one of a family" if found.metric.rule == ON_OFFER else found
