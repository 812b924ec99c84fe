from __future__ import annotations

import math

import pytest

from models.rostering.columns.generation import Part, generate
from models.rostering.columns.master import Master
from models.rostering.columns.rosters import one_by_one
from models.rostering.columns.volume import prepared
from tests.models.rostering.brute_force import optimum, tiny_classic
from tests.models.rostering.columns.shops import shop_of

SEEDS = [seed for seed in range(12) if optimum(tiny_classic(seed)) is not None]


def test_the_prices_prove_a_bound_that_is_near_the_optimum() -> None:
    near = 0
    for seed in SEEDS:
        problem = tiny_classic(seed)
        best = optimum(problem)
        assert best is not None
        with shop_of(problem) as shop:
            found = prepared(shop, range(len(shop.spaces)), best, 60, math.inf)
        assert found.bound <= best + 1e-6
        near += found.bound >= 0.8 * best
        assert (found.prices.covers <= shop.covers.under).all()
        assert (found.prices.covers >= -shop.covers.over).all()
    assert near > len(SEEDS) / 2


def test_the_columns_met_begin_a_master_that_needs_few_more() -> None:
    with shop_of(tiny_classic(SEEDS[0])) as shop:
        workers = range(len(shop.spaces))
        first = one_by_one(shop)
        assert first is not None
        found = prepared(shop, workers, first.cost, 40, math.inf)
        assert len(found.columns) == 40 * len(workers)
        master = Master(shop.covers, shop.spaces, workers)
        for column in found.columns:
            master.add(column)
        root = generate(shop, master, Part(workers, shop.covers))
        assert root is not None
        assert root.bound == pytest.approx(root.solution.value, abs=1e-3)
        assert found.bound <= root.solution.value + 1e-6


def test_no_time_is_one_round() -> None:
    with shop_of(tiny_classic(SEEDS[0])) as shop:
        workers = range(len(shop.spaces))
        assert len(prepared(shop, workers, 10, 40, 0.0).columns) == len(workers)
