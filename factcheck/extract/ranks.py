"""Ranks: "#4", "top 5", "the fifth-highest score", "ranks second", "took first place on", "tops the leaderboard"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.quantities import SMALL, Quantity
from factcheck.extract.sentence import Choice, Sentence
from factcheck.extract.subject_evidence import subject_choices
from factcheck.ledger.model import Metric
from factcheck.values import Number, Op

ORDINAL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
)
NTH = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
COUNT = r"\d{1,3}|three|four|five|six|seven|eight|nine|ten|twenty"
BOARD = r"(?:leaderboards?|rankings?|index|charts?|list|arena|table|standings|benchmarks?)"

# (name, pattern with the rank as written in group "r", rank where the words do not say it)
PATTERNS: tuple[tuple[str, str, int | None], ...] = (
    ("#n", r"(?<![\w&/])(?P<r>#\d{1,3})(?![\w.])(?!\s?(?:reasons|things|tips))", None),
    ("top n", rf"\b(?:in|into|among|within|the|a|its|global|overall|world['’]s|placing|ranks?|ranked|cracked|held|holding)(?: [“\"]?the)? (?:\w+ )?[“\"]?(?P<r>top[ -](?:{COUNT}))\b(?! (?:reasons|takeaways|stories|tips|papers|things|picks|questions))", None),
    ("top-n placements", rf"\b(?P<r>top[ -](?:{COUNT}))[”\"]? (?:placements?|finish(?:es)?|spots?|positions?|rank(?:ing)?|score|globally|overall|worldwide)\b", None),
    ("nth-most", rf"\b(?P<r>(?:{NTH})[- ](?:most|highest|best|largest|lowest|fastest|biggest|cheapest|strongest|smallest))\b(?=[- ]\w)", None),
    ("nth-ranked", rf"\b(?P<r>{NTH})(?=-ranked\b|-placed\b|[- ]place\b|[- ]rank(?:ing)?\b)", None),
    ("ranks nth", rf"\b(?:ranks?|ranked|ranking|places|placed|placing|finish(?:es|ed)?|c(?:ame|omes?|oming) in|landed|sits|sitting|stands) (?:it |them )?(?:at |in )?(?:the )?(?P<r>{NTH}|number (?:one|two|three|four|five|\d{{1,2}})|No\. ?\d{{1,2}})\b(?! (?:half|quarter|time|generation))", None),
    ("second only to", r"\b(?P<r>second only to)\b", 2),
    ("first place", r"\b(?:takes?|took|taking|claims?|claimed|holds?|held|captur(?:es|ed)|secur(?:es|ed)|earn(?:s|ed)|seiz(?:es|ed)) (?:the )?(?P<r>top|first|number one|lead|crown)(?: (?:place|spot|position|rank|slot))\b", 1),
    ("tops the board", rf"\b(?P<r>tops|topped|topping|leads|led|leading|dominates|dominated)(?= (?:the|their|its|all|both|every|major|most) (?:[\w-]+ ){{0,4}}?{BOARD}\b)", 1),
    ("surges to the top", r"\b(?:to|reached|reaches) the (?P<r>top)(?= of the| of all|$)", 1),
    ("best score on", r"\b(?:the |a )?(?:new )?(?P<r>state[- ]of[- ]the[- ]art|SOTA|record|(?:top|highest|best)(?= (?:score|result|accuracy|rating)))(?: (?:high|score|scores|result|results|performance|accuracy|rating|overall))*(?= (?:on|for|in|across) )", 1),
)
COMPILED = [(name, re.compile(pattern, re.IGNORECASE), value) for name, pattern, value in PATTERNS]
NEEDS_LIST = frozenset(("best score on",))


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank in a text: offsets of the words that say it, its value, "<=" for a "top n"."""

    start: int
    end: int
    value: int
    op: Op
    rule: str


def find_ranks(text: str, start: int, end: int) -> list[Rank]:
    """The ranks that `text[start:end]` states, in order.

    >>> [(r.value, r.op) for r in find_ranks("It ranks second, in the top 5, at #3", 0, 36)]
    [(2, '='), (5, '<='), (3, '=')]
    """
    found: list[Rank] = []
    for name, pattern, value in COMPILED:
        for m in pattern.finditer(text, start, end):
            a, b = m.span("r")
            if any(r.start < b and a < r.end for r in found):
                continue
            number = value or read(m["r"])
            if number:
                found.append(Rank(a, b, number, "<=" if name.startswith("top") and value is None else "=", name))
    return sorted(found, key=lambda r: r.start)


def read(words: str) -> int | None:
    """The number of a rank as written.

    >>> read("#4"), read("fifth-highest"), read("top ten"), read("22nd")
    (4, 5, 10, 22)
    """
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits.group())
    for word in re.split(r"[ -]", words.lower()):
        if word in ORDINAL:
            return ORDINAL.index(word) + 1
        if word in SMALL and SMALL[word] > 0:
            return SMALL[word]
    return 20 if "twenty" in words.lower() else None


def read_ranks(sentence: Sentence, metric: Metric) -> Iterator[tuple[Rank, Choice, dict[str, str]]]:
    """The ranks of a sentence with whose they are and in which list (a `variant`)."""
    scene = sentence.scene
    for rank in find_ranks(scene.text, sentence.start, sentence.end):
        listed = list_of(sentence, rank)
        if rank.rule in NEEDS_LIST and not listed:
            continue
        if re.search(r"\bfrom [*\"“]*$", scene.text[max(0, rank.start - 10) : rank.start]) and not re.match(r"[*\s]*\(", scene.text[rank.end : rank.end + 4]):
            continue  # where it came from, not where it is
        number = Number(Decimal(rank.value))
        quantity = Quantity(rank.start, rank.end, rank.start, rank.end, number, "number", "")
        choices = subject_choices(sentence, quantity, metric)
        choices = [c for c in choices if c.id is None or sentence.vocabulary.subjects[c.id].kind in ("model", "product", "organisation")]
        best = max(choices, key=lambda c: c.weight, default=None)
        if best is None or best.id is None or best.weight < (3.0 if listed else 4.0):
            continue
        yield rank, best, {"variant": listed} if listed else {}


def list_of(sentence: Sentence, rank: Rank) -> str:
    """The name of the list in which the rank is one, as written, lower-cased; "" if unsaid."""
    scene = sentence.scene
    near = [m for m in sentence.metrics if m.id and m.cue is None and not m.weak]
    after = [m for m in near if m.start >= rank.end and m.start - rank.end < 60 and not re.search(r"[.;]", scene.text[rank.end : m.start])]
    if after:
        return after[0].text.lower()
    m = re.compile(r"(?:[\w-]+ ){0,3}?(?:on|in|of|among|for) (?:the |all |their |its )?((?:[\w'’.-]+ ){0,4}?(?:arena|leaderboards?|rankings?|index|benchmarks?|charts?|models?|list))\b", re.IGNORECASE).match(
        scene.text, rank.end + 1
    )
    if m:
        return m[1].lower()
    m = re.compile(r"[- ](?:capable |ranked |performing )?((?:[\w-]+ ){0,2}?(?:models?|score|benchmarks?))\b").match(scene.text, rank.end)
    if m and near:
        return near[-1].text.lower()
    before = [x for x in near if x.end <= rank.start]
    if before:
        return before[-1].text.lower()
    return m[1].lower() if m else ""
