"""Duty sheets with merged titles, names and dates as they are really laid out; and sheets of nonsense."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.county.duty import Attended
from planner.errors import InputError
from planner.files.duty import read_duty_file
from planner.files.workbook import Sheet, Workbook
from tests.planner.files.duty.stations import LATER, bureau, done, plan

WORDS = (
    "", "日期", "姓名", "值班民警", "带班领导", "备勤", "时段", "上午", "下午", "工作内容", "单位", "警号",
    "王宇", "张三", "城关派出所2026年11月值班表", "2026年11月考勤", "值", "社/值", "24", "31", "一",
    "11月31日", "火星", "合计",
)  # fmt: skip


def test_merged_titles_names_and_days_of_an_attendance_book_are_read(tmp_path: Path) -> None:
    path = tmp_path / "考勤.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("11月")
        page.merge_range(0, 0, 0, 61, "城关派出所2026年11月份考勤表")
        page.merge_range(1, 0, 2, 0, "姓名")
        for day in range(1, 31):
            page.merge_range(1, 2 * day - 1, 1, 2 * day, day)
            page.write_row(2, 2 * day - 1, ["上午", "下午"])
        page.write_row(3, 0, ["王　宇", "社", "值", "会", ""])
        page.merge_range(4, 0, 4, 61, "注:社为下社区")
    b = bureau()
    found = read_duty_file(path, b.document, on=LATER)
    assert done(found, b.station, b.wang) == {1: Attended("beat", "duty"), 2: Attended("meeting", "")}
    assert found.issues == ()


def test_names_merged_over_two_rows_are_one_person(tmp_path: Path) -> None:
    path = tmp_path / "考勤.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("考勤")
        page.write(0, 0, "城关派出所2026年11月")
        page.write_row(1, 0, ["姓名", "午别", *range(1, 31)])
        page.merge_range(2, 0, 3, 0, "王宇")
        page.write_row(2, 1, ["上午", "社"])
        page.write_row(3, 1, ["下午", "值"])
    b = bureau()
    assert done(read_duty_file(path, b.document, on=LATER), b.station, b.wang) == {
        1: Attended("beat", "duty")
    }


def test_dates_merged_over_the_people_of_a_day_hold_for_each(tmp_path: Path) -> None:
    path = tmp_path / "城关派出所值班表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        look = book.add_format({"num_format": "yyyy/m/d"})
        page = book.add_worksheet("Sheet1")
        page.merge_range(0, 0, 1, 0, "日期")
        page.merge_range(0, 1, 0, 2, "值班民警")
        page.write_row(1, 1, ["主班", "副班"])
        page.merge_range(2, 0, 3, 0, date(2026, 11, 5), look)
        page.write_row(2, 1, ["王宇", "张三"])
        page.write_row(3, 1, ["李明强", ""])
    b = bureau()
    found = read_duty_file(path, b.document)
    assert [plan(found, b.station, p) for p in (b.wang, b.li, b.zhang)] == [{5: "duty"}] * 3
    assert found.issues == ()


def test_a_leave_merged_over_its_days_is_of_each_of_them(tmp_path: Path) -> None:
    path = tmp_path / "值班表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("值班表")
        page.merge_range(0, 0, 0, 30, "城关派出所2026年11月值班表")
        page.write_row(1, 0, ["姓名", *range(1, 31)])
        page.write_row(2, 0, ["王宇", "值"])
        page.merge_range(2, 2, 2, 5, "休假")
        page.write_row(2, 6, ["值"])
        page.merge_range(3, 0, 3, 30, "注:休假为年休假")
    b = bureau()
    found = read_duty_file(path, b.document, on=LATER)
    assert plan(found, b.station, b.wang) == {1: "duty", **dict.fromkeys(range(2, 6), "leave"), 6: "duty"}
    assert found.issues == ()


CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-1, 40),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.text(max_size=3),
)
HEADERS = st.sampled_from(
    [
        ["姓名", *range(1, 8)],
        ["日期", "值班民警", "备勤", "日期", "带班领导"],
        ["日期", "姓名", "时段", "工作内容", "地点"],
        ["单位", "姓名", "时段", *range(1, 8)],
    ]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.one_of(HEADERS, st.lists(CELLS, max_size=9)), max_size=12), st.booleans())
def test_any_sheet_is_read_or_refused_and_never_breaks(rows: list[list[object]], chosen: bool) -> None:
    b = bureau()
    book = Workbook("表.xlsx", (Sheet("值班表", tuple(map(tuple, rows))),))  # type: ignore[arg-type]
    try:
        if chosen:
            found = read_duty_file(book, b.document, b.station, date(2026, 11, 1))
        else:
            found = read_duty_file(book, b.document)
    except InputError:
        return
    codes = b.document.policy.duty_codes
    for month in found.document.duty.months.values():
        assert month.month.day == 1
        assert all(cell.code in codes for row in month.planned.values() for cell in row.values())
        assert all(day.replace(day=1) == month.month for day in dated(month.month, month.planned))


def dated(month: date, rows: object) -> list[date]:
    assert isinstance(rows, dict)
    return [month.replace(day=number) for row in rows.values() for number in row]
