"""One row per date: who leads, who is on duty, who stands by; several names in one cell.

Where the title names one month, a row dated in another is a slip of one of them: it is listed and not used,
so that it never replaces what is known of that month. Where the title names no month, or days of two,
every row is of the month it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.files.cells import as_text
from planner.files.duty.context import DutyContext
from planner.files.duty.days import read_day
from planner.files.duty.headers import Block, ListHalf, ListHeader
from planner.files.duty.imported import Spot
from planner.files.duty.roles import read_names
from planner.files.duty.weekdays import DayTold, list_misfits, told_day
from planner.files.duty.where import Where
from planner.files.duty.words import is_blank
from planner.files.issues import IssueKind
from planner.files.workbook import Cell, Sheet
from planner.text import Text

_NO_DATE = Text(
    "“{words}”不是本月的日期,旁边的人员未采用。",
    "“{words}” is no day of the month; the people beside it are not used.",
)
_OTHER_MONTH = Text(
    "“{words}”不在标题所写的 {month},旁边的人员未采用:请改正日期或标题后重新导入。",
    "“{words}” is not in {month}, the month of the title; the people beside it are not used: correct the date"
    " or the title and import again.",
)


def read_list(sheet: Sheet, block: Block, header: ListHeader, where: Where, context: DutyContext) -> None:
    """Keep who is named for every date."""
    top = Spot(sheet.name, block.header_row + 1)
    by_row = where.unit is None and header.unit is not None
    unit = None if by_row else context.unit_of(where.unit, top, where.stranger)
    if unit is None and not by_row:
        return
    month = _month(sheet, block, header, where, context, top)
    for half in header.halves:
        reader = _Half(sheet, header.unit, half, month, where, context)
        for place in block.rows:
            reader.read(place, unit)
        reader.finish()


def _month(
    sheet: Sheet, block: Block, header: ListHeader, where: Where, context: DutyContext, top: Spot
) -> date | None:
    """Return the month of days without one: that of the title, else the first the dates themselves say."""
    told = where.month
    if told is None:
        left = header.halves[0].dates
        days = (read_day(_at(sheet.rows[place], left)) for place in block.rows)
        first = next((d for d in days if d is not None and d.month), None)
        year = first and (first.year or (context.month.year if context.month else None))
        told = date(year, first.month, 1) if first and first.month and year else None
    return context.month_of(told, top, where.odd_month)


class _Half:
    """Reads the rows under one column of dates."""

    def __init__(
        self,
        sheet: Sheet,
        unit: int | None,
        half: ListHalf,
        month: date | None,
        where: Where,
        context: DutyContext,
    ) -> None:
        self._sheet, self._unit, self._half = sheet, unit, half
        self._month, self._where, self._context = month, where, context
        self._day: date | None = None
        self._trouble = _NO_DATE.format(words="?")
        self._told: list[DayTold] = []
        self._filled: list[int] = []

    def read(self, place: int, unit: int | None) -> None:
        """Keep the people of one row; a blank date is that of the row above."""
        row = self._sheet.rows[place]
        spot = Spot(self._sheet.name, place + 1)
        named = [(r, c) for r in self._half.roles if not is_blank(as_text(c := _at(row, r.index)))]
        written = _at(row, self._half.dates)
        dated = Spot(spot.sheet, spot.row, self._half.heading)
        if written != "":
            self._day = self._date(written, row, dated)
        if not named:
            return
        if self._day is None:
            self._context.add(IssueKind.BAD_DATE, self._trouble, dated)
            return
        if written == "":
            self._filled.append(place + 1)
        if unit is None:
            unit = self._context.row_unit(_at(row, self._unit), self._context.unit, spot)
        if unit is None:
            return
        is_attendance = bool(self._where.is_attendance)
        for role, names in named:
            at = Spot(spot.sheet, spot.row, role.heading)
            read_names(self._context, unit, self._day, role, names, is_attendance, at)

    def _date(self, written: Cell, row: Sequence[Cell], spot: Spot) -> date | None:
        """Return the date of a row, None where it cannot be used and the trouble says why."""
        day = read_day(written)
        found = day.within(self._month) if day else None
        if day is None or found is None or (self._where.several and day.month is None):
            self._trouble = _NO_DATE.format(words=as_text(written))
            return None
        if self._where.is_other_month(found):
            self._trouble = _OTHER_MONTH.format(words=as_text(written), month=f"{self._where.month:%Y-%m}")
            return None
        self._told.append(told_day(found, day, _at(row, self._half.weekdays), spot))
        return found

    def finish(self) -> None:
        """List what concerns the rows together: weekdays that do not fit, dates filled down."""
        list_misfits(self._told, self._context)
        self._context.list_filled(self._filled, self._sheet.name, self._half.heading)


def _at(row: Sequence[Cell], index: int | None) -> Cell:
    return row[index] if index is not None and index < len(row) else ""
