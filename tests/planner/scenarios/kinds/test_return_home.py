from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import AbsenceKind, MoveKind, Post
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand


def test_a_drawn_off_officer_is_home_from_the_date() -> None:
    town = Town()
    after = town.changed(ChangeKind.RETURN, person=town.drawn, post=Post.CASE)
    assert stand(after, town.drawn, BEFORE).present_unit == town.office
    assert (stand(after, town.drawn, MARCH).present_unit, stand(after, town.drawn, MARCH).post) == (
        town.small,
        Post.CASE,
    )
    assert [m.kind for m in after.county.moves.values()] == [MoveKind.RETURN]


def test_whoever_is_not_away_does_not_return() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="not away"):
        town.changed(ChangeKind.RETURN, person=town.beat[0])


def test_somebody_on_long_leave_from_a_secondment_returns_from_it_all_the_same() -> None:
    town = Town()
    town.absent(town.drawn, AbsenceKind.LONG_SICK, BEFORE, date(2027, 6, 30))
    with pytest.raises(RefusedError, match="let the return come first"):
        town.changed(ChangeKind.POST_CHANGE, person=town.drawn, post=Post.CASE)
    after = town.changed(ChangeKind.RETURN, person=town.drawn)
    assert stand(town.document, town.drawn, date(2027, 7, 1)).working == town.office
    assert stand(after, town.drawn, date(2027, 7, 1)).working == town.small
