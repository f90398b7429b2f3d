"""The day of `--as-of`."""

from __future__ import annotations

from datetime import date

from factcheck.article_day import read_day
from factcheck.errors import UsageError


def as_of_day(text: str | None) -> date | None:
    """The day of `--as-of`, None without one. Raises UsageError for what is no day, or could be two."""
    day = read_day(text) if text is not None else None
    if text is not None and not day:
        raise UsageError(f"--as-of {text}: that is no day; write it as 2026-04-09")
    return day
