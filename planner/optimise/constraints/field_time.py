"""The strategic form of field time: a station's monthly obligations fit into its officers' hours."""

from __future__ import annotations

from functools import reduce
from math import lcm

from models.allocation.requirements import Capacity
from planner.audit.obligations import dedicated_hours, month_hours, needed_hours
from planner.optimise.constraints.planned import Planned
from planner.optimise.constraints.posts import DEDICATED_POSTS


def field_time(planned: Planned) -> tuple[Capacity, ...]:
    """Return the target that every station with given obligations has the hours for them (云南2020).

    One for the stations that practise 全员化, where nobody is dedicated, and one for the others.
    The engine's hours are whole: all hours multiplied by what makes them so.
    """
    state = planned.state
    month, rest = month_hours(state.policy), dedicated_hours(state.policy)
    needed = needed_hours(state)
    all_officer_stations = {u.id for u in state.stations() if u.two_teams_one_office is False}
    scale = reduce(lcm, (hours.denominator for hours in (month, rest, *needed.values())), 1)

    def of(all_officer: bool) -> Capacity:
        units = (unit for unit in needed if (unit in all_officer_stations) is all_officer)
        return Capacity(
            {unit: int(needed[unit] * scale) for unit in units},
            {} if all_officer else dict.fromkeys(sorted(DEDICATED_POSTS), int(rest * scale)),
            int(month * scale),
            int(month * scale),
            planned.level("field_time"),
        )

    return of(False), of(True)
