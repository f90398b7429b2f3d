"""How prices are written: per token, in pairs of input and output, per month, second, image or task."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.forms.fitting import fit, low
from factcheck.extract.forms.frames import LINK, Frame, Settled
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Dimension, Quantity
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

MONEY: tuple[Dimension, ...] = ("money",)
PER_TOKENS = r"(?:[ *]*(?:/|per|for|for every|each|a) ?(?:1 ?)?(?:M|m|million|MTok|1K|K|thousand|1,000,000|1,000)?\b)?"
NOTED = r"[ *]*[(\[]?"  # "$2 input", "$2 (input)"
PER_MILLION = r" ?(?:/|per ) ?(?:1 ?)?(?:M|million|MTok)(?: tokens?)?"
PER = r"(?: ?(?:US )?(?:cents?|dollars?|USD|euros?|pounds?|yuan))?[ *]?-?(?:/|per|an?|each|every|for (?:an?|each|every)) ?-?(?:1 ?)?"
# What plans are called: a sum per month beside it is its price.
PLAN = (
    r"plans?|tiers?|subscription|membership|basic|standard|individual|paid|premium|starter|personal|pro|plus|teams?|business|enterprise"
    r"|max|ultra|hobby|student"
)
PLANS_COST = 250  # dollars a month at most: what is dearer, and no plan, is a thing
HEDGES = r"(?: (?:only|just|about|around|roughly|approximately|under|over|nearly|some|me|us|you|at|from))*"
TOKEN_PRICE = compile_re(r"\btokens?\b|\bmillion\b|\bpric|\bcosts?\b|\bcharg|\bAPI\b|\d ?M\b|/ ?M", re.IGNORECASE)

PRICE_FRAMES: tuple[Frame, ...] = (
    Frame("cached input", MONEY, ("price-cached-input",), "", rf"{PER_TOKENS}{NOTED}(?:for )?cache(?:d|[ -]hits?|[ -]reads?)\b"),
    Frame("cache write", MONEY, ("price-cache-write",), "", rf"{PER_TOKENS}{NOTED}(?:for )?cache[ -]writes?\b"),
    Frame(
        "input",
        MONEY,
        ("price-input",),
        "",
        rf"{PER_TOKENS}{NOTED}(?:for |on |of )?(?:text )?(?:input|prompt)\b(?![ /]*(?:and|/)[ /]*output)",
    ),
    Frame("input", MONEY, ("price-input",), "", rf"{PER_MILLION}[ *]*in(?=[ ,;./)]|$)(?! (?:total|all|[a-z]+ing)\b)"),
    Frame("output", MONEY, ("price-output",), "", rf"{PER_MILLION}[ *]*out(?=[ ,;./)]|$)(?! of\b)"),
    Frame("output", MONEY, ("price-output",), "", rf"{PER_TOKENS}{NOTED}(?:for |on |of )?(?:text )?(?:output|completion)\b"),
    Frame("cached input", MONEY, ("price-cached-input",), rf"\bcache(?:d|[ -]hits?|[ -]reads?)(?: inputs?| prompts?)?{LINK}"),
    Frame("input", MONEY, ("price-input",), rf"\b(?:input|prompt)s?(?: tokens?)?{LINK}"),
    Frame("output", MONEY, ("price-output",), rf"\b(?:output|completion)s?(?: tokens?)?{LINK}"),
    Frame(
        "input",
        MONEY,
        ("price-input",),
        rf"\b(?:input|prompt)s?(?: tokens?)? (?:from|of|on|for|to|with) [\w. -]{{3,30}}? (?:costs?|is|are"
        rf"|at)\b{LINK}",
    ),
    Frame(
        "output",
        MONEY,
        ("price-output",),
        rf"\b(?:output|completion)s?(?: tokens?)? (?:from|of|on|for|with) [\w. -]{{3,30}}? (?:costs?|is|are"
        rf"|at)\b{LINK}",
    ),
    Frame(
        "per month",
        MONEY,
        ("price-monthly",),
        r"\b(?:pay(?:s|ing)?|charg(?:es?|ed|ing)|costs?|runs?|asks?|wants?|comes to|starts?|starting|from|at|for|is|are|was|now"
        r"|priced)\b(?: only| just| at| from| as low as)*[ *]*",
        per=("month",),
    ),
    Frame(
        "plan",
        MONEY,
        ("price-monthly",),
        rf"\b(?:{PLAN})(?: (?:plan|tier|subscription))?[ *]*(?:[(:=—–-]|\b(?:at|is|for|costs?|starts at)\b)[ *]*",
        most=1000,
        per=("month",),
        weight=5.0,
    ),
    Frame("per month", MONEY, ("price-monthly",), r"(?:[(|—–:=]|\w -)[ *]*(?:(?:only|just|from|about) )?", most=1000, per=("month",)),
    Frame(
        "training cost",
        MONEY,
        ("training-cost",),
        r"\btrain(?:s|ed|ing)?\b(?:(?!\band\b)(?:[^.;$€£]|\.(?=\d))){0,60}?\b(?:(?:at|for) (?:an? )?(?:\w+ )?cost of|for"
        r"|costs?(?: is| was)?(?: estimated)?(?: at)?|costing)"
        r"(?: (?:only|just|about|around|roughly|approximately|under|over|nearly|less than|more than|an estimated))*"
        r"[ *]*",
        "",
        1000,
        per=(None,),
    ),
    Frame(
        "price of a thing",
        MONEY,
        ("unit-price",),
        r"\b(?:costs?|costing|(?:sells?|sold|retails?|retailed|goes|going|launched|available|yours|had) (?:for|at)|priced (?:at|from)"
        r"|(?:is|was)(?! (?:worth|valued))|start(?:s|ed|ing) (?:at|from)|MSRP:?|paid"
        r"|(?:starting |list |retail |asking |street )?price (?:of|is|was))"
        rf"{HEDGES}[ *]*",
        least=PLANS_COST,
        most=1_000_000,
        per=(None,),
        weight=6.0,
    ),
    Frame(
        "price of each",
        MONEY,
        ("unit-price",),
        "",
        r",? (?:each|apiece|a piece|per (?:unit|card|GPU|chip|machine|robot|device|box|board|system))\b",
        per=(None,),
    ),
    Frame("per second", MONEY, ("price-per-second",), "", rf"{PER}(?:seconds?|secs?|s)\b", per=("second",)),
    Frame("per minute", MONEY, ("price-per-minute",), "", rf"{PER}(?:minutes?|mins?)\b", per=("minute",)),
    Frame("per hour", MONEY, ("price-per-hour", "price-hourly"), "", rf"{PER}(?:hours?|hrs?|h)\b", per=("hour",)),
    Frame("per image", MONEY, ("price-per-image",), "", rf"{PER}images?\b", per=("image",)),
    Frame(
        "cost of one task",
        MONEY,
        ("cost-per-task", "price-per-task"),
        r"\b(?:one|an?|each|every|single|average) (?:[\w-]+ ){0,4}task (?:costs?|comes to|came to|works out at|runs(?: to)?|sets you back)"
        r"(?: (?:about|around|roughly|only|just|us|you))*[ *]*",
        least=0.001,
        per=(None,),
    ),
    Frame("per task", MONEY, ("cost-per-task", "price-per-task"), "", rf"{PER}tasks?\b", per=("task",)),
    Frame(
        "per million tokens",
        MONEY,
        ("price",),
        "",
        rf"{PER}(?:M|MM|million|MTok|thousand|K|1,?000(?:,?000)?|token)",
        most=500,
        per=("million", "thousand", "token"),
    ),
)

PAIR = compile_re(
    r"(?: ?(?:cents?|¢|dollars?)\b)?[*\s]*(?:(?:per|/) ?(?:1?M|million)(?: tokens)?[*\s]*)?(?:in(?:put)?(?: tokens)?)?[*\s]*(?:/|and"
    r"|,|\|)[*\s]*~?",
)
AGAINST = compile_re(r"\b(?:vs\.?|versus|against|compared (?:to|with)|while|than|from|to)\b[^.;$]{0,40}$")
PAIRED = compile_re(
    r"[*\s]*(?:out(?:put)?\b|(?:per|/)[- ]?(?:1?M|million|MTok)\b|(?:input|prompt) ?/ ?(?:output"
    r"|completion)|(?:for )?input and output|per-token)",
    re.IGNORECASE,
)


PLANS = compile_re(
    r"\b(?:plans?|subscri\w+|month\w*|year\w*|seats?|tiers?|users?|hours?|seconds?|images?|tasks?|train\w*)\b",
    re.IGNORECASE,
)
PRICED = compile_re(
    r"(?:\b[Pp]ric(?:es?|ing)(?:: | (?:is|are|of|at|stays?|remains?) )|\b(?:costs|charges|is priced at|is billed at|(?:stays"
    r"|remains) at|comes to) (?:just |only )?)[*]*$"
)
PAST = compile_re(r"\b(?:from|than|versus|vs\.?|against|was|were|of|to|between)(?: \w+)?[ *~]*$")  # "down from $5 and $25", "of others"
AT_END = compile_re(r"[*]*(?:[.;)]|$| (?:for input and output|per million|in and out))")
CACHED = compile_re(r"[ *]*\(?cached?\b(?: (?:input|reads?|hits?))?(?=[ *]*(?:[,;|/.)]|$| and\b))", re.IGNORECASE)  # "$0.125 cached"
SAID = compile_re(r"\b(?:in|out)(?:put)?\b", re.IGNORECASE)
SIDE = r"(?:input|in|output|out|cache(?:d)?(?: input| reads?| hits?)?)"
IN_ORDER = compile_re(
    rf"[* ]*(?:(?:per|/) ?(?:1 ?)?(?:M|million|MTok)(?: tokens)?[ *(,]*|[(]|for )(?P<order>{SIDE}(?: ?/ ?{SIDE})+)\b", re.IGNORECASE
)
SIDES = {"in": "price-input", "ou": "price-output", "ca": "price-cached-input"}


def price_pairs(sentence: Sentence) -> dict[int, Settled]:
    """Prices written in pairs, input before output, by where they start: "$5/$25 per million tokens", "$0.50 in / $3 out"."""
    price_in, price_out = sentence.vocabulary.role("price-input"), sentence.vocabulary.role("price-output")
    found: dict[int, Settled] = {}
    if not price_in or not price_out:
        return found
    text = sentence.scene.text
    taken = {q.start for row in rows(sentence) for q in row}
    money = [q for q in sentence.quantities if q.dimension == "money"]
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        between = text[first.end : second.start]
        if first.dimension != "money" or second.dimension != "money" or first.start in taken | found.keys() or not PAIR.fullmatch(between):
            continue
        said = patterns.search(r"\bin(?:put)?\b", between) and patterns.match(
            r"(?:[^.;,)]|\.(?=\d)){0,24}\bout(?:put)?\b", text[second.end : second.end + 30]
        )
        between = patterns.sub(r"^ ?(?:cents?|¢|dollars?)\b", "", between)
        slash = "/" in patterns.sub(r"/ ?(?:1?M|million)", "", between)
        per = second.per == "million" or first.per == "million" or PAIRED.match(text, second.end)
        bare = between.strip("* ") == "/" and dearer(first, second)
        sides = {m.lower() for m in patterns.findall(r"\b(?:input|output)\b", text[second.end : second.end + 30])}
        both = len(sides) != 1 and between.strip("* ") == "and" and second.per == "million" and not first.per and dearer(first, second)
        labelled = between.strip("* ") == "and" and dearer(first, second) and of_tokens(sentence, first, second)
        listed = between.strip("* ") == "and" and dearer(first, second) and beside_others(sentence, first)
        again = bool(found) and slash and AGAINST.search(text, sentence.start, first.outer_start) is not None
        if (said or (slash and per) or bare or both or labelled or listed or again) and fit(first, price_in) and fit(second, price_out):
            found[first.start], found[second.start] = Settled(price_in, "pair of prices"), Settled(price_out, "pair of prices")
    for first, second in pairwise(money) if found else ():  # "at $5 and $25, followed by S ($3/$15)"
        beside = text[first.end : second.start].strip("* ") == "and" and not PAST.search(text, sentence.start, first.outer_start)
        free = not {first.start, second.start} & (taken | found.keys())
        if beside and free and dearer(first, second) and fit(first, price_in) and fit(second, price_out):
            found[first.start], found[second.start] = Settled(price_in, "pair of prices"), Settled(price_out, "pair of prices")
    cached = sentence.vocabulary.role("price-cached-input")
    for quantity in sentence.quantities:
        if (
            cached
            and quantity.dimension == "money"
            and CACHED.match(text, quantity.end)
            and SAID.search(text, sentence.start, sentence.end)
        ):
            found[quantity.start] = Settled(cached, "price beside those of input and output")
    return found


def of_tokens(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether two bare sums are what a model asks, and no plan: "Price: $0.50 and $1.50", "it stays at $5 and $25"."""
    text = sentence.scene.text
    models = [s for s in sentence.subjects if s.id and sentence.vocabulary.subjects[s.id].kind == "model" and s.start < first.start]
    others = [s for s in sentence.subjects if s.id and sentence.is_product(s.id)]
    about = bool(models) or any(sentence.vocabulary.subjects[c.id].kind == "model" for c in sentence.around.subjects[:1] if c.id)
    if others or not about or first.per or second.per or PLANS.search(text, sentence.start, sentence.end):
        return False
    return PRICED.search(text, sentence.start, first.outer_start) is not None and AT_END.match(text, second.outer_end) is not None


def beside_others(sentence: Sentence, first: Quantity) -> bool:
    """Whether a sum stands right behind a name, in a sentence that says of others what is input and what output."""
    text = sentence.scene.text
    named = any(s.end <= first.start and not text[s.end : first.outer_start].strip(" *:") for s in sentence.subjects)
    before = text[sentence.start : first.start]
    return named and all(patterns.search(rf"[$€£¥][^$€£¥;]{{1,40}}\b{side}\b", before) for side in ("input", "output"))


def price_rows(sentence: Sentence) -> dict[int, Settled]:
    """Three prices or more in a row, by where they start: "$1/$0.10/$5 per million input/cached/output tokens", and the next row alike."""
    found: dict[int, Settled] = {}
    order: list[Metric] = []
    for row in rows(sentence):
        said = IN_ORDER.match(sentence.scene.text, row[-1].end)
        named = [sentence.vocabulary.role(SIDES[side.lower()[:2]]) for side in patterns.split(r" ?/ ?", said["order"])] if said else []
        order = [metric for metric in named if metric] or order
        if len(order) == len(row) and all(fit(q, metric) for q, metric in zip(row, order, strict=True)):
            found |= {q.start: Settled(metric, "row of prices") for q, metric in zip(row, order, strict=True)}
    return found


def rows(sentence: Sentence) -> list[list[Quantity]]:
    """The sums of money that stand in rows of three and more, with nothing but strokes between."""
    found: list[list[Quantity]] = []
    for quantity in (q for q in sentence.quantities if q.dimension == "money"):
        if found and sentence.scene.text[found[-1][-1].end : quantity.start].strip() == "/":
            found[-1].append(quantity)
        else:
            found.append([quantity])
    return [row for row in found if len(row) > 2]


def dearer(first: Quantity, second: Quantity) -> bool:
    """Whether the second of two prices is as much above the first as output is above input."""
    least, most = float(low(first.value)), float(low(second.value))
    return not first.per and second.per in (None, "million") and not second.scaled and 0 < 1.2 * least <= most <= 20 * least
