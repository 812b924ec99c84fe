"""A duty month as it is looked at: people by days, with what may be planned and the margins beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.county.belonging import Belonging, Membership
from planner.county.calendar import day_name, days_of, is_workday
from planner.county.counted_month import OutOfPlace, clashes_with_leave, counted_months
from planner.county.duty import Attended, Cell, DutyMonth
from planner.county.records import Category, Person, Post
from planner.document import Document
from planner.edits.duty import duty_month
from planner.policy.duty_codes import DutyCode
from planner.tables.duty_margins import Counting, DayMargin, PersonMargin, counting
from planner.tables.names import ABSENCE_KINDS, CATEGORIES
from planner.text import Text

_LEADER = Text("所领导", "leader")
_HEAD = Text("领导", "leader")
_COMMUNITY = Text("社区民警", "community")
_AUXILIARY = Text("辅警", "auxiliary")
_OFFICER = Text("民警", "officer")


@dataclass(frozen=True, slots=True)
class DayHead:
    """One day over the grid; `off` where nobody works but those on duty."""

    day: date
    off: bool
    name: Text | None  # of a holiday, festival or make-up day


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: what is planned, and whether anything may be; an unknown code is shown by its id."""

    code: DutyCode | None
    words: str  # the letter, the id of an unknown code, or nothing
    locked: bool
    absence: Text | None
    here: bool
    attended: Attended | None = None  # what was really done

    @property
    def clashes(self) -> bool:
        """Whether something is planned that cannot be: an unknown code, or what counts nowhere."""
        return bool(self.words) and (self.code is None or not self.counts)

    @property
    def counts(self) -> bool:
        """Whether what is planned can count: not away, nor work on a day of leave."""
        return self.here and (self.absence is None or not clashes_with_leave(self.code))


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person's month."""

    person: Person
    role: Text
    cells: tuple[GridCell, ...]
    margin: PersonMargin


@dataclass(frozen=True, slots=True)
class DutyGrid:
    """One unit's month; `exists` tells an empty month from none, field time is of stations alone."""

    unit: int
    month: date
    exists: bool
    is_station: bool
    days: tuple[DayHead, ...]
    rows: tuple[GridRow, ...]
    columns: tuple[DayMargin, ...]
    out_of_place: tuple[OutOfPlace, ...]  # what is planned but counts nowhere


def duty_grid(document: Document, unit: int, month: date, there: Membership) -> DutyGrid:
    """Return a unit's month with all who belong there (see `belonging.members`) or stand in it."""
    first = month.replace(day=1)
    made = duty_month(document, unit, first) or DutyMonth(unit, first)
    count = counting(document, unit, first)
    dates = days_of(first)
    people = document.county.people
    strays = [id_ for id_ in {**made.planned, **made.attended} if id_ not in there and id_ in people]
    ids = sorted(there, key=lambda id_: _rank(there[id_])) + strays
    before = duty_month(document, unit, first - timedelta(days=1)) or DutyMonth(unit, first)
    counted, earlier = counted_months((made, before), document.county, document.policy)
    maker = _Rows(made, counted.month, count, len(dates))
    return DutyGrid(
        unit,
        first,
        made.key in document.duty.months,
        count.unit.is_station,
        tuple(DayHead(d, not is_workday(d, document.duty), day_name(d, document.duty)) for d in dates),
        tuple(maker.row(people[id_], there.get(id_)) for id_ in ids),
        count.days(counted.month, earlier.month, people),
        counted.out_of_place,
    )


def _rank(of: Belonging) -> int:
    """Put leaders first and auxiliaries last; within, the order of the roster holds."""
    if not of.person.category.is_sworn:
        return 2
    return 0 if of.placed.post is Post.LEADER else 1


class _Rows:
    """Makes the rows of one month; equal cells are one object."""

    def __init__(self, month: DutyMonth, counted: DutyMonth, count: Counting, length: int) -> None:
        self._month, self._counted, self._count, self._length = month, counted, count, length
        self._known: dict[tuple[object, ...], GridCell] = {}

    def row(self, person: Person, of: Belonging | None) -> GridRow:
        """Return somebody's row; nobody who does not belong has a day here."""
        planned = self._month.planned.get(person.id, {})
        cells = tuple(self._cell(person.id, planned, day, of) for day in range(1, self._length + 1))
        margin = self._count.person(self._counted, person.id, of)
        return GridRow(person, self._role(person, of), cells, margin)

    def _cell(self, id_: int, planned: Mapping[int, Cell], day: int, of: Belonging | None) -> GridCell:
        cell = planned.get(day)
        absence = of.absences.get(day) if of is not None else None
        kind = absence.kind if absence is not None else None
        attended = self._month.attended.get(id_, {}).get(day)
        here = of is not None and day in of.days
        key = (cell, kind, here, attended)
        known = self._known.get(key)
        if known is None:
            code = self._count.codes.get(cell.code) if cell is not None else None
            words = "" if cell is None else code.letter if code is not None else cell.code
            leave = ABSENCE_KINDS[kind] if kind is not None else None
            locked = cell is not None and cell.locked
            known = self._known[key] = GridCell(code, words, locked, leave, here, attended)
        return known

    def _role(self, person: Person, of: Belonging | None) -> Text:
        if person.category is Category.AUXILIARY:
            return _AUXILIARY
        if of is None or not person.category.is_sworn:
            return CATEGORIES[person.category]
        if of.placed.post is Post.LEADER:
            return _LEADER if self._count.unit.is_station else _HEAD
        return _COMMUNITY if of.placed.post is Post.COMMUNITY else _OFFICER
