from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns import space as spaces
from models.rostering.columns.diving import BY_CELLS, HASTY, MOST, ROUGHLY, Manner, _share, dive
from models.rostering.columns.generation import Part, Until, Workshop, generate
from models.rostering.columns.master import Master, Solution
from models.rostering.columns.rosters import Lines, one_by_one
from tests.models.rostering.brute_force import optimum, tiny_classic
from tests.models.rostering.columns.shops import keeps_limits, shop_of

SEEDS = [seed for seed in range(12) if optimum(tiny_classic(seed)) is not None]


def at_the_root(shop: Workshop, rough: bool = False) -> tuple[Master, Solution]:
    """Return a master with its linear programme solved over all rosters."""
    first = one_by_one(shop)
    assert first is not None
    master = Master(shop.covers, shop.spaces, range(len(shop.spaces)), rough)
    for worker, line in enumerate(first.lines):
        master.add(shop.column(worker, line))
    root = generate(shop, master, Part(range(len(shop.spaces)), shop.covers), Until(rounds=20))
    assert root is not None
    return master, root.solution


def dived(shop: Workshop, manner: Manner, seed: int, rough: bool = False) -> Lines:
    """Return the roster of everybody that a dive ends with."""
    master, solution = at_the_root(shop, rough)
    workers, random = range(len(shop.spaces)), np.random.default_rng(seed)
    nobody = np.zeros_like(shop.covers.required)
    found = dive(shop, master, workers, nobody, random, solution, manner=manner)
    assert found is not None
    assert sorted(found) == list(workers)
    assert all(keeps_limits(shop.spaces[worker], line) for worker, line in found.items())
    return Lines.of(shop, [found[worker] for worker in workers])


@pytest.mark.parametrize("manner", [Manner(), HASTY, BY_CELLS, ROUGHLY])
@pytest.mark.parametrize("states", [0, spaces.MOST_STATES])
def test_a_dive_ends_with_a_roster_of_everybody_near_the_best(
    manner: Manner, states: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", states)
    best = 0
    for seed in SEEDS:
        with shop_of(tiny_classic(seed)) as shop:
            cost = dived(shop, manner, seed).cost
        least = optimum(tiny_classic(seed))
        assert least is not None
        assert cost >= least
        best += cost == least
    assert best > len(SEEDS) // 3


def test_a_rough_programme_is_dived_into_as_well() -> None:
    for seed in SEEDS:
        with shop_of(tiny_classic(seed)) as shop:
            assert dived(shop, ROUGHLY, seed, rough=True).cost >= (optimum(tiny_classic(seed)) or 0)


def test_fewer_cells_are_fixed_at_once_where_time_is_left() -> None:
    assert _share(ROUGHLY, 0.0, 10.0) == ROUGHLY.least
    assert _share(ROUGHLY, 1.0, 1000.0) == ROUGHLY.least
    assert _share(ROUGHLY, 3.0, 20.0) == pytest.approx(0.15)
    assert _share(ROUGHLY, 9.0, 1.0) == MOST


def test_a_dive_that_has_no_time_fills_everybody_one_by_one() -> None:
    with shop_of(tiny_classic(SEEDS[0])) as shop:
        master, solution = at_the_root(shop)
        shop.clock.stop.request()
        nobody, random = np.zeros_like(shop.covers.required), np.random.default_rng(0)
        found = dive(shop, master, range(len(shop.spaces)), nobody, random, solution)
    assert found is not None
    assert len(found) == len(shop.spaces)
