"""Large-neighbourhood search: free some workers, price and dive again beside the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.rostering.columns.diving import BRISKLY, HASTY, Manner, dive
from models.rostering.columns.generation import Part, Until, Workshop, generate
from models.rostering.columns.master import Column, Master, Prices
from models.rostering.columns.rosters import Lines
from models.rostering.columns.space import Floats, along

KEPT = 24  # columns of a worker a neighbourhood begins with, the best paid first
ROUNDS = 25
MANNERS = (HASTY, HASTY, Manner(), BRISKLY)
_CLOSE = 1e-6


class Pool:
    """Every column known, by worker, with what it costs beyond its pay at the root."""

    def __init__(self, workers: int) -> None:
        """Begin empty."""
        self._columns: list[dict[bytes, tuple[float, Column]]] = [{} for _ in range(workers)]

    def add(self, columns: Sequence[Column], prices: Prices) -> None:
        """Remember columns; those known stay."""
        for column in columns:
            known = self._columns[column.worker]
            key = column.line.tobytes()
            if key not in known:
                known[key] = prices.reduced(column), column

    def best(self, worker: int) -> list[Column]:
        """Return the best paid columns of a worker."""
        ranked = sorted(self._columns[worker].values(), key=lambda item: item[0])
        return [column for _, column in ranked[:KEPT]]


def freed(shop: Workshop, lines: Lines, random: np.random.Generator, many: int) -> list[int]:
    """Choose workers to free: anybody, or those who could help or leave where covers cost most."""
    workers = len(lines.lines)
    if many >= workers:
        return list(range(workers))
    if random.random() < 0.4:
        return sorted(random.choice(workers, many, replace=False).tolist())
    likely = _likely(shop, lines)
    noisy = likely + random.random(workers) * (likely.mean() + 1.0)
    return sorted(np.argsort(-noisy, kind="stable")[:many].tolist())


def _likely(shop: Workshop, lines: Lines) -> Floats:
    """Return for every worker what their own requests cost, and the covers they could mend or cause."""
    covers = shop.covers
    missing = np.maximum(covers.required - lines.there, 0) * covers.under
    beyond = np.maximum(lines.there - covers.required, 0) * covers.over
    scores = np.zeros(len(lines.lines))
    for worker, (space, line) in enumerate(zip(shop.spaces, lines.lines, strict=True)):
        scores[worker] = space.cost(line) + along(beyond, line)
        scores[worker] += (missing * space.allowed).sum() / 20
    return scores


def bettered_around(
    shop: Workshop,
    lines: Lines,
    pool: Pool,
    workers: list[int],
    random: np.random.Generator,
) -> tuple[Lines, bool]:
    """Return the roster after freeing some workers, never a dearer one, and whether it was worth a dive.

    Where the bound of the part says that nothing better can be found, nothing is tried.
    """
    beside = lines.without(workers)
    covers = shop.covers.beside(beside)
    master = Master(covers, shop.spaces, workers)
    for worker in workers:
        master.add(shop.column(worker, lines.lines[worker]))
        for column in pool.best(worker):
            master.add(column)
    own = sum(shop.spaces[w].cost(lines.lines[w]) for w in workers)
    today = own + covers.cost(lines.there - beside)
    found = generate(shop, master, Part(workers, covers), Until(ROUNDS, today - 1 + _CLOSE))
    if found is None or found.bound > today - 1 + _CLOSE:
        return lines, False
    manner = MANNERS[int(random.integers(len(MANNERS)))]
    chosen = dive(shop, master, workers, beside, random, found.solution, manner=manner)
    pool.add(master.columns, found.solution.prices)
    if chosen is None:
        return lines, True
    tried = lines.replaced(shop, chosen)
    return (tried if tried.cost <= lines.cost else lines), True
