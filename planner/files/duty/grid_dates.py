"""The dates over the columns of a grid: where they stand, beside the title's month and their weekdays.

Dates that run over the end of the title's month are followed and listed, as in a week's roster over two
months; where all lie in another month, the title or the dates are a slip, and nothing is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.files.cells import as_text, one_line
from planner.files.duty.context import DutyContext
from planner.files.duty.headers import Block, DayColumn, GridHeader
from planner.files.duty.imported import Spot
from planner.files.duty.weekdays import DayTold, told_day
from planner.files.duty.where import Where
from planner.files.error_cells import column_letters
from planner.files.issues import IssueKind
from planner.files.workbook import Cell, Sheet
from planner.text import Text, joined, same

_OTHER_MONTH = Text(
    "“{first}”至“{last}”都不在标题所写的 {month},此表未采用:请改正日期或标题后重新导入。",
    "“{first}” to “{last}” all lie outside {month}, the month of the title, and the table is not used:"
    " correct the dates or the title and import again.",
)
_BEYOND = Text(
    "标题写的是 {month},{days} 在此月以外,仍按日期采用,请核对。",
    "The title says {month}, and {days} lie outside it; the dates are followed, verify them.",
)


class GridSpots:
    """Where the parts of a grid stand in the file; in a turned one, rows and columns are exchanged."""

    def __init__(self, sheet: Sheet, block: Block) -> None:
        self._sheet, self._block = sheet.name, block
        header = block.header
        names = min(header.who.values()) if block.turned and isinstance(header, GridHeader) else None
        self.top = Spot(self._sheet, (block.header_row if names is None else names) + 1)

    def of(self, place: int, name: Cell, column: DayColumn | None = None) -> Spot:
        """Return where a person stands, given by the place of the row and the name, or the person's day."""
        if self._block.turned:
            heading = one_line(as_text(name)) or column_letters(place)
            return Spot(self._sheet, self.top.row if column is None else column.index + 1, heading)
        return Spot(self._sheet, place + 1, column.heading if column else None)

    def day(self, column: DayColumn) -> Spot:
        """Return where a day stands."""
        if self._block.turned:
            return Spot(self._sheet, column.index + 1, column_letters(self._block.header_row))
        return Spot(self._sheet, self._block.header_row + 1, column.heading)


@dataclass(frozen=True)
class GridDates:
    """The dates of one grid, held against what stands around them."""

    sheet: Sheet
    header: GridHeader
    spots: GridSpots
    where: Where
    context: DutyContext

    def fit_title(self, month: date) -> bool:
        """Return whether any day lies in the month of the title; list those that do not."""
        days = self.header.days
        beyond = [d for d in days if (day := d.day.within(month)) and self.where.is_other_month(day)]
        if not beyond:
            return True
        title = f"{self.where.month:%Y-%m}"
        if len(beyond) == len(days):
            message = _OTHER_MONTH.format(month=title, first=days[0].heading, last=days[-1].heading)
        else:
            message = _BEYOND.format(month=title, days=joined(same(d.heading) for d in beyond))
        self.context.add(IssueKind.BAD_DATE, message, self.spots.day(beyond[0]))
        return len(beyond) < len(days)

    def weekdays(self, month: date) -> Iterator[DayTold]:
        """Yield the dates of the columns with the weekdays written at them."""
        place = self.header.weekdays
        row = self.sheet.rows[place] if place is not None else ()
        for column in self.header.days:
            day = column.day.within(month)
            if day is not None:
                beside = row[column.index] if column.index < len(row) else ""
                yield told_day(day, column.day, beside, self.spots.day(column))
