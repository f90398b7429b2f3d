"""Siblings called by the last word of their names alone, where an article tells several of one stem apart: "Pro costs more than Flash"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.taken import Taken
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

# A name of one word in its place: at the head of a clause or behind a small word, before what a name is followed by.
ALONE = compile_re(
    r"(?:\A|[.!?;:,] |\(|\b(?:and|but|for|the|its|or|vs|while|where|than|with|both|over|from|that|like|by|of|to|on|in|at|is) )"
    r"[*_]*(?P<name>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*)[*_]*"
    r"(?=['’]s\b|[,.;:)](?!\w)| \(|$| (?:and|or|but|while|at|on|with|for|in|than|vs|is|was|has|had|gets?|got|goes|went|costs?|scores?"
    r"|scored|reaches|reached|hits?|runs?|ran|comes?|came|needs?|uses?|takes?|took|beats?|leads?|trails?|does|did|will|can|adds?|keeps?|offers?"
    r"|manages?|managed|stays?|sits?|lands?|activates?|supports?)\b)"
)
WORD = compile_re(r"[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*")
OF_A_PLAN = compile_re(
    r"[^.;\n]{0,40}?(?:\b(?:users?|subscribers?|subscriptions?|plans?|tiers?|accounts?|customers?|members?|months?|monthly|seats?)\b|/mo)"
)


def tails_of(ids: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """By its last word, the model that an article means by it, which names the subjects with these ids: of those that begin alike there
    are two or more, and no others of them end so.

    >>> from factcheck.ledger.model import Subject
    >>> names = {"v4": "Acme V4", "v4-pro": "Acme V4 Pro", "v4-flash": "Acme V4 Flash", "k2-pro": "Bolt K2 Pro"}
    >>> known = Vocabulary({i: Subject(i, name, "model") for i, name in names.items()}, {})
    >>> tails_of(["v4-pro", "v4-flash"], known), tails_of(["v4", "v4-pro"], known)
    ({'Pro': 'v4-pro', 'Flash': 'v4-flash'}, {})
    """
    siblings: dict[str, dict[str, str]] = defaultdict(dict)
    for id_ in ids:
        stem, _, last = vocabulary.subjects[id_].name.rpartition(" ")
        if vocabulary.subjects[id_].kind == "model" and any(c.isdigit() for c in stem) and WORD.fullmatch(last):
            siblings[stem][last] = id_
    meant: dict[str, list[str]] = defaultdict(list)
    for members in siblings.values():
        for last, id_ in members.items():
            meant[last] += [id_] * len(members)
    return {last: found[0] for last, found in meant.items() if len(found) > 1 and len(set(found)) == 1}


def tails(text: str, names: Taken, meant: Mapping[str, str]) -> list[SubjectMark]:
    """The models that a text calls by their last word alone."""
    if not any(last in text for last in meant):
        return []
    found = (m.span("name") for m in ALONE.finditer(text) if m["name"] in meant and not OF_A_PLAN.match(text, m.end()))
    return [SubjectMark(a, b, meant[text[a:b]], text[a:b]) for a, b in found if names.free(a, b)]
