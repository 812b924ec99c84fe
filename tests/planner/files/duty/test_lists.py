"""Rows with a date: their month beside the title's, their weekday, and dates that stand for several rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.duty import Cell, DutyBook, DutyMonth
from planner.files.duty import DutyImport, read_duty_file
from planner.files.issues import IssueKind
from planner.files.workbook import Workbook
from tests.planner.files.books import Row, sheet
from tests.planner.files.duty.stations import Bureau, bureau, month_of, places, plan, said

OCTOBER = date(2026, 10, 1)
HEADER = ("日期", "值班民警")


def read(
    b: Bureau, *rows: Row, title: str = "城关派出所2026年11月值班表", header: Row = HEADER
) -> DutyImport:
    return b.read(sheet("值班表", (title,), header, *rows))


def test_a_row_of_another_month_than_the_title_is_listed_and_leaves_that_month_alone() -> None:
    b = bureau()
    known = DutyMonth(b.station, OCTOBER, {b.li: {31: Cell("duty")}})
    document = replace(b.document, duty=DutyBook({known.key: known}))
    rows = (("10月31日", "王宇"), ("2026-10-31", "张三"), ("11月1日", "王宇"), ("2025-11-02", "王宇"))
    page = sheet("值班表", ("城关派出所2026年11月值班表",), HEADER, *rows)
    found = read_duty_file(Workbook("表.xlsx", (page,)), document)
    assert month_of(found, b.station, OCTOBER) == known
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert found.months == ((b.station, date(2026, 11, 1)),)
    assert [(i.kind, i.row, i.column) for i in found.issues] == [
        (IssueKind.BAD_DATE, row, "日期") for row in (3, 4, 6)
    ]
    assert "10月31日" in said(found)
    assert "标题所写的 2026-11" in said(found)


def test_a_row_below_one_of_another_month_is_not_used_either() -> None:
    b = bureau()
    found = read(b, ("10月31日", "王宇"), ("", "张三"), ("1", "王宇"))
    assert [row for _, row, _ in places(found)] == [3, 4]
    assert plan(found, b.station, b.zhang) == {}


def test_rows_of_two_months_are_used_where_the_title_names_none_or_both() -> None:
    rows = (("2026-10-31", "王宇"), ("2026-11-01", "张三"))
    for title in (
        "城关派出所值班表",
        "城关派出所2026年10月26日至11月25日值班表",
        "城关派出所2026年10-11月值班表",
    ):
        b = bureau()
        found = read(b, *rows, title=title)
        assert plan(found, b.station, b.wang, OCTOBER) == {31: "duty"}
        assert plan(found, b.station, b.zhang) == {1: "duty"}
        assert found.issues == ()


def test_a_day_alone_under_a_title_of_two_months_is_of_neither() -> None:
    b = bureau()
    found = read(b, ("26", "王宇"), ("11月1日", "张三"), title="城关派出所2026年10月26日至11月25日值班表")
    assert places(found) == [("值班表", 3, "日期")]
    assert plan(found, b.station, b.zhang) == {1: "duty"}


def test_dates_of_another_month_than_the_one_chosen_are_followed_and_listed() -> None:
    b = bureau()
    page = sheet("值班表", ("城关派出所值班表",), HEADER, ("2026-10-31", "王宇"))
    found = b.read(page, month=date(2026, 11, 1))
    assert plan(found, b.station, b.wang, OCTOBER) == {31: "duty"}
    assert "2026-10" in said(found)


def test_a_week_over_new_year_is_of_two_years() -> None:
    b = bureau()
    rows = (("12月31日", "王宇"), ("1月1日", "张三"))
    found = read(b, *rows, title="城关派出所2026年12月31日至1月3日值班表")
    assert plan(found, b.station, b.wang, date(2026, 12, 1)) == {31: "duty"}
    assert plan(found, b.station, b.zhang, date(2027, 1, 1)) == {1: "duty"}


def test_weekdays_that_do_not_fit_the_dates_are_listed_once_and_the_dates_followed() -> None:
    b = bureau()
    header = ("日期", "星期", "值班民警")
    found = read(b, ("1", "周日", "王宇"), ("2", "二", "张三"), ("3", "三", ""), header=header)
    assert plan(found, b.station, b.zhang) == {2: "duty"}
    assert places(found) == [("值班表", 4, "日期")]
    assert "2026-11-02 是星期一,表上写的是星期二(共 2 天不符)" in said(found)


def test_a_weekday_behind_a_date_is_held_against_it_too() -> None:
    b = bureau()
    found = read(b, ("11月1日(周日)", "王宇"), ("11月2日(周三)", "张三"))
    assert places(found) == [("值班表", 4, "日期")]


def test_weekdays_that_fit_are_not_listed() -> None:
    b = bureau()
    rows = (("1", "星期天", "王宇"), ("2", "Mon", "张三"), ("3", "T", "王宇"), ("4", "", "王宇"))
    assert read(b, *rows, header=("日期", "星期", "值班民警")).issues == ()


def test_dates_that_stand_for_rows_below_are_listed() -> None:
    b = bureau()
    found = read(b, ("1", "王宇"), ("", "张三"), ("", ""), ("2", "王宇"), ("", "李明强"))
    assert plan(found, b.station, b.zhang) == {1: "duty"}
    assert places(found) == [("值班表", 4, "日期")]
    assert "第 4、7 行" in said(found)


def test_of_several_names_only_the_unknown_one_is_said_to_be_unused() -> None:
    b = bureau()
    found = read(b, ("1", "王宇、孙七"))
    assert plan(found, b.station, b.wang) == {1: "duty"}
    [issue] = found.issues
    assert "孙七" in issue.message.zh
    assert "此行" not in issue.message.zh
    assert "row" not in issue.message.en
