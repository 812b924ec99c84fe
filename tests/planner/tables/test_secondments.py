from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import Secondment
from planner.tables.secondments import Course, course, secondment_rows
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Secondment(1, 2, from_=date(2026, 1, 1)), Course.AWAY),
        (Secondment(1, 2, until=date(2026, 11, 23)), Course.OVERDUE),
        (Secondment(1, 2, until=TODAY), Course.AWAY),
        (Secondment(1, 2, from_=date(2026, 12, 1)), Course.PLANNED),
        (Secondment(1, 2, returned_on=date(2026, 11, 23)), Course.RETURNED),
        (Secondment(1, 2, returned_on=TODAY), Course.AWAY),
        (Secondment(1, 2, kept_with_approval=True, until=date(2026, 1, 1)), Course.KEPT),
        (Secondment(1, 2, kept_with_approval=True, kept_until=date(2026, 11, 23)), Course.OVERDUE),
        (Secondment(1, 2, to_verify=True), Course.TO_VERIFY),
    ],
)
def test_a_secondment_lasts_until_the_actual_return(record: Secondment, expected: Course) -> None:
    assert course(record, TODAY) is expected


def test_days_away_and_overdue_count_up_to_the_date() -> None:
    rows = secondment_rows(varied().audit(TODAY).state)
    row = next(r for r in rows if r.record.until)
    assert (row.days, row.overdue_days) == (328, 147)
    assert row.drawn_off


def test_rows_stand_by_borrowing_level() -> None:
    rows = secondment_rows(varied().audit(TODAY).state)
    assert [r.record.level for r in rows] == ["bureau", "bureau", "prefecture"]
