"""Who publishes: organisations and persons by name, handle and address, and who makes what."""

from __future__ import annotations

import re

from factcheck.extract.pieces import name_key, pieces
from factcheck.extract.vocabulary import Vocabulary

HOST = re.compile(r"https?://(?:web\.archive\.org/web/\w+/(?:https?:/+)?)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
PUBLISHERS = ("organisation", "person")
MAKER = "*"  # stands for whoever makes what a figure is about


def publisher(words: str, vocabulary: Vocabulary) -> str | None:
    """The organisation or person whose name, or handle, the words are."""
    whole = [n for n in vocabulary.subject_names.find(words, pieces(words)) if n.id and n.end - n.start >= len(words) - 1]
    entry = vocabulary.subject_names.entries.get(name_key(words))
    ids = [whole[0].ids[0]] if whole else list(entry.ids) if entry else []
    ids = [i for i in ids if vocabulary.subjects[i].kind in PUBLISHERS]
    return ids[0] if len(ids) == 1 else None


def host(url: str, vocabulary: Vocabulary) -> str | None:
    """The organisation to which an address belongs: its domain without the ending is its name, or that of a thing it makes.

    `https://docs.anthropic.com/models` is Anthropic's, an archived copy of it too.
    """
    m = HOST.match(url)
    parts = m[1].lower().split(".") if m else []
    for part in reversed(parts[:-1] if len(parts) < 3 or len(parts[-2]) > 3 else parts[:-2]):
        entry = vocabulary.subject_names.entries.get(name_key(part))
        named = [vocabulary.subjects[i] for i in entry.ids] if entry else []
        owners = {s.id if s.kind == "organisation" else s.maker for s in named} - {None}
        if len(owners) == 1:
            return owners.pop()
    return None


def maker_of(subject: str | None, vocabulary: Vocabulary) -> str | None:
    """Who makes a subject; an organisation is its own."""
    found = vocabulary.subjects.get(subject or "")
    return (found.maker or (found.id if found.kind == "organisation" else None)) if found else None


def makes_models(id_: str, vocabulary: Vocabulary) -> bool:
    """Whether somebody makes models, and so may speak of its own; who does not can only speak of others'."""
    return any(s.maker == id_ and s.kind == "model" for s in vocabulary.subjects.values())
