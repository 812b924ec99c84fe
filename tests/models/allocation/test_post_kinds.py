"""Posts are told apart at a site exactly where a requirement there tells them apart."""

from __future__ import annotations

from models.allocation.post_kinds import PostKinds, posts_by_hours
from models.allocation.requirements import Capacity, PostMinimum, PostShare
from tests.models.allocation.small import ALPHA, BETA, POSTS, donor, posed, receiver

GAMMA = "gamma"
ALL = POSTS | {GAMMA}


def test_where_nothing_is_asked_all_posts_are_one_kind() -> None:
    kinds = PostKinds(posed([], [receiver(1, ALL), donor()]))
    assert kinds.open_to(1, ALL) == {frozenset(): (ALPHA, BETA, GAMMA)}
    assert kinds.open_to(1, frozenset({BETA})) == {frozenset(): (BETA,)}


def test_a_share_tells_its_posts_from_the_others_only_where_it_is_asked() -> None:
    share = PostShare({1: 0}, frozenset({ALPHA}), 40, 100)
    kinds = PostKinds(posed([], [receiver(1, ALL), receiver(2, ALL)], share))
    assert sorted(kinds.open_to(1, ALL).values()) == [(ALPHA,), (BETA, GAMMA)]
    assert list(kinds.open_to(2, ALL).values()) == [(ALPHA, BETA, GAMMA)]
    assert kinds.mark(1, frozenset({ALPHA})) in kinds.kind(1, ALPHA)


def test_a_minimum_on_a_post_and_other_hours_make_kinds_of_their_own() -> None:
    least = PostMinimum({(1, BETA): 1})
    capacity = Capacity({1: 10}, {GAMMA: 1, ALPHA: 5}, other=5, whole=5)
    kinds = PostKinds(posed([], [receiver(1, ALL)], least, capacity))
    assert sorted(kinds.open_to(1, ALL).values()) == [(ALPHA,), (BETA,), (GAMMA,)]
    assert posts_by_hours(capacity) == {1: frozenset({GAMMA})}
