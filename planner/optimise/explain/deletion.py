"""The deletion filter: drop targets and limits as long as the rest is impossible; what remains is minimal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from models.allocation.linear import Expression
from models.allocation.solver import minimise
from planner.optimise.explain.bench import Bench, summed
from planner.optimise.explain.levers import WHOLE, Family, Goal, Lever
from planner.optimise.explain.witness import holds, shifted

T = TypeVar("T")
_LAST = Family.MINIMUM  # tried last, and so kept where one of several would do: it says the most


class Deletion:
    """The filter over one model; `proven` says whether every answer was found in time."""

    def __init__(self, bench: Bench) -> None:
        """Know of no plan yet."""
        self._bench = bench
        self._plan: list[int] | None = None  # the last plan found possible
        self.proven = True

    def possible(self, goals: Iterable[Goal], levers: Iterable[Lever]) -> bool:
        """Return whether a plan meets these targets within these limits and no others; out of time is yes."""
        goals, held = list(goals), set(levers)
        if not goals and not any(lever.family is Family.CAP for lever in held):
            return True  # changing nobody breaks no limit but what the question itself holds at a value
        if self._plan is not None:
            plan = shifted(self._plan, self._bench.model, held)
            if plan is not None and holds(plan, self._bench.model, goals, held):
                self._plan = plan
                return True
        model = self._bench.model
        linear = self._bench.program(lever for lever in model.levers if lever not in held)
        for goal in goals:
            worth = model.goals[goal]
            if worth.constant > 0 and not worth.terms:
                return False  # short whatever the plan does
            linear.require(worth, at_most=0)
        solved = minimise(linear, Expression(), self._bench.clock)
        self.proven &= solved.state != "open"
        if solved.values is not None:
            self._plan = solved.values
        return solved.state != "infeasible"

    def minimal(self, goals: list[Goal], levers: list[Lever]) -> tuple[list[Goal], list[Lever]]:
        """Drop what can be dropped: rules not short, limits by family, rules that are, then unit by unit."""
        goals = self._served(goals, levers)
        families = [*(family for family in reversed(Family) if family is not _LAST), _LAST]
        levers = self._families(goals, levers, families)
        goals = self._goals(goals, levers)
        for family in families:
            if family in WHOLE:
                continue  # dropped together or not at all
            some = [lever for lever in levers if lever.family is family]
            others = [lever for lever in levers if lever.family is not family]
            levers = others + self._levers(goals, others, self._by_size(some))
        return goals, [lever for lever in self._bench.model.levers if lever in set(levers)]

    def least(self, goals: list[Goal], levers: list[Lever]) -> int | None:
        """Return how many people these targets lack at least within limits; None if not found in time."""
        model = self._bench.model
        linear = self._bench.program(lever for lever in model.levers if lever not in set(levers))
        worth = summed(model.goals[goal] for goal in goals)
        values = self._bench.least(linear, worth)
        return None if values is None else worth.value(values)

    def _served(self, goals: list[Goal], levers: list[Lever]) -> list[Goal]:
        """Drop the rules that are met in the best plan, as far as the others conflict without them."""
        short = {goal[0] for goal in self._bench.short_goals()}
        needed_rules = [goal for goal in goals if goal[0] in short]
        if len(needed_rules) == len(goals) or not self.possible(needed_rules, levers):
            return needed_rules
        for rule in dict.fromkeys(goal[0] for goal in goals if goal[0] not in short):
            fewer = [goal for goal in goals if goal[0] != rule]
            if not self.possible(fewer, levers):
                goals = fewer
        return goals

    def _families(self, goals: list[Goal], levers: list[Lever], families: list[Family]) -> list[Lever]:
        alone = [lever for lever in levers if lever.family is _LAST]
        if len(alone) < len(levers) and not self.possible(goals, alone):
            levers = alone
        for family in families:
            fewer = [lever for lever in levers if lever.family is not family]
            if len(fewer) < len(levers) and not self.possible(goals, fewer):
                levers = fewer
        return levers

    def _by_size(self, levers: list[Lever]) -> list[Lever]:
        linear = self._bench.model.linear()
        return sorted(levers, key=lambda lever: linear.most(self._bench.model.levers[lever]))

    def _goals(self, goals: list[Goal], levers: list[Lever]) -> list[Goal]:
        """Keep only targets that are needed; those that are short are dropped last."""
        short = self._bench.short_goals()
        for rule in dict.fromkeys(goal[0] for goal in goals):
            fewer = [goal for goal in goals if goal[0] != rule]
            if fewer and len(fewer) < len(goals) and not self.possible(fewer, levers):
                goals = fewer
        dropped = sorted(goals, key=lambda goal: goal in short)
        return needed(dropped, lambda chosen: not self.possible(chosen, levers))

    def _levers(self, goals: list[Goal], others: list[Lever], some: list[Lever]) -> list[Lever]:
        return needed(some, lambda chosen: not self.possible(goals, [*others, *chosen]))


def needed(items: list[T], conflicts: Callable[[list[T]], bool]) -> list[T]:
    """Return a minimal part of a list that conflicts still, items early in it dropped first.

    As many as can be are dropped at once: the reach of each drop is found by doubling and halving.
    """
    kept: list[T] = []
    rest = list(items)
    while rest:
        low, high = 0, 1  # so many of the rest can be dropped; so many perhaps not
        while high <= len(rest) and conflicts(kept + rest[high:]):
            low, high = high, high * 2
        high = min(high, len(rest) + 1)
        while high - low > 1:
            middle = (low + high) // 2
            if conflicts(kept + rest[middle:]):
                low = middle
            else:
                high = middle
        rest = rest[low:]
        kept += rest[:1]
        rest = rest[1:]
    return kept
