"""Regular expressions, kept as Python compiled them: a run tries some 1,000, and compiling them takes longer than all else it does.

What is kept is the code of Python's own engine, for this version of Python alone. The engine checks it again when it is loaded
(`_validate` in CPython's Modules/_sre/sre.c), and a pattern of which nothing is kept is compiled as everywhere.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache as once
from functools import lru_cache
from typing import Generic, TypeVar

from factcheck import __version__, cache

HEADER = f"factcheck patterns 2 {__version__} {sys.implementation.cache_tag} {sys.hexversion:x} {sys.byteorder}\n".encode()
MOST = 5_000  # patterns: with more in it, the file is begun again

Row = TypeVar("Row")
Entry = tuple[int, int, dict[str, int], bytes, tuple[str, ...] | None]  # flags, groups, number of each named group, code, what it needs

_new: dict[str, Entry] = {}


def compile_re(text: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`. Raises re.error as that does."""
    entry = _kept().get(f"{int(flags)} {text}")
    if entry is None:
        return _compile(text, int(flags))
    try:
        return _pattern(text, *entry[:4])
    except Exception:  # kept by something that is not us
        return re.compile(text, flags)


class Table(Generic[Row]):
    """Rows with a pattern each, few of which match in any one text: the others are not even compiled."""

    def __init__(self, rows: Iterable[tuple[Row, str]], flags: int = 0) -> None:
        self.rows, self.flags = list(rows), flags
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._needing: dict[str, list[int]] = {}
        self._always: list[int] = []
        for n, (_, text) in enumerate(self.rows):
            needed = self._needs(n, text)
            for letters in needed or ():
                self._needing.setdefault(letters, []).append(n)
            if needed is None:
                self._always.append(n)
        self._letters = frozenset(self._needing)

    def near(self, text: str) -> list[tuple[Row, re.Pattern[str]]]:
        """The rows whose patterns may match in a text, or in a longer one from where it begins to where it ends, in their order."""
        near = set(self._always).union(*(self._needing[letters] for letters in self._letters & _letters(text)))
        return [self._row(n) for n in sorted(near)]

    def __iter__(self) -> Iterator[tuple[Row, re.Pattern[str]]]:
        return map(self._row, range(len(self.rows)))

    def _row(self, n: int) -> tuple[Row, re.Pattern[str]]:
        row, text = self.rows[n]
        if n not in self._compiled:
            self._compiled[n] = compile_re(text, self.flags)
        return row, self._compiled[n]

    def _needs(self, n: int, text: str) -> tuple[str, ...] | None:
        key = f"{int(self.flags)} {text}"
        if key not in _kept() and key not in _new:
            self._row(n)
        entry = _kept().get(key) or _new.get(key)
        with suppress(Exception):  # kept by something that is not us
            return tuple(map(str, entry[4])) if entry and entry[4] else None
        return None


@lru_cache(maxsize=1_000)
def _letters(text: str) -> frozenset[str]:
    """Every three letters in a row of a text, folded as patterns that do not mind case fold them."""
    folded = text.lower() if text.isascii() else text.casefold().replace("ı", "i").replace("i\u0307", "i")
    return frozenset(map("".join, zip(folded, folded[1:], folded[2:], strict=False)))


def search(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """The same as `re.search`."""
    return _cached(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """The same as `re.match`."""
    return _cached(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """The same as `re.fullmatch`."""
    return _cached(pattern, flags).fullmatch(text)


def sub(pattern: str, new: str | Callable[[re.Match[str]], str], text: str) -> str:
    """The same as `re.sub`."""
    return _cached(pattern).sub(new, text)


def findall(pattern: str, text: str) -> list[str]:
    """The same as `re.findall`."""
    return _cached(pattern).findall(text)


def split(pattern: str, text: str) -> list[str]:
    """The same as `re.split`."""
    return _cached(pattern).split(text)


def keep() -> None:
    """Keep what was compiled in this run for the next one."""
    path = cache.place(_name())
    if not _new or path is None:
        return
    cache.write(path, HEADER, marshal.dumps(_new if len(_kept()) > MOST else _kept() | _new))
    _new.clear()


@once
def _cached(text: str, flags: int = 0) -> re.Pattern[str]:
    return compile_re(text, flags)


def _compile(text: str, flags: int) -> re.Pattern[str]:
    """Compiled by Python, its code remembered where Python gives it."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        from factcheck.needs import needs

        parsed = _parser.parse(text, flags)
        units = array("I", map(int, _compiler._code(parsed, flags)))
        state = parsed.state
        entry = int(flags | state.flags), state.groups - 1, dict(state.groupdict), units.tobytes(), needs(parsed)
        pattern = _pattern(text, *entry[:4])
    except Exception:
        return re.compile(text, flags)
    _new[f"{flags} {text}"] = entry
    return pattern


def _pattern(text: str, flags: int, groups: int, named: dict[str, int], code: bytes) -> re.Pattern[str]:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in named.items():
        names[number] = name
    pattern: re.Pattern[str] = _sre.compile(text, flags, memoryview(code).cast("I").tolist(), groups, named, tuple(names))
    return pattern


@once
def _kept() -> dict[str, Entry]:
    """What earlier runs kept, by "flags text"."""
    path = cache.place(_name())
    body = cache.read(path, HEADER) if path else None
    with suppress(ValueError, TypeError, EOFError):
        if body is not None and isinstance(kept := marshal.loads(body), dict):
            return kept
    return {}


def _name() -> str:
    return f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"
