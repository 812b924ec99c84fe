from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import AbsenceKind, BorrowLevel, MoveKind, Post
from planner.edits.refused import RefusedError
from planner.scenarios.kinds import kinds
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


def test_a_secondment_from_the_day_of_a_return_is_refused_as_the_return_would_end_it() -> None:
    town = Town()
    home = town.changed(ChangeKind.RETURN, person=town.drawn)
    second = kinds()[SECONDMENT]
    with pytest.raises(RefusedError, match="on the day after"):
        second(home, town.change(SECONDMENT, person=town.drawn, unit=town.brigade))
    next_day = MARCH + timedelta(days=1)
    after = second(home, town.change(SECONDMENT, next_day, person=town.drawn, unit=town.brigade))
    assert stand(after, town.drawn, next_day).working == town.brigade


@pytest.mark.parametrize("ends", ["transfer", "return"])
def test_who_is_moved_before_the_last_day_keeps_the_new_post_after_it(ends: str) -> None:
    town = Town()
    officer, april = town.case[1], date(2027, 4, 1)
    away = town.changed(SECONDMENT, person=officer, unit=town.office, until=MAY)
    where = {"unit": town.small} if ends == "transfer" else {}
    change = town.change(ChangeKind(ends), april, person=officer, post=Post.COMMUNITY, **where)
    after = kinds()[change.kind](away, change)
    for day in (april, MAY + timedelta(days=1), date(2028, 1, 1)):
        assert stand(after, officer, day).post is Post.COMMUNITY
    assert [move.kind for move in after.county.moves.values()] == [ends]


@pytest.mark.parametrize("first", ["earlier", "later"])
def test_one_secondment_follows_another_from_one_day_to_the_next(first: str) -> None:
    town = Town()
    officer, june, august = town.case[1], date(2027, 6, 1), date(2027, 8, 31)
    pair = [
        town.change(SECONDMENT, person=officer, unit=town.office, until=MAY),
        town.change(SECONDMENT, june, person=officer, unit=town.brigade, until=august),
    ]
    document = town.document
    for change in pair if first == "earlier" else reversed(pair):
        document = kinds()[SECONDMENT](document, change)
    working = [stand(document, officer, day).working for day in (MARCH, MAY, june, august)]
    assert working == [town.office, town.office, town.brigade, town.brigade]
    assert stand(document, officer, date(2027, 9, 1)).working == town.big
    assert [move.effective for move in document.county.moves.values()] == [date(2027, 9, 1)]


def test_a_secondment_that_follows_holds_of_somebody_on_long_leave_at_the_time_too() -> None:
    town = Town()
    officer, june = town.case[1], date(2027, 6, 1)
    town.absent(officer, AbsenceKind.LONG_SICK, date(2027, 5, 20), date(2027, 6, 30))
    later = town.changed(SECONDMENT, june, person=officer, unit=town.brigade)
    after = kinds()[SECONDMENT](later, town.change(SECONDMENT, person=officer, unit=town.office, until=MAY))
    assert stand(after, officer, date(2027, 7, 1)).working == town.brigade
