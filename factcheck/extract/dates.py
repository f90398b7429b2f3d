"""Dates as articles write them: "8 April 2026", "Apr 8", "late 2025", "Q3 2025", "this summer", "2026-04-08".

Every date is an interval of days. What lacks a year takes it from the article (a heading, its own date); where nothing gives
one, it is left alone.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.values import Dates, Op, between, dates

MONTHS = {m.lower(): i for i, m in enumerate(calendar.month_name) if m} | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m} | {"sept": 9}
MONTH = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:.]\d|%)\b"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
PART = r"(?P<part>early|mid|late|the end of|end of|the beginning of|beginning of|the start of|start of)[ -]"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
AFTER = r"(?:(?<=\bin )|(?<=\bsince )|(?<=\bby )|(?<=\buntil )|(?<=\bof )|(?<=\blast )|(?<=\bthrough ))"

# Each is a name and a pattern; at one place the first that matches wins.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d.])(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"),
    ("ymd", r"(?<![\d.])(?P<y>(?:19|20)\d\d)[/.](?P<m>0?[1-9]|1[0-2])[/.](?P<d>0?[1-9]|[12]\d|3[01])(?![\d/.]\d)"),
    ("ym", r"(?<![\d./])(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?![\d/])"),
    ("slashes", r"(?<![\d./])(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/(?P<y>(?:19|20)\d\d)(?!\d)"),
    ("day month year", rf"(?<![\d.$]){DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}"),
    ("month day year", rf"\b{MONTH}[ -]{DAY},?[ -]+{YEAR}"),
    ("part month year", rf"\b{PART}{MONTH},?[ -]{YEAR}"),
    ("month year", rf"\b{MONTH}(?:,| of)?[ '’-]{{1,2}}{YEAR}"),
    ("quarter", r"\b(?:(?:the )?(?P<word>first|second|third|fourth) quarter of |Q(?P<q>[1-4])[ -]?(?:of )?(?:FY)?)(?P<year>(?:19|20)\d\d)\b"),
    ("half", r"\b(?:(?:the )?(?P<word>first|second) half of |H(?P<h>[12])[ -])(?P<year>(?:19|20)\d\d)\b"),
    ("part year", rf"\b{PART}{YEAR}"),
    ("season year", rf"\b(?:{PART})?(?:the )?{SEASON}(?: of)?,? {YEAR}"),
    ("month day", rf"\b{MONTH} {DAY}(?!,? (?:19|20)\d\d)"),
    ("day month", rf"(?<![\d.$]){DAY}(?: of)? {MONTH}(?!\w)"),
    ("part month", rf"\b{PART}{MONTH}"),
    ("month", rf"{AFTER}{MONTH}"),
    ("year", rf"(?:{AFTER}|(?<=\bfrom )|(?<=\bduring )|(?<=\()){YEAR}"),
    ("relative", r"\b(?P<relative>today|yesterday|this (?:spring|summer|autumn|fall|winter|month|year|week)|last (?:month|year))\b"),
)
PATTERN = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for _, pattern in PATTERNS), re.IGNORECASE)
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
BOUND: tuple[tuple[Op, str], ...] = (
    ("<=", r"(?:by|no later than|by the latest|before the end of)(?: the)?(?: end of)? $"),
    (">=", r"(?:as early as|at the earliest|no earlier than|earliest) $"),
    ("~", r"(?:around|about|circa|approximately) $"),
)
YEARISH = re.compile(r"\d")
WORDY = re.compile(r"\b(?:today|yesterday|this|last|early|mid|late)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, offsets of the text, end exclusive. `value` is the interval of days it can mean; the year may have
    been taken from the article."""

    start: int
    end: int
    value: Dates
    op: Op = "="


@dataclass(frozen=True, slots=True)
class Known:
    """What the article tells about its time: the year for dates without one, and the day for "today"."""

    year: int | None = None
    day: date | None = None
    day_first: bool = False  # 09/04/2026 is 9 April


def find_dates(text: str, known: Known) -> list[DateMention]:
    """The dates of a text in order.

    >>> [(d.value.written, d.value.first.isoformat()) for d in find_dates("released in late 2025, and on Apr 8", Known(2026))]
    [('2025', '2025-09-01'), ('2026-04-08', '2026-04-08')]
    """
    if not YEARISH.search(text) and not WORDY.search(text) and not any(m in text for m in calendar.month_name[1:]):
        return []
    found: list[DateMention] = []
    for match in PATTERN.finditer(text):
        value = read(match.group(), text, match, known)
        if value:
            start, end = match.span()
            while text[end - 1] in ".,":
                end -= 1
            found.append(DateMention(start, end, value, bound(text, start)))
    return joined(text, found)


WHOLE = re.compile(r"\W*(?:(?P<part>early|mid|late)[ -])?(?P<y>(?:19|20)\d\d)(?:[./-](?P<m>0[1-9]|1[0-2]))?\W*", re.IGNORECASE)


def whole_date(text: str) -> DateMention | None:
    """A text that is nothing but a year or a year and a month, as table cells under a date header are.

    >>> whole_date("2023.08").value.written, whole_date("score 2023")
    ('2023-08', None)
    """
    m = WHOLE.fullmatch(text)
    if not m:
        return None
    value = dates(f"{m['y']}-{m['m']}" if m["m"] else m["y"])
    start = m.start("part") if m["part"] else m.start("y")
    return DateMention(start, m.end("m") if m["m"] else m.end("y"), narrowed(value, m["part"].lower()) if m["part"] else value)


COMPILED: dict[str, re.Pattern[str]] = {}


def read(written: str, text: str, match: re.Match[str], known: Known) -> Dates | None:
    """The days a matched date means, None where no year is known or the day does not exist."""
    for name, pattern in PATTERNS:
        compiled = COMPILED.get(name) or COMPILED.setdefault(name, re.compile(pattern, re.IGNORECASE))
        m = compiled.match(text, match.start())
        if m and m.end() == match.end():
            try:
                return meaning(name, m.groupdict(), known)
            except ValueError:
                return None
    return None


def meaning(name: str, parts: dict[str, str | None], known: Known) -> Dates | None:
    """The days that the named parts of a date mean. Raises ValueError for a day that does not exist."""
    if name == "iso":
        return dates(parts["iso"] or "")
    if name == "ymd":
        return day(int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0))
    if name == "ym":
        return dates(f"{parts['y']}-{parts['m']}")
    if name == "slashes":
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        first, second = (a, b) if known.day_first or a > 12 else (b, a)
        return day(int(parts["y"] or 0), second, first)
    if name == "relative":
        return relative((parts["relative"] or "").lower(), known)
    month = MONTHS.get((parts.get("month") or "").lower().rstrip("."))
    year = int(parts["year"] or 0) if parts.get("year") else year_for(month, known)
    if year is None:
        return None
    if name == "quarter":
        quarter = int(parts.get("q") or ORDINALS[(parts["word"] or "").lower()])
        return between(dates(f"{year}-{3 * quarter - 2:02}"), dates(f"{year}-{3 * quarter:02}"))
    if name == "half":
        half = int(parts.get("h") or ORDINALS[(parts["word"] or "").lower()])
        return Dates(date(year, 6 * half - 5, 1), dates(f"{year}-{6 * half:02}").last, str(year))
    part = (parts.get("part") or "").lower()
    if parts.get("season"):
        a, b = SEASONS[(parts["season"] or "").lower()]
        return Dates(date(year, a, 1), dates(f"{year + (b > 12)}-{(b - 1) % 12 + 1:02}").last, str(year))
    if month and parts.get("day"):
        return day(year, month, int(parts["day"] or 0))
    if month:
        whole = dates(f"{year}-{month:02}")
        return narrowed(whole, part) if part else whole
    whole = dates(str(year))
    return narrowed(whole, part) if part else whole


def year_for(month: int | None, known: Known) -> int | None:
    """The year of a date without one: that in force, unless it would lie far ahead of the article's day."""
    if known.year is not None or known.day is None:
        return known.year
    if month and month > known.day.month + 6:
        return known.day.year - 1
    return known.day.year


def day(year: int, month: int, number: int) -> Dates:
    when = date(year, month, number)
    return Dates(when, when, when.isoformat())


def narrowed(whole: Dates, part: str) -> Dates:
    """The early, middle or late part of a year or month: a third with a month's (ten days') grace on the open side."""
    span = (whole.last - whole.first).days
    if "early" in part or "begin" in part or "start" in part:
        return Dates(whole.first, whole.first + timedelta(days=int(span * 0.42)), whole.written)
    if "mid" in part:
        return Dates(whole.first + timedelta(days=int(span * 0.25)), whole.last - timedelta(days=int(span * 0.25)), whole.written)
    if span > 100:
        return Dates(date(whole.first.year, 9, 1), whole.last, whole.written)
    return Dates(whole.last - timedelta(days=int(span * 0.5)), whole.last, whole.written)


def relative(words: str, known: Known) -> Dates | None:
    """A date counted from the article's own day."""
    today = known.day
    if not today:
        return None
    if words in ("today", "yesterday"):
        when = today - timedelta(days=words == "yesterday")
        return Dates(when, when, when.isoformat())
    unit = words.split()[1]
    if unit == "year":
        return dates(str(today.year - words.startswith("last")))
    if unit == "month":
        first = today.replace(day=1) - timedelta(days=1) if words.startswith("last") else today
        return dates(f"{first.year}-{first.month:02}")
    if unit in SEASONS:
        return meaning("season year", {"season": unit, "year": str(today.year)}, known)
    return None


def bound(text: str, start: int) -> Op:
    before = text[max(0, start - 26) : start].lower()
    return next((op for op, pattern in BOUND if re.search(r"\b" + pattern, before)), "=")


def joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """Dates that a range joins ("from March to May 2025", "April 5-7") as one."""
    out: list[DateMention] = []
    for mention in found:
        last = out[-1] if out else None
        if last and text[last.end : mention.start].strip().lower() in ("to", "-", "–", "through") and last.value.first < mention.value.first:
            if isinstance(last.value.written, str) and isinstance(mention.value.written, str):
                out[-1] = DateMention(last.start, mention.end, between(last.value, mention.value), last.op)
                continue
        out.append(mention)
    return out
