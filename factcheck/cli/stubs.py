"""`factcheck check --stubs FILE`: what the ledger lacks, as claims to be sourced."""

from __future__ import annotations

import tempfile
import zlib
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.growing.stubs import Stubs, stubs, written
from factcheck.ledger.json_schema import schema_text
from factcheck.ledger.layout import SCHEMA, Layout
from factcheck.ledger.store import locked, read_text, replace_text
from factcheck.results import Results


def write_stubs(results: Results, name: str) -> str:
    """Add a stub for every unverified figure to a file, which keeps what it has. Returns a sentence on what was done.

    Raises FactcheckError if the file cannot be written, or is none of a ledger's.
    """
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"--stubs {name} is a folder: name a file in it")
    made = stubs(results)
    with locked(path.parent, _lock(path)):
        shape = _shape(path)
        try:
            text, fresh = written(made, read_text(path, shape), name)
        except (ValueError, OSError) as error:
            told = str(error).removeprefix(f"{name}:").lstrip()
            raise UsageError(f"{name}:{'' if told[:1].isdigit() else ' '}{told}; no stubs were added to it") from None
        if fresh.claims:
            if not (shape.root / SCHEMA).exists():
                replace_text(shape.root / SCHEMA, schema_text())
            replace_text(path, text)
    return _told(fresh, name)


def _shape(path: Path) -> Layout:
    """Where the schema of a file of stubs is: in the nearest ledger around it, else beside it."""
    above = path.absolute().parent
    root = next((folder for folder in (above, *above.parents) if (folder / SCHEMA).exists()), above)
    return Layout(root, above, above)


def _lock(path: Path) -> Path:
    """A file that locks another, which may stand among articles, without leaving anything beside it."""
    return Path(tempfile.gettempdir()) / f"factcheck-{zlib.crc32(str(path.resolve()).encode(errors='surrogateescape')):08x}.lock"


def _told(fresh: Stubs, name: str) -> str:
    counts = [
        _count(len(fresh.subjects), "new subject"),
        _count(len(fresh.metrics), "new metric"),
        f"{fresh.known} there already" if fresh.known else "",
        f"{_count(len(fresh.left), 'figure')} can be no claim" if fresh.left else "",
    ]
    more = ", ".join(count for count in counts if count)
    did = f"{_count(len(fresh.claims), 'stub')} added to {name}" if fresh.claims else f"nothing new for {name}"
    return did + (f" ({more})" if more else "") + (": name a source for each in place of TODO" if fresh.claims else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""
