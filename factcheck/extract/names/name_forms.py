"""The forms that follow from a name: without its family's word, with word and version changed round, short, as an API writes it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from factcheck import patterns
from factcheck.extract.names.names import CONTINUES_NOTHING, VERSION
from factcheck.extract.names.pieces import name_key
from factcheck.ledger.model import Subject
from factcheck.patterns import compile_re

PER_COST = compile_re(r"\b(cost|price)(?= per \w)")
MIXED = compile_re(r"[A-Z]\d+(?:\.\d+)?[A-Za-z]?")
POINTED = compile_re(r"^[A-Za-z][\w -]*[ -][vV]?\d\.\d\b(?!\.)")  # a name with a version that has a point
SIZED = compile_re(r"(?P<family>[A-Za-z]+)[ -]?\d+(?:\.\d+)?[ -](?P<size>[AE]?\d+(?:\.\d+)?B(?:[ -]A\d+(?:\.\d+)?B)?)")  # "Aurora 2 70B"
VERSIONED = compile_re(r"(?P<head>[A-Za-z]+)[ -](?P<version>\d+\.\d+)[ -](?P<rest>[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+)*)")
# Words of a name that are too common to stand for it alone.
PLANS = frozenset(
    """
    pro max plus mini team free enterprise basic standard premium ultra lite go business ai app api bot chatbot assistant labs lab model
    models search image images video voice
    """.split()
)
# Words that begin headings and sentences too often to be a name's short form, however they are written.
ORDINARY = frozenset(
    """
    large small code open next computer image images video voice audio stable chat search deep research embedding vision speech text
    latest edit preview
    """.split()
)


def goes_on(key: str, other: str) -> bool:
    """Whether a longer lookup form goes on behind a shorter one with a word or a version of its own, not with the rest of a number.

    >>> goes_on("gpt5", "gpt5mini"), goes_on("gpt", "gpt5"), goes_on("k3", "k3.1"), goes_on("k3", "k30")
    (True, True, False, False)
    """
    following = other[len(key) :]
    return not (key[-1].isdigit() and (following[:1].isdigit() or patterns.match(r"\.\d", following)))


def words_of(name: str) -> list[str]:
    return [w for w in patterns.split(r"[ \u00a0-]+", name) if w]


class Kin:
    """The words with which the names of a subject's family, maker and siblings begin: behind them, the rest of its name can stand alone."""

    def __init__(self, subjects: dict[str, Subject]) -> None:
        self.subjects = subjects
        self.first: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
        for subject in subjects.values():
            self.first[subject.kind, subject.maker][first_word(subject.name)] += 1

    def begins(self, word: str, subject: Subject) -> bool:
        """Whether a word is one of them."""
        maker = self.subjects.get(subject.maker or "")
        names = [subject.family or "", *((maker.name, *maker.aliases) if maker else ())]
        siblings = self.first[subject.kind, subject.maker][word] - (word == first_word(subject.name))
        return siblings > 0 or name_key(word) in map(name_key, names)


def first_word(name: str) -> str:
    return name.partition(" ")[0]


def everywhere(name: str, subject: Subject, kin: Kin) -> Iterable[str]:
    """Forms that mean the same in any article: without the family's word, with word and version changed round, with a stage cut short.

    >>> opus = Subject("claude-opus-4.6", "Claude Opus 4.6", "model", family="claude")
    >>> sorted(everywhere("Claude Opus 4.6", opus, Kin({})))
    ['4.6 Opus', 'Claude 4.6 Opus', 'Opus 4.6']
    """
    words = words_of(name)
    if subject.kind == "model" and len(words) > 1 and words[-1] == "Instruct":
        yield f"{name.removesuffix('Instruct')}Inst"
    if subject.kind != "model" or len(words) < 3 or not kin.begins(words[0], subject):
        return
    rest = words[1:]
    if any(VERSION.fullmatch(w) for w in rest) and any(len(w) > 2 and w.isalpha() for w in rest):
        yield " ".join(rest)
    if len(words) == 3 and sum(1 for w in rest if VERSION.fullmatch(w)) == 1 and any(w.isalpha() for w in rest):
        yield f"{words[0]} {words[2]} {words[1]}"
        yield f"{words[2]} {words[1]}"


def in_api(name: str) -> str | None:
    """A model's name as its maker's API writes it, if a stroke stands for the point of its version there.

    >>> in_api("Claude Opus 4.6"), in_api("Claude Opus 4"), in_api("GPT-5.4 mini")
    ('claude-opus-4-6', None, 'gpt-5-4-mini')
    """
    return "-".join(words_of(name.lower())).replace(".", "-") if POINTED.search(name) else None


def short_forms(name: str) -> Iterable[str]:
    """Forms that stand for the subject once it has been named in full.

    >>> sorted(short_forms("Llama 4 Maverick")), sorted(short_forms("Kimi K3"))
    (['4 Maverick', 'Llama', 'Maverick'], ['K3', 'Kimi'])
    >>> "Flash Lite" in short_forms("Gemini 2.5 Flash Lite")
    True
    """
    words = words_of(name)
    if len(words) < 2:
        return
    rest = words[1:]
    if any(c.isalpha() for c in "".join(rest)) and " ".join(rest).lower() not in PLANS | ORDINARY:
        yield " ".join(rest)
    if len(words) > 2 and MIXED.fullmatch(words[-1]):
        yield words[-1]
    if sized := SIZED.fullmatch(name):
        yield f"{sized['family']} {sized['size']}"
    if len(words) > 3 and VERSION.fullmatch(words[1]) and all(w.isalpha() for w in words[2:]):
        yield " ".join(words[2:])
    for word in words:
        if word.isalpha() and len(word) >= 4 and word[0].isupper() and word.lower() not in CONTINUES_NOTHING | ORDINARY:
            yield word


def called(price: str) -> tuple[str, ...]:
    """What a price per something is called as well.

    >>> called("cost per task"), called("price")
    (('price per task',), ())
    """
    words = {"cost": "price", "price": "cost"}
    said = PER_COST.search(price)
    return (price[: said.start()] + words[said[1]] + price[said.end(1) :],) if said else ()


def other_versions(ids: Iterable[str], subjects: Mapping[str, Subject]) -> Iterable[tuple[str, str]]:
    """What those models are called for short that differ from one of these by their version only: "3.7 Flash" beside "F 3.8 Flash"."""
    named = {(m["head"], m["rest"]) for i in ids if (m := VERSIONED.fullmatch(subjects[i].name))}
    for subject in subjects.values() if named else ():
        if subject.kind == "model" and (m := VERSIONED.fullmatch(subject.name)) and (m["head"], m["rest"]) in named:
            yield f"{m['version']} {m['rest']}", subject.id
