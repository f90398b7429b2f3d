"""Quantities as English writes them: "58 million", "$2.50", "80.4 to 80.5%", "just over 50", "nine", "3x", "200 ms".

A quantity keeps its number as written, scaled to base units, and a `dimension` that says what it can be a measure of. What
precedes it (hedges, bounds) and what follows (units, nouns) is looked at from the number outwards, so that the digits are
found first and no pattern is tried at every letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from factcheck.extract.assertion import Hedge
from factcheck.extract.number_words import NumberWords, find_number_words
from factcheck.values import Number, Op, Range

Dimension = Literal["number", "percent", "points", "money", "ratio", "time", "bytes", "tokens", "parameters", "speed", "elo"]

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+")
# "1.8 × 10^25", "5e25"
POWER = re.compile(
    r"[ \u00a0]?[x×·][ \u00a0]?10(?:\^|\*\*)?[{(]?(?P<n>[-+−⁻]?(?:\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))[})]?(?![\w%])"
    r"|[eE](?P<e>[-+]?\d{1,3})\b"
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
FRACTION = re.compile(
    r"(?<![\w./:,–-])(?:(?P<whole>\d{1,3})[ \u00a0])?(?:(?P<n>\d{1,2})[ ]?[/⁄][ ]?(?P<d>\d{1,3})(?![\w/:]"
    r"|\.\d)|(?P<v>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))|(?<=\d)(?P<touching>[½⅓⅔¼¾])"
)
SIGN = re.compile(r"(?P<mark>[~≈∼<>≤≥]=?\s?)?(?P<sign>[+±−-])?(?P<money>(?:US\$|USD|EUR|GBP|CNY|RMB|CN¥|\$|€|£|¥)[ \u00a0]?)?$")
MINUS = re.compile(r"\b(?:minus|negative)[ \u00a0]$", re.IGNORECASE)
SCALE = {
    "hundred": 2,
    "hundred thousand": 5,
    "hundred million": 8,
    "mil": 6,
    "bln": 9,
    "tln": 12,
    "k": 3,
    "K": 3,
    "thousand": 3,
    "m": 6,
    "M": 6,
    "mn": 6,
    "mln": 6,
    "million": 6,
    "millions": 6,
    "mm": 6,
    "b": 9,
    "B": 9,
    "bn": 9,
    "billion": 9,
    "billions": 9,
    "T": 12,
    "tn": 12,
    "trn": 12,
    "trillion": 12,
    "trillions": 12,
}
TAIL = re.compile(
    r"(?P<scale>[ \u00a0-]?(?:hundred thousand|hundred million|hundred|thousand|million|billion|trillion|mn|mln|mil|bn|bln|tn|tln|trn)\b"
    r"|[kKmMbBT](?![\w²³])|[ \u00a0](?:[kKMBT])(?=$|[.,;)](?!\d)|[ -](?:tokens?|param|total|active|output|input|context)))?"
    r"(?P<plus>\+(?!\d))?"
    r"(?P<unit>"
    r"[ \u00a0]?(?:%|percent(?:age)?[ -]points?|per ?cent(?:age points?)?|percent|pct\b|pp\b|p\.p\.)"
    r"|[ \u00a0]?[x×X](?![\w-])|-?[ ]?fold\b|[ ](?:times\b)"
    r"|[ \u00a0-]?(?:[KMGTP]i?B|[kmgt]b)\b(?!/s)"
    r"|[ \u00a0-]?(?:ms|milliseconds?|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?"
    r"|months?|years?|yrs?)\b|(?<=\d)[sh]\b|[ \u00a0]s(?=$|[\s.,;:)])"
    r")?"
    r"(?P<late>\+(?!\d))?"
)
MONEY = {
    "$": "usd",
    "US$": "usd",
    "USD": "usd",
    "EUR": "eur",
    "GBP": "gbp",
    "CNY": "cny",
    "RMB": "cny",
    "€": "eur",
    "£": "gbp",
    "¥": "cny",
    "CN¥": "cny",
}
MONEY_AFTER = re.compile(
    r"[ \u00a0]?(?:(?:US )?(?P<usd>dollars?\b|USD\b|bucks\b|\$(?!\d))|(?P<cents>cents?\b|¢)|(?P<eur>euros?\b|EUR\b|€(?!\d))"
    r"|(?P<gbp>(?:British )?pounds?(?: sterling)?\b|GBP\b|£(?!\d))|(?P<cny>yuan\b|RMB\b|CNY\b))",
    re.IGNORECASE,
)
TIME = {"ms": ("seconds", "0.001"), "mil": ("seconds", "0.001"), "s": ("seconds", "1"), "min": ("minutes", "1"), "h": ("hours", "1")}
BINARY = {"K": 10, "M": 20, "G": 30, "T": 40, "P": 50}
BYTES = {"k": 3, "m": 6, "g": 9, "t": 12, "p": 15}

# What follows a number and says what it counts. The first that matches wins.
NOUNS: tuple[tuple[Dimension, str], ...] = (
    ("speed", r"(?:(?:output )?tok(?:en)?s?\.?(?: per |/| a | each )s(?:ec(?:ond)?)?|t/s|tps)\b"),
    (
        "tokens",
        r"(?:(?!(?:of|for|in|on|per|with|to|at|from|is|are|was|by|the|than|each|every|a|an"
        r"|its)\b)[a-z]+(?:-[a-z]+)?(?<!s),?[ -]){0,4}?tok(?:en)?s?\b(?![ -]?(?:per|/|a|each)[ ]?s)",
    ),
    ("parameters", r"(?:[a-z]+[ -]){0,2}?param(?:eter)?s?\b"),
    ("points", r"(?:[a-z]+ ){0,1}?(?:points?|pts)\b(?! (?:of|higher than|ahead|behind)\b)?"),
    ("elo", r"Elo\b"),
)
NOUN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS))
PER = re.compile(
    r"[ \u00a0-]?(?:/|per|for every|an?|each|every|for)[ \u00a0-]?(?P<count>1[ ]?)?(?P<what>"
    r"(?:million|1,?000,?000|M|MM|mtok|1M|m)(?:[ -]?(?P<side>input|output|cached|in|out)?[ -]?(?:and )?(?:tok(?:en)?s?)?)\b"
    r"|(?:thousand|1,?000|K|1K)[ ]?(?:(?:input|output)[ ])?(?:tok(?:en)?s?)\b"
    r"|month|mo\b|user per month|seat|year|hour|hr|minute|second|sec|s\b|image|task|week|day|video|call|query|GPU|token)",
    re.IGNORECASE,
)

PERIOD = re.compile(r"(?:[ ]?/[ ]?| (?:per|a|each|every) )(?P<p>minute|hour|day|week|month|year)\b", re.IGNORECASE)

# What precedes a number and says how it is meant. Longest first within one reading.
HEDGES: tuple[tuple[Op, Hedge | None, str], ...] = (
    ("~", "just over", r"just (?:over|above)|slightly (?:over|above|more than)|a little (?:over|more than)"),
    ("~", "nearly", r"nearly|almost|just (?:under|below|shy of)|close to|approaching|slightly (?:under|below|less than)"),
    (
        "~",
        "about",
        r"about|around|roughly|approximately|approx\.?|some|an estimated|estimated at|estimated|circa|ca\."
        r"|near|in the neighbou?rhood of|or so",
    ),
    (
        "<=",
        None,
        r"(?:less|smaller|lower|fewer) than or equal to|(?:less|lower|smaller) or equal (?:than|to)|up to"
        r"|at most|no more than|not more than|as (?:many|much|high|large) as|a maximum of|maximum of"
        r"|capped at|max\.?",
    ),
    (
        ">=",
        None,
        r"(?:more|greater|higher|larger|bigger) than or equal to|(?:more|greater|higher|larger"
        r"|bigger) or equal (?:than|to)|at least|no less than|no fewer than|not less than|a minimum of"
        r"|minimum of|as (?:low|little|few) as|start(?:s|ing|ed)? (?:at|from)|from as low as",
    ),
    (
        ">",
        None,
        r"(?:well |far |significantly |comfortably )?(?:more than|over|above|exceed(?:s|ed|ing)?|(?:pass"
        r"|top|cross)(?:es|s|ed|ped|ing|ping)?|surpass(?:es|ed|ing)?|greater than|higher than|larger than"
        r"|bigger than|north of|upwards of|beyond|past)",
    ),
    ("<", None, r"(?:well |far |significantly )?(?:less than|fewer than|under|below|lower than|smaller than|south of)"),
)
BEFORE = re.compile(
    r"(?:^|(?<![\w]))(?:" + "|".join(f"(?P<h{i}>{pattern})" for i, (_, _, pattern) in enumerate(HEDGES)) + r")"
    r"(?:[ \u00a0](?:just|only|a mere|even|the|another|an|a))?[ \u00a0]?$",
    re.IGNORECASE,
)
AFTER_BOUND = re.compile(
    r"[ \u00a0](?:(?P<more>(?:or|and) (?:more|higher|above|greater|better))|(?P<less>(?:or"
    r"|and) (?:less|fewer|lower|under|below)))\b"
)
MARKS: dict[str, tuple[Op, Hedge | None]] = {
    "~": ("~", "about"),
    "≈": ("~", "about"),
    "∼": ("~", "about"),
    "<": ("<", None),
    ">": (">", None),
}
MARKS |= {"≤": ("<=", None), "≥": (">=", None), "<=": ("<=", None), ">=": (">=", None)}
RANGE = re.compile(r"(?:[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0](?:to|and|or)[ \u00a0])(?=[$€£¥]?\d)")
SHARED_SCALE = re.compile(r"[ \u00a0](?:of|out of|to)[ \u00a0]\$?\d[\d,.]*[ \u00a0]?(?P<scale>thousand|million|billion|trillion)\b")

WORD_UNIT = re.compile(
    r"[ \u00a0-](?:percent(?:s|age(?: points?)?)?\b|per cent\b|seconds?\b|minutes?\b|hours?\b|days?\b"
    r"|weeks?\b|months?\b|years?\b|times\b|fold\b)"
)
MANY = re.compile(
    r"\b(?:(?:tens|hundreds) of (?:thousands|millions)|(?:hundred|thousand|million|billion"
    r"|trillion)s)\b(?= of\b| )",
    re.IGNORECASE,
)
PLURALS = {"hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12, "tens of thousands": 4, "hundreds of thousands": 5}
PLURALS |= {"tens of millions": 7, "hundreds of millions": 8}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text. Offsets are of the text, end exclusive: `start` to `end` the value as written with sign and
    multiplier, `outer_start` to `outer_end` with its hedge and its unit words."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    value: Number | Range
    dimension: Dimension
    unit: str  # percent, usd, eur, minutes, bytes, ...; "" for a bare number
    op: Op = "="
    hedge: Hedge | None = None
    per: str | None = None  # of money: "million", "thousand" (tokens), "month", ...
    signed: bool = False  # "+4.1", "-3"
    scaled: bool = False  # has k, M, B, T or a word for them
    words: bool = False  # written in words
    year: bool = False  # four bare digits that may be a year


def quantities(text: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a text in order. `taken` are stretches (names, dates) whose digits are no quantities.

    >>> [(text[q.start : q.end], q.dimension, q.op) for text in ("about 58 million tokens at $2.50",) for q in quantities(text, [])]
    [('58 million', 'tokens', '~'), ('$2.50', 'money', '=')]
    """
    found: list[Quantity] = []
    covered = Covered(taken)
    found.extend(q for q in fractions(text) if not covered.has(q.start))
    parts = [(q.start, q.end) for q in found]
    for match in DIGITS.finditer(text):
        if any(a <= match.start() < b for a, b in parts):
            continue
        if covered.has(match.start()) or (found and found[-1].start <= match.start() < found[-1].outer_end):
            continue
        quantity = at(text, match)
        if quantity and found and found[-1].start < quantity.start < found[-1].end:  # "20+$5": the plus is the first one's
            quantity = replace(quantity, start=found[-1].end, outer_start=found[-1].end, signed=False)
        if quantity:
            found.append(quantity)
    found.extend(
        q for q in in_words(text) if not covered.has(q.start) and not any(q.start < f.outer_end and f.start < q.end for f in found)
    )
    return sorted(found, key=lambda q: q.start)


def fractions(text: str) -> Iterator[Quantity]:
    """Parts of one and mixed numbers: "1/2", "2 3/4", "3½". A part is smaller than the whole, or it is a date or a version.

    >>> [str(q.value.value) for q in fractions("1/2 of 2 3/4 cups, 3/2, 1/2/2025 and 24/7")]
    ['0.5', '2.75']
    """
    for match in FRACTION.finditer(text):
        sign = match["v"] or match["touching"]
        part = Decimal(unicodedata.numeric(sign)) if sign else Decimal(match["n"]) / Decimal(match["d"]) if int(match["d"]) else Decimal(1)
        if part >= 1:
            continue
        whole, start = Decimal(match["whole"] or 0), match.start()
        if match["touching"]:
            digits = re.compile(r"\d+$").search(text, max(0, start - 6), start)
            assert digits
            whole, start = Decimal(digits.group()), digits.start()
        op, hedge, outer = before_number(text, start)
        yield Quantity(start, match.end(), outer, match.end(), Number(whole + part, Decimal("0.01")), "number", "", op, hedge, words=True)


class Covered:
    """Whether an offset lies in one of some stretches."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self.stretches = stretches

    def has(self, offset: int) -> bool:
        return any(a <= offset < b for a, b in self.stretches)


def at(text: str, digits: re.Match[str], *, in_range: bool = False) -> Quantity | None:
    """The quantity whose number stands at a match of `DIGITS`; None where the digits are part of something else."""
    start = digits.start()
    left = SIGN.search(text, max(0, start - 8), start)
    assert left
    mark, sign, money = (left["mark"] or "").strip(), left["sign"], (left["money"] or "").strip()
    first = left.start()
    before = text[first - 1] if first else " "
    if sign in ("-", "−") and (before.isalnum() or before in ")%"):
        sign, first, before = None, start - len(left["money"] or ""), "-"
        if not in_range and not money:
            return None  # the second half of something hyphenated
    if (
        (before.isalnum() or before in "_#@.:^\\" or (before == "," and text[first - 2 : first - 1].isdigit()))
        and not (in_range or money)
        and not mark
    ):
        if before == ":" and not text[first - 2 : first - 1].isdigit():
            pass
        else:
            return None
    if before == "/" and not money and not in_range and not (text[first - 2 : first - 1].isdigit() and "." in digits.group()):
        return None
    power = POWER.match(text, digits.end())
    tail = TAIL.match(text, power.end() if power else digits.end())
    assert tail
    end = tail.end("scale") if tail["scale"] else tail.start()
    number = scaled(digits.group(), (tail["scale"] or "").strip(" \u00a0-"))
    if power:
        factor_of_ten = Decimal(10) ** int((power["n"] or power["e"]).translate(RAISED))
        number = Number(number.value * factor_of_ten, number.step * factor_of_ten)
    unit = (tail["unit"] or "").strip(" \u00a0-")
    after = text[tail.start() : tail.start() + 1]
    if (
        not tail["scale"]
        and not unit
        and not (money and after == "/")
        and not MONEY_AFTER.match(text, tail.start())
        and (after.isalpha() or (after in ":/" and text[tail.start() + 1 : tail.start() + 2].isdigit()))
    ):
        return None  # "3D", "12:30", "24/7"
    dimension: Dimension = "number"
    name, factor = "", Decimal(1)
    if unit == "times" and tail["scale"]:
        unit = ""  # "5 million times" counts
    touches = bool(unit) and tail["unit"][0] not in " \u00a0-"
    if money:
        dimension, name = "money", MONEY[money.strip()]
    elif unit:
        dimension, name, factor = dimension_of(unit)
        if touches or dimension in ("bytes",) or unit in ("x", "×", "X", "%", "ms", "s") or (dimension == "time" and len(unit) <= 2):
            end = tail.end("unit")
    if factor != 1:
        number = Number(number.value * factor, number.step * factor)
    if tail["plus"] or tail["late"]:
        end = max(end, tail.end("plus"), tail.end("late"))
    outer_end = max(end, tail.end())
    op, hedge, outer_start = before_number(text, first)
    if mark:
        op, hedge = MARKS.get(mark, ("~", "about"))
        outer_start = min(outer_start, first)
    if (tail["plus"] or tail["late"]) and op == "=":
        op = ">="
    negative = bool(sign) and sign in "−-" and mark in ("", "<", ">", "≤", "≥", "<=", ">=")
    if minus := MINUS.search(text, max(0, first - 10), first):
        first, negative = minus.start(), True
    if negative and dimension in ("number", "percent", "points"):
        number = -number
    quantity = Quantity(
        *(first, end, outer_start, outer_end, number, dimension, name),
        op=op,
        hedge=hedge,
        signed=sign in ("+", "-", "−"),
        scaled=bool(tail["scale"] or power),
        year=not money and not unit and not tail["scale"] and bool(re.fullmatch(r"19[5-9]\d|20[0-4]\d", digits.group())),
    )
    if not in_range:
        quantity = with_range(text, quantity, digits)
    return with_tail(text, quantity)


def scaled(digits: str, scale: str) -> Number:
    """Digits as written and their scale word as a number with its precision."""
    value = Decimal(digits.translate({ord(","): None, 0x202F: None, 0x2009: None}))
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    factor = Decimal(10) ** SCALE.get(scale, SCALE.get(scale.lower(), 0))
    return Number(value * factor, Decimal(1).scaleb(exponent) * factor)


def dimension_of(unit: str) -> tuple[Dimension, str, Decimal]:
    """(dimension, unit name, factor to it) of a unit written after a number."""
    low = unit.lower()
    if low in ("pp", "p.p.") or "point" in low:
        return "points", "points", Decimal(1)
    if low == "%" or low.startswith(("per", "pct")):
        return "percent", "percent", Decimal(1)
    if low in ("x", "×", "times") or low.endswith("fold"):
        return "ratio", "ratio", Decimal(1)
    if re.fullmatch(r"[KMGTP]i?B|[kmgt]b", unit):
        return "bytes", "bytes", Decimal(2) ** BINARY[unit[0].upper()] if "i" in unit else Decimal(10) ** BYTES[low[0]]
    if low == "ms" or low.startswith("milli"):
        return "time", "seconds", Decimal("0.001")
    for prefix, name in (
        ("s", "seconds"),
        ("min", "minutes"),
        ("h", "hours"),
        ("d", "days"),
        ("w", "weeks"),
        ("mo", "months"),
        ("y", "years"),
    ):
        if low.startswith(prefix):
            return "time", name, Decimal(1)
    raise AssertionError(unit)


def before_number(text: str, start: int) -> tuple[Op, Hedge | None, int]:
    """How the words before a number mean it: (op, hedge, offset where they begin)."""
    found = BEFORE.search(text, max(0, start - 40), start)
    if not found:
        return "=", None, start
    for i, (op, hedge, _) in enumerate(HEDGES):
        if found[f"h{i}"]:
            return op, hedge, found.start()
    return "=", None, start


def with_range(text: str, low: Quantity, digits: re.Match[str]) -> Quantity:
    """The quantity, or the range that it begins."""
    joint = RANGE.match(text, low.end)
    if not joint or (low.year and not low.unit):
        shared = SHARED_SCALE.match(text, low.end) if not low.scaled and not low.unit else None
        if shared:
            number = scaled(digits.group(), shared["scale"])
            return replace(low, value=number, scaled=True)
        return low
    between = re.search(r"\bbetween[ \u00a0]$", text[: low.start])
    word = joint.group().strip()
    if (
        (word == "and") != bool(between)
        or word == "or"
        or re.search(r"\bfrom[ \u00a0](?:about |around |roughly |~)?$", text[: low.start], re.IGNORECASE)
    ):
        return low
    following = DIGITS.search(text, joint.end())
    assert following
    high = at(text, following, in_range=True)
    if not high or isinstance(high.value, Range) or isinstance(low.value, Range) or high.year:
        return low
    if low.unit and high.unit and low.unit != high.unit:
        return low
    first = low.value
    if (high.scaled and not low.scaled) or (not low.unit and high.unit == "seconds" and high.dimension == "time"):
        factor = high.value.step / scaled(following.group(), "").step
        first = Number(first.value * factor, first.step * factor)
    if first.value >= high.value.value:
        return low
    start = between.start() if between else low.outer_start
    return replace(
        low,
        value=Range(first, high.value),
        end=high.end,
        outer_start=min(start, low.outer_start),
        outer_end=max(high.outer_end, high.end),
        dimension=high.dimension if high.unit else low.dimension,
        unit=high.unit or low.unit,
        scaled=low.scaled or high.scaled,
        op="range",
        hedge=None,
        year=False,
    )


def scaled_by(value: Number | Range, factor: Decimal) -> Number | Range:
    """A value in a unit that is `factor` of its own."""
    if isinstance(value, Range):
        return Range(Number(value.low.value * factor, value.low.step * factor), Number(value.high.value * factor, value.high.step * factor))
    return Number(value.value * factor, value.step * factor)


def with_tail(text: str, quantity: Quantity) -> Quantity:
    """The quantity with what follows it: currency, price per unit, a noun that says what is counted, "or more"."""
    end = quantity.outer_end
    if quantity.dimension == "number":
        money = MONEY_AFTER.match(text, end)
        if money and money["cents"]:
            quantity = replace(
                quantity, value=scaled_by(quantity.value, Decimal("0.01")), dimension="money", unit="usd", outer_end=money.end()
            )
        elif money:
            quantity = replace(quantity, dimension="money", unit=str(money.lastgroup), outer_end=money.end())
        end = money.end() if money else end
    if quantity.dimension == "money":
        per = PER.match(text, end)
        if per:
            quantity = replace(quantity, per=per_what(per["what"]), outer_end=per.end())
    elif quantity.dimension == "number":
        noun = NOUN.match(text, end + 1) if text[end : end + 1] in (" ", "-", "\u00a0") else None
        if noun:
            counted = next(dimension for dimension, _ in NOUNS if noun[dimension])
            unit = "tokens_per_second" if counted == "speed" else counted
            quantity = replace(quantity, dimension=counted, unit=unit, outer_end=noun.end(), year=False)
        elif re.match(r"(?:tok/s|t/s|tps)\b", text[end : end + 6]):
            quantity = replace(quantity, dimension="speed", unit="tokens_per_second", outer_end=end + 3)
    if quantity.dimension in ("number", "tokens"):
        period = PERIOD.match(text, quantity.outer_end)
        if period:
            quantity = replace(quantity, per=period["p"].lower(), outer_end=period.end())
    bound = AFTER_BOUND.match(text, quantity.outer_end)
    if bound and quantity.op in ("=", "~"):
        quantity = replace(quantity, op=">=" if bound["more"] else "<=", hedge=None, outer_end=bound.end())
    return quantity


def per_what(words: str) -> str:
    """What a price is per, in one word: "million" and "thousand" (tokens), "month", "second", ..."""
    low = words.lower()
    if (
        low.startswith(("million", "m ", "mm", "mtok", "1m", "1,000,000", "1000000"))
        or low == "m"
        or re.match(r"m[ -]?(?:tok|in|out|cached)", low)
    ):
        return "million"
    if re.match(r"(?:thousand|1,?000|1?k)", low):
        return "thousand"
    if "month" in low or low == "mo":
        return "month"
    return {"sec": "second", "s": "second", "hr": "hour"}.get(low, low)


def in_words(text: str) -> list[Quantity]:
    """Numbers written in words, and plurals such as "thousands of"."""
    found = [with_tail(text, worded(text, number)) for number in find_number_words(text) if counted(text, number)]
    for match in MANY.finditer(text):
        exponent = PLURALS.get(match.group().lower())
        if exponent is not None and not re.search(
            r"[\d\w] $", text[max(0, match.start() - 2) : match.start()].replace("e ", "").replace("y ", "")
        ):
            number = Number(Decimal(10) ** exponent, Decimal(10) ** exponent)
            found.append(
                Quantity(match.start(), match.end(), match.start(), match.end(), number, "number", "", ">=", None, words=True, scaled=True)
            )
    return found


def counted(text: str, number: NumberWords) -> bool:
    """Whether a number in words is a quantity rather than a rank or a part of a longer word ("one-shot")."""
    following = text[number.end : number.end + 5].lower()
    return not number.ordinal and not (
        following[:1] == "-" and following[1:] not in ("year", "mont", "week", "hour", "day ", "bill", "mill", "tril")
    )


def worded(text: str, number: NumberWords) -> Quantity:
    """A number in words as a quantity, with its hedge and unit."""
    op, hedge, outer = before_number(text, number.start)
    dimension: Dimension = "number"
    unit, end = "", number.end
    if tail := WORD_UNIT.match(text, number.end):
        (dimension, unit, _), end = dimension_of(tail.group().strip(" -\u00a0")), tail.end()
    value = Number(number.value, number.step)
    return Quantity(number.start, number.end, outer, end, value, dimension, unit, op, hedge, words=True, scaled=number.value >= 1000)
