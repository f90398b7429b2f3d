"""Finding subjects, metrics and claims by words that need not be spelt exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from factcheck.ledger.lookup import spellings
from factcheck.ledger.model import Ledger
from factcheck.ledger.spelling import numbers, simplified

SIMILAR = 75  # of 100: how alike words and a name must be
CONTAINED = 90  # of 100: how nearly a note must hold the words


class Hit(NamedTuple):
    """Something the words may mean: its kind, id, name (of a claim its note) and the number of claims on it."""

    kind: Literal["subject", "metric", "claim"]
    id: str
    name: str
    claims: int


def search(words: str, ledger: Ledger) -> list[Hit]:
    """What the words may mean, the likeliest first. Numbers in the words must be in a name exactly as they are."""
    about = Counter(claim.subject for claim in ledger.claims.values()), Counter(claim.metric for claim in ledger.claims.values())
    scored = [
        *((_name_score(words, spellings(s)), Hit("subject", s.id, s.name, about[0][s.id])) for s in ledger.subjects.values()),
        *((_name_score(words, spellings(m)), Hit("metric", m.id, m.name, about[1][m.id])) for m in ledger.metrics.values()),
        *((_note_score(words, c.note), Hit("claim", c.id, c.note, 1)) for c in ledger.claims.values() if c.note),
    ]
    found = [(score, hit) for score, hit in scored if score]
    return [hit for _, hit in sorted(found, key=lambda pair: (-pair[0], pair[1].kind == "claim", -pair[1].claims, pair[1].id))]


def _name_score(words: str, names: Sequence[str]) -> float:
    """How well the words fit one of the names: over 100 if they are one, 0 if they fit none."""
    from rapidfuzz.fuzz import WRatio

    wanted = words.casefold()
    if simplified(words) in map(simplified, names):
        return 101
    return max((WRatio(wanted, name.casefold(), score_cutoff=SIMILAR) for name in _with_numbers(words, names)), default=0)


def _note_score(words: str, note: str) -> float:
    from rapidfuzz.fuzz import partial_ratio, token_set_ratio

    if not numbers(words) <= numbers(note) or len(simplified(words)) < 3:
        return 0
    wanted, text = words.casefold(), note.casefold()
    score = max(partial_ratio(wanted, text), token_set_ratio(wanted, text)) if len(wanted) <= len(text) else 0
    return score / 2 if score >= CONTAINED else 0  # what is only mentioned in a note comes after what is called so


def _with_numbers(words: str, names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if numbers(words) <= numbers(name))
