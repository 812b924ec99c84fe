"""One person in two units on one day."""

from __future__ import annotations

from planner.files.duty import read_duty_file
from planner.files.workbook import Workbook
from tests.planner.files.duty.stations import LATER, bureau, done, grid, said

STATION, BRIGADE = ("城关派出所2026年11月考勤",), ("刑侦大队2026年11月考勤",)
ONE = "赵六 1 日在“刑侦大队”和“城关派出所”都记有在岗"


def test_attendance_in_two_units_is_listed_by_the_halves_both_claim() -> None:
    b = bureau()
    here = grid(("赵六", "社", "社/", "外借刑侦大队"), title=STATION, name="城关")
    there = grid(("赵六", "勤", "/勤", "勤"), title=BRIGADE, name="刑侦")
    found = b.read(here, there)
    clashes = [i for i in found.issues if "都记有在岗" in i.message.zh]
    assert [(i.sheet, i.row, i.column) for i in clashes] == [("刑侦", 3, "1")]
    assert ONE in said(found)
    assert done(found, b.station, b.zhao).keys() == done(found, b.brigade, b.zhao).keys() == {1, 2, 3}


def test_attendance_known_before_is_held_against_the_file() -> None:
    b = bureau()
    first = b.read(grid(("赵六", "社"), title=STATION))
    page = grid(("赵六", "勤"), title=BRIGADE)
    again = read_duty_file(Workbook("表.xlsx", (page,)), first.document, on=LATER)
    assert ONE in said(again)


def test_a_plan_and_attendance_elsewhere_are_no_two_units() -> None:
    b = bureau()
    here = grid(("赵六", "值"), title=("城关派出所2026年11月值班表",), name="城关")
    found = b.read(here, grid(("赵六", "勤"), title=BRIGADE, name="刑侦"))
    assert "两处都保留" not in said(found)
