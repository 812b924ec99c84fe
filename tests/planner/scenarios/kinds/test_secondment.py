from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import BorrowLevel, MoveKind, Post
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

SECONDMENT = ChangeKind.SECONDMENT
MAY = date(2027, 5, 31)


def test_an_officer_is_away_from_the_date_to_the_last_day_and_then_home() -> None:
    town = Town()
    officer = town.beat[0]
    after = town.changed(SECONDMENT, person=officer, unit=town.office, until=MAY)
    assert stand(after, officer, BEFORE).present_unit == town.big
    assert (stand(after, officer, MARCH).present_unit, stand(after, officer, MARCH).drawn_off) == (
        town.office,
        True,
    )
    assert stand(after, officer, MAY).present_unit == town.office
    assert stand(after, officer, MAY + timedelta(days=1)).present_unit == town.big


def test_without_a_last_day_nobody_comes_home() -> None:
    town = Town()
    after = town.changed(SECONDMENT, person=town.beat[0], unit=town.office)
    assert stand(after, town.beat[0], date(2030, 1, 1)).drawn_off


def test_an_outside_unit_is_named_and_borrows_at_its_level() -> None:
    town = Town()
    after = town.changed(SECONDMENT, person=town.beat[0], name="省公安厅", until=MAY)
    record = after.county.secondments[max(after.county.secondments)]
    assert (record.to_outside, record.level) == ("省公安厅", BorrowLevel.PROVINCE)
    assert stand(after, town.beat[0], MARCH).present_unit is None
    with pytest.raises(RefusedError, match="borrowing unit"):
        town.changed(SECONDMENT, person=town.beat[0])


def test_a_single_day_counts_at_home_and_is_over_the_next_day() -> None:
    town = Town()
    after = town.changed(SECONDMENT, person=town.beat[0], unit=town.office, until=MARCH)
    assert stand(after, town.beat[0], MARCH).present_unit == town.big
    assert stand(after, town.beat[0], MAY).secondment is None


def test_overlapping_secondments_are_refused() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="seconded already"):
        town.changed(SECONDMENT, person=town.drawn, unit=town.brigade)
    town.second(town.beat[0], town.office, from_=date(2027, 4, 1))
    with pytest.raises(RefusedError, match="elsewhere from 2027-04-01"):
        town.changed(SECONDMENT, person=town.beat[0], unit=town.brigade, until=MAY)
    april = date(2027, 3, 31)
    assert stand(
        town.changed(SECONDMENT, person=town.beat[0], unit=town.brigade, until=april), town.beat[0], april
    ).drawn_off


def test_the_home_unit_borrows_nobody_and_the_last_day_is_not_before_the_first() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="home unit"):
        town.changed(SECONDMENT, person=town.beat[0], unit=town.big)
    with pytest.raises(RefusedError, match="before the first"):
        town.changed(SECONDMENT, person=town.beat[0], unit=town.office, until=BEFORE)


def test_somebody_on_leave_who_is_seconded_already_is_not_seconded_again() -> None:
    town = Town()
    town.second(town.sick, town.office, from_=date(2026, 1, 5))
    with pytest.raises(RefusedError, match="seconded already"):
        town.changed(SECONDMENT, person=town.sick, unit=town.brigade, until=MAY)


def test_whoever_has_come_home_by_a_move_can_be_seconded_again() -> None:
    town = Town()
    town.move(town.drawn, MoveKind.RETURN, town.small, Post.COMMUNITY, date(2027, 1, 1))
    after = town.changed(SECONDMENT, person=town.drawn, unit=town.brigade, until=MAY)
    assert stand(after, town.drawn, MARCH).present_unit == town.brigade
