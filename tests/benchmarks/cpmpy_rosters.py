"""CPMpy on a public instance: the model it ships for these files, over its default solver."""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks.plain_searches import Answer
from tests.benchmarks.shift_instances import Instance

_LEAST_SECONDS = 0.01


def by_cpmpy(path: Path, instance: Instance, seconds: float, workers: int) -> Answer:
    """Search with the model that CPMpy ships for these files, over its default solver."""
    start = time.perf_counter()
    import cpmpy
    from cpmpy.tools.io.nurserostering import load_nurserostering
    from cpmpy.transformations.get_variables import get_variables_model

    model = load_nurserostering(str(path))
    solver = cpmpy.SolverLookup.get("ortools", model)
    left = max(_LEAST_SECONDS, seconds - (time.perf_counter() - start))
    if not solver.solve(time_limit=left, num_search_workers=workers):
        return Answer(None)
    shifts = [shift.id for shift in instance.problem.shifts]
    roster = {}
    for variable in get_variables_model(model):
        if variable.name.startswith("nv[") and (value := int(variable.value())):
            worker, day = variable.name.removeprefix("nv[").removesuffix("]").split(",")
            roster[int(worker), int(day)] = shifts[value - 1]
    optimal = solver.status().exitstatus == cpmpy.solvers.solver_interface.ExitStatus.OPTIMAL
    return Answer(roster, solver.ort_solver.best_objective_bound, optimal)
