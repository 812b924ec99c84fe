"""One run of CP-SAT over a grid: seeded, stoppable, telling of its progress."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from models.rostering.grid import Grid
from models.run import Clock

OnBound = Callable[[int | None, int | None], None]
_POLL = 0.05  # seconds between two looks at the stop flag


@dataclass(frozen=True)
class Found:
    """What a run found: `roster` is None without a solution, `bound` None without one worth a word."""

    roster: dict[tuple[int, int], str] | None
    objective: int | None
    bound: int | None
    infeasible: bool

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.infeasible or (self.objective is not None and self.objective == self.bound)


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, tell: OnBound) -> None:
        super().__init__()
        self._tell = tell

    def on_solution_callback(self) -> None:
        self._tell(round(self.objective_value), _rounded_up(self.best_objective_bound))


def _rounded_up(bound: float) -> int:
    return -int(-(bound - 1e-6) // 1)


def run(grid: Grid, clock: Clock, tell: OnBound, workers: int, seconds: float | None = None) -> Found:
    """Search until proven, out of time or stopped."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.linearization_level = 2  # totals and covers bound a roster better than its clauses
    solver.parameters.random_seed = clock.limits.seed
    left = clock.left if seconds is None else min(seconds, clock.left)
    solver.parameters.max_time_in_seconds = max(0.001, left)
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(clock, solver, ended), daemon=True)
    watcher.start()
    try:
        status = solver.solve(grid.model, _Listener(tell))
    finally:
        ended.set()
        watcher.join()
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        value = round(solver.objective_value)
        bound = value if status == cp_model.OPTIMAL else _rounded_up(solver.best_objective_bound)
        return Found(grid.roster(solver), value, bound, False)
    return Found(None, None, None, status == cp_model.INFEASIBLE)


def _watch(clock: Clock, solver: cp_model.CpSolver, ended: threading.Event) -> None:
    while not ended.wait(_POLL):
        if clock.stop.requested:
            solver.stop_search()
