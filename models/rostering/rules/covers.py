"""How many are needed, and what it costs to have too few or too many."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExpr

from models.rostering.grid import Grid


def covers(grid: Grid) -> None:
    """Price every cover: `under` for each missing worker, `over` for each one too many."""
    problem = grid.problem
    for cover in problem.covers:
        there = [
            grid.cells[worker.id, cover.day][shift]
            for worker in problem.workers
            if cover.tag is None or cover.tag in worker.tags
            for shift in cover.shifts & grid.cells[worker.id, cover.day].keys()
        ]
        total = LinearExpr.sum(there)
        if cover.under and cover.required:
            missing = grid.amount(cover.required)
            grid.model.add(total + missing >= cover.required)
            grid.cover_costs.append((missing, cover.under))
        if cover.over and len(there) > cover.required:
            beyond = grid.amount(len(there) - cover.required)
            grid.model.add(total - beyond <= cover.required)
            grid.cover_costs.append((beyond, cover.over))
