"""Diving: from the linear programme to a roster, by fixing workers one after the other and pricing again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.rostering.columns.generation import Part, Until, Workshop, generate
from models.rostering.columns.master import Column, Master, Solution
from models.rostering.columns.pricing import cheapest_within_limits
from models.rostering.columns.rosters import place
from models.rostering.columns.space import Ints

CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Manner:
    """How thoroughly to dive: what share of the open workers is fixed at once, and how far pricing goes."""

    least: float = 0.03
    until: Until = Until(rounds=25, near=0.0005)  # noqa: RUF009 frozen


BRISK = Manner(least=0.05, until=Until(rounds=6, near=0.002))
HASTY = Manner(least=0.15, until=Until(rounds=4, near=0.005))


def dive(
    shop: Workshop,
    master: Master,
    workers: Sequence[int],
    beside: Ints,
    random: np.random.Generator,
    solution: Solution,
    until: float = math.inf,
    manner: Manner = Manner(),
) -> dict[int, Ints] | None:
    """Return a roster of every worker, `beside[day, shift]` being there already; None where one has none.

    Sure columns are fixed together, else the likeliest, one or a few at a time: as many as let the dive end
    by the clock's second `until`. What is open when the clock ends is filled one by one.
    """
    descent = _Descent(shop, master, list(workers), beside.copy(), {}, manner)
    now: Solution | None = solution
    while descent.open and now is not None and not shop.clock.over:
        began = shop.clock.seconds
        least = max(1, round(manner.least * len(descent.open)), descent.needed(until))
        chosen = _likeliest(master, descent.open, now, random, least)
        for worker, column in chosen.items():
            descent.fix(worker, column.line)
        if not chosen and not descent.fill(descent.open[0]):
            return None
        now = descent.again() if descent.open else now
        took = shop.clock.seconds - began
        descent.step = (descent.step + took) / 2 if descent.step else took
    while descent.open:
        if not descent.fill(descent.open[0]):
            return None
    return descent.lines


@dataclass(eq=False)
class _Descent:
    shop: Workshop
    master: Master
    open: list[int]
    there: Ints
    lines: dict[int, Ints]
    manner: Manner
    step: float = 0.0  # seconds a step takes, the last ones most

    def needed(self, until: float) -> int:
        """Return how many to fix at once to end by a time, if steps go on as they have."""
        left = until - self.shop.clock.seconds
        if not self.step or math.isinf(left):
            return 1
        steps = max(1.0, left / self.step)
        return math.ceil(len(self.open) / steps)

    def fix(self, worker: int, line: Ints) -> None:
        """Let a worker have a line."""
        self.lines[worker] = line
        place(self.there, line, 1)
        self.open.remove(worker)

    def fill(self, worker: int) -> bool:
        """Let a worker have the best line beside what is there; return whether there is one."""
        space = self.shop.spaces[worker]
        path = cheapest_within_limits(space, space.own_cost + self.shop.covers.step(self.there))
        if path is not None:
            self.fix(worker, path.line)
        return path is not None

    def again(self) -> Solution | None:
        """Price for the open workers, the others fixed."""
        part = Part(self.open, self.shop.covers.beside(self.there), self._bar())
        found = generate(self.shop, self.master, part, self.manner.until)
        return self.master.solve(self.shop.clock.left) if found is not None else None

    def _bar(self) -> int:
        """Bar every column of the fixed workers but the chosen one; return what those cost."""
        fixed = {w: self.shop.column(w, line) for w, line in self.lines.items()}
        for column in fixed.values():
            self.master.add(column)
        keys = {w: c.line.tobytes() for w, c in fixed.items()}
        self.master.bar(
            i
            for i, c in enumerate(self.master.columns)
            if c.worker in keys and c.line.tobytes() != keys[c.worker]
        )
        return sum(column.cost for column in fixed.values())


def _likeliest(
    master: Master, open_: Sequence[int], solution: Solution, random: np.random.Generator, least: int
) -> dict[int, Column]:
    """Choose the columns to fix: those taken whole, or else the ones taken most."""
    best = _most_taken(master, set(open_), solution)
    sure = {w: c for w, (share, c) in best.items() if share >= CERTAIN}
    if len(sure) >= least:
        return sure
    drawn = {w: share + 0.1 * random.random() for w, (share, _) in best.items()}
    ranked = sorted(best, key=lambda w: (-drawn[w], w))
    return sure | {w: best[w][1] for w in ranked[:least]}


def _most_taken(master: Master, open_: set[int], solution: Solution) -> dict[int, tuple[float, Column]]:
    """Return the column each open worker takes most, and how much of it."""
    best: dict[int, tuple[float, Column]] = {}
    for index in np.flatnonzero(solution.taken > 0.01).tolist():
        column, share = master.columns[index], float(solution.taken[index])
        if column.worker in open_ and column.sound and share > best.get(column.worker, (0.0,))[0]:
            best[column.worker] = share, column
    return best
