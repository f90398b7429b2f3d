"""Of what a ratio or difference is: a metric named beside it, what its comparative means, or that of the figure it compares."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck import patterns
from factcheck.extract.forms.amounts import words
from factcheck.extract.forms.wordings import UNITS, singular, stem
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.relations.comparison_metrics import GENERAL
from factcheck.extract.relations.measures import PRICE, SIZE, SPEED
from factcheck.extract.relations.ratios import GROWN
from factcheck.extract.relations.relation import POINTS, Relation
from factcheck.extract.relations.relation_words import as_much
from factcheck.extract.relations.spoken_measures import AS_MANY_TOKENS, READS, TRAINED, price_of_side, price_per, what_is_counted
from factcheck.patterns import compile_re

CHANGE_OF = compile_re(
    r"[* ]*(?!(?:relative|absolute|percentage|point|further|overall|total|big|huge|large|clear|performance|score|\w+er|\w+est)\b)"
    r"(?P<what>[a-z]+) (?:reduction|increase|decrease|improvement|cut|drop|boost|gain|savings?)\b",
    re.IGNORECASE,
)
CHANGES = compile_re(r"[*]* (?:\w+ )?(?:by|to) (?:\w+ ){0,3}[*~]*")  # between what is cut or raised and how far
INPUT_OR_OUTPUT = compile_re(r"[ *]*(?:reduced|lower|lowered|increased|higher)? ?(?P<side>input|output)[- ](?:tokens? )?(?:pric|cost|rate)")
REDUCES = compile_re(r"\b(?:reduc|cut|lower|decreas|slash|shrink|drop|trim|sav)\w*\b", re.IGNORECASE)
SPEED_UP = compile_re(r"speed|accelerat", re.IGNORECASE)
VERB = compile_re(r"(?:doubl|tripl|quadrupl|quintupl|halv)(?:es|ed|ing)", re.IGNORECASE)
# Between a measure and what is said of it.
OF_SOMEBODY = r"[*]*(?: of (?:the )?[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})?"
HAS = compile_re(rf"{OF_SOMEBODY} (?:(?:has|have|had|more|than|nearly|almost|roughly|about|also) )*")
IS = compile_re(rf"{OF_SOMEBODY} (?:is|are|was|were|remains?) (?:\w+ ){{0,3}}?")
SMALL_WORDS = frozenset("a an the about around roughly nearly almost over only just some more than up to at least by is was has".split())


Found = str | None | bool  # a metric, None where it is one that the vocabulary lacks, False where a rule has nothing to say


def measured(relation: Relation) -> tuple[str | None, str]:
    """(metric, the rule that found it) of a relation."""
    for name, rule in RULES:
        found = rule(relation)
        if found is not False:
            return (found if isinstance(found, str) else None), name
    return None, ""


def before_bracket(r: Relation) -> Found:
    """ "MMLU (+3 points"."""
    close = [
        m for m in r.usable if m.end <= r.figure.start and patterns.fullmatch(r"[\s*]*\((?:\w+ ){0,2}~?", r.text[m.end : r.figure.start])
    ]
    return close[-1].id if close else False


def around_comparative(r: Relation) -> Found:
    """A metric of whose name the comparative is a part: "6x faster inference"."""
    covering = [m for m in r.named if r.comparative and m.start <= r.comparative.start < m.end]
    return covering[0].id if covering else False


def changed_by(r: Relation) -> Found:
    """What is cut or raised by n, or to it: "cuts output tokens by 17% and the price", "latency by half", "costs to a tenth of"."""
    if r.figure.form not in ("by n", "ratio word", "a part"):
        return False
    near = [m for m in r.usable if m.end <= r.figure.start and CHANGES.fullmatch(r.text, m.end, r.figure.start)]
    return max(near, key=lambda m: m.cue is None).id if near else False


def after_it(r: Relation) -> Found:
    """A metric right behind the figure and its comparative: "21% fewer output tokens"."""
    if r.text.startswith(" what ", r.at):
        return False  # "10x what S does"
    verb = VERB.fullmatch(r.text, r.figure.start, r.figure.end)  # "tripling its valuation"
    stop = min(
        (s.start for s in r.sentence.subjects if s.start >= r.at and not (verb and s.pronoun) and not owns(r, s)), default=r.sentence.end
    )
    beside = [
        m
        for m in r.usable
        if r.at <= m.start < stop and len(r.sentence.words(r.at, m.start)) <= 3 and not patterns.search(r"[.;:,()]", r.text[r.at : m.start])
    ]
    says = r.comparative is not None and bool(r.comparative.metrics)
    beside = [m for m in beside if m.cue is None] or ([] if says else beside)
    if not beside or (says and patterns.search(r"\b(?:on|in|for|at|with|without|while)\b", r.text[r.at : beside[0].start])):
        return False
    side = INPUT_OR_OUTPUT.match(r.text, r.at) or INPUT_OR_OUTPUT.match(r.text, r.figure.outer_end)
    if side and beside[0].id == r.role(PRICE):
        return r.role((f"price-{side['side']}",)) or beside[0].id
    return beside[0].id


def owns(r: Relation, mark: SubjectMark) -> bool:
    """Whether a name right behind so many times says whose measure follows: "3.9 times S's cost per task"."""
    times = r.figure.kind == "ratio" and r.comparative is None and mark.start - r.at <= 6
    return times and r.text.startswith(("'", "’"), mark.end)


def price_side(r: Relation) -> Found:
    """The input or output price where the passage says of which tokens a price is, or has just given it."""
    if not speaks_of_price(r):
        return False
    per = price_per(r.text, r.at, r.sentence.vocabulary)
    if per is not False:
        return per
    side = price_of_side(r.text, (r.sentence.start, r.figure.start), (r.figure.outer_end, r.sentence.end))
    if side:
        return r.role(side) or False
    metrics = r.sentence.vocabulary.metrics
    prices = {f.metric.id for f in r.own if metrics[f.metric.id or ""].kind == "price"}
    last = r.own[-1].quantity if r.own else None
    just = last is not None and patterns.fullmatch(r"[^.;]{0,24}?[,(—–-][ *~]*(?:\w+ ){0,3}", r.text[last.outer_end : r.figure.start])
    return prices.pop() if just and len(prices) == 1 and r.own[-1].metric.id in prices else False


def speaks_of_price(r: Relation) -> bool:
    """Whether what is beside a figure speaks of a price: "cheaper", "the cost of", "costing 6x less"."""
    if r.comparative and r.comparative.metrics:
        return r.comparative.metrics == PRICE
    return as_much(r.sentence, r.figure) == PRICE


def counted(r: Relation) -> Found:
    """What there is more or less of: "30% fewer tokens", "10x more computing power"."""
    if r.comparative is None or r.comparative.sort != "quantity":
        return False
    said = what_is_counted(r.text, r.at)
    if said == ("output-tokens-used",) and TRAINED.search(r.text, r.sentence.start, r.figure.start):
        said = ("training-tokens",)
    return (r.role(said) or False) if said else False


def as_many(r: Relation) -> Found:
    """Tokens as such, which are used: "half as many tokens as S", not those that a price is of."""
    return (r.role(("output-tokens-used",)) or False) if AS_MANY_TOKENS.match(r.text, r.figure.outer_end) else False


def worded(r: Relation) -> Found:
    """An amount whose whole name stands in the words about it, in any form: "draws 1.4 times the power", "spends 30% less on inference"."""
    if r.figure.unit == "points" or (r.comparative and r.comparative.sort != "quantity"):
        return False
    behind = words(r.text, r.at, min(r.sentence.end, r.at + 40))[:3]
    verb = [w for w in words(r.text, max(r.sentence.start, r.figure.start - 40), r.figure.start) if w.text not in SMALL_WORDS][-1:]
    near = {w.stem for w in (*verb, *behind)}
    known = r.sentence.vocabulary.wordings
    found = [w for key in near & known.keys() for w in known[key] if not w.share and w.stems <= near]
    told: dict[str, set[str]] = {}
    for w in found:  # of "power draw in watts" each word is a wording of its own
        if singular(w.noun) in UNITS.values() or (len(w.stems) > 1 and (not w.noun or stem(w.noun) in near)):
            told.setdefault(w.metric.id, set()).update(w.stems)
    people = {b.stem for b in behind} & {stem("people"), stem("staff")}  # "employs three times as many people"
    doing = [w for w in found if people and w.noun and verb and w.stems == {verb[0].stem} == {stem(w.noun)}]
    if doing:
        return doing[0].metric.id if len({w.metric.id for w in doing}) == 1 else False
    most = max((len(stems) for stems in told.values()), default=0)
    ids = [i for i, stems in told.items() if len(stems) == most and stems & {b.stem for b in behind} and r.can_be_of(i)]
    return ids[0] if len(ids) == 1 and most > 1 else False


def explained(r: Relation) -> Found:
    """What the figures in the bracket behind it are of: "by 36% (28.1 vs 20.6 tok/s)"."""
    inside = [f for f in r.attached if r.figure.outer_end < f.quantity.start <= r.figure.outer_end + 60 and f.metric.id]
    opens = patterns.match(r"[^.;,()]{0,40}\([^()]*$", r.text[r.figure.outer_end : inside[0].quantity.start]) if inside else None
    return inside[0].metric.id if opens and r.can_be_of(inside[0].metric.id) else False


def grown(r: Relation) -> Found:
    """What has grown or is so many times: "revenue grew 3x", "revenue has tripled", "X's context window is five times that of"."""
    if r.figure.kind != "ratio":
        return False
    verb = GROWN.search(r.text, max(r.sentence.start, r.figure.start - 60), r.figure.start)
    itself = VERB.fullmatch(r.text, r.figure.start, r.figure.end)
    near = [m for m in r.named if m.end <= r.figure.start and len(r.sentence.words(m.end, r.figure.start)) <= 8]
    if not verb:
        between = [m for m in near if (HAS if itself else IS).fullmatch(r.text, m.end, r.figure.start)]
        return between[-1].id if between else False
    if not near and SPEED_UP.search(verb.group()):
        return r.role(SPEED) or False
    between = [m for m in r.sentence.metrics if near and near[-1].end <= m.start and m.end <= r.figure.start and m.id != near[-1].id]
    return near[-1].id if near and not any(m.cue is None for m in between) else False


def just_grown(r: Relation) -> Found:
    """What is named right before the word for its growth: "with messages growing 8x and visits 3x"."""
    verb = GROWN.search(r.text, max(r.sentence.start, r.figure.start - 60), r.figure.start) if r.figure.kind == "ratio" else None
    named = [m for m in r.named if verb and 0 < verb.start() - m.end <= len(" has ")]
    return named[-1].id if named else False


def of_comparative(r: Relation) -> Found:
    """What the comparative measures by itself: "faster", "cheaper", "smaller"."""
    if not r.comparative or not r.comparative.metrics:
        return False
    sentence = r.sentence
    if r.comparative.metrics == SIZE:
        just = [
            m
            for m in r.named
            if m.end <= r.figure.start
            and len(sentence.words(m.end, r.figure.start)) <= 3
            and not patterns.search(r"[.;,()]", r.text[m.end : r.figure.start])
        ]
        if just and not any(just[-1].end <= s.start < r.figure.start for s in sentence.subjects):
            return just[-1].id
        if sentence.vocabulary.subjects[r.parties[0]].kind != "model":
            return None
    if r.comparative.metrics == SPEED and READS.search(r.text, sentence.start, r.figure.start):
        return r.role(("prefill-speed",))
    if patterns.match(r" (?:to )?(?:train|training)\b", r.text[r.at :]):
        return r.role(("training-time",))
    return r.role(r.comparative.metrics)


def of_words(r: Relation) -> Found:
    """ "as fast", "the price", "as much" (of what costs)."""
    explicit = as_much(r.sentence, r.figure)
    return r.role(explicit) if explicit else False


def behind_it(r: Relation) -> Found:
    """ "3 points ahead on MMLU"."""
    behind = [
        m
        for m in r.named
        if m.start >= r.figure.end
        and patterns.search(r"\b(?:on|in|for|at|of|across) (?:the )?[*]*$", r.text[max(0, m.start - 10) : m.start])
        and len(r.sentence.words(r.figure.end, m.start)) <= 10
        and not any(f.quantity.start > r.figure.end and f.quantity.end < m.start for f in r.attached)
    ]
    signed = r.text[r.figure.start] == "+"
    if behind and (signed or not (r.own and r.sentence.same_clause(r.own[-1].quantity.start, r.figure.start))):
        return behind[0].id
    return False


def before_it(r: Relation) -> Found:
    """The metric named last before it, where no figure of its own stands nearer."""
    before = [m for m in r.named if m.end <= r.figure.start]
    strong = [m for m in before if not m.weak or reduced(r, m)]
    nearer = bool(r.own) and not more_of_it(r) and any(r.own[-1].quantity.outer_end <= m.start and not m.weak for m in before)
    if r.figure.form == "M +n" or nearer:
        return before[-1].id if before and before[-1] in strong else False
    return strong[-1].id if strong and not r.own else False


def more_of_it(r: Relation) -> bool:
    """Whether so many times "more" or "less" is said of the figure before: of tokens or money, not of the test they were spent on."""
    kinds = ("tokens", "price", "amount", "speed")
    quantity = r.comparative is not None and r.comparative.sort == "quantity"
    word = r.figure.form == "ratio word"
    return r.figure.kind == "ratio" and (quantity or word) and r.sentence.vocabulary.metrics[r.own[-1].metric.id or ""].kind in kinds


def of_figure(r: Relation) -> Found:
    """What the figure before it is of: "61.4, +4.1 vs X"; but a "50% token reduction" is one of tokens."""
    if changed := CHANGE_OF.match(r.text, r.figure.outer_end):
        return r.role(("output-tokens-used",)) if changed["what"].lower() == "token" else None
    return r.own[-1].metric.id if r.own else False


def of_clause(r: Relation) -> Found:
    """The only metric of the clause, else that of the passage's last figures."""
    points = r.figure.kind == "difference" and r.figure.unit == "points"
    if not points and r.figure.form != "ratio word":
        return False
    strong = {m.id for m in r.named if not m.weak and r.sentence.same_clause(m.start, r.figure.start)}
    if len(strong) == 1:
        return strong.pop() or False
    last = [m for s, m in r.contest.last if s in r.parties and r.sentence.vocabulary.metrics[m].unit in POINTS]
    return last[-1] if points and last and not r.named and len(r.parties) > 1 else False


def all_told(r: Relation) -> Found:
    """Performance as such, where the sentence only says that it was found on many tests: "In 13 evaluations, S surpasses O by n"."""
    tests = r.figure.form == "by n" and r.figure.unit in POINTS and not r.named and len(r.parties) > 1
    said = GENERAL.search(r.text, r.sentence.start, r.sentence.end) if tests else None
    return r.role(("overall-performance",)) or False if said else False


def reduced(r: Relation, mark: MetricMark) -> bool:
    """Whether a metric is what is cut or saved: "reduces energy consumption by 55%"."""
    return REDUCES.search(r.text, max(0, mark.start - 30), mark.start) is not None


RULES: tuple[tuple[str, Callable[[Relation], Found]], ...] = (
    ("metric before the bracket", before_bracket),
    ("metric that the comparative is a part of", around_comparative),
    ("metric that changes by it", changed_by),
    ("price of which tokens", price_side),
    ("what has just grown", just_grown),
    ("as many tokens", as_many),
    ("metric after it", after_it),
    ("what is counted", counted),
    ("words of M", worded),
    ("what has grown", grown),
    ("metric of the figures in its bracket", explained),
    ("what the comparative measures", of_comparative),
    ("as much as", of_words),
    ("metric behind it", behind_it),
    ("metric before it", before_it),
    ("metric of the figure before", of_figure),
    ("metric of the clause", of_clause),
    ("on many tests", all_told),
)
