"""Grids with a row for each day and a column for each person, read as the usual ones."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.county.duty import Attended
from planner.errors import InputError
from planner.files.duty import DutyImport
from planner.files.issues import IssueKind
from planner.files.workbook import Cell, Sheet
from tests.planner.files.books import Row, sheet
from tests.planner.files.duty.stations import DAYS, TITLE, bureau, done, plan, said

NAMES = ("王宇", "李明强", "张三")


def turned(*columns: Row, corner: Cell = "日期", days: Row = DAYS, title: Row = TITLE) -> Sheet:
    rows = list(zip_longest((corner, *days), *columns, fillvalue=""))
    return sheet("表", title, *rows)


def test_days_in_rows_and_people_in_columns_are_read() -> None:
    b = bureau()
    weekdays = ("星期", *("日一二三四五六" * 5)[:30])
    found = b.read(turned(weekdays, ("王　宇", "24", "休", "备勤"), ("李明强", "", "值")))
    assert plan(found, b.station, b.wang) == {1: "duty", 2: "rest", 3: "standby"}
    assert plan(found, b.station, b.li) == {2: "duty"}
    assert found.issues == ()


def test_badge_numbers_below_the_names_tell_who_is_meant() -> None:
    b = bureau()
    other = b.building.person(b.station, name="张三", badge_number="530001")
    page = sheet("表", TITLE, ("姓名", "张三"), ("警号", "530001"), ("日期", ""), *((n, "值") for n in DAYS))
    assert plan(b.read(page), b.station, other).keys() == set(DAYS)


def test_doubts_name_the_cell_of_the_file() -> None:
    b = bureau()
    found = b.read(turned(("王宇", "值", "火星"), ("孙七", "", "", "值"), ("", "值"), days=range(1, 32)))
    assert [(i.kind, i.row, i.column) for i in found.issues] == [
        (IssueKind.NO_PERSON, 2, "孙七"),
        (IssueKind.NO_PERSON, 2, "D"),
        (IssueKind.UNKNOWN_WORD, 4, "王宇"),
    ]
    assert plan(found, b.station, b.wang) == {1: "duty"}


def test_a_weekday_and_a_day_that_do_not_fit_are_listed_at_their_row() -> None:
    b = bureau()
    weekdays = ("星期", *("一二三四五六日" * 5)[:31])
    found = b.read(turned(weekdays, ("王宇", *[""] * 30, "值"), days=range(1, 32)))
    assert [(i.row, i.column) for i in found.issues] == [(3, "A"), (33, "王宇")]
    assert "没有“31”这一天" in said(found)


def test_attendance_is_turned_too_and_a_row_of_signatures_is_named() -> None:
    b = bureau()
    title = ("城关派出所2026年11月考勤",)
    found = b.read(turned(("王宇", "社/值", *[""] * 29, "王宇"), days=(*DAYS, "本人确认"), title=title))
    assert done(found, b.station, b.wang) == {1: Attended("beat", "duty")}
    [issue] = found.issues
    assert "本人确认" in issue.message.zh


def test_dates_under_a_blank_corner_are_days_and_bare_numbers_are_not() -> None:
    b = bureau()
    dates = tuple(f"11月{n}日" for n in DAYS)
    assert plan(b.read(turned(("王宇", "值"), corner="", days=dates)), b.station, b.wang) == {1: "duty"}
    for corner in ("", "序号"):
        with pytest.raises(InputError):
            b.read(turned(("王宇", "值"), corner=corner))


CELLS = st.sampled_from(["", "值", "休", "备", "社", "火星", "24"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=30), min_size=1, max_size=3), st.booleans())
def test_a_grid_says_the_same_turned_or_not(rows: list[list[str]], is_attendance: bool) -> None:
    people = [(name, *row) for name, row in zip(NAMES, rows, strict=False)]
    title = ("城关派出所2026年11月考勤",) if is_attendance else TITLE
    upright, over = bureau(), bureau()
    usual = upright.read(sheet("表", title, ("姓名", *DAYS), *people))
    found = over.read(turned(*people, title=title))
    assert found.document.duty == usual.document.duty
    assert cells(found) == {(row, column) for column, row in named(usual, people)}


def cells(found: DutyImport) -> set[tuple[int | None, str | None]]:
    return {(i.row, i.column) for i in found.issues}


def named(found: DutyImport, people: list[tuple[str, ...]]) -> set[tuple[str, int]]:
    """Return the doubtful cells of a usual grid by name and by the row their day has when it is turned."""
    issues = [(i.row, i.column) for i in found.issues]
    return {(people[row - 3][0], int(day) + 2) for row, day in issues if row is not None and day is not None}
