"""Duty months: what a unit planned for everybody day by day (值班表), and what really happened (考勤)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Mark(StrEnum):
    """What was wrong with somebody's presence on a rostered day."""

    ABSENT = "absent"  # 缺勤: rostered, not there
    LATE = "late"
    LEFT = "left"  # 早退, 脱岗
    PHONE_LEAVE = "phone_leave"  # leave asked for by telephone only


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


NO_DUTY = DutyBook()
