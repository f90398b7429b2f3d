"""Which files a ledger folder consists of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import LedgerError

PARTS = ("claims", "sources")


def files(folder: Path) -> list[str]:
    """The paths of a ledger's YAML files, as `listed`. Raises LedgerError if there is no such folder, or nothing in it."""
    if not folder.is_dir():
        what = "is a file: name the folder it is in" if folder.exists() else "does not exist"
        raise LedgerError(f"the ledger folder {folder} {what}")
    found = listed(folder)
    if not found:
        raise LedgerError(f"the ledger folder {folder} holds no .yaml file")
    return found


def listed(folder: Path) -> list[str]:
    """The paths of the YAML files of a ledger, the folder's own path in front, in one order on every machine; none if there is none yet.

    A folder that holds `claims/` or `sources/` is read there and nowhere else; `claims/` itself brings the `sources/` beside
    it; any other folder is read as a whole. Hidden files and folders are left out. Raises LedgerError if a part cannot be read.
    """
    if not folder.is_dir():
        return []
    return [path for root in _roots(folder) for path in sorted(_walk(str(root)), key=lambda path: path.replace(os.sep, "/").split("/"))]


def watched(folder: Path) -> list[str]:
    """The paths of all that decides what `listed` gives and what is in it: folders and files, there or not."""
    parts = [folder / part for part in PARTS] + [folder.absolute().parent / "sources"]
    return [*map(str, parts), *(path for root in _roots(folder) for path in _walk(str(root), folders=True))]


def _roots(folder: Path) -> list[Path]:
    roots = [folder / part for part in PARTS if (folder / part).is_dir()] or [folder]
    beside = folder.absolute().parent / "sources"
    if roots == [folder] and folder.absolute().name == "claims" and beside.is_dir():
        roots.append(folder.parent / "sources" if folder.name == "claims" else beside)
    return roots


def _walk(root: str, folders: bool = False) -> Iterator[str]:
    for folder, below, names in os.walk(root, onerror=_unreadable):
        below[:] = [name for name in below if not name.startswith(".")]
        here = "" if folder == "." else folder
        if folders:
            yield folder
        yield from (os.path.join(here, name) for name in names if name.endswith(".yaml") and not name.startswith("."))  # noqa: PTH118


def _unreadable(error: OSError) -> None:
    raise LedgerError(f"the ledger folder {error.filename} cannot be read: {error.strerror}") from None
