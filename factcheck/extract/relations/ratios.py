"""Figures that say how many times: "3x faster", "grown 10x", "half the price", "tripling", "one-twentieth the cost", "same price"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.hedges import before_number
from factcheck.extract.numbers.quantity import Quantity, times
from factcheck.extract.relations.measures import find_comparatives
from factcheck.extract.relations.relation_figures import Figure
from factcheck.patterns import Table, compile_re
from factcheck.values import Number, Range

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}
PARTS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
# What a part or a multiple can be of: a measure, as a rule somebody's.
NOUN = (
    r"(?:prices?|pricing|costs?|rates?|fees?|money|spend|size|footprint|parameters?|params|tokens?|compute|memory|VRAM|time|latency|speed"
    r"|throughput|energy|power|bandwidth|score|performance|context|number|latencies|budget)"
)
WHOSE = r"(?:(?:the|its|their|that of|what) |(?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){0,3}?['’]s? )"
OF_WHAT = rf" (?:of )?(?:{WHOSE})?(?:[\w-]+ ){{0,2}}?{NOUN}\b"
ITS_FIGURE = r" (?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){0,3}['’]s? [*~$]*\d"
# Words that are a ratio by themselves, with what must follow.
WORDS: tuple[tuple[str, str], ...] = (
    (
        "0.5",
        rf"half(?= (?:the|as|of (?:the|its|what|that)|that|its|their|what|price|cost)\b|{OF_WHAT}|{ITS_FIGURE}"
        r")|halv(?:es|ed|ing)\b",
    ),
    (
        "2",
        rf"twice(?= (?:the|as|that|its)\b|{OF_WHAT}|{ITS_FIGURE})|doubl(?:es|ed|ing|e)(?! (?:down|digits?|check|the sentences|edged|blind"
        r"|standards?)\b)(?=[^\w-]|$)|two-?fold\b",
    ),
    ("3", r"(?:three times|thrice)(?= (?:the|as|that)\b)|tripl(?:es|ed|ing|e)\b|three-?fold\b"),
    ("4", r"quadrupl(?:es|ed|ing|e)\b|four-?fold\b"),
    ("5", r"five-?fold\b|quintupl(?:es|ed|ing|e)\b"),
    ("6", r"six-?fold\b|sextupl(?:es|ed|ing)\b"),
    ("7", r"seven-?fold\b"),
    ("8", r"eight-?fold\b"),
    ("9", r"nine-?fold\b"),
    ("10", r"(?:an )?order[- ]of[- ]magnitude\b|ten-?fold\b"),
    ("20", r"twenty-?fold\b"),
    ("100", r"two orders of magnitude\b"),
    (
        "1",
        r"(?:the )?(?P<same>same)(?= (?:[\w-]+ ){0,2}?(?:price|pricing|cost|price point|context window|speed|size|score"
        r"|number of parameters)\b)|\b(?:costs?|priced) (?:exactly |about |roughly )?the (?P<equal>same)(?= (?:as|for)\b|[.,;])",
    ),
)
WORD = Table(((Decimal(v), rf"\b(?:{p})") for v, p in WORDS), re.IGNORECASE)
PART = compile_re(
    r"\b(?:(?:one|a|an)[- ](?P<p>" + "|".join(PARTS) + r")|1/(?P<n>\d{1,3})(?:th|rd|nd|st)?)\b"
    r"(?! (?:fewer|less|more|lower|higher|cheaper|faster|slower|smaller|larger)\b)"
    rf"(?= (?:the|of (?:the|its|what|that)|as|that of)\b|{OF_WHAT}| of (?-i:[A-Z]))",
    re.IGNORECASE,
)
COSTING = compile_re(r"\b(?:costs?|costing|priced at|charges?)\b(?:[^.;]|\.(?=\d)){0,60}$", re.IGNORECASE)
OF_NAME = compile_re(rf"(?!{OF_WHAT}) of (?-i:[A-Z])", re.IGNORECASE)
OF_ITS = compile_re(r" of (?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){0,3}?['’]s?(?=[.,;:)!]|$| and\b)")  # somebody's, of what was just named
HALF_OF = compile_re(r"\bhalf of (?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){0,3}?['’]s?(?=[.,;:)!]|$)", re.IGNORECASE)  # "is half of S's"
BEING = compile_re(r"\b(?:is|are|was|were|remains?)(?: (?:only|just|about|roughly|around|nearly|barely|now|still|less than|under))* $")
EVERY = compile_re(r"(?: [\w-]+){0,2} every (?:[\w-]+ )?(?:days?|weeks?|months?|quarters?|years?)\b")  # a rate of growth
AT_THE = compile_re(r"\b(?:at|of|in) (?:about |roughly )?$")
SAME_WHAT = compile_re(r" (?:price|pricing|cost|speed|size|score)\b")
PARITY = compile_re(r" (?:price|pricing|cost)\b|[\w ]{3,40}? (?:as|to) ")
# What follows a number that says how many times: a comparative, "as much", "the price", or a noun of change.
TIMES = compile_re(
    r"[*_ -]*(?:(?:significantly|even|much|speculative|additional|overall) )*(?:as (?:fast|much|many|large|big|long"
    r"|expensive|cheap|high|quick|good|efficient|costly|powerful)\b"
    r"|(?:that|those) of\b|the (?:price|cost|speed|size|throughput|number|context|performance|compute|parameters|token"
    r"|amount|output|input|score"
    r"|rate|original|previous)|(?:[\w-]+ ){0,2}(?:speed-?up|improvement|increase|reduction|boost|gain|jump|advantage|premium"
    r"|multiplier|inflation|acceleration|difference|gap|performance|growth|savings?)\b"
    rf"|what (?:an? )?(?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){{0,3}} (?:does|did|do|costs?|charges?|needs?|takes?|has|had|uses?|offers?|manages?"
    r"|delivers?)\b|more\b|less\b|fewer\b"
    rf"|lower\b|higher\b|over (?=[A-Z])|(?:cost|price|speed) advantage|{WHOSE}(?:[\w-]+ ){{0,2}}?{NOUN}\b)",
    re.IGNORECASE,
)
# "at 40% of its price", "for 30% of S's cost", "costs 40% of what S costs"
PART_OF_PRICE = compile_re(
    rf"(?: percent)?[*]* of (?:what (?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){{0,3}} (?:costs?|charges?)\b"
    rf"|{WHOSE}(?:[\w-]+ ){{0,2}}?(?:prices?|pricing|costs?|rates?|size|speed|throughput|latency|footprint)\b)",
    re.IGNORECASE,
)
AT_PART = compile_re(
    r"\b(?:at|for|with|costs?|costing|charges?|runs? at|priced at)(?: (?:just|only|about|around|roughly|nearly|less than|under|barely"
    r"|some))*[ *~]*$"
)
CUT_TO = compile_re(
    r"\b(?:reduc|cut|lower|slash|bring|brought|drop|shrink|trim)\w* (?:[\w-]+ ){1,5}?(?:down )?to (?:(?:just|only|about|around|roughly"
    r"|nearly|under|less than|barely) )*[*~]*$"
)  # "cuts inference costs to 3% of S's"
OF_ANOTHER = compile_re(r"(?: percent)?[*]* of (?:(?:the|its|their|previous|what|that of) )*(?-i:[A-Z])", re.IGNORECASE)
POSSESSED = compile_re(r"[*%]*(?: percent)?[*]* of (?:what |that of )?(?-i:[A-Z])")
UNTIL = compile_re(r"[*_ ]*(?:(?P<to>to|–|-)|and|or)[*_ ]+(?P<n>[\d.]+[x×])")
ITS_SIZE = compile_re(r"[*_ ]*(?:times )?its (?:own )?size\b")
LARGER_ONE = compile_re(r"[*_ ]*(?:times )?(?:larger|bigger|smaller|more expensive|cheaper|pricier|faster|slower) [*_]*[A-Z]")
OTHERS = compile_re(r"\b(?:models|systems|LLMs|networks|rivals|competitors|ones) $")  # "it rivals models ten times its size"
# What stands between "five times" and somebody's figure, between the name and the figure, and the other way round.
LEADS_TO = compile_re(r"[*_ ]*(?:the )?[*_“\"]*")
HAS = compile_re(r"[*_]*['’]s?[*_ ]+(?:score of )?")
HAD_BY = compile_re(r"%?[*_ ]*(?:points? |score )?(?:of|by|for) (?:the )?[*_“\"]*")
GROWN = compile_re(
    r"\b(?:grew|grown|grow(?:s|ing)|rose|risen|increas(?:es|ed|e|ing)|improv(?:es|ed|ing)|scal(?:es|ed|ing)|speeds? up|sped up|speed-?ups?"
    r"|acceleration|accelerat(?:es|ed|ing)|(?:jump|boost|surg|climb|soar|expand|swell)(?:s|es|ed|ing)?|multiplied|reduc(?:es|ed|ing"
    r"|tions?)|cut(?:s"
    r"|ting)?|dropp?(?:s|ed|ing)?|fell|fall(?:s|en|ing)?|declin(?:es|ed|ing)|slash(?:es|ed|ing))"
    r"(?: [\w-]+){0,4}? (?:by |of |from |between )?(?:up to |about |around |roughly |nearly |almost |over "
    r"|more than |~)?[*]*$",
    re.IGNORECASE,
)


def written_ratios(sentence: Sentence) -> Iterator[Figure]:
    """Numbers that say how many times, where the words around them compare: "3x faster", "grown 10x", not "a 4x zoom"."""
    text = sentence.scene.text
    for q in sentence.quantities:
        if q.dimension != "ratio" or text.endswith("-to-", 0, q.start) or in_passing(text, q):
            continue
        if OTHERS.search(text, sentence.start, q.outer_start):
            continue
        after = UNTIL.match(text, q.outer_end)
        at = after.end() if after else q.outer_end
        comparative = [c for c in find_comparatives(text, at, min(sentence.end, at + 40)) if len(sentence.words(at, c.start)) <= 1]
        grown = GROWN.search(text[max(sentence.start, q.outer_start - 60) : q.outer_start])
        if comparative or TIMES.match(text, at) or grown or of_a_figure(sentence, at):
            upper = next((x for x in sentence.quantities if after and after["to"] and after.start("n") == x.start), None)
            if upper and isinstance(q.value, Number) and isinstance(upper.value, Number) and q.value.value < upper.value.value:
                yield Figure(q.start, upper.end, at, "ratio", Range(q.value, upper.value), "ratio", "range", None, "n times")
            else:
                yield Figure(q.start, q.end, at, "ratio", q.value, "ratio", q.op, q.hedge, "n times")


def in_passing(text: str, quantity: Quantity) -> bool:
    """Whether so many times only tells of what size somebody else is: "level with O, 37 times its size", "the five times larger O"."""
    apposed = text.endswith(", ", 0, quantity.outer_start) and ITS_SIZE.match(text, quantity.outer_end) is not None
    return apposed or (text.endswith("the ", 0, quantity.outer_start) and LARGER_ONE.match(text, quantity.outer_end) is not None)


def percentages(sentence: Sentence, taken: set[int]) -> Iterator[Figure]:
    """Percentages of what another costs or measures, as the ratios that they are: "at 40% of its price"."""
    text = sentence.scene.text
    for q in sentence.quantities:
        if q.dimension != "percent" or q.start in taken or q.signed:
            continue
        reduced = CUT_TO.search(text, sentence.start, q.outer_start) is not None and OF_ANOTHER.match(text, q.end)
        if not reduced and not PART_OF_PRICE.match(text, q.end):
            continue
        if reduced or AT_PART.search(text, sentence.start, q.outer_start) or POSSESSED.match(text, q.end):
            yield Figure(q.start, q.end, q.outer_end, "ratio", times(q.value, Decimal("0.01")), "ratio", q.op, q.hedge, "a part")


def of_a_figure(sentence: Sentence, at: int) -> bool:
    """Whether somebody's figure follows at an offset: "five times S's 18", "three times the 18 of S"."""
    text = sentence.scene.text
    for mark in sentence.subjects:
        own = [q for q in sentence.quantities if at <= q.start]
        if not own or mark.start < at or mark.pronoun:
            continue
        if LEADS_TO.fullmatch(text, at, mark.start) and HAS.fullmatch(text, mark.end, own[0].outer_start):
            return True
        if LEADS_TO.fullmatch(text, at, own[0].outer_start) and HAD_BY.fullmatch(text, own[0].outer_end, mark.start):
            return True
    return False


def ratio_words(sentence: Sentence) -> Iterator[Figure]:
    """Words that are a ratio: "twice", "half the price", "tripling", "an order of magnitude", "one-twentieth the cost", "same price"."""
    text = sentence.scene.text
    for value, pattern in WORD.near(text[sentence.start : sentence.end]):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            if any(q.start <= m.start() < q.outer_end and q.dimension == "ratio" for q in sentence.quantities):
                continue
            number = Number(value, Decimal(1) if value >= 1 else Decimal("0.1"))
            if EVERY.match(text, m.end()) or text.startswith(("-digit", " digit"), m.end()):
                continue
            if value != 1:
                yield worded(sentence, m.start(), m.end(), number, "ratio word")
            elif m["equal"]:
                yield worded(sentence, m.start("equal"), m.end("equal"), number, "same")
            elif PARITY.match(text, m.end()) or AT_THE.search(text, max(0, m.start() - 16), m.start()):
                noun = SAME_WHAT.match(text, m.end())
                if noun and noun.group() == " score" and AT_THE.search(text, max(0, m.start() - 16), m.start()):
                    continue  # "fewer tokens at the same score": where it is so
                op, hedge, _ = before_number(text, m.start())
                yield Figure(m.start("same"), noun.end() if noun else m.end(), m.end(), "ratio", number, "ratio", op, hedge, "same")
    for m in HALF_OF.finditer(text, sentence.start, sentence.end):
        if BEING.search(text, sentence.start, m.start()):
            yield worded(sentence, m.start(), m.start() + len("half"), Number(Decimal("0.5"), Decimal("0.1")), "ratio word")
    yield from parts(sentence)


def parts(sentence: Sentence) -> Iterator[Figure]:
    """Parts of what another costs or needs: "one-twentieth the cost", "1/6th the price of", "a fifth of X's"."""
    text = sentence.scene.text
    for m in PART.finditer(text, sentence.start, sentence.end):
        whole = int(m["n"]) if m["n"] else PARTS[m["p"].lower()]
        if whole < 2 or m.group().lower() in ("a half", "a-half"):
            continue
        if (
            OF_NAME.match(text, m.end())
            and not COSTING.search(text, sentence.start, m.start())
            and not (OF_ITS.match(text, m.end()) and BEING.search(text, sentence.start, m.start()))
        ):
            continue
        value = (Decimal(1) / whole).quantize(Decimal("0.0001")).normalize()
        yield worded(sentence, m.start(), m.end(), Number(value, Decimal("0.01")), "a part")


def worded(sentence: Sentence, start: int, end: int, value: Number, form: str) -> Figure:
    op, hedge, _ = before_number(sentence.scene.text, start)
    return Figure(start, end, end, "ratio", value, "ratio", op, hedge, form)
