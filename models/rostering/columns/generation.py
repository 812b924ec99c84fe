"""Column generation: the linear programme over all rosters, and the bound it proves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from models.rostering.columns.master import Column, Covers, Master, Prices, Solution, column_of
from models.rostering.columns.pricing import cheapest
from models.rostering.columns.space import Floats, Ints, Space
from models.run import Clock

SMOOTHING = 0.5  # how far prices stay with those of the best bound (Wentges 1997)
_NEGATIVE = -1e-6
_CLOSE = 1e-4


@dataclass(frozen=True, eq=False)
class Workshop:
    """What every step of the search shares."""

    covers: Covers
    spaces: tuple[Space, ...]
    threads: ThreadPoolExecutor
    clock: Clock

    def column(self, worker: int, line: Ints) -> Column:
        """Return the column of a worker's roster."""
        return column_of(self.spaces, worker, line)

    def priced(self, workers: Sequence[int], prices: Prices) -> list[tuple[Column, float]]:
        """Return every worker's cheapest path and its price beyond what it is paid, the row apart.

        Fewer are returned where the clock ends meanwhile, or somebody has none.
        """

        def one(worker: int) -> tuple[Column, float] | None:
            if self.clock.over:
                return None
            space, limits = self.spaces[worker], prices.limits[worker]
            costs: Floats = space.own_cost - prices.covers - limits[:-1]
            found = cheapest(space, costs, -float(limits[-1]))
            if not found:
                return None
            return self.column(worker, found[0].line), found[0].price + space.constant

        return [found for found in self.threads.map(one, workers) if found is not None]


@dataclass(frozen=True, eq=False)
class Part:
    """What is still to be decided: for which workers, the covers left to them, and what others cost."""

    workers: Sequence[int]
    covers: Covers
    paid: int = 0


@dataclass(frozen=True, eq=False)
class Generated:
    """How far the columns have come: the last solution, and the best bound."""

    solution: Solution
    bound: float


@dataclass(frozen=True, slots=True)
class Until:
    """When columns are enough, before none can help: after so many rounds, or by what the bound says."""

    rounds: int | None = None
    above: float = np.inf  # the bound is higher
    near: float = 0.0  # the bound is within this share of the value

    def reached(self, done: int, value: float, bound: float) -> bool:
        """Return whether a state is one to end with."""
        return done == self.rounds or bound > self.above or value - bound < _CLOSE + self.near * abs(value)


def generate(
    shop: Workshop,
    master: Master,
    part: Part,
    until: Until = Until(),
    centre: Prices | None = None,
    on_round: Callable[[Generated], bool] = lambda _: False,
) -> Generated | None:
    """Add columns until none can help, or enough are there by `until`, `on_round` or the clock.

    Prices begin around `centre`. The bound is that of Lagrange: what the covers are paid, and every worker's
    cheapest roster under the same prices (it holds for any prices, so also for smoothed ones). Returns None
    where the first programme has no solution.
    """
    bound, done = -np.inf, 0
    solution = master.solve(shop.clock.left)
    state = None
    while solution is not None:
        prices = solution.prices if centre is None else solution.prices.mixed(centre, SMOOTHING)
        new, value = _priced_round(shop, master, part, solution, prices)
        if not new and prices is not solution.prices:
            bound = max(bound, value)
            prices = solution.prices
            new, value = _priced_round(shop, master, part, solution, prices)
        if value > bound:
            bound, centre = value, prices
        done += 1
        state = Generated(solution, bound)
        enough = on_round(state) or until.reached(done, solution.value, bound)
        if enough or not new or shop.clock.over:
            break
        solution = master.solve(shop.clock.left)
    return state


def _priced_round(
    shop: Workshop,
    master: Master,
    part: Part,
    solution: Solution,
    prices: Prices,
) -> tuple[int, float]:
    """Add the columns that would help the solution; return how many, and the bound the prices prove."""
    found = shop.priced(part.workers, prices)
    helping = [c for c, _ in found if solution.prices.reduced(c) < _NEGATIVE]
    new = sum(master.add(column) for column in helping)
    limits = sum(float(prices.limits[w] @ shop.spaces[w].limits) for w in part.workers)
    covers = float((prices.covers * part.covers.required).sum())
    if len(found) < len(part.workers):
        return new, -np.inf  # the bound needs everybody
    return new, part.paid + covers + limits + sum(price for _, price in found)
