"""Dates as articles write them: "8 April 2026", "Apr 8", "late 2025", "Q3 2025", "this summer", "2026-04-08".

Every date is an interval of days. What lacks a year takes it from the article (the text before it, a heading, its own date); where
nothing gives one, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.dataclass import dataclass, replace
from factcheck.extract.dates.date_forms import COUNT, PATTERNS, REACH, TRIGGER, WHOLE, any_form, form
from factcheck.extract.dates.date_values import COUNTS, FINE, MONTHS, Known, counted, meaning, narrowed, on, year_for
from factcheck.extract.dates.tenses import way_of
from factcheck.patterns import compile_re
from factcheck.values import Dates, Op, between, dates

BOUND: tuple[tuple[Op, str], ...] = (
    ("<=", r"(?:by|no later than|by the latest|before the end of)(?: the)?(?: end of)?(?: around)? $"),
    (
        ">=",
        r"(?:as (?:early|soon) as|at the earliest|no earlier than|not before|earliest|not (?:\w+ ){1,3}before|n[o’'t]+ sooner than"
        r"|(?:(?:until|till|through) )?at least(?: until| through)?)(?: in)? $",
    ),
    ("~", r"(?:around|about|circa|ca\.|approximately|roughly) $"),
)
FROM = compile_re(rf"\b{COUNT} (?P<unit>day|week|month|year)s? (?P<way>before|after|from) $", re.IGNORECASE)


NOTHING = Known()
# Months that are words as well: without a capital they are months only in a date that has all its parts.
AMBIGUOUS = frozenset(("may", "march", "mar"))
LATER: tuple[tuple[Op, str], ...] = ((">=", r" or (?:later|newer|after)\b"), ("<=", r" or (?:earlier|before|older)\b"))


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, offsets of the text, end exclusive. `value` is the interval of days it can mean; the year may have
    been taken from the article."""

    start: int
    end: int
    value: Dates
    op: Op = "="


def matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of the long pattern, tried only near the words and digits that every date has."""
    start = end = 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() - REACH > end:
            yield from any_form().finditer(text, start, end)
            start = trigger.start() - REACH
        end = max(end, word_end(text, trigger.end() + REACH))
    yield from any_form().finditer(text, start, end)


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
            found.append(DateMention(start, end, value, bound(text, start, end)))
            if said := patterns.search(r"(?:19|20)\d\d", match.group()):
                here = Known(int(said.group()), known.day, known.day_first, here.month)
            if (value.first.year, value.first.month) == (value.last.year, value.last.month):
                here = replace(here, month=value.first.month)  # of "the 5th" behind it
    return [shifted(text, mention) for mention in joined(text, found)]


def whole_date(text: str, known: Known = NOTHING) -> DateMention | None:
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
    m = form(match.lastindex - 1).match(text, match.start())
    assert m
    parts = m.groupdict()
    month = parts.get("month") or ""
    if known.day and known.year is None and month and not parts.get("year"):
        known = replace(known, way=way_of(text, match.start(), match.end()))
    if month[:1].islower() and not (parts.get("year") and (month not in AMBIGUOUS or name == "month year" or parts.get("day"))):
        return None  # "in may", "to march"
    try:
        return counted(parts, known, before) if name == "ago" else meaning(name, parts, known)
    except ValueError:
        return None


def bound(text: str, start: int, end: int) -> Op:
    before, after = text[max(0, start - 26) : start].lower(), text[end : end + 12].lower()
    later: Op = next((op for op, pattern in LATER if patterns.match(pattern, after)), "=")
    return next((op for op, pattern in BOUND if patterns.search(r"\b" + pattern, before)), later)


def shifted(text: str, mention: DateMention) -> DateMention:
    """A date together with the time that is counted from it ("two weeks after 5 May 2026"), else as it is."""
    m = FROM.search(text, max(0, mention.start - 60), mention.start)
    start = mention.value.first
    if not m or (mention.value.last - start).days > FINE[m["unit"].lower()]:
        return mention
    count = COUNTS.get(m["count"].lower()) or int(m["count"])
    return DateMention(m.start(), mention.end, on(start, m["unit"].lower(), -count if m["way"].lower() == "before" else count), mention.op)


MOVED = compile_re(
    r"\b(?:mov|jump|shift|push|advanc|slipp?|extend|chang|updat|rais|bump|delay|postpon)\w*(?: [\w.’'-]+){0,7} from $",
    re.IGNORECASE,
)


DAY = compile_re(r"today|yesterday|tomorrow|\w+day|[\w ]+ (?:later|earlier|ago)", re.IGNORECASE)


def joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """Dates that a range joins ("from March 2024 to May 2025") as one, as is a day said twice ("yesterday, 5 May 2026")."""
    out: list[DateMention] = []
    for mention in found:
        last = out[-1] if out else None
        if (
            last
            and text[last.end : mention.start] in (", ", " (", ", on ", " on ", ", in ", " in ")
            and DAY.fullmatch(text, last.start, last.end)
        ):
            out[-1] = mention
            continue
        if (
            last
            and text[last.end : mention.start].strip().lower() in ("to", "-", "–", "through", "or", "/")
            and not MOVED.search(text, 0, last.start)
        ):
            ends = (last.value.written, mention.value.written)
            if last.value.first < mention.value.first and all(isinstance(end, str) for end in ends):
                out[-1] = DateMention(last.start, mention.end, between(last.value, mention.value), last.op)
                continue
        out.append(mention)
    return out
