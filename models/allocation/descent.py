"""Prove one level after another: each is minimised with every level before it held at its optimum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
NO_CAPS: Mapping[str, int] = {}


def unheard_level(_name: str, _best: int | None, _bound: int | None) -> None:
    """Take word of a level and tell nobody."""


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


def descend(
    model: GroupedModel, clock: Clock, on_level: OnLevel = unheard_level, caps: Mapping[str, int] = NO_CAPS
) -> Descent:
    """Settle the levels in order, until all are proven, time is up or the work is stopped.

    `caps` holds levels at or below a value, as for "the best with at most k transfers".
    """
    run = _Run(model, clock, on_level, caps)
    run.leap()
    for name in model.names:
        if not (run.known(name) or run.settle(name)):
            break
    return run.descent


class _Run:
    """One descent under way."""

    def __init__(self, model: GroupedModel, clock: Clock, on_level: OnLevel, caps: Mapping[str, int]) -> None:
        self.descent = Descent()
        self._model = model
        self._clock = clock
        self._on_level = on_level
        self._caps = caps
        self._bounds: dict[str, int] = {}  # lower limits known ahead of a level's turn

    def leap(self) -> None:
        """Try for no shortage at all with the fewest transfers: one search that often settles most levels."""
        linear = self._linear(TRANSFERS)
        soft = self._model.names[: self._model.names.index(TRANSFERS)]
        for name in (*soft, TRANSFERS, POST_CHANGES):
            self._bounds[name] = linear.least(self._model.level(name))
        for name in soft:
            linear.require(self._model.level(name), at_most=self._bounds[name])
        solved = minimise(linear, self._model.level(TRANSFERS), self._clock)
        self.descent.values = solved.values
        if solved.values is not None and solved.bound is not None:
            self._bounds[TRANSFERS] = solved.bound
        self.descent.infeasible = solved.state == "infeasible" and not soft

    def known(self, name: str) -> bool:
        """Settle a level without a search, where the best known already reaches its lower limit."""
        value = self._value(name)
        if value is None or value != self._bounds.get(name):
            return False
        self._settled(Level(name, value, value))
        return True

    def settle(self, name: str) -> bool:
        """Prove a level, or keep the best found for it; return whether the next one may start."""
        value, bound = self._value(name), self._bounds.get(name)
        self._on_level(name, value, bound)
        if self._clock.over or self.descent.infeasible:
            return False
        linear = self._linear(name)
        for level in self.descent.levels:
            linear.require(self._model.level(level.name), at_most=level.value)
        solved = minimise(
            linear,
            self._model.level(name),
            self._clock,
            self.descent.values,
            lambda best, limit: self._on_level(name, best, limit),
        )
        self.descent.infeasible = solved.state == "infeasible" and self.descent.values is None
        if (
            solved.values is not None
            and solved.value is not None
            and (value is None or solved.value <= value)
        ):
            self.descent.values, value = solved.values, solved.value
        if value is not None:
            limits = [limit for limit in (bound, solved.bound) if limit is not None]
            self._settled(Level(name, value, max(limits, default=None)))
        return solved.state == "optimal"

    def _settled(self, level: Level) -> None:
        self.descent.levels.append(level)
        self._on_level(level.name, level.value, level.bound)

    def _linear(self, name: str) -> LinearModel:
        linear = self._model.linear(name)
        for capped, most in self._caps.items():
            linear.require(self._model.level(capped), at_most=most)
        return linear

    def _value(self, name: str) -> int | None:
        """Return what the best columns known are worth at a level, where they say."""
        if self.descent.values is None or name == HARDSHIP:
            return None  # the columns of the levels before do not name anybody
        return self._model.level(name).value(self.descent.values)
