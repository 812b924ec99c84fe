"""Wishes for and against a shift on a day."""

from __future__ import annotations

from models.rostering.grid import Grid


def requests(grid: Grid) -> None:
    """Price every broken request."""
    for request in grid.problem.requests:
        variable = grid.cells[request.worker, request.day].get(request.shift)
        if request.wanted:
            grid.constant += request.weight
        if variable is not None:
            grid.own_costs.append((variable, -request.weight if request.wanted else request.weight))
