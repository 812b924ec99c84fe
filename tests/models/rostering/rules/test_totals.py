from __future__ import annotations

from models.rostering.problem import Problem, Worker
from tests.models.rostering.small import SHIFTS, alone, broken, every_day, impossible, line, lines, solved


def two(first: Worker, second: Worker) -> Problem:
    return Problem(4, SHIFTS, (first, second), every_day(4))


def test_a_shift_is_worked_no_more_often_than_allowed() -> None:
    problem = two(Worker(0, {"D": 1}), Worker(1, {"D": 2}))
    outcome = solved(problem)
    assert outcome.objective == 10
    assert [written.count("D") for written in lines(problem, outcome.roster)] == [1, 2]


def test_a_shift_may_be_allowed_on_all_days_but_one() -> None:
    assert solved(alone(Worker(0, {"D": 2}), "...")).objective == 10
    assert solved(alone(Worker(0, {"D": 3}), "...")).objective == 0


def test_a_shift_allowed_never_is_not_worked() -> None:
    problem = two(Worker(0, {"D": 0}), Worker(1))
    assert lines(problem, solved(problem).roster)[0].count("D") == 0
    assert impossible(alone(Worker(0, {"D": 0}), "D"))


def test_more_locked_than_allowed_is_infeasible() -> None:
    assert impossible(alone(Worker(0, {"D": 1}), "D.D"))


def test_another_shift_is_not_counted() -> None:
    assert line(alone(Worker(0, {"D": 1}), "NDN")) == "NDN"


def test_minutes_stay_below_their_most() -> None:
    assert solved(two(Worker(0, max_minutes=16), Worker(1, max_minutes=8))).objective == 10
    assert solved(two(Worker(0, max_minutes=23), Worker(1, max_minutes=15))).objective == 10
    assert impossible(alone(Worker(0, max_minutes=19), "DN"))


def test_minutes_reach_their_least() -> None:
    problem = Problem(3, SHIFTS, (Worker(0, min_minutes=32), Worker(1)), every_day(3, under=0, over=4))
    outcome = solved(problem)
    assert outcome.objective == 0  # nights are free of cost
    assert lines(problem, outcome.roster)[0].count("N") == 3


def test_too_few_days_for_the_least_minutes_are_infeasible() -> None:
    assert impossible(alone(Worker(0, min_minutes=37), "..."))
    assert impossible(alone(Worker(0, min_minutes=1, days_off=frozenset({0, 1})), ".."))


def test_the_check_says_what_is_over_the_whole_horizon() -> None:
    problem = two(Worker(0, {"D": 1}, max_minutes=24), Worker(1, min_minutes=9))
    assert broken(problem, "DDDD", "D---") == [
        ("max_shifts", 0, None),
        ("minutes", 0, None),
        ("minutes", 1, None),
    ]
