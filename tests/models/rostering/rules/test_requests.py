from __future__ import annotations

from models.rostering.problem import Problem, Request, Worker
from tests.models.rostering.small import SHIFTS, every_day, impossible, locked, solved

WORKERS = (Worker(0), Worker(1))


def two(*requests: Request, written: tuple[str, ...] = ()) -> Problem:
    return Problem(1, SHIFTS, WORKERS, every_day(1), requests, locked=locked(*written))


def test_a_wish_that_can_be_granted_costs_nothing() -> None:
    outcome = solved(two(Request(0, 0, "D", 3), Request(1, 0, "D", 3, wanted=False)))
    assert outcome.objective == 0
    assert outcome.roster is not None
    assert outcome.roster[0, 0] == "D"


def test_a_broken_wish_costs_its_weight() -> None:
    assert solved(two(Request(0, 0, "N", 3), written=("-", "D"))).objective == 3
    assert solved(two(Request(0, 0, "D", 4, wanted=False), written=("D", "."))).objective == 4


def test_the_cheaper_of_two_wishes_is_broken() -> None:
    outcome = solved(two(Request(0, 0, "D", 3, wanted=False), Request(1, 0, "D", 2, wanted=False)))
    assert outcome.objective == 2
    assert outcome.roster == {(1, 0): "D"}


def test_wishes_for_the_same_cell_add_up() -> None:
    wishes = Request(0, 0, "D", 3), Request(0, 0, "N", 4), Request(0, 0, "N", 1, wanted=False)
    assert solved(two(*wishes, written=(".", "D"))).objective == 4


def test_a_wish_that_the_worker_may_not_have_is_broken() -> None:
    problem = Problem(1, SHIFTS, (Worker(0, {"N": 0}), Worker(1)), (), (Request(0, 0, "N", 5),))
    assert solved(problem).objective == 5


def test_a_wish_does_not_bend_a_hard_rule() -> None:
    problem = Problem(1, SHIFTS, (Worker(0, days_off=frozenset({0})),), (), (Request(0, 0, "D", 99),))
    assert solved(problem).objective == 99
    assert impossible(Problem(1, SHIFTS, (Worker(0, {"D": 0}),), locked={(0, 0): "D"}))
