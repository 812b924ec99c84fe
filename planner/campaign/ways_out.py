"""The ways out when a campaign cannot have its people: fewer, shorter, approved, later, from outside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.campaign.rooms import DayRoom, rooms
from planner.document import Document
from planner.optimise.movable import years_later
from planner.optimise.running import Stop
from planner.scenarios.kinds.sparing import spared_on
from planner.scenarios.records import Change

_YEAR_DAYS = 366  # how far ahead a later date is looked for


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What would do instead, each computed for itself; None where it does not help."""

    most: int  # people to be had for the whole time from the date
    shorter: date | None  # the last day of the longest time for which all can be had
    approvals: int | None  # station officers to be kept with approval, every other line kept
    later: date | None  # the earliest date within a year from which all can be had as long
    searched: bool = True  # whether the search for a later date was carried to its end


def ways_out(document: Document, change: Change, stop: Stop) -> WaysOut:
    """Return the ways out for a campaign of `number` people; stopped, the later date is left out."""
    wanted, last = change.number or 0, change.until or change.date
    length = last - change.date
    horizon = change.date + timedelta(days=_YEAR_DAYS)
    days = rooms(document, change.date, horizon + length, _service_days(document, change.date, horizon))
    here = _within(days, change.date, last)
    most = len(spared_on(here, change, frozenset()).people)
    with_approval = len(spared_on(here, change, frozenset(), approved=True).people)
    approvals = wanted - most if most < wanted <= with_approval else None
    later, searched = _later(days, change, length, stop)
    return WaysOut(most, _shorter(here, change), approvals, later, searched)


def _service_days(document: Document, first: date, last: date) -> Iterator[date]:
    """Yield the days on which somebody has served long enough to be moved."""
    years = document.policy.on(first).count("planning.minimum_service_years")
    joined = (p.joined_police for p in document.county.people.values() if p.joined_police is not None)
    yield from {day for each in joined if first < (day := years_later(each, years)) <= last}


def _within(days: Sequence[DayRoom], first: date, last: date) -> Sequence[DayRoom]:
    """Return how the county stands on a first day, which begins some days, and on those to the last."""
    dates = [day.date for day in days]
    return days[bisect_right(dates, first) - 1 : bisect_right(dates, last)]


def _shorter(days: Sequence[DayRoom], change: Change) -> date | None:
    """Return the last day to which all can be had, which can only be the day before something changes."""
    ends = [day.date - timedelta(days=1) for day in reversed(days[1:])]
    return next((end for end in ends if _has_all(days, replace(change, until=end))), None)


def _has_all(days: Sequence[DayRoom], change: Change) -> bool:
    window = _within(days, change.date, change.until or change.date)
    return len(spared_on(window, change, frozenset()).people) >= (change.number or 0)


def _later(
    days: Sequence[DayRoom], change: Change, length: timedelta, stop: Stop
) -> tuple[date | None, bool]:
    """Return the earliest later start that has all, which can only be a day on which something changes."""
    latest = days[0].date + timedelta(days=_YEAR_DAYS)
    for day in days[1:]:
        if day.date > latest:
            break
        if stop.requested:
            return None, False
        if _has_all(days, replace(change, date=day.date, until=day.date + length)):
            return day.date, True
    return None, True
