from __future__ import annotations

from dataclasses import replace

from models.allocation.model import solve
from models.allocation.requirements import Minimum, Returns
from tests.models.allocation.small import BETA, borrowed, costs, donor, places, posed, receiver, solved

SITES = [receiver(), donor()]


def test_whoever_is_held_stays_away_and_is_one_short() -> None:
    workers = [replace(borrowed(1), held=True), borrowed(2)]
    outcome = solved(posed(workers, SITES, Returns("returns"), Minimum({1: 2}, "minimum")))
    assert places(outcome) == {1: (11, BETA), 2: (1, BETA)}
    assert costs(outcome) == (1, 1, 0, 0, 0)


def test_whoever_is_held_outside_all_sites_counts_nowhere() -> None:
    worker = replace(borrowed(1, current=None), held=True)
    outcome = solved(posed([worker], SITES, Returns("returns"), Minimum({1: 1}, "minimum")))
    assert places(outcome) == {1: (None, BETA)}
    assert costs(outcome) == (1, 1, 0, 0, 0)


def test_a_hard_return_of_whoever_is_held_is_infeasible() -> None:
    assert solve(posed([replace(borrowed(1), held=True)], SITES, Returns())).status == "infeasible"
