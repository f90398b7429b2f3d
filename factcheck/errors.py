"""What can go wrong, by family. Every message is a sentence for a person."""

from __future__ import annotations


class FactcheckError(Exception):
    """The work could not be done: the command line prints the message and exits 2."""


class UsageError(FactcheckError):
    """The command was given something it cannot use."""


class InputError(FactcheckError):
    """An article could not be read: missing, binary, not UTF-8."""


class LedgerError(FactcheckError):
    """A ledger could not be loaded; `faults` holds one `file:line:column: message` line each."""

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults
