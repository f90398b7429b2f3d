"""Dates as articles write them: "8 April 2026", "Apr 8", "late 2025", "Q3 2025", "this summer", "2026-04-08".

Every date is an interval of days. What lacks a year takes it from the article (the text before it, a heading, its own date); where
nothing gives one, it is left alone.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from factcheck.values import Dates, Op, between, dates

MONTHS = (
    {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
    | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m}
    | {"sept": 9}
)
DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
MONTH = rf"(?P<month>{MONTH_NAME})\b\.?"
MONTH_2 = rf"(?P<month2>{MONTH_NAME})\b\.?"
NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY = rf"(?P<day>{NUMBER})(?![\d%:.]\d|%)\b"
DAY_2 = rf"(?P<day2>{NUMBER})(?![\d%:.]\d|%)\b"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
PART = r"(?P<part>early|mid|late|(?:the )?(?:end|beginning|start|middle) of)(?: in)?[ -]"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
TO = r"(?: ?[-–—/] ?| to | through )"
AFTER = r"(?:(?<=\bin )|(?<=\bsince )|(?<=\bby )|(?<=\buntil )|(?<=\bof )|(?<=\bthrough )|(?<=\bto )|(?<=\bas )|(?<=\bearly as ))"
LEADING = r"(?:(?<![^\n])|(?<=\n[\[(*]))"
EVENT_NOUN = r"(?= (?:release|launch|debut|announcement|unveiling|rollout|update|shutdown)\b)"
COUNT = r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"

# Each is a name and a pattern; at one place the first that matches wins.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d.])(?<!\w-)(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"),
    ("ymd", r"(?<![\d.])(?<!\w-)(?P<y>(?:19|20)\d\d)(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])[/.-](?P<d>0?[1-9]|[12]\d|3[01])(?![\d/.-]\d|\d)"),
    ("ym", r"(?<![\d./])(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?![\d/])"),
    ("slashes", r"(?<![\d./])(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/(?P<y>(?:19|20)\d\d)(?!\d)"),
    ("slashes", r"(?<![\d./])(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/(?P<short>[12]\d)(?![\d/])"),
    ("ym", r"(?<![\d./])(?P<m>0?[1-9]|1[0-2])/(?P<y>20\d\d)(?![\d/])"),
    ("dots", r"(?<![\d./])(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?!\d)"),
    ("day range", rf"(?<![\d.$]){DAY}{TO}{DAY_2} {MONTH},? {YEAR}"),
    ("day range", rf"\b{MONTH} {DAY}{TO}{DAY_2}, ?{YEAR}"),
    ("day month year", rf"(?<![\d.$]){DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}"),
    ("month day year", rf"\b{MONTH}(?:,? |-){DAY},?[ -]+{YEAR}"),
    ("year month day", rf"(?<![\d.$]){YEAR} {MONTH} {DAY}"),
    ("months", rf"\b{MONTH}{TO}{MONTH_2},?[ -]{YEAR}"),
    ("months", rf"(?<=\bbetween ){MONTH} and {MONTH_2},?[ -]{YEAR}"),
    ("part month year", rf"\b{PART}{MONTH},?[ -]{YEAR}"),
    ("month year", rf"\b{MONTH}(?:,| of)?[ '’-]{{1,2}}{YEAR}"),
    ("month year", rf"\b{MONTH} ?['’](?P<short>\d\d)\b"),
    ("quarters", rf"\bQ(?P<q>[1-4]){TO}Q(?P<q2>[1-4])[ -]?(?:of )?{YEAR}"),
    (
        "quarter",
        rf"\b(?:(?:the )?(?P<word>first|second|third|fourth) quarter of |(?:early |late |mid-?)?Q(?P<q>[1-4])[ -]?(?:of )?(?:FY)?){YEAR}",
    ),
    ("quarter", rf"(?<![\d.$]){YEAR}[ -]Q(?P<q>[1-4])\b"),
    ("half", rf"\b(?:(?:the )?(?P<word>first|second) half of |(?P<h1>[12])H[ -]?|H(?P<h>[12])[ -]?){YEAR}"),
    ("part year", rf"\b{PART}{YEAR}"),
    ("season year", rf"\b(?:{PART})?(?:the )?{SEASON}(?: of)?,? {YEAR}"),
    ("month day", rf"\b{MONTH} {DAY}(?!,? (?:19|20)\d\d)"),
    ("day month", rf"(?<![\d.$]){DAY}(?: of)? {MONTH}(?!\w)"),
    ("part month", rf"\b{PART}{MONTH}"),
    ("month", rf"(?:{AFTER}|(?<=\blast )|(?<=\bthis )|(?<=\bnext )|(?<=\()){MONTH}(?! ?\d)"),
    ("month", rf"\b{MONTH}{EVENT_NOUN}"),
    ("month", rf"{LEADING}{MONTH}(?=\s*(?::|[—–-]\s))"),
    (
        "year",
        rf"(?:{AFTER}|(?<=\bfrom )|(?<=\bduring )|(?<=\()|(?<=\blaunched )|(?<=\breleased )|(?<=\bfounded )){YEAR}(?![-/]\d)",
    ),
    ("year", rf"{LEADING}{YEAR}(?=\s*(?::|[—–-]\s))"),
    ("day", rf"{LEADING}{DAY}(?=\s*(?::|[—–-]\s))"),
    ("day", r"(?<=\bon )the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b"),
    ("ago", rf"\b{COUNT} (?P<unit>day|week|month|year)s? (?P<way>ago|later|earlier|after that)\b"),
    (
        "weekday",
        rf"(?<=\b[Oo]n )(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,? (?:{MONTH_NAME}\b|the \d|\d))",
    ),
    ("year's end", r"\b(?:(?:the )?end of (?:the|this) year|(?:the )?year[’']?s?[- ]end)\b"),
    (
        "relative",
        r"\b(?P<relative>today|yesterday|tomorrow|(?:last|this) (?:spring|summer|autumn|fall|winter)"
        r"|(?:last|this|next) (?:month|year)|(?:earlier|later) this (?:month|year))\b",
    ),
)
# All of them at once; the group that matches tells which of them it is.
PATTERN = re.compile("|".join("(" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")" for _, pattern in PATTERNS), re.IGNORECASE)
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
BOUND: tuple[tuple[Op, str], ...] = (
    ("<=", r"(?:by|no later than|by the latest|before the end of)(?: the)?(?: end of)?(?: around)? $"),
    (">=", r"(?:as (?:early|soon) as|at the earliest|no earlier than|not before|earliest)(?: in)? $"),
    ("~", r"(?:around|about|circa|ca\.|approximately|roughly) $"),
)
# Every date has a digit, a month or one of these words in it; the long pattern is only tried near them.
TRIGGER = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|tomorrow|ago|later|earlier|after that|year.?end|end of"
    r"|(?:last|this|next) (?:spring|summer|autumn|fall|winter|month|year)|on \w{3,6}day)",
    re.IGNORECASE,
)
FINE = {"day": 0, "week": 0, "month": 31, "year": 366}  # days that a date may be vague by, to count units from it
FROM = re.compile(rf"\b{COUNT} (?P<unit>day|week|month|year)s? (?P<way>before|after|from) $", re.IGNORECASE)
REACH = 32  # characters of a date before and after a trigger
ORDINAL = re.compile(r"(?:st|nd|rd|th)$")


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
    """What the article tells about its time where a text stands: the year and month in force for dates without one, and its own day
    for "today"."""

    year: int | None = None
    day: date | None = None
    day_first: bool = False  # 09/04/2026 is 9 April
    month: int | None = None


def matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of the long pattern, tried only near the words and digits that every date has."""
    start = end = 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() - REACH > end:
            yield from PATTERN.finditer(text, start, end)
            start = trigger.start() - REACH
        end = max(end, word_end(text, trigger.end() + REACH))
    yield from PATTERN.finditer(text, start, end)


def word_end(text: str, at: int) -> int:
    """The end of the word at an offset, so that nothing is cut in two."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return min(at, len(text))


def find_dates(text: str, known: Known) -> list[DateMention]:
    """The dates of a text in order.

    >>> [(d.value.written, d.value.first.isoformat()) for d in find_dates("released in late 2025, and on Apr 8", Known(2026))]
    [('2025', '2025-09-01'), ('2025-04-08', '2025-04-08')]
    """
    found: list[DateMention] = []
    here = known
    for match in matches(text):
        value = read(text, match, here, found[-1].value if found else None)
        if value:
            start, end = match.span()
            while text[end - 1] in ".,":
                end -= 1
            found.append(DateMention(start, end, value, bound(text, start)))
            if said := re.search(r"(?:19|20)\d\d", match.group()):
                here = Known(int(said.group()), known.day, known.day_first, known.month)
    return [shifted(text, mention) for mention in joined(text, found)]


WHOLE = re.compile(
    r"\W*(?:year:? )?(?:(?P<part>early|mid|late)[ -])?"
    rf"(?:(?P<y>(?:19|20)\d\d)(?:[./-](?P<m>0[1-9]|1[0-2]))?|(?P<month>{MONTH_NAME})\.?)\W*",
    re.IGNORECASE,
)


def whole_date(text: str, known: Known = Known()) -> DateMention | None:
    """A text that is nothing but a year, a year and a month, or a month whose year is known, as table cells under a date header are.

    >>> whole_date("2023.08").value.written, whole_date("May", Known(2025)).value.written, whole_date("score 2023")
    ('2023-08', '2025-05', None)
    """
    m = WHOLE.fullmatch(text)
    if not m:
        return None
    if m["month"]:
        year = year_for(MONTHS[m["month"].lower()], known)
        if year is None:
            return None
        value, start, end = dates(f"{year}-{MONTHS[m['month'].lower()]:02}"), m.start("month"), m.end("month")
    else:
        value = dates(f"{m['y']}-{m['m']}" if m["m"] else m["y"])
        start, end = m.start("y"), m.end("m") if m["m"] else m.end("y")
    part = m["part"]
    return DateMention(m.start("part") if part else start, end, narrowed(value, part.lower()) if part else value)


def read(text: str, match: re.Match[str], known: Known, before: Dates | None) -> Dates | None:
    """The days a matched date means, None where no year is known or the day does not exist. `before` is the date before it."""
    assert match.lastindex
    name = PATTERNS[match.lastindex - 1][0]
    m = single(match.lastindex - 1).match(text, match.start())
    assert m
    parts = m.groupdict()
    if parts.get("month") and parts["month"][0].islower():
        return None  # "in may", "to march"
    try:
        return counted(parts, known, before) if name == "ago" else meaning(name, parts, known)
    except ValueError:
        return None


@cache
def single(index: int) -> re.Pattern[str]:
    """One of the patterns by itself, compiled when it is first needed."""
    return re.compile(PATTERNS[index][1], re.IGNORECASE)


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
        return day(known.year, known.month, number(parts["day"])) if known.year and known.month else None
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
        return between(dates(f"{year - (month > second_month)}-{month:02}"), dates(f"{year}-{second_month:02}"))
    if name == "day range" and month:
        first_day, last_day = number(parts["day"]), number(parts["day2"])
        return between(day(year, month, first_day), day(year, month, last_day)) if first_day < last_day else None
    part = (parts.get("part") or "").lower()
    if parts.get("season"):
        a, b = SEASONS[(parts["season"] or "").lower()]
        return Dates(date(year, a, 1), dates(f"{year + (b > 12)}-{(b - 1) % 12 + 1:02}").last, str(year))
    if month and parts.get("day"):
        return day(year, month, number(parts["day"]))
    whole = dates(f"{year}-{month:02}") if month else dates(str(year))
    return narrowed(whole, part) if part else whole


def number(written: str | None) -> int:
    """A number, or "3rd" without its ending."""
    return int(ORDINAL.sub("", (written or "").lower()))


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
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if words in near:
        when = today + timedelta(days=near[words])
        return Dates(when, when, when.isoformat())
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


def bound(text: str, start: int) -> Op:
    before = text[max(0, start - 26) : start].lower()
    return next((op for op, pattern in BOUND if re.search(r"\b" + pattern, before)), "=")


def shifted(text: str, mention: DateMention) -> DateMention:
    """A date together with the time that is counted from it ("two weeks after 5 May 2026"), else as it is."""
    m = FROM.search(text, 0, mention.start)
    start = mention.value.first
    if not m or (mention.value.last - start).days > FINE[m["unit"].lower()]:
        return mention
    count = COUNTS.get(m["count"].lower()) or int(m["count"])
    return DateMention(m.start(), mention.end, on(start, m["unit"].lower(), -count if m["way"].lower() == "before" else count), mention.op)


MOVED = re.compile(
    r"\b(?:mov|jump|shift|push|advanc|slipp?|extend|chang|updat|rais|bump|delay|postpon)\w*(?: (?:back|up|forward|on))? from $",
    re.IGNORECASE,
)


def joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """Dates that a range joins ("from March 2024 to May 2025") as one."""
    out: list[DateMention] = []
    for mention in found:
        last = out[-1] if out else None
        if last and text[last.end : mention.start].strip().lower() in ("to", "-", "–", "through") and not MOVED.search(text, 0, last.start):
            ends = (last.value.written, mention.value.written)
            if last.value.first < mention.value.first and all(isinstance(end, str) for end in ends):
                out[-1] = DateMention(last.start, mention.end, between(last.value, mention.value), last.op)
                continue
        out.append(mention)
    return out
