"""The user's folder for what can always be made anew. Whatever is wrong with it, the work is done without it."""

from __future__ import annotations

import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path

OFF = "FACTCHECK_NO_CACHE"
CHECKSUM = 4  # bytes


def place(name: str) -> Path | None:
    """Where a file of this name is kept: None where there is no home for it, or `FACTCHECK_NO_CACHE` is set."""
    if os.environ.get(OFF):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - does not raise where there is no home
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(base) / "factcheck" / name if base and os.path.isabs(base) else None  # noqa: PTH117


def read(path: Path, header: bytes) -> memoryview | None:
    """What was kept under this header; None if nothing was, or not as it was written."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = memoryview(data)[len(header) + CHECKSUM :]
    return body if data.startswith(header) and data[len(header) : len(header) + CHECKSUM] == _checksum(body) else None


def write(path: Path, header: bytes, body: bytes) -> None:
    """Keep it whole or not at all: readers see the old file or the new one."""
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):  # a cache that cannot be written is none
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            scratch.write_bytes(header + _checksum(body) + body)
            scratch.replace(path)
        finally:
            scratch.unlink(missing_ok=True)


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(CHECKSUM, "big")
