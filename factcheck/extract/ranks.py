"""Ranks: "#4", "top 5", "the fifth-highest score", "ranks second", "took first place on", "tops the leaderboard"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.number_words import SMALL
from factcheck.extract.quantities import Quantity
from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Choice, Sentence
from factcheck.extract.subject_evidence import subject_choices
from factcheck.extract.superlatives import find_superlatives, said_of
from factcheck.ledger.model import Metric
from factcheck.values import Number, Op

ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NTH = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
COUNT = r"\d{1,3}|three|four|five|six|seven|eight|nine|ten|twenty"
BOARD = r"(?:leaderboards?|rankings?|index|charts?|list|arena|table|standings|benchmarks?)"

TAKES = (
    r"(?:takes?|took|taken|taking|claims?|claimed|claiming|holds?|held|holding|captur(?:es?|ed|ing)|secur(?:es?|ed|ing)"
    r"|earn(?:s|ed|ing)?|seiz(?:es?|ed|ing)|grabs?|grabbed|snagged|nabbed|landed|lands|achiev(?:es?|ed|ing))"
)

# (name, pattern with the rank as written in group "r", rank where the words do not say it)
PATTERNS: tuple[tuple[str, str, int | None], ...] = (
    (
        "#n",
        r"(?<![\w&/])(?<!\bissue )(?<!\bPR )(?<!\bstep )(?<!\btip )(?<!\bepisode )(?P<r>#\d{1,3})(?!\w|\.\d)(?!\s?(?:reasons|things|tips))",
        None,
    ),
    (
        "top n",
        rf"\b(?:in|into|among|within|the|a|its|global|overall|world['’]s|placing|ranks?|ranked|cracked|held"
        rf"|holding)(?: [“\"]?the)? (?:\w+ )?[“\"]?"
        rf"(?P<r>top[ -](?:{COUNT}))\b(?! (?:reasons|takeaways|stories|tips|papers|things|picks|questions|ways|trends|news|features))",
        None,
    ),
    (
        "top-n placements",
        rf"\b(?P<r>top[ -](?:{COUNT}))[”\"]? (?:placements?|finish(?:es)?|spots?|positions?|rank(?:ing)?|score|globally|overall"
        rf"|worldwide|models?|result)\b",
        None,
    ),
    (
        "nth-most",
        rf"\b(?P<r>(?:{NTH})[- ](?:most|highest|best|largest|lowest|fastest|biggest|cheapest|strongest|smallest|longest|top))\b(?=[- ]\w)",
        None,
    ),
    ("nth-ranked", rf"\b(?P<r>{NTH})(?=-ranked\b|-placed\b|[- ]place\b|[- ]rank(?:ing)?\b)", None),
    (
        "ranks nth",
        rf"\b(?:ranks?|ranked|ranking|places|placed|placing|finish(?:es|ed)?|c(?:ame|omes?|oming) in|landed|lands|sits|sitting"
        rf"|stands|debut(?:s|ed)|enter(?:s|ed)|listed|is|are|was)"
        rf" (?:it |them )?(?:at |in |as )?(?:the )?(?P<r>{NTH}|number (?:one|two|three|four|five|\d{{1,2}})"
        rf"|[Nn]o\. ?\d{{1,2}})\b(?= (?:on|in|among|overall|globally|worldwide|out of|of|behind|with|at|across)\b|[,.;:)*]|$)",
        None,
    ),
    (
        "number one on",
        r"\b(?P<r>number (?:one|two|three|\d{1,2})|[Nn]o\. ?\d{1,2})(?= (?:spot|position|rank|place|on|among|in the)\b)",
        None,
    ),
    ("second only to", r"\b(?P<r>second only to)\b", 2),
    (
        "first place",
        rf"\b{TAKES} (?:the |a )?(?:[\w-]+ )?(?P<r>top|first|number one|lead|crown)(?: (?:place|spot|position|rank"
        rf"|slot))?\b(?! (?:developer|engineer|time|role|step|of|to|over|with|half|generation|look|author|investor)\b)",
        1,
    ),
    (
        "tops the board",
        rf"\b(?P<r>tops|topped|topping|leads|led|leading|dominates|dominated)(?= (?:the|their|its|all|both|every|major"
        rf"|most) (?:[\w-]+ ){{0,4}}?{BOARD}\b)",
        1,
    ),
    ("leads M", r"\b(?P<r>tops|topped|topping|leads|led)(?= )", 1),
    ("surges to the top", r"\b(?:to|reached|reaches|at|on) the (?P<r>top)(?= of the| of all|$)", 1),
    (
        "record",
        r"\b(?:sets?|setting|holds?|held|broke|breaks|breaking|establish(?:es|ed|ing)|achiev(?:es?|ed|ing)|reach(?:es|ed)"
        r"|delivers?|posts?|posted|with) (?:a |the |an )?(?:new )?(?:all-time |world |open-source |open )?"
        r"(?P<r>records?|state[- ]of[- ]the[- ]art|SOTA|high(?:est)? (?:score|mark))\b(?! (?:of|for the|label|revenue|quarter"
        r"|sales|funding)\b)",
        1,
    ),
    (
        "best score on",
        r"\b(?:the |a )?(?:new )?(?P<r>state[- ]of[- ]the[- ]art|SOTA|record|(?:top|highest|best)(?= (?:[\w-]+ )??(?:scores?"
        r"|results?|accuracy|rating|performance|marks?|pass rate|value|win rate)))"
        r"(?: (?:high|score|scores|result|results|performance|accuracy|rating|overall|marks?|[\w-]+))*?(?= (?:on|for|in|across"
        r"|among|of any|of all) )",
        1,
    ),
    (
        "performs best",
        r"\b(?:performs?|performed|scores?|scored|did|does|works?|fares?|fared|ranks?|ranked)(?: the)? (?P<r>best"
        r"|highest)(?= (?:on|in|at|among|of|across|for)\b|[.,;]|$)",
        1,
    ),
    ("leader on", r"\bthe (?:clear |current |new |overall |undisputed |outright )?(?P<r>leader)(?= (?:on|in) )", 1),
    (
        "highest M",
        r"\bthe (?P<r>highest|best|top|lowest)(?= (?:[\w'’.-]+ ){1,4}?(?:scores?|results?|accuracy|rating|rate|latency|throughput)\b)",
        1,
    ),
    ("best in class", r"\b(?P<r>best[- ]in[- ]class|class[- ]leading)(?= (?:[\w-]+ ){0,3}?(?:for|in|on|at|among)\b)", 1),
)
COMPILED = [(name, re.compile(pattern, re.IGNORECASE), value) for name, pattern, value in PATTERNS]
NEEDS_LIST = frozenset(("best score on", "performs best", "record", "first place", "surges to the top", "best in class", "leader on"))
NEEDS_METRIC = re.compile(r" (?:on |in |the |both |all )*$")
FORMER = re.compile(r"\bfrom [*\"“]*$")
SHARE = re.compile(
    r"\b(?:one of|among|some of|not|n['’]t|never|if|whether|could|might|would|may|aims? to|hopes? to|wants? to)(?: (?:the"
    r"|its|a|be|have|become|take|reach))*(?: [\w-]+)? $",
    re.IGNORECASE,
)


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
    superlatives = list(first_of_its_kind(sentence))
    yield from superlatives
    for rank in find_ranks(scene.text, sentence.start, sentence.end):
        if any(r.start < rank.end and rank.start < r.end for r, _, _ in superlatives) or SHARE.search(
            scene.text[max(sentence.start, rank.start - 40) : rank.start]
        ):
            continue
        if rank.rule == "highest M" and not any(m.cue is None and m.start == rank.end + 1 for m in sentence.metrics):
            continue
        if rank.rule == "leads M" and not leads_metric(sentence, rank):
            continue
        listed = list_of(sentence, rank)
        if rank.rule in NEEDS_LIST and not listed:
            continue
        if FORMER.search(scene.text[max(0, rank.start - 10) : rank.start]) and not re.match(
            r"[*\s]*\(", scene.text[rank.end : rank.end + 4]
        ):
            continue  # where it came from, not where it is
        best = whose(sentence, rank, metric)
        if best is None or best.id is None or best.weight < (3.0 if listed else 4.0):
            continue
        for choice in all_of(sentence, rank, best):
            yield rank, choice, {"variant": listed} if listed else {}


def whose(sentence: Sentence, rank: Rank, metric: Metric) -> Choice | None:
    """Whose rank it is."""
    quantity = Quantity(rank.start, rank.end, rank.start, rank.end, Number(Decimal(rank.value)), "number", "")
    choices = subject_choices(sentence, quantity, metric)
    kinds = ("model", "product", "organisation")
    choices = [c for c in choices if not (c.mark and c.mark.start < rank.end and rank.start < c.mark.end)]
    apart = [c for c in choices if not (c.mark and sentence.scene.bracket(c.mark.start) not in (None, sentence.scene.bracket(rank.start)))]
    choices = [c for c in apart or choices if c.id is None or sentence.vocabulary.subjects[c.id].kind in kinds]
    return max(choices, key=lambda c: c.weight, default=None)


def all_of(sentence: Sentence, rank: Rank, last: Choice) -> list[Choice]:
    """Those who share a rank "top n": all of the list that ends with the one nearest to it."""
    if rank.op != "<=" or not isinstance(last.mark, SubjectMark) or last.mark.end > rank.start:
        return [last]
    text, out = sentence.scene.text, [last.mark]
    for mark in reversed([s for s in sentence.subjects if s.end <= last.mark.start and s.id]):
        if not re.fullmatch(r"(?:\s|,|&|\band\b|\b[A-Z]\w+\b|\*)+", text[mark.end : out[0].start]):
            break
        out.insert(0, mark)
    if len(out) > 1 and not re.search(r"\band\b|&", text[out[-2].end : out[-1].start]):
        return [last]
    return [Choice(m.id, last.weight, last.rule, m) for m in out]


def first_of_its_kind(sentence: Sentence) -> Iterator[tuple[Rank, Choice, dict[str, str]]]:
    """Superlatives of a sentence with the name that they are said of."""
    text = sentence.scene.text
    for found in find_superlatives(text, sentence.start, sentence.end):
        before = [s for s in sentence.subjects if s.end <= found.start and not s.object]
        behind = [s for s in sentence.subjects if s.start >= found.until]
        mark = before[-1] if before and said_of(text, found, before[-1].start, before[-1].end, behind=False) else None
        if mark is None and behind and said_of(text, found, behind[0].start, behind[0].end, behind=True):
            mark = behind[0]
        if mark and mark.id and sentence.vocabulary.subjects[mark.id].kind in ("model", "product", "organisation"):
            rank = Rank(found.start, found.end, 1, "=", "superlative")
            yield rank, Choice(mark.id, 6.0, "said of it", mark), {"variant": found.variant}


def leads_metric(sentence: Sentence, rank: Rank) -> bool:
    """Whether what is led is a benchmark, and nobody is led by name."""
    after = [m for m in sentence.metrics if m.start >= rank.end and m.cue is None]
    if not after or after[0].text.islower() or not NEEDS_METRIC.fullmatch(sentence.scene.text, rank.end, after[0].start):
        return False
    return not any(s.object and 0 <= s.start - rank.end < 60 for s in sentence.subjects)


WHERE = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:on|in|of|among|for|at|across|as) (?:both )?(?:the |all |their |its "
    r"|our )?((?:[\w'’.-]+ ){0,5}?(?:arena|leaderboards?|rankings?|index|benchmarks?|charts?|models?|list|category|tasks?"
    r"|datasets?|class|division|tests?|domains?))\b",
    re.IGNORECASE,
)
BOARD_AFTER = re.compile(rf"(?: the| their| its| all| both| every)? ((?:[\w'’.-]+ ){{0,4}}?{BOARD})\b", re.IGNORECASE)
TASK = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:on|in|for|at|across|among) (?:the )?((?!(?:most|many|our|its|their|this|that|all|the world"
    r"|history|terms|January|February|March|April|May|June|July|August|September|October|November|December|\d|a|an|my"
    r"|your)\b)[\w-]+(?: (?!and\b|with\b|at\b|by\b|while\b|but\b|to\b|of\b|for\b|on\b|in\b)[\w-]+){0,3})",
    re.IGNORECASE,
)
REALM = re.compile(r"(?:In|On|For|At)(?: the (?:realm|field|area|world|domain|category) of)?(?: the)? ([a-z][\w-]*(?: [\w-]+){0,3}),")
KIND = re.compile(r"[- ](?:capable |ranked |performing |rated |scoring )?((?:[\w-]+ ){0,2}?(?:models?|score|benchmarks?))\b")


def list_of(sentence: Sentence, rank: Rank) -> str:
    """The name of the list in which the rank is one, as written, lower-cased; "" if unsaid."""
    text = sentence.scene.text
    near = [m for m in sentence.metrics if m.cue is None and not m.weak]
    after = [m for m in near if m.start >= rank.end and m.start - rank.end < 60 and not re.search(r"[.;]", text[rank.end : m.start])]
    if after:
        listed = [after[0]]
        for m in after[1:]:
            if re.fullmatch(r"(?:\s|,|&|/|\*|\band\b|\bboth\b)*", text[listed[-1].end : m.start]):
                listed.append(m)
        return " ".join(m.text.lower() for m in listed)
    within = text[: sentence.end]
    for pattern in (WHERE, BOARD_AFTER):
        if named := pattern.match(within, rank.end + (pattern is WHERE)):
            return named[1].lower()
    kind = KIND.match(within, rank.end)
    if kind and near:
        return near[-1].text.lower()
    before = [x for x in near if x.end <= rank.start]
    if before:
        return before[-1].text.lower()
    if rank.rule in NEEDS_LIST and (task := TASK.match(within, rank.end) or REALM.match(text[sentence.start : rank.start])):
        return task[1].lower()
    return kind[1].lower() if kind else ""
