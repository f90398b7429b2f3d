"""What the parts of a date mean: an interval of days. What lacks a year takes it from what the article tells of its time."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.dates.tenses import Way
from factcheck.patterns import compile_re
from factcheck.values import Dates, between, dates

MONTHS = (
    {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
    | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m}
    | {"sept": 9}
)
DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
FINE = {"day": 0, "week": 0, "month": 31, "year": 366}  # days that a date may be vague by, to count units from it
ORDINAL_DAYS = {
    word: i
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        " seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}
ORDINAL = compile_re(r"(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Known:
    """What the article tells about its time where a text stands: the year and month in force for dates without one, and its own day
    for "today"."""

    year: int | None = None
    day: date | None = None
    day_first: bool = False  # 09/04/2026 is 9 April
    month: int | None = None
    way: Way | None = None  # of the date at hand


def meaning(name: str, parts: dict[str, str | None], known: Known) -> Dates | None:
    """The days that the named parts of a date mean. Raises ValueError for a day that does not exist."""
    if name == "iso":
        return dates(parts["iso"] or "")
    if name in ("ymd", "dots"):
        return day(number(parts["y"]), number(parts["m"]), number(parts["d"]))
    if name == "ym":
        return dates(f"{parts['y']}-{number(parts['m']):02}")
    if name == "slashes":
        a, b = number(parts["a"]), number(parts["b"])
        first, second = (a, b) if known.day_first or a > 12 else (b, a)
        return day(number(parts.get("y") or f"20{parts['short']}"), second, first)
    if name == "relative":
        return relative((parts["relative"] or "").lower(), known)
    if name == "weekday":
        return weekday(DAYS[(parts["weekday"] or "").lower()], known)
    if name == "year's end":
        year = known.day.year if known.day else known.year
        return narrowed(dates(str(year)), "end") if year else None
    month = MONTHS.get((parts.get("month") or "").lower().rstrip("."))
    if name == "day":
        year = year_for(known.month, known)
        return day(year, known.month, number(parts["day"])) if year and known.month else None
    written = parts.get("year") or (f"20{parts['short']}" if parts.get("short") else None)
    year = int(written) if written else year_for(month, known)
    if year is None:
        return None
    if name in ("quarter", "quarters"):
        quarter = int(parts.get("q") or ORDINALS[(parts["word"] or "").lower()])
        last = int(parts.get("q2") or quarter)
        return between(dates(f"{year}-{3 * quarter - 2:02}"), dates(f"{year}-{3 * last:02}")) if quarter <= last else None
    if name == "half":
        half = int(parts.get("h") or parts.get("h1") or ORDINALS[(parts["word"] or "").lower()])
        return Dates(date(year, 6 * half - 5, 1), dates(f"{year}-{6 * half:02}").last, str(year))
    if name == "months" and month:
        second_month = MONTHS[(parts["month2"] or "").lower()]
        first_year = int(parts.get("year2") or year - (month > second_month))
        span = dates(f"{first_year}-{month:02}"), dates(f"{year}-{second_month:02}")
        return between(*span) if span[0].first < span[1].first else None
    if name == "day range" and month:
        first_day, last_day = number(parts["day"]), number(parts["day2"])
        return between(day(year, month, first_day), day(year, month, last_day)) if first_day < last_day else None
    part = (parts.get("part") or "").lower()
    if parts.get("season"):
        a, b = SEASONS[(parts["season"] or "").lower()]
        return Dates(date(year, a, 1), dates(f"{year + (b > 12)}-{(b - 1) % 12 + 1:02}").last, str(year))
    if month and (named := parts.get("day") or parts.get("dayword")):
        return day(year, month, number(named))
    whole = dates(f"{year}-{month:02}") if month else dates(str(year))
    return narrowed(whole, part) if part else whole


def number(written: str | None) -> int:
    """A number, "3rd" without its ending, or the number that an ordinal means.

    >>> number("07"), number("3rd"), number("twelfth"), number("twenty-first")
    (7, 3, 12, 21)
    """
    *tens, word = patterns.split(r"[ -]", (written or "").lower())
    if word in ORDINAL_DAYS:
        return ORDINAL_DAYS[word] + (10 * ("twenty", "thirty").index(tens[0]) + 20 if tens else 0)
    return int(ORDINAL.sub("", (written or "").lower()))


def year_for(month: int | None, known: Known) -> int | None:
    """The year of a date without one: that in force, else the one of the article's day that lies the way that the date is told to lie,
    not far ahead of it where nothing tells."""
    if known.year is not None or known.day is None:
        return known.year
    ahead = (month or known.day.month) - known.day.month
    if known.way == "to come":
        return known.day.year + (ahead < 0)
    return known.day.year - (ahead > (0 if known.way == "past" else 6))


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
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if words in near:
        when = today + timedelta(days=near[words])
        return Dates(when, when, when.isoformat())
    if m := patterns.match(r"(early|late|mid)[ -]", words):
        whole = relative(words[m.end() :], known)
        return narrowed(whole, m[1]) if whole else None
    which, *_, unit = words.split()
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        whole = dates(str(today.year + step))
    elif unit == "month":
        whole = months_on(today, step)
    else:
        year = today.year + (step if SEASONS[unit][0] >= today.month or step > 0 else 0)
        return meaning("season year", {"season": unit, "year": str(year)}, known)
    if which == "earlier":
        return Dates(whole.first, today, whole.written)
    return Dates(today, whole.last, whole.written) if which == "later" else whole


def weekday(number: int, known: Known) -> Dates | None:
    """The last such day of the week up to the article's own."""
    if not known.day:
        return None
    when = known.day - timedelta(days=(known.day.weekday() - number) % 7)
    return day(when.year, when.month, when.day)


def counted(parts: dict[str, str | None], known: Known, before: Dates | None) -> Dates | None:
    """ "Two weeks ago" from the article's day, "two weeks later" from the date before; as exact as the unit that is counted."""
    words, way = (parts["count"] or "").lower(), (parts["way"] or "").lower()
    count = COUNTS.get(words) or int(words)
    start = known.day if way == "ago" else before.first if before else None
    sign = -1 if way in ("ago", "earlier") else 1
    if start is None or (before and way != "ago" and (before.last - before.first).days > FINE[parts["unit"] or ""]):
        return None
    return on(start, parts["unit"] or "", sign * count)


def on(start: date, unit: str, count: int) -> Dates:
    """The time that lies `count` units from a day."""
    if unit == "year":
        return dates(str(start.year + count))
    if unit == "month":
        return months_on(start, count)
    when = start + timedelta(days=count * (7 if unit == "week" else 1))
    grace = timedelta(days=3 if unit == "week" else 0)  # weeks are counted loosely
    return Dates(when - grace, when + grace, when.isoformat())


def months_on(start: date, count: int) -> Dates:
    """The month that lies `count` months from a day's."""
    months = start.year * 12 + start.month - 1 + count
    return dates(f"{months // 12}-{months % 12 + 1:02}")
