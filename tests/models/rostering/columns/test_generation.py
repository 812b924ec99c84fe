from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns.generation import Generated, Part, Workshop, generate
from models.rostering.columns.master import Master
from models.rostering.columns.rosters import Lines, one_by_one
from models.rostering.problem import Problem
from tests.models.rostering.brute_force import lines_of, optimum, tiny_classic
from tests.models.rostering.columns.shops import shop_of


def begun(shop: Workshop, first: Lines) -> Master:
    """Return a master with one column of every worker."""
    master = Master(shop.covers, shop.spaces, range(len(shop.spaces)))
    for worker, line in enumerate(first.lines):
        master.add(shop.column(worker, line))
    return master


def value_of_all(problem: Problem, shop: Workshop) -> float:
    """Return the value of the linear programme over all rosters."""
    master = Master(shop.covers, shop.spaces, range(len(shop.spaces)))
    for at, worker in enumerate(problem.workers):
        for line in lines_of(problem, worker):
            master.add(shop.column(at, np.array([-1 if s is None else "AB".index(s) for s in line])))
    solution = master.solve()
    assert solution is not None
    return solution.value


@pytest.mark.parametrize("seed", range(12))
def test_columns_reach_the_value_over_all_rosters(seed: int) -> None:
    problem, bounds = tiny_classic(seed), []

    def on_round(state: Generated) -> bool:
        bounds.append(state.bound)
        return False

    with shop_of(problem) as shop:
        first = one_by_one(shop)
        if first is None:
            assert optimum(problem) is None
            return
        part = Part(range(len(shop.spaces)), shop.covers)
        found = generate(shop, begun(shop, first), part, on_round=on_round)
        value = value_of_all(problem, shop)
    assert found is not None
    assert found.solution.value == pytest.approx(value, abs=1e-3)
    assert found.bound == pytest.approx(value, abs=1e-3)
    assert bounds == sorted(bounds)


def test_the_listener_ends_it_after_a_round() -> None:
    problem = tiny_classic(0)
    with shop_of(problem) as shop:
        first = one_by_one(shop)
        assert first is not None
        part = Part(range(len(shop.spaces)), shop.covers)
        found = generate(shop, begun(shop, first), part, on_round=lambda _: True)
        assert found is not None
        assert found.bound <= value_of_all(problem, shop) + 1e-3


def test_without_any_column_nothing_is_generated() -> None:
    with shop_of(tiny_classic(1)) as shop:
        master = Master(shop.covers, shop.spaces, range(len(shop.spaces)))
        assert generate(shop, master, Part(range(len(shop.spaces)), shop.covers)) is None
