"""Several ledgers one on top of the other: which of them a claim is from, and what earlier ones said instead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.dataclass import dataclass
from factcheck.ledger.compiled import load
from factcheck.ledger.files import listed
from factcheck.ledger.locate import BUILTIN, builtin
from factcheck.ledger.model import Claim, Ledger
from factcheck.places import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """A claim as one ledger of several has it."""

    ledger: str  # its name: builtin, or the folder
    claim: Claim

    @property
    def place(self) -> Place:
        return self.claim.place


class Layers:
    """The ledgers of some folders, each together with those before it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._names = [layer_name(folder) for folder in folders]
        self._files = [set(listed(folder)) for folder in folders]
        self._ledgers = [load(folders[: n + 1]) for n in range(len(folders))]

    @property
    def whole(self) -> Ledger:
        return self._ledgers[-1]

    def origins(self, id_: str) -> list[Origin]:
        """Every form that a claim has, the one that holds first, then those of earlier ledgers that it takes the place of."""
        found = []
        for name, files, ledger in zip(self._names, self._files, self._ledgers, strict=True):
            claim = ledger.claims.get(id_)
            if claim and claim.place.path in files:
                found.append(Origin(name, claim))
        return found[::-1]


def layer_name(folder: Path) -> str:
    """What a ledger is called: builtin for the one that ships, else its folder."""
    try:
        ships = folder.resolve() == builtin().resolve()
    except OSError:
        ships = False
    return BUILTIN if ships else str(folder)
