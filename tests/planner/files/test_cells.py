"""Cells as words, and names."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.files.cells import as_text, badge, heading_key, name_key, one_line, person_name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("王　宇", "王宇"),
        (" 王 宇 ", "王宇"),
        ("艾买提 · 热合曼", "艾买提·热合曼"),
        ("艾买提•热合曼", "艾买提·热合曼"),
        ("John  Smith", "John Smith"),
        ("Anna M. Lee", "Anna M. Lee"),
        ("\ufeff王宇", "王宇"),
        ("䶮 兵", "䶮兵"),
        (12.0, "12"),
    ],
)
def test_a_name_loses_only_the_blanks_that_spread_it(cell: str, name: str) -> None:
    assert person_name(cell) == name


def test_one_person_is_found_under_either_dot() -> None:
    assert name_key("艾买提·热合曼") == name_key("艾买提・热合曼") == name_key("艾买提热合曼")


def test_whole_numbers_lose_their_fraction_and_dates_are_written_plainly() -> None:
    assert [as_text(c) for c in (1.0, 1.5, 7, date(2026, 3, 1), datetime(2026, 3, 1), True)] == [
        "1", "1.5", "7", "2026-03-01", "2026-03-01", "TRUE",
    ]  # fmt: skip


def test_badge_numbers_are_half_width_without_blanks() -> None:
    assert [badge(c) for c in ("０１２", " 0 12 ", 980763.0, "FJ9800 01")] == [
        "012",
        "012",
        "980763",
        "FJ980001",
    ]


def test_headings_are_compared_without_what_only_lays_them_out() -> None:
    assert heading_key("出生\n年月") == heading_key("出 生 年 月:") == "出生年月"
    assert heading_key("Badge_Number") == heading_key("badge number")
    assert one_line("参加工\n作时间") == "参加工作时间"
    assert one_line("Hire\n Date") == "Hire Date"
