"""Subjects and metrics as a person names them: by id, name or alias, in any spelling."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.errors import UsageError
from factcheck.ledger.faults import did_you_mean
from factcheck.ledger.model import Ledger, Metric, Subject
from factcheck.ledger.spelling import simplified


def subject_id(words: str, ledger: Ledger) -> str:
    """The id of the subject so called. Raises UsageError, with what may be meant, if there is none or more than one."""
    return _find(words, "subject", ledger.subjects)


def metric_id(words: str, ledger: Ledger) -> str:
    """The id of the metric so called. Raises UsageError, with what may be meant, if there is none or more than one."""
    return _find(words, "metric", ledger.metrics)


def spellings(record: Subject | Metric) -> tuple[str, ...]:
    """All that a subject or metric is called, its id first."""
    return record.id, record.name, *record.aliases


def _find(words: str, kind: str, records: Mapping[str, Subject] | Mapping[str, Metric]) -> str:
    if words in records:
        return words
    for same in (str.casefold, simplified):
        for names in (lambda record: (record.id, record.name), spellings):
            found = [record.id for record in records.values() if same(words) in map(same, names(record))]
            if len(found) == 1:
                return found[0]
            if found:
                raise UsageError(f"{words!r} names more than one {kind}: say which of {', '.join(found)}")
    alike = (name for record in records.values() for name in spellings(record) if _digits(name) == _digits(words))
    raise UsageError(f"the ledger knows no {kind} {words!r}" + did_you_mean(words, alike, f": try 'factcheck search {words}'"))


def _digits(text: str) -> list[str]:
    """All digits in their order: a slip leaves out a point sooner than a digit."""
    return [character for character in text if character.isdigit()]
