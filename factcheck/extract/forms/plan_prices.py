"""What a plan costs where no month is said: "the $20 Atlas Pro", "Atlas Pro is $20 and Atlas Max $100", "a $15 subscription"."""

from __future__ import annotations

import re

from factcheck.extract.forms.fitting import fit, low
from factcheck.extract.forms.frames import Settled
from factcheck.extract.forms.plan_names import PLAN_NAME
from factcheck.extract.forms.price_forms import PLANS_COST
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import Number

PLAN = compile_re(rf"(?P<of>\S.*?) {PLAN_NAME}", re.IGNORECASE)
HEDGES = r"(?:(?:only|just|now|still|about|around|roughly|nearly|at|from|you|a) )*[*_~≈]*"
# From a plan's name to its price, and from a price to the name of the plan.
COSTS = compile_re(
    r"[*_\"”]*(?: subscription| plan| tier)?[*_]*(?: \(|['’]s? |:[*_]* | [—–-] "
    r"| (?:at|for|is|was|costs?|runs|starts at|goes for|remains|stays(?: at)?) )"
    rf"{HEDGES}"
)
BUYS = compile_re(r"[*_]*[ -](?:(?:for|on|gets you|buys you) )?(?:an? |the )?[*_\"“]*")
# What makes another sum of it: what it is worth, what somebody saves, what it is per.
OF_ELSE = compile_re(
    r"[*_]*(?: ?/| (?:worth|off|more|less|cheaper|extra|discount|refund|credits?|in|of|per|an?|each|every|to|vs\.?|million|billion|M|B"
    r"|yearly|annual(?:ly)?|one-time|hourly|weekly|daily)\b)"
)
FEE = compile_re(r"[*_]*[ -](?:(?:monthly|a[ -]month|per[ -]month) ?)?(?:fee|price(?: tag)?|plan|subscription|tier|membership)\b")
SPENT = compile_re(r"[*_]* (?:budgets?|bills?|spend\w*|allowances?|salar\w+|credits?|stipends?|limits?)\b")


def plan_price(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The monthly price that a small sum right beside a plan's name is, if nothing says what it is per."""
    metric = sentence.vocabulary.role("price-monthly")
    bare = quantity.dimension == "money" and not quantity.per and not quantity.scaled and low(quantity.value) <= PLANS_COST
    if not metric or not bare or not fit(quantity, metric):
        return None
    text, plans = sentence.scene.text, sentence.vocabulary.own(plans_of)
    named = [s for s in sentence.subjects if s.id in plans]
    behind = any(BUYS.fullmatch(text, quantity.outer_end, s.start) for s in named if s.start >= quantity.end)
    before = any(COSTS.fullmatch(text, s.end, quantity.outer_start) for s in named if s.end <= quantity.outer_start)
    if behind or (before and not OF_ELSE.match(text, quantity.outer_end)):
        return Settled(metric, "price of a plan", 7.5)
    return None


def plans_of(vocabulary: Vocabulary) -> frozenset[str]:
    """The products that are plans of another or of their maker: their names are its name and that of a plan."""
    subjects = vocabulary.subjects.values()
    names = {name.lower() for s in subjects for name in (s.name, *s.aliases)}
    told = ((s.id, PLAN.fullmatch(name)) for s in subjects if s.kind == "product" for name in (s.name, *s.aliases))
    return frozenset(id_ for id_, m in told if m and m["of"].lower() in names)


def given_again(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """The monthly price that a sum is once more, where the article has given it of one product alone: "the $30 fee is worth it"."""
    metric, value = sentence.vocabulary.role("price-monthly"), quantity.value
    fitted = fit(quantity, metric) if metric and quantity.dimension == "money" and quantity.per in (None, "month") else None
    text = sentence.scene.text
    told = FEE.match(text, quantity.end) or (quantity.per == "month" and not SPENT.match(text, quantity.outer_end))
    if not metric or not fitted or not told or not isinstance(value, Number):
        return None
    owners = {i for (i, v), known in sentence.around.given.items() if v == value.value and metric.id in known}
    if len(owners) != 1 or any(s.id not in owners and sentence.is_product(s.id) for s in sentence.subjects):
        return None
    return Attached(quantity, Choice(metric.id, 5.0, "given before"), (Choice(owners.pop(), 5.0, "given before"),), fitted, 10.0)
