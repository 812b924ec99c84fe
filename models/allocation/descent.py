"""Prove one level after another: each is minimised with every level before it held at its optimum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.allocation.flows import Flows
from models.allocation.hardship import add_hardship
from models.allocation.linear import Expression, LinearModel
from models.allocation.outcome import Level
from models.allocation.problem import Problem
from models.allocation.requirements import CHANGE_LEVELS, HARDSHIP, POST_CHANGES, TRANSFERS
from models.allocation.rows import NONE_ALLOWED, Allowed, add_rows
from models.allocation.solver import minimise
from models.allocation.tallies import Tallies
from models.run import Clock

OnLevel = Callable[[str, int | None, int | None], None]  # level, best, bound
NO_CAPS: Mapping[str, int] = {}


def unheard_level(_name: str, _best: int | None, _bound: int | None) -> None:
    """Take word of a level and tell nobody."""


class GroupedModel:
    """A problem in grouped columns, every level an expression; built once, solved as often as asked."""

    def __init__(self, problem: Problem, allowed: Allowed = NONE_ALLOWED) -> None:
        """Build everything but the hardship level, which many questions never reach."""
        self.flows = Flows(problem)
        tallies = Tallies(self.flows)
        self._levels = add_rows(tallies, allowed)
        self._levels[TRANSFERS] = tallies.transfers()
        self._levels[POST_CHANGES] = tallies.post_changes()
        self._without_hardship = self.flows.linear.copy()
        self.names = problem.all_levels

    def level(self, name: str) -> Expression:
        """Return the value of a level as an expression over the columns of `linear(name)`."""
        if name == HARDSHIP and name not in self._levels:
            self._levels[name] = add_hardship(self.flows)
        return self._levels[name]

    def linear(self, *names: str) -> LinearModel:
        """Return a program of its own that holds these levels; only that of hardship has all columns."""
        if HARDSHIP not in names:
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
    model: GroupedModel,
    clock: Clock,
    on_level: OnLevel = unheard_level,
    caps: Mapping[str, int] = NO_CAPS,
    through: str = HARDSHIP,
) -> Descent:
    """Settle the levels in order, up to `through`, until all are proven, time is up or the work is stopped.

    `caps` holds levels at or below a value, as for "the best with at most k transfers".
    """
    run = _Run(model, clock, on_level, caps)
    run.leap()
    for name in model.names[: model.names.index(through) + 1]:
        if not (run.known(name) or run.settle(name)):
            break
        if name == run.landed and name not in CHANGE_LEVELS:
            run.leap()
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
        self.landed = ""  # the level the last leap minimised; more may be short after it

    def leap(self) -> None:
        """Minimise a level as far down as can be with no further shortage before it: one search for many.

        Where it cannot be, which is soon seen, half as many levels are passed, and so on.
        """
        settled = {level.name for level in self.descent.levels}
        soft = self._model.names[: self._model.names.index(TRANSFERS)]
        ahead = [name for name in (*soft, TRANSFERS) if name not in settled]
        passed = len(ahead) - 1
        while not self._leap_over(ahead[:passed], ahead[passed]):
            passed //= 2
            if not passed:
                break
        self.landed = ahead[passed]

    def _leap_over(self, passed: list[str], name: str) -> bool:
        """Minimise a level with those passed at their lower limits; return whether that can be."""
        linear = self._linear(name)
        for level in (*passed, name):
            self._bounds[level] = linear.least(self._model.level(level))
        for level in passed:
            linear.require(self._model.level(level), at_most=self._bounds[level])
        goal, after, weight = self._model.level(name), Expression(), 1
        if name == TRANSFERS:
            after = self._model.level(POST_CHANGES)
            weight += linear.most(after)
        solved = minimise(linear, Expression().add(goal, weight).add(after), self._clock, thorough=False)
        if solved.values is None:
            self.descent.infeasible = solved.state == "infeasible" and self._starts_at(name)
            return False
        self.descent.values = solved.values
        if solved.bound is not None:
            self._bounds[name] = max(self._bounds[name], solved.bound // weight)
        if name == TRANSFERS and solved.state == "optimal":
            self._bounds[POST_CHANGES] = after.value(solved.values)
        return True

    def _starts_at(self, name: str) -> bool:
        return not self.descent.levels and self._model.names[0] == name

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
        solved = minimise(
            self._linear(name),
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
        linear = self._model.linear(name, *self._caps)
        for capped, most in self._caps.items():
            linear.require(self._model.level(capped), at_most=most)
        for level in self.descent.levels:
            linear.require(self._model.level(level.name), at_most=level.value)
        return linear

    def _value(self, name: str) -> int | None:
        """Return what the best columns known are worth at a level, where they say."""
        if self.descent.values is None or name == HARDSHIP:
            return None  # the columns of the levels before do not name anybody
        return self._model.level(name).value(self.descent.values)
