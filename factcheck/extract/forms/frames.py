"""What right beside a figure settles its metric: the form of such rules, and what they share.

A frame is what must stand right before a quantity and right after its number. The first frame that holds wins; the metric is one of
the standard ones (see docs/reading.md), if the ledger has it and the quantity can be a value of it.
"""

from __future__ import annotations

from factcheck.dataclass import dataclass
from factcheck.extract.numbers.quantity import Dimension
from factcheck.ledger.model import Metric

LINK = (
    r"(?:[ *]|\b(?:of|is|are|was|at|to|with|only|just|a|an|the|its|about|around|roughly|nearly|each"
    r"|(?:doubl|tripl|quadrupl|halv|ris|jump|climb|fall|drop|go)(?:e?s)(?= to\b)|costs?|priced|tokens?|prices?|pricing|for)\b|[:=—–(])*"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before a quantity with its hedge, and after its number; `least` and `most` bound the numbers it can speak of."""

    name: str
    dimensions: tuple[Dimension, ...]
    metrics: tuple[str, ...]
    before: str = ""
    after: str = ""
    least: float = 0
    most: float = float("inf")
    per: tuple[str | None, ...] = (None, "million", "thousand", "token")  # of money
    within: str = ""  # what the sentence must speak of as well
    weight: float = 0  # of the metric, where it is not as usual
    strict: bool = False  # where the ledger lacks the metric, the figure is no other's


@dataclass(frozen=True, slots=True)
class Settled:
    """A metric that the form of a figure settles, and by which rule; None if the ledger lacks that metric."""

    metric: Metric | None
    rule: str
    weight: float = 8.5
