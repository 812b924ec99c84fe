from __future__ import annotations

from models.allocation.requirements import Minimum, PostMinimum
from tests.models.allocation.small import (
    ALPHA,
    BETA,
    changer,
    costs,
    donor,
    mover,
    places,
    posed,
    receiver,
    solved,
)


def test_the_last_on_a_post_does_not_leave_it() -> None:
    workers = [mover(1, home=1, post=ALPHA), mover(2, home=1, post=BETA, cost=9)]
    sites = [receiver(1), receiver(2)]
    outcome = solved(posed(workers, sites, Minimum({2: 1}, "minimum"), PostMinimum({(1, ALPHA): 1})))
    assert places(outcome)[2][0] == 2
    assert costs(outcome) == (0, 1, 0, 9)


def test_a_post_already_empty_stays_no_worse_than_today() -> None:
    outcome = solved(posed([changer(1)], [receiver()], PostMinimum({(1, ALPHA): 1})))
    assert costs(outcome) == (0, 0, 0)
    assert [(r.post, r.required, r.became) for r in outcome.relaxed] == [(ALPHA, 1, 0)]


def test_a_soft_post_minimum_is_reached_by_a_post_change() -> None:
    outcome = solved(posed([changer(1)], [receiver()], PostMinimum({(1, ALPHA): 1}, "posts")))
    assert places(outcome) == {1: (1, ALPHA)}
    assert costs(outcome) == (0, 0, 1, 0)


def test_what_is_missing_is_summed_over_posts() -> None:
    posts = PostMinimum({(1, ALPHA): 2, (1, BETA): 2}, "posts")
    assert costs(solved(posed([mover(1)], [receiver(), donor()], posts))) == (3, 1, 0, 0)
