from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation.grouping import groups_of
from models.allocation.post_kinds import PostKinds
from models.allocation.problem import Site, Worker
from models.allocation.requirements import GroupShare, Minimum, PostShare, Requirement
from tests.models.allocation.small import (
    ALPHA,
    POSTS,
    changer,
    costs,
    donor,
    mover,
    places,
    posed,
    receiver,
    solved,
)

HALF = 50


def half(worker: Worker) -> Worker:
    return replace(worker, weight=HALF)


def light(**weight: int) -> Site:
    """Return a receiver with two on each post, of such weights."""
    return Site(1, True, POSTS, {"alpha": 2, "beta": 2}, weight)


def test_a_minimum_counts_those_present_by_their_weight() -> None:
    minimum = Minimum({1: 4}, "minimum", weighted=True)
    assert costs(solved(posed([mover(1)], [light(), donor()], minimum))) == (0, 0, 0, 0)
    assert costs(solved(posed([mover(1)], [light(beta=100), donor()], minimum))) == (0, 1, 0, 0)


def test_two_halves_make_one_whole() -> None:
    minimum = Minimum({1: 1}, "minimum", weighted=True)
    workers = [half(mover(1)), half(mover(2))]
    assert costs(solved(posed(workers, [receiver(), donor()], minimum))) == (0, 2, 0, 0)


def test_a_heavier_worker_spares_a_transfer_whatever_the_hardship() -> None:
    minimum = Minimum({1: 1}, "minimum", weighted=True)
    workers = [half(mover(1)), half(mover(2)), mover(3, cost=80)]
    outcome = solved(posed(workers, [receiver(), donor()], minimum))
    assert places(outcome)[3][0] == 1
    assert costs(outcome) == (0, 1, 0, 80)


@pytest.mark.parametrize(("weight", "short"), [(200, 0), (199, 1), (100, 1), (99, 2), (0, 2)])
def test_what_is_missing_is_told_in_whole_workers_rounded_up(weight: int, short: int) -> None:
    minimum = Minimum({1: 4}, "minimum", weighted=True)
    assert costs(solved(posed([], [light(alpha=weight)], minimum))) == (short, 0, 0, 0)


def test_a_group_share_is_met_by_weight_to_the_hundredth() -> None:
    sites = [light(alpha=130), receiver(2), donor()]
    both = frozenset({1, 2})
    exact = GroupShare(both, 330, "group", weighted=True)
    assert costs(solved(posed([mover(1)], sites, exact))) == (0, 0, 0, 0)
    assert costs(solved(posed([mover(1)], sites, replace(exact, at_least=331)))) == (0, 1, 0, 0)
    assert costs(solved(posed([half(mover(1))], sites, replace(exact, at_least=431)))) == (1, 1, 0, 0)


def test_a_post_share_is_of_the_weight_present() -> None:
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 2, "share", weighted=True)
    assert costs(solved(posed([], [light()], share))) == (0, 0, 0, 0)
    assert costs(solved(posed([], [light(alpha=100)], share))) == (1, 0, 0, 0)
    assert costs(solved(posed([], [light(alpha=100, beta=100)], share))) == (0, 0, 0, 0)


def test_the_extra_of_a_post_share_is_in_hundredths() -> None:
    share = PostShare({1: 50}, frozenset({ALPHA}), 1, 2, "share", weighted=True)
    assert costs(solved(posed([], [light(alpha=150)], share))) == (0, 0, 0, 0)
    assert costs(solved(posed([], [light(alpha=50)], share))) == (1, 0, 0, 0)


def test_half_workers_change_posts_by_the_pair() -> None:
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 2, "share", weighted=True)
    workers = [half(changer(i)) for i in range(1, 5)]
    outcome = solved(posed(workers, [receiver(beta=1)], share))
    assert costs(outcome) == (0, 0, 3, 0)


@pytest.mark.parametrize(
    ("requirement", "groups"),
    [(Minimum({1: 1}, "minimum"), 1), (Minimum({1: 1}, "minimum", weighted=True), 2)],
)
def test_weights_part_groups_only_where_something_is_weighted(requirement: Requirement, groups: int) -> None:
    problem = posed([mover(1), half(mover(2))], [receiver(), donor()], requirement)
    assert len(groups_of(problem, PostKinds(problem))) == groups
