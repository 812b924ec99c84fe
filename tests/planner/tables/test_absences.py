from __future__ import annotations

from datetime import date, timedelta

from planner.county.records import AbsenceKind
from planner.tables.absences import Course, absence_rows
from tests.planner.building import TODAY, Building


def test_an_absence_is_planned_then_going_on_then_over() -> None:
    b = Building()
    b.absent(b.person(b.unit("城关派出所")), AbsenceKind.SICK, date(2026, 11, 20), date(2026, 11, 30))
    courses = []
    for on in (date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 1)):
        [row] = absence_rows(b.state(on))
        courses.append(row.course)
    assert courses == [Course.PLANNED, Course.NOW, Course.NOW, Course.OVER]
    assert row.days == 11


def test_only_a_long_absence_takes_the_officer_out_of_the_present_ledger() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.absent(b.person(station), AbsenceKind.ANNUAL, TODAY)
    b.absent(b.person(station), AbsenceKind.MATERNITY, TODAY - timedelta(days=3))
    assert [row.takes_out for row in absence_rows(b.state())] == [False, True]
