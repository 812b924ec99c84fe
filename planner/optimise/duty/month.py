"""What a unit's month begins with: who can be planned when, what is locked, and what earlier months left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from planner.audit.obligations import is_dedicated
from planner.county.belonging import Belonging, members
from planner.county.calendar import days_of, is_workday
from planner.county.counted_month import OutOfPlace, counted_months
from planner.county.duty import Cell, DutyBook, DutyMonth, Grid
from planner.county.night import nights_off
from planner.county.records import Category, Post, Sex, Unit
from planner.document import Document
from planner.errors import InputError
from planner.optimise.duty.carrying import Carried, carried
from planner.optimise.duty.codes import Codes, codes_for, is_sworn
from planner.policy.policy import Policy
from planner.text import Text

_NO_UNIT = Text(
    "没有这个单位,或不属本局;请选择本局单位。", "There is no such unit of the bureau; choose one of it."
)
_NO_CELLS: Mapping[int, Cell] = {}


@dataclass(frozen=True)
class Officer:
    """Somebody in the month, sworn or auxiliary; days count from 1."""

    of: Belonging
    days: frozenset[int]  # that may be planned
    nights_off: frozenset[int]
    dedicated: bool  # a dedicated community officer of a station
    ordinary: str | None  # the code of a working day without duty
    planned: Mapping[int, Cell]  # what stands there now, on days that may be planned
    history: tuple[str | None, ...]  # the codes of the last days of the month before, the latest last
    carried: Carried | None  # duties beyond the even share of earlier months; None: was not there

    @property
    def id(self) -> int:
        """The person's id."""
        return self.of.person.id

    @property
    def name(self) -> str:
        """The person's name."""
        return self.of.person.name

    @property
    def sworn(self) -> bool:
        """Whether they count as the sworn one on duty."""
        return is_sworn(self.of.placed)

    @property
    def leader(self) -> bool:
        """Whether they can lead a day of duty."""
        return self.sworn and self.of.placed.post is Post.LEADER

    @property
    def woman(self) -> bool:
        """Whether they are known to be a woman."""
        return self.of.person.sex is Sex.FEMALE

    @cached_property
    def locked(self) -> Mapping[int, str]:
        """The codes that no plan may change."""
        return {day: cell.code for day, cell in self.planned.items() if cell.locked}


@dataclass(frozen=True)
class Month:
    """Everything that a unit's month is planned from."""

    unit: Unit
    first: date
    length: int
    workdays: frozenset[int]
    codes: Codes
    policy: Policy
    officers: tuple[Officer, ...]
    planned: Grid  # as it stands, days that may not be planned included
    out_of_place: tuple[OutOfPlace, ...]  # what of it counts nowhere

    def day(self, number: int) -> date:
        """Return a day of the month as a date."""
        return self.first.replace(day=number)

    @property
    def days(self) -> range:
        """The days of the month."""
        return range(1, self.length + 1)

    @cached_property
    def by_id(self) -> Mapping[int, Officer]:
        """Officers by their person's id."""
        return {officer.id: officer for officer in self.officers}

    def hours_due(self, officer: Officer) -> int:
        """Return the hours of somebody's working days, leave apart."""
        return len(officer.days & self.workdays) * self.policy.count("duty.day_hours")


Gone = frozenset[tuple[int, int]]  # people who drop out, by person and day
NOBODY: Gone = frozenset()


def month_of(document: Document, unit: int, month: date, gone: Gone = NOBODY) -> Month:
    """Return what a month is planned from; raise InputError for no unit of the bureau."""
    known = document.county.units.get(unit)
    if known is None or not known.ours:
        raise InputError(_NO_UNIT)
    first = month.replace(day=1)
    policy = document.policy.on(first)
    codes = codes_for(known, policy)
    made = document.duty.months.get((unit, first)) or DutyMonth(unit, first)
    (counted,) = counted_months((made,), document.county, policy)
    earlier = carried(_past(document, unit, first), policy, unit, first)
    before = _before(document.duty, unit, first)

    def officer(of: Belonging) -> Officer:
        id_ = of.person.id
        days = frozenset(d for d in of.days if of.is_plannable(d) and (id_, d) not in gone)
        row = made.planned.get(id_, _NO_CELLS)
        dedicated = known.is_station and is_dedicated(of.placed, known)
        return Officer(
            of=of,
            days=days,
            nights_off=nights_off(of.person, first),
            dedicated=dedicated,
            ordinary=codes.ordinary(of.placed, dedicated),
            planned={day: cell for day, cell in sorted(row.items()) if day in days},
            history=before.get(id_, ()),
            carried=earlier.get(id_),
        )

    there = members(document.county, policy, unit, first).values()
    aid = policy.count("duty.auxiliary_share") > 0
    people = (of for of in there if aid or of.person.category is not Category.AUXILIARY)
    dates = days_of(first)
    return Month(
        unit=known,
        first=first,
        length=len(dates),
        workdays=frozenset(d.day for d in dates if is_workday(d, document.duty)),
        codes=codes,
        policy=policy,
        officers=tuple(officer(of) for of in people),
        planned=made.planned,
        out_of_place=counted.out_of_place,
    )


def _past(document: Document, unit: int, first: date) -> DutyBook:
    """Return what counts of the unit's earlier months."""
    months = [m for m in document.duty.months.values() if m.unit == unit and m.month < first]
    counted = counted_months(months, document.county, document.policy)
    return replace(document.duty, months={of.month.key: of.month for of in counted})


def _before(book: DutyBook, unit: int, first: date) -> Mapping[int, tuple[str | None, ...]]:
    """Return by person what they did in the month before, wherever; the unit's own month counts most.

    A duty out of place may have been kept all the same, and asks for its rest.
    """
    end = first - timedelta(days=1)
    months = sorted(
        (m for m in book.months.values() if m.month == end.replace(day=1)), key=lambda m: m.unit == unit
    )
    lines: dict[int, tuple[str | None, ...]] = {}
    for month in months:
        for person, row in month.planned.items():
            cells = (row.get(day) for day in range(1, end.day + 1))
            lines[person] = tuple(cell.code if cell is not None else None for cell in cells)
    return lines
