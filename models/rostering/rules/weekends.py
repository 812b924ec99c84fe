"""How many weekends may be worked."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExpr

from models.rostering.grid import Grid


def weekends(grid: Grid) -> None:
    """Keep every worker's `max_weekends`; a weekend counts if either of its days is worked."""
    spans = grid.problem.weekends
    for worker in grid.problem.workers:
        if worker.max_weekends is None or worker.max_weekends >= len(spans):
            continue
        worked = []
        for span in spans:
            counts = grid.model.new_bool_var("")
            for day in span:
                grid.model.add_implication(grid.works(worker, day), counts)
            worked.append(counts)
        grid.model.add(LinearExpr.sum(worked) <= worker.max_weekends)
