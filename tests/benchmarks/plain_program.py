"""The peers of the allocation engine: one Boolean per worker, site and post, as anybody would write it first.

Both solve the very same problem record with the very same levels, one after the other.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.allocation.bounds import no_worse_than_today
from models.allocation.changes import change_of, changes_post
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import (
    HARDSHIP,
    POST_CHANGES,
    TRANSFERS,
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
)

Terms = dict[int, int]
Place = tuple[int | None, str]


@dataclass
class PlainProgram:
    """Columns by their upper bound, rows as terms and a lower bound, one objective per level."""

    upper: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, int, bool]] = field(default_factory=list)  # terms, at least, exactly
    levels: dict[str, Terms] = field(default_factory=dict)

    def column(self, upper: int) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1

    def at_least(self, terms: Terms, bound: int, level: str | None, most: int) -> None:
        """Add a row; with a level whoever is missing costs one there, without one nobody may be."""
        if level is not None:
            short = self.column(max(most, 0))
            terms = {**terms, short: 1}
            self.levels[level][short] = 1
        self.rows.append((terms, bound, False))


@dataclass(frozen=True)
class PeerAnswer:
    """What a peer found in time: the value of every level it proved, and the seconds it took."""

    values: Mapping[str, int]
    seconds: float
    finished: bool


def plain_program(problem: Problem) -> PlainProgram:
    """Return the problem with one Boolean for every place every worker may have."""
    problem, _ = no_worse_than_today(problem)
    program = PlainProgram(levels={level: {} for level in problem.all_levels})
    there: dict[tuple[int, str], Terms] = defaultdict(dict)
    stays: Terms = {}
    for worker in problem.workers:
        chosen: Terms = {}
        for site, post in _places(problem, worker):
            column = program.column(1)
            chosen[column] = 1
            if site is not None:
                there[site, post][column] = 1
            if worker.must_return and site == worker.current:
                stays[column] = -1
            _price(program, problem, worker, (site, post), column)
        program.rows.append((chosen, 1, True))
    for requirement in problem.requirements:
        _require(program, problem, requirement, there, stays)
    return program


def _places(problem: Problem, worker: Worker) -> Iterator[Place]:
    yield worker.current, worker.post
    at_home = worker.current == worker.home
    if worker.must_return:
        yield worker.home, worker.post
    if worker.postable and (at_home or worker.must_return):
        yield from ((worker.home, p) for p in _posts(problem, worker, worker.home) if p != worker.post)
    if worker.movable:
        for site in problem.sites:
            if site.receiver and site.id not in (worker.home, worker.current):
                yield from ((site.id, post) for post in _posts(problem, worker, site.id))


def _posts(problem: Problem, worker: Worker, site: int) -> list[str]:
    return sorted(worker.allowed_posts & problem.site_by_id[site].posts)


def _price(program: PlainProgram, problem: Problem, worker: Worker, place: Place, column: int) -> None:
    site, post = place
    cost = 0
    if site is not None and change_of(worker, site, post) == "transfer":
        program.levels[TRANSFERS][column] = 1
        cost = worker.transfer_cost + problem.travel.get((worker.home, site), 0)
    elif changes_post(worker, site, post):
        program.levels[POST_CHANGES][column] = 1
        cost = worker.change_cost
    if cost:
        program.levels[HARDSHIP][column] = cost


def _require(
    program: PlainProgram,
    problem: Problem,
    requirement: Requirement,
    there: Mapping[tuple[int, str], Terms],
    stays: Terms,
) -> None:
    fixed, level = {site.id: site.fixed_total for site in problem.sites}, requirement.level
    everybody = len(problem.workers) + sum(fixed.values())
    match requirement:
        case Returns():
            for column in stays:
                program.at_least({column: -1}, 0, level, 1)
        case Minimum() | Kept():
            for site, least in requirement.at_least.items():
                program.at_least(_present(there, site), least - fixed[site], level, least)
        case GroupShare():
            terms = {column: 1 for site in requirement.sites for column in _present(there, site)}
            bound = requirement.at_least - sum(fixed[site] for site in requirement.sites)
            program.at_least(terms, bound, level, requirement.at_least)
        case Maximum():
            for site, most in requirement.at_most.items():
                terms = dict.fromkeys(_present(there, site), -1)
                program.at_least(terms, fixed[site] - most, level, everybody)
        case PostMinimum():
            for (site, post), least in requirement.at_least.items():
                standing = problem.site_by_id[site].fixed.get(post, 0)
                program.at_least(there.get((site, post), {}), least - standing, level, least)
        case PostShare():
            for site in requirement.sites:
                _post_share(program, problem, requirement, site, there)


def _present(there: Mapping[tuple[int, str], Terms], site: int) -> Terms:
    return {column: 1 for (s, _), terms in there.items() if s == site for column in terms}


def _post_share(
    program: PlainProgram,
    problem: Problem,
    rule: PostShare,
    site: int,
    there: Mapping[tuple[int, str], Terms],
) -> None:
    """Add den * (counting + short) >= num * everybody, for one site."""
    fixed = problem.site_by_id[site].fixed
    counted = rule.sites[site] + sum(n for post, n in fixed.items() if post in rule.posts)
    terms = dict.fromkeys(_present(there, site), -rule.numerator)
    counting = (column for post in rule.posts for column in there.get((site, post), {}))
    for column in counting:
        terms[column] += rule.denominator
    if rule.level is not None:
        short = program.column(len(terms) + sum(fixed.values()))
        program.levels[rule.level][short] = 1
        terms[short] = rule.denominator
    bound = rule.numerator * sum(fixed.values()) - rule.denominator * counted
    program.rows.append((terms, bound, False))


def by_highs(problem: Problem, seconds: float) -> PeerAnswer:
    """Solve level after level as a MIP with HiGHS, until proven or out of time; building included."""
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
    values: dict[str, int] = {}
    for level, terms in program.levels.items():
        left = seconds - (time.perf_counter() - start)
        if left <= 0:
            return PeerAnswer(values, time.perf_counter() - start, False)
        if not terms:
            values[level] = 0
            continue
        model.minimize(total(terms))
        solver = mb.Solver("highs")
        solver.set_time_limit_in_seconds(left)
        with silent_output():
            status = solver.solve(model)
        if status != mb.SolveStatus.OPTIMAL:
            return PeerAnswer(values, time.perf_counter() - start, False)
        values[level] = round(solver.objective_value)
        model.add(total(terms) <= values[level])
    return PeerAnswer(values, time.perf_counter() - start, True)


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
    values: dict[str, int] = {}
    for level, terms in program.levels.items():
        left = seconds - (time.perf_counter() - start)
        if left <= 0:
            return PeerAnswer(values, time.perf_counter() - start, False)
        model.minimize(total(terms))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = left
        solver.parameters.num_workers = 2
        if solver.solve(model) != cp_model.OPTIMAL:
            return PeerAnswer(values, time.perf_counter() - start, False)
        values[level] = round(solver.objective_value)
        model.add(total(terms) <= values[level])
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
