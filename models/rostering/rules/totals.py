"""How often a shift may be worked, and how many minutes in all."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExpr

from models.rostering.grid import Grid


def most_of_a_shift(grid: Grid) -> None:
    """Keep every worker's `max_shifts`."""
    days = range(grid.problem.days)
    for worker in grid.problem.workers:
        for shift, most in worker.max_shifts.items():
            if 0 < most < len(days):
                grid.model.add(LinearExpr.sum(grid.all_of(worker, shift, days)) <= most)


def minutes(grid: Grid) -> None:
    """Keep every worker's minutes between the least and the most."""
    problem = grid.problem
    for worker in problem.workers:
        cells = [(v, s) for d in range(problem.days) for s, v in grid.cells[worker.id, d].items()]
        lengths = [problem.shift_by_id[s].minutes for _, s in cells]
        total = LinearExpr.weighted_sum([v for v, _ in cells], lengths)
        if worker.min_minutes is not None:
            grid.model.add(total >= worker.min_minutes)
        if worker.max_minutes is not None:
            grid.model.add(total <= worker.max_minutes)
