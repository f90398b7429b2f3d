"""What a number measures: the units, currencies and nouns that follow it, and what it is per.

"200 ms", "$3 per million", "58 million tokens", "75 USD million".
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.extract.numbers.numerals import SCALES
from factcheck.extract.numbers.quantity import Dimension, Quantity, times
from factcheck.patterns import compile_re

UNIT = compile_re(
    r"[ \u00a0]?(?:%|(?i:percent(?:age)?[ -]points?|per ?cent(?:age points?)?|percent|pct\b)|pp\b|p\.p\.)"
    r"|[ \u00a0]?[x×X](?![\w-])|-?[ ]?(?i:fold)\b|[ ](?i:times\b)"
    r"|[ \u00a0-]?(?:(?:[KMGTP]i?B|[kmgt]b)\b|(?i:(?:kilo|mega|giga|tera|peta)bytes?\b|gigs?\b|megs\b))"
    r"|[ \u00a0-]?(?:ms|(?i:milliseconds?|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?"
    r"|months?|years?|yrs?))\b|(?<=\d)[sh]\b|[ \u00a0]s(?=$|[\s.,;:)])"
)
WORD_UNIT = compile_re(
    r"[ \u00a0-](?:percent(?:s|age(?: points?)?)?\b|per cent\b|seconds?\b|minutes?\b|hours?\b|days?\b"
    r"|weeks?\b|months?\b|years?\b|times\b|fold\b|gigs?\b|gigabytes?\b|terabytes?\b)"
)
MONEY = {
    "$": "usd",
    "US$": "usd",
    "HK$": "hkd",
    "A$": "aud",
    "AU$": "aud",
    "C$": "cad",
    "CA$": "cad",
    "NZ$": "nzd",
    "NT$": "twd",
    "S$": "sgd",
    "R$": "brl",
    "USD": "usd",
    "DOLLAR": "usd",
    "EUR": "eur",
    "GBP": "gbp",
    "CNY": "cny",
    "RMB": "cny",
    "€": "eur",
    "£": "gbp",
    "¥": "cny",
    "CN¥": "cny",
}
MONEY_AFTER = compile_re(
    r"[ \u00a0]?(?P<in>[kMB](?=USD|EUR|GBP|CNY|RMB))?(?:(?:US )?(?P<usd>dollars?\b|USD\b|bucks\b|\$(?!\d))|(?P<cents>cents?\b|cts?\b|¢)"
    r"|(?P<eur>euros?\b|EUR\b|€(?!\d))|(?P<gbp>(?:British )?pounds?(?: sterling)?\b|GBP\b|£(?!\d))|(?P<cny>yuan\b|RMB\b|CNY\b))"
    r"(?P<scale> (?:thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
BINARY = {"K": 10, "M": 20, "G": 30, "T": 40, "P": 50}
BYTES = {"k": 3, "m": 6, "g": 9, "t": 12, "p": 15}
PERIODS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days", "w": "weeks", "mo": "months", "y": "years"}
BYTE_UNIT = compile_re(r"[KMGTP]i?B|[kmgt]b|(?i:(?:kilo|mega|giga|tera|peta)bytes?|gigs?|megs)")
# "125 petaflops", "459 BF16 TFLOPS": operations in a second; without a prefix ("3e25 FLOPs") it is a number of operations
FLOPS = compile_re(
    r"[ \u00a0-]?(?:(?:(?:BF|FP|TF|INT)\d+|dense|sparse|peak|AI) ){0,2}(?P<prefix>[GTPEZ]|(?i:giga|tera|peta|exa|zetta)[ -]?)"
    r"(?:FLOPS|flops|FLOPs|FLOP/s|Flops|(?<=a)flop)\b"
)
PREFIXES = {"g": 9, "t": 12, "p": 15, "e": 18, "z": 21}

# What follows a number and says what it counts. The first that matches wins.
NOUNS: tuple[tuple[Dimension, str], ...] = (
    (
        "speed",
        r"(?i:(?:output )?tok(?:en)?s?\.?(?: per |/| a | each | every )s(?:ec(?:ond)?)?|t/s|tps)\b"
        r"(?:(?:/| per )(?:user|stream|request)\b)?",
    ),
    (
        "tokens",
        r"(?:(?!(?:of|for|in|on|per|with|to|at|from|is|are|was|by|the|than|each|every|a|an"
        r"|its)\b)[a-z]+(?:-[a-z]+)?(?<!s),?[ -]){0,4}?(?i:tok(?:en)?s?\b(?![ -]?(?:per|/|a|each)[ ]?s(?:ec(?:ond)?)?\b))",
    ),
    ("parameters", r"(?:[a-z]+[ -]){0,2}?(?i:param(?:eter)?s?)\b"),
    ("points", r"(?:[a-z]+ ){0,1}?(?i:points?|pts)\b(?! (?:of|higher than|ahead|behind)\b)?"),
    ("elo", r"Elo\b"),
)
NOUN = compile_re("|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS))
PER_SECOND = compile_re(r"(?i:tok/s|t/s|tps)\b")
PER = compile_re(
    r"(?:[ ](?:input|output)(?=[ ]?(?:/|per\b)))?[ \u00a0-]?"
    r"(?:(?:/|per|for every|for each|for an?|for)[ \u00a0-]?|(?:an?|each|every)[ \u00a0-])(?P<count>1[ ]?)?(?P<what>"
    r"(?!min\b)(?:million|1,?000,?000|M|MM|mtok|1M|m)(?:[ -]?(?P<side>input|output|cached|in|out)?[ -]?(?:and )?(?:tok(?:en)?s?)?)\b"
    r"|(?:thousand|1,?000|K|1K)[ ]?(?:(?:input|output)[ ])?(?:tok(?:en)?s?)\b"
    r"|(?:(?:user|seat|member|editor|developer)(?: per |/| a |,? and ))?(?:month|mo\b)|seat|year|hour|hr|minute|second|sec|s\b|image"
    r"|task|week|day"
    r"|video|call|query|GPU[ -]hour|GPU|token|min)",
    re.IGNORECASE,
)
MONTHLY = compile_re(r"[ \u00a0](?:monthly|per-month)\b(?! (?:active|users))")
PER_THOUSAND = compile_re(r"(?:thousand|1,?000|1?k)")
PER_MILLION = compile_re(r"m[ -]?(?:tok|(?:in|out|cached)\b)")
A_SECOND = compile_re(r"/s(?:ec(?:ond)?)?\b|[ ](?:per|a) second\b", re.IGNORECASE)
PERIOD = compile_re(r"(?:[ ]?/[ ]?| (?:per|a|each|every) )(?P<p>minute|hour|day|week|month|year)\b", re.IGNORECASE)


def dimension_of(unit: str) -> tuple[Dimension, str, Decimal]:
    """(dimension, unit name, factor to it) of a unit written after a number.

    >>> dimension_of("%"), dimension_of("ms")
    (('percent', 'percent', Decimal('1')), ('time', 'seconds', Decimal('0.001')))
    """
    low = unit.lower()
    if low in ("pp", "p.p.") or "point" in low:
        return "points", "points", Decimal(1)
    if low == "%" or low.startswith(("per", "pct")):
        return "percent", "percent", Decimal(1)
    if low in ("x", "×", "times") or low.endswith("fold"):
        return "ratio", "ratio", Decimal(1)
    if BYTE_UNIT.fullmatch(unit):
        return (
            "bytes",
            "bytes",
            Decimal(2) ** BINARY[unit[0].upper()] if unit[1:2] == "i" and len(unit) == 3 else Decimal(10) ** BYTES[low[0]],
        )
    if low == "ms" or low.startswith("milli"):
        return "time", "seconds", Decimal("0.001")
    return "time", next(name for prefix, name in PERIODS.items() if low.startswith(prefix)), Decimal(1)


def with_unit(text: str, quantity: Quantity) -> Quantity:
    """The quantity with what follows it: currency, price per unit, or a noun that says what is counted."""
    quantity = in_money(text, quantity)
    end = quantity.outer_end
    if quantity.dimension == "money":
        if monthly := MONTHLY.match(text, end):
            return replace(quantity, per="month", outer_end=monthly.end())
        per = PER.match(text, end)
        return replace(quantity, per=per_what(per["what"]), outer_end=per.end()) if per else quantity
    if quantity.dimension == "number" and (rate := FLOPS.match(text, end)):
        factor = Decimal(10) ** PREFIXES[rate["prefix"][0].lower()]
        value = times(quantity.value, factor)
        return replace(
            quantity, value=value, dimension="flops", unit="flops", end=rate.end(), outer_end=rate.end(), scaled=True, year=False
        )
    if quantity.dimension == "number":
        quoted = end + (text[end : end + 1] in ('"', "”"))  # the "1,200" tokens of a report
        noun = NOUN.match(text, quoted + 1) if text[quoted : quoted + 1] in (" ", "-", "\u00a0") else None
        if noun:
            counted = next(dimension for dimension, _ in NOUNS if noun[dimension])
            unit = "tokens_per_second" if counted == "speed" else counted
            quantity = replace(quantity, dimension=counted, unit=unit, outer_end=noun.end(), year=False)
        elif touching := PER_SECOND.match(text, end):
            quantity = replace(quantity, dimension="speed", unit="tokens_per_second", outer_end=touching.end())
    if quantity.dimension == "bytes" and (rate := A_SECOND.match(text, quantity.outer_end)):
        return replace(quantity, per="second", outer_end=rate.end())
    if quantity.dimension in ("number", "tokens") and (period := PERIOD.match(text, quantity.outer_end)):
        quantity = replace(quantity, per=period["p"].lower(), outer_end=period.end())
    return quantity


def in_money(text: str, quantity: Quantity) -> Quantity:
    """A bare number as money, where a currency follows: "20 euros", "15 cents", "75 USD million", "30 MUSD"."""
    money = MONEY_AFTER.match(text, quantity.outer_end) if quantity.dimension == "number" else None
    if not money:
        return quantity
    currency = next(c for c in ("cents", "usd", "eur", "gbp", "cny") if money[c])
    scale = (money["in"] or money["scale"] or "").strip()
    factor = Decimal("0.01") if currency == "cents" else SCALES[scale] if scale else Decimal(1)
    return replace(
        quantity,
        value=times(quantity.value, factor),
        dimension="money",
        unit="usd" if currency == "cents" else currency,
        end=money.end() if scale else quantity.end,
        outer_end=money.end(),
        scaled=quantity.scaled or bool(scale),
    )


def per_what(words: str) -> str:
    """What a price is per, in one word: "million" and "thousand" (tokens), "month", "second", ...

    >>> per_what("1M tokens"), per_what("1K tokens"), per_what("mo"), per_what("sec"), per_what("min")
    ('million', 'thousand', 'month', 'second', 'minute')
    """
    low = words.lower()
    if low == "min":
        return "minute"
    if low.startswith(("million", "m ", "mm", "mtok", "1m", "1,000,000", "1000000")) or low == "m" or PER_MILLION.match(low):
        return "million"
    if PER_THOUSAND.match(low):
        return "thousand"
    if low.endswith(("month", "mo")):
        return "month"
    return {"sec": "second", "s": "second", "hr": "hour"}.get(low, low)
