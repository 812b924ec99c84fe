from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.county.day_words import day_words, month_day_words, span_words, spans


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        ([7], "7日", "day 7"),
        ([3, 4], "3日至4日", "days 3 to 4"),
        ([9, 3, 5, 4], "3日至5日、9日", "days 3 to 5, 9"),
    ],
)
def test_days_that_follow_each_other_are_one_span(days: list[int], zh: str, en: str) -> None:
    assert (day_words(days).zh, day_words(days).en) == (zh, en)


def test_a_month_is_named_once() -> None:
    said = month_day_words(date(2026, 11, day) for day in (3, 4, 5, 9))
    assert (said.zh, said.en) == ("11月3日至5日、9日", "November 3 to 5, 9")


def test_a_span_of_one_day_is_that_day() -> None:
    assert [span_words(4, last).zh for last in (4, 6)] == ["4日", "4日至6日"]


@given(st.sets(st.integers(1, 31)))
def test_spans_hold_every_number_once_and_never_touch(numbers: set[int]) -> None:
    found = list(spans(numbers))
    assert [n for first, last in found for n in range(first, last + 1)] == sorted(numbers)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(found))
