"""The calendar as a table."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.duty import DayKind, SpecialDay
from planner.document import Document
from planner.edits.calendar import set_special_days
from planner.tables.calendar_days import TABLE, calendar_rows
from planner.tables.cells import RefusedCellsError, set_cells
from tests.planner.building import TODAY

NATIONAL_DAY, TORCH = date(2026, 10, 1), date(2026, 8, 6)


def test_national_and_own_days_stand_by_date_with_who_said_so() -> None:
    own = [
        SpecialDay(TORCH, DayKind.FESTIVAL, "火把节"),
        SpecialDay(NATIONAL_DAY, DayKind.WORKDAY, "安保上班"),
    ]
    rows = calendar_rows(set_special_days(Document(), own).duty, 2026)
    assert [row.special.day for row in rows] == sorted(row.special.day for row in rows)
    found = {row.special.day: row for row in rows}
    assert found[TORCH].origin.zh == "本局自定"
    assert found[NATIONAL_DAY].origin.zh == "本局自定,替代国家安排的“国庆节”"
    assert found[date(2026, 10, 2)].origin.zh == "国家安排"
    words = TABLE.texts([found[TORCH], found[NATIONAL_DAY]], "zh")
    assert words[1:] == [
        ["2026-08-06", "星期四", "民族节日", "火把节", "休息", "本局自定"],
        ["2026-10-01", "星期四", "调休上班", "安保上班", "上班", "本局自定,替代国家安排的“国庆节”"],
    ]


def test_a_changed_national_day_becomes_an_own_one() -> None:
    cells = {(NATIONAL_DAY.toordinal(), "kind"): "调休上班", (NATIONAL_DAY.toordinal(), "name"): "安保上班"}
    after = set_cells(Document(), TABLE, cells, TODAY)
    assert after.duty.special_days == (SpecialDay(NATIONAL_DAY, DayKind.WORKDAY, "安保上班"),)


def test_a_day_without_a_name_is_refused_at_its_cell() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(Document(), TABLE, {(NATIONAL_DAY.toordinal(), "name"): ""}, TODAY)
    [refusal] = refused.value.refusals
    assert "名称" in refusal.reason.zh
