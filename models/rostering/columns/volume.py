"""Good prices without a linear programme: the volume algorithm (Barahona and Anbil 2000).

Simplex steps from a poor first roster are slow and their prices wild. Some rounds of pricing along the
averaged shortage come close to the best bound, and the columns met on the way begin the master well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.rostering.columns.generation import Workshop
from models.rostering.columns.master import Column, Prices
from models.rostering.columns.space import Floats

FRESH = 0.3  # the weight of the last round in the average
PATIENCE = 4  # rounds without gain, before steps shrink


@dataclass(frozen=True, eq=False)
class Prepared:
    """The best prices found, the bound they prove, and the columns met, each round's together."""

    prices: Prices
    bound: float
    columns: list[Column]
    taken: Floats  # how much of each column the average takes: nearly a solution of the linear programme


def prepared(shop: Workshop, workers: Sequence[int], goal: float, rounds: int, until: float) -> Prepared:
    """Return prices after some rounds, by the clock's second `until`; `goal` is a cost to aim for."""
    covers, spaces = shop.covers, shop.spaces
    shape = (len(spaces), covers.required.shape[1] + 1)
    priced = np.zeros(shape, dtype=np.bool_)
    most = np.zeros(shape)
    for worker in workers:
        priced[worker, list(spaces[worker].priced)] = True
        most[worker] = spaces[worker].limits
    best = now = Prices((covers.under / 10).astype(np.float64), np.zeros(len(spaces)), np.zeros(shape))
    bound, step, idle = -np.inf, 0.5, 0
    average: tuple[Floats, Floats] | None = None
    columns: list[Column] = []
    rounds_of: list[int] = []
    for done in range(rounds):
        found = shop.priced(workers, now)
        if len(found) < len(workers):
            break
        there, counts = np.zeros(covers.required.shape), np.zeros(shape)
        for column, _ in found:
            days = np.flatnonzero(column.line >= 0)
            there[days, column.line[days]] += 1
            counts[column.worker] = column.counts
            columns.append(column)
            rounds_of.append(done)
        value = float((now.covers * covers.required).sum() + (now.limits * most).sum())
        value += sum(price for _, price in found)
        binding = priced & ((now.limits < 0) | (counts > most))
        missing = (covers.required - there, np.where(binding, most - counts, 0.0))
        average = missing if average is None else _towards(average, missing)
        if value > bound:
            bound, best, idle = value, now, 0
            step = min(2.0, step * 1.1)
        else:
            idle += 1
            if idle % PATIENCE == 0:
                step *= 0.7
        if shop.clock.over or shop.clock.seconds > until:
            break
        steep = sum(float((a * a).sum()) for a in average)
        length = step * max(1.0, goal - value) / max(1e-9, steep)
        now = Prices(
            np.clip(now.covers + length * average[0], -covers.over, covers.under),
            now.workers,
            np.minimum(now.limits + length * average[1], 0.0),
        )
    ages = (rounds_of[-1] if rounds_of else 0) - np.array(rounds_of, dtype=np.float64)
    return Prepared(best, bound, columns, FRESH * (1 - FRESH) ** ages)


def _towards(old: tuple[Floats, Floats], new: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    return old[0] + FRESH * (new[0] - old[0]), old[1] + FRESH * (new[1] - old[1])
