"""Numbers written in words: "two and a half million", "three quarters", "half a dozen", "minus five point five", "twenty-fifth".

cardinal   = group {scale group}            "two million three hundred thousand and six"
fraction   = cardinal denominator           "two thirds", "a quarter", "one eighth"
mixed      = cardinal "and" fraction        "three and a half", and any of them before a scale: "half a million"
decimal    = cardinal "point" digit {digit}
ordinal    = [cardinal] denominator         "twenty-fifth", where it cannot be a fraction
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re

UNITS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine".split())} | {"nought": 0, "naught": 0}
TEENS = {w: i for i, w in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)}
SMALL = UNITS | TEENS
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12}
DOZEN = frozenset(("dozen", "dozens"))
ORDINALS = {w: i for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)}
ORDINALS |= {
    w: i
    for i, w in enumerate("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 10)
}
ORDINALS |= {w[:-1] + "ieth": n for w, n in TENS.items()} | {"hundredth": 100} | {w + "th": 10**n for w, n in SCALES.items()}
HALVES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
LEXICON = frozenset(
    {
        *UNITS,
        *TEENS,
        *TENS,
        *SCALES,
        *DOZEN,
        *ORDINALS,
        *HALVES,
        "hundred",
        "hundreds",
        "and",
        "a",
        "an",
        "of",
        "point",
        "minus",
        "negative",
    }
    | {w + "s" for w in ORDINALS}
    | {w + "s" for w in SCALES}
)
WORD = compile_re(r"[A-Za-z]+")
JOINT = compile_re(r"[ \u00a0]*(?:-[ \u00a0]*)?")
HEDGED = compile_re(r"\b(?:more than|over|nearly|almost|about|around|roughly|less than|under) $", re.IGNORECASE)  # "more than half"
ENDS = compile_re(r"[ \u00a0]*(?:of\b|$|[.,;:!?)])")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number in words: offsets (end exclusive), its value, what one unit of its last word is worth, whether it is a rank."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    ordinal: bool = False
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A number that ends before token `next`."""

    value: Decimal
    step: Decimal
    next: int


def find_number_words(text: str) -> list[NumberWords]:
    """The numbers in words of a text, in order.

    >>> [str(n.value.normalize()) for n in find_number_words("two and a half million of twenty-one, minus six, half a dozen")]
    ['2.5E+6', '21', '-6', '6']
    >>> [(n.value, n.ordinal) for n in find_number_words("the twenty-fifth of a hundred")]
    [(Decimal('25'), True), (Decimal('100'), False)]
    """
    found: list[NumberWords] = []
    for run in runs(text):
        i = 0
        while i < len(run.words):
            number = run.number(i)
            if number:
                found.append(number[0])
                i = number[1]
            else:
                i += 1
    return found


def runs(text: str) -> list[Run]:
    """Stretches of words that can be parts of one number."""
    out: list[Run] = []
    spans: list[tuple[int, int]] = []
    for m in WORD.finditer(text):
        if m.group().lower() not in LEXICON:
            continue
        if spans and not JOINT.fullmatch(text, spans[-1][1], m.start()):
            out.append(Run(text, spans))
            spans = []
        spans.append(m.span())
    return [*out, Run(text, spans)] if spans else out


class Run:
    """A stretch of words, parsed from any of them on."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self.text, self.spans = text, spans
        self.words = [text[a:b].lower() for a, b in spans]

    def word(self, i: int) -> str:
        return self.words[i] if i < len(self.words) else ""

    def number(self, i: int) -> tuple[NumberWords, int] | None:
        """The number that begins at a word, and the word after it."""
        start, sign = i, 1
        before = self.text[self.spans[i][0] - 1 : self.spans[i][0]]
        if before.isalnum() or before == "_":
            return None
        if self.word(i) in ("minus", "negative"):
            sign, i = -1, i + 1
        if rank := self.ordinal(i):
            return NumberWords(self.spans[start][0], self.spans[rank.next - 1][1], rank.value, rank.step, ordinal=True), rank.next
        whole, part = self.cardinal(i), self.fraction(i)
        if part and (not whole or part.next > whole.next):
            read = self.scaled(part)
        elif whole:
            read = self.scaled(self.mixed(whole))
        else:
            return None
        fraction = read.value < 1 and read.value != 0
        number = NumberWords(self.spans[start][0], self.spans[read.next - 1][1], sign * read.value, read.step, fraction=fraction)
        return number, read.next

    def cardinal(self, i: int) -> Parsed | None:
        """A whole number."""
        total, group, last, worth, seen = Decimal(0), Decimal(0), 10**15, 1, False
        if self.word(i) in ("a", "an") and (self.word(i + 1) in SCALES or self.word(i + 1) in ("hundred", "dozen")):
            group, seen, i = Decimal(1), True, i + 1
        elif self.word(i) == "hundred" and self.word(i + 1) in SCALES:
            group, worth, seen, i = Decimal(100), 100, True, i + 1
        while i < len(self.words):
            word = self.word(i)
            if word in TENS and self.denominator(i, Decimal(0)) and seen and self.word(i - 1) != "and":
                break  # "one hundred thirty fifths": a hundred of them
            if word in UNITS and not (seen and (not UNITS[word] or group % 10 or group % 100 == 10 or not total + group)):
                group, worth = group + UNITS[word], 1
            elif (word in TEENS or word in TENS) and not group % 100:
                group, worth = group + (TEENS | TENS)[word], 1
            elif word == "hundred" and 0 < group < 100:
                group, worth = group * 100, 100
            elif word == "crore" and last == 10 ** SCALES["lakh"] and not group:  # "three lakh crore"
                total, worth = total * 10 ** SCALES[word], 10 ** (SCALES["lakh"] + SCALES[word])
            elif word in SCALES and group and 10 ** SCALES[word] < last:
                total, group, last, worth = total + group * 10 ** SCALES[word], Decimal(0), 10 ** SCALES[word], 10 ** SCALES[word]
            elif word in DOZEN and group:
                group, worth = group + 11 * (group % 100 or group), 12
            elif word == "and" and seen and self.word(i - 1) in (*SCALES, "hundred") and self.more(i + 1, group) and not self.part(i + 1):
                i += 1
                continue
            else:
                break
            seen, i = True, i + 1
        return Parsed(total + group, Decimal(worth), i) if seen else None

    def more(self, i: int, group: Decimal) -> bool:
        """Whether a word can go on with a number after "and"."""
        word = self.word(i)
        return word in UNITS or ((word in TEENS or word in TENS) and not group % 100)

    def part(self, i: int) -> bool:
        """Whether a part of one begins at a word: "three quarters", but not "thirty-two fifths"."""
        read = self.fraction(i)
        return read is not None and read.value < 1

    def fraction(self, i: int) -> Parsed | None:
        """A part of one: "two thirds", "a quarter", "one half"; of "a third" only what is no rank."""
        if self.word(i) in ("a", "an") and (den := self.denominator(i + 1, Decimal(1))):
            follows = ENDS.match(self.text, self.spans[den.next - 1][1]) or self.word(den.next) in SCALES
            return Parsed(1 / den.value, Decimal("0.01"), den.next) if follows or self.word(i + 1) == "half" else None
        if self.word(i) in ("half", "quarter"):
            article = i + 1 + (self.word(i + 1) in ("a", "an"))
            scaled = self.word(article) in SCALES or self.word(article) in DOZEN
            share = self.word(i) == "half" and HEDGED.search(self.text, max(0, self.spans[i][0] - 20), self.spans[i][0])
            return Parsed(Decimal(1) / HALVES[self.word(i)], Decimal("0.01"), i + 1) if scaled or share else None
        whole = self.cardinal(i)
        if whole and (den := self.denominator(whole.next, whole.value)):
            return Parsed(whole.value / den.value, Decimal("0.01"), den.next)
        return None

    def denominator(self, i: int, numerator: Decimal) -> Parsed | None:
        """What a number of parts is of: a plural, or after "one" and "a" a singular."""
        word = self.word(i)
        if word in HALVES:
            return Parsed(Decimal(HALVES[word]), Decimal(1), i + 1)
        if word in TENS and (unit := self.denominator(i + 1, numerator)) and unit.value < 10 and self.word(i + 1) not in HALVES:
            return Parsed(TENS[word] + unit.value, Decimal(1), unit.next)
        if word.endswith("s") and word[:-1] in ORDINALS and word != "seconds":
            return Parsed(Decimal(ORDINALS[word[:-1]]), Decimal(1), i + 1)
        return (
            Parsed(Decimal(ORDINALS[word]), Decimal(1), i + 1)
            if word in ORDINALS and numerator == 1 and word not in ("first", "second")
            else None
        )

    def mixed(self, whole: Parsed) -> Parsed:
        """A whole number with what follows it: "and a half", "point five"."""
        if self.word(whole.next) == "and" and (part := self.fraction(whole.next + 1)) and part.value < 1:
            unit = whole.step if whole.step > 100 else 1  # "two million and a half"
            if (scale := SCALES.get(self.word(part.next))) and 10**scale < whole.step:  # "one billion and a half million"
                return Parsed(whole.value + part.value * 10**scale, Decimal("0.1") * 10**scale, part.next + 1)
            return Parsed(whole.value + part.value * unit, Decimal("0.1") * unit, part.next)
        if self.word(whole.next) == "point":
            digits, i = "", whole.next + 1
            while self.word(i) in UNITS:
                digits, i = digits + str(UNITS[self.word(i)]), i + 1
            rest = None if digits else self.cardinal(i)
            if rest:
                digits, i = str(rest.value), rest.next
            if digits:
                return Parsed(whole.value + Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits)), i)
        return whole

    def scaled(self, read: Parsed) -> Parsed:
        """A fraction of a scale: "half a million", "two thirds of a million", "two and a half million"."""
        i = read.next
        article = i + (self.word(i) == "of") if self.word(i + 1) in ("a", "an") else i
        article += self.word(article) in ("a", "an")
        word = self.word(article)
        if word in SCALES and read.value % 1:
            return Parsed(read.value * 10 ** SCALES[word], read.step * 10 ** SCALES[word], article + 1)
        return Parsed(read.value * 12, Decimal(1), article + 1) if word in DOZEN and read.value < 1 else read

    def ordinal(self, i: int) -> Parsed | None:
        """A rank: "eleventh", "twenty-fifth", "three hundredth"."""
        if self.word(i) in ORDINALS:
            return Parsed(Decimal(ORDINALS[self.word(i)]), Decimal(1), i + 1)
        whole = self.cardinal(i)
        if not whole or self.word(whole.next) not in ORDINALS:
            return None
        part = Decimal(ORDINALS[self.word(whole.next)])
        if whole.value == 1 and self.word(i) == "one":
            return None
        if part >= 100:
            return Parsed(whole.value * part, Decimal(1), whole.next + 1)
        below = next(n for n in (10, 100) if part < n)
        return Parsed(whole.value + part, Decimal(1), whole.next + 1) if not whole.value % below else None
