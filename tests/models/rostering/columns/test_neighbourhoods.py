from __future__ import annotations

import numpy as np

from models.rostering.columns.master import Prices
from models.rostering.columns.neighbourhoods import Pool, bettered_around, freed
from models.rostering.columns.rosters import Lines, one_by_one
from models.rostering.problem import Problem, Request, Worker
from tests.models.rostering.brute_force import optimum, tiny_classic
from tests.models.rostering.columns.shops import keeps_limits, shop_of
from tests.models.rostering.small import SHIFTS, every_day

NOTHING_PAID = Prices(np.zeros((2, 2)), np.zeros(2), np.zeros((2, 3)))


def test_the_best_paid_columns_of_each_worker_are_kept_once() -> None:
    wishes = (Request(0, 0, "D", 5, wanted=False), Request(0, 1, "D", 2, wanted=False))
    pool = Pool(2)
    with shop_of(Problem(2, SHIFTS, (Worker(0), Worker(1)), requests=wishes)) as shop:
        columns = [shop.column(0, np.array(line)) for line in ([0, 0], [-1, 0], [0, -1], [-1, -1], [-1, 0])]
    pool.add(columns, NOTHING_PAID)
    assert [column.cost for column in pool.best(0)] == [0, 2, 5, 7]
    assert pool.best(1) == []


def test_as_many_as_asked_for_are_freed_each_once() -> None:
    problem = Problem(2, SHIFTS, tuple(Worker(i) for i in range(9)), every_day(2, "D", 12, over=2))
    with shop_of(problem) as shop:
        first = one_by_one(shop)
        assert first is not None
        for seed in range(10):
            chosen = freed(shop, first, np.random.default_rng(seed), 4)
            assert len(set(chosen)) == 4
            assert chosen == sorted(chosen)
        assert freed(shop, first, np.random.default_rng(0), 30) == list(range(9))


def test_freeing_workers_never_makes_it_dearer_and_everybody_finds_the_best() -> None:
    found_best = asked = 0
    for seed in range(25):
        problem = tiny_classic(seed)
        best = optimum(problem)
        if best is None:
            continue
        with shop_of(problem) as shop:
            start = one_by_one(shop)
            assert start is not None
            everybody, random = list(range(len(shop.spaces))), np.random.default_rng(seed)
            after, _ = bettered_around(shop, start, Pool(len(everybody)), everybody, random)
            assert best <= after.cost <= start.cost
            assert after.cost == Lines.of(shop, after.lines).cost
            assert all(keeps_limits(s, line) for s, line in zip(shop.spaces, after.lines, strict=True))
            found_best += after.cost == best
            asked += 1
    assert found_best > asked * 3 // 4


def test_where_the_bound_promises_nothing_nothing_is_tried() -> None:
    problem = Problem(3, SHIFTS, (Worker(0), Worker(1)), every_day(3))
    with shop_of(problem) as shop:
        best = one_by_one(shop)
        assert best is not None
        assert best.cost == 0
        after, worth = bettered_around(shop, best, Pool(2), [0, 1], np.random.default_rng(0))
    assert after is best
    assert not worth
