"""The search by columns: a first roster, the bound of the linear programme, a dive, then neighbourhoods."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from models.rostering.columns.diving import BRISK, Manner, dive
from models.rostering.columns.generation import Generated, Part, Until, Workshop, generate
from models.rostering.columns.master import Column, Covers, Master, Prices
from models.rostering.columns.neighbourhoods import Pool, bettered_around, freed
from models.rostering.columns.rosters import Lines, bettered, one_by_one, rounded
from models.rostering.columns.space import Floats, spaces_of
from models.rostering.columns.volume import prepared
from models.rostering.problem import Problem
from models.run import Clock

Tell = Callable[[int | None, int | None], None]
ROOT_SHARE = 0.4  # of the time, at most, for the linear programme
ROUGH_NEAR = 0.01  # how close to the bound the columns are taken where there is little time
PREPARING_SHARE = 0.4  # of the time, at most
HUGE = 1_200  # days times shifts, from where the linear programme is left out
FIRST_SHARE = 0.15  # of the time, at most, for bettering the first roster
AT_ONCE = 4  # workers who get their first roster at the same time, in a large problem
GOAL = 3  # how many times cheaper the aim of those rounds is than the first roster
PREPARING, LONGER = 40, 200  # rounds of the volume algorithm before a linear programme, and instead of one
DIVE_SHARE = 0.7  # of the time then left, for the first dive
MIDDLING = 9_000  # cells times shifts, from where the linear programme is prepared
LARGE = 25_000  # from where it is solved roughly, and rounded rather than dived into
PATIENCE = 6  # neighbourhoods without gain, before their size changes
SMALLEST = 4  # workers freed together
_CLOSE = 1e-6


@dataclass(frozen=True)
class Searched:
    """What the search found; `roster` is None where a worker can have none within their limits."""

    roster: dict[tuple[int, int], str] | None
    cost: int | None
    bound: int


def search(problem: Problem, clock: Clock, tell: Tell, threads: int, seconds: float = math.inf) -> Searched:
    """Return the best roster found in the time, and the bound; a problem that `fits` is asked for.

    It ends with the clock, and after `seconds` of it at the latest.
    """
    clock = clock.part(seconds)
    with ThreadPoolExecutor(max(1, threads), thread_name_prefix="pricing") as pool:
        shop = Workshop(Covers.of(problem), spaces_of(problem), pool, clock)
        return _Search(problem, shop, tell).run()


class _Search:
    def __init__(self, problem: Problem, shop: Workshop, tell: Tell) -> None:
        self._problem = problem
        self._shop = shop
        self._tell = tell
        self._random = np.random.default_rng(shop.clock.limits.seed)
        self._best: Lines | None = None
        self._bound = _least(shop)

    def run(self) -> Searched:
        shop, everybody = self._shop, range(len(self._shop.spaces))
        first = one_by_one(shop, AT_ONCE if self._is_large else 1)
        if first is None:
            return Searched(None, None, self._bound)
        self._take(first)
        until = shop.clock.seconds + FIRST_SHARE * shop.clock.left
        self._take(bettered(shop, first, self._random, until))
        assert self._best is not None
        pool = Pool(len(shop.spaces))
        master = Master(shop.covers, shop.spaces, everybody, self._is_large)
        centre = self._prepared(master) if self._size > MIDDLING else None
        for worker in everybody:
            master.add(shop.column(worker, self._best.lines[worker]))
        root = None if self._done or self._is_huge else self._root(master, centre)
        if root is not None and not self._done:
            pool.add(master.columns, root.solution.prices)
            if self._is_large:
                self._round(master.columns, root.solution.taken)
            else:
                self._dive(master, root)
        if self._is_huge:
            self._take(bettered(shop, self._best, self._random))
        self._neighbourhoods(pool)
        best = self._best
        return Searched(best.roster(self._problem), best.cost, self._bound)

    @property
    def _size(self) -> int:
        return sum(space.allowed.size for space in self._shop.spaces)

    @property
    def _is_large(self) -> bool:
        return self._size > LARGE

    @property
    def _is_huge(self) -> bool:
        return self._shop.covers.required.size > HUGE

    def _prepared(self, master: Master) -> Prices:
        """Begin the master with the columns of the volume algorithm's last rounds."""
        shop = self._shop
        workers = range(len(shop.spaces))
        assert self._best is not None
        clock = shop.clock
        until = clock.seconds + PREPARING_SHARE * clock.left
        rounds = LONGER if self._is_huge else PREPARING
        found = prepared(shop, workers, self._best.cost / GOAL, rounds, until)
        self._raise(found.bound)
        if self._is_large:
            self._round(found.columns, found.taken)
        for column in found.columns[-len(workers) * rounds // 2 :]:
            master.add(column)
        return found.prices

    def _root(self, master: Master, centre: Prices | None) -> Generated | None:
        """Generate columns for everybody, as long as that is worth the time."""
        shop, clock = self._shop, self._shop.clock
        latest = clock.seconds + ROOT_SHARE * clock.left

        def on_round(state: Generated) -> bool:
            self._raise(state.bound)
            return clock.seconds > latest

        part = Part(range(len(shop.spaces)), shop.covers)
        until = Until(near=ROUGH_NEAR if self._size > MIDDLING else 0.0)
        return generate(shop, master, part, until, centre, on_round)

    def _round(self, columns: Sequence[Column], taken: Floats) -> None:
        """Take the roster nearest to what a programme takes, bettered worker by worker."""
        shop = self._shop
        lines = rounded(shop, columns, taken)
        if lines is not None:
            until = shop.clock.seconds + FIRST_SHARE * shop.clock.left
            self._take(bettered(shop, lines, self._random, until))

    def _dive(self, master: Master, root: Generated) -> None:
        shop, clock = self._shop, self._shop.clock
        lines = dive(
            shop,
            master,
            range(len(shop.spaces)),
            np.zeros_like(shop.covers.required),
            self._random,
            root.solution,
            clock.seconds + DIVE_SHARE * clock.left,
            BRISK if self._size > MIDDLING else Manner(),
        )
        if lines is not None:
            dived = Lines.of(shop, [lines[w] for w in range(len(shop.spaces))])
            self._take(bettered(shop, dived, self._random))

    def _neighbourhoods(self, pool: Pool) -> None:
        """Free some workers again and again; more of them where freeing these promises nothing."""
        shop, workers = self._shop, len(self._shop.spaces)
        many, idle = min(workers, max(SMALLEST, min(workers // 5, 10))), 0
        while not self._done and self._best is not None:
            chosen = freed(shop, self._best, self._random, many)
            before = self._best.cost
            lines, worth = bettered_around(shop, self._best, pool, chosen, self._random)
            self._take(lines)
            idle = 0 if lines.cost < before else idle + 1
            if not worth:
                many = min(workers, many + 1)
            elif idle >= PATIENCE:
                many, idle = max(SMALLEST, many + int(self._random.integers(-2, 3))), 0

    @property
    def _done(self) -> bool:
        proven = self._best is not None and self._best.cost <= self._bound
        return proven or self._shop.clock.over

    def _take(self, lines: Lines) -> None:
        if self._best is None or lines.cost <= self._best.cost:
            better = self._best is None or lines.cost < self._best.cost
            self._best = lines
            if better:
                self._tell(lines.cost, self._bound)

    def _raise(self, bound: float) -> None:
        whole = math.ceil(bound - _CLOSE) if math.isfinite(bound) else self._bound
        if whole > self._bound:
            self._bound = whole
            self._tell(self._best.cost if self._best else None, whole)


def _least(shop: Workshop) -> int:
    """Return what requests cost at the very least, over- and undercover apart: every wanted one met."""
    granted = (np.minimum(space.own_cost, 0).min(axis=1).sum() for space in shop.spaces)
    return int(sum(s.constant for s in shop.spaces) + sum(granted))
