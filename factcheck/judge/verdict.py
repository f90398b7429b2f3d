"""From the claims that were lined up to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from factcheck.agreement import agrees
from factcheck.dataclass import replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.beside import at_times, independent, of_some, only_year, past, to_all
from factcheck.judge.comparable import BOUNDS, FLEETING, MEASURED, MONTH, Barrier, Candidate, candidates, of_date
from factcheck.judge.conditions import SETTINGS, in_words, match, words
from factcheck.judge.derived import DERIVED, derive
from factcheck.judge.excuses import BENCHMARKED, excused
from factcheck.judge.judgement import Ground, Judgement, Verdict
from factcheck.judge.own_date import own_date, stated_date
from factcheck.judge.ranks import listed_metric
from factcheck.ledger.conditions import normalised
from factcheck.ledger.model import Ledger
from factcheck.ledger.weight import credited, same_house
from factcheck.values import Dates, Number

PAST = ("superseded", "ended", "retracted")
TEN, HALF = Decimal(10), Decimal("0.5")


def judge_assertion(assertion: Assertion, passage: str, ledger: Ledger, day: date) -> Judgement:
    """The verdict on an assertion as of `day`; `passage` is the text it stands in.

    A prediction can come true but not be contradicted; what is negated is judged as negated.
    """
    if assertion.kind in DERIVED:
        return _summed(assertion, passage, ledger, day)
    stated = stated_date(assertion, passage, day)
    judgement = _judged(assertion, passage, ledger, day, stated)
    fleeting = judgement.ground == "agrees" and assertion.kind in FLEETING and not stated
    if judgement.ground not in ("past", "figure") and not fleeting:
        return judgement
    when = stated or own_date(assertion, passage, day)
    if fleeting and when:
        then = _judged(assertion, passage, ledger, day, when)
        return judgement if then.verdict == "supported" else _open(judgement)  # what is so now need not have been
    if when and when.first > day:
        return _open(judgement)  # what will be cannot be contradicted by what is
    if stated or not when:
        return judgement
    then = _judged(assertion, passage, ledger, day, when)
    return judgement if then.verdict in ("contradicted", "outdated") else then


def _open(judgement: Judgement) -> Judgement:
    return replace(judgement, verdict="unverified", ground="unknown", claims=(), agreeing=0)


def _summed(assertion: Assertion, passage: str, ledger: Ledger, day: date) -> Judgement:
    """The verdict on a ratio, difference or comparison. What is said of some cases is not contradicted by the whole."""
    judgement = derive(assertion, ledger, day)
    if judgement.verdict == "contradicted" and at_times(assertion, passage):
        return replace(judgement, verdict="unverified", ground="doubtful", claims=())
    return judgement


def _judged(assertion: Assertion, passage: str, ledger: Ledger, day: date, when: Dates | None) -> Judgement:
    """The verdict on an assertion as of `day`, or of the date `when` that the article gives for its figure."""
    assertion = _in_its_region(assertion, passage, ledger)
    lined_up = candidates(assertion, ledger, day, when=when, independent=independent(assertion, passage), year=only_year(passage))
    apart = assertion.kind == "rank" and "variant" not in assertion.conditions
    found = [_apart(c) if apart and not (c.fits or c.barrier) and _of_unnamed_list(c, assertion, passage) else c for c in lined_up]
    judgement = _negated(assertion, found) if assertion.modality == "negated" else _stated(assertion, passage, found, ledger, when)
    if judgement.verdict == "unverified" and assertion.kind == "rank" and not of_some(assertion, passage):
        judgement = replace(derive(assertion, ledger, day), compared=judgement.compared)
    if assertion.modality == "predicted" and judgement.verdict != "supported":
        return _open(judgement)
    return judgement


def _in_its_region(assertion: Assertion, passage: str, ledger: Ledger) -> Assertion:
    """A price with the region that its passage names, if it is one for which the ledger has a price, and the only one."""
    if assertion.kind != "price" or "region" in assertion.conditions:
        return assertion
    conditions = (claim.conditions for claim in ledger.about(assertion.subject or "", assertion.metric or ""))
    told = {known["region"] for known in conditions if "region" in known and in_words({"region": known["region"]}, passage, but={})}
    return replace(assertion, conditions={**assertion.conditions, "region": told.pop()}) if len(told) == 1 else assertion


def _of_unnamed_list(candidate: Candidate, assertion: Assertion, passage: str) -> bool:
    """Whether a place is on a list that neither the article's own list is nor its passage names."""
    listed = candidate.claim.conditions.get("variant")
    if listed is None or (candidate.barrier is None and "variant" in assertion.conditions):
        return False
    return not words(listed) <= words(passage)


def _apart(candidate: Candidate) -> Candidate:
    return replace(candidate, barrier="variant", reason=f"is for {candidate.claim.conditions['variant']}")


def _stated(assertion: Assertion, passage: str, found: Sequence[Candidate], ledger: Ledger, when: Dates | None) -> Judgement:
    found = sorted(found, key=lambda c: not _equal(c, assertion))
    live = [c for c in found if c.live]
    exact = [c for c in live if c.agreement == "agrees"]
    fits = exact + [c for c in live if c.agreement == "finer"]
    differ = sorted((c for c in live if not c.fits and not _of_its_round(c, assertion, when)), key=lambda c: not c.claim.headline)
    exact, fits = ([c for c in held if not _encloses(c, differ)] for held in (exact, fits))

    def result(verdict: Verdict, ground: Ground, agreeing: Iterable[Candidate] = (), differing: Iterable[Candidate] = ()) -> Judgement:
        yes, no = tuple(c.claim.id for c in agreeing), tuple(c.claim.id for c in differing)
        return Judgement(assertion, verdict, yes + no, tuple(c.comparison() for c in found), ground, len(yes))

    def agreeing_if(standings: Sequence[str], *barriers: Barrier | None) -> list[Candidate]:
        return [c for c in found if c.fits and c.standing in standings and c.barrier in barriers]

    refuted = [c for c in agreeing_if(("refuted",), None, "silent") if c.agreement == "agrees"]
    if fits and not (any(_equal(c, assertion) for c in refuted) and not any(_equal(c, assertion) for c in fits)):
        if not exact and assertion.kind == "availability":
            oversold = assertion.value == "available" and to_all(passage)
            return result("contradicted", "figure", (), fits) if oversold else result("supported", "qualified", fits)
        disputing = [c for c in differ if not _settled(c, fits, assertion, passage, ledger)]
        if disputing:
            return result("disputed", "open", fits, disputing)
        return result("supported", "agrees" if exact else "finer", fits)
    if refuted:
        return result("contradicted", "refuted", refuted, differ)
    to_come = agreeing_if(("future",), None)
    of_later = [c for c in to_come if _long_after(c, assertion, when)]
    if later := [c for c in to_come if c not in of_later]:
        return result("supported", "agrees", later)
    variant: tuple[Barrier, ...] = () if _variant_named(assertion, differ, ledger) else ("variant",)
    silent: tuple[Barrier, ...] = () if assertion.kind == "availability" else ("silent",)  # what holds in one place is said of it alone
    if differ and (elsewhere := agreeing_if(("current", "future"), *silent, *variant)):
        return result("disputed", "elsewhere", elsewhere, differ)
    former = agreeing_if(PAST, None, "silent", "variant")
    if ended := [c for c in former if assertion.kind != "rank" or not _of_unnamed_list(c, assertion, passage)]:
        held_then = past(assertion, passage) or any(of_date(c.claim, when) for c in ended)
        return result("supported", "agrees", ended) if held_then else result("outdated", "past", ended, differ)
    if others := agreeing_if(("current",), "evaluator"):
        if assertion.kind not in BENCHMARKED or _told_after_the_maker(others, assertion, ledger):
            return result("supported", "agrees", others)
        rivals = [c for c in differ if not _told_apart(c, others)]
        named_has = any(same_house(credited(c.claim, ledger), assertion.by, ledger) for c in rivals)
        passed_off = named_has or (rivals and any(_on_other_sides(c, assertion, ledger) for c in others))
        return result("contradicted" if passed_off else "disputed", "evaluator", others, differ)
    other_variant: tuple[Barrier, ...] = () if assertion.kind == "rank" else ("variant",)
    excluded = agreeing_if(("current", "superseded", "ended", "future"), "condition", *other_variant) + of_later
    if excluded:
        return result("contradicted" if differ else "unverified", "condition", excluded, differ)
    if differ and not excused(assertion, differ, ledger) and (_knows_the_past(found, assertion.kind) or not past(assertion, passage)):
        return result("contradicted", "figure", (), differ)
    return result("unverified", "unknown")


def _of_its_round(candidate: Candidate, assertion: Assertion, when: Dates | None) -> bool:
    """Whether a claim is a sum of money of one round or report, as its variant and day say, and the article names neither: sums are
    raised and earned again and again, so that one says nothing of another."""
    claim = candidate.claim
    if assertion.kind != "amount" or claim.unit != "usd" or not claim.as_of or "variant" not in claim.conditions:
        return False
    if of_date(claim, when):
        return False
    return match("variant", assertion.conditions.get("variant", ""), claim.conditions) != "same"


def _long_after(candidate: Candidate, assertion: Assertion, when: Dates | None) -> bool:
    """Whether a claim on what changes fast was made so long after the date that an article gives for its figure that it tells nothing
    of it."""
    told = candidate.claim.as_of
    return bool(when and told and assertion.kind in FLEETING and (told.first - when.last).days > MONTH)


def _knows_the_past(found: Sequence[Candidate], kind: str) -> bool:
    """Whether the ledger has more than one figure of a thing: of what is measured, under the same conditions."""
    if any(c.standing in PAST for c in found) or (kind not in (*BENCHMARKED, "rank") and len({c.claim.value for c in found}) > 1):
        return True
    return len({c.claim.value for c in found}) > len({(tuple(sorted(c.claim.conditions.items())), c.claim.by) for c in found})


def _encloses(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether a claim says less exactly what another says as well: "2018" beside "June 2018" bears no other month out, nor "over
    $1 billion" beside "$2.5 billion" any other sum."""
    value, op = candidate.claim.value, candidate.claim.op
    if isinstance(value, Dates):
        inner = [c.claim.value for c in others if isinstance(c.claim.value, Dates)]
        return any(value.first <= d.first and d.last <= value.last and (value.first, value.last) != (d.first, d.last) for d in inner)
    exact = (c.claim for c in others if c.claim.op == "=" and c.claim.unit == candidate.claim.unit)
    return op in BOUNDS and any(agrees(value, op, None, claim.value, "=") == "agrees" for claim in exact)


def _variant_named(assertion: Assertion, differ: Sequence[Candidate], ledger: Ledger) -> bool:
    """Whether an article names a variant in the very words of a claim, or ranks on a list that a claim has by another of its names:
    then the figure of another variant is no excuse."""
    stated, known = assertion.conditions.get("variant", ""), [c.claim.conditions.get("variant", "") for c in differ]
    if not stated:
        return False
    metric = listed_metric(stated, ledger) if assertion.kind == "rank" else None
    return any(words(name) == words(stated) or (metric is not None and listed_metric(name, ledger) is metric) for name in known)


def _negated(assertion: Assertion, found: Sequence[Candidate]) -> Judgement:
    denied = [c.claim.id for c in found if c.live and c.agreement == "agrees"]
    borne_out = [c.claim.id for c in found if c.live and not c.fits]
    compared = tuple(c.comparison() for c in found)
    if denied:
        verdict: Verdict = "disputed" if borne_out else "contradicted"
        return Judgement(assertion, verdict, (*borne_out, *denied), compared, "open" if borne_out else "figure", len(borne_out))
    if borne_out:
        return Judgement(assertion, "supported", tuple(borne_out), compared, "agrees", len(borne_out))
    return Judgement(assertion, "unverified", (), compared)


def _settled(other: Candidate, fits: Sequence[Candidate], assertion: Assertion, passage: str, ledger: Ledger) -> bool:
    """Whether a comparable claim that differs needs no warning all the same. The one rule:

    - it is of the same evaluator as an agreeing claim marked `headline`, is no headline itself, and the article states no
      mode, effort, tools or variant but those of the headline;
    - it is somebody else's estimate of a plain fact of which the subject's own house tells the agreeing one;
    - the passage has the words of a setting that an agreeing claim of the same evaluator has and it has not; or
    - it is a score or speed of ten or more and lies less than half a unit away.
    """
    by = credited(other.claim, ledger)
    if not other.claim.headline:
        stated = {key for key in SETTINGS if key in assertion.conditions}
        if any(c.claim.headline and credited(c.claim, ledger) == by and stated <= c.claim.conditions.keys() for c in fits):
            return True
    makers = [c for c in fits if same_house(credited(c.claim, ledger), assertion.subject, ledger)]
    if assertion.kind not in MEASURED and makers and other.claim.op == "~" and not same_house(by, assertion.subject, ledger):
        return True
    own = [c for c in fits if credited(c.claim, ledger) == by]
    if any(in_words(c.claim.conditions, passage, but=other.claim.conditions) for c in own):
        return True
    value, held = assertion.value, other.claim.value
    if assertion.kind not in BENCHMARKED or not isinstance(value, Number) or not isinstance(held, Number):
        return False
    return abs(held.value) >= TEN and abs(value.value - held.value) < HALF


def _equal(candidate: Candidate, assertion: Assertion) -> bool:
    """Whether a claim has the very figure, and does not only round to it."""
    a, b = candidate.claim.value, assertion.value
    return isinstance(a, Number) and isinstance(b, Number) and a.value == b.value


def _told_apart(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether each of the others is under another setting than a claim: of another tier of a benchmark, with tools."""
    own = normalised(candidate.claim.conditions)
    theirs = [normalised(c.claim.conditions) for c in others]
    return all(any(own[key] != said[key] for key in own.keys() & said.keys()) for said in theirs)


def _told_after_the_maker(others: Sequence[Candidate], assertion: Assertion, ledger: Ledger) -> bool:
    """Whether a figure credited to the maker itself is the one that a rival's table has for it: such tables repeat what makers publish."""
    if not same_house(assertion.by, assertion.subject, ledger):
        return False
    makers = {subject.maker for subject in ledger.subjects.values() if subject.kind == "model"}
    return all(credited(c.claim, ledger) in makers for c in others)


def _on_other_sides(candidate: Candidate, assertion: Assertion, ledger: Ledger) -> bool:
    """Whether a figure is the maker's and credited to somebody independent, or the other way round."""
    measured_by = same_house(credited(candidate.claim, ledger), assertion.subject, ledger)
    return measured_by != same_house(assertion.by, assertion.subject, ledger)
