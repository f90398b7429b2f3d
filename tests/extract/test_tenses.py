"""The year of a date without one."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import find_dates

CASES = [  # the article's day, a text, the date's first day
    ("2026-05-12", "It was released on November 24.", "2025-11-24"),
    ("2026-05-12", "On July 9, they launched another one.", "2025-07-09"),
    ("2026-05-12", "November 24 saw the first of them.", "2025-11-24"),
    ("2026-05-12", "After launching in August, it led for a week.", "2025-08-01"),
    ("2026-05-12", "It came out on April 2.", "2026-04-02"),
    ("2026-05-12", "It was released on May 2.", "2026-05-02"),
    ("2026-05-12", "It will be released on July 9.", "2026-07-09"),
    ("2026-05-12", "The old one retires on October 14.", "2026-10-14"),
    ("2026-05-12", "They announced that it retires on July 9.", "2026-07-09"),
    ("2026-11-22", "It is expected to arrive in January.", "2027-01-01"),
    ("2026-11-22", "It will be switched off on February 3.", "2027-02-03"),
    ("2026-11-22", "It was expected in January.", "2026-01-01"),
    ("2026-11-22", "It came out in January.", "2026-01-01"),
    ("2026-01-20", "It retires in December.", "2025-12-01"),  # nothing tells: not far ahead
    ("2026-01-20", "It will retire in December.", "2026-12-01"),
]


@pytest.mark.parametrize(("day", "text", "first"), CASES)
def test_a_date_lies_where_its_verb_says(day: str, text: str, first: str) -> None:
    (mention,) = find_dates(text, Known(day=date.fromisoformat(day)))
    assert mention.value.first.isoformat() == first


def test_a_year_in_force_holds_whatever_the_verb_says() -> None:
    (mention,) = find_dates("It was released in November.", Known(2026, date(2026, 5, 12)))
    assert mention.value.first.isoformat() == "2026-11-01"
