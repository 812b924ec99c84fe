"""What contradicts is listed with sheet, row and column; what cannot have been is not used."""

from __future__ import annotations

from datetime import date

from planner.county.records import AbsenceKind, MoveKind, Post
from planner.files.duty import DutyImport, read_duty_file
from planner.files.issues import IssueKind
from planner.files.workbook import Workbook
from tests.planner.files.books import sheet
from tests.planner.files.duty.stations import (
    DAYS,
    TITLE,
    bureau,
    done,
    grid,
    month_of,
    places,
    plan,
    said,
)


def kinds(found: DutyImport) -> list[IssueKind]:
    return [i.kind for i in found.issues]


def test_an_unknown_code_is_listed_and_not_used() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值", "火星")))
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert places(found) == [("Sheet1", 3, "2")]
    assert "火星" in said(found)


def test_an_unknown_code_leaves_the_day_as_it_was() -> None:
    b = bureau()
    first = b.read(grid(("王宇", "值", "社")))
    again = read_duty_file(Workbook("表.xlsx", (grid(("王宇", "值", "火星")),)), first.document)
    assert plan(again, b.station, b.wang) == {1: "duty", 2: "beat"}


def test_the_31st_of_a_month_of_30_days_is_listed_where_something_stands_in_it() -> None:
    b = bureau()
    found = b.read(grid(("王宇", *[""] * 30, "值"), ("张三", "值"), days=range(1, 32)))
    assert places(found) == [("Sheet1", 3, "31")]
    assert kinds(found) == [IssueKind.BAD_DATE]
    assert month_of(found, b.station).planned.keys() == {b.zhang}


def test_nobody_and_two_of_one_name_are_listed_and_never_guessed() -> None:
    b = bureau()
    b.building.person(b.station, name="张三")
    found = b.read(grid(("孙七", "值"), ("张三", "值"), ("", "值")))
    assert kinds(found) == [IssueKind.NO_PERSON] * 3
    assert [row for _, row, _ in places(found)] == [3, 4, 5]
    assert "警号" in said(found)
    assert found.document.duty.months == {}


def test_of_two_of_one_name_the_badge_number_or_the_unit_tells() -> None:
    b = bureau()
    other = b.building.person(b.station, name="张三", badge_number="530001")
    b.building.person(b.brigade, name="王宇")
    page = sheet("值班表", TITLE, ("姓名", "警号", *DAYS), ("张三", "530001", "值"), ("王宇", "", "值"))
    found = b.read(page)
    assert month_of(found, b.station).planned.keys() == {other, b.wang}
    assert found.issues == ()


def test_a_badge_number_of_a_stranger_gives_way_to_the_name_in_the_unit() -> None:
    b = bureau()
    number = b.document.county.people[b.zhao].badge_number
    page = sheet("值班表", TITLE, ("姓名", "警号", *DAYS), ("王宇", number, "值"), ("周九", number, "", "值"))
    found = b.read(page)
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert plan(found, b.station, b.zhao) == {2: "duty"}
    assert [row for _, row, _ in places(found)] == [3, 4, 4]
    assert "外单位" in said(found)


def test_two_duties_in_two_columns_are_listed_and_the_first_counts() -> None:
    b = bureau()
    page = sheet("值班表", TITLE, ("日期", "带班领导", "备勤"), ("1", "王宇", "王宇"))
    found = b.read(page)
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert places(found) == [("值班表", 3, "备勤")]
    assert "带班领导" in said(found)


def test_duty_in_two_units_on_one_day_is_listed_and_both_are_kept() -> None:
    b = bureau()
    elsewhere = grid(("王宇", "值", "休"), title=("刑侦大队2026年11月值班表",), name="刑侦")
    found = b.read(grid(("王宇", "值", "值")), elsewhere)
    assert plan(found, b.station, b.wang) == {1: "duty", 2: "duty"}
    assert plan(found, b.brigade, b.wang) == {1: "duty", 2: "rest"}
    both = [i for i in found.issues if "刑侦大队" in i.message.zh and "城关派出所" in i.message.zh]
    assert [(i.sheet, i.row, i.column) for i in both] == [("刑侦", 3, "1")]


def test_duty_in_a_unit_read_earlier_is_seen_too() -> None:
    b = bureau()
    first = b.read(grid(("赵六", "值")))
    page = grid(("赵六", "值"), title=("刑侦大队2026年11月值班表",))
    again = read_duty_file(Workbook("表.xlsx", (page,)), first.document)
    assert [(i.row, i.column) for i in again.issues] == [(3, "1")]


def test_days_after_a_transfer_are_listed_and_kept() -> None:
    b = bureau()
    b.building.move(b.wang, MoveKind.TRANSFER, b.brigade, Post.CASE, date(2026, 11, 16))
    found = b.read(grid(("王宇", *["值", "休"] * 15)))
    assert len(plan(found, b.station, b.wang)) == 30
    assert places(found) == [("Sheet1", 3, "17")]
    assert "17, 19, 21" in said(found)


def test_somebody_of_another_unit_is_listed_once_and_kept() -> None:
    b = bureau()
    found = b.read(grid(("赵六", "值", "", "值")))
    assert plan(found, b.station, b.zhao) == {1: "duty", 3: "duty"}
    assert places(found) == [("Sheet1", 3, "1")]


def test_somebody_drawn_off_may_be_lent_out_at_home_and_on_duty_there() -> None:
    b = bureau()
    b.building.second(b.wang, b.brigade, from_=date(2026, 10, 1))
    there = grid(("王宇", "值"), title=("刑侦大队2026年11月值班表",), name="刑侦")
    assert b.read(grid(("王宇", "外借")), there).issues == ()


def test_work_on_a_day_of_recorded_leave_is_listed() -> None:
    b = bureau()
    b.building.absent(b.wang, AbsenceKind.SICK, date(2026, 11, 2), date(2026, 11, 3))
    found = b.read(grid(("王宇", "值", "值", "病假", "值")))
    assert places(found) == [("Sheet1", 3, "2")]
    assert len(plan(found, b.station, b.wang)) == 4


def test_days_after_leaving_or_before_joining_are_not_used() -> None:
    b = bureau()
    gone = b.building.person(b.station, name="周九", left_on=date(2026, 11, 3))
    new = b.building.person(b.station, name="吴十", joined_police=date(2026, 11, 3))
    rows = (("周九", "社", "社", "社", "社"), ("吴十", "社", "社", "社"))
    found = b.read(grid(*rows, title=("城关派出所2026年11月考勤",)))
    assert done(found, b.station, gone).keys() == {1, 2}
    assert done(found, b.station, new).keys() == {3}
    assert places(found) == [("Sheet1", 3, "3"), ("Sheet1", 4, "1")]
    assert [i.person for i in found.issues] == [gone, new]


def test_more_annual_leave_than_the_year_gives_is_listed() -> None:
    b = bureau()
    few = b.building.person(b.station, name="周九", joined_work=date(2022, 7, 1))
    b.building.absent(few, AbsenceKind.ANNUAL, date(2026, 3, 2), date(2026, 3, 4))
    exact = b.read(grid(("周九", "", "年假", "年假")))
    over = b.read(grid(("周九", "", "年假", "年假", "年假")))
    assert exact.issues == ()
    assert places(over) == [("Sheet1", 3, "2")]
    assert "6" in said(over)
    assert plan(over, b.station, few) == {2: "leave", 3: "leave", 4: "leave"}


def test_days_that_begin_again_are_not_taken_for_a_month_of_either() -> None:
    b = bureau()
    days = (*range(26, 32), *range(1, 26))
    found = b.read(grid(("王宇", *["社"] * 6, "值"), days=days))
    assert found.months == ()
    assert kinds(found) == [IssueKind.BAD_DATE]


def test_full_dates_over_two_months_fill_both() -> None:
    b = bureau()
    days = [date(2026, 10, 30), date(2026, 10, 31), *(date(2026, 11, n) for n in range(1, 5))]
    found = b.read(grid(("王宇", "值", "休", "社"), days=days))
    assert plan(found, b.station, b.wang, date(2026, 10, 1)) == {30: "duty", 31: "rest"}
    assert plan(found, b.station, b.wang) == {1: "beat"}
    assert places(found) == [("Sheet1", 2, "2026-10-30")]
    assert "2026-10-30、2026-10-31 在此月以外" in said(found)


def test_dates_that_all_lie_in_another_month_than_the_title_are_not_used() -> None:
    b = bureau()
    for days in ([date(2026, 10, n) for n in range(1, 32)], [f"10月{n}日" for n in range(1, 32)]):
        found = b.read(grid(("王宇", "值"), days=days))
        assert found.months == ()
        assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.BAD_DATE, 2)]
        assert "不在标题所写的 2026-11" in said(found)


def test_dates_of_another_month_than_the_one_chosen_are_listed() -> None:
    b = bureau()
    days = [date(2026, 10, n) for n in range(1, 32)]
    page = grid(("王宇", "值"), title=("城关派出所值班表",), days=days)
    found = b.read(page, month=date(2026, 11, 1))
    assert plan(found, b.station, b.wang, date(2026, 10, 1)) == {1: "duty"}
    assert "2026-10" in said(found)


def test_a_row_of_weekdays_that_does_not_fit_is_listed_at_its_first_day() -> None:
    b = bureau()
    weekdays = ("", *("四五六日一二三" * 5)[:30])
    page = sheet("Sheet1", TITLE, ("姓名", *DAYS), weekdays, ("王宇", "值"))
    found = b.read(page)
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert places(found) == [("Sheet1", 2, "1")]
    assert "2026-11-01 是星期日,表上写的是星期四(共 30 天不符)" in said(found)


def test_the_document_read_into_is_untouched() -> None:
    b = bureau()
    document = b.document
    read_duty_file(Workbook("表.xlsx", (grid(("王宇", "值")),)), document)
    assert document.duty.months == {}


def test_a_title_of_no_unit_of_the_bureau_is_listed_and_the_chosen_unit_taken() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值"), title=("火星派出所2026年11月值班表",)), unit=b.station)
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert places(found) == [("Sheet1", 2, None)]
    assert "“火星派出所”不是本局单位,按所选的“城关派出所”采用" in said(found)


def test_a_title_of_no_month_of_the_year_is_listed_and_the_chosen_month_taken() -> None:
    b = bureau()
    found = b.read(grid(("王宇", "值"), title=("城关派出所2026年13月值班表",)), month=date(2026, 11, 1))
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert places(found) == [("Sheet1", 2, None)]
    assert "“13月”不是月份,按所选的 2026-11 采用" in said(found)


def test_a_table_whose_dates_contradict_its_title_is_said_once_not_to_be_used() -> None:
    b = bureau()
    days = [date(2026, 10, n) for n in range(1, 31)]
    found = b.read(grid(("王宇", "值"), days=days), month=date(2026, 11, 1))
    assert found.months == ()
    assert kinds(found) == [IssueKind.BAD_DATE]


def test_a_table_of_strangers_makes_no_month() -> None:
    b = bureau()
    found = b.read(grid(("火星人", "值")))
    assert found.months == ()
    assert found.document.duty.months == {}
    assert kinds(found) == [IssueKind.NO_PERSON]
