from __future__ import annotations

from datetime import date

import pytest

from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

CLOSE = ChangeKind.CLOSE_STATION


def test_its_people_go_to_the_unit_named() -> None:
    town = Town()
    after = town.changed(CLOSE, unit=town.small, into=town.brigade)
    assert stand(after, town.few[1], BEFORE).home == town.small
    assert stand(after, town.few[1], MARCH).home == town.brigade
    assert after.audit(MARCH).target("station_minimum", unit=town.small) is None


def test_an_empty_station_closes_without_one() -> None:
    town = Town()
    empty = town.unit("边远派出所")
    after = town.changed(CLOSE, unit=empty)
    assert empty in after.audit(BEFORE).state.county.units
    assert empty not in after.audit(MARCH).state.county.units


def test_people_left_behind_and_a_second_closing_are_refused() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="still has 3 people"):
        town.changed(CLOSE, unit=town.small)
    with pytest.raises(RefusedError, match="nobody can go on"):
        town.changed(CLOSE, unit=town.small, into=town.small)
    closed = town.unit("老街派出所", closed=MARCH)
    with pytest.raises(RefusedError, match="not open"):
        town.changed(CLOSE, unit=closed)


def test_who_has_left_stays_behind_and_who_joins_later_goes_along() -> None:
    town = Town()
    unit = town.unit("边远派出所")
    gone = town.person(unit, left_on=BEFORE)
    assert stand(town.changed(CLOSE, unit=unit), gone, MARCH).home == unit
    new = town.person(unit, joined_police=date(2027, 7, 1))
    after = town.changed(CLOSE, unit=unit, into=town.big)
    assert [stand(after, id_, date(2027, 7, 1)).home for id_ in (gone, new)] == [unit, town.big]
