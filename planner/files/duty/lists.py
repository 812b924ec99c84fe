"""One row per date: who leads, who is on duty, who stands by; several names in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.files.cells import as_text
from planner.files.duty.context import DutyContext
from planner.files.duty.days import read_day
from planner.files.duty.headers import Block, ListHeader, RoleColumn
from planner.files.duty.imported import Spot
from planner.files.duty.roles import read_names
from planner.files.duty.where import Where
from planner.files.duty.words import is_blank
from planner.files.issues import IssueKind
from planner.files.workbook import Cell, Sheet
from planner.text import Text

_NO_DATE = Text(
    "“{words}”不是本月的日期,此行未采用。", "“{words}” is no day of the month; the row is not used."
)


def read_list(sheet: Sheet, block: Block, header: ListHeader, where: Where, context: DutyContext) -> None:
    """Keep who is named for every date."""
    top = Spot(sheet.name, block.header_row + 1)
    by_row = where.unit is None and header.unit is not None
    unit = None if by_row else context.unit_of(where.unit, top)
    if unit is None and not by_row:
        return
    month = _month(sheet, block, header, where, context, top)
    for left, roles in header.halves:
        reader = _Half(sheet, header, roles, month, bool(where.is_attendance), context)
        for place in block.rows:
            reader.read(place, left, unit)


def _month(
    sheet: Sheet, block: Block, header: ListHeader, where: Where, context: DutyContext, top: Spot
) -> date | None:
    """Return the month of the rows; None where every row dates itself, or nothing does."""
    left = header.halves[0][0]
    days = [d for place in block.rows if (d := read_day(_at(sheet.rows[place], left))) is not None]
    if days and all(d.year and d.month for d in days):
        return None
    told = where.month
    first = next((d for d in days if d.month), None)
    if told is None and first is not None and context.month is not None and first.month is not None:
        told = date(context.month.year, first.month, 1)
    return context.month_of(told, top)


class _Half:
    """Reads the rows under one column of dates."""

    def __init__(
        self,
        sheet: Sheet,
        header: ListHeader,
        roles: Sequence[RoleColumn],
        month: date | None,
        is_attendance: bool,
        context: DutyContext,
    ) -> None:
        self._sheet, self._header, self._roles = sheet, header, roles
        self._month, self._is_attendance, self._context = month, is_attendance, context
        self._day: date | None = None

    def read(self, place: int, left: int, unit: int | None) -> None:
        """Keep the people of one row; a blank date is that of the row above."""
        row = self._sheet.rows[place]
        spot = Spot(self._sheet.name, place + 1)
        named = [(r, c) for r in self._roles if not is_blank(as_text(c := _at(row, r.index)))]
        written = _at(row, left)
        if written != "":
            day = read_day(written)
            self._day = day.within(self._month) if day else None
        if not named:
            return
        if self._day is None:
            message = _NO_DATE.format(words=as_text(written) or "?")
            self._context.add(IssueKind.BAD_DATE, message, spot)
            return
        if unit is None:
            cell = _at(row, self._header.unit) if self._header.unit is not None else ""
            unit = self._context.row_unit(cell, self._context.unit, spot)
        if unit is None:
            return
        for role, names in named:
            at = Spot(spot.sheet, spot.row, role.heading)
            read_names(self._context, unit, self._day, role, names, self._is_attendance, at)


def _at(row: Sequence[Cell], index: int | None) -> Cell:
    return row[index] if index is not None and index < len(row) else ""
