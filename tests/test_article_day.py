from datetime import date

import pytest

from factcheck.article_day import article_day, read_day

NINTH = [
    "2026-04-09",
    "2026-4-9",
    "2026-04-09T08:00:00Z",
    "2026-04-09 08:00",
    '"2026-04-09"',
    "April 9, 2026",
    "Apr 9, 2026",
    "April 9th, 2026",
]
NINTH += ["9 April 2026", "09 Apr 2026", "9th April 2026", "Thu, 09 Apr 2026 08:00:00 GMT", "Thursday, 9 April 2026", " 2026-04-09 "]
NONE = [
    "",
    "2026",
    "April 2026",
    "09/04/2026",
    "9.4.2026",
    "2026-13-01",
    "2026-02-30",
    "soon",
    "9 Nisan 2026",
    "2026-04-091",
    "v2026-04-09",
]


@pytest.mark.parametrize("text", NINTH)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text) == date(2026, 4, 9)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_or_could_be_two_is_not(text: str) -> None:
    assert read_day(text) is None


def test_months_are_known_in_full_and_cut_short() -> None:
    assert [day and day.month for day in map(read_day, ["Sept. 1, 2026", "Sep 1, 2026", "Jun 1, 2026", "July 1, 2026"])] == [9, 9, 6, 7]


@pytest.mark.parametrize("key", ["date", "Date", "published", "publishedAt", "pubDate"])
def test_the_keys_of_front_matter(key: str) -> None:
    assert article_day({key: "2026-04-09", "title": "x"}) == date(2026, 4, 9)


def test_other_keys_and_unreadable_values_are_passed_over() -> None:
    assert article_day({"updated": "2026-04-09"}) is None
    assert article_day({"date": "09/04/2026", "published": "April 9, 2026"}) == date(2026, 4, 9)
