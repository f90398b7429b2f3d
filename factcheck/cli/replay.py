"""What a run wrote, kept, and written again by the next one where that would come out the same.

A run keeps how everything stood that it was about to read: of each article two checksums, of each other file, and of each place where
one could have been, size and time of change. Where all of it still stands so, the same command in the same place writes the same:
the verifying trace of Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte (2018). Editors that check on every save and hooks that
check every draft run most often over what has not changed.

Nothing is imported that takes time: this is all that such a run needs.
"""

from __future__ import annotations

import os
import sys
import time
import zlib

from factcheck import __version__, cache
from factcheck.cli.streams import told, write_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

HEADER = f"factcheck run 2 {__version__} {sys.implementation.cache_tag} {sys.hexversion:x}\n".encode()
ENVIRONMENT = (
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "COLORTERM", "COLUMNS"),
    *("GITHUB_ACTIONS", "GITHUB_WORKSPACE"),
)
SETTLED = 50_000_000  # a file changed less than so many nanoseconds ago could change again and keep its time
MOST = 200  # runs that are kept
LARGEST = 2_000_000  # bytes of one
END = b"\0"  # of a field: no path and no report has it
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

_watched: list[bytes] = []  # how all stood that the run under way reads


def again(argv: Sequence[str]) -> int | None:
    """Write what the same command wrote before, and return its exit code; None where there was none, or something has changed."""
    _watched.clear()
    told.clear()
    try:
        key = _key(argv)
        place = _place(key)
        body = cache.read(place, HEADER) if place else None
        if body is None:
            return None
        fields = iter(bytes(body).split(END))
        if _row(fields) != key or not _stands(_row(fields), _stamp) or not _stands(_row(fields), _sums):
            return None
        code, *written = map(_text, _row(fields))
        exit_code, writes = int(code), list(zip(written[::3], written[1::3], written[2::3], strict=True))
    except (OSError, ValueError, StopIteration):  # kept by something that is not us
        return None
    for stream, encoding, text in writes:
        write_to(sys.stderr if stream == "stderr" else sys.stdout, text, as_utf8=encoding == "utf-8")
    return exit_code


def watch(articles: Sequence[str], read: Iterable[str]) -> None:
    """Take down how all stands that a run is about to read: the articles, and the files and folders at `read`, there or not.

    Nothing is taken down where an article is no file, as standard input and folders, in which there may be others the next time,
    nor where something was changed so lately that it may be changed again without a trace.
    """
    if not all(map(os.path.isfile, articles)):
        return
    lately = time.time_ns() - SETTLED
    try:
        files = {_plain(path): _stamp(path) for path in map(os.path.abspath, [*_code(), *read])}
        if all(int(stamp.split()[0]) < lately for stamp in files.values() if stamp):
            _watched.extend([*_counted(_flat(files)), *_counted(_flat({_plain(path): _sums(path) for path in articles}))])
    except OSError:  # an article that may not be read: that is said elsewhere
        return


def keep(argv: Sequence[str], code: int) -> None:
    """Keep what this process has written, if what it read was taken down and it came to an end."""
    if not _watched or code not in (0, 1):
        return
    writes = [part for stream, as_utf8, text in told for part in (stream, "utf-8" if as_utf8 else "", text)]
    try:
        key = _key(argv)
        place = _place(key)
        fields = [*_counted(key), *_watched, *_counted([_plain(part) for part in (str(code), *writes)])]
        if place and sum(map(len, fields)) < LARGEST and not any(END in field for field in fields):
            cache.write(place, HEADER, END.join(fields))
            _forget(os.path.dirname(place))
    except OSError:
        pass  # the next run does the work again


def _key(argv: Sequence[str]) -> list[bytes]:
    """All that a run depends on besides files: the command, whose it is, and where, on what and on which day it runs."""
    day = "{0.tm_year} {0.tm_yday}".format(time.localtime())
    environment = [f"{name}={os.environ[name]}" for name in ENVIRONMENT if name in os.environ]
    return [_plain(part) for part in (PACKAGE, os.getcwd(), day, *map(_kind, (sys.stdout, sys.stderr)), *environment, "", *argv)]


def _kind(stream: TextIO) -> str:
    """What a report depends on of a stream: whether it is a terminal, how wide that is, and its encoding."""
    try:
        return f"{stream.isatty()} {os.get_terminal_size(stream.fileno()).columns} {stream.encoding}"
    except (OSError, ValueError):  # no terminal
        return f"{stream.isatty()} {stream.encoding}"


def _place(key: Sequence[bytes]) -> str | None:
    return cache.place(os.path.join("runs", f"{zlib.crc32(END.join(key)):08x}"))


def _code() -> Iterator[str]:
    """The folders and files of factcheck itself, which is a newer one where they have changed."""
    for folder, below, names in os.walk(PACKAGE):
        below[:] = [name for name in below if name != "__pycache__"]
        yield folder
        yield from (os.path.join(folder, name) for name in names if name.endswith(".py"))


def _stamp(path: str) -> bytes:
    """When a file or folder was changed, in nanoseconds, and its size; nothing if there is none."""
    try:
        info = os.stat(path)
    except OSError:
        return b""
    return b"%d %d" % (info.st_mtime_ns, info.st_size)


def _sums(path: str) -> bytes:
    """The length of an article and two checksums, of which the first differs for any edit within four bytes. The text is not kept."""
    with open(path, "rb") as file:
        data = file.read()
    return b"%d %d %d" % (len(data), zlib.crc32(data), zlib.adler32(data))


def _stands(pairs: Sequence[bytes], look: Callable[[str], bytes]) -> bool:
    return all(look(_text(path)) == stood for path, stood in zip(pairs[::2], pairs[1::2], strict=True))


def _flat(pairs: dict[bytes, bytes]) -> list[bytes]:
    return [field for pair in pairs.items() for field in pair]


def _counted(fields: Sequence[bytes]) -> list[bytes]:
    """A row of fields behind their number."""
    return [b"%d" % len(fields), *fields]


def _row(fields: Iterator[bytes]) -> list[bytes]:
    """The next row of fields. Raises ValueError or StopIteration where there is none."""
    return [next(fields) for _ in range(int(next(fields)))]


def _plain(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(field: bytes) -> str:
    return field.decode("utf-8", "surrogatepass")


def _forget(folder: str) -> None:
    """Leave the newer half of the runs where there are too many."""
    with os.scandir(folder) as entries:
        runs = list(entries)
    if len(runs) > MOST:
        for run in sorted(runs, key=lambda run: run.stat().st_mtime_ns)[: -MOST // 2]:
            os.unlink(run.path)
