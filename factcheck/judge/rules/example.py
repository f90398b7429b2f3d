"""An example of a rule: what the article says, how that is read, and what the ledger has."""

from __future__ import annotations

from factcheck.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """`reads` and `ledger` are YAML mappings, one a line: assertions as `extract` prints them, claims as a ledger holds them.

    Left out, the subject is acme-1 and the metric exam, of the tests' small world: Acme (maker of Acme 1 and Acme 2), Bolt
    (maker of Bolt 3), the evaluators Gauge Lab and Meter Lab, and the paper The Daily. An assertion stands where its `text` does.
    """

    article: str
    reads: tuple[str, ...]
    ledger: tuple[str, ...]
    day: str = "2026-04-09"
