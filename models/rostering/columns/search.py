"""The search by columns: a first roster, the linear programme, a dive, then walks and neighbourhoods."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from models.rostering.columns.diving import BY_CELLS, ROUGHLY, Manner, dive
from models.rostering.columns.generation import Generated, Part, Until, Workshop, generate
from models.rostering.columns.guided import Walk
from models.rostering.columns.master import Column, Covers, Master, Prices, Solution
from models.rostering.columns.neighbourhoods import Pool, bettered_around, freed
from models.rostering.columns.rosters import Lines, bettered, one_by_one, rounded
from models.rostering.columns.space import Floats, spaces_of
from models.rostering.columns.volume import prepared
from models.rostering.problem import Problem
from models.run import Clock

Tell = Callable[[int | None, int | None], None]
MIDDLING = 9_000  # cells times shifts, from where the linear programme is prepared and solved roughly
LARGE = 25_000  # from where less time goes into it
HUGE = 1_200  # days times shifts, from where it is left out
FIRST_SHARE = 0.15  # of the time, at most, for bettering the first roster
AT_ONCE = 4  # workers who get their first roster at the same time, in a large problem
GOAL = 3  # how many times cheaper the aim of the volume algorithm is than the first roster
PREPARING, LONGER = 25, 200  # its rounds before a linear programme, and instead of one
PREPARING_SHARE = 0.4  # of the time, at most
ROOT_SHARE = 0.4  # of the time, at most, for the linear programme
MIDDLING_ROOT_SHARE, LARGE_ROOT_SHARE = 0.2, 0.1
ROUGH_NEAR = 0.01  # how close to the bound the columns are taken where there is little time
TAKEN = 1e-3  # of a column, that a rough solution takes it
DIVE_SHARE = 0.7  # of the time then left, for the first dive
TURN, TURN_SHARE = 1.0, 0.1  # seconds between two exchanges, at least, and their share of the time left
WALK_SHARE = 0.05  # of a turn, where nothing can be done at the same time
PATIENCE = 6  # neighbourhoods without gain, before their size changes
SMALLEST, MANY = 4, 10  # workers freed together, at first
FREED_SHARE, MOST_SHARE = 0.4, 0.6  # of all workers: at first, and at most
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
    clock, threads = clock.part(seconds), max(1, threads)
    with ThreadPoolExecutor(threads, thread_name_prefix="pricing") as pool:
        shop = Workshop(Covers.of(problem), spaces_of(problem), pool, clock)
        first = one_by_one(shop, AT_ONCE if _size(shop) > LARGE else 1)
        if first is None:
            return Searched(None, None, _least(shop))
        found = _Search(shop, tell, threads, first)
        found.run()
        return Searched(found.best.roster(problem), found.best.cost, found.bound)


class _Search:
    def __init__(self, shop: Workshop, tell: Tell, threads: int, first: Lines) -> None:
        self._shop = shop
        self._tell = tell
        self._threads = threads
        self._random = np.random.default_rng(shop.clock.limits.seed)
        size = _size(shop)
        self._is_middling, self._is_large = size > MIDDLING, size > LARGE
        self._is_huge = shop.covers.required.size > HUGE
        self.best = first
        self.bound = _least(shop)

    def run(self) -> None:
        """Search until the best is proven, or the clock ends."""
        shop, everybody = self._shop, range(len(self._shop.spaces))
        self._tell(self.best.cost, self.bound)
        until = shop.clock.seconds + FIRST_SHARE * shop.clock.left
        self._take(bettered(shop, self.best, self._random, until))
        pool = Pool(len(shop.spaces))
        master = Master(shop.covers, shop.spaces, everybody, self._is_middling)
        centre = self._prepared(master) if self._is_middling else None
        for worker in everybody:
            master.add(shop.column(worker, self.best.lines[worker]))
        root = None if self._done or self._is_huge else self._root(master, centre)
        if root is not None and not self._done:
            pool.add(master.columns, root.solution.prices)
            self._dive(master, root.solution)
        self._onwards(pool)

    def _prepared(self, master: Master) -> Prices:
        """Begin the master with the columns of the volume algorithm's last rounds."""
        shop, clock = self._shop, self._shop.clock
        workers = range(len(shop.spaces))
        until = clock.seconds + PREPARING_SHARE * clock.left
        rounds = LONGER if self._is_huge else PREPARING
        found = prepared(shop, workers, self.best.cost / GOAL, rounds, until)
        self._raise(found.bound)
        if self._is_large:
            self._round(found.columns, found.taken)
        for column in found.columns[-len(workers) * rounds // 2 :]:
            master.add(column)
        return found.prices

    def _round(self, columns: Sequence[Column], taken: Floats) -> None:
        """Take the roster nearest to what a programme takes, bettered worker by worker."""
        shop = self._shop
        lines = rounded(shop, columns, taken)
        if lines is not None:
            until = shop.clock.seconds + FIRST_SHARE * shop.clock.left
            self._take(bettered(shop, lines, self._random, until))

    def _root(self, master: Master, centre: Prices | None) -> Generated | None:
        """Generate columns for everybody, as long as that is worth the time."""
        shop, clock = self._shop, self._shop.clock
        share = MIDDLING_ROOT_SHARE if self._is_middling else ROOT_SHARE
        latest = clock.seconds + (LARGE_ROOT_SHARE if self._is_large else share) * clock.left

        def on_round(state: Generated) -> bool:
            self._raise(state.bound)
            return clock.seconds > latest

        part = Part(range(len(shop.spaces)), shop.covers)
        until = Until(near=ROUGH_NEAR if self._is_middling else 0.0)
        return generate(shop, master, part, until, centre, on_round)

    def _dive(self, master: Master, solution: Solution) -> None:
        shop, clock = self._shop, self._shop.clock
        manner = Manner()
        if self._is_middling:
            manner = ROUGHLY if self._is_large else BY_CELLS
            master, solution = _thinned(master, solution)
        everybody, nobody = range(len(shop.spaces)), np.zeros_like(shop.covers.required)
        until = clock.seconds + DIVE_SHARE * clock.left
        lines = dive(shop, master, everybody, nobody, self._random, solution, until, manner)
        if lines is not None:
            dived = Lines.of(shop, [lines[worker] for worker in everybody])
            self._take(bettered(shop, dived, self._random))

    def _onwards(self, pool: Pool) -> None:
        """Walk, and beside it free some workers again and again; each turn begins with the best of both."""
        shop, workers = self._shop, len(self.best.lines)
        many = min(workers, max(SMALLEST, round(FREED_SHARE * workers)), MANY)
        walks = [
            Walk(shop, self.best, random)
            for random in self._random.spawn(self._threads if self._is_huge else max(1, self._threads - 1))
        ]
        while not self._done:
            now, turn = shop.clock.seconds, max(TURN, TURN_SHARE * shop.clock.left)
            by_turns = not self._is_huge and (self._threads == 1 or not self._is_middling)
            walked = now + turn * (WALK_SHARE if by_turns else 1.0)
            running = [shop.threads.submit(walk.run, walked) for walk in walks]
            if by_turns:
                self._gather(running)
            if not self._is_huge:
                many = self._neighbourhoods(pool, many, now + turn)
            self._gather(running)
            for walk in walks:
                walk.resume_if_cheaper(self.best)

    def _gather(self, running: Iterable[Future[Lines]]) -> None:
        for walk in running:
            self._take(walk.result())

    def _neighbourhoods(self, pool: Pool, many: int, until: float) -> int:
        """Free so many workers again and again; return how many are worth freeing.

        They are more where freeing these promises nothing.
        """
        shop, idle = self._shop, 0
        while not self._done and shop.clock.seconds < until:
            chosen = freed(shop, self.best, self._random, many)
            before = self.best.cost
            lines, worth = bettered_around(shop, self.best, pool, chosen, self._random)
            self._take(lines)
            idle = 0 if lines.cost < before else idle + 1
            if not worth:
                many = min(len(lines.lines), many + 1)
            elif idle >= PATIENCE:
                many, idle = self._another(many), 0
        return many

    def _another(self, many: int) -> int:
        """Return how many to free next: a few more or less, a large share of everybody at most."""
        most = max(SMALLEST, round(MOST_SHARE * len(self.best.lines)))
        return int(np.clip(many + self._random.integers(-1, 3), SMALLEST, most))

    @property
    def _done(self) -> bool:
        return self.best.cost <= self.bound or self._shop.clock.over

    def _take(self, lines: Lines) -> None:
        """Take a roster that costs no more: one of equal cost opens other ways."""
        if lines.cost <= self.best.cost:
            better = lines.cost < self.best.cost
            self.best = lines
            if better:
                self._tell(lines.cost, self.bound)

    def _raise(self, bound: float) -> None:
        whole = math.ceil(bound - _CLOSE) if math.isfinite(bound) else self.bound
        if whole > self.bound:
            self.bound = whole
            self._tell(self.best.cost, whole)


def _thinned(master: Master, solution: Solution) -> tuple[Master, Solution]:
    """Return a master with only the columns that a solution takes: it is solved many times."""
    kept = np.flatnonzero(solution.taken > TAKEN)
    return master.thinned(kept.tolist()), replace(solution, taken=solution.taken[kept])


def _size(shop: Workshop) -> int:
    return sum(space.allowed.size for space in shop.spaces)


def _least(shop: Workshop) -> int:
    """Return what requests cost at the very least, over- and undercover apart: every wanted one met."""
    granted = (np.minimum(space.own_cost, 0).min(axis=1).sum() for space in shop.spaces)
    return int(sum(s.constant for s in shop.spaces) + sum(granted))
