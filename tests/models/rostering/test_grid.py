from __future__ import annotations

import pytest

from models.rostering.grid import Grid
from models.rostering.problem import Problem, Worker
from tests.models.rostering.small import (
    SHIFTS,
    alone,
    broken,
    every_day,
    impossible,
    line,
    lines,
    past,
    solved,
)


def test_locked_cells_stay() -> None:
    assert line(alone(Worker(0), "N-..")) == "N-DD"


def test_a_cell_locked_to_what_the_worker_may_not_do_is_infeasible() -> None:
    assert impossible(alone(Worker(0, {"N": 0}), "N"))
    assert impossible(alone(Worker(0, days_off=frozenset({0})), "D"))


def test_a_cell_may_be_locked_free_on_a_day_off() -> None:
    assert line(alone(Worker(0, days_off=frozenset({0})), "-.")) == "-D"


def test_a_day_off_is_covered_by_another_worker_at_no_cost() -> None:
    workers = (Worker(0, days_off=frozenset({0, 2})), Worker(1, days_off=frozenset({1})))
    problem = Problem(3, SHIFTS, workers, every_day(3))
    outcome = solved(problem)
    assert outcome.objective == 0
    first, second = lines(problem, outcome.roster)
    assert (first, second[0], second[2]) == ("-D-", "D", "D")


def test_a_day_off_of_everybody_costs_its_cover() -> None:
    workers = (Worker(0, days_off=frozenset({1})), Worker(1, days_off=frozenset({1})))
    assert solved(Problem(3, SHIFTS, workers, every_day(3, under=7))).objective == 7


def test_the_check_names_changed_locks_and_worked_days_off() -> None:
    problem = alone(Worker(0, days_off=frozenset({2})), "N-..")
    assert broken(problem, "DDDD") == [("locked", 0, 0), ("locked", 0, 1), ("days_off", 0, 2)]
    assert broken(problem, "----") == [("locked", 0, 0)]


def test_the_history_is_read_from_its_end() -> None:
    grid = Grid(Problem(1, SHIFTS, (worker := Worker(0, history=past("DN-")),)))
    worked = [grid.works(worker, day) is grid.works(worker, -3) for day in (-1, -2, -3, -4)]
    assert worked == [False, True, True, False]
    assert grid.shift(worker, -2, "N") is grid.works(worker, -2)
    assert grid.shift(worker, -2, "D") is not grid.works(worker, -2)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_workers_are_told_apart_by_their_id(order: tuple[int, int]) -> None:
    workers = tuple(Worker(7 + i, {"D": i}) for i in order)
    outcome = solved(Problem(1, SHIFTS, workers, every_day(1)))
    assert outcome.roster == {(8, 0): "D"}
