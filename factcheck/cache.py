"""The user's folder for what can always be made anew. Whatever is wrong with it, the work is done without it.

Nothing is imported that Python has not loaded when it starts: what is kept is often all that a run needs.
"""

from __future__ import annotations

import os
import sys
import zlib

OFF = "FACTCHECK_NO_CACHE"
CHECKSUM = 4  # bytes


def place(name: str) -> str | None:
    """The path where what has this name is kept: None where there is no home for it, or `FACTCHECK_NO_CACHE` is set."""
    if os.environ.get(OFF):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "factcheck", name) if base and os.path.isabs(base) else None


def read(path: str | os.PathLike[str], header: bytes) -> memoryview | None:
    """What was kept under this header; None if nothing was, or not as it was written."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    body = memoryview(data)[len(header) + CHECKSUM :]
    return body if data.startswith(header) and data[len(header) : len(header) + CHECKSUM] == _checksum(body) else None


def write(path: str | os.PathLike[str], header: bytes, body: bytes) -> None:
    """Keep it whole or not at all: readers see the old file or the new one."""
    scratch = f"{os.fspath(path)}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        try:
            with open(scratch, "wb") as file:
                file.write(header + _checksum(body) + body)
            os.replace(scratch, path)
        except BaseException:
            os.unlink(scratch)
            raise
    except OSError:
        pass  # a cache that cannot be written is none


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(CHECKSUM, "big")
