from __future__ import annotations

from dataclasses import replace

from models.allocation.model import solve
from models.allocation.requirements import Minimum, PostShare, Returns, Unmoved
from tests.models.allocation.small import (
    ALPHA,
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

SPARED = frozenset({"spared"})
SITES = [receiver(1), receiver(2), donor()]
ONE = Minimum({1: 1}, "minimum")


def test_those_without_the_tag_go_first_whatever_their_hardship() -> None:
    workers = [replace(mover(1), tags=SPARED), mover(2, cost=90)]
    outcome = solved(posed(workers, SITES, ONE, Unmoved("spared", "spared")))
    assert places(outcome)[2][0] == 1
    assert costs(outcome) == (0, 0, 1, 0, 90)


def test_each_with_the_tag_who_is_transferred_is_one_short() -> None:
    workers = [replace(mover(i), tags=SPARED) for i in (1, 2, 3)]
    outcome = solved(posed(workers, SITES, Minimum({1: 2}, "minimum"), Unmoved("spared", "spared")))
    assert costs(outcome) == (0, 2, 2, 0, 0)


def test_a_post_change_counts_too() -> None:
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 1, "share")
    problem = posed([replace(changer(1), tags=SPARED)], SITES, share, Unmoved("spared", "spared"))
    assert costs(solved(problem)) == (0, 1, 0, 1, 0)


def test_a_return_to_the_recorded_post_does_not_count() -> None:
    worker = replace(borrowed(1), tags=SPARED)
    problem = posed([worker], SITES, Returns("returns"), Unmoved("spared", "spared"))
    assert costs(solved(problem)) == (0, 0, 0, 0, 0)


def test_ranked_first_nobody_with_the_tag_moves() -> None:
    workers = [replace(mover(1), tags=SPARED)]
    assert costs(solved(posed(workers, SITES, Unmoved("spared", "spared"), ONE))) == (0, 1, 0, 0, 0)


def test_a_hard_one_keeps_everybody_with_the_tag_in_place() -> None:
    workers = [replace(mover(1), tags=SPARED), replace(mover(2), tags=frozenset({"other"}))]
    outcome = solved(posed(workers, SITES, Minimum({1: 2}, "minimum"), Unmoved("spared")))
    assert costs(outcome) == (1, 1, 0, 0)
    assert solve(posed(workers, SITES, Minimum({1: 2}), Unmoved("spared"))).status == "infeasible"
