"""Limits on single workers, taken up only where a plan breaks them: few bind, and all are dear (design 4.1).

Somebody barred from a site, or apart from somebody, takes columns of their own. But a plan that is best
without some limits, and keeps them all the same, is best with them. So the first plan is made without
them, and whatever limit it breaks joins the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from models.allocation.changes import change_of
from models.allocation.outcome import Assignment
from models.allocation.problem import Problem
from models.allocation.requirements import Apart

SHARED_BY = 8  # workers barred from the same sites share their columns, and are not worth a second plan
PATIENCE = 3  # plans made without some limit, before the one made with all of them

Pair = tuple[int, int]


class Loosening:
    """A problem under as many of its limits on single workers as have mattered so far."""

    def __init__(self, problem: Problem) -> None:
        """Start with the limits that many share."""
        shared = Counter(worker.barred for worker in problem.workers)
        self._problem = problem
        self._barred = {w.id for w in problem.workers if w.barred and shared[w.barred] < SHARED_BY}
        self._pairs = _hard_pairs(problem)
        self._rounds = 0

    def problem(self) -> Problem:
        """Return the problem without the limits that have not mattered."""
        if not (self._barred or self._pairs):
            return self._problem
        workers = (
            replace(w, barred=frozenset()) if w.id in self._barred else w for w in self._problem.workers
        )
        requirements = (
            replace(r, pairs=r.pairs - self._pairs) if isinstance(r, Apart) and r.level is None else r
            for r in self._problem.requirements
        )
        return replace(self._problem, workers=tuple(workers), requirements=tuple(requirements))

    def tighten(self, assignments: Iterable[Assignment]) -> bool:
        """Take up the limits a plan breaks; return whether there are any, so that another plan is needed."""
        places = {a.worker: (a.site, a.post) for a in assignments}
        by_id = self._problem.worker_by_id
        moved = {w for w, place in places.items() if change_of(by_id[w], *place) == "transfer"}
        barred = {w for w in self._barred & moved if places[w][0] in by_id[w].barred}
        pairs = {
            (a, b) for a, b in self._pairs if places[a][0] == places[b][0] and (a in moved or b in moved)
        }
        self._rounds += 1
        if not (barred or pairs):
            return False
        last = self._rounds == PATIENCE
        self._barred = set() if last else self._barred - barred
        self._pairs = frozenset() if last else self._pairs - pairs
        return True


def _hard_pairs(problem: Problem) -> frozenset[Pair]:
    hard = (r.pairs for r in problem.requirements if isinstance(r, Apart) and r.level is None)
    return frozenset[Pair]().union(*hard)
