"""Who publishes: organisations and persons by name, handle and address, and who makes what."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.pieces import name_key, pieces
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

HOST = compile_re(r"https?://(?:web\.archive\.org/web/\w+/(?:https?:/+)?)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
SHARED = ("github.com", "huggingface.co", "x.com", "twitter.com", "linkedin.com", "medium.com", "youtube.com", "bsky.app")
REPOSITORIES = ("github.com", "huggingface.co")  # where what is published is the thing itself
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

    `https://docs.anthropic.com/models` is Anthropic's, an archived copy of it too; on a site where others publish
    (`https://github.com/openai/evals`), the account is whose it is.
    """
    m = HOST.match(url)
    if not m:
        return None
    parts = m[1].lower().split(".")
    if parts[-2:] and ".".join(parts[-2:]) in SHARED:
        account = url[m.end() :].strip("/").split("/")[0].lower()
        return owner(account, vocabulary) or owner(patterns.sub(r"[-_]?(?:ai|hq|labs?|research|team)$", "", account), vocabulary)
    own = parts[:-1] if len(parts) < 3 or len(parts[-2]) > 3 else parts[:-2]
    found = (owner(part, vocabulary) for part in (*reversed(own), "".join(parts[-2:])))
    return next((id_ for id_ in found if id_), None)


def speaker(url: str, vocabulary: Vocabulary) -> str | None:
    """Whose words stand at an address; nobody's where the thing itself is kept."""
    m = HOST.match(url)
    return None if not m or m[1].lower().removeprefix("www.") in REPOSITORIES else host(url, vocabulary)


def keeper(url: str, vocabulary: Vocabulary) -> str | None:
    """Who keeps the things of others at an address, if that is what the site is for."""
    m = HOST.match(url)
    site = m[1].lower().removeprefix("www.") if m else ""
    return owner(site.split(".")[0], vocabulary) if site in REPOSITORIES else None


def owner(name: str, vocabulary: Vocabulary) -> str | None:
    """The organisation of a name, or the maker of the thing that it names."""
    entry = vocabulary.subject_names.entries.get(name_key(name))
    named = [vocabulary.subjects[i] for i in entry.ids] if entry else []
    owners = {s.id if s.kind == "organisation" else s.maker for s in named} - {None}
    return owners.pop() if len(owners) == 1 else None


def maker_of(subject: str | None, vocabulary: Vocabulary) -> str | None:
    """Who makes a subject; an organisation is its own."""
    found = vocabulary.subjects.get(subject or "")
    return (found.maker or (found.id if found.kind == "organisation" else None)) if found else None


def makes_models(id_: str, vocabulary: Vocabulary) -> bool:
    """Whether somebody makes models, and so may speak of its own; who does not can only speak of others'."""
    return id_ in vocabulary.modellers


def evaluates(id_: str, vocabulary: Vocabulary) -> bool:
    """Whether somebody measures the models of others: a metric bears its name."""
    subject = vocabulary.subjects[id_]
    own = {name_key(name) for name in (subject.name, *subject.aliases)}
    named = any(name_key(m.name).startswith(tuple(own)) for m in vocabulary.metrics.values())
    return named and not makes_models(id_, vocabulary)
