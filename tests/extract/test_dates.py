"""Dates as they are written, and what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import find_dates, whole_date

DAY = date(2026, 4, 9)  # a Thursday
KNOWN = Known(None, DAY)
READ = {
    "on 8 April 2026": "2026-04-08",
    "on April 8th, 2026": "2026-04-08",
    "July, 16th, 2025: news": "2025-07-16",
    "2025.01.15": "2025-01-15",
    "[2025/1/5]": "2025-01-05",
    "04/17/2025": "2025-04-17",
    "17.4.2025": "2025-04-17",
    "11/2025": "2025-11",
    "Nov '25": "2025-11",
    "mid-April 2025": "2025-04",
    "late 2025": "2025",
    "the summer of 2025": "2025",
    "H2 2025": "2025",
    "in the second half of 2025": "2025",
    "Q3 2025": ("2025-07", "2025-09"),
    "2025 Q4": ("2025-10", "2025-12"),
    "Q1-Q2 2026": ("2026-01", "2026-06"),
    "between March and May 2026": ("2026-03", "2026-05"),
    "November to January 2026": ("2025-11", "2026-01"),
    "April 5-7, 2025": ("2025-04-05", "2025-04-07"),
    "in November": "2026-11" if DAY.month > 5 else "2025-11",
    "on Apr 2": "2026-04-02",
    "its March launch": "2026-03",
    "last month": "2026-03",
    "next year": "2027",
    "yesterday": "2026-04-08",
    "on Tuesday": "2026-04-07",
    "on Thursday": "2026-04-09",
    "three days ago": "2026-04-06",
    "two years ago": "2024",
    "six months ago": "2025-10",
    "by the end of the year": "2026",
    "(2024)": "2024",
    "on 23/Sep/2020": "2020-09-23",
    "2020-Sep-23": "2020-09-23",
    "21-04-2016": "2016-04-21",
    "16. Nov. 2016": "2016-11-16",
    "in june 2016": "2016-06",
    "on may 5, 2016": "2016-05-05",
    "2016 June": "2016-06",
    "2016 - 11": "2016-11",
    "20161016": "2016-10-16",
    "the twenty-first of May 2025": "2025-05-21",
    "July 4th of 2025": "2025-07-04",
    "before 2018": "2018",
    "2018 or later": "2018",
    "the year 2008": "2008",
    "Q3 '25": ("2025-07", "2025-09"),
    "in Q2": ("2026-04", "2026-06"),
    "early last year": "2025",
    "two weeks before May 13, 2025": "2025-04-29",
    "2022: a year": "2022",
}
NOT_READ = [
    "it may launch",
    "they march to 5 beats",
    "a ratio of 3/4",
    "version 2.5.1",
    "1,2025 tokens",
    "on 31 June 2025",
    "the 2025 budget",
    "2024-13-01",
    "$5 June",
    "4.5 March",
    "a second ago",
    "GPT-4o-2024-05-13-preview",
    "two weeks later",
    "in 2048 steps",
    "after 2000 steps",
    "before 1999 tokens",
    "more than 2020 people",
    "march first, then rest",
    "a may 5 deal",
    "3-7-2 on points",
    "version 2015-3b",
    "from 2048 to 4096",
    "10-11 points",
    "Q3 GPU",
]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
days = st.dates(date(1990, 1, 1), date(2049, 12, 31))
words = st.text("abc DE019.,:;-/()[]'’% May Apr Q1 2025 ago last of in", max_size=60)


@pytest.mark.parametrize(("text", "written"), READ.items(), ids=READ)
def test_a_date_is_read(text: str, written: str | tuple[str, str]) -> None:
    assert [d.value.written for d in find_dates(text, KNOWN)] == [written]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_date_is_not(text: str) -> None:
    assert find_dates(text, KNOWN) == []


@pytest.mark.parametrize(
    "text", ["on Apr 2", "in November", "today", "last month", "on Tuesday", "two weeks ago", "this summer", "by year-end"]
)
def test_nothing_is_guessed_where_the_article_gives_no_time(text: str) -> None:
    assert find_dates(text, Known()) == []


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("by May 2025", "<="),
        ("no later than May 2025", "<="),
        ("as early as May 2025", ">="),
        ("around May 2025", "~"),
        ("in May 2025", "="),
    ],
)
def test_bounds(text: str, op: str) -> None:
    assert [d.op for d in find_dates(text, KNOWN)] == [op]


def test_a_year_named_before_holds_for_what_follows() -> None:
    found = find_dates("In November 2023 it began, and on May 3 it ended", Known(2020))
    assert [d.value.written for d in found] == ["2023-11", "2023-05-03"]


def test_what_follows_a_day_counts_from_it() -> None:
    found = find_dates("on May 3, 2025, and three weeks later", Known())
    assert [d.value.written for d in found] == ["2025-05-03", "2025-05-24"]


@given(
    days,
    st.sampled_from(
        ["{d} {M} {y}", "{M} {d}, {y}", "{m3}. {d}, {y}", "{y}-{m:02}-{d:02}", "{d} of {M} {y}", "{M} {d} {y}", "{y}/{m:02}/{d:02}"]
    ),
)
def test_a_whole_day_is_read_in_every_form(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    text = form.format(d=day.day, m=day.month, M=month, m3=month[:3], y=day.year)
    (found,) = find_dates(f"released on {text}, they say", Known())
    assert (found.value.first, found.value.last) == (day, day)
    assert found.value.written == day.isoformat()


@given(words, st.none() | days)
@settings(max_examples=200)
def test_any_text_is_read_in_order_and_in_sound_intervals(text: str, day: date | None) -> None:
    at = 0
    for found in find_dates(text, Known(None, day)):
        assert at <= found.start < found.end <= len(text)
        assert found.value.first <= found.value.last
        at = found.end
    whole_date(text)
