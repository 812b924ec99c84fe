from __future__ import annotations

import pytest

from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, apply_one

CANCEL = ChangeKind.CANCEL_REPORT


def test_a_unit_has_so_many_report_hours_less_from_the_date() -> None:
    town = Town()
    after = town.changed(CANCEL, unit=town.big, number=30)
    hours = [after.audit(day).state.county.units[town.big].report_hours for day in (BEFORE, MARCH)]
    assert hours == [100, 70]


def test_without_a_unit_every_station_that_registers_hours_is_meant() -> None:
    town = Town()
    other = town.unit("老街派出所", report_hours=40)
    units = town.changed(CANCEL, number=30).audit(MARCH).state.county.units
    assert [units[id_].report_hours for id_ in (town.big, town.small, other)] == [70, None, 10]


def test_more_hours_than_are_registered_cannot_be_saved() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="Fewer than 101"):
        town.changed(CANCEL, number=101)
    with pytest.raises(RefusedError, match="No report hours"):
        town.changed(CANCEL, unit=town.small, number=1)
    twice = apply_one(
        town.document,
        town.change(CANCEL, unit=town.big, number=60),
        town.change(CANCEL, BEFORE, unit=town.big, number=60),
    )
    assert [c.sentence.en.count("Fewer than 60") for c in twice.conflicts] == [1]
    assert twice.document.audit(MARCH).state.county.units[town.big].report_hours == 40
