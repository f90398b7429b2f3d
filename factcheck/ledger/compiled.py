"""A ledger kept ready to load, so that YAML is read only when a file has changed.

A cache and nothing more: whatever is missing, older, damaged or in doubt is made anew from the YAML, without a word.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from factcheck import __version__, cache
from factcheck.ledger.files import files
from factcheck.ledger.kept import opened, parts_of
from factcheck.ledger.model import Ledger

HEADER = f"factcheck ledger 5 {__version__} {sys.implementation.cache_tag} {sys.hexversion:x}\n".encode()
SETTLED = 50_000_000  # a file changed less than so many nanoseconds ago could change again and keep its time

Stamp = tuple[tuple[str, ...], tuple[tuple[str, int, int], ...]]


def load(folders: Sequence[Path], meanwhile: Callable[[], object] | None = None) -> Ledger:
    """The same as `load.load`, from the compiled form where that is up to date.

    Where it is not, a process of its own compiles it, if there are two processors, while this one does what `meanwhile` does.
    Raises LedgerError with every fault; a ledger with faults is never kept. `FACTCHECK_NO_CACHE=1` does without.
    """
    place = _place(folders)
    if place is None:
        return _from_yaml(folders)
    stamp = _stamp(folders)
    ledger = _kept(place, stamp, folders) if stamp else None
    if ledger is None and stamp and meanwhile and (compiler := _forked()) is not None:
        if not compiler:
            _compile_and_exit(place, stamp, folders)
        meanwhile()
        os.waitpid(compiler, 0)
        ledger = _kept(place, stamp, folders)
    if ledger is None:
        ledger = _compiled(place, stamp, folders)
    return ledger


def _compiled(place: str, stamp: Stamp | None, folders: Sequence[Path]) -> Ledger:
    """The ledger from its YAML, kept where nothing of that was changed lately or while it was read."""
    ledger = _from_yaml(folders)
    if stamp and stamp == _stamp(folders) and time.time_ns() - max(changed for *_, changed in stamp[1]) > SETTLED:
        _keep(place, stamp, ledger)
    return ledger


def _forked() -> int | None:
    """0 in a new process like this one, which gets its number; None where there is but one processor, or no process to be had."""
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return None
    try:
        return os.fork()
    except OSError:
        return None


def _compile_and_exit(place: str, stamp: Stamp, folders: Sequence[Path]) -> NoReturn:
    try:
        _compiled(place, stamp, folders)
    finally:
        os._exit(0)  # whatever went wrong goes wrong again in the other process, which tells


def _from_yaml(folders: Sequence[Path]) -> Ledger:
    from factcheck.ledger.load import load as load_yaml

    return load_yaml(folders)


def _stamp(folders: Sequence[Path]) -> Stamp | None:
    """Every folder as named and absolute, and every file in them with size and time of change; None if one cannot be looked at."""
    named = tuple(f"{folder}\n{os.path.abspath(folder)}" for folder in folders)  # noqa: PTH100
    found = []
    try:
        for path in (path for folder in folders for path in files(folder)):
            info = os.stat(path)  # noqa: PTH116 - a Path for each file costs more than the stat
            found.append((path, info.st_size, info.st_mtime_ns))
    except OSError:
        return None
    return named, tuple(found)


def _place(folders: Sequence[Path]) -> str | None:
    """The file that keeps the compiled form of these folders, None if nothing is to be kept."""
    names = "\n".join(f"{folder}\n{folder.absolute()}" for folder in folders).encode(errors="surrogateescape")
    return cache.place(f"ledger-{zlib.crc32(names):08x}-{zlib.crc32(HEADER):08x}")


def _kept(place: str, stamp: Stamp, folders: Sequence[Path]) -> Ledger | None:
    """The ledger kept in a file, None if that is not of this stamp or not as it was written."""
    try:
        return opened(place, len(HEADER) + cache.CHECKSUM, (HEADER, *stamp), lambda: _from_yaml(folders))
    except Exception:  # whatever is wrong with it, the YAML is right
        return None


def _keep(place: str, stamp: Stamp, ledger: Ledger) -> None:
    cache.write(place, HEADER, parts_of(ledger, (HEADER, *stamp)))
