"""Field time in hours: who has it planned, who has it recorded, by the reading of 辖区 in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.audit.obligations import is_dedicated
from planner.county.counted_month import CountedMonth, counted_around
from planner.county.duty import DutyBook, DutyMonth
from planner.county.records import Unit
from planner.county.state import Placed, State
from planner.policy.duty_codes import DutyCode, DutyKind, Field
from planner.policy.policy import Policy

HALF_DAY_HOURS = 4
NONE: Mapping[str, int] = {}
_MEMORY = "field_hours"


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of field time, of the hours worked; leave and rest are in neither."""

    field: int
    worked: int


@dataclass(frozen=True, slots=True)
class StationHours:
    """What somebody's days at one station add to a month; None where there is nothing to judge."""

    station: Unit
    planned: Hours | None
    real: Hours | None

    @property
    def judged(self) -> Hours | None:
        """What the time is counted by: what was done, else what is planned."""
        return self.real or self.planned


class OfficerHours(NamedTuple):
    """A dedicated community officer's month: the days at each station, and all of them together.

    A named tuple, as it is made for every such officer at every recount.
    """

    placed: Placed
    stations: tuple[StationHours, ...]  # former ones with hours, that of the date last
    planned: Hours | None
    real: Hours | None
    judged: Hours | None  # what the officer's time is counted by

    @property
    def station(self) -> Unit:
        """Where the officer is judged: the station of the date, else the last one before."""
        return self.stations[-1].station


def _officer_hours(placed: Placed, stations: Sequence[StationHours]) -> OfficerHours:
    if len(stations) == 1:  # nearly everybody: a recount has no time to add up
        (of,) = stations
        return OfficerHours(placed, (of,), of.planned, of.real, of.judged)
    return OfficerHours(
        placed,
        tuple(stations),
        _summed(of.planned for of in stations),
        _summed(of.real for of in stations),
        _summed(of.judged for of in stations),
    )


def _summed(parts: Iterable[Hours | None]) -> Hours | None:
    known = [hours for hours in parts if hours is not None]
    return Hours(sum(h.field for h in known), sum(h.worked for h in known)) if known else None


@dataclass(frozen=True)
class FieldCounting:
    """What each code adds to an officer's hours."""

    planned: Mapping[str, tuple[int, int]]  # of a day: field, worked
    attended: Mapping[str, tuple[int, int]]  # of a half-day

    def of_planned(self, month: DutyMonth, person: int) -> Hours | None:
        """Return somebody's planned hours, None for no working time."""
        return _hours(self.planned, month.days_planned.get(person, NONE))

    def of_attended(self, month: DutyMonth, person: int) -> Hours | None:
        """Return somebody's recorded hours, None for no working time; a half-day is four hours."""
        here = _hours(self.attended, month.halves_attended.get(person, NONE))
        away = _hours(self.attended, month.halves_elsewhere.get(person, NONE))
        if here is None or away is None:
            return here or (away and Hours(0, away.worked))
        return Hours(here.field, here.worked + away.worked)


def field_counting(policy: Policy) -> FieldCounting:
    """Return what the codes of a policy add, by its reading of 辖区; unasked, it is the officer's own beat.

    Work for another unit is working time that is never field time.
    """
    wide = policy.choice("counting.area") == "station"
    inside = (Field.BEAT, Field.STATION) if wide else (Field.BEAT,)
    worked = {id_: c for id_, c in policy.duty_codes.items() if _is_worked(c)}
    return FieldCounting(
        {id_: (c.counted if c.field in inside else 0, c.counted) for id_, c in worked.items()},
        {id_: (HALF_DAY_HOURS if c.field in inside else 0, HALF_DAY_HOURS) for id_, c in worked.items()},
    )


def _is_worked(code: DutyCode) -> bool:
    return (code.is_work or code.kind is DutyKind.AWAY) and code.counted > 0


def _hours(adds: Mapping[str, tuple[int, int]], counts: Mapping[str, int]) -> Hours | None:
    field = worked = 0
    for code, n in counts.items():
        if code in adds:
            of_field, of_work = adds[code]
            field += n * of_field
            worked += n * of_work
    return Hours(field, worked) if worked else None


def officers_hours(state: State, duty: DutyBook) -> Iterator[OfficerHours]:
    """Yield the date's month of everybody who is a dedicated community officer of a station in it.

    Whoever changes stations within it, or leaves one, has the days of each counted there, and is judged by
    all of them together; without data there is the station of the date.
    """
    first = state.date.replace(day=1)
    stations = {u.id: u for u in state.stations()}
    months = counted_around(duty, state.date, state.county, state.policy)
    begun = [of for of in months if of.month.month == first]
    if not begun:
        return
    counting = field_counting(state.policy)
    units = {of.month.unit: of for of in begun if of.month.unit in stations}
    counted = {id_: _station_month(counting, stations[id_], of) for id_, of in units.items()}
    former = _former(state, counted.values())
    for placed in state.counted():
        there = former.get(placed.person.id, [])
        present = stations.get(placed.present_unit or 0)
        if present is not None and is_dedicated(placed, present):
            of = counted.get(present.id)
            there = [*there, of.hours(placed.person.id) if of else StationHours(present, None, None)]
        if there:
            yield _officer_hours(placed, there)


def _former(state: State, months: Iterable[_StationMonth]) -> Mapping[int, list[StationHours]]:
    """Return by person the hours at stations they are no longer present at, by the first day there."""
    found: dict[int, list[StationHours]] = {}
    for month in months:
        gone = [id_ for id_ in month.dedicated if state.placed[id_].present_unit != month.station.id]
        for person in gone:
            hours = month.hours(person)
            if hours.judged is not None:
                found.setdefault(person, []).append(hours)
    return found


class _StationMonth:
    """The hours of one station's month, each counted once."""

    def __init__(self, counting: FieldCounting, station: Unit, of: CountedMonth) -> None:
        self.station = station
        self.dedicated = [id_ for id_, there in of.there.items() if is_dedicated(there.placed, station)]
        self._rests_on = counting, station, of
        self._known: dict[int, StationHours] = {}

    def rests_on(self, counting: FieldCounting, station: Unit, of: CountedMonth) -> bool:
        """Return whether the hours are counted by just this."""
        return self._rests_on == (counting, station, of)

    def hours(self, person: int) -> StationHours:
        """Return somebody's planned and real hours."""
        if person not in self._known:
            counting, _, of = self._rests_on
            planned, real = counting.of_planned(of.month, person), counting.of_attended(of.month, person)
            self._known[person] = StationHours(self.station, planned, real)
        return self._known[person]


def _station_month(counting: FieldCounting, station: Unit, of: CountedMonth) -> _StationMonth:
    """Return the hours of a station's month; they stay with it until something they rest on changes."""
    known: _StationMonth | None = of.month.memory.get(_MEMORY)
    if known is None or not known.rests_on(counting, station, of):
        known = of.month.memory[_MEMORY] = _StationMonth(counting, station, of)
    return known
