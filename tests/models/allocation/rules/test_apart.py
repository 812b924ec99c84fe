from __future__ import annotations

from dataclasses import replace

from models.allocation.check import check
from models.allocation.model import solve, today
from models.allocation.outcome import Assignment
from models.allocation.requirements import Apart, Minimum, PostShare, Returns
from tests.models.allocation.small import (
    ALPHA,
    BETA,
    borrowed,
    changer,
    costs,
    donor,
    mover,
    places,
    posed,
    receiver,
    solved,
)

SITES = [receiver(1), receiver(2), donor(11), donor(12)]
PAIR = Apart(frozenset({(1, 2)}))


def test_two_who_must_keep_apart_go_to_different_sites() -> None:
    workers = [mover(1), mover(2), mover(3, cost=8)]
    outcome = solved(posed(workers, SITES, Minimum({1: 2}, "minimum"), PAIR))
    assert len({places(outcome)[1][0], places(outcome)[2][0]}) == 2
    assert costs(outcome) == (0, 2, 0, 8)


def test_nobody_joins_the_other_who_stays() -> None:
    workers = [changer(1), mover(2), mover(3, cost=5)]
    outcome = solved(posed(workers, SITES, Minimum({1: 2}, "minimum"), PAIR))
    assert places(outcome)[2][0] == 11
    assert costs(outcome) == (0, 1, 0, 5)


def test_a_place_the_other_leaves_is_open() -> None:
    workers = [mover(1, home=1), replace(mover(2), barred=frozenset({2}))]
    outcome = solved(posed(workers, SITES, Minimum({1: 1, 2: 1}, "minimum"), PAIR))
    assert (places(outcome)[1][0], places(outcome)[2][0]) == (2, 1)
    assert costs(outcome) == (0, 2, 0, 0)


def test_nobody_joins_the_other_who_comes_home() -> None:
    workers = [borrowed(1), mover(2)]
    outcome = solved(posed(workers, SITES, Returns("returns"), Minimum({1: 2}, "minimum"), PAIR))
    assert costs(outcome) == (0, 1, 0, 0, 0)


def test_a_post_change_at_home_keeps_the_place_taken() -> None:
    workers = [changer(1), mover(2)]
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 1, "share")
    outcome = solved(posed(workers, SITES, share, Minimum({1: 2}, "minimum"), PAIR))
    assert places(outcome) == {1: (1, ALPHA), 2: (11, BETA)}


def test_two_already_together_are_left_together() -> None:
    together = [mover(1, home=1), mover(2, home=1)]
    assert costs(solved(posed(together, SITES, Minimum({1: 2}, "minimum"), PAIR))) == (0, 0, 0, 0)
    assert costs(solved(posed(together, SITES, Minimum({2: 2}, "minimum"), PAIR))) == (1, 1, 0, 0)


def test_a_soft_pair_is_short_by_one_however_many_of_it_move() -> None:
    workers = [mover(1), mover(2)]
    pair = replace(PAIR, level="kin")
    assert costs(solved(posed(workers, SITES, Minimum({1: 2}, "minimum"), pair))) == (0, 1, 2, 0, 0)


def test_a_worker_in_several_pairs_keeps_from_each() -> None:
    workers = [mover(i) for i in (1, 2, 3)]
    pairs = Apart(frozenset({(1, 2), (1, 3)}))
    outcome = solved(posed(workers, SITES, Minimum({1: 2, 2: 1}, "minimum"), pairs))
    assert places(outcome)[2][0] == places(outcome)[3][0] == 1
    assert costs(outcome) == (0, 3, 0, 0)


def test_a_hard_target_that_would_join_them_is_infeasible() -> None:
    assert solve(posed([mover(1), mover(2)], SITES, Minimum({1: 2}), PAIR)).status == "infeasible"


def test_a_plan_that_joins_them_fails_its_check() -> None:
    problem = posed([changer(1), mover(2)], SITES, PAIR)
    assert check(problem, today(problem)).sound
    joined = [Assignment(1, 1, BETA), Assignment(2, 1, BETA)]
    assert check(problem, joined).faults == ("Apart is broken by 1 site 1 worker 2",)
