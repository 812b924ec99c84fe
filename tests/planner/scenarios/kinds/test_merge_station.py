from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import MoveKind, Post
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

MERGE = ChangeKind.MERGE_STATION


def test_the_station_is_gone_from_the_date_and_its_people_and_beats_go_on_in_the_other() -> None:
    town = Town()
    after = town.changed(MERGE, unit=town.big, into=town.small)
    assert town.big in after.audit(BEFORE).state.county.units
    assert town.big not in after.audit(MARCH).state.county.units
    before, then = stand(after, town.leader, BEFORE), stand(after, town.leader, MARCH)
    assert (before.home, then.home, then.beat, then.post) == (town.big, town.small, "一责任区", Post.LEADER)
    share = after.audit(BEFORE).target("station_share"), after.audit(MARCH).target("station_share")
    assert share[0] == share[1]


def test_who_is_drawn_off_from_it_stays_away() -> None:
    town = Town()
    after = town.changed(MERGE, unit=town.small, into=town.big)
    then = stand(after, town.drawn, MARCH)
    assert (then.home, then.present_unit, then.drawn_off) == (town.big, town.office, True)


def test_who_is_lent_to_it_goes_on_in_the_other_station_and_its_own_people_there_are_home() -> None:
    town = Town()
    lent, own = town.clerks[0], town.beat[0]
    town.second(lent, town.small, from_=date(2026, 5, 1))
    town.second(own, town.small, from_=date(2026, 5, 1))
    after = town.changed(MERGE, unit=town.small, into=town.big)
    assert stand(after, lent, BEFORE).present_unit == town.small
    assert stand(after, lent, MARCH).present_unit == town.big
    assert (stand(after, own, MARCH).present_unit, stand(after, own, MARCH).secondment) == (town.big, None)


def test_a_move_carried_out_before_is_kept() -> None:
    town = Town()
    town.move(town.clerks[0], MoveKind.TRANSFER, town.small, Post.CASE, date(2027, 1, 1))
    after = town.changed(MERGE, unit=town.small, into=town.big)
    days = (date(2026, 12, 31), BEFORE, MARCH)
    assert [stand(after, town.clerks[0], day).home for day in days] == [town.office, town.small, town.big]


def test_a_station_is_not_merged_into_itself_nor_into_what_is_no_open_station() -> None:
    town = Town()
    closed = town.unit("老街派出所", closed=BEFORE)
    for into, why in ((town.big, "itself"), (town.office, "no station"), (closed, "not open")):
        with pytest.raises(RefusedError, match=why):
            town.changed(MERGE, unit=town.big, into=into)
    with pytest.raises(RefusedError, match="Choose the unit"):
        town.changed(MERGE, unit=town.big)
    with pytest.raises(RefusedError, match="no station of the bureau"):
        town.changed(MERGE, unit=town.office, into=town.big)


def test_whoever_is_to_come_later_stands_in_the_way() -> None:
    town = Town()
    town.move(town.clerks[0], MoveKind.TRANSFER, town.small, Post.CASE, date(2027, 4, 1))
    name = town.county.people[town.clerks[0]].name
    with pytest.raises(RefusedError, match=f"{name} are to come"):
        town.changed(MERGE, unit=town.small, into=town.big)
