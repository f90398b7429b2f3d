"""Under which conditions a figure is said to hold: mode, effort, tools, version, attempts, tier, date."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.names.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.names.sentence import Attached
from factcheck.extract.voices.paired_conditions import paired
from factcheck.patterns import compile_re

EFFORTS = r"x-?high|extra high|max(?:imum)?|high|medium|low|minimal"
NOT_MODES = frozenset(
    "this that the a an its new each one two three both other same default operating response special mode light dark airplane failure"
    " free first and or in of three-response any every which sandbox".split()
)
TIERS = r"free|pro\+?|plus|teams?|enterprise|ultra|max|business|premium|standard|starter|individual|basic"

# A processor by its number: "an RTX 4090", "a single Nvidia H100", "the M4 Max"; counts only for speeds.
HARDWARE = r"(?:[A-Z][A-Za-z]+ )?(?:[A-Z][a-z]+ )?(?:[A-Z]{1,4}[ -]?\d{1,5}[A-Za-z]*)(?: (?:Ti|Max|Pro|Ultra|Super|SXM|NVL\d+))*"


THE_MODE = compile_re(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)(?: (?:new|optional|separate))? [*_\"“]*$")
DOES = compile_re(
    r"[*_\"”]*(?: mode)?[*_]* (?:is|was|costs?|runs?|comes|came|has|had|adds?|needs?|uses?|doubles|takes|makes|gives|works|remains|stays)\b"
)


def words(pattern: str) -> re.Pattern[str]:
    """A pattern of words, in capitals or not."""
    return compile_re(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a text names a condition: `value`, or what a group of the pattern holds; `beside`: of the name right before it only."""

    name: str
    key: str
    pattern: re.Pattern[str]
    value: str | None = None
    beside: bool = False


RULES = (
    Rule(
        "no tools",
        "tools",
        words(
            r"\b(?:without|no|w/o|sans|excluding) (?:any |external |the use of )?tools?(?: use)?\b|\btool-free\b"
            r"|\btools (?:off|disabled)\b"
        ),
        "without",
    ),
    Rule(
        "with tools",
        "tools",
        words(
            r"\b(?:with|w/|using|including|plus) (?:external |python |search |web |browsing )?tools?\b(?: use| access)?"
            r"|\bwith (?:python|code execution|(?:web )?search|browsing|(?:web|internet) access)(?: (?:enabled|turned on))?"
            r"(?=[,.;:)]|$| (?:and|it|they)\b)"
            r"|\b(?:if|when|once) (?:it |they )?(?:may|can|could|is allowed to) use tools\b"
            r"|\b(?:if|when|once) tools are (?:allowed|permitted|available)\b"
            r"|\btool-augmented\b|\btools (?:on|enabled)\b|\btool use enabled\b"
        ),
        "with",
    ),
    Rule(
        "some mode",
        "mode",
        words(r"\b(?P<v>(?:(?:deep|extended|adaptive|full|heavy) )?(?:non-)?[a-z][\w-]*)[\"”’]?[ -]mode\b"),
    ),
    Rule(
        "mode behind a name",
        "mode",
        words(r"(?<=\d )(?P<v>(?:non-)?thinking|non-reasoning|instant)\b(?= ?[(,:]| (?:scor|achiev|reach|hit|gets?\b|at \d))"),
        beside=True,
    ),
    Rule(
        "effort behind a name",
        "effort",
        words(r"(?<=\d )(?P<v>high|medium|low|minimal|xhigh)\b(?! ?-|[- ](?:end|level|cost|price|quality|speed))"),
        beside=True,
    ),
    Rule(
        "at an effort",
        "effort",
        words(
            rf"\bat (?P<v>{EFFORTS}|xhigh)\b(?=[(,.;:)]| [(—–]|$"
            r"| (?:and|effort|it|scor\w+|costs|beats?|match\w*|against|reach\w*|us\w+)\b)"
        ),
    ),
    Rule("mode in brackets", "mode", words(r"[(\[](?P<v>(?:non-)?(?:thinking|reasoning)|instant)(?=[,)\]; ])")),
    Rule(
        "some effort",
        "effort",
        words(rf"\b(?P<v>{EFFORTS})[ -](?:reasoning[ -]|thinking[ -])?effort\b|\beffort(?: level)?(?: set)?(?: to|:) (?P<w>{EFFORTS})\b"),
    ),
    Rule(
        "effort in brackets",
        "effort",
        words(
            rf"[(\[](?:reasoning )?(?P<v>{EFFORTS}|xhigh)(?: reasoning| thinking)?(?=[,)\]])|\b(?P<w>xhigh)\b"
            r"|\breasoning[ -](?P<x>high|medium|low)\b"
        ),
    ),
    Rule("attempts", "attempts", words(r"\b(?P<v>(?:pass|cons|maj|avg|best|mean)@\d+)\b|\b(?P<w>best[ -]of[ -]\d+)\b")),
    Rule(
        "plan",
        "tier",
        words(
            rf"\b(?P<v>{TIERS}) (?:tier|plan|subscription|subscribers|users)\b"
            rf"|(?<![-\w])(?P<w>{TIERS})(?= (?:at|is|costs|for|starts at|runs) \$\d)"
            rf"|(?:/mo(?:nth)?|\b(?:a|per) month) for (?:the )?(?P<x>{TIERS})(?!\w)"
        ),
    ),
    Rule(
        "round of funding",
        "round",
        words(r"\b(?P<v>series [A-K]\d?|pre-seed|seed(?= (?:round|funding|financing|investment|money)))\b"),
    ),
    Rule(
        "effort again",
        "effort",
        words(rf"\b(?:at|on|with) (?P<v>{EFFORTS})\b(?=,? (?:only|just|a mere|still|about|around|it|even|[~$]?\d))"),
    ),
    Rule(
        "tools again",
        "tools",
        words(r"\b(?P<v>with(?:out)?) them\b|\b(?P<w>without)(?=[,.;:)]|$| (?:and|but|while)\b)"),
    ),
    Rule(
        "thinking turned on",
        "mode",
        words(r"\b(?P<v>(?:extended )?thinking|reasoning) (?:mode )?(?:is |was )?(?:enabled|activated|(?:turned|switched) on)\b"),
    ),
    Rule(
        "thinking turned off",
        "mode",
        words(
            r"\b(?:thinking|reasoning) (?:mode )?(?:is |was )?(?:disabled|deactivated|(?:turned|switched) off)\b"
            r"|\bwith (?:thinking|reasoning) off\b|\bwith(?:out| no) (?:extended )?thinking\b(?=[,.;:)]|$| (?:it|the|mode)\b)"
        ),
        "non-thinking",
    ),
    Rule(
        "with thinking",
        "mode",
        words(
            r"\bwith (?P<v>(?:extended|adaptive|deep|interleaved) thinking)\b(?! (?:tokens|budgets?))"
            r"|\bwith (?P<w>thinking|reasoning)(?=[,.;:)]| (?:it|the model)\b| (?:and|but) [~≈]?\d)"
        ),
    ),
    Rule("shots", "variant", words(r"(?<![\w-])(?P<v>(?:\d{1,2}|zero|one|few|five)-shot(?:@\d+)?)\b(?! (?:learn|capab|prompting is))")),
    Rule(
        "hardware",
        "hardware",
        compile_re(rf"\bon (?:an? |the |one |two |four |eight |\d+x ?|a single |single )*(?P<v>{HARDWARE})"),
    ),
    Rule("version", "version", words(r"(?:\bversion |\bv)(?P<v>\d+(?:\.\d+)*)\b")),
)
SPELLINGS = {"maximum": "max", "extra high": "xhigh", "x-high": "xhigh"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition named in a text: offsets (end exclusive), key and normalised value."""

    start: int
    end: int
    key: str
    value: str
    beside: bool = False  # holds only for the name that it stands right behind


def told_of(text: str, condition: Condition) -> bool:
    """Whether a text tells something of a mode itself, so that what follows need not be in it: "The fast mode costs more."."""
    return THE_MODE.search(text, 0, condition.start) is not None and DOES.match(text, condition.end) is not None


@lru_cache(maxsize=1000)  # the labels of a table come again with every cell
def find_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions that a text names, in order.

    >>> [(c.key, c.value) for c in find_conditions('42.8 without tools, 50.4 with tools, in "Contemplating" mode at xhigh effort')]
    [('tools', 'without'), ('tools', 'with'), ('mode', 'contemplating'), ('effort', 'xhigh')]
    """
    found: list[Condition] = []
    for rule in RULES:
        for m in rule.pattern.finditer(text):
            said = rule.value or next((g for g in m.groupdict().values() if g), "").lower()
            if rule.key == "mode" and " thinking" not in said:
                said = said.replace(" ", "-")
            if rule.key == "mode" and said in NOT_MODES:
                continue
            if rule.name.endswith(" again") and not any(c.key == rule.key and c.end <= m.start() for c in found):
                continue  # nothing that "them" could mean
            if not any(c.start < m.end() and m.start() < c.end for c in found):
                start = m.start("x") if rule.key == "tier" and m["x"] else m.start()
                found.append(Condition(start, m.end(), rule.key, SPELLINGS.get(said, said), rule.beside))
    return tuple(sorted(found, key=lambda c: c.start))


def conditions_of(scene: Scene, start: int, end: int, figures: list[Attached], carried: dict[str, str]) -> list[dict[str, str]]:
    """The conditions of each figure of a sentence `scene.text[start:end]`, in their order.

    A condition belongs to the subject or metric that it directly follows, to the figure beside it, or, where it comes before
    them all, to all of the sentence. `carried` is what the passage has been about, for figures whose subject is not named anew.
    """
    out: list[dict[str, str]] = [{} for _ in figures]
    names = [(s.start - start, s.end - start) for s in scene.subjects if s.id]
    together, spans = paired(scene, start, end, figures)
    taken = [*names, *((a - start, b - start) for a, b in spans)]
    found = [c for c in find_conditions(scene.text[start:end]) if not any(a <= c.start and c.end <= b for a, b in taken)]
    for condition in found:
        a, b = start + condition.start, start + condition.end
        if condition.key == "version":
            owners = [i for i, f in enumerate(figures) if f.metric.mark and versioned(scene, f.metric.mark, a, b)]
        elif condition.key == "round":
            owners = raised(scene, a, b, figures)
        else:
            owners = owners_of(scene, a, b, figures, beside=condition.beside)
        for i in owners:
            later = figures[i].quantity.start - start
            if any(c.key == condition.key and condition.end <= c.start < c.end <= later for c in found if condition.end <= later):
                continue  # another one stands nearer
            own = any(s.mark and a < s.mark.end and s.mark.start < b for s in figures[i].subjects)  # "40 t/s on S" is of S
            if condition.key == "round" or (condition.key == "hardware" and figures[i].quantity.dimension == "speed" and not own):
                out[i].setdefault("variant", condition.value)
            elif condition.key != "hardware":
                out[i].setdefault(condition.key, condition.value)
    for i, f in enumerate(figures):
        out[i] |= together.get(i, {})
        for key, named in (("version", "version"), ("variant", "part")):
            if value := getattr(f.metric.mark, named, None):
                out[i].setdefault(key, value)
        if carried and (f.subjects[0].mark is None or getattr(f.subjects[0].mark, "pronoun", False)):
            for key, value in carried.items():
                out[i].setdefault(key, value)
    return out


def versioned(scene: Scene, mark: MetricMark | SubjectMark, a: int, b: int) -> bool:
    """Whether a version named at `a` to `b` is a metric's: "the Index v4.0", "version 4.0 of the Index"."""
    return 0 <= a - mark.end <= 2 or OF_THE.fullmatch(scene.text, b, mark.start) is not None


def raised(scene: Scene, a: int, b: int, figures: list[Attached]) -> list[int]:
    """The sum of money that a round of funding named at `a` to `b` raised: the one right before it, else the next one behind it."""
    here = [i for i, f in enumerate(figures) if scene.clause(f.quantity.start) == scene.clause(a)]
    money = [i for i in here if figures[i].quantity.dimension == "money" and not WORTH.match(scene.text, figures[i].quantity.end)]
    before = [i for i in money if figures[i].quantity.end <= a and len(scene.text[figures[i].quantity.end : a].split()) <= 9]
    behind = [i for i in money if figures[i].quantity.start >= b]
    return before[-1:] or behind[:1]


def owners_of(scene: Scene, a: int, b: int, figures: list[Attached], *, beside: bool = False) -> list[int]:
    """Which figures a condition at `a` to `b` belongs to; `beside`: only those of the name that it stands right behind."""
    follows = OPENS.match(scene.text, b)
    if follows and not scene.bracket(a):
        inside = [i for i, f in enumerate(figures) if scene.bracket(f.quantity.start) == scene.bracket(follows.end())]
        if inside:
            return inside
    named = [
        i
        for i, f in enumerate(figures)
        if any(s.mark and 0 <= a - s.mark.end <= 3 and not patterns.search(r"[.;]", scene.text[s.mark.end : a]) for s in f.subjects)
    ]
    if named or beside:
        return named
    measured = [i for i, f in enumerate(figures) if f.metric.mark and 0 <= a - f.metric.mark.end <= 2 and scene.bracket(a)]
    if measured:
        return measured
    before = [i for i, f in enumerate(figures) if f.quantity.outer_end <= a]
    behind = [i for i, f in enumerate(figures) if f.quantity.outer_start >= b]
    if before:
        nearest = max(before, key=lambda i: figures[i].quantity.outer_end)
        gap = scene.text[figures[nearest].quantity.outer_end : a]
        if len(gap.split()) <= 8 and not patterns.search(r"[;.] ", gap):
            same = [i for i in before if figures[i].quantity == figures[nearest].quantity]
            following = min((figures[i].quantity.outer_start - b for i in behind), default=999)
            next_begins = patterns.search(r",\s*(?:and |but |while )?(?:(?:with|in|at|on|using|for|its|the|their) )*$", gap.rstrip() + " ")
            if not (next_begins and following < 30):
                return same
    if behind and not before:
        bracket = scene.bracket(a)
        return [i for i in behind if not bracket or scene.bracket(figures[i].quantity.start) == bracket]
    if behind:
        nearest = min(behind, key=lambda i: figures[i].quantity.outer_start)
        if scene.clause(a) == scene.clause(figures[nearest].quantity.start):
            return [nearest]
    return []


OF_THE = compile_re(r" of (?:the )?[*_]*")
WORTH = compile_re(r"\W{0,3}(?:[\w-]+ ){0,2}valuation\b")
OPENS = compile_re(r"(?: [\w-]+){0,2} ?\(")  # brackets that are about what stands before them
