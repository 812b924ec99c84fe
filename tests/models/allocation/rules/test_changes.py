from __future__ import annotations

from dataclasses import replace

from models.allocation.requirements import Minimum, PostShare
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

MINIMUM = Minimum({1: 1}, "minimum")


def test_a_shortage_counts_before_any_number_of_transfers() -> None:
    workers = [mover(i, cost=100) for i in range(1, 6)]
    assert costs(solved(posed(workers, [receiver(), donor()], Minimum({1: 5}, "minimum")))) == (0, 5, 0, 500)


def test_a_transfer_counts_before_any_number_of_post_changes() -> None:
    workers = [changer(1), changer(2), mover(3)]
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 2, "share")
    outcome = solved(posed(workers, [receiver(beta=2), donor()], share))
    assert costs(outcome) == (0, 0, 2, 0)


def test_post_changes_count_before_hardship() -> None:
    workers = [replace(changer(1, cost=9), movable=True), changer(2, cost=9), changer(3, cost=9)]
    share = PostShare({1: 0}, frozenset({ALPHA}), 40, 100, "share")
    outcome = solved(posed([*workers, changer(4), changer(5)], [receiver(), receiver(2)], share))
    assert costs(outcome) == (0, 0, 2, 0)


def test_the_least_hardship_names_the_worker() -> None:
    workers = [mover(1, cost=4), mover(2, cost=3), mover(3, cost=5)]
    outcome = solved(posed(workers, [receiver(), donor()], MINIMUM))
    assert places(outcome)[2] == (1, BETA)
    assert costs(outcome) == (0, 1, 0, 3)


def test_travel_and_personal_hardship_add_up() -> None:
    workers = [mover(1, home=11, cost=4), mover(2, home=12, cost=3)]
    travel = {(11, 1): 10, (12, 1): 12}
    outcome = solved(posed(workers, [receiver(), donor(11), donor(12)], MINIMUM, travel=travel))
    assert places(outcome)[1] == (1, BETA)
    assert costs(outcome) == (0, 1, 0, 14)


def test_nobody_is_chosen_for_a_transfer_and_a_post_change_at_once() -> None:
    workers = [
        replace(changer(1, cost=1), movable=True, transfer_cost=1),
        replace(changer(2, cost=5), movable=True, transfer_cost=7),
    ]
    sites = [receiver(1, beta=1), receiver(2)]
    share = PostShare({1: 0}, frozenset({ALPHA}), 1, 2, "share")
    outcome = solved(posed(workers, sites, Minimum({2: 1}, "minimum"), share))
    assert costs(outcome) == (0, 0, 1, 1, 6)
    assert places(outcome) == {1: (2, BETA), 2: (1, ALPHA)}


def test_crossing_pairs_are_routed_at_the_least_travel() -> None:
    workers = [mover(1, home=11), mover(2, home=12)]
    sites = [receiver(1), receiver(2), donor(11), donor(12)]
    travel = {(11, 1): 5, (11, 2): 1, (12, 1): 1, (12, 2): 2}
    outcome = solved(posed(workers, sites, Minimum({1: 1, 2: 1}, "minimum"), travel=travel))
    assert {w: site for w, (site, _) in places(outcome).items()} == {1: 2, 2: 1}
    assert costs(outcome) == (0, 2, 0, 2)


def test_a_transferred_worker_keeps_the_recorded_post_where_it_makes_no_difference() -> None:
    outcome = solved(
        posed([mover(1, post=ALPHA), mover(2, post=BETA)], [receiver(), donor()], Minimum({1: 2}, "m"))
    )
    assert places(outcome) == {1: (1, ALPHA), 2: (1, BETA)}


def test_equal_candidates_are_taken_by_ascending_number() -> None:
    workers = [mover(i, cost=2) for i in (7, 3, 5)]
    outcome = solved(posed(workers, [receiver(), donor()], Minimum({1: 2}, "minimum")))
    assert {w for w, (site, _) in places(outcome).items() if site == 1} == {3, 5}
