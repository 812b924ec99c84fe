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
from planner.optimise.explain import conflict_words as words
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.conflict_words import Member, member_of
from planner.optimise.explain.deletion import Deletion
from planner.optimise.explain.levers import WHOLE, Family, Goal, Lever
from planner.policy.settings import RULES
from planner.text import Text

__all__ = ["Conflict", "Member", "minimal_conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules and limits that cannot all hold; `short` is how many people the rules among them lack.

    Three answers, each with its sentence: members, a conflict, which any one dropped resolves where
    `proven`, else the time was up before that was known; no members and `proven`, nothing conflicts; no
    members and not proven, nothing is known.
    """

    members: tuple[Member, ...]
    short: int
    units: tuple[int, ...]
    sentence: Text
    proven: bool

    @property
    def is_none(self) -> bool:
        """Whether nothing conflicts."""
        return self.proven and not self.members

    @property
    def is_unknown(self) -> bool:
        """Whether the work ended before anything was known."""
        return not self.proven and not self.members


def minimal_conflict(
    document: Document,
    on: date,
    rule: str | None = None,
    limits: Limits | None = None,
    stop: Stop | None = None,
    asked: Asked = AS_IT_STANDS,
) -> Conflict:
    """Return why one rule, or all together, cannot hold, or that they can, or that it is not known.

    All planning rules are wanted without shortage; of one rule asked for, beside it those met as it stands.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    return conflict_of(Bench(document, on, asked, clock), rule)


def conflict_of(bench: Bench, rule: str | None = None) -> Conflict:
    """Return the conflict of a county that is built already."""
    if bench.values is None and bench.levels and not bench.impossible:
        return _without_members(words.UNKNOWN, proven=False)
    short = bench.short_goals()
    if not bench.impossible and not any(rule in (None, goal[0]) for goal in short):
        return _without_members(words.HOLDS if rule is None else words.MET.format(rule=RULES[rule]))
    worth = bench.model.goals
    goals = [goal for goal in worth if worth[goal].terms or worth[goal].constant > 0]
    if rule is not None:
        goals = [goal for goal in goals if goal[0] == rule or goal not in short]
    filter_, levers = Deletion(bench), list(bench.model.levers)
    if filter_.possible(goals, levers):
        return _possible(rule, bench, known=filter_.proven)
    return _minimal(filter_, goals, levers, bench)


def _possible(rule: str | None, bench: Bench, known: bool) -> Conflict:
    """Return that all that was asked for can hold together, where that is known."""
    if not known:
        return _without_members(words.UNKNOWN, proven=False)
    if rule is None:
        return _without_members(words.HOLDS)  # the best plan as it stands was not found in time
    return _without_members((words.GIVES_WAY if bench.proven else words.CAN).format(rule=RULES[rule]))


def _minimal(filter_: Deletion, goals: list[Goal], levers: list[Lever], bench: Bench) -> Conflict:
    goals, levers = filter_.minimal(goals, levers)
    members = tuple(_members(goals, levers, bench))
    least = filter_.least(goals, levers) if goals else 0
    lacking = sum(bench.short_goals().get(goal, 0) for goal in goals) if least is None else least
    units = tuple(dict.fromkeys(u for member in members for u in member.units))
    sentence = words.sentence_of(members, lacking, least is not None, filter_.proven)
    return Conflict(members, lacking, units, sentence, filter_.proven)


def _without_members(sentence: Text, proven: bool = True) -> Conflict:
    return Conflict((), 0, (), sentence, proven)


def _members(goals: Iterable[Goal], levers: Iterable[Lever], bench: Bench) -> Iterator[Member]:
    yield from (member_of(goal, bench) for goal in goals)
    told: set[Family] = set()
    for lever in levers:
        if lever.family not in told:
            yield member_of(lever, bench)
        if lever.family in WHOLE:
            told.add(lever.family)
