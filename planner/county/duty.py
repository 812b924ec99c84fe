"""Duty months: what a unit planned for everybody day by day (值班表), and what really happened (考勤)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any


class Mark(StrEnum):
    """What was wrong with somebody's presence on a rostered day."""

    ABSENT = "absent"  # 缺勤: rostered, not there
    LATE = "late"
    LEFT = "left"  # 早退, 脱岗
    PHONE_LEAVE = "phone_leave"  # leave asked for by telephone only


NOT_THERE = (Mark.ABSENT, Mark.PHONE_LEAVE)  # the whole day


@dataclass(frozen=True, slots=True)
class Cell:
    """What is planned for somebody on a day: a code of the policy; a locked cell is never changed by Fill."""

    code: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Attended:
    """What somebody really did on a day, by half-days; an empty code is no record of that half."""

    morning: str = ""
    afternoon: str = ""
    mark: Mark | None = None
    place: str = ""  # the other unit worked for, in the file's words

    @property
    def halves(self) -> tuple[str, ...]:
        """The codes of the half-days there is a record of."""
        return tuple(code for code in (self.morning, self.afternoon) if code)


Grid = Mapping[int, Mapping[int, Cell]]  # person -> day of the month -> what is planned
Record = Mapping[int, Mapping[int, Attended]]  # person -> day of the month -> what was done


@dataclass(frozen=True)
class DutyMonth:
    """One unit's month; `month` is its first day. Days without a cell are not planned."""

    unit: int
    month: date
    planned: Grid = field(default_factory=lambda: MappingProxyType({}))
    attended: Record = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> tuple[int, date]:
        """What tells this month from every other."""
        return (self.unit, self.month)

    # A recount asks for these at every edit, and an edit changes one month: the others keep what is counted.

    @cached_property
    def everybody(self) -> tuple[int, ...]:
        """Who has a row, planned or attended."""
        return tuple({**self.planned, **self.attended})

    @cached_property
    def days_planned(self) -> Mapping[int, Mapping[str, int]]:
        """By person, on how many days each code is planned."""
        return {p: Counter(cell.code for cell in row.values()) for p, row in self.planned.items()}

    @cached_property
    def halves_attended(self) -> Mapping[int, Mapping[str, int]]:
        """By person, for how many half-days each code is recorded at this unit."""
        return {p: _halves(row, elsewhere=False) for p, row in self.attended.items()}

    @cached_property
    def halves_elsewhere(self) -> Mapping[int, Mapping[str, int]]:
        """By person, for how many half-days each code is recorded at another unit; nobody without any."""
        away = (p for p, row in self.attended.items() if any(a.place for a in row.values()))
        found = {p: _halves(self.attended[p], elsewhere=True) for p in away}
        return {person: halves for person, halves in found.items() if halves}

    @cached_property
    def people_planned(self) -> Mapping[str, Mapping[int, Sequence[int]]]:
        """By code and day, who is planned for it."""
        found: _People = defaultdict(_days)
        for person, row in self.planned.items():
            for day, cell in row.items():
                found[cell.code][day].append(person)
        return found

    @cached_property
    def people_attended(self) -> Mapping[str, Mapping[int, Sequence[int]]]:
        """By code and day, who is recorded with it at this unit, for half the day or all of it."""
        found: _People = defaultdict(_days)
        for person, row in self.attended.items():
            for day, a in row.items():
                if not a.place:
                    if a.morning:
                        found[a.morning][day].append(person)
                    if a.afternoon and a.afternoon != a.morning:
                        found[a.afternoon][day].append(person)
        return found

    @cached_property
    def memory(self) -> dict[str, Any]:
        """What was worked out of this month, kept for the next recount; neither saved nor compared."""
        return {}


_People = defaultdict[str, defaultdict[int, list[int]]]


def _days() -> defaultdict[int, list[int]]:
    return defaultdict(list)


def _halves(row: Mapping[int, Attended], elsewhere: bool) -> Mapping[str, int]:
    """Count the half-days of each code, here or at another unit."""
    found: dict[str, int] = {}
    for a in row.values():
        if bool(a.place) is elsewhere:
            for code in (a.morning, a.afternoon):
                if code:
                    found[code] = found.get(code, 0) + 1
    return found


class DayKind(StrEnum):
    """What the holiday calendar makes of a day."""

    HOLIDAY = "holiday"  # 法定节假日
    REST = "rest"  # a day off moved here to join a holiday
    WORKDAY = "workday"  # 调休上班: a weekend day that is worked
    FESTIVAL = "festival"  # a minority festival of the county: a day off


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is not what its weekday says."""

    day: date
    kind: DayKind
    name: str


class Verdict(StrEnum):
    """What a person decided about a suspicion of hidden secondment."""

    CONFIRMED = "confirmed"  # it is a secondment
    CLEARED = "cleared"  # it is not


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A decision about somebody's month; suspicions without one are only computed, never stored."""

    person: int
    month: date
    verdict: Verdict
    note: str = ""


@dataclass(frozen=True)
class DutyBook:
    """All duty months of the bureau, its own calendar days, and what was decided about suspicions."""

    months: Mapping[tuple[int, date], DutyMonth] = field(default_factory=dict)
    special_days: tuple[SpecialDay, ...] = ()  # laid over the shipped national calendar
    suspicions: tuple[Suspicion, ...] = ()

    @cached_property
    def special(self) -> Mapping[date, SpecialDay]:
        """The bureau's own calendar days by their date."""
        return {special.day: special for special in self.special_days}


NO_DUTY = DutyBook()
