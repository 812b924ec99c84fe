from __future__ import annotations

import numpy as np

from models.rostering.columns.rosters import Lines, bettered, one_by_one, place, rounded
from models.rostering.problem import Problem, Worker
from tests.models.rostering.brute_force import tiny_classic
from tests.models.rostering.columns.shops import keeps_limits, shop_of
from tests.models.rostering.small import SHIFTS, every_day, lines

TWO = (Worker(0), Worker(1))


def test_a_first_roster_gives_everybody_the_best_beside_those_before() -> None:
    problem = Problem(3, SHIFTS, TWO, (*every_day(3, "D"), *every_day(3, "N")))
    with shop_of(problem) as shop:
        first = one_by_one(shop)
    assert first is not None
    assert first.cost == 0
    assert [set(day) for day in zip(*lines(problem, first.roster(problem)), strict=True)] == [{"D", "N"}] * 3


def test_there_is_no_first_roster_where_a_worker_has_none() -> None:
    with shop_of(Problem(3, SHIFTS, (Worker(0), Worker(1, min_minutes=37)))) as shop:
        assert one_by_one(shop) is None


def test_lines_count_who_is_there_and_what_it_costs() -> None:
    problem = Problem(2, SHIFTS, TWO, every_day(2, "D", 1, 10, 3))
    with shop_of(problem) as shop:
        both = Lines.of(shop, [np.array([0, 1]), np.array([0, -1])])
        other = both.replaced(shop, {0: np.array([-1, 0])})
    assert both.there.tolist() == [[2, 0], [0, 1]]
    assert both.cost == 3 + 10
    assert both.without([0]).tolist() == [[1, 0], [0, 0]]
    assert other.cost == 0
    assert other.roster(problem) == {(0, 1): "D", (1, 0): "D"}


def test_a_line_is_placed_and_taken_back() -> None:
    there = np.array([[1, 0], [0, 2]])
    place(there, np.array([-1, 1]), 1)
    assert there.tolist() == [[1, 0], [0, 3]]
    place(there, np.array([0, 1]), -1)
    assert there.tolist() == [[0, 0], [0, 2]]


def test_one_worker_after_the_other_never_makes_it_dearer() -> None:
    for seed in range(20):
        with shop_of(tiny_classic(seed)) as shop:
            first = one_by_one(shop)
            if first is None:
                continue
            after = bettered(shop, first, np.random.default_rng(seed))
            assert after.cost <= first.cost
            assert after.cost == Lines.of(shop, after.lines).cost
            assert all(keeps_limits(s, line) for s, line in zip(shop.spaces, after.lines, strict=True))


def test_several_may_be_asked_at_the_same_time() -> None:
    problem = Problem(2, SHIFTS, TWO, every_day(2, "D", 1, over=5))
    with shop_of(problem) as shop:
        apart, together = one_by_one(shop), one_by_one(shop, 2)
    assert apart is not None
    assert together is not None
    assert apart.cost == 0
    assert together.cost == 10  # neither saw the other


def test_a_solution_is_rounded_to_columns_that_it_takes() -> None:
    problem = Problem(2, SHIFTS, TWO, every_day(2, "D", 1, 10, 3))
    with shop_of(problem) as shop:
        written = [(0, [0, -1]), (0, [-1, 0]), (1, [0, -1]), (1, [-1, 0])]
        columns = [shop.column(worker, np.array(line)) for worker, line in written]
        halves = rounded(shop, columns, np.array([0.5, 0.5, 0.5, 0.5]))
        whole = rounded(shop, columns, np.array([1.0, 0.0, 1.0, 0.0]))
        unknown = rounded(shop, columns[:2], np.array([1.0, 0.0]))
    assert halves is not None
    assert whole is not None
    assert unknown is not None
    assert halves.cost == 0
    assert whole.cost == 10 + 3
    assert lines(problem, unknown.roster(problem)) == ["D-", "-D"]
