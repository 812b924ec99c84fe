from __future__ import annotations

import pytest

from models.rostering.problem import Problem, Tally, Worker
from tests.models.rostering.small import SHIFTS, broken, every_day, impossible, lines, locked, solved

NIGHTS = {"N": 1}


def two(*tallies: Tally, written: tuple[str, ...] = (), days: int = 4) -> Problem:
    workers = (Worker(0), Worker(1))
    return Problem(days, SHIFTS, workers, every_day(days, "N"), tallies=tallies, locked=locked(*written))


def test_a_hard_tally_keeps_its_bounds() -> None:
    problem = two(Tally("nights", 0, NIGHTS, high=1), Tally("nights", 1, NIGHTS, high=2))
    outcome = solved(problem)
    assert outcome.objective == 10
    assert [written.count("N") for written in lines(problem, outcome.roster)] == [1, 2]


def test_a_hard_tally_out_of_reach_is_infeasible() -> None:
    assert impossible(two(Tally("nights", 0, NIGHTS, low=5)))
    assert impossible(two(Tally("nights", 0, NIGHTS, high=0), written=("N...",)))
    assert impossible(two(Tally("nothing", 0, {}, low=1)))


@pytest.mark.parametrize(
    ("nights", "cost"), [("----", 6), ("N---", 3), ("NN--", 0), ("NNN-", 0), ("NNNN", 5)]
)
def test_each_unit_outside_costs_its_weight(nights: str, cost: int) -> None:
    tally = Tally("nights", 0, NIGHTS, low=2, high=3, under=3, over=5)
    assert solved(two(tally, written=(nights, "NNNN"))).objective == cost


def test_one_bound_may_be_hard_and_the_other_soft() -> None:
    tally = Tally("nights", 0, NIGHTS, low=2, high=2, over=1)
    assert solved(two(tally, written=("NNNN", "NNNN"))).objective == 2
    assert impossible(two(tally, written=("N---",)))


def test_what_is_carried_counts() -> None:
    tallies = (
        Tally("nights", 0, NIGHTS, high=3, over=4, carried=3),
        Tally("nights", 1, NIGHTS, high=3, over=4),
    )
    problem = two(*tallies)
    outcome = solved(problem)
    assert outcome.objective == 4
    assert solved(two(Tally("nights", 0, NIGHTS, low=4, under=2, carried=9))).objective == 0
    assert impossible(two(Tally("nights", 0, NIGHTS, high=3, carried=4)))


def test_a_tally_counts_on_its_days_only() -> None:
    tally = Tally("nights", 0, NIGHTS, high=0, over=5, days=frozenset({0, 3}))
    assert solved(two(tally, written=("-NN-", "NNNN"))).objective == 0
    assert solved(two(tally, written=("NNN-", "NNNN"))).objective == 5


def test_a_share_is_a_tally_of_what_it_has_and_lacks() -> None:
    half_nights = Tally("share of nights", 0, {"N": 1, "D": -1}, low=0, under=3)
    assert solved(two(half_nights, written=("NDND", "NNNN"))).objective == 0
    assert solved(two(half_nights, written=("DDND", "NNNN"))).objective == 6
    assert impossible(two(Tally("share", 0, {"N": 1, "D": -4}, low=0), written=("NNDN",)))


def test_the_check_names_a_hard_tally_over_the_whole_horizon() -> None:
    problem = two(Tally("nights", 1, NIGHTS, high=1), Tally("more nights", 1, NIGHTS, high=1, over=1))
    assert broken(problem, "----", "NN--") == [("tally", 1, None)]
