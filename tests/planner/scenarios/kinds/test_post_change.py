from __future__ import annotations

import pytest

from planner.county.records import Post
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand


def test_an_officer_takes_another_post_at_home_from_the_date() -> None:
    town = Town()
    officer = town.case[1]
    after = town.changed(ChangeKind.POST_CHANGE, person=officer, post=Post.COMMUNITY)
    assert stand(after, officer, BEFORE).post is Post.CASE
    assert (stand(after, officer, MARCH).post, stand(after, officer, MARCH).home) == (
        Post.COMMUNITY,
        town.big,
    )


def test_a_post_is_needed_and_it_must_be_another_one_of_somebody_at_home() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="Choose the post"):
        town.changed(ChangeKind.POST_CHANGE, person=town.case[1])
    with pytest.raises(RefusedError, match="Neither unit nor post"):
        town.changed(ChangeKind.POST_CHANGE, person=town.case[1], post=Post.CASE)
    with pytest.raises(RefusedError, match="works away"):
        town.changed(ChangeKind.POST_CHANGE, person=town.drawn, post=Post.CASE)
