from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest

from models.allocation.model import solve
from models.allocation.requirements import PostMinimum, PostShare
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

ALPHAS = frozenset({ALPHA})


def share(
    extra: int = 0, numerator: int = 40, denominator: int = 100, level: str | None = "share"
) -> PostShare:
    return PostShare({1: extra}, ALPHAS, numerator, denominator, level)


def test_a_share_that_is_met_to_the_worker_changes_nobody() -> None:
    outcome = solved(posed([changer(1)], [receiver(alpha=2, beta=2)], share()))
    assert costs(outcome) == (0, 0, 0, 0)


@pytest.mark.parametrize("present", range(1, 13))
def test_the_fewest_post_changes_round_the_share_up(present: int) -> None:
    workers = [changer(i) for i in range(1, present + 1)]
    outcome = solved(posed(workers, [receiver()], share()))
    assert costs(outcome) == (0, 0, ceil(Fraction(40 * present, 100)), 0)


@pytest.mark.parametrize(("present", "short"), [(5, 2), (6, 3), (7, 3), (10, 4), (11, 5)])
def test_what_cannot_change_is_short_in_whole_workers(present: int, short: int) -> None:
    outcome = solved(posed([], [receiver(beta=present)], share()))
    assert costs(outcome) == (short, 0, 0, 0)


def test_fixed_workers_may_count_though_their_post_does_not() -> None:
    assert costs(solved(posed([], [receiver(beta=5)], share(extra=1)))) == (1, 0, 0, 0)


def test_an_arrival_counts_on_both_sides_of_the_share() -> None:
    outcome = solved(posed([mover(i) for i in range(1, 6)], [receiver(beta=5), donor()], share()))
    assert costs(outcome) == (0, 4, 0, 0)
    assert sum(place == (1, ALPHA) for place in places(outcome).values()) == 4


def test_departures_shrink_the_base() -> None:
    sites = [receiver(1, alpha=2, beta=3), receiver(2)]
    outcome = solved(posed([mover(1, home=1)], sites, share()))
    assert costs(outcome) == (0, 1, 0, 0)


def test_a_post_held_by_order_cannot_be_changed_away() -> None:
    workers = [changer(i) for i in range(1, 6)]
    outcome = solved(posed(workers, [receiver()], PostMinimum({(1, BETA): 4}), share()))
    assert costs(outcome) == (1, 0, 1, 0)


def test_a_hard_share_out_of_reach_is_infeasible() -> None:
    assert solve(posed([], [receiver(beta=5)], share(level=None))).status == "infeasible"


def test_shares_are_exact_where_percentages_would_round() -> None:
    third = PostShare({1: 0}, ALPHAS, 1, 3, "share")
    assert costs(solved(posed([], [receiver(alpha=1, beta=2)], third))) == (0, 0, 0, 0)
    assert costs(solved(posed([], [receiver(alpha=333, beta=668)], third))) == (1, 0, 0, 0)
