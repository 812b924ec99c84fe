"""Diving: from the linear programme to a roster, by fixing cells that are nearly sure and pricing again.

Whole rosters are seldom sure, single days of them soon are: under one linear programme half of all cells are.
Fixing those leaves every worker room for the rest (Gamache et al. 1999 fix columns, which costs far more).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from models.rostering.columns.generation import Part, Until, Workshop, generate
from models.rostering.columns.master import Column, Master, Solution
from models.rostering.columns.pricing import cheapest_within_limits
from models.rostering.columns.rosters import place
from models.rostering.columns.space import Floats, Ints, Space

MOST = 0.2  # of what is open, that is fixed at once
_NOISE = 0.02  # which of cells about as sure is fixed first differs from dive to dive
_LITTLE = 1e-7


@dataclass(frozen=True, slots=True)
class Manner:
    """How to dive: when a line or cell is sure, what share is fixed at least, how far to price."""

    by_cells: bool = False
    sure: float = 0.99
    least: float = 0.03
    until: Until = Until(rounds=25, near=0.0005)  # noqa: RUF009 frozen


HASTY = Manner(least=0.15, until=Until(rounds=4, near=0.005))
BRISKLY = Manner(True, 0.97, 0.12, Until(rounds=6, near=0.002))
BY_CELLS = Manner(True, 0.97, 0.05, Until(rounds=8, near=0.002))
ROUGHLY = Manner(True, 0.95, 0.12, Until(rounds=6, near=0.005))


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

    Sure cells are fixed together, and of the others the surest: as many as let the dive end by the clock's
    second `until`. What is open when the clock ends is filled one by one.
    """
    descent = _Descent(shop, list(shop.spaces), master, list(workers), beside.copy(), {}, manner)
    now: Solution | None = solution
    step = 0.0
    while descent.open and now is not None and not shop.clock.over:
        began = shop.clock.seconds
        chosen = descent.surest(now, random, _share(manner, step, until - began))
        if not descent.fix(chosen, now):
            return None
        now = descent.again() if descent.open else now
        took = shop.clock.seconds - began
        step = (step + took) / 2 if step else took
    return descent.filled()


def _share(manner: Manner, step: float, left: float) -> float:
    """Return what share to fix at once to end in time, if steps take as long as they did."""
    return min(MOST, max(manner.least, step / max(step, left))) if step else manner.least


@dataclass(eq=False)
class _Descent:
    shop: Workshop
    spaces: list[Space]  # with what is fixed
    master: Master
    open: list[int]
    there: Ints
    lines: dict[int, Ints]
    manner: Manner
    known: dict[int, Ints] = field(default_factory=dict)  # a roster of a worker within what is fixed

    @property
    def undecided(self) -> int:
        """How many cells are open."""
        return sum(int(self.spaces[worker].undecided.sum()) for worker in self.open)

    def surest(
        self, solution: Solution, random: np.random.Generator, share: float
    ) -> dict[int, dict[int, int]]:
        """Choose what to fix, by worker and day: what is sure, and at least a share of what is open."""
        choose = self._cells if self.manner.by_cells else self._columns
        chosen = choose(solution, random, share)
        if not chosen and (line := self._beside(self.open[0])) is not None:
            return {self.open[0]: _whole(line)}  # nobody has a roster of their own yet
        return chosen

    def _cells(
        self, solution: Solution, random: np.random.Generator, share: float
    ) -> dict[int, dict[int, int]]:
        taken = _by_cell(self.master, self.open, solution, self.there.shape)
        undecided = np.array([self.spaces[w].undecided for w in self.open])
        shares, shifts = taken.max(axis=2), taken.argmax(axis=2)
        shifts[shifts == self.there.shape[1]] = -1
        least = max(1, round(share * undecided.sum()))
        drawn = np.where(undecided, shares + _NOISE * random.random(shares.shape), -1.0)
        bar = np.partition(drawn.ravel(), -least)[-least]
        chosen = undecided & ((shares >= self.manner.sure) | (drawn >= bar))
        return {
            worker: {int(day): int(shifts[row, day]) for day in np.flatnonzero(chosen[row])}
            for row, worker in enumerate(self.open)
            if chosen[row].any()
        }

    def _columns(
        self, solution: Solution, random: np.random.Generator, share: float
    ) -> dict[int, dict[int, int]]:
        best = _most_taken(self.master, set(self.open), solution)
        least = max(1, round(share * len(self.open)))
        drawn = {w: part + 0.1 * random.random() for w, (part, _) in best.items()}
        ranked = sorted(best, key=lambda w: (-drawn[w], w))
        sure = {w for w, (part, _) in best.items() if part >= self.manner.sure}
        chosen = sure if len(sure) >= least else sure | set(ranked[:least])
        return {w: _whole(best[w][1].line) for w in sorted(chosen)}

    def fix(self, cells: Mapping[int, Mapping[int, int]], solution: Solution) -> bool:
        """Fix cells, or a whole line where those leave a worker none; return whether any could be."""
        for worker, chosen in cells.items():
            space = self.spaces[worker].fixed(chosen)
            path = cheapest_within_limits(space, space.own_cost - solution.prices.covers)
            line = self._beside(worker) if path is None else path.line
            if line is None:
                return False
            if path is None:
                space = self.spaces[worker].fixed(_whole(line))
            self.spaces[worker], self.known[worker] = space, line
            self.master.add(self.shop.column(worker, line))
            if not space.undecided.any():
                self._decide(worker, line)
        self.master.bar(
            index
            for index, column in enumerate(self.master.columns)
            if column.worker in cells and not self.spaces[column.worker].takes(column.line)
        )
        return bool(cells)

    def _beside(self, worker: int) -> Ints | None:
        """Return the best line of a worker beside the others within what is fixed, or else one known."""
        space = self.spaces[worker]
        path = cheapest_within_limits(space, space.own_cost + self.shop.covers.step(self.there))
        return self.known.get(worker) if path is None else path.line

    def _decide(self, worker: int, line: Ints) -> None:
        self.lines[worker] = line
        place(self.there, line, 1)
        self.open.remove(worker)

    def again(self) -> Solution | None:
        """Price for the open workers within what is fixed."""
        if self.master.rough:
            self.master = self.master.thinned()
        shop = replace(self.shop, spaces=tuple(self.spaces))
        paid = sum(self.spaces[w].cost(line) for w, line in self.lines.items())
        part = Part(self.open, shop.covers.beside(self.there), paid)
        found = generate(shop, self.master, part, self.manner.until)
        return self.master.solve(shop.clock.left) if found is not None else None

    def filled(self) -> dict[int, Ints] | None:
        """Return the lines, those still open the best ones beside the others."""
        for worker in list(self.open):
            line = self._beside(worker)
            if line is None:
                return None
            self._decide(worker, line)
        return self.lines


def _whole(line: Ints) -> dict[int, int]:
    return dict(enumerate(line.tolist()))


def _by_cell(master: Master, workers: Sequence[int], solution: Solution, shape: tuple[int, ...]) -> Floats:
    """Return how much of each [worker, day, shift, and free last] a solution takes."""
    days, shifts = shape
    rows = {worker: row for row, worker in enumerate(workers)}
    taken = np.zeros((len(workers), days, shifts + 1))
    every = np.arange(days)
    for index in np.flatnonzero(solution.taken > _LITTLE).tolist():
        column = master.columns[index]
        if column.worker in rows:
            taken[rows[column.worker], every, column.line] += solution.taken[index]
    return taken


def _most_taken(master: Master, open_: set[int], solution: Solution) -> dict[int, tuple[float, Column]]:
    """Return the column each open worker takes most, and how much of it."""
    best: dict[int, tuple[float, Column]] = {}
    for index in np.flatnonzero(solution.taken > 0.01).tolist():
        column, share = master.columns[index], float(solution.taken[index])
        if column.worker in open_ and column.sound and share > best.get(column.worker, (0.0,))[0]:
            best[column.worker] = share, column
    return best
