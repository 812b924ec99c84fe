"""Annual leave by years of work."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.leave import annual_leave, annual_leave_days, full_years
from planner.county.records import Absence, AbsenceKind, Person
from tests.planner.building import TODAY


@pytest.mark.parametrize(
    ("joined", "days"),
    [
        (date(2025, 11, 25), 0),
        (date(2025, 11, 24), 5),
        (date(2016, 11, 25), 5),
        (date(2016, 11, 24), 10),
        (date(2006, 11, 25), 10),
        (date(2006, 11, 24), 15),
        (date(1980, 1, 1), 15),
        (date(2027, 1, 1), 0),
    ],
)
def test_full_years_of_work_decide_the_days(joined: date, days: int) -> None:
    assert annual_leave(Person(1, "李", "1", joined_work=joined), TODAY) == days


def test_an_unknown_beginning_of_work_leaves_the_days_unknown() -> None:
    assert annual_leave(Person(1, "李", "1"), TODAY) is None


def test_a_year_begun_on_a_leap_day_is_full_on_the_first_of_march() -> None:
    assert full_years(date(2024, 2, 29), date(2025, 2, 28)) == 0
    assert full_years(date(2024, 2, 29), date(2025, 3, 1)) == 1


def test_the_days_of_annual_leave_are_those_in_the_year_with_both_ends_known() -> None:
    absences = [
        Absence(1, 1, AbsenceKind.ANNUAL, date(2025, 12, 30), date(2026, 1, 2)),
        Absence(2, 1, AbsenceKind.ANNUAL, date(2026, 1, 2), date(2026, 1, 3)),
        Absence(3, 1, AbsenceKind.SICK, date(2026, 2, 1), date(2026, 2, 2)),
        Absence(4, 1, AbsenceKind.ANNUAL, date(2026, 3, 1), None),
        Absence(5, 1, AbsenceKind.ANNUAL, date(2026, 3, 4), date(2026, 3, 3)),
    ]
    assert annual_leave_days(absences, 2026) == {date(2026, 1, n) for n in (1, 2, 3)}
    assert annual_leave_days(absences, 2024) == set()
