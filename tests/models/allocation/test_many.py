"""Many problems run through one executor; lost workers cost a retry, and what is sent are numbers only."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

import pytest

from models.allocation.many import TRIES, Pool, processes, solve_many
from models.allocation.model import UnsoundPlanError, solve
from models.run import Limits, Stop
from tests.models.allocation.synthetic import county

PROBLEMS = {seed: county(40, seed) for seed in range(5)}
LIMITS = Limits(30)


class Here(Executor):
    """An executor that works at once, and whose worker is lost the first so many times."""

    def __init__(self, losses: int = 0) -> None:
        self.losses, self.submitted = losses, 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.submitted += 1
        if self.losses:
            self.losses -= 1
            future.set_exception(BrokenExecutor("the worker is gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_processes_find_what_one_process_finds() -> None:
    found = dict(solve_many(PROBLEMS.items(), processes(2), LIMITS))
    assert set(found) == set(PROBLEMS)
    for seed, problem in PROBLEMS.items():
        outcome, alone = found[seed], solve(problem, LIMITS)
        assert outcome is not None
        assert (outcome.values, outcome.assignments) == (alone.values, alone.assignments)


def test_a_lost_worker_costs_a_retry() -> None:
    executor = Here(losses=2)
    found = dict(solve_many(PROBLEMS.items(), Pool(lambda: executor, 1), LIMITS))
    assert all(outcome is not None and outcome.proven for outcome in found.values())
    assert executor.submitted == len(PROBLEMS) + 2


def test_a_problem_that_loses_every_worker_is_given_up_and_the_others_go_on() -> None:
    executor = Here(losses=TRIES)
    found = dict(solve_many(PROBLEMS.items(), Pool(lambda: executor, 1), LIMITS))
    assert [seed for seed, outcome in found.items() if outcome is None] == [0]


def test_a_process_killed_in_mid_run_is_replaced() -> None:
    opened: list[Executor] = []
    pool = processes(2)

    def keep() -> Executor:
        opened.append(pool.opened())
        return opened[-1]

    found: dict[int, Any] = {}
    killed = False
    for key, outcome in solve_many(PROBLEMS.items(), Pool(keep, 2), LIMITS):
        found[key] = outcome
        if not killed:
            killed = True
            for id_ in list(opened[0]._processes):  # type: ignore[attr-defined]
                os.kill(id_, 9)
    assert len(opened) > 1
    assert sorted(found) == sorted(PROBLEMS)
    assert all(outcome is not None and outcome.proven for outcome in found.values())


def test_a_withheld_plan_is_told_and_the_others_go_on() -> None:
    class Faulty(Here):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            if args[0] is not PROBLEMS[1]:
                return super().submit(fn, *args, **kwargs)
            future: Future[Any] = Future()
            future.set_exception(UnsoundPlanError("minimum is 1, not 0"))
            return future

    found = dict(solve_many(PROBLEMS.items(), Pool(Faulty, 1), LIMITS))
    assert [seed for seed, outcome in found.items() if isinstance(outcome, UnsoundPlanError)] == [1]
    assert all(outcome.proven for seed, outcome in found.items() if seed != 1)


def test_nothing_is_started_after_a_stop_request() -> None:
    stop, executor = Stop(), Here()
    run = solve_many(PROBLEMS.items(), Pool(lambda: executor, 1), LIMITS, stop)
    next(run)
    stop.request()
    assert list(run) == []
    assert executor.submitted < len(PROBLEMS)


@pytest.mark.parametrize("seed", PROBLEMS)
def test_a_problem_survives_the_wire(seed: int) -> None:
    assert pickle.loads(pickle.dumps(PROBLEMS[seed])) == PROBLEMS[seed]
