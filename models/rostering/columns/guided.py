"""Guided local search (Voudouris and Tsang 1999): what stays uncovered grows dearer until somebody comes.

One worker after the other takes the best line beside everybody else. Where none alone can do better, the
covers that miss somebody are weighed more, and it goes on: what it costs in truth may rise, to fall further.
"""

from __future__ import annotations

import numpy as np

from models.rostering.columns.generation import Workshop
from models.rostering.columns.pricing import cheapest_within_limits
from models.rostering.columns.rosters import Lines, place
from models.rostering.columns.space import along

HEAVIER = 0.03  # of its cost, what a cover is weighed more each time
FADING = 0.98
RAISED = 1 / 5  # how far limits are priced at first, where they are exceeded anew
_NOISE = 0.5  # lines of equal cost are to be met by chance: costs are whole
_EQUAL = 1e-9


class Walk:
    """One walk; it goes on where it ended, and keeps the best roster met."""

    def __init__(self, shop: Workshop, start: Lines, random: np.random.Generator) -> None:
        """Begin at a roster, with every cover weighed as it costs."""
        self._shop = shop
        self._random = random
        self._paid = [np.zeros(len(space.limits)) for space in shop.spaces]
        self._begin(start)

    def _begin(self, lines: Lines) -> None:
        self.best = lines
        self._lines, self._there, self._cost = list(lines.lines), lines.there.copy(), lines.cost
        self._weights = np.zeros(lines.there.shape)

    def resume_if_cheaper(self, lines: Lines) -> None:
        """Go on from a roster that is cheaper than the best met, without what was learnt."""
        if lines.cost < self.best.cost:
            self._begin(lines)

    def run(self, until: float) -> Lines:
        """Walk to the clock's second `until`; return the best roster met."""
        clock = self._shop.clock
        while not clock.over and clock.seconds < until:
            if not self._sweep(until):
                missing = self._there < self._shop.covers.required
                self._weights = self._weights * FADING + HEAVIER * missing
        return self.best

    def _sweep(self, until: float) -> bool:
        """Ask every worker once, in any order; return whether one found better."""
        shop, found = self._shop, False
        for worker in self._random.permutation(len(self._lines)).tolist():
            if shop.clock.over or shop.clock.seconds > until:
                break
            found |= self._ask(worker)
            if self._cost < self.best.cost:
                self.best = Lines(tuple(self._lines), self._there.copy(), self._cost)
        return found

    def _ask(self, worker: int) -> bool:
        """Let a worker take the best line beside the others; return whether it is better than theirs."""
        space, covers, line = self._shop.spaces[worker], self._shop.covers, self._lines[worker]
        place(self._there, line, -1)
        step = covers.step(self._there)
        prices = space.own_cost + np.where(step < 0, step * (1.0 + self._weights), step)
        noise = self._random.random(prices.shape) * _NOISE
        path = cheapest_within_limits(space, prices + noise, RAISED, self._paid[worker])
        better = False
        if path is not None:
            saved = along(prices, line) - along(prices, path.line)
            better = saved > _EQUAL
            if saved >= -_EQUAL:
                self._lines[worker] = path.line
                true = space.own_cost + step
                self._cost += round(along(true, path.line) - along(true, line))
        place(self._there, self._lines[worker], 1)
        return better
