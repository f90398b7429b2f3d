"""Whose figure a quantity is: candidates with weights, from the words between and from what the passage is about.

S (80.2)            S (q)              9.0
80.2 (S)            q (S)              9.0
80.2% for S         q for S            6.8 to 8.0
S scored 80.2       S at q             8.0
S ... 80.2          S before q         6.0, S of the sentence 5.2, less what stands between
With 80.2, S ...    q, S               5.6
80.2 ..., S ...     S after q          3.2
ahead of S ... 80.2 object of a comparison, 1.0: never by itself
(named before)      the weight that the passage gives
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fits_subject, of_company, raised
from factcheck.extract.money_roles import anothers_maker, anothers_money, bought_unnamed, in_passing, values
from factcheck.extract.names.phrases import LINKS
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.others_figures import anothers_model, led
from factcheck.extract.subject_asides import (
    NEXT,
    byline,
    former_again,
    has_one_before,
    impersonal,
    inside_first_predicate,
    looked_back,
    measured_by,
    object_before,
    of_former,
    of_the_first,
    strangers_own,
    told_between,
    unnamed,
)
from factcheck.extract.subject_behind import subject_after
from factcheck.extract.subject_brackets import in_brackets
from factcheck.extract.subject_owners import delivered, owners, runners
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# Rules by which a figure belongs to the very name it stands beside: an unknown name there silences the figure.
LOCAL = ("q S", "S (q)", "q (S)", "q for S", "S at q", "S of q")
VALUED = "q that values S"
# "S's Plan Max costs": the price of what S sells by a name that the vocabulary lacks.
OWNER = compile_re(r"['’]s? (?:new |latest |own )?[A-Z]")
# "the 31-year-old founder" is a person's age
PERSON = compile_re(
    r"-year-old (?:[\w-]+ ){0,3}?(?:CEO|CTO|(?:co-?)?founder|entrepreneur|executive|researcher"
    r"|engineer|billionaire|scientist|investor|man|woman|boss|chief|student|developer|programmer|prodigy|mathematician|physicist"
    r"|professor|tycoon|mogul)\b"
)
# Where something can be had, not whose it is: "available through S at q".
PLACE = compile_re(r"\b(?:through|via|inside)(?: the)? $", re.IGNORECASE)
RETURNS = compile_re(r", (?:and )?with\b")  # to who is compared or built on: "below O, with a price of q"
OPENS = 12  # characters: a common noun is what a sentence is about where it opens it
# "S close behind at 24%", "S third with 12%"
PLACED = compile_re(
    r"[*_]*,? (?:(?:is|was|sits|trails?|lags?|comes?|came|follow(?:s|ed|ing)|next|just|close|closely|not far|right|narrowly|far|well"
    r"|in|a|distant) )*"
    r"(?:stuck|parked|steady|still|flat|back|behind|trail(?:s|ed|ing)|lag(?:s|ged|ging)|next|follow(?:s|ed|ing)|second|third|fourth"
    r"|clocks? in|comes in|came in|sits|accounts)"
    r"(?: place)?,? (?:at|with|on|for) "
    r"(?:(?:about|around|roughly|nearly|just|only|over|under) )*[~*]*"
)
# "its speed was similar to that of S, about q"
LIKENED = compile_re(r"\b(?:similar|comparable|close|identical|equal|equivalent) to (?:(?:that|those|what) (?:of )?)?(?:the )?[*_\[]*$")
HEADED = compile_re(r"[*_\])]*(?: \([^()]*\))?[*_]*: \S")
THEIRS = compile_re(r"[*_]* (?:with|that (?:have|offer|support|had)|having|supporting|offering) [^,;.]*")  # "beats older models with 8K"
OUT_OF_KIND = -3.9
IN_PASSING = ("S before q", "S of the sentence", "S at q")


def subject_choices(sentence: Sentence, quantity: Quantity, metric: Metric) -> list[Choice]:
    """Candidate subjects of a quantity with their weights."""
    if apart := sentence.scene.versus(quantity.start):
        inside = {s.id for s in sentence.subjects if apart[0] < s.start < apart[1]}
        if not inside:
            return [Choice(sentence.rival, 8.0, "the other side of before")] if sentence.rival else []
        only = next(iter(inside))
        if len(inside) == 1 and only and fits_subject(metric, sentence.vocabulary.subjects[only]) > OUT_OF_KIND:
            return [Choice(only, 8.0, "q for S", next(s for s in sentence.subjects if s.id == only and s.start > apart[0]))]
    if former := former_again(sentence, quantity):
        return [Choice(former.id, 8.0, "q for S", former)]
    out: list[Choice] = []
    persons = metric.unit == "years" and PERSON.match(sentence.scene.text, quantity.end) is not None
    named = False  # somebody else is named before it, so that the passage's own subject is less likely
    leader = led(sentence)
    for mark in owners(sentence, metric):
        weight, rule = subject_relation(sentence, quantity, mark)
        before = not mark.object and mark.start < quantity.start and rule != "in passing"
        if mark.id is None:
            own = (None, sentence.scene.aside(quantity.start))
            between = [s for s in sentence.subjects if mark.end <= s.start < quantity.start and s.id and not s.object]
            nearer = any(sentence.scene.aside(s.start) in own for s in between)
            if nearer and not mark.unknown:
                continue
            alone = mark.unknown and rule == "S of the sentence" and weight >= 4.6 and metric.kind == "amount" and not between
            if any(untold(sentence, quantity, metric, c.id) for c in sentence.around.subjects if c.rule == "heading"):
                continue  # a plan of a product
            if mark is leader or (
                mark.object and metric.kind in ("tokens", "size") and THEIRS.fullmatch(sentence.scene.text, mark.end, quantity.start)
            ):
                out.append(Choice(None, 6.5, "S leads", mark))
            elif (rule in LOCAL and weight >= 6.5) or (rule == "S before q" and weight >= 5.5) or alone:
                out.append(Choice(None, weight, rule, mark))
            named = named or (before and sentence.same_clause(mark.start, quantity.start))
            continue
        if metric.kind == "amount":
            if raised(metric) and values(sentence, quantity, mark):
                weight, rule = 7.0, VALUED
            elif (rule in IN_PASSING and in_passing(sentence, mark, metric)) or (rule == "q for S" and had_on(sentence, mark, metric)):
                weight -= 2.5
        if (
            metric.kind == "price"
            and sentence.vocabulary.subjects[mark.id].kind == "organisation"
            and OWNER.match(sentence.scene.text, mark.end)
        ):
            continue
        if persons and sentence.vocabulary.subjects[mark.id].kind != "person":
            continue
        if untold(sentence, quantity, metric, mark.id):
            continue
        weight_of_kind = fits_subject(metric, sentence.vocabulary.subjects[mark.id])
        if weight_of_kind <= OUT_OF_KIND:
            continue  # who measured it, not whose it is
        if rule == "S after q" and of_company(metric) and sentence.vocabulary.subjects[mark.id].kind == "person":
            continue  # who says it
        weight_of_kind -= 1.0 if mark.id in sentence.vocabulary.families else 0
        weight_of_kind -= 0.4 if mark.pronoun else 0
        out.append(Choice(mark.id, weight + weight_of_kind, rule + (" (pronoun)" if mark.pronoun else ""), mark))
        over = sentence.scene.aside(mark.start) not in (None, sentence.scene.aside(quantity.start))  # "(vs 30 for S)"
        named = named or (before and weight_of_kind > -2 and (not over or rule == "S of the figure before"))
    able = runners(sentence, speed=True)
    hosts = metric.kind == "speed" and any(s not in able and sentence.is_product(s.id) for s in sentence.subjects)
    tests = metric.kind == "speed" and len(sentence.around.tested) == 1 and not any(s.id and not s.pronoun for s in able)
    elsewhere = (
        of_a_test(sentence, metric)
        or (metric.kind == "speed" and delivered(sentence, quantity))
        or bought_unnamed(sentence, metric)
        or leader is not None
    )
    for choice in () if elsewhere else given(sentence, metric):
        if (of_company(metric) or persons) and (sentence.vocabulary.subjects[choice.id or ""].kind == "person") != persons:
            continue
        if hosts and sentence.is_product(choice.id):
            continue
        if tests and not sentence.is_product(choice.id):
            continue
        if untold(sentence, quantity, metric, choice.id) or anothers_model(sentence, quantity, choice):
            continue
        weight_of_kind = fits_subject(metric, sentence.vocabulary.subjects[choice.id or ""])
        if weight_of_kind <= OUT_OF_KIND or anothers_maker(sentence, choice):
            continue
        weight = choice.weight + weight_of_kind
        out.append(replace(choice, weight=weight - (2.0 if named or anothers_money(sentence, metric) else 0)))
    return out


def untold(sentence: Sentence, quantity: Quantity, metric: Metric, subject: str | None) -> bool:
    """Whether a bare sum would be what a product asks for tokens, though nothing says that it is for tokens."""
    price = metric == sentence.vocabulary.role("price") and metric.unit == "usd_per_million_tokens"
    return price and not quantity.per and sentence.is_product(subject)


def of_a_test(sentence: Sentence, metric: Metric) -> bool:
    """Whether a block is headed by the name of a benchmark, and so what it says besides results is of that: "- M: its window is 128K"."""
    text, metrics = sentence.scene.text, sentence.vocabulary.metrics
    first = next((m for m in sentence.scene.metrics if m.cue is None), None)
    test = first and first.id and not first.common and metrics[first.id].kind == "score" and not patterns.search(r"\w", text[: first.start])
    return bool(test and first and metric.kind in ("tokens", "size") and HEADED.match(text, first.end))


def had_on(sentence: Sentence, mark: SubjectMark, metric: Metric) -> bool:
    """Whether a name behind a count is only where it was counted: "a billion downloads on S"."""
    text = sentence.scene.text
    return metric.unit in ("count", "people", "usd") and text.endswith((" on ", " on the "), 0, mark.start)


def given(sentence: Sentence, metric: Metric) -> Iterator[Choice]:
    """What the passage offers as the subject of a metric: a round that one about a product speaks of is its maker's."""
    subjects = sentence.vocabulary.subjects
    for choice in sentence.around.subjects:
        maker = subjects[choice.id or ""].maker if raised(metric) else None
        yield replace(choice, id=maker) if maker in subjects else choice


def subject_relation(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> tuple[float, str]:
    """How a subject's mention stands to a quantity: (weight, rule)."""
    between = sentence.between(quantity, mark)
    aside = (None, sentence.scene.aside(quantity.start), sentence.scene.aside(mark.start))
    rivals = [
        s for s in sentence.subjects if s is not mark and between.start <= s.start < between.end and sentence.scene.aside(s.start) in aside
    ]
    if between.after:
        return subject_after(sentence, quantity, mark, between, rivals)
    if found := in_brackets(sentence, quantity, mark, rivals):
        return found
    cleaned = unnamed(between, sentence)
    own = sentence.scene.aside(mark.start)
    if own and of_former(sentence, quantity, own[0]):
        return 1.0, "S of the figure before"
    inside = own is not None and own != sentence.scene.aside(quantity.start)  # "T (S) has q" is T's
    linked = not inside and len(cleaned) <= 6 and set(cleaned) <= LINKS and between.whole and not rivals and not between.figures
    if impersonal(sentence, quantity, mark) or inside_first_predicate(sentence, mark, between):
        return -1.0, "in passing"
    if LIKENED.search(sentence.scene.text, sentence.start, mark.start) and between.text.startswith(","):
        return 1.0, "in passing"
    if byline(sentence, quantity, mark) or told_between(sentence, quantity, mark) or of_the_first(sentence, quantity, mark):
        return 1.0, "in passing"
    if strangers_own(sentence, mark):
        return -6.0, "in passing"
    if not mark.object and measured_by(sentence, mark):
        return 1.0, "in passing"
    if (mark.object or looked_back(sentence, mark)) and RETURNS.search(sentence.scene.text, mark.end, quantity.start):
        return 1.0, "in passing"
    if mark.object:
        return object_before(sentence, quantity, mark, between, linked=linked, near=not between.figures and not rivals)
    if PLACED.fullmatch(between.text) and not rivals:
        return 8.0, "S of q"
    if linked and NEXT.fullmatch(between.text) and has_one_before(sentence, mark):
        return 5.0, "S with a figure of its own"
    if linked:
        return 8.0 - 0.1 * len(cleaned), "S at q"
    apposed = any(mark.end <= a <= mark.end + 2 and b <= quantity.start for a, b in sentence.scene.asides)  # "S - ... - has q"
    same = apposed or sentence.same_clause(mark.start, quantity.start)
    weight = (6.0 if same else 5.2) - 0.04 * len(between.words)
    weight -= 1.6 if any(not s.object and sentence.is_model(s.id) and not looked_back(sentence, s) for s in rivals) else 0
    weight -= 2.5 if inside else 0
    weight -= 2.0 if PLACE.search(sentence.scene.text, max(0, mark.start - 16), mark.start) else 0
    weight -= 2.0 if looked_back(sentence, mark) else 0
    weight -= 1.5 if mark.common and mark.start - sentence.start > OPENS else 0
    return weight, "S before q" if same else "S of the sentence"
