"""Duty rosters in the layouts stations use, read into the months of a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.county.duty import Cell
from planner.errors import InputError
from planner.files.duty import read_duty_file
from planner.files.issues import IssueKind
from planner.files.workbook import Workbook
from tests.planner.files.books import sheet
from tests.planner.files.duty.stations import NOVEMBER, TITLE, bureau, grid, month_of, places, plan, said

WEEKDAYS = tuple("日一二三四五六" * 5)[:30]


def test_people_in_rows_and_days_in_columns_are_read_under_title_and_weekdays() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "Sheet1",
            ("城关派出所2026年11月份值班安排表",),
            ("序号", "姓名", *range(1, 31)),
            ("", "", *WEEKDAYS),
            (1, "王　宇", "24", "休", "备勤", "社", "空"),
            (2, "李明强", "", 24, "休"),
            ("", "合计", 1, 1),
            ("备注:24 为值班",),
        )
    )
    assert plan(found, b.station, b.wang) == {1: "duty", 2: "rest", 3: "standby", 4: "beat"}
    assert plan(found, b.station, b.li) == {2: "duty", 3: "rest"}
    assert found.months == ((b.station, NOVEMBER),)
    assert found.issues == ()


def test_weekdays_may_stand_above_the_days_and_days_may_be_dates() -> None:
    b = bureau()
    days = [date(2026, 11, n) for n in range(1, 31)]
    found = b.read(
        sheet("城关所", ("值班表",), ("姓名", *[f"星期{w}" for w in WEEKDAYS]), ("", *days), ("张三", "值"))
    )
    assert plan(found, b.station, b.zhang) == {1: "duty"}


def test_one_row_per_date_names_leader_officer_and_officers() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "11月",
            ("城关派出所2026年11月值班表",),
            ("日期", "星期", "带班领导", "值班民警(负责人)", "值班人员", "备勤"),
            ("1日", "日", "王宇", "李明强", "", "张 三"),
            ("11月2日", "一", "李明强所长", "张　三 王 宇", "", ""),
            (date(2026, 11, 3), "二", "", "", "王宇、张三13800000000", "李明强(副所长)"),
        )
    )
    assert plan(found, b.station, b.wang) == {1: "duty", 2: "duty", 3: "duty"}
    assert plan(found, b.station, b.li) == {1: "duty", 2: "duty", 3: "standby"}
    assert plan(found, b.station, b.zhang) == {1: "standby", 2: "duty", 3: "duty"}
    assert found.issues == ()


def test_a_date_stands_for_the_rows_below_it_and_two_halves_may_stand_side_by_side() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "值班表",
            TITLE,
            ("日期", "值班民警", "", "日期", "值班民警"),
            ("1", "王宇", "", "16", "张三"),
            ("", "李明强", "", "17", "王宇"),
        )
    )
    assert plan(found, b.station, b.wang) == {1: "duty", 17: "duty"}
    assert plan(found, b.station, b.li) == {1: "duty"}
    assert plan(found, b.station, b.zhang) == {16: "duty"}


def test_a_header_of_two_rows_groups_the_posts() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "看守所",
            ("看守所2026年11月值班表",),
            ("日期", "带班所领导", "值班民警", ""),
            ("", "", "监控值守", "监区巡视"),
            ("1", "", "钱七", "王宇"),
        )
    )
    assert plan(found, b.custody, b.qian) == {1: "custody_monitor"}
    assert plan(found, b.custody, b.wang) == {1: "custody_patrol"}


def test_several_sheets_and_blocks_fill_several_units_and_months() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "城关所",
            ("2026年10月值班表",),
            ("姓名", *range(1, 32)),
            ("王宇", "值"),
            ("",),
            ("2026年11月值班表",),
            ("姓名", *range(1, 31)),
            ("王宇", "", "值"),
        ),
        sheet("刑侦大队", ("2026年11月值班表",), ("姓名", *range(1, 31)), ("赵六", "值")),
    )
    assert found.months == (
        (b.station, date(2026, 10, 1)),
        (b.station, NOVEMBER),
        (b.brigade, NOVEMBER),
    )
    assert plan(found, b.station, b.wang, date(2026, 10, 1)) == {1: "duty"}
    assert plan(found, b.station, b.wang) == {2: "duty"}


def test_a_column_of_units_tells_whose_row_it_is_where_no_title_does() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "值班表",
            ("测试县公安局2026年11月值班表",),
            ("单位", "姓名", *range(1, 31)),
            ("城关所", "王宇", "值"),
            ("刑侦大队", "赵六", "值"),
            ("某某所", "张三", "值"),
        )
    )
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert plan(found, b.brigade, b.zhao) == {1: "duty"}
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.UNKNOWN_UNIT, 5)]


def test_unit_and_month_come_from_the_choice_where_the_file_says_neither() -> None:
    b = bureau()
    page = sheet("Sheet1", ("姓名", *range(1, 31)), ("王宇", "值"))
    found = b.read(page, unit=b.station, month=date(2026, 11, 24))
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert found.issues == ()


def test_a_missing_unit_or_month_is_asked_for_and_nothing_is_taken() -> None:
    b = bureau()
    page = sheet("Sheet1", ("姓名", *range(1, 31)), ("王宇", "值"))
    without_unit = b.read(page, month=NOVEMBER)
    without_month = b.read(page, unit=b.station)
    assert without_unit.months == without_month.months == ()
    assert "哪个单位" in said(without_unit)
    assert "哪个月" in said(without_month)
    assert places(without_unit) == [("Sheet1", 1, None)]


def test_the_file_is_followed_where_it_differs_from_the_choice() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值")), unit=b.brigade, month=date(2026, 10, 1))
    assert found.months == ((b.station, NOVEMBER),)
    assert len(found.issues) == 2


def test_a_month_without_a_year_takes_the_year_chosen() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值"), title=("城关派出所11月值班表",)), month=date(2026, 1, 1))
    assert found.months == ((b.station, NOVEMBER),)


def test_reading_again_replaces_rows_and_keeps_locks_and_everybody_else() -> None:
    b = bureau()
    first = b.read(grid(("王宇", "值", "休"), ("张三", "", "值")))
    month = month_of(first, b.station)
    locked = replace(month, planned={**month.planned, b.wang: {1: Cell("duty", True), 2: Cell("rest")}})
    duty = replace(first.document.duty, months={month.key: locked})
    page = Workbook("表.xlsx", (grid(("王宇", "值", "", "备")),))
    again = read_duty_file(page, replace(first.document, duty=duty))
    assert month_of(again, b.station).planned == {
        b.wang: {1: Cell("duty", True), 3: Cell("standby")},
        b.zhang: {2: Cell("duty")},
    }


def test_a_list_replaces_the_duty_of_its_dates_and_leaves_other_work() -> None:
    b = bureau()
    first = b.read(grid(("王宇", "值", "社"), ("张三", "社", "值")))
    page = sheet("值班表", TITLE, ("日期", "值班民警"), ("1", "李明强"))
    again = read_duty_file(Workbook("表.xlsx", (page,)), first.document)
    assert plan(again, b.station, b.wang) == {2: "beat"}
    assert plan(again, b.station, b.li) == {1: "duty"}
    assert plan(again, b.station, b.zhang) == {1: "beat", 2: "duty"}


def test_a_csv_of_a_roster_is_read_like_a_sheet(tmp_path: Path) -> None:
    b = bureau()
    path = tmp_path / "城关派出所2026年11月值班表.csv"
    rows = [("姓名", *map(str, range(1, 31))), ("王宇", "值", *[""] * 29)]
    path.write_bytes("\n".join(",".join(row) for row in rows).encode("gb18030"))
    assert plan(read_duty_file(path, b.document), b.station, b.wang) == {1: "duty"}


def test_a_file_without_any_roster_is_refused_with_a_sentence() -> None:
    b = bureau()
    with pytest.raises(InputError) as caught:
        b.read(sheet("Sheet1", ("姓名", "警号"), ("王宇", "1")))
    assert "表.xlsx" in caught.value.message.zh


def test_a_sheet_that_is_no_roster_beside_one_is_listed() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值")), sheet("说明", ("值班时请佩戴执法记录仪",)))
    assert [(i.kind, i.sheet) for i in found.issues] == [(IssueKind.IGNORED_SHEET, "说明")]


def test_the_day_a_table_was_made_and_who_asked_for_it_are_not_its_month_and_unit() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "Sheet1",
            ("城关派出所2026年11月值班表",),
            ("报送单位:刑侦大队", "制表日期:2026年10月28日"),
            ("姓名", *range(1, 31)),
            ("王宇", "值"),
        )
    )
    assert found.months == ((b.station, NOVEMBER),)


def test_a_title_may_give_the_days_it_spans() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值"), title=("城关派出所值班表(2026年11月1日至11月30日)",)))
    assert found.months == ((b.station, NOVEMBER),)


def test_columns_that_are_not_read_are_named_once() -> None:
    b = bureau()
    page = sheet(
        "值班表",
        TITLE,
        ("序号", "姓名", "职务", *range(1, 31), "备注", "签名"),
        (1, "王宇", "所长", "值", *[""] * 29, "驾驶员", "王宇"),
    )
    found = b.read(page)
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.IGNORED_COLUMN, 2)]
    assert "职务、备注" in said(found)


def test_names_beside_no_date_are_listed() -> None:
    b = bureau()
    page = sheet("值班表", TITLE, ("日期", "值班民警"), ("", "王宇"), ("国庆", "张三"), ("1", "李明强"))
    found = b.read(page)
    assert [i.row for i in found.issues] == [3, 4]
    assert plan(found, b.station, b.li) == {1: "duty"}


def test_posts_in_rows_and_days_of_a_week_in_columns_name_people() -> None:
    b = bureau()
    page = sheet(
        "值班表",
        ("城关派出所2026年11月值班表(第一周)",),
        ("岗位", *[f"11月{day}日" for day in range(2, 9)]),
        ("", *"一二三四五六日"),
        ("带班领导", "王宇", "李明强", "王宇", "", "", "", ""),
        ("值班民警", "李明强、张三", "张三", "", "", "", "", ""),
        ("", "", "", "张三", "", "", "", ""),
        ("备勤", "", "王宇", "孙七", "", "", "", ""),
    )
    found = b.read(page)
    assert plan(found, b.station, b.wang) == {2: "duty", 3: "standby", 4: "duty"}
    assert plan(found, b.station, b.li) == {2: "duty", 3: "duty"}
    assert plan(found, b.station, b.zhang) == {2: "duty", 3: "duty", 4: "duty"}
    assert places(found) == [("值班表", 7, "11月4日")]


def test_a_line_of_leaders_under_the_people_confirms_their_duty_and_contradicts_their_rest() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "Sheet1",
            ("城关派出所2026年11月值班表",),
            ("姓名", *range(1, 31)),
            ("王宇", "值", "休"),
            ("带班所领导", "王宇", "王宇"),
        )
    )
    assert plan(found, b.station, b.wang) == {1: "duty", 2: "rest"}
    (issue,) = found.issues
    assert issue.message.zh == "王宇 2 日排了两次:“休”(第 3 行)与“带班所领导”,只采用前者。"


def test_an_error_of_a_formula_is_listed_with_its_cell_and_plans_nothing() -> None:
    b = bureau()
    found = b.read(sheet("城关所", (TITLE,), ("姓名", *range(1, 31)), ("王宇", "值", "#REF!", "休")))
    assert plan(found, b.station, b.wang) == {1: "duty", 3: "rest"}
    (issue,) = found.issues
    assert (issue.sheet, issue.row, issue.column) == ("城关所", 3, "C")
    assert "#REF!" in issue.message.zh


def test_a_word_in_brackets_beside_a_name_that_says_otherwise_is_listed() -> None:
    b = bureau()
    header = ("日期", "值班人员")
    found = b.read(sheet("11月", (TITLE,), header, ("1日", "王宇、李明强（休）"), ("2日", "张三(副所长)")))
    assert plan(found, b.station, b.li) == {1: "duty"}
    (issue,) = found.issues
    assert (issue.row, issue.column) == (3, "值班人员")
    assert "休" in issue.message.zh
