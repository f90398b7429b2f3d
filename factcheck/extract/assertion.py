"""What was read from an article: a value tied to a subject and a metric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from factcheck.dataclass import dataclass, field
from factcheck.places import Span
from factcheck.values import Op, Value

Kind = Literal["score", "tokens", "price", "date", "rank", "availability", "size", "speed", "amount", "ratio", "difference", "comparison"]
Modality = Literal["stated", "reported", "rumoured", "predicted", "negated"]
Hedge = Literal["about", "nearly", "just over"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a part of an assertion was read as it was: the part, what was chosen, the rule, and its weight if it has one."""

    part: Literal["value", "subject", "metric", "condition", "by", "modality", "versus"]
    chosen: str
    rule: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """A statement read from an article. Offsets are characters of the decoded file.

    `value` is in base units, None for a comparison without a figure. A ratio, difference or comparison names its other
    side in `versus`, ids in the order of the text. `hedge` keeps what `op` "~" cannot say: "nearly" is from below, "just
    over" from above.
    """

    kind: Kind
    span: Span
    text: str  # file[span.start:span.end]
    passage: Span  # the sentence, list item or table cell it stands in
    value: Value | None
    unit: str
    op: Op = "="
    hedge: Hedge | None = None
    subject: str | None = None
    subject_text: str | None = None  # where the vocabulary lacks it
    metric: str | None = None
    metric_text: str | None = None
    conditions: Mapping[str, str] = field(default_factory=dict)
    by: str | None = None
    versus: tuple[str, ...] = ()
    direction: Literal["more", "less"] | None = None
    modality: Modality = "stated"
    speaker: str | None = None  # the person, as written, whom the article quotes with it
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A quantity that was noticed and left alone, with the reason."""

    span: Span
    text: str
    reason: str
