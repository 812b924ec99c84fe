"""Who carries on for those who go: what is left at every unit that gives people, and whose work it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.audit.ledgers import Ledger
from planner.audit.obligations import Hours, dedicated_hours, hours_of, is_dedicated, month_hours
from planner.campaign.rooms import DayRoom, station_least
from planner.county.records import Person, Post, Unit
from planner.county.state import Placed
from planner.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class BeatLeft:
    """A beat whose community officer goes, and who of the same station could take it."""

    beat: str
    holder: Person
    takers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class DutyLeft:
    """How many officers a station lacks for the duty and work of a month, before and after."""

    cover: int  # on duty at every moment
    short_before: int
    short_after: int


@dataclass(frozen=True, slots=True)
class Cover:
    """One unit that gives people: the fewest left on any day, what it must keep, and who takes over."""

    unit: Unit
    gone: tuple[Person, ...]
    left: int
    on: date  # the first day with so few
    required: int
    colleagues: Mapping[Post, tuple[Person, ...]]  # staying, of the posts of those who go
    beats: tuple[BeatLeft, ...]
    duty: DutyLeft | None  # None: the station's obligations are not given, or it is no station


def covers(days: Sequence[DayRoom], gone: Collection[int]) -> list[Cover]:
    """Return the units that give people, in the order of the county."""
    first = days[0].state
    giving: dict[int, list[Placed]] = defaultdict(list)
    for id_ in gone:
        placed = first.placed[id_]
        if placed.present_unit is not None:
            giving[placed.present_unit].append(placed)
    owed = hours_of(first) if giving else {}
    staying = _staying(days, frozenset(gone))
    units = [unit for unit in first.county.units.values() if unit.id in giving]
    return [_cover(days, unit, giving[unit.id], staying[unit.id], owed.get(unit.id)) for unit in units]


def _staying(days: Sequence[DayRoom], gone: frozenset[int]) -> Mapping[int, list[Placed]]:
    """Return by unit who is there on the first day and not away on any later one."""
    found: dict[int, list[Placed]] = defaultdict(list)
    changed = frozenset[int]().union(*(day.changed for day in days[1:]))
    for placed in days[0].state.counted():
        id_, unit = placed.person.id, placed.present_unit
        moved = id_ in changed and any(day.state.placed[id_].present_unit != unit for day in days)
        if unit is not None and id_ not in gone and not moved:
            found[unit].append(placed)
    return found


def _cover(
    days: Sequence[DayRoom], unit: Unit, gone: list[Placed], staying: list[Placed], owed: Hours | None
) -> Cover:
    left, on, required = min(_left(day, unit, gone) for day in days)
    posts = dict.fromkeys(p.post for p in gone)
    colleagues = {post: tuple(p.person for p in staying if p.post is post) for post in posts}
    beats = [
        BeatLeft(p.beat, p.person, colleagues[Post.COMMUNITY])
        for p in gone
        if unit.is_station and p.post is Post.COMMUNITY and p.beat
    ]
    duty = _duty(owed, days[0].state.policy, unit, gone) if owed is not None else None
    persons = tuple(p.person for p in gone)
    return Cover(unit, persons, left, on, required, colleagues, tuple(beats), duty)


def _left(day: DayRoom, unit: Unit, gone: list[Placed]) -> tuple[int, date, int]:
    """Return how many are left on a day, the day, and how many there must be."""
    away = sum(day.state.placed[p.person.id].present_unit == unit.id for p in gone)
    if unit.is_station:
        here = day.ledgers.unit(Ledger.PRESENT, unit.id).officers
        return here - away, day.date, station_least(unit.minimum, day.state.policy)
    return day.own.get(unit.id, 0) - away, day.date, day.kept.get(unit.id, 0)


def _duty(before: Hours, policy: Policy, station: Unit, gone: list[Placed]) -> DutyLeft:
    month, rest = month_hours(policy), dedicated_hours(policy)
    lost = sum(rest if is_dedicated(p, station) else month for p in gone)
    missing = before.needed - before.available + lost
    return DutyLeft(station.duty_cover or 0, before.short, max(0, -(-missing // month)))
