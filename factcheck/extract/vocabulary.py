"""What things and metrics are called: every name of the ledger, the forms that follow from it, and how to find them in a text.

"Opus 4.6" and "Claude 4.6 Opus" follow from "Claude Opus 4.6" and hold everywhere; "Maverick" follows from "Llama 4
Maverick", and "K3" from "Kimi K3", only in an article that has the full name, where no other name in it yields the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.extract.pieces import JOINT, Piece, key, name_key, pieces
from factcheck.extract.wordings import Wording, wordings
from factcheck.ledger.model import Ledger, Metric, Subject

VERSION = re.compile(r"\d+(?:\.\d+)*")
UNIT = re.compile(r"[,.]\d|\s?[%×xX°]|[kKmMbBtT]\b|\s?(?:percent|points?|million|billion|trillion|thousand)\b")
# How a model's file is packed: no part of its name.
PACKED = re.compile(r"[ _-](?:I?Q\d(?:_\w+)*|[BM]?X?N?V?FP\d+|BF16|INT\d+|GGUF|AWQ|GPTQ|\d+-?bit)\b", re.IGNORECASE)
SNAPSHOT = re.compile(r"[-_@](?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|20\d\d-\d\d-\d\d)(?![\w.]*\d)")  # the day of a model's build
PROPER = re.compile(r"[A-Z][a-z]{2,9} [a-z]")  # a word that is written large in the middle of a sentence
SIZE = re.compile(r"(?P<stem>.+)[ -](?P<size>\d+(?:\.\d+)?[BM])(?:[ -](?:Instruct|Chat|Base|it))?", re.IGNORECASE)
LONGEST = 12  # pieces in a name
HEAD = 3  # letters by which most words are seen to begin no name


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text: offsets (end exclusive), what it can stand for (ids), and whether it goes on unknown.

    `longer` is set where a known name is only the beginning of a longer one that the vocabulary lacks ("GPT-5.4 Ultra"):
    then it stands for nothing.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    longer: bool = False
    version: str | None = None  # a version in the alias that the metric's own name lacks ("Terminal-Bench 2.0")
    common: bool = False  # its spelling is an ordinary lower-case word or phrase

    @property
    def id(self) -> str | None:
        return self.ids[0] if len(self.ids) == 1 and not self.longer else None


@dataclass(slots=True)
class Entry:
    """What one lookup form stands for, and how it must be written to count."""

    ids: list[str] = field(default_factory=list)
    spelling: str = ""
    exact: bool = False  # short or all capitals: only as written
    proper: bool = False  # starts with a capital: a lower-case word is something else
    version: str | None = None

    def fits(self, written: str) -> bool:
        if self.exact:
            return name_case(written) == name_case(self.spelling)
        return not self.proper or not written[0].islower()


def name_case(written: str) -> str:
    """A written name without what joins its pieces, case kept."""
    return "".join(written[p.start : p.end] for p in pieces(written))


class Index:
    """Lookup forms of one sort of names."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.words: set[str] = set()  # every piece of every name: what a longer name goes on with
        self.reach: dict[str, int] = {}  # by the head of a lookup form: how long such a form can be

    def add(self, name: str, id_: str, *, proper: bool, version: str | None = None) -> None:
        parts = [p.key for p in pieces(name)]
        if not parts or len(parts) > LONGEST:
            return
        entry = self.put(key(parts), Entry(spelling=name, version=version))
        if id_ not in entry.ids:
            entry.ids.append(id_)
        letters = "".join(c for c in name if c.isalpha())
        entry.exact = entry.exact or (len(parts) == 1 and len(letters) <= 4 and letters.isupper()) or len(name_case(name)) <= 2
        entry.proper = entry.proper or (proper and name[0].isupper() and not any(c.isdigit() for c in name))
        self.words.update(parts[1:])

    def put(self, lookup: str, entry: Entry) -> Entry:
        """Enter what a lookup form stands for, unless it is there. Returns what is there now."""
        self.reach[lookup[:HEAD]] = max(self.reach.get(lookup[:HEAD], 0), len(lookup))
        return self.entries.setdefault(lookup, entry)

    def find(self, text: str, parts: list[Piece], more: Index | None = None) -> list[Name]:
        """The longest names in a text from left to right, none overlapping; `more` are names that hold in this text too."""
        found: list[Name] = []
        i = 0
        more = more or NOTHING
        while i < len(parts):
            head = parts[i].key[:HEAD]
            if len(head) == HEAD and head not in self.reach and head not in more.reach:
                i += 1
                continue
            name, i = self._at(text, parts, i, more)
            if name:
                found.append(name)
        return found

    def _at(self, text: str, parts: list[Piece], i: int, more: Index) -> tuple[Name | None, int]:
        """The longest name that begins with a piece, and the piece after it."""
        start = parts[i].start
        if start and text[start - 1].isalnum():
            return None, i + 1
        lookup, best, reach = "", None, HEAD
        for j in range(i, min(len(parts), i + LONGEST)):
            piece = parts[j]
            if j > i and (len(lookup) >= reach or not JOINT.fullmatch(text, parts[j - 1].end, piece.start)):
                break
            lookup += "_" + piece.key if lookup and lookup[-1].isdigit() and piece.key[0].isdigit() else piece.key
            if reach == HEAD and len(lookup) >= HEAD:
                reach = max(self.reach.get(lookup[:HEAD], 0), more.reach.get(lookup[:HEAD], 0))
            entry = self.entries.get(lookup) or more.entries.get(lookup)
            if entry and self._ends(text, piece.end) and entry.fits(text[start : piece.end]) and balanced(text, start, piece.end):
                best = (j, entry)
        if best is None:
            return None, i + 1
        j, entry = best
        end = parts[j].end + ("(" in text[start : parts[j].end])
        if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
            end += 1
        if snapshot := SNAPSHOT.match(text, end):
            return Name(start, snapshot.end(), tuple(entry.ids), False, entry.version), after(parts, snapshot.end(), j)
        common = entry.spelling.islower()
        numbered = common and j + 1 < len(parts) and text[end : parts[j + 1].start].isspace() and parts[j + 1].key.isdigit()
        longer = not numbered and self._goes_on(text, parts, i, j)  # what a common noun is followed by is no version of it
        return Name(start, end, tuple(entry.ids), longer, entry.version, common), j + 1

    @staticmethod
    def _ends(text: str, end: int) -> bool:
        after = text[end : end + 2]
        return not after[:1].isalnum() or (after[:1] == "s" and not after[1:2].isalnum())

    def _goes_on(self, text: str, parts: list[Piece], i: int, j: int) -> bool:
        """Whether the name of the pieces `i` to `j` is only the beginning of a longer one."""
        if j + 1 >= len(parts):
            return False
        here, following = parts[j], parts[j + 1]
        joint = text[here.end : following.start]
        if joint not in (" ", "-", "‑", "−", "\u00a0", ""):
            return False
        word = text[following.start : following.end]
        close = joint in ("-", "‑", "−", "")
        if PACKED.match(text, here.end):
            return False
        if VERSION.fullmatch(word):
            return self._version_goes_on(text, parts[i : j + 1], following, close)
        known = following.key in self.words and following.key not in CONTINUES_NOTHING
        if close:
            return known or (word[0].isupper() and len(word) > 1 and following.key not in CONTINUES_NOTHING)
        versioned = any(VERSION.fullmatch(p.key) for p in parts[i : j + 1])
        proper = versioned and PROPER.match(text, following.start) and following.key not in CONTINUES_NOTHING | CALENDAR
        return (known and word[0].isupper()) or bool(proper)

    @staticmethod
    def _version_goes_on(text: str, name: list[Piece], following: Piece, close: bool) -> bool:
        """Whether a number after a name is its version ("Claude 5", "Grok 4.9") rather than its figure ("GPT-5.4 57%")."""
        if close:
            return not VERSION.fullmatch(name[-1].key)
        if any(VERSION.fullmatch(piece.key) for piece in name):
            return False
        return int(following.key.split(".")[0]) <= 20 and not UNIT.match(text, following.end)


def after(parts: list[Piece], end: int, j: int) -> int:
    """The first piece from `j` on that begins behind an offset."""
    return next((k for k in range(j, len(parts)) if parts[k].start >= end), len(parts))


def balanced(text: str, start: int, end: int) -> bool:
    """Whether the bracket that a name opens, if any, closes right behind it.

    >>> balanced("Llama 3.1 (70B)", 0, 14), balanced("Llama 3.1 (70B or 405B)", 0, 14), balanced("Llama 3.1", 0, 9)
    (True, False, True)
    """
    return "(" not in text[start:end] or text[end : end + 1] == ")"


NOTHING = Index()
# Words that follow a name often without being a part of it.
CONTINUES_NOTHING = frozenset(
    """
    preview model models family series team app api based class level style like powered backed native specific only first score scores
    benchmark benchmarks index leaderboard elo accuracy result results price pricing tokens token input output mode thinking reasoning
    inference training review explained instruct instant fast high low medium max xhigh minimal s the and or of in on at for with vs
    """.split()
)
# Words of a name that are too common to stand for it alone.
PLANS = frozenset(
    """
    pro max plus mini team free enterprise basic standard premium ultra lite go business ai app api bot chatbot assistant labs lab model
    models search image images video voice
    """.split()
)
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today yesterday
    """.split()
)


@dataclass(frozen=True)
class Vocabulary:
    """The subjects and metrics of a ledger with all that they are called."""

    subjects: dict[str, Subject]
    metrics: dict[str, Metric]

    @cached_property
    def subject_names(self) -> Index:
        index = Index()
        for subject in self.subjects.values():
            for name in (subject.name, *subject.aliases):
                index.add(name, subject.id, proper=True)
        derived: dict[str, set[str]] = defaultdict(set)
        spellings: dict[str, str] = {}
        for subject in self.subjects.values():
            for name in (subject.name, *subject.aliases):
                for form in everywhere(name, subject, self.subjects):
                    derived[name_key(form)].add(subject.id)
                    spellings[name_key(form)] = form
        for lookup, ids in derived.items():
            if len(ids) == 1 and lookup not in index.entries:
                index.add(spellings[lookup], *ids, proper=True)
        return index

    @cached_property
    def metric_names(self) -> Index:
        index = Index()
        for metric in self.metrics.values():
            own = set(VERSION.findall(metric.name))
            for name in (metric.name, *metric.aliases):
                said = re.search(r"\bv?(\d+(?:\.\d+)?)$", name)
                version = said[1] if said and said[1] not in own and not re.fullmatch(r"(?:19|20)\d\d", said[1]) else None
                index.add(name, metric.id, proper=False, version=version)
            for name in (metric.name, *metric.aliases):
                short = re.sub(r"\b20(\d\d)$", r"\1", name)
                if short != name and name_key(short) not in index.entries:
                    index.add(short, metric.id, proper=False)
                slashed = name.replace(" per ", "/")
                if slashed != name and name_key(slashed) not in index.entries:
                    index.add(slashed, metric.id, proper=False)
            bare = re.sub(r"\s*\(.*\)$", "", metric.name)
            if bare != metric.name and name_key(bare) not in index.entries:
                index.add(bare, metric.id, proper=False)
        return index

    @cached_property
    def versioned(self) -> frozenset[str]:
        """The metrics that are known to have versions."""
        return frozenset(id_ for entry in self.metric_names.entries.values() if entry.version for id_ in entry.ids)

    @cached_property
    def wordings(self) -> dict[str, list[Wording]]:
        """The names of the amounts, taken apart."""
        return wordings(self.metrics.values())

    def introduced(self, ids: Iterable[str]) -> Index:
        """Short forms that hold in an article which names the subjects with these ids in full."""
        meant: dict[str, set[str]] = defaultdict(set)
        spelling: dict[str, str] = {}
        for id_ in ids:
            subject = self.subjects[id_]
            for form in short_forms(subject.name) if subject.kind in ("model", "product") else ():
                lookup = name_key(form)
                meant[lookup].add(id_)
                spelling[lookup] = form
        index = Index()
        for lookup, subjects in meant.items():
            if len(subjects) == 1 and lookup not in self.subject_names.entries:
                form = spelling[lookup]
                index.put(lookup, Entry([*subjects], form, exact=len(name_case(form)) <= 3, proper=True))
        return index

    def sizes(self, ids: Iterable[str]) -> dict[str, str]:
        """By a size ("70b"), the model that it tells from its kin, in an article that names the subjects with these ids."""
        named = [self.subjects[i] for i in ids]
        meant: dict[str, set[str]] = defaultdict(set)
        for subject in self.subjects.values():
            said = SIZE.fullmatch(subject.name)
            if said and any(subject is n or name_key(n.name) == name_key(said["stem"]) for n in named):
                meant[said["size"].lower()].add(subject.id)
        return {size: found.pop() for size, found in meant.items() if len(found) == 1}

    @cached_property
    def families(self) -> frozenset[str]:
        """Subjects that stand for several others: their id is another's family, or their name begins another's."""
        keys = [(name_key(s.name), s.id) for s in self.subjects.values() if s.kind == "model"]
        begins = {i for k, i in keys for other, o in keys if o != i and other.startswith(k)}
        return frozenset(begins) | self.parents

    @cached_property
    def parents(self) -> frozenset[str]:
        """Subjects that are families by their very entries: their id is another's family."""
        return frozenset(s.family for s in self.subjects.values() if s.family and s.family in self.subjects)

    def is_member(self, id_: str, family: str) -> bool:
        """Whether a model is one of a family."""
        one, whole = name_key(self.subjects[id_].name), name_key(self.subjects[family].name)
        versioned = one.startswith(whole) and one.removeprefix(whole).lstrip("_")[:1].isdigit()  # GPT-5 Pro is no member of GPT-5
        return id_ != family and (self.subjects[id_].family == family or versioned)

    def of_size(self, family: str, written: str) -> str | None:
        """The model of a family that its size tells, if the ledger has it: "8B" of Llama 3.1."""
        entry = self.subject_names.entries.get(name_key(f"{self.subjects[family].name} {written}")) if family in self.families else None
        return entry.ids[0] if entry and len(entry.ids) == 1 else None

    def role(self, *ids: str) -> Metric | None:
        """The first of these standard metrics (see docs/reading.md) that the ledger has."""
        return next((self.metrics[i] for i in ids if i in self.metrics), None)


def words_of(name: str) -> list[str]:
    return [w for w in re.split(r"[ \u00a0-]+", name) if w]


def is_first_of_kin(word: str, subject: Subject, subjects: dict[str, Subject]) -> bool:
    """Whether a name's first word is that of its family or maker, so that the rest can stand alone."""
    maker = subjects.get(subject.maker or "")
    kin = {name_key(subject.family or "")} | ({name_key(maker.name), *map(name_key, maker.aliases)} if maker else set())
    siblings = (s for s in subjects.values() if s.id != subject.id and s.kind == subject.kind and s.maker == subject.maker)
    return name_key(word) in kin or any(s.name.startswith(word + " ") or s.name == word for s in siblings)


def everywhere(name: str, subject: Subject, subjects: dict[str, Subject]) -> Iterable[str]:
    """Forms that mean the same in any article: without the family's word, and with word and version changed round.

    >>> opus = Subject("claude-opus-4.6", "Claude Opus 4.6", "model", family="claude")
    >>> sorted(everywhere("Claude Opus 4.6", opus, {}))
    ['Claude 4.6 Opus', 'Opus 4.6']
    """
    words = words_of(name)
    if subject.kind != "model" or len(words) < 3 or not is_first_of_kin(words[0], subject, subjects):
        return
    rest = words[1:]
    if any(VERSION.fullmatch(w) for w in rest) and any(len(w) > 2 and w.isalpha() for w in rest):
        yield " ".join(rest)
    if len(words) == 3 and sum(1 for w in rest if VERSION.fullmatch(w)) == 1 and any(w.isalpha() for w in rest):
        yield f"{words[0]} {words[2]} {words[1]}"
        yield f"{words[2]} {words[1]}"


def short_forms(name: str) -> Iterable[str]:
    """Forms that stand for the subject once it has been named in full.

    >>> sorted(short_forms("Llama 4 Maverick")), sorted(short_forms("Kimi K3"))
    (['4 Maverick', 'Llama', 'Maverick'], ['K3', 'Kimi'])
    """
    words = words_of(name)
    if len(words) < 2:
        return
    rest = words[1:]
    if any(c.isalpha() for c in "".join(rest)) and " ".join(rest).lower() not in PLANS:
        yield " ".join(rest)
    for word in words:
        if word.isalpha() and len(word) >= 4 and word[0].isupper() and word.lower() not in CONTINUES_NOTHING:
            yield word


def vocabulary(ledger: Ledger) -> Vocabulary:
    """The vocabulary of a ledger."""
    return Vocabulary(dict(ledger.subjects), dict(ledger.metrics))
