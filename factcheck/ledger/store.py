"""A ledger folder as something that is written to: one writer at a time, nothing that would not load, every file whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import LedgerError
from factcheck.ledger.json_schema import schema_text
from factcheck.ledger.layout import SCHEMA, Layout, layout
from factcheck.ledger.load import load
from factcheck.ledger.model import Ledger

LOCK = ".factcheck.lock"
PATIENCE = 30.0  # seconds that one writer waits for another
ORDER = ("sources", "vocabulary")  # what others refer to comes first, so that the ledger is sound after every file


@contextmanager
def locked(folder: Path, lock: Path | None = None) -> Iterator[None]:
    """Keep other writers out of a ledger folder meanwhile, which is made if there is none; `lock` is another file to do so with.

    The system lets go of the lock even if this process is killed. Raises LedgerError if another one keeps it for too long, or if the
    folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock or folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise LedgerError(f"{folder} cannot be written to: {error.strerror}") from None
    try:
        until = time.monotonic() + PATIENCE
        while not _take(handle):
            if time.monotonic() > until:
                raise LedgerError(f"{folder} is being written to by another run: try again when that is done")
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def save(folders: Sequence[Path], texts: Mapping[Path, str]) -> Ledger:
    """Write new texts of files in the last of these folders, after they were found to load together. Returns the new ledger.

    Each file is replaced at once; sources come before the vocabulary and that before claims, so that whoever reads between two
    of them, or after this process was killed, finds a sound ledger. Raises LedgerError with every fault, and writes nothing then.
    """
    ledger = load(folders, texts)
    schema = layout(folders[-1]).root / SCHEMA
    if not schema.exists() and any(not path.exists() for path in texts):
        replace_text(schema, schema_text())
    for path in sorted(texts, key=lambda path: (_rank(path), path)):
        replace_text(path, texts[path])
    return ledger


def read_text(path: Path, shape: Layout | None = None) -> str:
    """A file's text with its newlines as they are; of one that does not exist yet what it begins with in a ledger of this shape."""
    if path.exists():
        return path.read_bytes().decode()
    return shape.beginning(path) if shape else ""


def _rank(path: Path) -> int:
    return next((rank for rank, part in enumerate(ORDER) if part in path.parts), len(ORDER))


def replace_text(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises LedgerError if it cannot be written."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            scratch.chmod(path.stat().st_mode)
        scratch.replace(path)
    except OSError as error:
        raise LedgerError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        scratch.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
