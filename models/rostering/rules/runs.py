"""How many days may be worked, and must be free, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python.cp_model_helper import Literal

from models.rostering.grid import Grid
from models.rostering.problem import Worker


def runs(grid: Grid) -> None:
    """Keep runs of work no longer than `max_run`; runs inside the horizon no shorter than their least."""
    for worker in grid.problem.workers:
        _longest(grid, worker)
        first = -len(worker.history)
        works = [grid.works(worker, day) for day in range(first, grid.problem.days)]
        _shortest(grid, works, worker.min_run, first)
        _shortest(grid, [w.Not() for w in works], worker.min_rest, first)


def _longest(grid: Grid, worker: Worker) -> None:
    if worker.max_run is None:
        return
    span = worker.max_run + 1
    for end in range(grid.problem.days):
        if end - span + 1 >= -len(worker.history):
            days = range(end - span + 1, end + 1)
            grid.model.add_bool_or([grid.works(worker, day).Not() for day in days])


def _shortest(grid: Grid, states: Sequence[Literal], least: int, first: int) -> None:
    """Forbid a run that begins and ends inside with fewer days than `least`, unless all of it is past."""
    for length in range(1, least):
        for start in range(1, len(states) - length):
            if start + length + first >= 0:
                inside = [states[start + i].Not() for i in range(length)]
                grid.model.add_bool_or([states[start - 1], *inside, states[start + length]])
