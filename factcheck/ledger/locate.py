"""Which ledger folders to use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import LedgerError
from factcheck.ledger.files import PARTS

BUILTIN = "builtin"


def locate(given: Sequence[str] = (), configured: Sequence[Path] = (), start: Path | None = None) -> tuple[Path, ...]:
    """The ledger folders, in the order they add to each other.

    Those `given` on the command line (`builtin` is the one that ships), else those of a configuration, else the folder that
    holds both `claims/` and `sources/`: `start` (the current folder by default) or the nearest above it; else the one that
    ships. Whether a named folder exists is seen when it is read.
    """
    if given:
        return tuple(builtin() if name == BUILTIN else Path(name) for name in given)
    if configured:
        return tuple(configured)
    here = start or Path()
    if _is_ledger(here):
        return (here,)
    return (next((folder for folder in here.absolute().parents if _is_ledger(folder)), None) or builtin(),)


def candidates(start: Path | None = None) -> list[Path]:
    """Where `locate` looks for a ledger that nobody has named."""
    here = (start or Path()).absolute()
    return [folder / part for folder in (here, *here.parents) for part in PARTS]


def builtin() -> Path:
    """The folder of the ledger that ships: inside the package where it was installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "builtin", package.parent):
        if _is_ledger(folder):
            return folder
    raise LedgerError("this installation holds no ledger: install factcheck again, or name one with --ledger")


def _is_ledger(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in PARTS)
