"""What a station owes in a month and the hours its officers have for it, counted exactly (design 3.3).

A dedicated community officer has only the rest beside the field time required; with the wide reading of
辖区, duty inside the area is field time and the whole month counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from planner.county.records import Category, Post, Serving, Unit
from planner.county.state import Placed, Standing, State
from planner.policy.policy import Policy

MONTHS = 12
DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Hours:
    """A station's month in hours: what is asked of its sworn officers, and what they have."""

    needed: Fraction
    available: Fraction
    whole: Fraction  # what one officer who is not dedicated has

    @property
    def short(self) -> int:
        """How many whole officers are missing."""
        missing = self.needed - self.available
        return max(0, -(-missing // self.whole))


def is_given(unit: Unit, state: State) -> bool:
    """Return whether a station's obligations are given, and planned for."""
    stated = (unit.duty_cover, unit.report_hours, unit.case_hours)
    given = any(number is not None for number in stated)
    return given and unit.is_station and state.policy.is_on("field_time")


def is_dedicated(placed: Placed, station: Unit) -> bool:
    """Return whether somebody present at a station is a dedicated community officer there.

    A community officer unless the roster says part-time, a leader with a beat only where it says
    dedicated; nobody where all officers hold beats beside their other work (全员化).
    """
    said = said_dedicated(placed)
    if station.two_teams_one_office is False:
        return False
    if placed.post is Post.LEADER:
        return bool(placed.beat) and said is True
    return placed.post is Post.COMMUNITY and said is not False


def said_dedicated(placed: Placed) -> bool | None:
    """Return what the roster says of 专职, None for nothing."""
    return placed.posting.dedicated if placed.posting is not None else None


def month_hours(policy: Policy) -> Fraction:
    """Return the working hours of one officer in a month, leave aside."""
    return Fraction(policy.count("duty.year_days") * policy.count("duty.day_hours"), MONTHS)


def dedicated_hours(policy: Policy) -> Fraction:
    """Return the hours a dedicated officer has for anything but the beat, by the reading of 辖区 in force."""
    if policy.choice("counting.area") == "station":
        return month_hours(policy)
    share = policy.share("field_time.required")
    return month_hours(policy) * (1 - Fraction(share.numerator, share.denominator))


def needed_hours(state: State) -> Mapping[int, Fraction]:
    """Return by station with given obligations the hours its sworn officers owe in a month.

    Duty, and the registered hours of reports and cases. Auxiliaries take seats of duty by their hours, but
    never the last one: one on duty is always sworn.
    """
    policy = state.policy
    seat = _seat_hours(policy)
    aid = Fraction(policy.count("duty.auxiliary_share"), 100) * month_hours(policy)
    given = [u for u in state.stations() if is_given(u, state)]
    helpers = auxiliaries(state) if given else Counter[int | None]()

    def needed(unit: Unit) -> Fraction:
        seats = unit.duty_cover or 0
        duty = max(seats * seat - aid * helpers[unit.id], min(seats, 1) * seat)
        return duty + (unit.report_hours or 0) + (unit.case_hours or 0)

    return {u.id: needed(u) for u in given}


def _seat_hours(policy: Policy) -> Fraction:
    """Return the counted hours of a seat taken around the clock for a month, one duty after the other."""
    duties_a_day = Fraction(DAY_HOURS, policy.count("duty.presence_hours"))
    return policy.count("duty.days") * duties_a_day * policy.count("duty.counted_hours")


def auxiliaries(state: State) -> Counter[int | None]:
    """Count the serving auxiliaries by the unit they work in."""
    helpers: Counter[int | None] = Counter()
    for placed in state.placed.values():
        person = placed.person
        if placed.standing is Standing.NOT_SWORN and person.category is Category.AUXILIARY:
            left = person.left_on is not None and person.left_on <= state.date
            helpers[placed.working] += person.serving is Serving.SERVING and not left
    return helpers


def hours_of(state: State) -> Mapping[int, Hours]:
    """Count the hours of the stations with given obligations from who is present, apart from any engine."""
    needed = needed_hours(state)
    if not needed:
        return {}
    heads: Counter[tuple[int, bool]] = Counter()
    for placed in state.counted():
        station = state.unit(placed.present_unit)
        if station is not None and station.id in needed:
            heads[station.id, is_dedicated(placed, station)] += 1
    month, rest = month_hours(state.policy), dedicated_hours(state.policy)
    return {u: Hours(n, month * heads[u, False] + rest * heads[u, True], month) for u, n in needed.items()}


def shortage(state: State) -> int:
    """Return how many officers the stations with given obligations are short of, together."""
    return sum(hours.short for hours in hours_of(state).values())
