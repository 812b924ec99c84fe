from __future__ import annotations

import pytest

from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind, unit_opened_by
from tests.planner.scenarios.town import BEFORE, MARCH, Town, apply_one, stand


def test_a_station_is_there_from_the_date_and_takes_people() -> None:
    town = Town()
    new = unit_opened_by(1)
    result = apply_one(
        town.document,
        town.change(ChangeKind.OPEN_STATION, name="新区派出所", number=12),
        town.change(ChangeKind.TRANSFER, person=town.clerks[0], unit=new),
    )
    assert result.conflicts == ()
    assert new not in result.document.audit(BEFORE).state.county.units
    station = result.document.audit(MARCH).state.county.units[new]
    assert (station.name, station.is_station, station.authorised) == ("新区派出所", True, 12)
    assert stand(result.document, town.clerks[0], MARCH).home == new
    assert result.document.audit(MARCH).target("station_minimum", unit=new) is not None
    assert result.document.audit(BEFORE).target("station_minimum", unit=new) is None


def test_a_name_that_is_taken_or_blank_is_refused() -> None:
    town = Town()
    for name in ("河口派出所", ""):
        with pytest.raises(RefusedError):
            town.changed(ChangeKind.OPEN_STATION, name=name)
