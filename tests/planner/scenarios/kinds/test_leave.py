from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.state import Standing
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, Town, stand

AUGUST = date(2027, 8, 6)


def test_a_long_leave_takes_an_officer_out_of_the_present_ledger_for_its_time() -> None:
    town = Town()
    after = town.changed(ChangeKind.LEAVE, person=town.beat[0], value="maternity", until=AUGUST)
    assert stand(after, town.beat[0], BEFORE).present_unit == town.big
    assert stand(after, town.beat[0], AUGUST).standing is Standing.LONG_ABSENT
    assert stand(after, town.beat[0], AUGUST + timedelta(days=1)).present_unit == town.big


def test_leave_that_overlaps_another_one_or_has_no_such_kind_is_refused() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="has leave in that time"):
        town.changed(ChangeKind.LEAVE, person=town.sick, until=AUGUST)
    with pytest.raises(RefusedError, match="no kind of leave"):
        town.changed(ChangeKind.LEAVE, person=town.beat[0], value="holiday")
    with pytest.raises(RefusedError, match="before the first"):
        town.changed(ChangeKind.LEAVE, person=town.beat[0], until=BEFORE)
    later = town.changed(ChangeKind.LEAVE, date(2027, 7, 1), person=town.sick, until=AUGUST)
    assert len(later.county.absences) == 2
