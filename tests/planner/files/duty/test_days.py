"""Days and months in the spellings of duty rosters."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.files.duty.days import Day, read_day, read_month
from planner.files.workbook import Cell


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (1, Day(1)),
        (31.0, Day(31)),
        ("5日", Day(5)),
        ("５", Day(5)),
        ("5号", Day(5)),
        ("11月5日", Day(5, 11)),
        ("11/5", Day(5, 11)),
        ("11月5日(周四)", Day(5, 11, weekday=3)),
        ("5日 星期四", Day(5, weekday=3)),
        ("5(天)", Day(5, weekday=6)),
        ("2026-11-05", Day(5, 11, 2026)),
        ("2026年11月5日", Day(5, 11, 2026)),
        (date(2026, 11, 5), Day(5, 11, 2026)),
        (datetime(2026, 11, 5), Day(5, 11, 2026)),
        (32, None),
        (0.5, None),
        (True, None),
        ("值", None),
        ("13/5", None),
        ("", None),
    ],
)
def test_a_day_is_read_with_what_it_says_of_its_month(cell: Cell, day: Day | None) -> None:
    assert read_day(cell) == day


def test_a_day_the_month_does_not_have_is_no_date() -> None:
    assert Day(31).within(date(2026, 11, 1)) is None
    assert Day(31, 12).within(date(2026, 11, 1)) == date(2026, 12, 31)
    assert Day(5).within(None) is None


def test_a_day_without_a_year_beside_a_month_is_of_the_same_new_year() -> None:
    assert Day(29, 12).within(date(2027, 1, 1)) == date(2026, 12, 29)
    assert Day(2, 1).within(date(2026, 12, 1)) == date(2027, 1, 2)
    assert Day(2, 1).within(date(2026, 11, 1)) == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("城关派出所2026年11月值班表", (2026, 11)),
        ("值班表(2026.11)", (2026, 11)),
        ("202611值班", (2026, 11)),
        ("2026-1", (2026, 1)),
        ("二〇二六年十一月值班表", (2026, 11)),
        ("城关派出所: duty roster, November 2026", (2026, 11)),
        ("11月", (None, 11)),
        ("十二月值班表", (None, 12)),
        ("2026年值班表", (2026, None)),
        ("值班表", (None, None)),
    ],
)
def test_a_month_is_read_from_a_title(words: str, month: tuple[int | None, int | None]) -> None:
    assert read_month(words) == month
