"""Regular expressions, kept as Python compiled them: a run tries some 900, and compiling them takes longer than all else it does.

What is kept is the code of Python's own engine, for this version of Python alone. The engine checks it again when it is loaded
(`_validate` in CPython's Modules/_sre/sre.c), and a pattern of which nothing is kept is compiled as everywhere.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import json
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache as once
from typing import Any

from factcheck import __version__, cache

HEADER = f"factcheck patterns 1 {__version__} {sys.implementation.cache_tag} {sys.hexversion:x} {sys.byteorder}\n".encode()
WORD = 4  # bytes of a unit of code
MOST = 5_000  # patterns: with more in it, the file is begun again

Key = tuple[str, int]
Entry = tuple[int, int, dict[str, int], int, int]  # flags, groups, number of each named group, first unit of the code, units

_new: dict[Key, tuple[int, int, dict[str, int], list[int]]] = {}


def compile_re(text: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`. Raises re.error as that does."""
    flags = int(flags)
    index, code = _kept()
    entry = index.get(f"{flags} {text}")
    if entry is None:
        return _compile(text, flags)
    try:
        all_flags, groups, named, start, length = entry
        return _pattern(text, all_flags, code[start : start + length].tolist(), groups, named)
    except Exception:  # kept by something that is not us
        return re.compile(text, flags)


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
    index, code = _kept()
    entries, units = ({}, array("I")) if len(index) > MOST else (dict(index), array("I", code))
    for (text, flags), (all_flags, groups, named, ints) in _new.items():
        entries[f"{flags} {text}"] = (all_flags, groups, named, len(units), len(ints))
        units.extend(ints)
    head = json.dumps(entries, separators=(",", ":")).encode("ascii")
    cache.write(path, HEADER, len(head).to_bytes(WORD, "big") + head + units.tobytes())
    _new.clear()


@once
def _cached(text: str, flags: int = 0) -> re.Pattern[str]:
    return compile_re(text, flags)


def _compile(text: str, flags: int) -> re.Pattern[str]:
    """Compiled by Python, its code remembered where Python gives it."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(text, flags)
        ints = [int(unit) for unit in _compiler._code(parsed, flags)]
        parts = int(flags | parsed.state.flags), parsed.state.groups - 1, dict(parsed.state.groupdict), ints
        pattern = _pattern(text, parts[0], ints, parts[1], parts[2])
    except Exception:
        return re.compile(text, flags)
    _new[text, flags] = parts
    return pattern


def _pattern(text: str, flags: int, code: list[int], groups: int, named: dict[str, int]) -> re.Pattern[str]:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in named.items():
        names[number] = name
    pattern: re.Pattern[str] = _sre.compile(text, flags, code, groups, named, tuple(names))
    return pattern


@once
def _kept() -> tuple[dict[str, Entry], Any]:
    """What earlier runs kept: by "flags text", and the code of all."""
    path = cache.place(_name())
    body = cache.read(path, HEADER) if path else None
    with suppress(ValueError, TypeError):
        if body is not None:
            start = WORD + int.from_bytes(body[:WORD], "big")
            index = json.loads(bytes(body[WORD:start]))
            if isinstance(index, dict):
                return index, memoryview(bytes(body[start:])).cast("I")
    return {}, array("I")


def _name() -> str:
    return f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"
