"""What a comparative measures: "faster" is output speed, "cheaper" is price, "larger" by itself is parameters, "better" is merit.

measure   says itself what is compared: faster, cheaper, smaller
merit     says who is better, on what the passage tells: better, stronger, ahead, behind
quantity  needs a measure named beside it: higher accuracy, fewer tokens, a longer context
"""

from __future__ import annotations

import re
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

Direction = Literal["more", "less"]
Sort = Literal["measure", "merit", "quantity"]

SPEED, PRICE, SIZE = ("output-speed",), ("price",), ("parameters",)
LEXICON: tuple[tuple[Sort, Direction, tuple[str, ...], str], ...] = (
    ("measure", "more", SPEED, r"faster|quicker|more quickly|speedier|snappier"),
    ("measure", "less", SPEED, r"slower|more slowly"),
    (
        "measure",
        "less",
        PRICE,
        r"cheaper|undercut(?:s|ting)?|less (?:expensive|costly|pricey)|more affordable|costs? (?:significantly |much |far |a lot )?less",
    ),
    (
        "measure",
        "more",
        PRICE,
        r"pricier|costlier|dearer|more (?:expensive|costly)|less affordable|costs? (?:significantly |much |far |a lot )?more",
    ),
    ("measure", "less", SIZE, r"smaller|more compact|lighter"),
    ("measure", "more", SIZE, r"larger|bigger"),
    ("merit", "more", (), r"better|stronger|superior|smarter|more (?:capable|performant|powerful|intelligent|accurate|reliable)|ahead"),
    ("merit", "less", (), r"worse|weaker|inferior|less (?:capable|performant|powerful|accurate|reliable)|behind"),
    ("quantity", "less", (), r"lower|less|fewer|shorter|narrower|reduced"),
    ("quantity", "more", (), r"higher|more|greater|longer|wider|broader|improved|increased"),
)
COMPARATIVE = compile_re(r"\b(?:" + "|".join(f"(?P<c{i}>{words})" for i, (_, _, _, words) in enumerate(LEXICON)) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparative:
    """A comparative in a text: offsets (end exclusive), what sort it is, and the standard metrics that it speaks of itself."""

    start: int
    end: int
    sort: Sort
    direction: Direction
    metrics: tuple[str, ...]

    def metric(self, vocabulary: Vocabulary) -> Metric | None:
        return vocabulary.role(*self.metrics)


def find_comparatives(text: str, start: int, end: int) -> list[Comparative]:
    """The comparatives in `text[start:end]`, in order.

    >>> [(c.sort, c.direction, c.metrics) for c in find_comparatives("far cheaper, but less accurate", 0, 30)]
    [('measure', 'less', ('price',)), ('merit', 'less', ())]
    """
    out = []
    for match in COMPARATIVE.finditer(text, start, end):
        i = next(i for i in range(len(LEXICON)) if match[f"c{i}"])
        sort, direction, metrics, _ = LEXICON[i]
        out.append(Comparative(match.start(), match.end(), sort, direction, metrics))
    return out
