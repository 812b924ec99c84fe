"""Minimise one integer expression over a linear program: HiGHS for the quick proof, CP-SAT for the long rest.

HiGHS proves grouped models at the root node or soon after, but cannot be interrupted and tells nothing on
the way; so it runs on a thread of its own, within a fixed number of nodes (a node limit, unlike a clock,
gives the same answer every time), and a model it leaves open goes on to CP-SAT, which can be stopped. Both
are reached through MathOpt, which keeps HiGHS off standard output.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from models.allocation.linear import Expression, LinearModel
from models.run import Clock

if TYPE_CHECKING:
    from ortools.math_opt import model_pb2
    from ortools.math_opt.python import mathopt

ROOT_NODES = 400  # what HiGHS may explore before CP-SAT takes over
_POLL_SECONDS = 0.02
_ROUNDING = 1e-5  # how far below an integer a proven bound of that integer may be reported

OnBetter = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Solved:
    """What one minimisation found: no values where nothing was found; the bound is exact and proven."""

    state: Literal["optimal", "open", "infeasible"]
    values: list[int] | None
    value: int | None
    bound: int | None


def minimise(
    linear: LinearModel,
    objective: Expression,
    clock: Clock,
    hint: list[int] | None = None,
    on_better: OnBetter | None = None,
) -> Solved:
    """Minimise `objective`; `hint` is a known solution. Open means out of time or stopped."""
    if not linear.lower:
        return _constant(linear, objective)
    program = _Program(linear, objective, hint)
    quick = _on_own_thread(lambda: program.highs(clock), clock)
    if quick is None or quick.state != "open" or clock.over:
        return quick or Solved("open", None, None, None)
    return program.cp_sat(clock, quick, on_better)


def _constant(linear: LinearModel, objective: Expression) -> Solved:
    """Settle a program without columns, which MathOpt would not take."""
    for row in linear.rows:
        if (row.lower is not None and row.lower > 0) or (row.upper is not None and row.upper < 0):
            return Solved("infeasible", None, None, None)
    return Solved("optimal", [], objective.constant, objective.constant)


def _on_own_thread(work: Callable[[], Solved], clock: Clock) -> Solved | None:
    """Run work that cannot be interrupted; once stop is requested, leave it to end unheard."""
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="allocation")
    future = executor.submit(work)
    executor.shutdown(wait=False)
    while not wait((future,), timeout=_POLL_SECONDS).done:
        if clock.stop.requested:
            return None
    return future.result()


class _Program:
    """One program and objective in MathOpt's terms."""

    def __init__(self, linear: LinearModel, objective: Expression, hint: list[int] | None) -> None:
        from ortools.math_opt.python import mathopt

        self._objective = objective
        self._model = mathopt.Model.from_model_proto(_proto(linear, objective))
        self._columns = list(self._model.variables())
        self._hint = hint

    def highs(self, clock: Clock) -> Solved:
        """Search a fixed number of nodes, or until time is up."""
        from ortools.math_opt.python import mathopt

        parameters = self._parameters(clock)
        parameters.node_limit = ROOT_NODES
        result = mathopt.solve(
            self._model, mathopt.SolverType.HIGHS, params=parameters, model_params=self._start(self._hint)
        )
        return self._solved(result)

    def cp_sat(self, clock: Clock, known: Solved, on_better: OnBetter | None) -> Solved:
        """Search on until proven, out of time or stopped, from what is known."""
        from ortools.math_opt.python import mathopt
        from ortools.util.python.solve_interrupter import SolveInterrupter

        def tell(data: mathopt.CallbackData) -> mathopt.CallbackResult:
            if on_better is not None and data.solution is not None:
                values = [round(data.solution[column]) for column in self._columns]
                on_better(self._objective.value(values), known.bound)
            return mathopt.CallbackResult()

        interrupter = SolveInterrupter()
        parameters = self._parameters(clock)
        parameters.threads = 1  # one thread gives the same answer every time
        with _Watch(clock, interrupter.interrupt):
            result = mathopt.solve(
                self._model,
                mathopt.SolverType.CP_SAT,
                params=parameters,
                model_params=self._start(known.values or self._hint),
                callback_reg=mathopt.CallbackRegistration(events={mathopt.Event.MIP_SOLUTION}),
                cb=tell,
                interrupter=interrupter,
            )
        return _better(known, self._solved(result))

    def _parameters(self, clock: Clock) -> mathopt.SolveParameters:
        from ortools.math_opt.python import mathopt

        return mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(clock.left, 0.001)),
            random_seed=clock.limits.seed,
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.5,  # objectives are integers
        )

    def _start(self, hint: list[int] | None) -> mathopt.ModelSolveParameters:
        from ortools.math_opt.python import mathopt

        if hint is None:
            return mathopt.ModelSolveParameters()
        values = {column: float(value) for column, value in zip(self._columns, hint, strict=False)}
        return mathopt.ModelSolveParameters(solution_hints=[mathopt.SolutionHint(variable_values=values)])

    def _solved(self, result: mathopt.SolveResult) -> Solved:
        from ortools.math_opt.python import mathopt

        reason = result.termination.reason
        reasons = mathopt.TerminationReason
        if reason in (reasons.INFEASIBLE, reasons.INFEASIBLE_OR_UNBOUNDED):
            return Solved("infeasible", None, None, None)  # every column is bounded
        dual = result.termination.objective_bounds.dual_bound
        bound = math.ceil(dual - _ROUNDING) if math.isfinite(dual) else None
        if not result.has_primal_feasible_solution():
            return Solved("open", None, None, bound)
        values = [round(value) for value in result.variable_values(self._columns)]
        value = self._objective.value(values)
        proven = reason == reasons.OPTIMAL or (bound is not None and bound >= value)
        return Solved("optimal" if proven else "open", values, value, value if proven else bound)


class _Watch:
    """Interrupt a search within moments of a stop request; ends with its `with` block."""

    def __init__(self, clock: Clock, interrupt: Callable[[], None]) -> None:
        self._clock = clock
        self._interrupt = interrupt
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="allocation-watch")

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(_POLL_SECONDS):
            if self._clock.stop.requested:
                self._interrupt()
                return


def _better(before: Solved, after: Solved) -> Solved:
    """Join two searches of the same program: the later one never loses what the first knew."""
    if after.state != "open":
        return after
    bound = max((b for b in (before.bound, after.bound) if b is not None), default=None)
    best = before
    if after.value is not None and (before.value is None or after.value <= before.value):
        best = after
    proven = best.value is not None and bound is not None and bound >= best.value
    return Solved("optimal" if proven else "open", best.values, best.value, bound)


def _proto(linear: LinearModel, objective: Expression) -> model_pb2.ModelProto:
    from ortools.math_opt import model_pb2

    proto = model_pb2.ModelProto()
    columns = len(linear.lower)
    proto.variables.ids.extend(range(columns))
    proto.variables.lower_bounds.extend(linear.lower)
    proto.variables.upper_bounds.extend(linear.upper)
    proto.variables.integers.extend([True] * columns)
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
