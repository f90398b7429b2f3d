"""The day an article is of, from its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

KEYS = ("date", "published", "publishedat", "pubdate", "datepublished", "article:published_time")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)",  # 2026-04-09, with or without a time
    r"(?P<name>[A-Z][a-z]{2,8})\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{4})\b",  # April 9, 2026
    # 9 April 2026; Thu, 09 Apr 2026 08:00:00 GMT
    r"(?:[A-Z][a-z]{2,8}, *)?(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<name>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})\b",
)


def article_day(meta: Mapping[str, str]) -> date | None:
    """The publication day that front matter or an HTML head gives; None if it gives none that can be read in one way only.

    >>> article_day({"pubdate": "Thu, 09 Apr 2026 08:00:00 GMT"})
    datetime.date(2026, 4, 9)
    >>> article_day({"date": "09/04/2026"}) is None  # April or September?
    True
    """
    lower = {key.lower(): value for key, value in meta.items()}
    days = (read_day(lower[key]) for key in KEYS if key in lower)
    return next((day for day in days if day), None)


def read_day(text: str) -> date | None:
    """A day as people and machines write it in front matter; None if it is none, or could be two."""
    for form in FORMS:
        if m := re.match(form, text.strip().strip("\"'")):
            parts = m.groupdict()
            month = MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") and parts["name"][:3].lower() in MONTHS else 0
            try:
                return date(int(parts["year"]), month or int(parts.get("month") or 0), int(parts["day"]))
            except ValueError:
                return None
    return None
