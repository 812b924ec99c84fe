from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns import space as spaces
from models.rostering.columns.master import Column, Covers, Master, column_of
from models.rostering.columns.space import spaces_of
from models.rostering.problem import Cover, Problem, Request, Worker
from tests.models.rostering.small import SHIFTS, wants

DISLIKES = (Request(0, 0, "D", 3, wanted=False), Request(1, 0, "D", 5, wanted=False))


def master(problem: Problem, *written: tuple[int, str], rough: bool = False) -> Master:
    """Return the master with columns of workers, each a line."""
    space = spaces_of(problem)
    made = Master(Covers.of(problem), space, range(len(problem.workers)), rough)
    for worker, line in written:
        assert made.add(column(problem, worker, line))
    return made


def column(problem: Problem, worker: int, line: str) -> Column:
    return column_of(spaces_of(problem), worker, np.array(["DN".find(letter) for letter in line]))


def two(*covers: Cover, days: int = 1) -> Problem:
    return Problem(days, SHIFTS, (Worker(0), Worker(1)), covers, DISLIKES)


def test_what_is_missing_sets_the_price_of_a_shift() -> None:
    problem = two(wants(0, "D", 2, under=10))
    solution = master(problem, (0, "D"), (0, "-"), (1, "-")).solve()
    assert solution is not None
    assert solution.value == pytest.approx(13)
    assert solution.taken == pytest.approx([1, 0, 1])
    assert solution.prices.covers == pytest.approx(np.array([[10, 0]]))
    assert solution.prices.workers == pytest.approx([-7, 0])
    assert solution.prices.reduced(column(problem, 0, "D")) == pytest.approx(0)
    assert solution.prices.reduced(column(problem, 0, "-")) == pytest.approx(7)
    assert solution.prices.reduced(column(problem, 1, "D")) == pytest.approx(-5)


def test_what_is_too_many_sets_it_too() -> None:
    problem = two(wants(0, "D", 0, under=10, over=4))
    solution = master(problem, (0, "D"), (1, "D")).solve()
    assert solution is not None
    assert solution.value == pytest.approx(3 + 5 + 8)
    assert solution.prices.covers[0, 0] == pytest.approx(-4)
    assert solution.prices.workers == pytest.approx([7, 9])


def test_a_column_is_added_once() -> None:
    problem = two()
    made = master(problem, (0, "D"))
    assert not made.add(column(problem, 0, "D"))
    assert made.add(column(problem, 1, "D"))
    assert len(made.columns) == 2


def test_a_worker_without_columns_leaves_no_solution() -> None:
    assert master(two(), (0, "D")).solve() is None


def test_a_barred_column_is_not_taken() -> None:
    problem = two(wants(0, "D", 2, under=10))
    made = master(problem, (0, "D"), (0, "-"), (1, "-"))
    assert made.solve() is not None
    made.bar([0])
    solution = made.solve()
    assert solution is not None
    assert solution.value == pytest.approx(20)


def test_a_limit_that_columns_may_exceed_is_kept_and_priced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    problem = Problem(2, SHIFTS, (Worker(0, {"D": 1}),), (wants(0), wants(1)))
    assert not column(problem, 0, "DD").sound
    made = master(problem, (0, "DD"), (0, "--"))
    solution = made.solve()
    assert solution is not None
    assert solution.value == pytest.approx(10)
    assert solution.taken == pytest.approx([0.5, 0.5])
    assert solution.prices.limits == pytest.approx(np.array([[-10, 0, 0]]))
    assert made.add(column(problem, 0, "-D"))
    again = made.solve()
    assert again is not None
    assert again.value == pytest.approx(10)


def test_a_rough_master_comes_within_a_thousandth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    problem = Problem(2, SHIFTS, (Worker(0, {"D": 1}),), (wants(0), wants(1)))
    solution = master(problem, (0, "DD"), (0, "--"), rough=True).solve()
    assert solution is not None
    assert solution.value == pytest.approx(10, abs=0.1)
    assert solution.taken == pytest.approx([0.5, 0.5], abs=0.05)


@pytest.mark.parametrize("rough", [False, True])
def test_a_thinned_master_has_the_columns_that_are_left(rough: bool) -> None:
    problem = two(wants(0, "D", 2, under=10))
    made = master(problem, (0, "D"), (0, "-"), (1, "-"), rough=rough)
    made.bar([0])
    thin = made.thinned()
    assert [c.line.tolist() for c in thin.columns] == [[-1], [-1]]
    assert thin.rough is rough
    solution = thin.solve()
    assert solution is not None
    assert solution.value == pytest.approx(20, abs=0.1)


def test_columns_count_shifts_and_weekends() -> None:
    found = column(Problem(7, SHIFTS, (Worker(0),), requests=DISLIKES[:1]), 0, "D-N--N-")
    assert (found.cost, found.counts.tolist(), found.sound) == (3, [1, 2, 1], True)


def test_prices_are_mixed_in_parts() -> None:
    solution = master(two(wants(0, "D", 2)), (0, "D"), (1, "-")).solve()
    assert solution is not None
    full = solution.prices
    nothing = full.mixed(full, 0.5)
    assert nothing.covers == pytest.approx(full.covers)
    zero = type(full)(full.covers * 0, full.workers * 0, full.limits * 0)
    assert full.mixed(zero, 0.25).covers == pytest.approx(full.covers * 0.75)
    assert zero.mixed(full, 0.25).workers == pytest.approx(full.workers * 0.25)


def test_covers_count_what_is_missing_and_too_many() -> None:
    covers = Covers.of(two(wants(0, "D", 2, under=10, over=4), wants(1, "N", 1, under=3), days=2))
    assert covers.cost(np.array([[0, 9], [0, 0]])) == 20 + 3
    assert covers.cost(np.array([[4, 0], [9, 1]])) == 8
    assert covers.beside(np.array([[1, 0], [0, 2]])).required.tolist() == [[1, 0], [0, -1]]
    assert covers.step(np.array([[1, 0], [0, 1]])).tolist() == [[-10, 0], [0, 0]]
    assert covers.step(np.array([[2, 0], [0, 0]])).tolist() == [[4, 0], [0, -3]]
