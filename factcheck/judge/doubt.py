"""Second thoughts: a contradiction that is more likely a figure tied to the wrong thing.

An article is read by rules, and the rules err. A finding that calls a right figure wrong costs more than a miss, so a figure that no
claim has is no error where the passage itself shows whose it may be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from re import escape

from factcheck.dataclass import replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.beside import only_year
from factcheck.judge.judgement import Judgement
from factcheck.judge.slips import ten_fold, thousands_off
from factcheck.judge.versions import by_a_later_one, from_the_first, may_be_older
from factcheck.ledger.model import CHANGING, Claim, Ledger, Metric, Subject
from factcheck.ledger.spelling import simplified
from factcheck.ledger.weight import credited, same_house
from factcheck.patterns import compile_re, search
from factcheck.values import Number, Value

SIZE = compile_re(r"(?<![\w.])(\d+(?:\.\d+)?)([BMTbmt])\b")  # in the name of a model
SCALES = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
SHORTEST = 4  # letters of a name that can be looked for without regard to words
FAR = 10  # how many times a figure may be off and still be meant for the thing
NOWHERE = Decimal("Infinity")
TOLD_APART = ("mode", "effort", "tools", "tier", "attempts")  # settings that two figures of one thing may have
# Weights of evidence: a metric named right beside the figure, a subject from which on no other's figure is looked for, what is known
# from context only, and what is hardly known.
BESIDE, FIRM, WEAK, FAINT = 8.0, 6.0, 4.0, 3.0

Things = Mapping[tuple[str | None, str | None], Collection[Value | None]]  # the values read, by subject and metric


def doubted(judgement: Judgement, neighbours: Sequence[Judgement], read: Things, passage: str, ledger: Ledger) -> Judgement:
    """The judgement, unverified instead of contradicted where the figure was probably meant for something else.

    `neighbours` are the judgements on the same thing in the same passage or table (of a score, in all tables that do not repeat this
    one), `read` is all that was read in the passage, and `passage` is its text. Doubtful is a figure no claim has, where

    - the passage has more figures for the same subject, metric and conditions than the ledger has under these, and another
      of them is the ledger's, or nearer to it;
    - it stands beside the ledger's figure for the same thing, each under a setting of its own, and the ledger names neither;
    - it is the ledger's figure for the subject on another metric that the passage names, or for another subject on another
      metric where the passage names both, unless the two have changed places;
    - it is the figure of the subject's own maker, or of a product of it, for the same metric;
    - it is on the same metric the figure of another subject, which the passage names and has no such figure for, or the subject or
      metric was read on weak evidence only and it is the figure of another subject that the passage names, or of this on another metric;
    - it is a size that the model, or another of its family, has in its name;
    - it is more than ten times off, by no power of ten, with the metric not named right beside it, and neither anybody else's figure for
      the metric nor, as far as the evidence is firm, the subject's own for another; or
    - it says how available something is, and the passage names something else that is.

    A figure credited to somebody else than the evaluator whose figure it is, is supported where the passage names the evaluator.
    """
    if judgement.ground == "evaluator" and _evaluator_named(judgement, simplified(passage), ledger):
        return replace(judgement, verdict="supported", ground="agrees", claims=judgement.claims[: judgement.agreeing])
    if judgement.verdict != "contradicted" or judgement.ground != "figure":
        return judgement
    if (
        _second_figure(judgement, neighbours, ledger)
        or _of_another_setting(judgement, neighbours, ledger)
        or _of_another_thing(judgement, read, simplified(passage), ledger)
        or _of_another_side(judgement.assertion, simplified(passage), read, ledger)
        or _in_a_kins_name(judgement.assertion, ledger)
        or _far_off(judgement, read, ledger)
    ):
        return replace(judgement, verdict="unverified", ground="doubtful", claims=())
    return judgement


def told_elsewhere(judgement: Judgement, around: str, article: str, ledger: Ledger) -> Judgement:
    """The judgement, disputed instead of contradicted where a figure is credited to an evaluator whom the article names, but not in
    the block `around` the figure: then it may mean nobody."""
    by, subject = judgement.assertion.by, judgement.assertion.subject
    if judgement.verdict != "contradicted" or judgement.ground != "evaluator" or by is None or same_house(by, subject, ledger):
        return judgement
    elsewhere = _called(ledger.subjects.get(by), article) and not _called(ledger.subjects.get(by), around)
    return replace(judgement, verdict="disputed") if elsewhere else judgement


def _called(known: Subject | None, text: str) -> bool:
    """Whether a text has a name of the subject, be it a short one."""
    short = [name for name in (known.name, *known.aliases) if len(name) < SHORTEST] if known else []
    return _named(known, simplified(text)) or any(search(rf"\b{escape(name)}\b", text) for name in short)


def undated(judgement: Judgement, passage: str, ledger: Ledger) -> Judgement:
    """The judgement of an article of no known day, unverified instead of contradicted where it may have an older version of an index,
    what was so before the ledger's figures of a thing that changes, unless its passage names their year, they are of its first days or the
    figure is theirs but for a thousand, or a place that a later subject has taken."""
    year = only_year(passage)
    held = [ledger.claims[i] for i in judgement.claims]
    wrong = judgement.verdict == "contradicted" and judgement.ground in ("figure", "derived")
    changes = (
        judgement.ground == "figure"
        and "as_of" not in judgement.assertion.conditions
        and all(c.as_of and c.as_of.first.year != year and ledger.metrics[c.metric].kind in CHANGING for c in held)
        and not any(from_the_first(c, ledger) or thousands_off(judgement.assertion.value, c.value) for c in held)
    )
    overtaken = judgement.ground == "derived" and judgement.assertion.kind == "rank" and by_a_later_one(held, ledger)
    if wrong and (changes or overtaken or may_be_older(judgement.assertion, held, ledger)):
        return replace(judgement, verdict="unverified", ground="unknown", claims=())
    return judgement


def _names(known: Subject | Metric | None) -> list[str]:
    names = map(simplified, (known.name, *known.aliases)) if known else ()
    return [name for name in names if len(name) >= SHORTEST]


def _named(known: Subject | Metric | None, passage: str, but: Metric | None = None) -> bool:
    """Whether a simplified passage has a name of the subject or metric, other than within a name of the metric `but`: what
    "Exam Hard" names is no "Exam"."""
    for name in _names(known):
        text = passage
        for longer in sorted((other for other in _names(but) if name in other), key=len, reverse=True):
            text = text.replace(longer, "|")
        if name in text:
            return True
    return False


def _second_figure(judgement: Judgement, neighbours: Iterable[Judgement], ledger: Ledger) -> bool:
    own = judgement.assertion
    rivals = [
        other
        for other in neighbours
        if (other.assertion.kind, other.assertion.subject, other.assertion.metric) == (own.kind, own.subject, own.metric)
        and dict(other.assertion.conditions) == dict(own.conditions)
    ]
    held = {ledger.claims[i].value for i in judgement.claims}
    if len({other.assertion.value for other in rivals}) <= len(held):
        return False
    distance = _distance(judgement, ledger)
    return any(other.verdict in ("supported", "disputed") or _distance(other, ledger) < distance for other in rivals)


def _of_another_setting(judgement: Judgement, neighbours: Iterable[Judgement], ledger: Ledger) -> bool:
    own = judgement.assertion
    for key in TOLD_APART:
        if key not in own.conditions or any(key in ledger.claims[i].conditions for i in judgement.claims):
            continue
        for other in neighbours:
            a = other.assertion
            known = other.verdict in ("supported", "disputed") and (a.kind, a.subject, a.metric) == (own.kind, own.subject, own.metric)
            if known and a.conditions.get(key) not in (None, own.conditions[key]) and set(other.claims) & set(judgement.claims):
                return True
    return False


def _distance(judgement: Judgement, ledger: Ledger) -> Decimal:
    """How far a contradicted figure is from the nearest claim, as a share of it; infinite where there is nothing to measure."""
    value = judgement.assertion.value
    if not isinstance(value, Number):
        return NOWHERE
    return min((abs(value.value - held) / abs(held) for held in _held(judgement, ledger) if held), default=NOWHERE)


def _held(judgement: Judgement, ledger: Ledger) -> list[Decimal]:
    return [claim.value.value for i in judgement.claims if isinstance((claim := ledger.claims[i]).value, Number)]


def _of_another_thing(judgement: Judgement, read: Things, passage: str, ledger: Ledger) -> bool:
    own, value = judgement.assertion, judgement.assertion.value
    held = [ledger.claims[i] for i in judgement.claims]
    if not own.subject or not own.metric or not isinstance(value, Number | str):
        return False
    for (subject, metric), claims in ledger.having(value.value) if isinstance(value, Number) else ledger.on(own.metric):
        if (subject, metric) == (own.subject, own.metric) or not _has(value, claims) or _one_a_place(metric, own, ledger):
            continue
        if _changed_places(read.get((subject, metric), ()), held):
            continue
        named = _named(ledger.subjects.get(subject), passage)
        if metric == own.metric:
            if named if isinstance(value, str) else _one_of_the_other(subject, own.subject, ledger):
                return True
        elif (
            isinstance(value, Number)
            and _named(ledger.metrics.get(metric), passage, but=ledger.metrics.get(own.metric))
            and (named or subject == own.subject)
        ):
            return True
    return False


def _one_a_place(metric: str, own: Assertion, ledger: Ledger) -> bool:
    """Whether either a metric or an assertion is a place on a list, and the other a figure: third is nobody's 3%."""
    known = ledger.metrics.get(metric)
    return known is not None and (known.kind == "rank") != (own.kind == "rank")


def _changed_places(read: Iterable[Value | None], held: Iterable[Claim]) -> bool:
    """Whether what was read for the other thing is what is right for this one."""
    claims = tuple(held)
    return any(other is not None and _has(other, claims) for other in read)


def _of_another_side(own: Assertion, passage: str, read: Things, ledger: Ledger) -> bool:
    """Whether a figure is that of another subject that the passage names without a figure, or, of one read on weak evidence, anybody's."""
    weight = _weights(own)
    least = min(weight.values(), default=FIRM)
    if not isinstance(own.value, Number) or not (least < WEAK or weight.get("subject", FIRM) < FIRM) or _one_digit(own.value):
        return False
    for (subject, metric), claims in ledger.having(own.value.value):
        if (subject, metric) == (own.subject, own.metric) or _one_a_place(metric, own, ledger):
            continue
        if subject == own.subject:
            if weight.get("metric", FIRM) < WEAK and any(claim.unit == own.unit for claim in claims):
                return True
        elif metric == own.metric and (
            least < FAINT or ((least < WEAK or (subject, metric) not in read) and _named(ledger.subjects.get(subject), passage))
        ):
            return True
    return False


def _weights(own: Assertion) -> dict[str, float]:
    """How strong the evidence for the subject and the metric is, as far as it was weighed."""
    return {e.part: e.weight for e in own.evidence if e.weight is not None}


def _in_a_kins_name(own: Assertion, ledger: Ledger) -> bool:
    known = ledger.subjects.get(own.subject or "")
    if own.kind != "size" or known is None or not isinstance(own.value, Number):
        return False
    kin = [known.name, *(s.name for s in ledger.subjects.values() if known.family and s.family == known.family)]
    sizes = (m for name in kin for m in SIZE.finditer(name))
    return any(Decimal(m[1]) * SCALES[m[2].lower()] == own.value.value for m in sizes)


def _one_digit(value: Number) -> bool:
    return len(value.value.normalize().as_tuple().digits) < 2


def _has(value: Value, claims: Iterable[Claim]) -> bool:
    """Whether some claim has this very value."""
    if isinstance(value, Number):
        return any(isinstance(claim.value, Number) and claim.value.value == value.value for claim in claims)
    return any(claim.value == value for claim in claims)


def _one_of_the_other(a: str, b: str, ledger: Ledger) -> bool:
    makers = {s.id: s.maker for i in (a, b) if (s := ledger.subjects.get(i))}
    return makers.get(a) == b or makers.get(b) == a


def _far_off(judgement: Judgement, read: Things, ledger: Ledger) -> bool:
    own, held, right = judgement.assertion, _held(judgement, ledger), [ledger.claims[i] for i in judgement.claims]
    if not isinstance(own.value, Number) or own.kind == "rank" or not held or len(held) < len(judgement.claims):
        return False
    weight = _weights(own)
    if weight.get("metric", 0) >= BESIDE and weight.get("subject", 0) >= WEAK:
        return False
    value = own.value.value
    if value <= 0 or any(other <= 0 or max(value / other, other / value) <= FAR for other in held):
        return False
    known = ledger.about(own.subject or "", own.metric or "")
    if any(isinstance(claim.value, Number) and ten_fold(own.value, claim.value) for claim in known):
        return False
    firm = min(weight.values(), default=0) >= FIRM
    return not any(
        metric == own.metric or (subject == own.subject and (firm or _changed_places(read.get((subject, metric), ()), right)))
        for (subject, metric), _ in ledger.having(value)
    )


def _evaluator_named(judgement: Judgement, passage: str, ledger: Ledger) -> bool:
    owner = credited(ledger.claims[judgement.claims[0]], ledger)
    if same_house(owner, judgement.assertion.subject, ledger):
        return False
    return _named(ledger.subjects.get(owner or ""), passage)
