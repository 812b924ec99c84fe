"""The allocation engine: one function, problem in, checked outcome out (design 4.1).

Importing this loads OR-Tools; problems, requirements, checks and outcomes do without.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.allocation.bounds import Relaxed, no_worse_than_today
from models.allocation.check import Report, check
from models.allocation.descent import NO_CAPS, Descent, GroupedModel, descend
from models.allocation.loosening import Loosening
from models.allocation.naming import name
from models.allocation.outcome import Assignment, Level, Outcome, Status
from models.allocation.problem import Problem
from models.allocation.requirements import HARDSHIP
from models.run import Clock, Limits, OnProgress, Phase, Progress, Stop, unheard


class UnsoundPlanError(RuntimeError):
    """The solver-free check contradicts the solver: the plan is withheld."""


def solve(
    problem: Problem,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    caps: Mapping[str, int] = NO_CAPS,
    through: str = HARDSHIP,
) -> Outcome:
    """Return the plan that is best level after level, as far as the limits allow; it has passed its check.

    `caps` says how much of some levels is allowed at most. Levels after `through` are not searched but only
    read off the plan, and have no bound.

    Raises UnsoundPlanError where the plan found does not pass, and ValueError for a level there is not.
    Progress is told on the calling thread, or on the solver's while it searches long.
    """
    for level in (*caps, through):
        if level not in problem.all_levels:
            raise ValueError(f"there is no level {level}")
    clock = Clock(limits or Limits(), stop or Stop())
    tell = _Teller(clock, on_progress)
    tell.phase("prepare")
    relaxed_problem, relaxed = no_worse_than_today(problem)
    loosening = Loosening(relaxed_problem)
    while True:
        model = GroupedModel(loosening.problem())
        descent = descend(model, clock, tell.level, caps, through)
        if descent.infeasible:
            return Outcome("infeasible", (), (), relaxed, clock.seconds)
        tell.phase("name")
        assignments = name(model.flows, descent.values) if descent.values is not None else today(problem)
        if not loosening.tighten(assignments):
            break
    tell.phase("check")
    report = check(relaxed_problem, assignments)
    outcome = _outcome(descent, assignments, report, relaxed, clock, caps)
    tell.phase("done")
    return outcome


def today(problem: Problem) -> tuple[Assignment, ...]:
    """Return the plan that changes nothing."""
    return tuple(Assignment(w.id, w.current, w.post) for w in sorted(problem.workers, key=lambda w: w.id))


def _outcome(
    descent: Descent,
    assignments: tuple[Assignment, ...],
    report: Report,
    relaxed: tuple[Relaxed, ...],
    clock: Clock,
    caps: Mapping[str, int],
) -> Outcome:
    status: Status = "stopped" if clock.stop.requested else "feasible"
    over = [f"{name} is over its cap" for name, most in caps.items() if report.levels.get(name, 0) > most]
    if descent.values is None and (over or not report.sound):
        return Outcome(status, (), (), relaxed, clock.seconds)  # today breaks a hard target; no plan yet
    if over or not report.sound:
        raise UnsoundPlanError("; ".join((*report.faults, *over)))
    for level in descent.levels:
        true = report.levels[level.name]
        if true > level.value or (level.proven and true < level.value):  # names may better an open level
            raise UnsoundPlanError(f"{level.name} is {true}, not {level.value}")
    bounds = {level.name: level.bound for level in descent.levels}
    levels = tuple(Level(name, value, bounds.get(name)) for name, value in report.levels.items())
    if all(level.proven for level in levels):
        status = "optimal"
    return Outcome(status, levels, assignments, relaxed, clock.seconds)


class _Teller:
    """Turns what the engine does into progress events."""

    def __init__(self, clock: Clock, on_progress: OnProgress) -> None:
        self._clock = clock
        self._on_progress = on_progress

    def phase(self, phase: Phase) -> None:
        """Tell that a phase begins."""
        self._tell(phase, "", None, None)

    def level(self, name: str, best: int | None, bound: int | None) -> None:
        """Tell how far a level is."""
        self._tell("level", name, best, bound)

    def _tell(self, phase: Phase, level: str, best: int | None, bound: int | None) -> None:
        self._on_progress(Progress(phase, level, best, bound, self._clock.seconds))
