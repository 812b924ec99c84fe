"""Prove one level after another: each is minimised with every level before it held at its optimum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from models.allocation.flows import Flows
from models.allocation.hardship import add_hardship
from models.allocation.linear import Expression, LinearModel
from models.allocation.outcome import Level
from models.allocation.problem import Problem
from models.allocation.requirements import HARDSHIP, POST_CHANGES, TRANSFERS
from models.allocation.rows import add_rows
from models.allocation.solver import minimise
from models.run import Clock

OnLevel = Callable[[str, int | None, int | None], None]  # level, best, bound


class GroupedModel:
    """A problem in grouped columns, every level an expression; built once, solved as often as asked."""

    def __init__(self, problem: Problem) -> None:
        """Build everything but the hardship level, which many questions never reach."""
        self.flows = Flows(problem)
        self._levels = add_rows(self.flows)
        self._levels[TRANSFERS] = self.flows.transfers()
        self._levels[POST_CHANGES] = self.flows.post_changes()
        self._without_hardship = self.flows.linear.copy()
        self.names = problem.all_levels

    def level(self, name: str) -> Expression:
        """Return the value of a level as an expression over the columns of `linear(name)`."""
        if name == HARDSHIP and name not in self._levels:
            self._levels[name] = add_hardship(self.flows)
        return self._levels[name]

    def linear(self, name: str) -> LinearModel:
        """Return a program of its own to minimise a level in; only that of hardship has all columns."""
        if name != HARDSHIP:
            return self._without_hardship.copy()
        self.level(HARDSHIP)
        return self.flows.linear.copy()


@dataclass(slots=True)
class Descent:
    """How far the levels are settled: the best columns known, and the proven levels in order."""

    infeasible: bool = False
    values: list[int] | None = None
    levels: list[Level] = field(default_factory=list)  # proven ones, and at most one unproven at the end
    bounds: dict[str, int] = field(default_factory=dict)  # lower limits known ahead of a level's turn


def descend(model: GroupedModel, clock: Clock, on_level: OnLevel) -> Descent:
    """Settle the levels in order, until all are proven, time is up or the work is stopped."""
    descent = Descent()
    _leap(model, clock, descent)
    for name in model.names:
        on_level(name, _value(model, descent, name), descent.bounds.get(name))
        if clock.over or not _settle(model, clock, on_level, descent, name):
            break
        on_level(name, descent.levels[-1].value, descent.levels[-1].bound)
    return descent


def _leap(model: GroupedModel, clock: Clock, descent: Descent) -> None:
    """Try for no shortage at all with the fewest transfers: one search that often settles most levels."""
    soft = model.names[: model.names.index(TRANSFERS)]
    linear = model.linear(TRANSFERS)
    for name in soft:
        descent.bounds[name] = linear.least(model.level(name))
        linear.require(model.level(name), at_most=descent.bounds[name])
    solved = minimise(linear, model.level(TRANSFERS), clock)
    descent.values = solved.values
    if solved.values is not None and solved.bound is not None:
        descent.bounds[TRANSFERS] = solved.bound
    if solved.state == "infeasible" and not soft:
        descent.infeasible = True


def _settle(model: GroupedModel, clock: Clock, on_level: OnLevel, descent: Descent, name: str) -> bool:
    """Prove one level, or keep the best found for it; return whether the next one may start."""
    known = descent.bounds.get(name)
    value = _value(model, descent, name)
    if value is not None and value == known:
        descent.levels.append(Level(name, value, value))
        return True
    linear = model.linear(name)
    for level in descent.levels:
        linear.require(model.level(level.name), at_most=level.value)
    solved = minimise(
        linear, model.level(name), clock, descent.values, lambda best, bound: on_level(name, best, bound)
    )
    if solved.state == "infeasible":
        descent.infeasible = True
        return False
    if solved.values is not None and solved.value is not None and (value is None or solved.value <= value):
        descent.values, value = solved.values, solved.value
    bound = max((b for b in (known, solved.bound) if b is not None), default=None)
    if value is not None:
        descent.levels.append(Level(name, value, bound))
    return solved.state == "optimal"


def _value(model: GroupedModel, descent: Descent, name: str) -> int | None:
    """Return what the best columns known are worth at a level, where they say."""
    if descent.values is None:
        return None
    if name == HARDSHIP:
        return None  # the columns of the levels before do not name anybody
    return model.level(name).value(descent.values)
