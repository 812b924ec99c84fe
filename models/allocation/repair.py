"""The least change after which nothing is worse than allowed: a repair, not the best plan (design 7).

What is short already may stay so, site by site: a repair fills no old hole and shifts no new one elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from models.allocation.bounds import no_worse_than_today
from models.allocation.check import Report, check
from models.allocation.descent import Descent, GroupedModel, descend
from models.allocation.linear import Expression, LinearModel, total
from models.allocation.loosening import Loosening
from models.allocation.model import UnsoundPlanError
from models.allocation.naming import name
from models.allocation.outcome import Assignment, Level, Outcome, Status
from models.allocation.problem import Problem
from models.allocation.requirements import HARDSHIP, TRANSFERS, GroupShare, Returns, Target, Unmoved
from models.allocation.rows import NONE_ALLOWED, Allowed
from models.run import Clock, Limits, Stop

RETURNS = "returned"  # the last level of a repair: how many come home who may also stay away


def least_change(
    problem: Problem,
    allowed: Allowed,
    returning: Collection[int] = (),
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> Outcome:
    """Return the fewest transfers, then post changes, then returns, with no soft target shorter than allowed.

    Where that cannot be, targets exceed what is allowed by as little as can be, level after level. Of those
    who must return only `returning` have to; that all others stay away has to be allowed like any shortage.
    Levels and hardship are read off the plan; `optimal` is a plan whose repair is proven. Raises
    UnsoundPlanError where the plan does not pass its check.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    problem, relaxed = no_worse_than_today(_with_home(problem, returning))
    loosening = Loosening(problem)
    while True:
        model = _RepairModel(loosening.problem(), allowed)
        descent = _descended(model, clock)
        if descent.values is None:
            status = "infeasible" if descent.infeasible else _unproven(clock)
            return Outcome(status, (), (), relaxed, clock.seconds)
        assignments = name(model.flows, descent.values)
        if not loosening.tighten(assignments):
            break
    levels = _checked(problem, allowed, descent, assignments)
    proven = [level.name for level in descent.levels if level.proven] == list(model.names)
    return Outcome("optimal" if proven else _unproven(clock), levels, assignments, relaxed, clock.seconds)


def _descended(model: _RepairModel, clock: Clock) -> Descent:
    """Settle the levels; a repair without transfers that leaves nothing short is the best, and soon found."""
    model.still = True
    soft = model.names[: model.names.index(TRANSFERS)]
    descent = descend(model, clock, caps=dict.fromkeys(soft, 0), through=RETURNS)
    model.still = False
    return descend(model, clock, through=RETURNS) if descent.values is None else descent


def _unproven(clock: Clock) -> Status:
    return "stopped" if clock.stop.requested else "feasible"


def _with_home(problem: Problem, returning: Collection[int]) -> Problem:
    """Return the problem in which these workers are home already, and may change from there."""
    if not returning:
        return problem
    workers = (
        replace(w, current=w.home, must_return=False, held=False) if w.id in returning else w
        for w in problem.workers
    )
    return replace(problem, workers=tuple(workers))


class _RepairModel(GroupedModel):
    """The grouped model, shortages counted beyond what is allowed; its last level are the returns."""

    def __init__(self, problem: Problem, allowed: Allowed) -> None:
        super().__init__(problem, allowed)
        self.still = False  # whether nobody may be transferred
        flows = self.flows
        returning = sum(flows.groups[index].size for index in flows.away)
        self._levels[RETURNS] = Expression(returning).add(total(flows.away.values()), -1)
        self.names = (*(level for level in self.names if level != HARDSHIP), RETURNS)

    def linear(self, *names: str) -> LinearModel:
        """Return a program of its own that holds these levels, without transfers where nobody may be."""
        linear = super().linear(*names)
        fill = (column for columns in self.flows.fill.values() for column in columns.values())
        for column in (*self.flows.out.values(), *fill) if self.still else ():
            linear.upper[column] = 0
        return linear


def _checked(
    problem: Problem, allowed: Allowed, descent: Descent, assignments: tuple[Assignment, ...]
) -> tuple[Level, ...]:
    """Return the plan's true levels, unless it is unsound or not the one that was found."""
    report = check(problem, assignments)
    true = {**report.levels, **_beyond(problem, report, allowed), RETURNS: _returns(problem, assignments)}
    wrong = (
        level
        for level in descent.levels
        if true[level.name] > level.value or (level.proven and true[level.name] < level.value)
    )
    faults = [*report.faults, *(f"{lv.name} is {true[lv.name]}, not {lv.value}" for lv in wrong)]
    if faults:
        raise UnsoundPlanError("; ".join(faults))
    bounds = {level.name: level.bound for level in descent.levels if level.name not in problem.levels}
    return tuple(Level(level, value, bounds.get(level)) for level, value in report.levels.items())


def _beyond(problem: Problem, report: Report, allowed: Allowed) -> dict[str, int]:
    """Return by level how far shortages exceed what is allowed."""
    beyond = dict.fromkeys(problem.levels, 0)
    for requirement in problem.requirements:
        level = requirement.level
        if level is None:
            continue
        together = isinstance(requirement, Returns | GroupShare | Unmoved)
        short = Counter[int | None]()
        for shortage in report.shortages:
            if shortage.requirement is requirement:
                short[None if together else shortage.site] += shortage.short
        spared = allowed if isinstance(requirement, Target) else NONE_ALLOWED
        beyond[level] += sum(max(0, n - spared.get((level, site), 0)) for site, n in short.items())
    return beyond


def _returns(problem: Problem, assignments: tuple[Assignment, ...]) -> int:
    """Return how many come home by a plan who may also stay away."""
    workers = problem.worker_by_id
    due = [a for a in assignments if workers[a.worker].must_return and not workers[a.worker].held]
    return sum(a.site != workers[a.worker].current for a in due)
