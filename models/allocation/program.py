"""One integer program in MathOpt's terms: its relaxation, and a search by HiGHS or by CP-SAT.

MathOpt keeps HiGHS's banner off standard output. A parameter a solver does not know, and a fault inside
HiGHS, both surface as AttributeError about `canonical_code` (OR-Tools 9.15).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

from models.allocation.linear import Expression, LinearModel

_ROUNDING = 1e-5  # how far below an integer a proven bound of that integer may be reported


@dataclass(frozen=True, slots=True)
class Solved:
    """What one minimisation found: no values where nothing was found; the bound is exact and proven."""

    state: Literal["optimal", "open", "infeasible"]
    values: list[int] | None
    value: int | None
    bound: int | None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The optimum with fractions allowed: a lower bound, and what one more of each column would add."""

    bound: float
    reduced_costs: list[float]


class Program:
    """A linear model and an objective, ready to be searched."""

    def __init__(self, linear: LinearModel, objective: Expression, seed: int) -> None:
        """Translate once; a search never changes the program."""
        self._linear = linear
        self._objective = objective
        self._seed = seed

    def relaxation(self, seconds: float) -> Relaxation | None:
        """Solve with fractions allowed; None where that proves no bound, as in an infeasible program."""
        model = self._model([False] * len(self._linear.lower))
        parameters = mathopt.SolveParameters(
            time_limit=timedelta(seconds=seconds),
            lp_algorithm=mathopt.LPAlgorithm.DUAL_SIMPLEX,  # twice as fast: costs are never negative
        )
        result = mathopt.solve(model, mathopt.SolverType.GLOP, params=parameters)
        if (
            result.termination.reason != mathopt.TerminationReason.OPTIMAL
            or not result.has_dual_feasible_solution()
        ):
            return None
        return Relaxation(result.objective_value(), result.reduced_costs(list(model.variables())))

    def by_highs(self, seconds: float, nodes: int) -> Solved:
        """Search at most so many nodes, without a hint, which slows it down; its faults leave all open."""
        parameters = self._parameters(seconds)
        parameters.node_limit = nodes
        model = self._model(self._linear.whole)
        try:
            result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
        except (AttributeError, RuntimeError):
            return Solved("open", None, None, None)
        return self._solved(model, result)

    def by_cp_sat(
        self,
        seconds: float,
        hint: list[int] | None,
        on_better: Callable[[int], None],
        interrupter: SolveInterrupter,
    ) -> Solved:
        """Search until proven, out of time or interrupted; one thread gives the same answer every time."""
        parameters = self._parameters(seconds)
        parameters.threads = 1
        model = self._model([True] * len(self._linear.lower))
        columns = list(model.variables())

        def tell(data: mathopt.CallbackData) -> mathopt.CallbackResult:
            if data.solution is not None:
                found = data.solution
                on_better(self._objective.value([round(found[column]) for column in columns]))
            return mathopt.CallbackResult()

        result = mathopt.solve(
            model,
            mathopt.SolverType.CP_SAT,
            params=parameters,
            model_params=self._start(model, hint),
            callback_reg=mathopt.CallbackRegistration(events={mathopt.Event.MIP_SOLUTION}),
            cb=tell,
            interrupter=interrupter,
        )
        return self._solved(model, result)

    def _model(self, whole: list[bool]) -> mathopt.Model:
        return mathopt.Model.from_model_proto(_proto(self._linear, self._objective, whole))

    def _parameters(self, seconds: float) -> mathopt.SolveParameters:
        return mathopt.SolveParameters(
            time_limit=timedelta(seconds=seconds),
            random_seed=self._seed,
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.5,  # objectives are whole
        )

    def _start(self, model: mathopt.Model, hint: list[int] | None) -> mathopt.ModelSolveParameters:
        if hint is None:
            return mathopt.ModelSolveParameters()
        known = zip(model.variables(), self._linear.whole, hint, strict=False)
        values = {column: float(value) for column, whole, value in known if whole}
        return mathopt.ModelSolveParameters(solution_hints=[mathopt.SolutionHint(variable_values=values)])

    def _solved(self, model: mathopt.Model, result: mathopt.SolveResult) -> Solved:
        reason = result.termination.reason
        reasons = mathopt.TerminationReason
        if reason in (reasons.INFEASIBLE, reasons.INFEASIBLE_OR_UNBOUNDED):
            return Solved("infeasible", None, None, None)  # every column is bounded
        dual = result.termination.objective_bounds.dual_bound
        bound = math.ceil(dual - _ROUNDING) if math.isfinite(dual) else None
        if not result.has_primal_feasible_solution():
            return Solved("open", None, None, bound)
        values = [round(value) for value in result.variable_values(list(model.variables()))]
        value = round(result.objective_value())
        proven = reason == reasons.OPTIMAL or (bound is not None and bound >= value)
        return Solved("optimal" if proven else "open", values, value, value if proven else bound)


def _proto(linear: LinearModel, objective: Expression, whole: list[bool]) -> model_pb2.ModelProto:
    proto = model_pb2.ModelProto()
    columns = len(linear.lower)
    proto.variables.ids.extend(range(columns))
    proto.variables.lower_bounds.extend(linear.lower)
    proto.variables.upper_bounds.extend(linear.upper)
    proto.variables.integers.extend(whole)
    limits, matrix = proto.linear_constraints, proto.linear_constraint_matrix
    limits.ids.extend(range(len(linear.rows)))
    limits.lower_bounds.extend(-math.inf if row.lower is None else row.lower for row in linear.rows)
    limits.upper_bounds.extend(math.inf if row.upper is None else row.upper for row in linear.rows)
    for index, row in enumerate(linear.rows):
        terms = sorted(row.terms.items())
        matrix.row_ids.extend([index] * len(terms))
        matrix.column_ids.extend(column for column, _ in terms)
        matrix.coefficients.extend(factor for _, factor in terms)
    goal = sorted(objective.terms.items())
    proto.objective.offset = objective.constant
    proto.objective.linear_coefficients.ids.extend(column for column, _ in goal)
    proto.objective.linear_coefficients.values.extend(factor for _, factor in goal)
    return proto
