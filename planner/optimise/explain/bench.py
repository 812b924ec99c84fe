"""The model of levers, built once and solved as often as an explanation asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from models.allocation.descent import GroupedModel, descend
from models.allocation.linear import Expression, LinearModel
from models.allocation.model import today
from models.allocation.naming import name
from models.allocation.outcome import Assignment
from models.allocation.requirements import CHANGE_LEVELS
from models.allocation.solver import minimise
from models.run import Clock
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.levers import AWAY, Family, Goal, Lever, Levered, goal_level, levered
from planner.optimise.explain.softened import soft_county
from planner.optimise.movable import movable_range
from planner.optimise.translate import level_name

_ALL = "levers"


class LeverModel(GroupedModel):
    """The grouped model of a levered problem: its levels are the rules, its levers all held together."""

    def __init__(self, levers: Levered) -> None:
        """Build the columns, and what each lever and each target is worth."""
        super().__init__(levers.problem)
        own = dict(self._levels)
        self.goals: dict[Goal, Expression] = {}
        for goal in levers.goals:
            self.goals[goal] = self._due() if goal[0] == "secondment" else own[goal_level(goal)]
        self.levers: dict[Lever, Expression] = {}
        for lever in levers.levers:
            if lever.family is Family.CAP:
                continue  # over levels that are yet to be named
            found = self._home(lever) if lever.family in AWAY else self._lifted(lever, own)
            if found.terms:
                self.levers[lever] = found
        for rule in levers.rules:
            here = (worth for goal, worth in self.goals.items() if goal[0] == rule)
            self._levels[level_name(rule)] = summed(here)
        self._levels[_ALL] = summed(self.levers.values())
        self.names = (*(level_name(rule) for rule in levers.rules), *CHANGE_LEVELS)
        caps = {lever.capped: lever for lever in levers.levers if lever.capped is not None}
        self._capped = tuple(caps)
        for level, lever in caps.items():
            self.levers[lever] = Expression(-levers.required[lever]).add(self.level(level))

    def linear(self, *names: str) -> LinearModel:
        """Return a program of its own that holds these levels, and those the question holds at a value."""
        return super().linear(*names, *self._capped)

    def _due(self) -> Expression:
        """Return how many stay away who are due: those who merely could come home are apart."""
        groups, short = self.flows.groups, Expression()
        short.constant = sum(g.size for g in groups if g.key.held)
        for index, column in self.flows.away.items():
            if groups[index].key.current not in AWAY.values():
                short.add_column(column)
        return short

    def _home(self, lever: Lever) -> Expression:
        """Return how many come home who need not."""
        groups, back = self.flows.groups, Expression()
        for index, column in self.flows.away.items():
            key = groups[index].key
            if (key.current, key.home) == (AWAY[lever.family], lever.unit):
                back.add(Expression(groups[index].size, {column: -1}))
        return back

    def _lifted(self, lever: Lever, own: Mapping[str, Expression]) -> Expression:
        if lever.family is not Family.TENURE:
            return own[lever.level]
        moved = Expression()  # those new in a unit may take another post there as it stands
        for index, column in self.flows.out.items():
            if lever.level in self.flows.groups[index].key.tags:
                moved.add_column(column)
        return moved


class Bench:
    """A county whose limits can be lifted one by one, and what it lacks as it stands."""

    def __init__(self, document: Document, on: date, asked: Asked, clock: Clock) -> None:
        """Pose the question with every rule soft, and settle what stays short with no limit lifted."""
        self.document, self.clock = document, clock
        before, asked = soft_county(document, on, asked)
        self.ground = levered(before, movable_range(before.state, asked), asked)
        self.model = LeverModel(self.ground)
        self.levels = self.model.names[: len(self.ground.rules)]
        self.values: list[int] | None = None  # of the columns, in the best plan as it stands
        self.proven = not self.levels  # that nothing less than `short` is possible as it stands
        self.impossible = False  # what the question holds at a value cannot be held there
        if self.levels:
            found = descend(self.model, clock, caps={_ALL: 0, **asked.caps}, through=self.levels[-1])
            self.values, self.impossible = found.values, found.infeasible
            self.proven = len(found.levels) == len(self.levels) and all(lv.proven for lv in found.levels)

    @property
    def short(self) -> dict[str, int]:
        """People short by level, as it stands."""
        return self.worth(self.values)

    def worth(self, values: list[int] | None) -> dict[str, int]:
        """Return how many people are short by level in a plan."""
        return {level: self.model.level(level).value(values or []) for level in self.levels if values}

    def short_goals(self, values: list[int] | None = None) -> dict[Goal, int]:
        """Return every target that is short in a plan, by default the best as it stands."""
        chosen = values if values is not None else self.values
        if chosen is None:
            return {}
        worth = ((goal, found.value(chosen)) for goal, found in self.model.goals.items())
        return {goal: n for goal, n in worth if n}

    def program(self, lifted: Iterable[Lever]) -> LinearModel:
        """Return the program in which only these levers may be lifted, and no rule gets shorter."""
        free = set(lifted)
        linear = self.model.linear()
        for lever, worth in self.model.levers.items():
            if lever in free:
                continue
            if lever.family in AWAY or lever.family is Family.CAP:
                linear.require(worth, at_most=0)
                continue
            for column in worth.terms:  # sums of columns: none of them may be used
                linear.upper[column] = 0
        return linear

    def least(self, linear: LinearModel, goal: Expression) -> list[int] | None:
        """Return the columns that minimise an expression; None where that is not proven in time."""
        solved = minimise(linear, goal, self.clock)
        return solved.values if solved.state == "optimal" else None

    def named(self, values: list[int]) -> tuple[Assignment, ...]:
        """Return who is where in a plan."""
        return name(self.model.flows, values) if values else today(self.ground.problem)


def summed(parts: Iterable[Expression]) -> Expression:
    """Return the sum of expressions."""
    whole = Expression()
    for part in parts:
        whole.add(part)
    return whole
