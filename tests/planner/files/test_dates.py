"""Dates as they stand in cells."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.dates import limits, read_dates
from planner.files.issues import IssueKind
from planner.files.workbook import Cell

TODAY = date(2026, 11, 24)
MARCH = date(1985, 3, 1)


def _one(cell: Cell, field: str = "birth", beside: tuple[Cell, ...] = ()) -> date | None:
    return read_dates((cell, *beside), limits(field, TODAY)).values[0]


@pytest.mark.parametrize(
    "cell",
    [
        "1985.03", "1985.3", "198503", 198503.0, 198503, "1985-3", "1985-03-01", "1985年3月",
        "1985年03月01日", "1985/3/1", "1985.03.01", "19850301", 19850301.0, 31107.0, "31107", 1985.03,
        date(1985, 3, 1), datetime(1985, 3, 1, 0, 0), "１９８５．０３",
        " 1985.03\xa0", "1985-03-01 00:00:00", "3/1/1985", "1985.3.",
    ],
)  # fmt: skip
def test_every_usual_way_of_writing_is_the_same_month(cell: Cell) -> None:
    found = read_dates((cell,), limits("birth", TODAY))
    assert (found.values[0], found.doubts) == (MARCH, {})


@pytest.mark.parametrize(
    "cell",
    [
        "1985.13",
        "2091.05",
        "1885.03",
        "198600",
        "1979年15月",
        "2020.01",
        "不详",
        12.5,
        True,
        "1985",
        1985.0,
        "1985.02.30",
    ],
)
def test_what_cannot_be_a_birth_is_dropped_and_doubted(cell: Cell) -> None:
    found = read_dates((cell,), limits("birth", TODAY))
    assert found.values[0] is None
    assert found.doubts[cell].kind is IssueKind.BAD_DATE
    assert found.doubts[cell].lost


def test_a_planned_end_may_lie_ahead_but_not_far() -> None:
    assert _one("2031.6", "until") == date(2031, 6, 1)
    assert _one("2091.6", "until") is None


@pytest.mark.parametrize("words", ["至今", "长期", "", "未返回"])
def test_words_for_an_open_end_leave_it_open(words: str) -> None:
    found = read_dates((words,), limits("until", TODAY))
    assert (found.values[0], found.doubts) == (None, {})


def test_day_and_month_are_told_apart_by_the_column() -> None:
    assert _one("8/7/1986", "joined_police") == date(1986, 8, 7)
    assert _one("8/7/1986", "joined_police", ("23/8/1986",)) == date(1986, 7, 8)
    assert _one("8/7/1986", "joined_police", ("8/23/1986",)) == date(1986, 8, 7)


def test_a_number_that_lost_its_zero_is_october_and_to_be_verified() -> None:
    found = read_dates((1985.1, 1985.03), limits("birth", TODAY))
    assert found.values[0] == date(1985, 10, 1)
    assert not found.doubts[1985.1].lost
    assert read_dates((1985.1, 1985.3), limits("birth", TODAY)).values[0] == date(1985, 1, 1)
    assert read_dates((1985.12,), limits("birth", TODAY)).doubts == {}


@given(st.dates(date(1931, 1, 1), date(2010, 12, 31)))
def test_any_day_reads_back_from_its_usual_spellings(day: date) -> None:
    spellings: tuple[Cell, ...] = (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.year}.{day.month}.{day.day}",
        float((day - date(1899, 12, 30)).days),
        day,
    )
    assert set(read_dates(spellings, limits("birth", TODAY)).values) == {day}


@given(st.lists(st.text() | st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes()))
def test_no_cell_whatever_breaks_a_column(cells: list[Cell]) -> None:
    found = read_dates(cells, limits("until", TODAY))
    assert len(found.values) == len(cells)
