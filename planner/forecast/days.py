"""How everybody stands from day to day: only whoever a day may change is looked up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.county.belonging import about_people, turns
from planner.county.records import County
from planner.county.state import State, state
from planner.policy.policy import Policy


def standing_from(
    county: County, policy: Policy, first: date, last: date, also: Iterable[date] = ()
) -> Iterator[State]:
    """Yield the states of a first day and of every later one to the last that may differ from the one before.

    Days in `also` are yielded whether anything differs or not.
    """
    turning: dict[date, set[int]] = defaultdict(set)
    for person, day in _turns(county, policy, first):
        turning[day].add(person)
    for day in (*also, *_dated(county, policy)):
        turning.setdefault(day, set())
    now = state(county, first, policy)
    yield now
    for day in sorted(day for day in turning if first < day <= last):
        now = _next(now, county, policy, day, frozenset(turning[day]))
        yield now


def _turns(county: County, policy: Policy, first: date) -> Iterator[tuple[int, date]]:
    """Yield whom every day may change, under the policy of the first day and every one that follows it."""
    for day in {first, *(value.from_ for value in policy.later if value.from_ > first)}:
        yield from turns(county, policy.on(day))


def _dated(county: County, policy: Policy) -> Iterator[date]:
    """Yield the days on which something other than a person's place may change: approvals, units, policy."""
    kept = (s.kept_until for s in county.secondments.values())
    yield from (day + timedelta(days=1) for day in kept if day)
    for unit in county.units.values():
        yield from (day for day in (unit.opened, unit.closed) if day)
        yield from (cut.from_ for cut in unit.report_cuts)
    yield from (value.from_ for value in policy.later)


def _next(before: State, county: County, policy: Policy, day: date, people: frozenset[int]) -> State:
    """Return the state of a day on which only some people may stand otherwise than on the one before."""
    part = state(about_people(county, people), day, policy)
    if part.policy != before.policy or part.county.units != before.county.units:
        return state(county, day, policy)
    placed = {**before.placed, **part.placed} if people else before.placed
    return replace(before, date=day, placed=placed)
