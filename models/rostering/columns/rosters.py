"""A whole roster as lines, and bettering it one worker at a time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.rostering.columns.generation import Workshop
from models.rostering.columns.master import Column
from models.rostering.columns.pricing import CAREFULLY, QUICKLY, Path, cheapest_within_limits
from models.rostering.columns.space import Floats, Ints, Space, along
from models.rostering.problem import Problem

_TAKEN = 0.01


@dataclass(frozen=True, eq=False)
class Lines:
    """Every worker's line, in the problem's order, with what they cost together."""

    lines: tuple[Ints, ...]
    there: Ints  # [day, shift] how many work
    cost: int

    @classmethod
    def of(cls, shop: Workshop, lines: Sequence[Ints]) -> Lines:
        """Count a roster."""
        there = np.zeros_like(shop.covers.required)
        for line in lines:
            place(there, line, 1)
        own = sum(space.cost(line) for space, line in zip(shop.spaces, lines, strict=True))
        return cls(tuple(lines), there, own + shop.covers.cost(there))

    def without(self, workers: Iterable[int]) -> Ints:
        """Return how many work on each day and shift beside some workers."""
        there = self.there.copy()
        for worker in workers:
            place(there, self.lines[worker], -1)
        return there

    def replaced(self, shop: Workshop, lines: Mapping[int, Ints]) -> Lines:
        """Return the roster with other lines for some workers."""
        return Lines.of(shop, [lines.get(w, line) for w, line in enumerate(self.lines)])

    def roster(self, problem: Problem) -> dict[tuple[int, int], str]:
        """Return the roster as a problem speaks of it."""
        return {
            (worker.id, day): problem.shifts[shift].id
            for worker, line in zip(problem.workers, self.lines, strict=True)
            for day, shift in enumerate(line.tolist())
            if shift >= 0
        }


def place(there: Ints, line: Ints, sign: int) -> None:
    """Add a line to, or take it from, how many work."""
    days = np.flatnonzero(line >= 0)
    there[days, line[days]] += sign


def one_by_one(shop: Workshop, together: int = 1) -> Lines | None:
    """Return a first roster: every worker's best line beside those before; None where one has none.

    With `together` above one that many workers are asked at the same time, each beside those before all of
    them, and more quickly than well.
    """
    there = np.zeros_like(shop.covers.required)
    lines: list[Ints] = []
    while len(lines) < len(shop.spaces):
        step = shop.covers.step(there)
        next_ = shop.spaces[len(lines) : len(lines) + together]

        def best(space: Space, step: Ints = step) -> Path | None:
            raised = CAREFULLY if together == 1 else QUICKLY
            return cheapest_within_limits(space, space.own_cost + step, raised)

        for path in shop.threads.map(best, next_):
            if path is None:
                return None
            lines.append(path.line)
            place(there, path.line, 1)
    return Lines.of(shop, lines)


def rounded(shop: Workshop, columns: Sequence[Column], taken: Floats) -> Lines | None:
    """Return a roster near a solution of the linear programme, without pricing again.

    Worker after worker, the surest first, has the column that costs least beside those before, of the ones
    the solution takes; one without any has the best line there is.
    """
    mine: list[list[tuple[float, Column]]] = [[] for _ in shop.spaces]
    for index in np.flatnonzero(taken[: len(columns)] > _TAKEN).tolist():
        if columns[index].sound:
            mine[columns[index].worker].append((float(taken[index]), columns[index]))
    there = np.zeros_like(shop.covers.required)
    lines: dict[int, Ints] = {}
    for worker in sorted(range(len(mine)), key=lambda w: -max((share for share, _ in mine[w]), default=0.0)):
        step = shop.covers.step(there)
        space = shop.spaces[worker]
        if mine[worker]:
            best = min(mine[worker], key=lambda item: (item[1].cost + along(step, item[1].line), -item[0]))
            lines[worker] = best[1].line
        else:
            path = cheapest_within_limits(space, space.own_cost + step)
            if path is None:
                return None
            lines[worker] = path.line
        place(there, lines[worker], 1)
    return Lines.of(shop, [lines[w] for w in range(len(shop.spaces))])


def bettered(shop: Workshop, start: Lines, random: np.random.Generator, until: float = math.inf) -> Lines:
    """Return a roster in which no worker alone can do better, or what the clock allows by its second `until`.

    Lines of equal cost are taken too: they open ways for others.
    """

    def ended() -> bool:
        return shop.clock.over or shop.clock.seconds > until or since >= len(lines)

    lines, there, cost = list(start.lines), start.there.copy(), start.cost
    since = 0
    while not ended():
        for worker in random.permutation(len(lines)).tolist():
            space, line = shop.spaces[worker], lines[worker]
            place(there, line, -1)
            step = shop.covers.step(there)
            before = space.cost(line) + int(along(step, line))
            path = cheapest_within_limits(space, space.own_cost + step)
            if path is not None:
                after = space.cost(path.line) + int(along(step, path.line))
                if after <= before:
                    lines[worker] = path.line
                since = 0 if after < before else since + 1
                cost += min(0, after - before)
            place(there, lines[worker], 1)
            if ended():
                break
    return Lines(tuple(lines), there, cost)
