"""Attendance by whole and half days, and work logs, read into what was done."""

from __future__ import annotations

from datetime import date

from planner.county.duty import Attended, Mark
from planner.county.records import AbsenceKind
from planner.files.issues import IssueKind
from tests.planner.files.books import sheet
from tests.planner.files.duty.stations import bureau, done, month_of, places, plan, said

TITLE = ("城关派出所2026年11月考勤表",)
DAYS = tuple(range(1, 31))


def test_whole_days_marks_and_lent_days_are_read() -> None:
    b = bureau()
    found = b.read(
        sheet("考勤", TITLE, ("姓名", *DAYS), ("王宇", "社", "值(迟到)", "缺勤", "外借刑侦大队", "社/会"))
    )
    assert done(found, b.station, b.wang) == {
        1: Attended("beat", "beat"),
        2: Attended("duty", "duty", Mark.LATE),
        3: Attended(mark=Mark.ABSENT),
        4: Attended("lent", "lent", place="刑侦大队"),
        5: Attended("beat", "meeting"),
    }
    assert month_of(found, b.station).planned == {}


def test_a_row_for_each_half_day_is_put_together() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "11月",
            TITLE,
            ("姓名", "时段", *DAYS),
            ("王宇", "上午", "社", "会"),
            ("王宇", "下午", "值", ""),
            ("张三", "下午", "", "社"),
            ("张三", "上午", "", "值"),
        )
    )
    assert done(found, b.station, b.wang) == {1: Attended("beat", "duty"), 2: Attended("meeting", "")}
    assert done(found, b.station, b.zhang) == {2: Attended("duty", "beat")}


def test_two_unlabelled_rows_are_morning_and_afternoon_even_where_the_name_stands_once() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "考勤",
            TITLE,
            ("姓名", *DAYS),
            ("王宇", "社"),
            ("", "值"),
            ("张三", "社"),
            ("张三", "会"),
            ("张三", "训"),
        )
    )
    assert done(found, b.station, b.wang) == {1: Attended("beat", "duty")}
    assert done(found, b.station, b.zhang) == {1: Attended("beat", "meeting")}
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.REPEATED_ROW, 7)]


def test_two_columns_a_day_are_its_halves() -> None:
    b = bureau()
    days = [n for day in range(1, 31) for n in (day, "")]
    found = b.read(
        sheet("考勤", TITLE, ("姓名", *days), ("", *["上午", "下午"] * 30), ("王宇", "社", "值", "会"))
    )
    assert done(found, b.station, b.wang) == {1: Attended("beat", "duty"), 2: Attended("meeting", "")}


def test_halves_lent_to_two_places_keep_both() -> None:
    b = bureau()
    rows = (("王宇", "外借刑侦大队"), ("王宇", "外借县政府"))
    found = b.read(sheet("考勤", TITLE, ("姓名", *DAYS), *rows))
    assert done(found, b.station, b.wang) == {1: Attended("lent", "lent", place="刑侦大队、县政府")}


def test_a_log_keeps_one_record_a_half_day_with_the_place_of_another_unit() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "工作日志",
            ("单位:城关派出所",),
            ("日期", "姓名", "时段", "工作内容", "地点", "异常"),
            ("2026-11-03", "王宇", "上午", "到幸福社区走访", "幸福社区", ""),
            ("2026-11-03", "王宇", "下午", "外借", "县政府", ""),
            ("2026-11-04", "王宇", "全天", "专项", "刑侦大队", ""),
            ("2026-11-05", "张三", "", "值班", "", "迟到"),
            ("2026-11-06", "张三", "", "", "", "旷工"),
            ("审核人:李明强", "", "", "", "", ""),
        )
    )
    assert done(found, b.station, b.wang) == {
        3: Attended("beat", "lent", place="县政府"),
        4: Attended("campaign", "campaign", place="刑侦大队"),
    }
    assert done(found, b.station, b.zhang) == {
        5: Attended("duty", "duty", Mark.LATE),
        6: Attended(mark=Mark.ABSENT),
    }
    assert found.issues == ()


def test_a_log_lists_what_it_cannot_use() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "日志",
            ("城关派出所2026年11月",),
            ("日期", "姓名", "时段", "工作内容", "异常"),
            ("31", "王宇", "上午", "社", ""),
            ("3", "王宇", "半夜", "社", ""),
            ("4", "王宇", "上午", "火星", ""),
            ("5", "王宇", "上午", "", ""),
            ("6", "王宇", "上午", "社", "奇怪"),
            ("7", "王宇", "上午", "社", ""),
            ("7", "王宇", "全天", "会", ""),
            ("8", "孙七", "全天", "会", ""),
        )
    )
    assert done(found, b.station, b.wang) == {6: Attended("beat", ""), 7: Attended("beat", "")}
    assert places(found) == [
        ("日志", 3, "日期"),
        ("日志", 4, "工作内容"),
        ("日志", 5, "工作内容"),
        ("日志", 6, "工作内容"),
        ("日志", 7, "异常"),
        ("日志", 9, "工作内容"),
        ("日志", 10, "姓名"),
    ]


def test_a_roster_with_one_row_per_person_and_date_is_planned() -> None:
    b = bureau()
    page = sheet("值班表", ("城关派出所",), ("日期", "姓名", "班次"), ("2026-11-03", "王宇", "24"))
    assert plan(b.read(page), b.station, b.wang) == {3: "duty"}


def test_reading_attendance_leaves_the_plan() -> None:
    b = bureau()
    planned = sheet("值班表", ("城关派出所2026年11月值班表",), ("姓名", *DAYS), ("王宇", "值"))
    worked = sheet("考勤", TITLE, ("姓名", *DAYS), ("王宇", "缺勤"))
    found = b.read(planned, worked)
    assert plan(found, b.station, b.wang) == {1: "duty"}
    assert done(found, b.station, b.wang) == {1: Attended(mark=Mark.ABSENT)}
    assert said(found) == ""


def test_attendance_of_days_to_come_is_listed_and_not_used_while_a_plan_is() -> None:
    b = bureau()
    worked = sheet("考勤", TITLE, ("姓名", *DAYS), ("王宇", "社", "社", "社", "社"))
    planned = sheet("值班表", ("城关派出所2026年11月值班表",), ("姓名", *DAYS), ("王宇", "值", "值", "值"))
    found = b.read(worked, planned, on=date(2026, 11, 2))
    assert done(found, b.station, b.wang).keys() == {1, 2}
    assert plan(found, b.station, b.wang).keys() == {1, 2, 3}
    assert places(found) == [("考勤", 3, "3")]
    assert "3-4 日还没有到(今天是 2026-11-02)" in said(found)


def test_records_without_a_name_are_listed_and_blank_forms_are_not() -> None:
    b = bureau()
    found = b.read(
        sheet(
            "日志",
            ("城关派出所2026年11月",),
            ("日期", "姓名", "时段", "工作内容"),
            ("3", "", "上午", "社"),
            ("4", "", "上午", ""),
            ("注:每日填写", "", "", ""),
        )
    )
    assert [(i.kind, i.row, i.column) for i in found.issues] == [(IssueKind.NO_PERSON, 3, "姓名")]


def test_a_record_without_a_date_takes_the_one_above_and_is_listed_with_the_leave_it_meets() -> None:
    b = bureau()
    b.building.absent(b.wang, AbsenceKind.SICK, date(2026, 11, 5), date(2026, 11, 6))
    found = b.read(
        sheet(
            "日志",
            ("城关派出所2026年11月",),
            ("日期", "星期", "姓名", "工作内容"),
            ("2026-11-05", "五", "张三", "社"),
            ("", "", "王宇", "社"),
        )
    )
    assert done(found, b.station, b.wang) == {5: Attended("beat", "beat")}
    assert places(found) == [("日志", 3, "日期"), ("日志", 4, "日期"), ("日志", 4, "工作内容")]
    assert "第 4 行没有日期" in said(found)
    assert "登记为病假" in said(found)


def test_a_row_without_a_name_is_nobodys_where_people_have_one_row_each() -> None:
    b = bureau()
    rows = (("王宇", "社"), ("", "值"), ("张三", "社"), ("李明强", "会"))
    found = b.read(sheet("考勤", TITLE, ("姓名", *DAYS), *rows))
    assert done(found, b.station, b.wang) == {1: Attended("beat", "beat")}
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.NO_PERSON, 4)]


def test_a_record_of_another_month_than_the_title_is_listed_and_not_used() -> None:
    b = bureau()
    rows = (("2026-10-30", "王宇", "社"), ("11月2日", "王宇", "社"))
    found = b.read(sheet("日志", ("城关派出所2026年11月工作日志",), ("日期", "姓名", "工作内容"), *rows))
    assert done(found, b.station, b.wang) == {2: Attended("beat", "beat")}
    assert found.months == ((b.station, date(2026, 11, 1)),)
    assert places(found) == [("日志", 3, "日期")]
    assert "2026-10-30" in said(found)
