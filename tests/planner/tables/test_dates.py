from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.tables.dates import month_words, read_date


@pytest.mark.parametrize(
    "words", ["1985.03", "198503", "1985-3", "1985年3月", "1985/3/1", "1985-03-01", "19850301", " 1985.3 "]
)
def test_the_usual_ways_of_writing_a_month_are_read(words: str) -> None:
    assert read_date(words) == date(1985, 3, 1)


@pytest.mark.parametrize("words", ["", "三月", "1985-13", "1985-02-30", "85-3", "1985"])
def test_what_is_no_date_is_not_guessed(words: str) -> None:
    assert read_date(words) is None


@given(st.dates(date(1900, 1, 1)))
def test_a_written_date_is_read_back(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(month_words(day)) == day
