from __future__ import annotations

from dataclasses import replace

from models.allocation.model import solve
from models.allocation.requirements import GroupShare, Kept, Maximum, Minimum, PostShare, Returns
from tests.models.allocation.small import (
    ALPHA,
    BETA,
    borrowed,
    costs,
    donor,
    places,
    posed,
    receiver,
    solved,
)


def test_a_borrowed_worker_comes_home_to_the_recorded_post_at_no_cost() -> None:
    outcome = solved(posed([borrowed(1)], [receiver(), donor()], Returns("returns")))
    assert places(outcome) == {1: (1, BETA)}
    assert costs(outcome) == (0, 0, 0, 0)


def test_whoever_is_outside_all_sites_comes_home_too() -> None:
    outcome = solved(posed([borrowed(1, current=None)], [receiver()], Returns("returns")))
    assert places(outcome) == {1: (1, BETA)}


def test_a_return_barred_by_a_hard_maximum_is_one_worker_short() -> None:
    problem = posed(
        [borrowed(1), borrowed(2)], [receiver(beta=3), donor()], Returns("returns"), Maximum({1: 4})
    )
    outcome = solved(problem)
    assert costs(outcome) == (1, 0, 0, 0)
    assert sorted(places(outcome).values()) == [(1, BETA), (11, BETA)]


def test_a_hard_return_that_is_barred_makes_the_problem_infeasible() -> None:
    outcome = solve(posed([borrowed(1)], [receiver(beta=3), donor()], Returns(), Maximum({1: 3})))
    assert outcome.status == "infeasible"
    assert outcome.assignments == ()
    assert outcome.levels == ()


def test_home_and_then_elsewhere_is_one_transfer() -> None:
    worker = replace(borrowed(1), movable=True, transfer_cost=5)
    problem = posed(
        [worker],
        [receiver(1), receiver(2), donor()],
        Returns("returns"),
        Minimum({2: 1}, "minimum"),
        travel={(1, 2): 30, (11, 2): 7},
    )
    outcome = solved(problem)
    assert places(outcome)[1][0] == 2
    assert costs(outcome) == (0, 0, 1, 0, 35)


def test_a_return_to_another_post_is_a_post_change() -> None:
    worker = replace(borrowed(1), postable=True, change_cost=4)
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 1, "share")
    outcome = solved(posed([worker], [receiver(), donor()], Returns("returns"), share))
    assert places(outcome) == {1: (1, ALPHA)}
    assert costs(outcome) == (0, 0, 0, 1, 4)


def test_without_leave_to_change_the_recorded_post_is_resumed_at_a_shortage() -> None:
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 1, "share")
    outcome = solved(posed([borrowed(1)], [receiver(), donor()], Returns("returns"), share))
    assert places(outcome) == {1: (1, BETA)}
    assert costs(outcome) == (0, 1, 0, 0, 0)


def test_nobody_borrowed_is_kept_to_reach_what_a_donor_keeps() -> None:
    outcome = solved(posed([borrowed(1)], [receiver(), donor(beta=2)], Returns("returns"), Kept({11: 3})))
    assert places(outcome) == {1: (1, BETA)}
    assert [(r.required, r.became) for r in outcome.relaxed] == [(3, 2)]


def test_returns_matter_only_where_they_are_required() -> None:
    away = GroupShare(frozenset({11}), 1, "group")
    outcome = solved(posed([borrowed(1)], [receiver(), donor()], away))
    assert places(outcome) == {1: (11, BETA)}
