"""Numbers in digits: grouping, decimals, powers, scale words, parts of one ("1,009", "1 414 021", "5e25", "10^26", "1.8T", "2 3/4").

Only the number is read here; what it measures and how it is meant is read round it (units.py, hedges.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re
from factcheck.values import Number

GROUPS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?",
    r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)",  # lakhs and crores
    r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])",  # as on the continent: 1.234,56
    r"\d{1,3}(?:[\u202f\u2009]\d{3})+(?:\.\d+)?",
    r"\d{1,3}(?:(?: \d{3}){2,}| 000)(?![\d,.:%]\d|\d|%)",
)
DIGITS = compile_re("|".join((*GROUPS, r"\d+(?:\.\d+)?", r"(?<![\w.])\.\d+")))
# "1.8 × 10^25", "5e25", "10^26"
POWER = compile_re(
    r"[ \u00a0]?[x×·][ \u00a0]?10(?:\^|\*\*)?[{(]?(?P<n>[-+−⁻]?(?:\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))[})]?(?![\w%])"
    r"|[eE](?P<e>[-+]?\d{1,3})\b"
    r"|(?:\^|\*\*)[{(]?(?P<own>[-+−]?\d{1,3})[})]?(?![\w%])"
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
BLANKS = str.maketrans("", "", ", \u202f\u2009")
FRACTION = compile_re(
    r"(?<![\w./:,–-])(?P<sign>[-−])?(?:(?P<whole>\d{1,3})[ \u00a0]{1,2})?(?:(?P<n>\d{1,2})[ ]?[/⁄][ ]?(?P<d>\d{1,3})(?![\w/:]"
    r"|\.\d)|(?P<v>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))|(?<=\d)(?<!\.\d)(?<!\.\d\d)(?P<touching>[½⅓⅔¼¾])"
)
LAST_DIGITS = compile_re(r"\d+$")
EXPONENTS = {
    ("hundred",): 2,
    ("k", "K", "thousand", "thousands"): 3,
    ("hundred thousand", "lakh", "lakhs"): 5,
    ("m", "M", "mil", "mn", "mln", "mm", "million", "millions"): 6,
    ("crore", "crores"): 7,
    ("hundred million",): 8,
    ("b", "B", "bn", "bln", "billion", "billions"): 9,
    ("T", "tn", "tln", "trn", "trillion", "trillions", "lakh crore"): 12,
}
SCALES = {word: Decimal(10) ** n for words, n in EXPONENTS.items() for word in words} | {"dozen": Decimal(12), "dozens": Decimal(12)}
SCALE_WORDS = r"hundred thousand|hundred million|lakh crore|hundred|thousand|million|billion|trillion|lakhs?|crores?|dozens?"
SCALE = compile_re(
    rf"\+?[ \u00a0-]?(?i:{SCALE_WORDS}|mn|mln|mil|bn|bln|tn|tln|trn)\b"
    r"|(?:MM|[kKmMbBT])(?![\w²³])"
    r"|(?:(?<=[$€£]\d)|(?<=[$€£]\d\d)|(?<=[$€£]\d{3})|(?<=[$€£]\d\.\d)|(?<=[$€£]\d\d\.\d))[ \u00a0][KMBT](?![\w²³])"
    r"|[ \u00a0](?:[kKMBT])(?=$|[.,;)](?!\d)|[ -](?:tokens?|param|total|active|output|input|context))"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits with its multiplier; `end` is where both end, `digits` the match of `DIGITS`."""

    digits: re.Match[str]
    end: int
    value: Number
    scale: str  # the multiplier as written, "" if none
    powered: bool = False


def numeral(text: str, digits: re.Match[str]) -> Numeral:
    """The number that begins with some digits.

    >>> [str(numeral(t, DIGITS.match(t)).value.value) for t in ("58 million", "1.8T", "12,34,567", "1.234,5", "40 000", "10^3", "3 dozen")]
    ['58000000', '1800000000000.0', '1234567', '1234.5', '40000', '1000', '36']
    """
    power = POWER.match(text, digits.end())
    number, end = plain(digits.group()), digits.end()
    if power and power["own"] and (not number.value or number.value > 10**4):
        power = None
    if power:
        end = power.end()
        exponent = int((power["n"] or power["e"] or power["own"]).translate(RAISED))
        factor = number.value ** (exponent - 1) if power["own"] else Decimal(10) ** exponent
        number = Number(number.value * factor, number.step * factor)
    scale = SCALE.match(text, end)
    written = scale.group().strip(" \u00a0-+") if scale else ""
    return Numeral(digits, scale.end() if scale else end, scaled(number, written), written, power is not None)


def plain(digits: str) -> Number:
    """Digits as written as a number with its precision."""
    continental = 0 < digits.find(".") < digits.find(",")
    value = Decimal(digits.replace(".", "").replace(",", ".") if continental else digits.translate(BLANKS))
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Number(value, Decimal(1).scaleb(exponent))


def scaled(number: Number, scale: str) -> Number:
    """A number with the scale word that follows it."""
    factor = SCALES.get(scale) or SCALES.get(scale.lower(), Decimal(1))
    return Number(number.value * factor, number.step * factor)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one or a mixed number in digits."""

    start: int
    end: int
    value: Number


def parts_of_one(text: str) -> Iterator[Part]:
    """Parts of one and mixed numbers: "1/2", "2 3/4", "3½". A part is smaller than the whole, or it is a date or a version.

    >>> [str(part.value.value) for part in parts_of_one("1/2 of 2 3/4 cups, 3/2, 1/2/2025 and 24/7")]
    ['0.5', '2.75']
    """
    for match in FRACTION.finditer(text):
        glyph = match["v"] or match["touching"]
        part = (
            Decimal(unicodedata.numeric(glyph)) if glyph else Decimal(match["n"]) / Decimal(match["d"]) if int(match["d"]) else Decimal(1)
        )
        if part >= 1:
            continue
        whole, start = Decimal(match["whole"] or 0), match.start()
        if match["touching"]:
            digits = LAST_DIGITS.search(text, max(0, start - 6), start)
            assert digits
            whole, start = Decimal(digits.group()), digits.start()
        value = Number(whole + part, Decimal("0.01"))
        yield Part(start, match.end(), -value if match["sign"] else value)
