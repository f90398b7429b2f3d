"""Quantities as English writes them: "58 million", "$2.50", "80.4 to 80.5%", "just over 50", "nine", "3x", "200 ms", "the 21st".

A number in digits (numerals.py) or in words (number_words.py) is looked at from itself outwards: what precedes it (sign, currency,
hedge: hedges.py), what follows (units, nouns: units.py), whether another one makes a range or a sum of it. So the digits are found
first and no pattern is tried at every letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.dataclass import dataclass, replace
from factcheck.extract.numbers.contested import lost
from factcheck.extract.numbers.hedges import before_number, marked, with_bound
from factcheck.extract.numbers.number_sums import joined, with_shared_units
from factcheck.extract.numbers.number_words import NumberWords, find_number_words
from factcheck.extract.numbers.numerals import DIGITS, Numeral, numeral, parts_of_one, plain, scaled
from factcheck.extract.numbers.pictures import pictures
from factcheck.extract.numbers.quantity import Dimension, Quantity
from factcheck.extract.numbers.units import MONEY, MONEY_AFTER, UNIT, WORD_UNIT, dimension_of, with_unit
from factcheck.patterns import compile_re
from factcheck.values import Number, Range

SIGN = compile_re(
    r"(?P<mark>(?:[~≈∼<≤≥]|(?<![=–—-])>)(?:\s?=)?\s{0,2})?(?P<sign>[+±−-])?"
    r"(?:(?P<money>(?:(?:US\$|(?:HK|AU?|CA?|NZ|NT|S|R)\$|USD|EUR|GBP|CNY|RMB|CN¥|\$|€|£|¥)[ \u00a0]?|\bdollar ))(?P<inner>[−-])?)?\Z"
)
POWER_UNIT = compile_re(r"(?:[kMG]?W|[MG]Hz|fps)\b")
MINUS = compile_re(r"\b(?:minus|negative)[ \u00a0]$", re.IGNORECASE)
NTH = compile_re(r"(?:st|nd|rd|th)\b")
MIXTURE = compile_re(r"\d[BMT][-–‑]A$")  # "120B-A12B": of 120B 12B are active
CLOSE_LIST = compile_re(r"(?<![\w.,(\[])(?:\d{1,2},){2,20}\d{1,2}(?![\w,])")  # "8,16,32", but no footnotes "[3,4,9]"
HALF = compile_re(r"\d[kKMBT%]/$")  # the first of a pair: "3B/16B"
YEAR = compile_re(r"19[5-9]\d|20[0-4]\d")
RANGE = compile_re(r"(?:[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0](?:to|and|or)[ \u00a0])(?=[$€£¥]?\d)")
BETWEEN = compile_re(r"\bbetween[ \u00a0]$", re.IGNORECASE)
FROM = compile_re(r"\bfrom[ \u00a0](?:(?-i:[A-Z\d])[\w.-]*(?: [\w.-]+){0,3}['’]s )?(?:about |around |roughly |~)?[*]*$", re.IGNORECASE)
BY = compile_re(r"\bby[ \u00a0](?:about |around |roughly |nearly |over |~)?$", re.IGNORECASE)
RANGES = compile_re(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|spans?|spanning) from[ \u00a0](?:about |around |roughly |~)?$", re.I
)
SHARED_SCALE = compile_re(r"[ \u00a0](?:of|out of|to)[ \u00a0]\$?\d[\d,.]*[ \u00a0]?(?P<scale>thousand|million|billion|trillion)\b")
MANY = compile_re(
    r"\b(?:(?P<of>tens|hundreds) of )?(?P<many>hundred|thousand|million|billion|trillion)s\b(?= |$|[,.;])"
    r"(?P<money> of dollars\b)?",
    re.IGNORECASE,
)
PART_OF = compile_re(r"[ \u00a0]an? (?:second|minute|hour|day|week|month|year)\b")  # "half a second"
PLURALS = {"tens": 1, "hundreds": 2, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
COUNTED = compile_re(r"(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|hundred))[ \u00a0-]$", re.IGNORECASE)
MEASURES = ("year", "mont", "week", "hour", "day ", "bill", "mill", "tril", "toke", "para", "poin")


def quantities(text: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a text in order. `taken` are stretches (names, dates) whose digits are no quantities.

    >>> [(text[q.start : q.end], q.dimension, q.op) for text in ("about 58 million tokens at $2.50",) for q in quantities(text, [])]
    [('58 million', 'tokens', '~'), ('$2.50', 'money', '=')]
    """
    covered = Covered(taken)
    sides = [q for q in pictures(text) if not covered.has(q.start)]
    covered = Covered([*taken, *((q.start, q.outer_end) for q in sides)])
    parts = [q for q in fractions(text) if not covered.has(q.start)]
    found = in_digits(text, covered, Covered([(q.start, q.end) for q in parts]))
    found += [q for q in parts if not any(q.start < f.end and f.start < q.end for f in found)]  # "0–1½"
    found += [q for q in in_words(text) if not covered.has(q.start) and not any(q.start < f.outer_end and f.start < q.end for f in found)]
    return with_shared_units(text, list(joined(text, sorted([*found, *sides], key=lambda q: q.start))))


class Covered:
    """Whether an offset lies in one of some stretches."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self.stretches = stretches

    def has(self, offset: int) -> bool:
        return any(a <= offset < b for a, b in self.stretches)


def fractions(text: str) -> Iterator[Quantity]:
    """Parts of one and mixed numbers in digits."""
    for part in parts_of_one(text):
        op, hedge, outer = before_number(text, part.start)
        yield Quantity(part.start, part.end, outer, part.end, part.value, "number", "", op, hedge, words=True)


def in_digits(text: str, covered: Covered, parts: Covered) -> list[Quantity]:
    """The quantities whose numbers are written in digits, but for parts of one."""
    found: list[Quantity] = []
    for match in DIGITS.finditer(text):
        if (
            parts.has(match.start())
            or parts.has(match.end() - 1)
            or covered.has(match.start())
            or (found and match.start() < found[-1].outer_end)
        ):
            continue
        quantity = at(text, match)
        if quantity and found and quantity.start < found[-1].end:  # "20+$5": the plus is the first one's
            quantity = replace(quantity, start=found[-1].end, outer_start=found[-1].end, signed=False)
        if quantity:
            found.append(quantity)
    return found


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands right before a number: a mark of comparison, a sign, a currency; `first` is where the value begins."""

    first: int
    mark: str
    sign: str
    money: str
    inner: bool = False  # the sign stands between currency and number: "$-5"


def lead(text: str, digits: re.Match[str], *, in_range: bool) -> Lead | None:
    """What stands right before digits; None where they are part of something else."""
    start = digits.start()
    left = SIGN.search(text, max(0, start - 10), start)
    assert left
    mark, sign, money = (left["mark"] or "").strip(), left["sign"] or left["inner"] or "", (left["money"] or "").strip()
    first = left.start()
    before = text[first - 1] if first else " "
    if left["sign"] in ("-", "−") and (before.isalnum() or before in ")%"):
        sign, first, before = "", start - len(left["money"] or ""), "-"
        if not in_range and not money:
            return None  # the second half of something hyphenated
    joined = not (before == "A" and MIXTURE.search(text, max(0, first - 4), first)) and (
        before.isalnum() or before in "_#@.:^\\" or (before == "," and text[first - 2 : first - 1].isdigit() and not in_list(text, digits))
    )
    if joined and not (in_range or money or mark) and (before != ":" or text[first - 2 : first - 1].isdigit()):
        return None
    if before == "/" and not (money or in_range or halved(text, first, digits.group())):
        return None
    return Lead(first, mark, sign, money, bool(left["inner"]))


def in_list(text: str, digits: re.Match[str]) -> bool:
    """Whether digits behind a comma go on with a list written without blanks: "8,16,32"."""
    return any(m.start() < digits.start() < m.end() for m in CLOSE_LIST.finditer(text, max(0, digits.start() - 64)))


def halved(text: str, first: int, digits: str) -> bool:
    """Whether digits behind a stroke are the other half of a pair of figures: "3B/16B", "5/2.5"."""
    return HALF.search(text, max(0, first - 4), first) is not None or (text[first - 2 : first - 1].isdigit() and "." in digits)


def at(text: str, digits: re.Match[str], *, in_range: bool = False) -> Quantity | None:
    """The quantity whose number stands at a match of `DIGITS`; None where the digits are part of something else."""
    left = lead(text, digits, in_range=in_range)
    if not left:
        return None
    number = numeral(text, digits)
    plus = number.end + (text[number.end : number.end + 1] == "+" and not text[number.end + 1 : number.end + 2].isdigit())
    unit = UNIT.match(text, plus)
    if not unit and not left.money and not in_range and NTH.match(text, digits.end()):
        return ordinal(text, left.first, digits)
    if not unit and part_of_a_word(text, number, left):
        return None
    quantity = measured(text, left, number, unit, plus)
    if not in_range:
        quantity = with_range(text, quantity, number)
    return with_bound(text, with_unit(text, quantity))


def ordinal(text: str, first: int, digits: re.Match[str]) -> Quantity:
    """A place in an order, in digits: "21st"."""
    return Quantity(first, digits.end() + 2, first, digits.end() + 2, plain(digits.group()), "ordinal", "rank")


def part_of_a_word(text: str, number: Numeral, left: Lead) -> bool:
    """Whether digits that no unit follows are part of something else: "3D", "12:30", "24/7", "1.5.2"."""
    after = text[number.end : number.end + 1]
    if number.scale or (left.money and after == "/") or MONEY_AFTER.match(text, number.end) or POWER_UNIT.match(text, number.end):
        return False
    return after.isalpha() or (after != "" and after in ":/." and text[number.end + 1 : number.end + 2].isdigit())


def measured(text: str, left: Lead, number: Numeral, unit: re.Match[str] | None, plus: int) -> Quantity:
    """A number with its sign, hedge and unit."""
    if unit and unit.group().strip() == "times" and (number.scale or number.value.value >= 1000):
        unit = None  # "5 million times" counts
    written = unit.group().strip(" \u00a0-") if unit else ""
    dimension, name, factor = dimension_of(written) if written and not left.money else ("number", "", Decimal(1))
    if left.money:
        dimension, name = "money", MONEY[left.money.upper()]
    end, outer_end = plus, unit.end() if unit else plus
    touches = unit is not None and unit.group()[0] not in " \u00a0-"
    if unit and dimension not in ("number", "money") and (touches or dimension == "bytes" or short(written, dimension)):
        end = unit.end()
    late = unit is not None and text[outer_end : outer_end + 1] == "+" and not text[outer_end + 1 : outer_end + 2].isdigit()
    if late:
        end = outer_end = outer_end + 1
    op, hedge, outer_start = before_number(text, left.first)
    if left.mark:
        op, hedge, outer_start = *marked(left.mark), min(outer_start, left.first)
    inside = bool(number.scale) and text[number.end - len(number.scale) - 2 : number.end].startswith("+")  # "$10+ billion"
    if (plus > number.end or late or inside) and op == "=":
        op = ">="
    first, value = left.first, Number(number.value.value * factor, number.value.step * factor)
    negative = left.sign in ("-", "−") and not left.mark.startswith(("~", "≈", "∼"))
    if minus := MINUS.search(text, max(0, first - 10), first):
        first, negative = minus.start(), True
    return Quantity(
        *(first, end, min(outer_start, first), outer_end),
        -value if negative and (left.inner or dimension in ("number", "percent", "points")) else value,
        *(dimension, name, op, hedge),
        signed=left.sign in ("+", "-", "−"),
        scaled=bool(number.scale) or number.powered,
        year=not left.money and not written and not number.scale and YEAR.fullmatch(number.digits.group()) is not None,
    )


def short(unit: str, dimension: Dimension) -> bool:
    """Whether a unit is a sign that belongs to the number as written: "200 ms", "3 x", "9 %"."""
    return unit in ("x", "×", "X", "%") or (dimension == "time" and len(unit) <= 2)


def with_range(text: str, low: Quantity, number: Numeral) -> Quantity:
    """The quantity, or the range that it begins."""
    joint = RANGE.match(text, low.end)
    if not joint or (low.year and not low.unit):
        shared = SHARED_SCALE.match(text, low.end) if not low.scaled and not low.unit else None
        return replace(low, value=scaled(number.value, shared["scale"]), scaled=True) if shared else low
    between, word = BETWEEN.search(text, max(0, low.start - 10), low.start), joint.group().strip()
    if (word == "and" and not between) or word == "or" or (word == "to" and (grown(text, low) or lost(text, low))):
        return low
    following = DIGITS.search(text, joint.end())
    assert following
    high = at(text, following, in_range=True)
    if FROM.search(text, max(0, low.start - 40), low.start) and not RANGES.search(text, max(0, low.start - 40), low.start):
        return replace(low, dimension=high.dimension, unit=high.unit) if high and low.dimension == "number" and not low.year else low
    if not high or isinstance(high.value, Range) or isinstance(low.value, Range) or high.year:
        return low
    if low.unit and high.unit and low.unit != high.unit:
        return low
    first = low.value
    if not low.scaled and (high.scaled or (high.unit and not low.unit)):
        factor = high.value.step / plain(following.group()).step
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
        per=high.per or low.per,
        scaled=low.scaled or high.scaled,
        op="range",
        hedge=None,
        year=False,
    )


def grown(text: str, low: Quantity) -> bool:
    """Whether a sum is by how much something grew, so that the one behind "to" is what it grew to: "by $184 billion to $939 billion"."""
    return low.dimension == "money" and BY.search(text, max(0, low.start - 16), low.start) is not None


def in_words(text: str) -> list[Quantity]:
    """Numbers and ordinals written in words, and plurals such as "thousands of"."""
    found = [worded(text, number) for number in find_number_words(text) if number.ordinal or counted(text, number)]
    for match in MANY.finditer(text):
        start, end = match.start(), match.end("many") + 1
        overlaps = any(q.start < end and start < q.outer_end for q in found)
        if not overlaps and not COUNTED.search(text, max(0, start - 8), start):
            size = Decimal(10) ** (PLURALS[match["many"].lower()] + PLURALS.get((match["of"] or "").lower(), 0))
            dimension: Dimension = "money" if match["money"] else "number"
            unit = "usd" if match["money"] else ""
            found.append(Quantity(start, end, start, match.end(), Number(size, size), dimension, unit, ">=", words=True, scaled=True))
    return found


def counted(text: str, number: NumberWords) -> bool:
    """Whether a number in words is a quantity of its own rather than a part of a longer word ("one-shot")."""
    following = text[number.end : number.end + 5].lower()
    return following[:1] != "-" or (following[1:] in MEASURES and number.value > 0)  # "zero-day"


def worded(text: str, number: NumberWords) -> Quantity:
    """A number in words as a quantity, with its hedge and unit."""
    value = Number(number.value, number.step)
    if number.ordinal:
        return Quantity(number.start, number.end, number.start, number.end, value, "ordinal", "rank", words=True)
    op, hedge, outer = before_number(text, number.start)
    dimension: Dimension = "number"
    unit, end = "", number.end
    tail = WORD_UNIT.match(text, number.end) or (PART_OF.match(text, number.end) if number.value < 1 else None)
    if tail and not (number.value >= 1000 and tail.group().endswith("times")):  # "two million times" counts
        (dimension, unit, factor), end = dimension_of(tail.group().split()[-1].strip(" -\u00a0")), tail.end()
        value = Number(value.value * factor, value.step * factor)
    large = number.value >= 1000
    quantity = Quantity(number.start, number.end, outer, end, value, dimension, unit, op, hedge, words=True, scaled=large)
    return with_bound(text, with_unit(text, quantity))
