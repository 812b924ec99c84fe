from __future__ import annotations

from planner.county.records import AbsenceKind
from planner.optimise.duty.cells import leave_days
from planner.optimise.duty.month import month_of
from tests.planner.optimise.duty.stations import NOVEMBER, Station


def test_days_of_registered_leave_are_leave_unless_rest_stands_there() -> None:
    s = Station(others=2)
    away = s.others[0]
    s.absent(away, AbsenceKind.SICK, NOVEMBER.replace(day=9), NOVEMBER.replace(day=12))
    s.plan({(away, 10): "duty", (away, 11): "rest", (away, 12): "sick"})
    assert leave_days(month_of(s.document, s.id, NOVEMBER)) == {
        (away, 9): "leave",
        (away, 10): "leave",
        (away, 11): "rest",
        (away, 12): "sick",
    }
