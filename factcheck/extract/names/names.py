"""Find names in a text: the longest first, whatever joins their pieces, and whether they go on to a name that nobody knows."""

from __future__ import annotations

import re

from factcheck.dataclass import dataclass, field
from factcheck.extract.names.pieces import JOINT, PIECE, Piece, key, keys, name_key
from factcheck.patterns import compile_re

VERSION = compile_re(r"\d+(?:\.\d+)*")
BUILD = compile_re(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")  # the day of a later build: "X1-0528"
UNIT = compile_re(
    r"[,.]\d|\s?[%×xX°]|(?:[kKmMbBtT]|m?s|sec)\b|\s?(?:percent|points?|million|billion|trillion|thousand)\b|[- ]shots?\b"
    r"|[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|secs?|ms)\b"
)
# How a model's file is packed: no part of its name.
PACKED = compile_re(r"[ _-](?:I?Q\d(?:_\w+)?|[BM]?X?N?V?FP\d+|BF16|INT\d+|GGUF|AWQ|GPTQ|\d+-?bit)\b", re.IGNORECASE)
SNAPSHOT = compile_re(r"[-_@](?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|20\d\d-\d\d-\d\d)(?![\w.]*\d)")  # the day of a model's build
# What the names of a host's API say besides: how much of a mixture is in use, and how much context it is served with.
BUILT = compile_re(
    r"-\d{1,3}[bB]-\d{1,3}[eE]\b(?:-(?:instruct|it|chat))?|-(?:2048|4096|8192|16384|32768|65536|131072)\b(?![.\w-])", re.IGNORECASE
)
SIZED = compile_re(r"\d{1,3}(?:\.\d+)?B\b(?![ -](?:[a-z]+[ -])?(?:param|total|active|activated))")  # "F 27B", a member of F
# A version as the names of an API write it: "claude-opus-4-6", "tern_flash_v2_5".
HYPHENED = compile_re(r"(?:-v?\d{1,2}-|_v?\d{1,2}_|(?<=[-_])v\d{1,2}[-_])\d{1,2}(?![\w.]*\w)")
NUMBERED = compile_re(r"[-‑][a-z]+[-‑]\d")  # "-neo-125M": a name goes on like this, no phrase does
NUMERAL = compile_re(
    r"[a-z]\d|-\d{1,2}-\d{1,2}(?![\w.]*\w)|-\d+(?:\.\d+)?[bm]\b"
)  # no word of the language: "o3", "tern-7b", "claude-opus-4-6"
PROPER = compile_re(r"[A-Z][a-z]{2,9} [a-z]")  # a word that is written large in the middle of a sentence
ARTICLE = compile_re(r"[Aa] \d")
API = compile_re(r"[a-z]{2,}(?:-[a-z]{2,})+")  # a name of words as an API writes it: "tern-large"
IN_BRACKETS = compile_re(r" ?\(\d[\d.]*[BM]\)$")
# A size or another member as local runtimes write it: "llama3.1:8b", "phi3:mini".
TAG = compile_re(r":(?:\d+(?:\.\d+)?[bm]\b|(?<=\d:)(?-i:(?!(?:latest|free|instruct|chat|cloud|online)\b)[a-z]{4,}\b))", re.IGNORECASE)
HEADLINE_VERB = compile_re(r"[A-Z][a-z]+[^suio]s")  # "Aurora 2 Debuts at #3"
BEGINS = compile_re(r"[A-Z0-9][\w.]*[ \u00a0-]$")  # a name that the next word may go on
PART = compile_re(r"(?:[-_](?:EN|CN|ZH|[Tt]est|[Dd]ev|[Vv]al(?:idation)?))+(?![\w-])")  # of a benchmark: a language, a split
EDITION = compile_re(r"[ -](?:Lite|Mini|Main|Extended|Plus|Pro|XL|Ultra)\b")  # of a benchmark: another one
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
    proper: bool = False  # its first letter is a capital: a lower-case word is something else
    version: str | None = None
    maker: str = ""  # whose name goes before it, written out or a few words before: "S released V4" for "S V4"

    def stands(self, before: str) -> bool:
        """Whether what is written before it leaves it to be the maker's, and no other's of the same short name."""
        return not self.maker or not BEGINS.search(before) or self.maker in before[-40:]

    def fits(self, written: str) -> bool:
        if any(sign in self.spelling and sign not in written for sign in "$€£"):
            return False  # "tokens" is not "tokens/$"
        if ARTICLE.match(written) and not ARTICLE.match(self.spelling):
            return False  # "a 100" is not "A100"
        if self.exact:
            return name_case(written) == name_case(self.spelling)
        return not self.proper or not next(filter(str.isalpha, written), "").islower() or API.fullmatch(written) is not None


def name_case(written: str) -> str:
    """A written name without what joins its pieces, case kept."""
    return "".join(PIECE.findall(written))


class Index:
    """Lookup forms of one sort of names."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.words: set[str] = set()  # every piece of every name: what a longer name goes on with
        self.variants: set[str] = set()  # those that models' names write small behind a version: "mini" in "GPT-5 mini"
        self.parted = False  # whether what the names stand for has parts, named behind them: "-EN", "-test"
        self.latest = 20  # what the versions that are written behind these names hardly go beyond
        self.reach: dict[str, int] = {}  # by the head of a lookup form: how long such a form can be

    def add(self, name: str, id_: str, *, proper: bool, version: str | None = None) -> None:
        parts = keys(name)
        if not parts or len(parts) > LONGEST:
            return
        entry = self.put(key(parts), Entry(spelling=name, version=version))
        if id_ not in entry.ids:
            entry.ids.append(id_)
        capitals = len(parts) == 1 and name.isupper() and sum(map(str.isalpha, name)) <= 4
        entry.exact = entry.exact or capitals or sum(map(len, parts)) <= 2
        entry.proper = entry.proper or (proper and name[0].isupper() and not any(map(str.isdigit, name)))
        self.words.update(parts[1:])

    def put(self, lookup: str, entry: Entry) -> Entry:
        """Enter what a lookup form stands for, unless it is there. Returns what is there now."""
        self.reach[lookup[:HEAD]] = max(self.reach.get(lookup[:HEAD], 0), len(lookup))
        return self.entries.setdefault(lookup, entry)

    def forget(self, lookup: str, but: str) -> None:
        """Leave out a lookup form that stands for anything but this."""
        if lookup in self.entries and self.entries[lookup].ids != [but]:
            del self.entries[lookup]

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
            name, after_it = self._at(text, parts, i, more)
            if name and name.longer:  # "Maker Family 3 Small", where "Maker Family" is a name too
                inner = (self._at(text, parts, j, more) for j in range(i + 1, after_it))
                name, after_it = next(((n, j) for n, j in inner if n and n.end > name.end and not n.longer), (name, after_it))
            i = after_it
            if name and not (found and version_of(found[-1], name, text)):
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
            if j > i and (len(lookup) > reach or not joins(text, parts[j - 1].end, piece.start)):
                break
            if lookup == "a" and piece.key[0].isdigit() and text[piece.start - 1].isspace():
                break  # "a 100-page report" is no A100
            lookup += "_" + piece.key if lookup and lookup[-1].isdigit() and piece.key[0].isdigit() else piece.key
            if reach == HEAD and len(lookup) >= HEAD:
                reach = max(self.reach.get(lookup[:HEAD], 0), more.reach.get(lookup[:HEAD], 0))
            entry = self.entries.get(lookup) or more.entries.get(lookup) or (self._one_of(lookup) if j > i else None)
            if (
                entry
                and self._ends(text, piece.end)
                and entry.stands(text[max(0, start - 60) : start])
                and entry.fits(text[start : piece.end])
                and balanced(text, start, piece.end)
            ):
                best = (j, entry)
        if best is None:
            return None, i + 1
        j, entry = best
        end = parts[j].end + ("(" in text[start : parts[j].end])
        told = IN_BRACKETS.search(text, start, end)
        short = self.entries.get(name_key(text[start : told.start()])) if told else None
        if told and short and short.ids == entry.ids:  # "Tern (70B)" says the size of what is known as Tern
            return Name(start, told.start(), tuple(entry.ids), False, entry.version), j + 1
        if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
            end += 1
        if snapshot := SNAPSHOT.match(text, end) or BUILT.match(text, end):
            return Name(start, snapshot.end(), tuple(entry.ids), False, entry.version), after(parts, snapshot.end(), j)
        common = entry.spelling.islower() and not NUMERAL.search(entry.spelling)
        numbered = common and j + 1 < len(parts) and text[end : parts[j + 1].start].isspace() and parts[j + 1].key.isdigit()
        longer = not numbered and self._goes_on(text, parts, i, j)  # what a common noun is followed by is no version of it
        return Name(start, end, tuple(entry.ids), longer, entry.version, common), j + 1

    def _one_of(self, lookup: str) -> Entry | None:
        """What the plural of a common phrase stands for: "context windows"."""
        entry = self.entries.get(lookup[:-1]) if lookup[-1] == "s" else None
        return entry if entry and entry.spelling.islower() else None

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
        if joint == ":":
            return TAG.match(text, here.end) is not None and (following.key[0].isdigit() or text[parts[i].start : here.end].islower())
        if joint not in (" ", "-", "‑", "−", " -", "_", "\u00a0", ""):
            return False
        word = text[following.start : following.end]
        close = joint in ("-", "‑", "−", " -", "")
        if self.parted and EDITION.match(text, here.end):
            return True
        if PACKED.match(text, here.end) or (self.parted and PART.match(text, here.end)):
            return False
        small = text[parts[i].start : here.end].islower()
        if small and HYPHENED.match(text, here.start - 1):
            return True
        if joint == "_":  # "tern_5_turbo"
            return small and word.isalpha() and following.key not in CONTINUES_NOTHING
        if close and SIZED.match(text, following.start):
            return True
        if VERSION.fullmatch(word):
            return self._version_goes_on(text, parts[i : j + 1], following, close)
        known = following.key in self.words and following.key not in CONTINUES_NOTHING
        capital = word[0].isupper() and not text.isupper()  # in a heading in capitals they say nothing
        if close:
            named = (capital and len(word) > 1) or NUMBERED.match(text, here.end) is not None
            return known or (named and following.key not in CONTINUES_NOTHING)
        versioned = any(VERSION.fullmatch(p.key) for p in parts[i : j + 1])
        if versioned and word in self.variants:
            return True
        proper = (
            versioned
            and PROPER.match(text, following.start)
            and not HEADLINE_VERB.fullmatch(word)
            and following.key not in CONTINUES_NOTHING | CALENDAR
        )
        return (known and capital) or bool(proper)

    def _version_goes_on(self, text: str, name: list[Piece], following: Piece, close: bool) -> bool:
        """Whether a number after a name is its version ("Claude 5", "Grok 4.9") rather than its figure ("GPT-5.4 57%")."""
        if close:
            return not VERSION.fullmatch(name[-1].key) or BUILD.fullmatch(following.key) is not None
        if any(VERSION.fullmatch(piece.key) for piece in name):
            return False
        return int(following.key.split(".")[0]) <= self.latest and not UNIT.match(text, following.end)


def version_of(before: Name, name: Name, text: str) -> bool:
    """Whether a name begins with the version of the one before it, which the vocabulary lacks: "4 Ultra" in "Gemini 4 Ultra"."""
    return before.longer and text[name.start].isdigit() and text[before.end : name.start] in (" ", "-", "\u00a0")


def joins(text: str, start: int, end: int) -> bool:
    """Whether what stands between two pieces lets them be of one name."""
    return JOINT.fullmatch(text, start, end) is not None or (end == start + 1 and TAG.match(text, start) is not None)


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
    pass resolved solved it gpu gpus tpu tpus cpu cpus chip chips card cards processor processors accelerators cluster clusters server
    servers
    inference training review explained instruct instant fast high low medium max xhigh minimal s the and or of in on at for with vs
    inc corp corporation ltd llc plc gmbh systems technologies holdings
    """.split()
)
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today yesterday
    """.split()
)
