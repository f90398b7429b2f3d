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

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fits_subject, of_company, raised
from factcheck.extract.money_roles import anothers_maker, anothers_money, bought_unnamed, in_passing, values
from factcheck.extract.names.between import Between
from factcheck.extract.names.phrases import LINKS, ON
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.subject_asides import (
    NEXT,
    anothers,
    byline,
    former_again,
    has_one_before,
    impersonal,
    inside_first_predicate,
    looked_back,
    object_before,
    of_former,
    of_the_first,
    told_between,
    unnamed,
)
from factcheck.extract.subject_brackets import in_brackets
from factcheck.extract.subject_owners import PEOPLE, delivered, names_a_measure, owners, runners
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# Rules by which a figure belongs to the very name it stands beside: an unknown name there silences the figure.
LOCAL = ("q S", "S (q)", "q (S)", "q for S", "S at q", "S of q")
OPENED, VALUED = "q, S", "q that values S"  # "With q, S ..."
# "S's Plan Max costs": the price of what S sells by a name that the vocabulary lacks.
OWNER = compile_re(r"['’]s? (?:new |latest |own )?[A-Z]")
# "the 31-year-old founder" is a person's age
PERSON = compile_re(
    r"-year-old (?:[\w-]+ ){0,3}?(?:CEO|CTO|(?:co-?)?founder|entrepreneur|executive|researcher"
    r"|engineer|billionaire|scientist|investor|man|woman|boss|chief|student|developer|programmer|prodigy|mathematician|physicist"
    r"|professor|tycoon|mogul)\b"
)
# "115,000 developers actively using S", "40 million daily American S users"
USING = compile_re(
    r"[ *]*(?:[a-z-]+ ){0,2}?(?:[A-Z][\w.-]* )?(?:[a-z-]+ ){1,4}?"
    r"(?:using|us(?:e|ed|es)|across|rely(?:ing)? on|signed up for|subscrib(?:e|ed) to|pay(?:ing)? for|who use"
    r"|work(?:s|ed|ing)? (?:at|for)|employed (?:at|by)|prefer|adopt(?:ed)?|choos(?:e|ing)|chose|deploy(?:ing|ed)?|favou?r)[ *]*"
)
SORT = compile_re(r" [a-z]+[a-rt-z]s\b")  # "24% of T customers use S": the name only says which
ADJECTIVES = compile_re(r"(?: (?!(?:of|in|on|for|from|to|by|with|and|or|at|as|than|is|are|was|were)\b)[A-Za-z][\w-]*){1,3} ")
# "a $2 billion round (at a $9 billion valuation) for hardware startup S": both sums are of S
ROUND_FOR = compile_re(
    r"[^().;,:]{1,40}(?:(?: \([^()]*\)|\))|(?<=round)|(?<=raise)) for (?:(?:the|its) )?(?:(?:[a-z][\w-]*|AI) ){0,4}[*_]*"
)
YEARS_OLD = compile_re(r"(?:-years?)?-old (?:[a-z]+ )?[*_]*")  # "29-year-old S"
INTO = compile_re(r"(?: more)? into (?:the |its )?[*_]*")  # "poured $2 billion into S"
WENT_TO = compile_re(r" of [^.;,]{3,60} (?:went|goes|going|go|belong(?:s|ed|ing)?|fell|falls) to (?:the )?[*_]*")
UP_FROM = compile_re(r"\b(?:up|down) from (?:an? |about )?$")  # "(up from 94% in S)"
CAME_FROM = compile_re(r"%?\**,? (?:in|for|with|by|on) (?:the (?:original |first |previous |older |earlier )?)?[*_]*")
BOUGHT = compile_re(r"(?: \([^()]{1,40}\))? (?:acquisition|takeover|buyout)\b")  # "the $6 billion S acquisition"
PER_NAME = compile_re(r"[ -]?(?:param(?:eter)?|token)?[ -][*_]*", re.IGNORECASE)
CLOSES = compile_re(
    r"(?: (?:[A-Z]{3,}|base|instruct|chat|thinking|high|low))?[ *_]*(?:, [a-z]+(?: [a-z]+)?)?[ *_]*[)\]]?"
)  # "q (S, input)"
# A sentence that opens with what it says of the subject to come: "With a context window of 128K tokens, S ..."
OPENING = compile_re(r"\W*(?:With|At|Offering|Featuring|Boasting|Sporting|Packing|Priced|Costing|Scoring|Weighing|Despite|Trained|Built)\b")
# Where something can be had, not whose it is: "available through S at q".
PLACE = compile_re(r"\b(?:through|via|inside)(?: the)? $", re.IGNORECASE)
RETURNS = compile_re(r", (?:and )?with\b")  # to who is compared or built on: "below O, with a price of q"
IS_OF = compile_re(r"[%*]* (?:is|was|are|were|remains) (?:the )?[*_]*")
ITS_FIGURE = compile_re(r"[*_]*['’]s? [*_~≈$€£]*\d")  # "$1.25 to S's $3"
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
OUT_OF_KIND = -3.9
IN_PASSING = ("S before q", "S of the sentence", "S at q")
ARTICLES = frozenset(("the", "a", "an", "its", "their"))
OF = frozenset(("for", "by", "from", "on", "of", "to"))


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
    for mark in owners(sentence, metric):
        weight, rule = subject_relation(sentence, quantity, mark)
        before = not mark.object and mark.start < quantity.start
        if mark.id is None:
            own = (None, sentence.scene.aside(quantity.start))
            between = [s for s in sentence.subjects if mark.end <= s.start < quantity.start and s.id and not s.object]
            nearer = any(sentence.scene.aside(s.start) in own for s in between)
            if nearer and not mark.unknown:
                continue
            alone = mark.unknown and rule == "S of the sentence" and weight >= 4.6 and metric.kind == "amount" and not between
            if (rule in LOCAL and weight >= 6.5) or (rule == "S before q" and weight >= 5.5) or alone:
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
    elsewhere = (metric.kind == "speed" and delivered(sentence, quantity)) or bought_unnamed(sentence, metric)
    for choice in () if elsewhere else given(sentence, metric):
        if (of_company(metric) or persons) and (sentence.vocabulary.subjects[choice.id or ""].kind == "person") != persons:
            continue
        if hosts and sentence.is_product(choice.id):
            continue
        if tests and not sentence.is_product(choice.id):
            continue
        weight_of_kind = fits_subject(metric, sentence.vocabulary.subjects[choice.id or ""])
        if weight_of_kind <= OUT_OF_KIND:
            continue
        weight = choice.weight + weight_of_kind
        out.append(
            replace(choice, weight=weight - (2.0 if named or anothers_maker(sentence, choice) or anothers_money(sentence, metric) else 0))
        )
    return out


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
    if byline(sentence, quantity, mark) or told_between(sentence, quantity, mark) or of_the_first(sentence, quantity, mark):
        return 1.0, "in passing"
    if (mark.object or looked_back(sentence, mark)) and RETURNS.search(sentence.scene.text, mark.end, quantity.start):
        return 1.0, "in passing"
    if mark.object:
        return object_before(sentence, mark, between, linked=linked, near=not between.figures and not rivals)
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


def subject_after(
    sentence: Sentence, quantity: Quantity, mark: SubjectMark, between: Between, rivals: list[SubjectMark]
) -> tuple[float, str]:
    """A subject named after the figure."""
    scene = sentence.scene
    own, bracket = scene.bracket(mark.start), scene.bracket(quantity.start)
    if own and own != bracket and between.only(r"\s*[(\[]\s*") and CLOSES.fullmatch(scene.text, mark.end, own[1]):
        return 9.0, "q (S)"
    if quantity.dimension == "percent" and WENT_TO.match(scene.text, quantity.outer_end) and not WENT_TO.fullmatch(between.text):
        return 0.0, "S after q"  # "60% of T tokens went to S"
    if quantity.dimension == "percent" and WENT_TO.fullmatch(between.text):
        return 8.0, "q for S"
    if YEARS_OLD.fullmatch(between.text):
        return 9.0, "q S"
    if quantity.dimension == "money" and INTO.fullmatch(between.text):
        return 8.0, "q for S"
    if (mark.common or (quantity.scaled and quantity.dimension == "number")) and between.only(r"[ *“\"]*"):
        return 8.0, "q S"
    if (USING.fullmatch(between.text) and all(SORT.match(scene.text, s.end) for s in rivals)) or (
        ADJECTIVES.fullmatch(between.text) and PEOPLE.match(scene.text, mark.end)
    ):
        return 8.0, "q S"
    if quantity.dimension == "money" and ROUND_FOR.fullmatch(scene.text, quantity.outer_end, mark.start):
        return 8.0, "q for S"
    if CAME_FROM.fullmatch(between.text) and UP_FROM.search(scene.text, sentence.start, quantity.outer_start):
        return 8.0, "q for S"
    if quantity.dimension in ("parameters", "tokens") and PER_NAME.fullmatch(between.text) and not mark.pronoun:
        return 8.0, "q S"  # "the 540 billion parameter S"
    if quantity.dimension == "money" and between.only(" ") and BOUGHT.match(scene.text, mark.end):
        return 8.0, "q S"
    if quantity.dimension != "number" and between.only(r"[ *_]+") and not mark.pronoun and names_a_measure(sentence, mark.end):
        return 8.0, "q S"  # "$19 billion S revenue"
    if IS_OF.fullmatch(between.text) and sentence.scene.text.startswith(("'s ", "’s ", "' "), mark.end):
        return 8.0, "q for S"  # "72.9 is S's score on M"
    cleaned = unnamed(between, sentence)  # the metric may stand between: "57 on the Index for S"
    if len(cleaned) > 1 and cleaned[-1] in ARTICLES:
        cleaned.pop()
    last = [w for w in between.words[-2:] if w not in ARTICLES][-1:]  # "5 GB of memory, S" is not of S
    model = mark.id is None or sentence.vocabulary.subjects[mark.id].kind == "model"
    measured = (cleaned == ["with"] and quantity.dimension in ("speed", "money")) or (  # "I got 38 t/s with S", "$25 with S"
        cleaned == ["on"] and model and quantity.dimension == "speed"
    )
    short = quantity.scaled and sentence.scene.text[quantity.end - 1] in "kKMBT"
    held = cleaned == ["in"] and short and not sentence.is_product(mark.id)  # "8K in S"
    if (
        own == bracket
        and not rivals
        and not between.figures
        and cleaned
        and last == cleaned[-1:]
        and (cleaned[-1] in OF or measured or held)
        and not (mark.object and cleaned[-1] == "from")
        and not (cleaned[-1] == "to" and ITS_FIGURE.match(sentence.scene.text, mark.end))
        and len(cleaned) <= 4
        and ":" not in between.text
    ):
        if held:
            return 8.1, "q for S"  # "from 8K in S to 128K in T"
        if cleaned[-1] == "for" or (cleaned == ["of"] and mark.id) or measured:  # "700 million users of S"
            return 8.0, "q for S"
        return (6.3 if set(cleaned) <= ON | LINKS else 4.0), "q for S"
    if mark.object or rivals or anothers(sentence, quantity, mark) or ITS_FIGURE.match(scene.text, mark.end):
        return 0.5 - 0.1 * len(between.words), "S after q"
    if cleaned[-1:] == last == ["for"] and between.whole:  # "42 without tools and 50 with tools for S"
        return 5.0, "S after q"
    if between.only(r"(?:[^.;:()]|\.(?=\d))*, (?:the )?[*_\"“]*") and OPENING.match(scene.text, sentence.start, quantity.start):
        return 5.6, OPENED
    same = sentence.same_clause(quantity.start, mark.start)
    if bracket and own != bracket:
        return 0.5, "S after q"  # brackets look back
    return (3.2 if same else 2.2) - 0.1 * len(between.words) - 0.8 * between.figures, "S after q"
