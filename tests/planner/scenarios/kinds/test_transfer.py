from __future__ import annotations

import pytest

from planner.county.records import MoveKind, MoveStatus, Post
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

TRANSFER = ChangeKind.TRANSFER


def test_an_officer_counts_in_the_other_unit_from_the_date_and_not_before() -> None:
    town = Town()
    clerk = town.clerks[0]
    after = town.changed(TRANSFER, person=clerk, unit=town.small, post=Post.COMMUNITY)
    assert stand(after, clerk, BEFORE).present_unit == town.office
    there = stand(after, clerk, MARCH)
    assert (there.books_unit, there.present_unit, there.post) == (town.small, town.small, Post.COMMUNITY)
    [move] = after.county.moves.values()
    assert (move.status, move.approved_on) == (MoveStatus.APPROVED, None)


def test_without_a_post_the_one_held_goes_along() -> None:
    town = Town()
    after = town.changed(TRANSFER, person=town.beat[0], unit=town.small)
    assert stand(after, town.beat[0], MARCH).post is Post.COMMUNITY


def test_what_cannot_be_transferred_is_refused_with_the_reason() -> None:
    town = Town()
    for fields, why in (
        ({"person": 999, "unit": town.small}, "no longer on the roster"),
        ({"unit": town.small}, "Choose the officer"),
        ({"person": town.clerks[0]}, "Choose the unit"),
        ({"person": town.clerks[0], "unit": 999}, "unit is no longer there"),
        ({"person": town.clerks[0], "unit": town.office}, "already belongs"),
    ):
        with pytest.raises(RefusedError, match=why):
            town.changed(TRANSFER, **fields)


def test_nobody_is_transferred_after_leaving_or_before_joining() -> None:
    town = Town()
    gone, new = town.person(town.office, left_on=BEFORE), town.person(town.office, joined_police=MARCH)
    with pytest.raises(RefusedError, match="no longer serves"):
        town.changed(TRANSFER, person=gone, unit=town.small)
    with pytest.raises(RefusedError, match="has not joined"):
        town.changed(TRANSFER, BEFORE, person=new, unit=town.small)
    assert stand(town.changed(TRANSFER, person=new, unit=town.small), new, MARCH).home == town.small


def test_an_earlier_proposal_for_the_officer_stays_a_proposal() -> None:
    town = Town()
    proposed = town.move(
        town.clerks[0], MoveKind.TRANSFER, town.brigade, Post.OTHER, BEFORE, MoveStatus.PROPOSED
    )
    after = town.changed(TRANSFER, person=town.clerks[0], unit=town.small)
    assert after.county.moves[proposed] == town.county.moves[proposed]
    assert stand(after, town.clerks[0], MARCH).home == town.small
