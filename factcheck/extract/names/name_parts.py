"""The two parts of the names of scores: on what, and what is measured there ("Marsh", "accuracy")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.dataclass import dataclass
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# What is measured on something, behind its name: "Marsh accuracy", "Marsh hallucination rate", "Marsh Elo".
PARTED = compile_re(
    r"(?P<head>[A-Z][\w².-]*(?: [A-Z0-9][\w².-]*)*)"
    r" (?P<tail>(?!(?:score|benchmark|index|average|test|points|count|results?)s?$)[a-z]+(?: [a-z]+)?|Elo|[A-Z]ER)"
)


@dataclass(frozen=True)
class Parts:
    """What metrics are called in two parts: by their tails, in small letters, the heads with the metric of each."""

    heads: dict[str, dict[str, Metric]]
    tail: re.Pattern[str]


def parts_of(metrics: Iterable[Metric]) -> Parts | None:
    """The two parts of the names that scores have, None where no name has two."""
    scores = [m for m in metrics if m.kind == "score"]
    heads: dict[str, dict[str, Metric]] = {}
    for metric in scores:
        for name in (metric.name, *metric.aliases):
            if said := PARTED.fullmatch(name):
                heads.setdefault(said["tail"].lower(), {})[said["head"]] = metric
    for metric in scores:  # what else a tail is called that is a metric by itself: "hallucination" of "hallucination rate"
        names = [name.lower() for name in (metric.name, *metric.aliases)]
        meant = {head: special for name in names for head, special in heads.get(name, {}).items()}
        for name in names if meant else ():
            heads[name] = {**meant, **heads.get(name, {})}
    if not heads:
        return None
    tails = "|".join(re.escape(tail) for tail in sorted(heads, key=len, reverse=True))
    return Parts(heads, compile_re(rf"(?<![\w-])(?:{tails})(?![\w-])", re.IGNORECASE))
