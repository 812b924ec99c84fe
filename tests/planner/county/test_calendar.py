"""The calendar: national days, the county's own over them."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from planner.assets import asset
from planner.county.calendar import (
    calendar_doubt,
    day_kind,
    day_name,
    days_of,
    festival_places,
    festivals,
    is_workday,
    national,
)
from planner.county.duty import NO_DUTY, DayKind, DutyBook, SpecialDay
from planner.text import Text


@pytest.mark.parametrize("year", [2025, 2026])
def test_an_arranged_year_has_the_thirteen_public_holidays_of_the_law(year: int) -> None:
    law = tomllib.loads(asset("calendar", "law.toml").read_text(encoding="utf-8"))
    by_law = {holiday["name"]["zh"]: holiday["days"] for holiday in law["holidays"]}
    assert sum(by_law.values()) == 13
    held: dict[str, int] = {}
    for special in national(year).days.values():
        if special.kind is DayKind.HOLIDAY:
            held[special.name] = held.get(special.name, 0) + 1
    assert held == by_law


@pytest.mark.parametrize(("year", "worked"), [(2025, 248), (2026, 248)])
def test_make_up_days_balance_the_days_moved_to_a_holiday(year: int, worked: int) -> None:
    months = [date(year, month, 1) for month in range(1, 13)]
    days = list(national(year).days.values())
    moved = [d for d in days if d.kind is DayKind.REST]
    on_weekends = [d for d in days if d.kind is DayKind.HOLIDAY and d.day.weekday() >= 5]
    made_up = [d for d in days if d.kind is DayKind.WORKDAY]
    assert len(moved) == len(made_up) + len(on_weekends)
    assert sum(is_workday(day, NO_DUTY) for m in months for day in days_of(m)) == worked
    assert all(d.day.weekday() >= 5 for d in made_up)


def test_the_national_day_of_2026_is_worked_before_and_after() -> None:
    assert is_workday(date(2026, 9, 20), NO_DUTY)  # a Sunday
    assert is_workday(date(2026, 10, 10), NO_DUTY)  # a Saturday
    assert [d.day for d in days_of(date(2026, 10, 1)) if not is_workday(d, NO_DUTY)][:7] == list(range(1, 8))
    assert day_kind(date(2026, 10, 2), NO_DUTY) is DayKind.HOLIDAY
    assert day_kind(date(2026, 10, 5), NO_DUTY) is DayKind.REST
    assert day_kind(date(2026, 11, 2), NO_DUTY) is None


def test_mid_autumn_inside_the_national_day_keeps_its_name() -> None:
    assert day_name(date(2025, 10, 6), NO_DUTY) == Text("中秋节", "Mid-Autumn Festival")
    assert day_kind(date(2025, 10, 6), NO_DUTY) is DayKind.HOLIDAY


def test_a_day_of_the_county_is_laid_over_the_national_one() -> None:
    own = DutyBook(
        special_days=(
            SpecialDay(date(2026, 8, 6), DayKind.FESTIVAL, "火把节"),
            SpecialDay(date(2026, 10, 1), DayKind.WORKDAY, "安保上班"),
        )
    )
    assert not is_workday(date(2026, 8, 6), own)
    assert day_name(date(2026, 8, 6), own) == Text("火把节", "火把节")
    assert is_workday(date(2026, 10, 1), own)
    assert is_workday(date(2026, 8, 6), NO_DUTY)


def test_a_year_without_an_arrangement_has_the_fixed_dates_alone_and_says_so() -> None:
    assert sorted(national(2031).days) == [
        date(2031, 1, 1),
        date(2031, 5, 1),
        date(2031, 5, 2),
        date(2031, 10, 1),
        date(2031, 10, 2),
        date(2031, 10, 3),
    ]
    assert date(2024, 5, 2) not in national(2024).days
    doubt = calendar_doubt(2031, NO_DUTY)
    assert doubt is not None
    assert "2031" in doubt.zh
    assert "2031" in doubt.en


def test_a_year_with_an_arrangement_or_days_of_its_own_leaves_no_doubt() -> None:
    assert calendar_doubt(2026, NO_DUTY) is None
    own = DutyBook(special_days=(SpecialDay(date(2031, 1, 23), DayKind.HOLIDAY, "春节"),))
    assert calendar_doubt(2031, own) is None
    assert national(2026).source.zh
    assert national(2026).source.en


def test_festivals_are_offered_to_their_prefecture_and_count_only_once_taken_over() -> None:
    offered = festivals("楚雄彝族自治州")
    assert SpecialDay(date(2026, 8, 6), DayKind.FESTIVAL, "火把节") in offered
    assert is_workday(date(2026, 8, 6), NO_DUTY)
    assert festivals("昆明市") == ()
    assert "西双版纳傣族自治州" in festival_places()


@pytest.mark.parametrize("place", festival_places())
def test_a_place_is_offered_each_day_once_and_only_in_arranged_years(place: str) -> None:
    days = [special.day for special in festivals(place)]
    assert len(set(days)) == len(days)
    assert all(national(day.year).arranged for day in days)


def test_days_of_a_notice_are_those_of_its_year() -> None:
    torch = [s.day for s in festivals("楚雄彝族自治州") if s.name == "火把节" and s.day.year == 2025]
    assert torch == [date(2025, 7, 16), date(2025, 7, 17), date(2025, 7, 18)]
