"""Whether something can be had, as cells and list labels say it: "✅" or "No" under "Open weights", a licence under "License"."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.dataclass import dataclass
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.standard_labels import status_metric
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Status


@dataclass(frozen=True)
class Word:
    """Words at the beginning of a text that say how something stands; `metric` says what, where the text's label leaves it open."""

    name: str
    status: Status
    pattern: str
    metric: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compile_re(rf"[\W_]*?(?P<w>{self.pattern})", re.IGNORECASE)


WORDS = (
    Word("yes, limited", "limited", r"(?:[✅✓✔☑🟢]\ufe0f?|yes|available) ?\((?:limited|partial(?:ly)?)\b[^()]*\)?"),
    Word("yes", "available", r"[✅✓✔☑🟢]\ufe0f?|yes\b|y\b|available\b|true\b|supported\b"),
    Word(
        "no",
        "unavailable",
        r"[❌✗✘✕✖🚫🔴]\ufe0f?|no (?:(?:public|open|official|free) )?(?:API|weights|access|tier|plan|version)\b|no\b(?! \w)|n\b"
        r"|not (?:yet )?(?:(?:publicly|generally|currently) )?(?:available|public|released|offered|supported|open)\b|not yet\b"
        r"|unavailable\b|false\b|closed\b",
    ),
    Word(
        "limited",
        "limited",
        r"[🟡🟠]|partial(?:ly)?\b|limited(?: \w+)?|(?:in )?(?:private |public |closed |open )?(?:preview|beta)\b|waitlist\b"
        r"|invite[- ]only\b",
    ),
    Word("planned", "planned", r"coming soon\b|planned\b|soon\b|upcoming\b|tba\b"),
)
LICENCES = (
    Word(
        "open",
        "available",
        r"Apache(?:[- ]?(?:License )?2(?:\.0)?)?|MIT\b|BSD(?:-\d)?|A?L?GPL(?:[- ]?v?\d(?:\.\d)?)?|CC[- ]BY(?:[- ]4\.0)?(?![- ]NC)"
        r"|open[- ]weights?|open\b",
    ),
    Word("closed", "unavailable", r"proprietary\b|closed(?:[- ]weights?)?\b|commercial\b"),
)
# What a text says of itself where its label only asks how open a thing is, or how it is had.
ASKED = (
    Word("open weights", "available", r"open[- ]weights?(?: model)?", "open-weights"),
    Word("open source", "available", r"(?:fully |free (?:and|&) )?open[- ]sourced?(?: model)?", "open-source"),
    Word("closed source", "unavailable", r"closed[- ]sourced?(?: model)?", "open-source"),
    Word("closed weights", "unavailable", r"proprietary(?: model)?|closed(?:[- ]weights?)?|commercial", "open-weights"),
    Word("API", "available", r"(?:public )?API\b(?:[- ]only| access)?", "api-access"),
    Word(
        "early",
        "limited",
        r"(?:in )?(?:(?:public|private|limited|closed|open|research) )?(?:preview|beta)|waitlist|early access|invite[- ]only",
        "app-access",
    ),
    Word("out", "available", r"GA\b|generally available|general availability|publicly available", "app-access"),
    Word("to come", "planned", r"coming soon|announced|upcoming", "app-access"),
)
CLOSED_API = compile_re(r"[\W_]*closed[ -]API\b", re.IGNORECASE)  # one there is, of something closed
REST = compile_re(r"[\W_]*|[ ,]*\([^()]*\)\W*")
OPENNESS = compile_re(
    r"[ *_?:]*(?:model |access )?(?:type|access|availability|openness|accessibility|source|status|open|weights"
    r"|open(?: ?/ ?| or | vs\.? )closed)[ *_?:]*",
    re.IGNORECASE,
)
PRICE = compile_re(r"[ *_?:]*(?:price|pricing|costs?)(?: model| plan)?[ *_?:]*", re.IGNORECASE)
FREE = compile_re(
    r"[\W_]*(?P<w>free)(?: (?:plan|tier|version|of charge|to use|forever))?(?P<limits>[ ,]*\(?limited\b[^\d]*)?[\W_]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class StatusRead:
    """A status in a text: offsets of the words (end exclusive), what they say, and of what."""

    start: int
    end: int
    status: Status
    metric: Metric


def read_status(text: str, label: Label, vocabulary: Vocabulary) -> StatusRead | None:
    """The status that a short text states of what its label names, None if it states none or the label names no availability."""
    if PRICE.fullmatch(label.text):
        free, metric = FREE.fullmatch(text), vocabulary.role("free-access")
        return StatusRead(free.start("w"), free.end("w"), "limited" if free["limits"] else "available", metric) if free and metric else None
    own = vocabulary.metrics[label.metric] if label.metric else None
    if own and own.kind != "availability":
        return None
    for kind, words in (("status", WORDS), ("licence", LICENCES)):
        metric = status_metric(label.text, vocabulary, kind) or (own if kind == "status" else None)
        found = stated(text, words) or (stated(text, LICENCES) if metric and metric.id == "open-weights" else None)
        if metric and found and not (metric.id == "api-access" and CLOSED_API.match(text)):
            start, end, word = found
            return StatusRead(start, end, word.status, metric)
    return asked(text, vocabulary) if OPENNESS.fullmatch(label.text) else None


def asked(text: str, vocabulary: Vocabulary) -> StatusRead | None:
    """What a text of nothing but a word for how open a thing is, or how it is had, says of it."""
    for word in ASKED:
        found, metric = stated(text, (word,)), vocabulary.role(word.metric)
        if found and metric and REST.fullmatch(text, found[1]):
            return StatusRead(found[0], found[1], word.status, metric)
    return None


def stated(text: str, words: tuple[Word, ...]) -> tuple[int, int, Word] | None:
    """The words at the beginning of a text that say how it stands, with their offsets.

    >>> [stated(t, WORDS)[2].status for t in ("Yes", "❌", "✅ (API only)", "In beta", "Coming soon", "no")]
    ['available', 'unavailable', 'available', 'limited', 'planned', 'unavailable']
    >>> [stated(t, WORDS) for t in ("—", "Noted", "42", "No training data", "depends", "yesterday")]
    [None, None, None, None, None, None]
    >>> [stated(t, LICENCES)[2].status for t in ("Apache 2.0", "MIT License", "Proprietary", "CC-BY-4.0", "open weights")]
    ['available', 'available', 'unavailable', 'available', 'available']
    >>> [stated(t, LICENCES) for t in ("Community licence", "CC-BY-NC", "see site", "custom", "research only")]
    [None, None, None, None, None]
    """
    return next(((m.start("w"), m.end("w"), word) for word in words if (m := word.compiled.match(text))), None)
