from __future__ import annotations

from datetime import date, timedelta

from planner.reports.duty_words import holidays
from planner.tables.duty_grid import DayHead
from planner.text import same

FIRST = date(2026, 2, 1)


def _days(said: str, name: str = "春节") -> list[DayHead]:
    """Return days written as o (off by name), w (worked by name), r (a plain day off) and - (plain)."""
    return [
        DayHead(FIRST + timedelta(days=n), sign in "or", same(name) if sign in "ow" else None)
        for n, sign in enumerate(said)
    ]


def test_a_plain_month_says_nothing() -> None:
    assert holidays(_days("r-----rr")) == []


def test_a_weekend_inside_a_holiday_belongs_to_it() -> None:
    assert holidays(_days("-oorro-"))[0].zh == "放假调休:2日至6日春节放假。"


def test_days_with_work_between_them_are_told_apart() -> None:
    assert holidays(_days("w--w-o-o"))[0].en == (
        "Calendar: 1 worked (春节); 4 worked (春节); 6 off (春节); 8 off (春节)."
    )


def test_holidays_of_two_names_are_two() -> None:
    days = [*_days("oo", "中秋节"), *_days("--oo", "国庆节")[2:]]
    assert holidays(days)[0].zh == "放假调休:1日至2日中秋节放假;3日至4日国庆节放假。"
