"""The names of amounts taken apart into stems, so that they are known in any form and order: "lost $40 billion in market value".

A name becomes a `Wording`: the stems of its content words, and of what can be counted the noun that has to follow the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

WORD = compile_re(r"[^\W\d_]+(?:['’][a-z]+)?")
# Words of a name that a text leaves out, and that tell nothing.
EMPTY = frozenset(
    """
    a an the of in by per to for and or on at with from over as its their it itself number total count amount limit limits maximum
    share size length time been is was
    """.split()
)
IRREGULAR = {
    stem: base
    for base, stems in {
        "find": "found finds finding discover discovered discovers discovering uncovered identified",
        "lose": "lost loss losses loses losing wiped wiping wipes erased erasing erases shed shedding",
        "spend": "spent spends spending expenditure expenditures outlay outlays",
        "build": "built",
        "sell": "sold sale sales",
        "buy": "bought",
        "pay": "paid",
        "win": "won",
        "rise": "rises rising rose risen grow grows growing grew grown growth climb climbed climbing jump jumped jumps surge surged"
        " surges soar soared increase increased increases gained gain gains spike",
        "fall": "falls falling fell fallen drop drops dropped plunge plunged plunges plunging slide slid tumbled tumble sank"
        " declined decline plummeted",
        "write": "wrote written",
        "hold": "held",
        "day": "daily",
        "week": "weekly",
        "month": "monthly",
        "year": "yearly annual annually",
        "gpu": "gpus",
        "funds": "fund funds",  # an investor's, and no money raised
    }.items()
    for stem in (base, *stems.split())
}
# Longest first: the first that leaves three letters is cut off.
SUFFIX = compile_re(r"(?<=[a-z]{3})(?:umption|ations?|ments?|ings?|ances?|ences?|ions?|ers?|ors?|als?|ies|ied|ed|es|s|e|y)$")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the forms of a word have in common.

    >>> [stem(w) for w in ("raised", "raising", "raise", "valued", "valuation", "subscribers", "lost", "losses")]
    ['rai', 'rai', 'rai', 'valu', 'valu', 'subscrib', 'lose', 'lose']
    """
    word = patterns.sub(r"['’].*", "", word.lower())
    if word in IRREGULAR:
        return IRREGULAR[word]
    for _ in range(3):
        word = SUFFIX.sub("um" if word.endswith("umption") else "", word)
        word = word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word
    return word


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """A noun without its plural ending.

    >>> [singular(w) for w in ("users", "vulnerabilities", "GPUs", "business")]
    ['user', 'vulnerability', 'gpu', 'business']
    """
    word = word.lower()
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# Units that the ledger counts by name ("power in gigawatts"), as they are written behind a number.
UNITS = {
    "w": "watt",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "mhz": "megahertz",
    "ghz": "gigahertz",
    "°c": "degree",
    "nm": "nanometre",
}


UNIT_WORD = compile_re(r"[ \u00a0-]?([A-Za-z°]+)\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """One name of a metric: its stems, and the noun that is counted, empty where nothing is."""

    metric: Metric
    stems: frozenset[str]
    noun: str = ""
    share: bool = False  # it is a share of what the stems name


def wordings(metrics: Iterable[Metric]) -> dict[str, list[Wording]]:
    """The wordings of all amounts, by one of their stems: the longest, which stands in the fewest texts."""
    found = [w for metric in metrics if metric.kind == "amount" for w in dict.fromkeys(of_metric(metric))]
    for noun in UNITS.values():  # a unit that only one metric has says it all
        owners = {w.metric.id: w.metric for w in found if w.noun == noun}
        found += [Wording(metric, frozenset((stem(noun),)), noun) for metric in owners.values() if len(owners) == 1]
    out: dict[str, list[Wording]] = {}
    for wording in found:
        out.setdefault(max(wording.stems, key=len), []).append(wording)
    return out


def of_metric(metric: Metric) -> Iterator[Wording]:
    """The wordings of one metric."""
    counts = metric.unit in ("count", "people", "hours")
    for name in (metric.name, *metric.aliases):
        words = [UNITS.get(w.lower(), w) for w in WORD.findall(patterns.sub(r"\(.*\)", "", name)) if w.lower() not in EMPTY]
        noun = next((w for w in reversed(words) if counts and (singular(w) != w.lower() or w in UNITS.values())), "")
        stems = frozenset(stem(w) for w in words if w != noun)
        if singular(noun) in UNITS.values():  # either word of "power draw in watts" will do
            yield from (Wording(metric, frozenset((one,)), singular(noun)) for one in stems or (stem(noun),))
            continue
        if (noun or not counts or metric.unit == "hours") and (stems or noun):
            yield Wording(metric, stems or frozenset((stem(noun),)), singular(noun), "share" in name.lower().split())


def in_its_unit(text: str, at: int, metric: Metric) -> bool:
    """Whether the unit that a metric's name has follows at an offset: "140 watts" of "power draw in watts"."""
    word = UNIT_WORD.match(text, at)
    unit = UNITS.get(word[1].lower(), singular(word[1])) if word else ""
    return unit in UNITS.values() and any(singular(w) == unit for name in (metric.name, *metric.aliases) for w in WORD.findall(name))
