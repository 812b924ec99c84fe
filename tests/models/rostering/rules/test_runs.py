from __future__ import annotations

import pytest

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


def test_a_run_of_work_is_no_longer_than_its_most() -> None:
    worker = Worker(0, max_run=2)
    assert solved(alone(worker, ".....")).objective == 10
    assert impossible(alone(worker, "DDD"))


def test_two_workers_cover_what_neither_could_alone() -> None:
    workers = (Worker(0, max_run=2, min_rest=2), Worker(1, max_run=2, min_rest=2))
    problem = Problem(6, SHIFTS, workers, every_day(6))
    outcome = solved(problem)
    assert outcome.objective == 0
    assert all("DDD" not in written for written in lines(problem, outcome.roster))


def test_a_run_inside_the_horizon_is_not_too_short() -> None:
    worker = Worker(0, min_run=3)
    assert line(alone(worker, "-....-")) == "-DDDD-"
    assert impossible(alone(worker, "-DD-"))


def test_a_rest_inside_the_horizon_is_not_too_short() -> None:
    worker = Worker(0, min_rest=3)
    assert line(alone(worker, "D-....")) == "D---DD"
    assert impossible(alone(worker, "D--D"))


def test_runs_and_rests_that_touch_an_end_may_be_short() -> None:
    assert line(alone(Worker(0, min_run=3), "D-.-D")) == "D---D"
    assert line(alone(Worker(0, min_rest=3), "-DDD-")) == "-DDD-"


@pytest.mark.parametrize(
    ("history", "expected"),
    [("DD", "D-DDD"), ("DDD", "-DDD"), ("-DD", "D-DDD"), ("DDDDD", "-DDD")],
)
def test_the_longest_run_counts_days_before(history: str, expected: str) -> None:
    assert line(alone(Worker(0, max_run=3, history=past(history)), "." * len(expected))) == expected


def test_a_full_run_before_bars_the_first_day() -> None:
    assert impossible(alone(Worker(0, max_run=2, history=past("DD")), "D"))


def test_a_run_begun_before_is_finished() -> None:
    assert impossible(alone(Worker(0, min_run=3, history=past("-D")), "D-."))
    assert line(alone(Worker(0, min_run=3, history=past("-D")), "DD-")) == "DD-"
    assert impossible(alone(Worker(0, min_run=2, history=past("-D")), "-.."))


def test_a_rest_begun_before_is_finished() -> None:
    assert line(alone(Worker(0, min_rest=3, history=past("D-")), "...")) == "--D"
    assert line(alone(Worker(0, min_rest=3, history=past("--")), "...")) == "DDD"


def test_a_run_that_ended_before_is_not_reproached() -> None:
    worker = Worker(0, min_run=3, max_run=4, history=past("-D-DDDDDDD-"))
    assert line(alone(worker, "...")) == "DDD"
    assert broken(alone(worker, "..."), "DDD") == []


def test_the_check_names_the_first_day_of_a_run() -> None:
    problem = alone(Worker(0, max_run=2, min_run=2, min_rest=2), "........")
    assert broken(problem, "-D-DDD--") == [
        ("min_run", 0, 1),
        ("min_rest", 0, 2),
        ("max_run", 0, 3),
    ]


def test_a_run_from_before_is_named_at_the_first_day() -> None:
    assert broken(alone(Worker(0, max_run=2, history=past("DD")), "..."), "D--") == [("max_run", 0, 0)]
