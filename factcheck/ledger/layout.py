"""Where in a ledger folder things stand, and what a new file begins with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from factcheck.ledger.files import PARTS, listed

SCHEMA = "ledger.schema.json"
MODELINE = "# yaml-language-server: $schema="  # makes editors complete and check the file


class Layout(NamedTuple):
    """The folder that all of a ledger is below, and those that new claims and new sources go to."""

    root: Path
    claims: Path
    sources: Path

    def beginning(self, path: Path) -> str:
        """The first line of a new file of the ledger: where its schema is, seen from there."""
        return f"{MODELINE}{Path(os.path.relpath(self.root / SCHEMA, path.parent)).as_posix()}\n"


def layout(folder: Path) -> Layout:
    """The layout of a ledger folder as `files` reads it, or as a new one gets it."""
    if any((folder / part).is_dir() for part in PARTS) or not listed(folder):
        return Layout(folder, folder / "claims", folder / "sources")
    beside = folder.absolute().parent / "sources"
    if folder.absolute().name == "claims" and beside.is_dir():
        return Layout(beside.parent, folder, beside)
    return Layout(folder, folder, folder)
