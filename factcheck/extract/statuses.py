"""Whether something can be had, as cells and list labels say it: "✅" or "No" under "Open weights", a licence under "License"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.labels import Label
from factcheck.extract.standard_labels import status_metric
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric
from factcheck.values import Status

WORDS: tuple[tuple[Status, str], ...] = (
    ("limited", r"(?:[✅✓✔☑🟢]\ufe0f?|yes|available) ?\((?:limited|partial(?:ly)?)\b[^()]*\)?"),
    ("available", r"[✅✓✔☑🟢]\ufe0f?|yes\b|y\b|available\b|true\b|supported\b"),
    (
        "unavailable",
        r"[❌✗✘✕✖🚫🔴]\ufe0f?|no (?:(?:public|open|official|free) )?(?:API|weights|access|tier|plan|version)\b|no\b(?! \w)"
        r"|n\b|not available\b|unavailable\b|false\b|closed\b",
    ),
    (
        "limited",
        r"[🟡🟠]|partial(?:ly)?\b|limited(?: \w+)?|(?:in )?(?:private |public |closed |open )?(?:preview|beta)\b"
        r"|waitlist\b|invite[- ]only\b",
    ),
    ("planned", r"coming soon\b|planned\b|soon\b|upcoming\b|tba\b"),
)
LICENCES: tuple[tuple[Status, str], ...] = (
    (
        "available",
        r"Apache(?:[- ]?(?:License )?2(?:\.0)?)?|MIT\b|BSD(?:-\d)?"
        r"|A?L?GPL(?:[- ]?v?\d(?:\.\d)?)?|CC[- ]BY(?:[- ]4\.0)?(?![- ]NC)|open[- ]weights?|open\b",
    ),
    ("unavailable", r"proprietary\b|closed(?:[- ]weights?)?\b|commercial\b"),
)
# What a cell says of itself where its header only asks how open a thing is or how it is had.
OPENNESS = (
    r"(?:model |access )?(?:type|access|availability|openness|accessibility|source|status|open|weights"
    r"|open(?: ?/ ?| or | vs\.? )closed)"
)
ASKED: tuple[tuple[Status, str, str], ...] = (
    ("available", "open-weights", r"open[- ]weights?(?: model)?"),
    ("available", "open-source", r"(?:fully |free (?:and|&) )?open[- ]sourced?(?: model)?"),
    ("unavailable", "open-source", r"closed[- ]sourced?(?: model)?"),
    ("unavailable", "open-weights", r"proprietary(?: model)?|closed(?:[- ]weights?)?|commercial"),
    ("available", "api-access", r"(?:public )?API(?:[- ]only| access)?"),
    (
        "limited",
        "app-access",
        r"(?:in )?(?:(?:public|private|limited|closed|open|research) )?(?:preview|beta)|waitlist|early access"
        r"|invite[- ]only",
    ),
    ("available", "app-access", r"GA|generally available|general availability|publicly available"),
    ("planned", "app-access", r"coming soon|announced|upcoming"),
)
PRICE = re.compile(r"(?:price|pricing|costs?)(?: model| plan)?", re.IGNORECASE)
FREE = re.compile(
    r"[\W_]*(?P<w>free)(?: (?:plan|tier|version|of charge|to use|forever))?(?P<limits>[ ,]*\(?limited\b[^\d]*)?[\W_]*", re.IGNORECASE
)
COMPILED = {
    "status": [(status, re.compile(rf"[\W_]*?(?P<w>{pattern})", re.IGNORECASE)) for status, pattern in WORDS],
    "licence": [(status, re.compile(rf"[\W_]*?(?P<w>{pattern})", re.IGNORECASE)) for status, pattern in LICENCES],
}


@dataclass(frozen=True, slots=True)
class StatusRead:
    """A status in a text: offsets of the words (end exclusive), what they say, and of what."""

    start: int
    end: int
    status: Status
    metric: Metric


def read_status(text: str, label: Label, vocabulary: Vocabulary) -> StatusRead | None:
    """The status that a short text states of what its label names, None if it states none or the label names no availability."""
    if PRICE.fullmatch(label.text.strip(" *_?:")) and (free := FREE.fullmatch(text)) and (metric := vocabulary.role("free-access")):
        return StatusRead(free.start("w"), free.end("w"), "limited" if free["limits"] else "available", metric)
    own = vocabulary.metrics[label.metric] if label.metric else None
    if own and own.kind != "availability":
        return None
    for kind, words in COMPILED.items():
        metric = status_metric(label.text, vocabulary, kind) or (own if kind == "status" else None)
        if metric and (found := stated(text, words)):
            start, end, status = found
            return StatusRead(start, end, status, metric)
    return asked(text, vocabulary) if re.fullmatch(OPENNESS, label.text.strip(" *_?:").lower()) else None


def asked(text: str, vocabulary: Vocabulary) -> StatusRead | None:
    """What a text of nothing but a word for how open a thing is, or how it is had, says of it."""
    for status, metric_id, pattern in ASKED:
        m = re.fullmatch(rf"[\W_]*(?P<w>{pattern})(?:[\W_]*|[ ,]*\([^()]*\)\W*)", text, re.IGNORECASE)
        if m and (metric := vocabulary.role(metric_id)):
            return StatusRead(m.start("w"), m.end("w"), status, metric)
    return None


def stated(text: str, words: list[tuple[Status, re.Pattern[str]]]) -> tuple[int, int, Status] | None:
    """The words at the beginning of a text that say how it stands, with their offsets.

    >>> [stated(t, COMPILED["status"])[2] for t in ("Yes", "❌", "✅ (API only)", "In beta", "Coming soon", "no")]
    ['available', 'unavailable', 'available', 'limited', 'planned', 'unavailable']
    >>> [stated(t, COMPILED["status"]) for t in ("—", "Noted", "42", "No training data", "depends", "yesterday")]
    [None, None, None, None, None, None]
    >>> [stated(t, COMPILED["licence"])[2] for t in ("Apache 2.0", "MIT License", "Proprietary", "CC-BY-4.0", "open weights")]
    ['available', 'available', 'unavailable', 'available', 'available']
    >>> [stated(t, COMPILED["licence"]) for t in ("Community licence", "CC-BY-NC", "see site", "custom", "research only")]
    [None, None, None, None, None]
    """
    return next(((m.start("w"), m.end("w"), status) for status, pattern in words if (m := pattern.match(text))), None)
