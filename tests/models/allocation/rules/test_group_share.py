from __future__ import annotations

from models.allocation.model import solve
from models.allocation.requirements import GroupShare, Kept
from tests.models.allocation.small import borrowed, costs, donor, mover, posed, receiver, solved

BOTH = frozenset({1, 2})
SITES = [receiver(1, beta=3), receiver(2, beta=2), donor(beta=4)]


def test_a_share_that_is_met_changes_nobody() -> None:
    assert costs(solved(posed([mover(1)], SITES, GroupShare(BOTH, 5, "group")))) == (0, 0, 0, 0)


def test_each_missing_worker_is_one_transfer() -> None:
    workers = [mover(i) for i in range(1, 6)]
    assert costs(solved(posed(workers, SITES, GroupShare(BOTH, 8, "group")))) == (0, 3, 0, 0)


def test_a_return_makes_up_for_a_transfer() -> None:
    workers = [borrowed(1), mover(2), mover(3)]
    assert costs(solved(posed(workers, SITES, GroupShare(BOTH, 7, "group")))) == (0, 1, 0, 0)


def test_moves_inside_the_group_add_nothing() -> None:
    workers = [mover(1, home=1), mover(2, home=2)]
    assert costs(solved(posed(workers, SITES, GroupShare(BOTH, 9, "group")))) == (2, 0, 0, 0)


def test_what_donors_keep_leaves_the_share_short() -> None:
    workers = [mover(i) for i in range(1, 6)]
    problem = posed(workers, SITES, GroupShare(BOTH, 10, "group"), Kept({11: 7}))
    assert costs(solved(problem)) == (3, 2, 0, 0)


def test_a_hard_share_out_of_reach_is_infeasible() -> None:
    assert solve(posed([mover(1)], SITES, GroupShare(BOTH, 7))).status == "infeasible"
