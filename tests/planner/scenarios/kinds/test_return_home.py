from __future__ import annotations

import pytest

from planner.county.records import MoveKind, Post
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
