"""Rows of a 请假 sheet that contradict themselves, each other, or the year's annual leave."""

from __future__ import annotations

from datetime import date

import pytest

from planner.files.issues import IssueKind
from tests.planner.files.books import Row, imported, sheet

HEADER = ("姓名", "警号", "请假类型", "开始日期", "结束日期", "天数")
ROSTER = (
    ("姓名", "警号", "单位", "参加工作时间"),
    ("王宇", "001", "城关派出所", "2022-07-01"),
    ("张三", "002", "城关派出所", ""),
)


def listed(*rows: Row) -> list[tuple[int | None, str | None, str]]:
    """Return where an issue of the 请假 sheet stands and what it says; every row is kept as an absence."""
    found = imported(*ROSTER, further=[sheet("请假", HEADER, *rows)])
    assert len(found.document.county.absences) == len(rows)
    return [(i.row, i.column, f"{i.message.zh} {i.message.en}") for i in found.issues]


@pytest.mark.parametrize("days", ["5", 5, "5天", "3个工作日", "0.5", ""])
def test_a_leave_of_its_days_or_fewer_is_not_listed(days: str | int) -> None:
    assert listed(("王宇", "001", "病假", "2026-03-02", "2026-03-06", days)) == []


def test_a_leave_longer_than_its_dates_is_listed_and_kept_by_them() -> None:
    [(row, column, words)] = listed(("王宇", "001", "病假", "2026-03-02", "2026-03-06", "7天"))
    assert (row, column) == (2, "天数")
    assert "7 天" in words
    assert "are 5" in words


def test_days_without_a_last_day_are_listed() -> None:
    [(row, column, words)] = listed(("王宇", "001", "病假", "2026-03-02", "", "7"))
    assert (row, column) == (2, "结束日期")
    assert "尚未结束" in words


def test_words_that_are_no_number_of_days_are_listed() -> None:
    [(row, column, words)] = listed(("王宇", "001", "病假", "2026-03-02", "2026-03-06", "一周"))
    assert (row, column) == (2, "天数")
    assert "一周" in words


def test_leaves_of_one_officer_that_share_a_day_are_listed_at_the_later_row() -> None:
    rows = (
        ("王宇", "001", "病假", "2026-03-02", "2026-03-06", ""),
        ("张三", "002", "病假", "2026-03-06", "2026-03-06", ""),
        ("王宇", "001", "事假", "2026-03-06", "2026-03-09", ""),
        ("王宇", "001", "事假", "2026-03-10", "", ""),
        ("王宇", "001", "病假", "2026-05-01", "2026-05-02", ""),
    )
    assert [(row, column) for row, column, _ in listed(*rows)] == [(4, "开始日期"), (6, "开始日期")]
    assert "第 2 行" in listed(*rows)[0][2]
    assert "row 5" in listed(*rows)[1][2]


def test_annual_leave_beyond_the_year_is_listed_where_it_goes_beyond() -> None:
    rows = (
        ("王宇", "001", "年休假", "2026-03-02", "2026-03-04", ""),
        ("王宇", "001", "年休假", "2026-09-30", "2026-10-09", ""),  # 30 September, 8, 9 October are worked
        ("张三", "002", "年休假", "2026-03-02", "2026-03-31", ""),  # years of work unknown
    )
    [(row, column, words)] = listed(*rows)
    assert (row, column) == (3, "开始日期")
    assert "6 个工作日" in words
    assert "5" in words


def test_annual_leave_over_new_year_counts_in_each_year() -> None:
    assert listed(("王宇", "001", "年休假", "2025-12-29", "2026-01-07", "")) == []


def test_an_end_before_the_start_overlaps_nothing() -> None:
    found = imported(
        *ROSTER,
        further=[
            sheet(
                "请假",
                HEADER,
                ("王宇", "001", "病假", "2026-03-06", "2026-03-02", "9"),
                ("王宇", "001", "病假", "2026-03-03", "2026-03-04", ""),
            )
        ],
    )
    assert [(i.kind, i.row, i.column) for i in found.issues] == [(IssueKind.CONTRADICTION, 2, "结束日期")]
    assert {a.until for a in found.document.county.absences.values()} == {date(2026, 3, 2), date(2026, 3, 4)}
