from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns.diving import HASTY, Manner, dive
from models.rostering.columns.generation import Part, Workshop, generate
from models.rostering.columns.master import Master, Solution
from models.rostering.columns.rosters import Lines, one_by_one
from tests.models.rostering.brute_force import optimum, tiny_classic
from tests.models.rostering.columns.shops import shop_of

SEEDS = [seed for seed in range(12) if optimum(tiny_classic(seed)) is not None]


def at_the_root(shop: Workshop) -> tuple[Master, Solution]:
    """Return a master with its linear programme solved over all rosters."""
    first = one_by_one(shop)
    assert first is not None
    master = Master(shop.covers, shop.spaces, range(len(shop.spaces)))
    for worker, line in enumerate(first.lines):
        master.add(shop.column(worker, line))
    root = generate(shop, master, Part(range(len(shop.spaces)), shop.covers))
    assert root is not None
    return master, root.solution


@pytest.mark.parametrize("manner", [Manner(), HASTY])
def test_a_dive_ends_with_a_roster_of_everybody_above_the_bound(manner: Manner) -> None:
    for seed in SEEDS:
        with shop_of(tiny_classic(seed)) as shop:
            master, solution = at_the_root(shop)
            nobody, random = np.zeros_like(shop.covers.required), np.random.default_rng(seed)
            workers = range(len(shop.spaces))
            found = dive(shop, master, workers, nobody, random, solution, manner=manner)
            assert found is not None
            assert sorted(found) == list(workers)
            assert all(shop.spaces[worker].keeps_limits(line) for worker, line in found.items())
            cost = Lines.of(shop, [found[worker] for worker in workers]).cost
            assert cost >= solution.value - 1e-6


def test_a_dive_that_has_no_time_fills_everybody_one_by_one() -> None:
    with shop_of(tiny_classic(SEEDS[0])) as shop:
        master, solution = at_the_root(shop)
        shop.clock.stop.request()
        nobody, random = np.zeros_like(shop.covers.required), np.random.default_rng(0)
        found = dive(shop, master, range(len(shop.spaces)), nobody, random, solution)
    assert found is not None
    assert len(found) == len(shop.spaces)
