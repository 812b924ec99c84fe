"""Shifts that may not follow one another, and the rest a shift asks for."""

from __future__ import annotations

from models.rostering.grid import Grid


def successions(grid: Grid) -> None:
    """Forbid on the next day what a shift's `not_next` names, and any work for `rest_after` days."""
    problem = grid.problem
    for worker in problem.workers:
        past = len(worker.history)
        for day in range(-past, problem.days - 1):
            for shift in problem.shifts:
                first = grid.shift(worker, day, shift.id)
                for ahead in range(1, shift.rest_after + 1):
                    if 0 <= day + ahead < problem.days:
                        grid.model.add_bool_or([first.Not(), grid.works(worker, day + ahead).Not()])
                later = grid.cells[worker.id, day + 1] if day >= -1 and not shift.rest_after else {}
                for next_ in shift.not_next & later.keys():
                    grid.model.add_bool_or([first.Not(), later[next_].Not()])
