from __future__ import annotations

import threading
import time
from random import Random

import pytest

from models.allocation import solver
from models.allocation.linear import Expression, LinearModel, total
from models.allocation.program import Program, Solved
from models.allocation.solver import minimise
from models.run import Clock, Limits, Stop


def clock(seconds: float = 30.0, stop: Stop | None = None) -> Clock:
    return Clock(Limits(seconds=seconds), stop or Stop())


def knapsack() -> tuple[LinearModel, Expression]:
    linear = LinearModel()
    columns = [linear.column(3) for _ in range(4)]
    linear.require(Expression(0, dict(zip(columns, (5, 4, 3, 2), strict=True))), at_least=17)
    return linear, Expression(2, dict(zip(columns, (9, 7, 5, 4), strict=True)))


def covering(seed: int) -> tuple[LinearModel, Expression]:
    """Return a small random covering problem."""
    random = Random(seed)
    linear = LinearModel()
    columns = [linear.column(random.randint(1, 3)) for _ in range(12)]
    for _ in range(4):
        row = Expression(0, {column: random.randint(1, 9) for column in columns})
        linear.require(row, at_least=random.randint(5, 40))
    return linear, Expression(0, {column: random.randint(0, 60) for column in columns})


def split_that_takes_ages() -> tuple[LinearModel, Expression]:
    """Return a market split, which no solver settles soon; slacks keep it feasible."""
    random = Random(7)
    linear = LinearModel()
    columns = [linear.column(1) for _ in range(50)]
    goal = Expression()
    for _ in range(6):
        row = Expression(0, {column: random.randint(0, 99) for column in columns})
        half = sum(row.terms.values()) // 2
        over, under = linear.column(5000), linear.column(5000)
        linear.require(row.add_column(over).add_column(under, -1), at_least=half, at_most=half)
        goal.add(total([over, under]))
    return linear, goal


def test_the_optimum_is_proven_with_its_bound() -> None:
    solved = minimise(*knapsack(), clock())
    assert (solved.state, solved.value, solved.bound) == ("optimal", 31, 31)
    assert solved.values is not None
    assert knapsack()[1].value(solved.values) == 31


def test_a_program_without_a_solution_is_infeasible() -> None:
    linear, goal = knapsack()
    linear.require(Expression(0, dict.fromkeys(range(4), 1)), at_most=2)
    assert minimise(linear, goal, clock()).state == "infeasible"


@pytest.mark.parametrize(
    ("limits", "state"), [((0, 0), "optimal"), ((1, None), "infeasible"), ((None, -1), "infeasible")]
)
def test_a_program_without_columns_is_settled_by_its_constants(
    limits: tuple[int | None, int | None], state: str
) -> None:
    linear = LinearModel()
    linear.require(Expression(), *limits)
    solved = minimise(linear, Expression(6), clock())
    assert solved.state == state
    assert solved.value == (6 if state == "optimal" else None)


def test_leaving_dear_columns_out_does_not_change_the_optimum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "PRICED_FROM", 1)
    for seed in range(40):
        linear, goal = covering(seed)
        solved = minimise(linear, goal, clock())
        with monkeypatch.context() as whole:
            whole.setattr(solver, "PRICED_FROM", 10**9)
            assert (solved.state, solved.value) == (minimise(linear, goal, clock()).state, solved.value)
            assert solved.value == minimise(linear, goal, clock()).value


def test_pricing_tells_an_infeasible_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "PRICED_FROM", 1)
    linear, goal = knapsack()
    linear.require(Expression(0, dict.fromkeys(range(4), 1)), at_most=2)
    assert minimise(linear, goal, clock()).state == "infeasible"


def test_what_the_first_solver_leaves_open_the_second_proves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "by_highs", lambda *_: Solved("open", None, None, None))
    assert minimise(*knapsack(), clock()).value == 31


def test_without_thoroughness_what_the_first_solver_leaves_open_stays_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Program, "by_highs", lambda *_: Solved("open", None, None, 30))
    assert minimise(*knapsack(), clock(), thorough=False) == Solved("open", None, None, 30)


def test_a_wider_search_left_open_keeps_the_best_of_the_narrower(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Solved] = []

    def by_highs(program: Program, seconds: float, nodes: int) -> Solved:
        found.append(real(program, seconds, nodes) if not found else Solved("open", None, None, None))
        return found[-1]

    real = Program.by_highs
    monkeypatch.setattr(solver, "PRICED_FROM", 1)
    monkeypatch.setattr(solver, "FIRST_ALLOWANCE", 0.0)
    monkeypatch.setattr(Program, "by_highs", by_highs)
    linear, goal = covering(3)
    solved = minimise(linear, goal, clock(), thorough=False)
    assert len(found) == 2
    assert solved.state == "open"
    assert solved.value == found[0].value
    assert solved.values is not None


def test_the_time_limit_ends_a_long_search_with_the_best_and_a_bound() -> None:
    began = time.perf_counter()
    solved = minimise(*split_that_takes_ages(), clock(1.0))
    assert time.perf_counter() - began < 4
    assert solved.state == "open"
    assert solved.value is not None
    assert solved.bound is not None
    assert solved.bound < solved.value


def test_a_stop_ends_a_long_search_within_moments() -> None:
    stop = Stop()
    asked: list[float] = []

    def ask() -> None:
        asked.append(time.perf_counter())
        stop.request()

    timer = threading.Timer(0.5, ask)
    timer.start()
    solved = minimise(*split_that_takes_ages(), clock(4.0, stop))
    assert time.perf_counter() - asked[0] < 1
    timer.join()
    assert solved.state == "open"


def test_better_solutions_are_told_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "ROOT_NODES", 1)
    told: list[tuple[int, int | None]] = []
    solved = minimise(
        *split_that_takes_ages(), clock(2.0), None, lambda best, bound: told.append((best, bound))
    )
    assert told
    assert min(best for best, _ in told) == solved.value
