"""YAML read strictly, with the place of every value: no guessing of types, no anchors, no repeated keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from factcheck.dataclass import dataclass, field
from factcheck.ledger.faults import Fault
from factcheck.patterns import compile_re
from factcheck.places import NEWLINE, Lines

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without its C parser: slower, the same events
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

NUMBER = compile_re(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)  # YAML 1.2, core schema, base ten
WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: value for value, name in ((True, "true"), (False, "false")) for word in (name, name.capitalize(), name.upper())
}
# Besides control characters: those that YAML 1.1 takes for the end of a line and no editor does.
FORBIDDEN = compile_re("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class Digits(str):
    """A number kept as it was written: `3.10` and `52.0` keep their zeros."""

    __slots__ = ()


Value = None | bool | str | Digits | list["Value"] | dict[str, "Value"]
Loc = Sequence[str | int]


@dataclass(slots=True)
class Spot:
    """Where a value stands (1-based line and column), where its key stands if it has one, and the same for all within it."""

    line: int
    column: int
    key: tuple[int, int] | None = None
    within: dict[str | int, Spot] = field(default_factory=dict)

    def find(self, loc: Loc, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at the path `loc` (or of its key), else of the nearest value around it."""
        spot = self
        for step in loc:
            if step not in spot.within:
                return spot.line, spot.column
            spot = spot.within[step]
        return spot.key if key and spot.key else (spot.line, spot.column)


def read(path: str, data: bytes) -> tuple[Value, Spot, list[Fault]]:
    """A file's contents as plain values, where each of them stands, and what is wrong with it.

    Values are text, `Digits`, booleans, None, lists and dicts with text keys; `no`, `on`, `12:30` and dates are text. The value
    is None where the file is no YAML; other faults (an anchor, a repeated key) leave the rest of it readable.
    """
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        return None, Spot(1, 1), [Fault(path, *Lines(before).position(len(before)), "not UTF-8 from here on: save the file as UTF-8")]
    if odd := FORBIDDEN.search(text):
        place = Lines(text).position(odd.start())
        return None, Spot(1, 1), [Fault(path, *place, f"the character U+{ord(odd[0]):04X} cannot stand in a ledger: remove it")]
    builder = _Builder(path)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.fault(line, column, _in_our_words(error, [*NEWLINE.split(text), ""][line - 1], line, column))
        return None, Spot(1, 1), builder.faults
    if not builder.root:
        builder.fault(1, 1, "the file is empty: begin it with 'sources:', 'subjects:', 'metrics:' or 'claims:', or delete it")
    value, spot = builder.root[0] if builder.root else (None, Spot(1, 1))
    return value, spot, builder.faults


def _events(text: str) -> Iterator[yaml.Event]:
    """What `yaml.parse` yields, asked for once each."""
    loader = Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


class _Builder:
    """Turns the events of one file into values and spots. Nesting is kept in a list, so depth costs no recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.root: list[tuple[Value, Spot]] = []
        self._open: list[_Collection] = []
        self._documents = 0

    def fault(self, line: int, column: int, message: str) -> None:
        self.faults.append(Fault(self.path, line, column, message))

    def take(self, event: Any) -> None:
        kind, top = type(event), self._open[-1] if self._open else None
        if kind is yaml.ScalarEvent:
            spot = self._spot(event)
            if top and top.wants_key:
                self._key(event.value, spot)
            else:
                self._add(_scalar(event.value) if event.implicit[0] else event.value, spot)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            spot = self._spot(event)
            if top and top.wants_key:
                self._key(None, spot)
            self._open.append(_Collection({} if kind is yaml.MappingStartEvent else [], spot))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            done = self._open.pop()
            if self._open and self._open[-1].wants_key:
                self._open[-1].wants_key = False  # the collection was a key, and its fault is reported
            else:
                self._add(done.value, done.spot)
        elif kind is yaml.AliasEvent:
            self.fault(*_at(event), f"the alias '*{event.anchor}' is not allowed here: write the value out, or quote it if it is text")
            if top and top.wants_key:
                self._key(f"*{event.anchor}", Spot(*_at(event)))
            else:
                self._add(None, Spot(*_at(event)))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:
                self.fault(*_at(event), "a second document begins here: keep one per file, without '---' between")

    def _spot(self, event: Any) -> Spot:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if event.anchor is not None:
            self.fault(line, column, f"the anchor '&{event.anchor}' is not allowed here: remove it, or quote the value if it is text")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fault(line, column, f"the tag '{tag}' is not allowed here: remove it, or quote the value if it is text")
        return Spot(line, column)

    def _key(self, key: str | None, spot: Spot) -> None:
        top = self._open[-1]
        if key is None:
            self.fault(spot.line, spot.column, "a key must be a plain word, not a list or a mapping")
            top.key = None
            return
        top.wants_key = False
        top.key, top.key_at = key, (spot.line, spot.column)
        if key in top.spot.within:
            first = top.spot.within[key].key
            self.fault(spot.line, spot.column, f"the key {key!r} stands here twice, first on line {first[0] if first else 0}: keep one")
            top.key = None

    def _add(self, value: Value, spot: Spot) -> None:
        if not self._open:
            self.root.append((value, spot))
            return
        top = self._open[-1]
        if isinstance(top.value, list):
            top.spot.within[len(top.value)] = spot
            top.value.append(value)
            return
        if top.key is not None:
            spot.key = top.key_at
            top.value[top.key] = value
            top.spot.within[top.key] = spot
        top.wants_key = True


class _Collection:
    """A list or mapping still being read; a mapping takes a key and a value in turns."""

    __slots__ = ("key", "key_at", "spot", "value", "wants_key")

    def __init__(self, value: list[Value] | dict[str, Value], spot: Spot) -> None:
        self.value = value
        self.spot = spot
        self.wants_key = isinstance(value, dict)
        self.key: str | None = None
        self.key_at = (spot.line, spot.column)


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # every event of a parser has one
    return mark.line + 1, mark.column + 1


def _scalar(text: str) -> Value:
    """A plain (unquoted) scalar by the rules of YAML 1.2."""
    if text in WORDS:
        return WORDS[text]
    return Digits(text) if text[0] in "-+.0123456789" and NUMBER.fullmatch(text) else text


# What libyaml and PyYAML say, in part, and what a person can do about it.
PROBLEMS = {
    "tab character": "a tab: indent with spaces",
    "mapping values are not allowed": "a second ': ' where one value is expected: put quotes around the text, or check the indentation",
    "unexpected end of stream": "a quotation mark is opened and never closed",
    "unexpected document separator": "a quotation mark is opened and never closed",
    "',' or ']'": "a list that begins with '[' does not go on as a list: close it with ']' or add a comma",
    "',' or '}'": "a mapping that begins with '{' does not go on as one: close it with '}' or add a comma",
    "expected key": "this does not fit the lines above: check its indentation",
    "<block end>": "this does not fit the lines above: check its indentation",
    "'-' indicator": "this does not fit the list above: check its indentation",
    "':'": "a key without a colon: write 'key: value'",
    "unknown escape": "an escape that YAML does not know: write the backslash twice, or use single quotes",
    "found another document": "a second document begins here: keep one per file, without '---' between",
    "document start": "the text goes on after the end of the document: check the indentation, or quote the whole value",
    "cannot start any token": "a value cannot begin with this character: put quotes around it",
    "alphabetic or numeric character": "a value cannot begin with this character: put quotes around it",
    "block scalar": "after '|' or '>' the text begins on the next line",
}


def _in_our_words(error: yaml.MarkedYAMLError, line: str, number: int, column: int) -> str:
    """The message for a syntax error in a line, given with its number, at a column (both 1-based)."""
    if line[column - 1 : column] == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return PROBLEMS["tab character"]
    said = " ".join(part for part in (error.problem, error.context) if part)
    message = next((ours for theirs, ours in PROBLEMS.items() if theirs in said), f"not YAML: {said}")
    opened = error.context_mark.line + 1 if error.context_mark else number
    return f"{message} (it begins on line {opened})" if opened < number and ("begins" in message or "opened" in message) else message
