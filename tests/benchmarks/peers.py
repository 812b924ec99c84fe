"""The peers of the allocation engine, each solving the plain program one level after the other."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from models.allocation.problem import Problem
from tests.benchmarks.plain_program import Terms, plain_program


@dataclass(frozen=True)
class PeerAnswer:
    """What a peer found in time: the value of every level it proved, and the seconds it took."""

    values: Mapping[str, int]
    seconds: float
    finished: bool


def by_highs(problem: Problem, seconds: float) -> PeerAnswer:
    """Solve level after level as a MIP with HiGHS, until proven or out of time; building included."""
    return _by_mip(problem, seconds, "highs")


def by_scip(problem: Problem, seconds: float) -> PeerAnswer:
    """Solve level after level as a MIP with SCIP, until proven or out of time; building included."""
    return _by_mip(problem, seconds, "scip")


def _by_mip(problem: Problem, seconds: float, name: str) -> PeerAnswer:
    from ortools.linear_solver.python import model_builder as mb

    start = time.perf_counter()
    program = plain_program(problem)
    model = mb.Model()
    columns = [model.new_int_var(0, upper, "") for upper in program.upper]

    def total(terms: Terms) -> mb.LinearExpr:
        return mb.LinearExpr.weighted_sum([columns[c] for c in terms], list(terms.values()))

    for terms, bound, exactly in program.rows:
        if terms or bound > 0:
            model.add(total(terms) == bound if exactly else total(terms) >= bound)

    def settle(terms: Terms, left: float) -> int | None:
        model.minimize(total(terms))
        solver = mb.Solver(name)
        solver.set_time_limit_in_seconds(left)
        with silent_output():
            status = solver.solve(model)
        if status != mb.SolveStatus.OPTIMAL:
            return None
        value = round(solver.objective_value)
        model.add(total(terms) <= value)
        return value

    return _descended(program.levels, settle, start, seconds)


def by_cp_sat(problem: Problem, seconds: float) -> PeerAnswer:
    """Solve level after level with CP-SAT on two threads, until proven or out of time; building included."""
    from ortools.sat.python import cp_model

    start = time.perf_counter()
    program = plain_program(problem)
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, upper, "") for upper in program.upper]

    def total(terms: Terms) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.weighted_sum([columns[c] for c in terms], list(terms.values()))

    for terms, bound, exactly in program.rows:
        model.add(total(terms) == bound if exactly else total(terms) >= bound)

    def settle(terms: Terms, left: float) -> int | None:
        model.minimize(total(terms))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = left
        solver.parameters.num_workers = 2
        if solver.solve(model) != cp_model.OPTIMAL:
            return None
        value = round(solver.objective_value)
        model.add(total(terms) <= value)
        return value

    return _descended(program.levels, settle, start, seconds)


def _descended(
    levels: Mapping[str, Terms],
    settle: Callable[[Terms, float], int | None],
    start: float,
    seconds: float,
) -> PeerAnswer:
    """Settle the levels in their order, each held at its value by the next; one without terms is free."""
    values: dict[str, int] = {}
    searched = {level for level, terms in levels.items() if terms} or {*levels}
    for level, terms in levels.items():
        left = seconds - (time.perf_counter() - start)
        value = 0 if level not in searched else settle(terms, left) if left > 0 else None
        if value is None:
            return PeerAnswer(values, time.perf_counter() - start, False)
        values[level] = value
    return PeerAnswer(values, time.perf_counter() - start, True)


@contextlib.contextmanager
def silent_output() -> Iterator[None]:
    """Keep what native code prints, such as the banner of HiGHS, off standard output."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
