"""Edits of the county's own calendar days."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.calendar import is_workday
from planner.county.duty import DayKind, SpecialDay
from planner.document import Document
from planner.edits.calendar import remove_special_days, set_special_days, take_over_festivals
from planner.edits.refused import RefusedError

TORCH = SpecialDay(date(2026, 8, 6), DayKind.FESTIVAL, "火把节")
LATER = SpecialDay(date(2026, 8, 7), DayKind.FESTIVAL, "火把节")
NATIONAL_DAY = date(2026, 10, 1)


def test_days_stand_in_the_order_of_their_dates() -> None:
    document = set_special_days(Document(), [LATER, TORCH])
    assert document.duty.special_days == (TORCH, LATER)


def test_a_day_set_twice_is_what_was_said_last() -> None:
    document = set_special_days(
        set_special_days(Document(), [TORCH]), [SpecialDay(TORCH.day, DayKind.FESTIVAL, " 星回节 ")]
    )
    assert document.duty.special_days == (SpecialDay(TORCH.day, DayKind.FESTIVAL, "星回节"),)


def test_a_removed_day_is_national_again() -> None:
    worked = set_special_days(Document(), [SpecialDay(NATIONAL_DAY, DayKind.WORKDAY, "安保上班")])
    assert is_workday(NATIONAL_DAY, worked.duty)
    assert not is_workday(NATIONAL_DAY, remove_special_days(worked, [NATIONAL_DAY]).duty)


@pytest.mark.parametrize(
    ("special", "why"),
    [
        (SpecialDay(TORCH.day, DayKind.FESTIVAL, "  "), "名称"),
        (SpecialDay(date(2026, 11, 24), DayKind.WORKDAY, "上班"), "本来就是工作日"),
        (SpecialDay(date(2026, 11, 22), DayKind.REST, "调休"), "本来就休息"),
    ],
)
def test_a_day_that_says_nothing_is_refused_with_the_reason(special: SpecialDay, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        set_special_days(Document(), [TORCH, special])
    assert why in refused.value.message.zh
    assert special.day.isoformat() in refused.value.message.en


def test_festivals_are_taken_over_from_a_year_on() -> None:
    taken = take_over_festivals(Document(), "楚雄彝族自治州", 2026)
    assert TORCH in taken.duty.special_days
    assert min(special.day.year for special in taken.duty.special_days) == 2026
    with pytest.raises(RefusedError) as refused:
        take_over_festivals(Document(), "楚雄彝族自治州", 2031)
    assert "2031" in refused.value.message.zh


def test_a_national_day_cannot_be_removed() -> None:
    with pytest.raises(RefusedError) as refused:
        remove_special_days(Document(), [NATIONAL_DAY])
    assert "国家安排不能删除" in refused.value.message.zh
