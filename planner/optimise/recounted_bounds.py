"""The bounds of a plan counted once more from the county before and after it, apart from any engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planner.county.records import MoveKind, Post, Sex
from planner.county.state import State
from planner.optimise.constraints.custody_women import women_asked
from planner.optimise.constraints.minimum_kept import kept_minimums
from planner.optimise.constraints.planned import Planned, is_due
from planner.optimise.proposal import ProposedMove


def bound_faults(before: State, after: State, moves: Sequence[ProposedMove], outside: bool) -> Iterator[str]:
    """Yield every bound a plan breaks that today did not break already."""
    yield from _kept_faults(before, after)
    yield from _women_faults(before, after)
    yield from _outflow_faults(before, moves)
    yield from _maximum_faults(before, after, outside)
    yield from _team_faults(before, after)


def _kept_faults(before: State, after: State) -> Iterator[str]:
    present = Counter(p.present_unit for p in after.counted() if not p.drawn_off)
    for unit, least in kept_minimums(before).items():
        if present[unit] < least:
            yield f"unit {unit} keeps {present[unit]} officers, {least} are the minimum"


def _women_faults(before: State, after: State) -> Iterator[str]:
    then, now = _women(before), _women(after)
    for unit, least in women_asked(before).items():
        if now[unit] < min(least, then[unit]):
            yield f"unit {unit} keeps {now[unit]} women officers, {min(least, then[unit])} are the minimum"


def _women(counted: State) -> Counter[int | None]:
    women = (p for p in counted.counted() if p.person.sex is Sex.FEMALE)
    return Counter(p.present_unit for p in women if not p.drawn_off)


def _outflow_faults(before: State, moves: Sequence[ProposedMove]) -> Iterator[str]:
    most = before.policy.count("planning.handover_limit")
    homes = (before.placed[move.person].home for move in moves if move.kind is MoveKind.TRANSFER)
    for unit, n in Counter(homes).items():
        if most and n > most:
            yield f"unit {unit} hands over {n} officers, {most} are the limit"


def _maximum_faults(before: State, after: State, outside: bool) -> Iterator[str]:
    """A station above its maximum may be so only by those there today and its own who come home."""
    due = tuple(p for p in before.counted() if is_due(p, before, outside))
    there = Planned(before, due).once_home(before.counted())
    now = Counter(p.present_unit for p in after.counted())
    for unit in before.stations():
        if unit.maximum is not None and now[unit.id] > max(unit.maximum, there[unit.id]):
            yield f"unit {unit.id} has {now[unit.id]} officers, {unit.maximum} are the most"


def _team_faults(before: State, after: State) -> Iterator[str]:
    """A marked station keeps its teams, or at least what it has of them today."""
    then, now = (Counter((p.present_unit, p.post) for p in s.counted()) for s in (before, after))
    for unit in before.stations():
        for post in (Post.COMMAND_ROOM, Post.CASE) if unit.two_teams_one_office else ():
            least = min(before.policy.count(f"two_teams.{post}"), then[unit.id, post])
            if now[unit.id, post] < least:
                yield f"unit {unit.id} keeps {now[unit.id, post]} on {post}, {least} are the minimum"
