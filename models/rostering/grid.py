"""The variables of a roster for CP-SAT: one Boolean a worker, day and open shift, one for working at all."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from models.rostering.problem import Problem, Roster, Worker

Variable = cp_model.IntVar
Costs = list[tuple[Variable, int]]
Cells = dict[tuple[int, int], dict[str, Variable]]


class Grid:
    """A model with a cell for every worker and day; rules add constraints and costs to it.

    `cells[worker, day]` has a variable for each shift that is open there; a cell that cannot be worked has
    none. `works` tells whether a day is worked, days before day 0 from the worker's history.
    """

    def __init__(self, problem: Problem) -> None:
        """Make the variables."""
        self.problem = problem
        self.model = cp_model.CpModel()
        self.cover_costs: Costs = []
        self.own_costs: Costs = []  # of requests and tallies
        self.constant = 0
        self._no = self.model.new_constant(0)
        self._yes = self.model.new_constant(1)
        self.cells: Cells = {}
        self._works: dict[tuple[int, int], Variable] = {}
        for worker in problem.workers:
            for day in range(problem.days):
                self._open(worker, day)

    def _open(self, worker: Worker, day: int) -> None:
        key = worker.id, day
        shifts = [s.id for s in self.problem.shifts if worker.max_shifts.get(s.id, 1) > 0]
        free = True
        if day in worker.days_off:
            shifts = []
        if key in self.problem.locked:
            wanted = self.problem.locked[key]
            free = wanted is None
            shifts = [s for s in shifts if s == wanted]
        model = self.model
        cell = self.cells[key] = {s: model.new_bool_var("") for s in shifts}
        if not cell and not free:
            model.add_bool_or([])  # locked to what the worker may not do: there is no roster
        if not cell:
            self._works[key] = self._no
            return
        works = self._works[key] = model.new_bool_var("") if free else self._yes
        model.add_exactly_one([*cell.values(), works.Not()])

    def works(self, worker: Worker, day: int) -> Variable:
        """Return whether a worker works on a day; days before the history are unknown and free."""
        if day >= 0:
            return self._works[worker.id, day]
        past = len(worker.history)
        known = worker.history[past + day] if past + day >= 0 else None
        return self._no if known is None else self._yes

    def shift(self, worker: Worker, day: int, shift: str) -> Variable:
        """Return whether a worker has a shift on a day, before day 0 from the history."""
        if day >= 0:
            return self.cells[worker.id, day].get(shift, self._no)
        past = len(worker.history)
        return self._yes if past + day >= 0 and worker.history[past + day] == shift else self._no

    def all_of(self, worker: Worker, shift: str, days: Iterable[int]) -> list[Variable]:
        """Return a worker's variables of a shift over days."""
        cells = (self.cells[worker.id, day].get(shift) for day in days)
        return [variable for variable in cells if variable is not None]

    def amount(self, most: int) -> Variable:
        """Return a new variable from 0 to `most`."""
        return self.model.new_int_var(0, max(0, most), "")

    @property
    def costs(self) -> Costs:
        """What everything costs, the constant apart."""
        return [*self.cover_costs, *self.own_costs]

    def minimise(self, costs: Costs, constant: int = 0) -> None:
        """Set the objective."""
        self.model.minimize(weighted(costs) + constant)

    def hint(self, roster: Roster) -> None:
        """Let the search begin at a roster."""
        self.model.proto.clear_solution_hint()
        for key, cell in self.cells.items():
            for shift, variable in cell.items():
                self.model.add_hint(variable, roster.get(key) == shift)

    def roster(
        self, value: cp_model.CpSolver | cp_model.CpSolverSolutionCallback
    ) -> dict[tuple[int, int], str]:
        """Read the roster off a solution."""
        return {
            key: shift
            for key, cell in self.cells.items()
            for shift, variable in cell.items()
            if value.value(variable)
        }


def weighted(costs: Costs) -> cp_model.LinearExprT:
    """Return the sum of what variables cost."""
    return cp_model.LinearExpr.weighted_sum([v for v, _ in costs], [w for _, w in costs])
