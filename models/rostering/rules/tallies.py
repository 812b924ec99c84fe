"""Weighted sums over one worker's shifts: hours, field share as a ratio of sums, fair shares of nights."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExpr

from models.rostering.grid import Grid
from models.rostering.problem import Tally


def tallies(grid: Grid) -> None:
    """Keep every tally between its bounds, or price each unit outside."""
    for tally in grid.problem.tallies:
        _keep(grid, tally)


def _keep(grid: Grid, tally: Tally) -> None:
    days = range(grid.problem.days) if tally.days is None else sorted(tally.days)
    cells = [
        (variable, tally.values[shift])
        for day in days
        if 0 <= day < grid.problem.days
        for shift, variable in grid.cells[tally.worker, day].items()
        if tally.values.get(shift)
    ]
    weights = [value for _, value in cells]
    total = LinearExpr.weighted_sum([v for v, _ in cells], weights) + tally.carried
    least = tally.carried + sum(min(0, w) for w in weights)
    most = tally.carried + sum(max(0, w) for w in weights)
    if tally.low is not None and least < tally.low:
        below = grid.amount(tally.low - least if tally.under is not None else 0)
        grid.model.add(total + below >= tally.low)
        grid.own_costs.append((below, tally.under or 0))
    if tally.high is not None and most > tally.high:
        above = grid.amount(most - tally.high if tally.over is not None else 0)
        grid.model.add(total - above <= tally.high)
        grid.own_costs.append((above, tally.over or 0))
