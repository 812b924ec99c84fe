from __future__ import annotations

import pytest

from models.allocation.model import solve
from models.allocation.requirements import Capacity
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


def capacity(need: int, level: str | None = "hours", alpha: int = 20) -> Capacity:
    """Return a need at site 1 where a worker has 100 hours, but on post alpha only some."""
    return Capacity({1: need}, {ALPHA: alpha}, other=100, whole=100, level=level)


def test_hours_enough_change_nobody() -> None:
    assert costs(solved(posed([mover(1)], [receiver(alpha=1, beta=2), donor()], capacity(220)))) == (
        0,
        0,
        0,
        0,
    )


def test_an_hour_too_few_takes_one_more_worker() -> None:
    outcome = solved(posed([mover(1), mover(2)], [receiver(alpha=1, beta=2), donor()], capacity(221)))
    assert costs(outcome) == (0, 1, 0, 0)


def test_whoever_arrives_takes_the_post_with_the_most_hours() -> None:
    outcome = solved(posed([mover(1, post=ALPHA)], [receiver(), donor()], capacity(100)))
    assert places(outcome) == {1: (1, BETA)}


def test_another_post_at_home_frees_hours() -> None:
    workers = [changer(i, post=ALPHA) for i in (1, 2, 3)]
    assert costs(solved(posed(workers, [receiver()], capacity(200)))) == (0, 0, 2, 0)


@pytest.mark.parametrize(("need", "short"), [(120, 0), (121, 1), (220, 1), (221, 2), (500, 4)])
def test_what_is_missing_is_told_in_whole_workers_rounded_up(need: int, short: int) -> None:
    assert costs(solved(posed([], [receiver(alpha=1, beta=1)], capacity(need)))) == (short, 0, 0, 0)


def test_posts_of_no_hours_add_nothing() -> None:
    outcome = solved(posed([mover(1, post=ALPHA)], [receiver(alpha=5), donor()], capacity(150, alpha=0)))
    assert costs(outcome) == (1, 1, 0, 0)


def test_a_hard_need_out_of_reach_is_infeasible() -> None:
    assert solve(posed([mover(1)], [receiver(), donor()], capacity(101, level=None))).status == "infeasible"
