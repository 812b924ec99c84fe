"""Days worked for another unit without a record of it: what a suspicion of hidden secondment rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.county.calendar import days_of
from planner.county.duty import NOT_THERE, Attended, DutyBook, DutyMonth, Suspicion, Verdict
from planner.county.records import MoveStatus
from planner.county.state import Placed, State
from planner.policy.duty_codes import DutyCode, DutyKind

HALVES = 2
Codes = Mapping[str, DutyCode]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One officer's month: the days worked for another unit without a record, in half-days, and where."""

    placed: Placed
    days: tuple[int, ...]
    halves: int
    places: tuple[str, ...]
    decision: Suspicion | None

    @property
    def confirmed(self) -> bool:
        """Whether a person decided that it is a secondment."""
        return self.decision is not None and self.decision.verdict is Verdict.CONFIRMED

    @property
    def cleared(self) -> bool:
        """Whether a person decided that it is none."""
        return self.decision is not None and self.decision.verdict is Verdict.CLEARED


def worked_elsewhere(state: State, duty: DutyBook) -> list[Elsewhere]:
    """Return every officer who worked elsewhere in the date's month without a record, in roster order.

    What was attended counts before what was planned. Work in the month of a unit the officer does not
    belong to is work elsewhere too.
    """
    first = state.date.replace(day=1)
    codes = state.policy.duty_codes
    found: dict[int, dict[int, _Day]] = {}
    for month in duty.months.values():
        if month.month == first:
            for person, foreign in _candidates(month, state, codes):
                of_one = found.setdefault(person, {})
                for day in _days(month, person, foreign, state, codes):
                    of_one[day.day] = max(day, of_one.get(day.day, day), key=lambda d: d.halves)
    if not found:
        return []
    _leave_out_recorded(found, state, first)
    decisions = {s.person: s for s in duty.suspicions if s.month == first}
    return [
        _summed(state.placed[id_], found[id_], decisions.get(id_)) for id_ in state.placed if found.get(id_)
    ]


@dataclass(frozen=True, slots=True)
class _Day:
    day: int
    halves: int
    place: str


def _candidates(month: DutyMonth, state: State, codes: Codes) -> Iterator[tuple[int, bool]]:
    """Yield who may have worked elsewhere, and whether the month is of a unit that is not theirs."""
    away = [id_ for id_, code in codes.items() if code.kind is DutyKind.AWAY]
    by_day = (grid.get(id_, {}) for id_ in away for grid in (month.people_planned, month.people_attended))
    lent = {person for days in by_day for people in days.values() for person in people}
    unit, elsewhere = month.unit, month.halves_elsewhere
    for person in month.everybody:
        placed = state.placed.get(person)
        if placed is None or not placed.standing.counts:
            continue
        foreign = unit != placed.home and unit != placed.working and not _belonged(person, month, state)
        if foreign or person in lent or person in elsewhere:
            yield person, foreign


def _belonged(person: int, month: DutyMonth, state: State) -> bool:
    """Return whether somebody was posted or moved to the unit of a month before its end."""
    last = days_of(month.month)[-1]
    posted = any(
        p.unit == month.unit and (p.from_ or last) <= last and (p.until or last) >= month.month
        for p in state.county.postings.values()
        if p.person == person
    )
    return posted or any(
        month.unit in (m.to_unit, m.from_unit) and m.status is not MoveStatus.PROPOSED
        for m in state.county.moves.values()
        if m.person == person
    )


def _days(month: DutyMonth, person: int, foreign: bool, state: State, codes: Codes) -> Iterator[_Day]:
    planned, attended = month.planned.get(person, {}), month.attended.get(person, {})
    here = state.unit_name(month.unit) if foreign else ""
    for day in {**planned, **attended}:
        record, cell = attended.get(day), planned.get(day)
        if record is not None and (record.halves or record.place or record.mark in NOT_THERE):
            halves = _halves_elsewhere(record, foreign, codes)
        else:
            halves = HALVES * (cell is not None and _is_elsewhere(codes.get(cell.code), foreign))
        if halves:
            yield _Day(day, halves, (record.place if record else "") or here)


def _halves_elsewhere(record: Attended, foreign: bool, codes: Codes) -> int:
    if record.place:
        return len(record.halves) or HALVES
    return sum(_is_elsewhere(codes.get(half), foreign) for half in record.halves)


def _is_elsewhere(code: DutyCode | None, foreign: bool) -> bool:
    return code is not None and (code.kind is DutyKind.AWAY or (foreign and code.is_work))


def _leave_out_recorded(found: dict[int, dict[int, _Day]], state: State, first: date) -> None:
    """Take out the days that a secondment covers; past its planned end it goes on until the return."""
    for record in state.county.secondments.values():
        for day in list(found.get(record.person, ())):
            on = first.replace(day=day)
            if (record.from_ or on) <= on <= (record.returned_on or on):
                del found[record.person][day]


def _summed(placed: Placed, days: Mapping[int, _Day], decision: Suspicion | None) -> Elsewhere:
    places = tuple(dict.fromkeys(d.place for d in days.values() if d.place))
    return Elsewhere(placed, tuple(sorted(days)), sum(d.halves for d in days.values()), places, decision)
