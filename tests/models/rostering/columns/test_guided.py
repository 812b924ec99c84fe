from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns import space as spaces
from models.rostering.columns.guided import Walk
from models.rostering.columns.rosters import Lines, one_by_one
from models.rostering.problem import Problem, Worker
from tests.models.rostering.brute_force import optimum, tiny_classic
from tests.models.rostering.columns.shops import keeps_limits, shop_of
from tests.models.rostering.small import SHIFTS, every_day, wants


@pytest.mark.parametrize("states", [0, spaces.MOST_STATES])
def test_a_walk_keeps_every_rule_and_comes_nearer_to_the_best(
    states: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", states)
    before = after = 0
    for seed in range(25):
        problem = tiny_classic(seed)
        best = optimum(problem)
        if best is None:
            continue
        with shop_of(problem) as shop:
            start = one_by_one(shop)
            assert start is not None
            found = Walk(shop, start, np.random.default_rng(seed)).run(shop.clock.seconds + 0.05)
            assert best <= found.cost <= start.cost
            assert found.cost == Lines.of(shop, found.lines).cost
            assert found.there.tolist() == Lines.of(shop, found.lines).there.tolist()
            assert all(keeps_limits(s, line) for s, line in zip(shop.spaces, found.lines, strict=True))
            before += start.cost - best
            after += found.cost - best
    assert 0 < after < before


def test_a_walk_leaves_a_roster_that_nobody_alone_can_better() -> None:
    """Both may work one day only, and one of them must not work D on day 1: they have to change places."""
    workers = (Worker(0, {"D": 1}), Worker(1, {"D": 1}, days_off=frozenset({1})))
    with shop_of(Problem(2, SHIFTS[:1], workers, (wants(0, "D", under=5), wants(1, "D", under=5)))) as shop:
        stuck = Lines.of(shop, [np.array([0, -1]), np.array([-1, -1])])
        assert stuck.cost == 5
        found = Walk(shop, stuck, np.random.default_rng(0)).run(shop.clock.seconds + 0.5)
    assert found.cost == 0


def test_a_walk_goes_on_from_a_cheaper_roster_only() -> None:
    with shop_of(Problem(2, SHIFTS, (Worker(0),), every_day(2, "D", under=5))) as shop:
        dear, cheap = Lines.of(shop, [np.array([-1, -1])]), Lines.of(shop, [np.array([0, 0])])
        walk = Walk(shop, dear, np.random.default_rng(0))
        walk.resume_if_cheaper(cheap)
        assert walk.best is cheap
        walk.resume_if_cheaper(dear)
        assert walk.best is cheap
        assert walk.run(shop.clock.seconds) is cheap


def test_a_stop_ends_a_walk() -> None:
    with shop_of(Problem(2, SHIFTS, (Worker(0),), every_day(2, "D", under=5))) as shop:
        shop.clock.stop.request()
        start = Lines.of(shop, [np.array([-1, -1])])
        assert Walk(shop, start, np.random.default_rng(0)).run(60) is start
