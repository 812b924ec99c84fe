"""Two peers of rostering over the plain program: CP-SAT with default parameters, and HiGHS as a MIP."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from models.rostering.problem import Problem, Roster
from tests.benchmarks.peers import silent_output
from tests.benchmarks.plain_roster import PlainRoster, Sum, Terms, changes, plain_roster

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExprT

_LEAST_SECONDS = 0.01


@dataclass(frozen=True)
class Answer:
    """A peer's roster, None where it found none, its bound, and whether it proved the roster optimal."""

    roster: Roster | None
    bound: float | None = None
    optimal: bool = False


class _CpSat:
    """The plain program for CP-SAT, one objective after the other."""

    def __init__(self, problem: Problem, seconds: float, workers: int) -> None:
        from ortools.sat.python import cp_model

        self._ends = time.perf_counter() + seconds
        self._workers = workers
        self._cp = cp_model
        self.program = plain_roster(problem)
        self.model = cp_model.CpModel()
        columns = self._columns = [self.model.new_int_var(0, upper, "") for upper in self.program.upper]
        for clause in self.program.clauses:
            self.model.add_bool_or(columns[c] if wanted else columns[c].negated() for c, wanted in clause)
        for terms, low, high in self.program.sums:
            least = cp_model.INT_MIN if low is None else low
            most = cp_model.INT_MAX if high is None else high
            self.model.add_linear_constraint(self.total(terms), least, most)

    def total(self, terms: Terms) -> LinearExprT:
        """Return a weighted sum."""
        return self._cp.LinearExpr.weighted_sum([self._columns[c] for c in terms], list(terms.values()))

    def least(self, cost: LinearExprT) -> Answer:
        """Search for the least cost."""
        self.model.minimize(cost)
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.max_time_in_seconds = max(_LEAST_SECONDS, self._ends - time.perf_counter())
        status = solver.solve(self.model)
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return Answer(None)
        roster = self.program.roster([solver.value(column) for column in self._columns])
        return Answer(roster, solver.best_objective_bound, status == self._cp.OPTIMAL)


def by_cp_sat(problem: Problem, seconds: float, workers: int) -> Answer:
    """Search with CP-SAT, until proven or out of time; building included."""
    search = _CpSat(problem, seconds, workers)
    return search.least(search.total(search.program.cost) + search.program.constant)


def mended_by_cp_sat(problem: Problem, roster: Roster, seconds: float, workers: int) -> Answer:
    """Search for the best covers with the fewest changed cells, then for the least cost among those."""
    search = _CpSat(problem, seconds, workers)
    terms, kept = changes(search.program, roster)
    weight = 1 + len(terms)
    covers = {column: cost * weight for column, cost in search.program.of_covers.items()}
    first = search.total({**covers, **terms}) + kept
    fewest = search.least(first)
    if not fewest.optimal or fewest.bound is None:
        return fewest
    search.model.add(first <= round(fewest.bound))
    return search.least(search.total(search.program.cost) + search.program.constant)


def by_highs(problem: Problem, seconds: float, workers: int) -> Answer:
    """Search with HiGHS, until proven or out of time; building included."""
    # MathOpt keeps the best roster so far at a time limit; model_builder loses it.
    from ortools.math_opt.python import mathopt
    from ortools.math_opt.solvers.highs_pb2 import HighsOptionsProto

    start = time.perf_counter()
    program = plain_roster(problem)
    model = mathopt.Model()
    columns = [model.add_integer_variable(lb=0, ub=upper) for upper in program.upper]

    def total(terms: Terms) -> mathopt.LinearSum:
        return mathopt.fast_sum(value * columns[c] for c, value in terms.items())

    for terms, low, high in _rows(program):
        least = -math.inf if low is None else low
        model.add_linear_constraint(lb=least, ub=math.inf if high is None else high, expr=total(terms))
    model.minimize(total(program.cost) + program.constant)
    limits = mathopt.SolveParameters(
        time_limit=timedelta(seconds=_left(start, seconds)),
        relative_gap_tolerance=0.0,
        highs=HighsOptionsProto(int_options={"threads": workers}),
    )
    with silent_output():
        found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limits)
    if not found.has_primal_feasible_solution():
        return Answer(None)
    values = found.variable_values()
    optimal = found.termination.reason is mathopt.TerminationReason.OPTIMAL
    roster = program.roster([values[column] for column in columns])
    return Answer(roster, found.best_objective_bound(), optimal)


def _rows(program: PlainRoster) -> list[Sum]:
    """Return the sums, and every clause as the sum that says it."""
    said = [*program.sums]
    for clause in program.clauses:
        terms = {column: 1 if wanted else -1 for column, wanted in clause}
        said.append((terms, 1 - sum(not wanted for _, wanted in clause), None))
    return said


def _left(start: float, seconds: float) -> float:
    return max(_LEAST_SECONDS, seconds - (time.perf_counter() - start))
