"""A month of duty rosters and attendance of a few stations, with the faults real ones have."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.samples.records import SampleAbsence, SampleCounty, SamplePerson

STATIONS, FEWEST, ON_DUTY = 3, 5, 2
UNKNOWN_WORD = "帮厨"
LENT, LENT_DAYS = "借至县委办", 5  # more days than may go unrecorded
DUTY, REST, BEAT, OFFICE, MEETING, ABSENT = "值", "休", "社", "勤", "会", "缺勤"
_LEAVE = {"年休假": "年假", "病假": "病假", "事假": "事假"}
_SATURDAY = 5
Words = dict[int, list[str]]  # number of the person in the roster -> what stands in each day's cell


@dataclass(frozen=True, slots=True)
class SampleRoster:
    """One station's month: 值班表 and 考勤, and whom its faults concern, by numbers in the roster."""

    unit: str
    month: date
    planned: Words
    attended: Words
    unknown: int | None = None  # has a word nobody knows in the 值班表
    lent: int | None = None  # works elsewhere without a record
    absent: int | None = None  # was rostered and not there
    gone: int | None = None  # has attendance after leaving


def duty_rosters(sample: SampleCounty) -> tuple[SampleRoster, ...]:
    """Return the month of the sample for its first stations with people enough; the same every time."""
    crews = [(u.name, _crew(sample, u.name)) for u in sample.units if u.is_station]
    chosen = [(unit, crew) for unit, crew in crews if _is_clear(crew, FEWEST)][:STATIONS]
    rosters = [_Month(sample, unit, crew).roster() for unit, crew in chosen]
    faults = (_with_lent, _with_absent, _with_unknown)
    rosters = [fault(r, sample) for fault, r in zip(faults, rosters, strict=False)] + rosters[len(faults) :]
    return (_with_gone(rosters[0], sample), *rosters[1:]) if rosters else ()


def _crew(sample: SampleCounty, unit: str) -> list[SamplePerson]:
    """Return a station's officers who are there for the whole month but for short leave."""
    first, last = _bounds(sample.as_of)
    away = {
        s.person
        for s in sample.secondments
        if (s.from_ is None or s.from_ <= last) and (s.returned_on is None or s.returned_on >= first)
    }
    away |= {
        a.person for a in sample.absences if a.kind not in _LEAVE and a.from_ <= last and a.until >= first
    }
    return [
        p
        for p in sample.people
        if p.unit == unit and (p.is_plain or p.is_head) and p.is_sworn and p.number not in away
        if p.left_on is None and (p.joined_police is None or p.joined_police <= first)
    ]


def _is_clear(crew: Sequence[SamplePerson], fewest: int) -> bool:
    """Whether there are people enough, no two of one name."""
    return len(crew) >= fewest and len({p.name for p in crew}) == len(crew)


def _bounds(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


class _Month:
    """Fills one station's month: two on duty in turn, a day of rest after it, ordinary work otherwise."""

    def __init__(self, sample: SampleCounty, unit: str, crew: Sequence[SamplePerson]) -> None:
        self._unit, self._crew, self._as_of = unit, crew, sample.as_of
        self._first, self._last = _bounds(sample.as_of)
        self._leave = [a for a in sample.absences if a.kind in _LEAVE]

    def roster(self) -> SampleRoster:
        planned: Words = {p.number: [] for p in self._crew}
        turn = list(self._crew)
        for day in range(1, self._last.day + 1):
            today = self._first.replace(day=day)
            free = [p for p in turn if not self._is_away(p, today) and planned[p.number][-1:] != [DUTY]]
            on_duty = free[:ON_DUTY]
            turn = [p for p in turn if p not in on_duty] + on_duty
            for person in self._crew:
                planned[person.number].append(self._word(person, today, person in on_duty, planned))
        seen = self._as_of.day - 1
        attended = {n: [*row[:seen], *[""] * (len(row) - seen)] for n, row in planned.items()}
        return SampleRoster(self._unit, self._first, planned, attended)

    def _word(self, person: SamplePerson, today: date, on_duty: bool, planned: Words) -> str:
        leave = self._is_away(person, today)
        if leave is not None:
            return _LEAVE[leave.kind]
        if on_duty:
            return DUTY
        if planned[person.number][-1:] == [DUTY]:
            return REST
        if today.weekday() >= _SATURDAY:
            return ""
        if person.is_head and today.weekday() == 0:
            return MEETING
        return BEAT if person.is_community and not person.is_head else OFFICE

    def _is_away(self, person: SamplePerson, today: date) -> SampleAbsence | None:
        return next(
            (a for a in self._leave if a.person == person.number and a.from_ <= today <= a.until), None
        )


def _with_lent(roster: SampleRoster, sample: SampleCounty) -> SampleRoster:
    """Let somebody who heads nothing work for the county's office on the first days of ordinary work."""
    working = {n: [d for d, w in enumerate(row) if w in (BEAT, OFFICE)] for n, row in roster.attended.items()}
    plain = [n for n in working if sample.people[n - 1].is_plain and len(working[n]) >= LENT_DAYS]
    if not plain:
        return roster
    attended = _changed(roster, plain[-1], working[plain[-1]][:LENT_DAYS], LENT)
    return replace(roster, attended=attended, lent=plain[-1])


def _with_absent(roster: SampleRoster, sample: SampleCounty) -> SampleRoster:
    number = next((n for n, row in roster.attended.items() if DUTY in row), None)
    if number is None:
        return roster
    attended = _changed(roster, number, [roster.attended[number].index(DUTY)], ABSENT)
    return replace(roster, attended=attended, absent=number)


def _with_unknown(roster: SampleRoster, sample: SampleCounty) -> SampleRoster:
    for number, row in roster.planned.items():
        for day, word in enumerate(row):
            if word in (OFFICE, BEAT):
                changed = [*row[:day], UNKNOWN_WORD, *row[day + 1 :]]
                return replace(roster, planned={**roster.planned, number: changed}, unknown=number)
    return roster


def _with_gone(roster: SampleRoster, sample: SampleCounty) -> SampleRoster:
    """Let the attendance go on for somebody who left, of a name nobody else has."""
    names = Counter(p.name for p in sample.people)
    left = [
        p for p in sample.people if p.left_on is not None and p.left_on <= roster.month and names[p.name] == 1
    ]
    if not left:
        return roster
    row = ["", *[BEAT] * 3, *[""] * (_bounds(roster.month)[1].day - 4)]
    return replace(roster, attended={**roster.attended, left[-1].number: row}, gone=left[-1].number)


def _changed(roster: SampleRoster, number: int, days: Sequence[int], word: str) -> Words:
    row = list(roster.attended[number])
    for day in days:
        row[day] = word
    return {**roster.attended, number: row}
