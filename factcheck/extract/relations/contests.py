"""What a passage compares: the two parties of an article, the heading's metric, the figures read last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.dataclass import dataclass
from factcheck.extract.names.pieces import pieces
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

# Headings that mean a standard metric without naming it.
TOPICS = {
    "speed": (
        compile_re(r"[\W\d]*(?:\w+ (?:and|&) )?(?:speed|latency|throughput)(?: (?:and|&) [\w ]+)?\W*", re.IGNORECASE),
        ("output-speed",),
    ),
    "price": (
        compile_re(r"[\W\d]*(?:API )?(?:pric(?:e|es|ing)|costs?|cost-?efficiency)(?: (?:and|&) [\w ]+)?\W*", re.IGNORECASE),
        ("price",),
    ),
    "context": (compile_re(r"[\W\d]*(?:long[- ])?context(?: (?:length|size|windows?))?\W*", re.IGNORECASE), ("context-window",)),
}
KINDS = frozenset(("score", "tokens", "speed", "price", "size", "amount"))
AGAINST = compile_re(r"\b(?:vs\.?|versus|or|against|compared (?:to|with))(?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contest:
    """What the passage compares: the two parties of the article ("A vs. B"), the heading's metric, the figures read last."""

    parties: tuple[str, ...] = ()
    topic: str | None = None
    last: tuple[tuple[str, str], ...] = ()  # (subject, metric)

    def rival(self, subject: str, vocabulary: Vocabulary) -> str | None:
        """The other of the two parties, seen from a subject that is one of them or its kin."""
        if len(self.parties) != 2:
            return None
        first, second = self.parties
        if subject in self.parties:
            return second if subject == first else first
        makers = [vocabulary.subjects[p].maker or p for p in self.parties]
        maker = vocabulary.subjects[subject].maker
        if maker is None or makers[0] == makers[1] or maker not in makers:
            return None
        party, rival = (first, second) if maker == makers[0] else (second, first)
        models = {vocabulary.subjects[i].kind for i in (subject, party)} == {"model"} and not {subject, party} & vocabulary.unspecific
        return None if models else rival  # another model of the same maker is no party


def parties_of(opening: Sequence[tuple[str, Scene]], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The two whom an article sets against each other: in a title ("ChatGPT vs Claude"), or by naming hardly anybody else."""
    for kind, scene in opening[:4]:
        if kind in ("title", "heading"):
            models = [s for s in scene.subjects if s.id and vocabulary.subjects[s.id].kind in ("model", "product") and not s.pronoun]
            ids = tuple(dict.fromkeys(s.id for s in models if s.id))
            if len(ids) == 2 and AGAINST.search(scene.text[models[0].end : next(s for s in models if s.id == ids[1]).start]):
                return ids
    counts = Counter(
        s.id
        for _, scene in opening
        for s in scene.subjects
        if s.id and not s.pronoun and vocabulary.subjects[s.id].kind in ("model", "product")
    )
    most = counts.most_common(3)
    if len(most) < 2 or most[1][1] < 6 or (len(most) > 2 and most[2][1] * 3 > most[1][1]):
        return ()
    return tuple(i for i, _ in most[:2] if i)


def topic_of(heading: str, vocabulary: Vocabulary) -> str | None:
    """What a heading names that can be compared, None if it names nothing or several things."""
    words = heading.replace("&", "and")
    ids = {n.id for n in vocabulary.metric_names.find(words, pieces(words)) if n.id and vocabulary.metrics[n.id].kind in KINDS - {"amount"}}
    if ids:
        return next(iter(ids)) if len(ids) == 1 else None
    said = next((vocabulary.role(*roles) for pattern, roles in TOPICS.values() if pattern.fullmatch(words.strip())), None)
    return said.id if said else None
