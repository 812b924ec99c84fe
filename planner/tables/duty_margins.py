"""What stands in the margins of a duty grid, counted without a solver: by person and by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.audit.cover import cover
from planner.audit.field_hours import FieldCounting, Hours, field_counting
from planner.audit.obligations import is_dedicated
from planner.audit.unit_covers import required_cover
from planner.audit.watches import day_begins, duty_codes, planned_watches
from planner.county.belonging import Belonging
from planner.county.calendar import days_of, is_workday
from planner.county.duty import DutyMonth
from planner.county.records import Person, Unit, UnitKind
from planner.document import Document
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.share import Share


@dataclass(frozen=True, slots=True)
class PersonMargin:
    """One person's month; `planned` and `real` are field time of working time, None without any."""

    duties: int
    hours: int
    nights: int
    days_off: int  # duties on weekends and holidays
    planned: Hours | None
    real: Hours | None
    judged: bool  # a dedicated community officer, for whom the share is required
    owed: Fraction  # days of compensatory rest


@dataclass(frozen=True, slots=True)
class PostMargin:
    """One post of a custody unit on a day: the fewest on it at any moment."""

    code: DutyCode
    on_duty: int
    required: int


@dataclass(frozen=True, slots=True)
class DayMargin:
    """One day as planned: the fewest on duty at any moment of it, and the fewest sworn among them."""

    on_duty: int
    sworn: int
    required: int
    posts: tuple[PostMargin, ...] = ()  # of a custody unit that plans by posts

    @property
    def lacks_sworn(self) -> bool:
        """Whether there is a moment without anybody sworn."""
        return self.sworn < min(1, self.required)

    @property
    def short(self) -> int:
        """How many people are missing."""
        return max(0, self.required - self.on_duty, int(self.lacks_sworn))


@dataclass(frozen=True)
class Counting:
    """What margins of one unit's month are counted with."""

    unit: Unit
    codes: Mapping[str, DutyCode]
    field: FieldCounting
    day_hours: int
    workdays: frozenset[int]
    required: int

    def person(self, month: DutyMonth, id_: int, of: Belonging | None) -> PersonMargin:
        """Count one person's month."""
        row = month.planned.get(id_, {})
        planned = [(day, self.codes[cell.code]) for day, cell in row.items() if cell.code in self.codes]
        duties = [(day, code) for day, code in planned if code.kind is DutyKind.DUTY]
        hours = sum(code.counted for _, code in planned if code.is_work)
        return PersonMargin(
            duties=len(duties),
            hours=hours,
            nights=sum(code.is_night for _, code in duties),
            days_off=sum(day not in self.workdays for day, _ in duties),
            planned=self.field.of_planned(month, id_),
            real=self.field.of_attended(month, id_),
            judged=of is not None and self.unit.is_station and is_dedicated(of.placed, self.unit),
            owed=self._owed(planned, hours, of),
        )

    def _owed(self, planned: list[tuple[int, DutyCode]], hours: int, of: Belonging | None) -> Fraction:
        """Return the hours worked beyond those of the working days, days of leave left out, in days."""
        if of is None:
            return Fraction(0)
        leave = {day for day, code in planned if code.kind is DutyKind.LEAVE} | set(of.absences)
        due = len((self.workdays & of.days) - leave) * self.day_hours
        return Fraction(max(0, hours - due), self.day_hours)

    def days(
        self, month: DutyMonth, before: DutyMonth | None, people: Mapping[int, Person]
    ) -> tuple[DayMargin, ...]:
        """Count every day as the audit does."""
        duties = duty_codes(self.codes)
        begins = day_begins(month, duties)
        covered = cover(month, planned_watches(month, before, duties), begins, people)
        posts = [
            [
                PostMargin(code, day.on_duty, min(self.required, 1) if code.leader else self.required)
                for day in cover(month, planned_watches(month, before, {code.id: code}), begins, people)
            ]
            for code in self._posts(month)
        ]
        return tuple(
            DayMargin(day.on_duty, day.sworn, self.required, tuple(of[n] for of in posts))
            for n, day in enumerate(covered)
        )

    def _posts(self, month: DutyMonth) -> list[DutyCode]:
        """Return the posts a custody unit plans by; none where it plans plain duty alone."""
        if self.unit.kind is not UnitKind.CUSTODY:
            return []
        posts = [code for code in duty_codes(self.codes).values() if code.custody]
        return posts if any(code.id in month.people_planned for code in posts) else []


def counting(document: Document, unit: int, month: date) -> Counting:
    """Return what the margins of a unit's month are counted with; KeyError for an unknown unit."""
    policy, of = document.policy.on(month), document.county.units[unit]
    return Counting(
        of,
        policy.duty_codes,
        field_counting(policy),
        policy.count("duty.day_hours"),
        frozenset(day.day for day in days_of(month) if is_workday(day, document.duty)),
        required_cover(of, policy),
    )


def is_met(hours: Hours | None, required: Share) -> bool:
    """Return whether there is field time, and enough of it, exactly."""
    return hours is not None and required.is_met_by(hours.field, hours.worked)
