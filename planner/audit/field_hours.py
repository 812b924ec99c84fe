"""Field time in hours: who has it planned, who has it recorded, by the reading of 辖区 in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.audit.obligations import is_dedicated
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
class OfficerHours:
    """A dedicated community officer's month; None where there is nothing to judge."""

    placed: Placed
    station: Unit
    planned: Hours | None
    real: Hours | None

    @property
    def judged(self) -> Hours | None:
        """What the officer's time is counted by: what was done, else what is planned."""
        return self.real or self.planned


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
    """Yield the month of every dedicated community officer present at a station, the date's month."""
    first = state.date.replace(day=1)
    months = {unit: month for (unit, start), month in duty.months.items() if start == first}
    if not months:
        return
    counting = field_counting(state.policy)
    counted = {unit: _Counted(counting, month) for unit, month in months.items()}
    stations = {u.id: u for u in state.stations()}
    for placed in state.counted():
        station = stations.get(placed.present_unit or 0)
        if station is None or not is_dedicated(placed, station):
            continue
        of = counted.get(station.id)
        planned, real = of.hours(placed.person.id) if of else (None, None)
        yield OfficerHours(placed, station, planned, real)


class _Counted:
    """The hours of one month; they stay with it for as long as its codes count the same."""

    def __init__(self, counting: FieldCounting, month: DutyMonth) -> None:
        self._counting, self._month = counting, month
        known = month.memory.get(_MEMORY)
        if known is None or known[0] != counting:
            known = month.memory[_MEMORY] = (counting, {})
        self._known: dict[int, tuple[Hours | None, Hours | None]] = known[1]

    def hours(self, person: int) -> tuple[Hours | None, Hours | None]:
        """Return somebody's planned and real hours."""
        if person not in self._known:
            counting, month = self._counting, self._month
            self._known[person] = counting.of_planned(month, person), counting.of_attended(month, person)
        return self._known[person]
