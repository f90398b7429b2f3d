"""The day an article is of, from its front matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck import patterns

KEYS = ("date", "published", "publishedat", "pubdate", "datepublished", "article:published_time")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)",  # 2026-04-09, with or without a time
    r"(?P<name>[A-Z][a-z]{2,8})\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{4})",  # April 9, 2026
    # 9 April 2026; Thu, 09 Apr 2026 08:00:00 GMT
    r"(?:[A-Z][a-z]{2,8}, *)?(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<name>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})",
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
    """A day as people and machines write it in front matter, with or without a time; None if it is none, or could be two."""
    for form in FORMS:
        if m := patterns.match(form + r"(?:[T ,].*)?$", text.strip().strip("\"'")):
            parts = m.groupdict()
            name = parts.get("name", "").lower().replace("sept", "sep")
            months = [i for i, month in enumerate(MONTHS, 1) if name and month.replace("sept", "sep").startswith(name)]
            month = months[0] if months else int(parts.get("month") or 0)
            try:
                return date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                return None
    return None
