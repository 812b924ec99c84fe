from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation.model import solve
from models.allocation.requirements import Minimum
from tests.models.allocation.small import costs, donor, mover, places, posed, receiver, solved


def test_a_site_that_has_enough_changes_nobody() -> None:
    outcome = solved(posed([mover(1)], [receiver(beta=2), donor()], Minimum({1: 2}, "minimum")))
    assert places(outcome)[1] == (11, "beta")
    assert costs(outcome) == (0, 0, 0, 0)


def test_a_small_site_takes_exactly_the_workers_it_lacks() -> None:
    workers = [mover(i) for i in range(1, 5)]
    outcome = solved(posed(workers, [receiver(beta=1), donor()], Minimum({1: 3}, "minimum")))
    assert costs(outcome) == (0, 2, 0, 0)


def test_what_cannot_be_found_is_short_and_summed_over_sites() -> None:
    sites = [receiver(1, beta=1), receiver(2), donor()]
    outcome = solved(posed([mover(1)], sites, Minimum({1: 3, 2: 2}, "minimum")))
    assert costs(outcome) == (3, 1, 0, 0)


def test_a_hard_minimum_out_of_reach_is_infeasible_even_where_today_already_breaks_it() -> None:
    problem = posed([mover(1)], [receiver(beta=1), donor()], Minimum({1: 3}))
    assert solve(problem).status == "infeasible"


def test_receivers_give_to_receivers_and_never_to_donors() -> None:
    sites = [receiver(1, beta=2), receiver(2), donor()]
    workers = [mover(1, home=1), mover(2, home=1)]
    outcome = solved(posed(workers, sites, Minimum({2: 1, 11: 1}, "minimum")))
    assert costs(outcome) == (1, 1, 0, 0)
    assert places(outcome) == {1: (2, "beta"), 2: (1, "beta")}


def test_donors_do_not_give_to_donors() -> None:
    outcome = solved(posed([mover(1)], [donor(11), donor(12)], Minimum({12: 1}, "minimum")))
    assert costs(outcome) == (1, 0, 0, 0)


@pytest.mark.parametrize("current", [2, 12])
def test_somebody_away_from_home_who_stays_is_no_transfer_and_counts_there(current: int) -> None:
    worker = replace(mover(1, home=11), current=current)
    sites = [receiver(1, beta=5), receiver(2), donor(11), donor(12)]
    outcome = solved(posed([worker], sites, Minimum({1: 5, current: 1}, "minimum")))
    assert places(outcome) == {1: (current, "beta")}
    assert costs(outcome) == (0, 0, 0, 0)


def test_somebody_away_from_home_is_never_sent_home() -> None:
    worker = replace(mover(1, home=1), current=2)
    outcome = solved(posed([worker], [receiver(1), receiver(2)], Minimum({1: 1}, "minimum")))
    assert places(outcome) == {1: (2, "beta")}
    assert costs(outcome) == (1, 0, 0, 0)


def test_a_transfer_to_oneself_does_not_cure_anything() -> None:
    worker = replace(mover(1, home=1), allowed_posts=frozenset({"alpha"}))
    outcome = solved(posed([worker], [receiver(1), receiver(2)], Minimum({1: 2}, "minimum")))
    assert costs(outcome) == (1, 0, 0, 0)


def test_nobody_is_transferred_to_a_site_that_offers_no_allowed_post() -> None:
    sites = [receiver(1, posts=frozenset({"gamma"})), donor()]
    outcome = solved(posed([mover(1)], sites, Minimum({1: 1}, "minimum")))
    assert costs(outcome) == (1, 0, 0, 0)
