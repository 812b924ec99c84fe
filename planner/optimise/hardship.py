"""What a change costs the officer, in points of the policy; counted only where there is data (design 4.1)."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from planner.county.records import Post, Unit
from planner.county.state import Placed, State
from planner.optimise.movable import leaves_service

EARTH_RADIUS_KM = 6371


def transfer_hardship(placed: Placed, state: State) -> int:
    """Return the hardship of being transferred, travel apart: years to retirement and beat tenure broken."""
    return _retirement(placed, state) + _beat_tenure(placed, state)


def post_change_hardship(placed: Placed, state: State) -> int:
    """Return the hardship of another post at home: only a community officer leaves a beat by it."""
    return _beat_tenure(placed, state) if placed.post is Post.COMMUNITY else 0


def travel_hardship(home: Unit, target: Unit, state: State) -> int:
    """Return the hardship of the way between two units, by its minutes; 0 where a position is not known."""
    return state.policy.count("hardship.minute") * (travel_minutes(home, target, state) or 0)


def travel_minutes(home: Unit, target: Unit, state: State) -> int | None:
    """Return the minutes one way takes, by distance and the policy's pace; None where it is not known."""
    distance = kilometres(home, target)
    return None if distance is None else distance * state.policy.count("hardship.minutes_per_kilometre")


def kilometres(a: Unit, b: Unit) -> int | None:
    """Return the great-circle distance in whole kilometres, None where a position is not known."""
    if a.longitude is None or a.latitude is None or b.longitude is None or b.latitude is None:
        return None
    south, north = radians(a.latitude), radians(b.latitude)
    turn = sin(radians(b.longitude - a.longitude) / 2) ** 2
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * turn
    return round(2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half))))


def whole_years(from_: date, until: date) -> int:
    """Return how many full years lie between two dates, never negative."""
    years = until.year - from_.year - ((until.month, until.day) < (from_.month, from_.day))
    return max(0, years)


def _retirement(placed: Placed, state: State) -> int:
    leaves = leaves_service(placed.person, state.policy)
    if leaves is None:
        return 0
    horizon = state.policy.count("hardship.retirement_horizon")
    near = max(0, horizon - whole_years(state.date, leaves))
    return state.policy.count("hardship.retirement") * near


def _beat_tenure(placed: Placed, state: State) -> int:
    posting = placed.posting
    if posting is None or not placed.beat:
        return 0
    since = posting.in_position_since or posting.in_unit_since or posting.from_
    if since is None:
        return 0
    years = min(state.policy.count("hardship.beat_tenure_most"), whole_years(since, state.date))
    return state.policy.count("hardship.beat_tenure") * years
