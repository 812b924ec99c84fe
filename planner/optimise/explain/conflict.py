"""A minimal set of rules and limits that cannot all hold: drop any one of them and the rest can (design 4.1).

A deletion filter over plain solves: whole families are tried first, then what is left unit by unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from models.run import Clock, Limits, Stop
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.conflict_words import Member, member_of, sentence_of
from planner.optimise.explain.deletion import Deletion
from planner.optimise.explain.levers import WHOLE, Family, Goal, Lever
from planner.text import Text

__all__ = ["Conflict", "Member", "minimal_conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules and limits that cannot all hold; `short` is how many people the rules among them lack.

    Where `proven`, any one dropped makes the rest possible; else the time was up before that was known.
    """

    members: tuple[Member, ...]
    short: int
    units: tuple[int, ...]
    sentence: Text
    proven: bool


def minimal_conflict(
    document: Document,
    on: date,
    rule: str | None = None,
    limits: Limits | None = None,
    stop: Stop | None = None,
    asked: Asked = AS_IT_STANDS,
) -> Conflict | None:
    """Return why one rule, or all that stay short, cannot hold; None where nothing conflicts."""
    clock = Clock(limits or Limits(), stop or Stop())
    return conflict_of(Bench(document, on, asked, clock), rule)


def conflict_of(bench: Bench, rule: str | None = None) -> Conflict | None:
    """Return the conflict of a county that is built already."""
    short = {goal: n for goal, n in bench.short_goals().items() if rule in (None, goal[0])}
    if not short:
        return None
    rules = {goal[0] for goal in short}
    goals = [goal for goal in bench.model.goals if goal[0] in rules and bench.model.goals[goal].terms]
    filter_ = Deletion(bench)
    if filter_.possible(goals, bench.model.levers):
        return None  # each rule alone can hold at the cost of others, and is not in conflict with limits
    kept_goals, kept_levers = filter_.minimal(goals, list(bench.model.levers))
    members = tuple(_members(kept_goals, kept_levers, bench))
    lacking = sum(n for goal, n in short.items() if goal in set(kept_goals))
    units = tuple(dict.fromkeys(u for member in members for u in member.units))
    return Conflict(members, lacking, units, sentence_of(members, lacking), filter_.proven)


def _members(goals: Iterable[Goal], levers: Iterable[Lever], bench: Bench) -> Iterator[Member]:
    yield from (member_of(goal, bench) for goal in goals)
    told: set[Family] = set()
    for lever in levers:
        if lever.family not in told:
            yield member_of(lever, bench)
        if lever.family in WHOLE:
            told.add(lever.family)
