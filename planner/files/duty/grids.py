"""People in rows, days in columns: the usual 值班表 of a station, and its 考勤 with whole or half days.

Where the rows are posts (带班领导, 值班民警) the cells name people, as in a week's roster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.files.cells import as_text, one_line, person_name
from planner.files.duty.context import DutyContext
from planner.files.duty.grid_dates import GridDates, GridSpots
from planner.files.duty.headers import Block, DayColumn, GridHeader, RoleColumn, role_of
from planner.files.duty.imported import Spot
from planner.files.duty.roles import read_names
from planner.files.duty.weekdays import list_misfits
from planner.files.duty.where import Where
from planner.files.duty.words import BLANK, Meaning, half_of, is_blank
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell, Sheet
from planner.text import Text, compact

_NO_DAY = Text("{month} 没有“{day}”这一天,此格未采用。", "{month} has no day “{day}”; the cell is not used.")
_LOST = Text(
    "日期又从头开始,看不出“{first}”至“{last}”是哪个月,这些日期未采用:请写明月日。",
    "The days begin again, so the month of “{first}” to “{last}” cannot be told and they are not used:"
    " write month and day.",
)
_NOBODY = Text("有内容但没有姓名,未采用。", "Entries without a name are not used.")
_THIRD = Text(
    "同一人出现三次以上,只采用前两次(上午、下午)。",
    "Somebody stands here more than twice; only the first two, morning and afternoon, are used.",
)


@dataclass(frozen=True)
class _Row:
    """One row of a grid: its place from 0, who it is about, and its half-day where it says one."""

    place: int
    name: Cell
    badge: Cell
    unit: Cell
    half: str
    cells: Sequence[Cell]

    @property
    def key(self) -> tuple[str, str]:
        return (person_name(self.name), as_text(self.badge))


def read_grid(sheet: Sheet, block: Block, header: GridHeader, where: Where, context: DutyContext) -> None:
    """Keep what every cell under a row of days says."""
    _Grid(sheet, block, header, where, context).read()


class _Grid:
    def __init__(
        self, sheet: Sheet, block: Block, header: GridHeader, where: Where, context: DutyContext
    ) -> None:
        self._sheet, self._block, self._header, self._context = sheet, block, header, context
        self._where, self._spots = where, GridSpots(sheet, block)
        self._by_row = where.unit is None and "unit" in header.who
        halves = any(d.half for d in header.days) or "half" in header.who
        self._is_attendance = halves if where.is_attendance is None else where.is_attendance
        self._may_lock = any(map(self._explains_lock, block.titles))

    def _explains_lock(self, words: str) -> bool:
        return "*" in words and any(w in words for w in vocabulary().lists["duty"]["locked"])

    def read(self) -> None:
        top = self._spots.top
        dated = all(d.day.month and d.day.year for d in self._header.days)
        dates = GridDates(self._sheet, self._header, self._spots, self._where, self._context)
        first = self._header.days[0].day.within(None) if dated else None
        if first is not None and not dates.fit_title(first):
            return
        told, odd = first.replace(day=1) if first else self._where.month, self._where.odd_month
        month = self._context.month_of(told, top, odd)
        where = self._where
        unit = where.unit if self._by_row else self._context.unit_of(where.unit, top, where.stranger)
        if month is None or (unit is None and not self._by_row):
            return
        if self._header.lost and not dated:  # of two months, and nothing says which is which
            days = (*self._header.lost, *self._header.days)
            message = _LOST.format(first=days[0].heading, last=days[-1].heading)
            self._context.add(IssueKind.BAD_DATE, message, top)
            return
        if first is None and not dates.fit_title(month):
            return
        list_misfits(dates.weekdays(month), self._context)
        people = list(self._people())
        if unit is not None and not people:
            self._context.touch(unit, month)  # an empty roster; one of strangers alone is none
        for rows in people:
            self._read_person(rows, unit, month)

    def _people(self) -> Iterator[list[_Row]]:
        """Yield the rows of each person; one without a name is its own where most people have one row."""
        groups = list(self._groups())
        in_pairs = "half" in self._header.who or 2 * sum(len(g) > 1 for g in groups) > len(groups)
        in_columns = any(d.half for d in self._header.days)
        for group in groups:
            if role_of(group[0].name) or (in_pairs and not in_columns):
                yield group
                continue
            named = [row for row in group if row.key != ("", "")]
            yield from ([named] if named else [])
            yield from ([row] for row in group if row.key == ("", ""))

    def _groups(self) -> Iterator[list[_Row]]:
        """Yield rows that follow each other with one name, those without a name with the one above."""
        group: list[_Row] = []
        for row in self._rows():
            if group and not self._continues(group[0], row):
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _continues(self, head: _Row, row: _Row) -> bool:
        if row.key != ("", ""):
            return row.key == head.key
        return self._is_attendance or role_of(head.name) != ""

    def _rows(self) -> Iterator[_Row]:
        totals = vocabulary().lists["duty"]["totals"]
        who = self._header.who
        for place in self._block.rows:
            cells = self._sheet.rows[place]
            name, number, unit, half = (
                cells[who[f]] if f in who and who[f] < len(cells) else ""
                for f in ("name", "badge_number", "unit", "half")
            )
            first = next((as_text(c) for c in cells if c != ""), "")
            if compact(first) in totals or compact(as_text(name)) in totals:
                continue
            days = self._under_days(place)
            if all(is_blank(as_text(c)) for c in days) and not self._names(name, number):
                continue  # a note or a signature below the people
            yield _Row(place, name, number, unit, half_of(half), days)

    def _under_days(self, place: int) -> list[Cell]:
        """Return what stands under each day; a cell merged over several days, as of a leave, is of each."""
        cells, days = self._sheet.rows[place], self._header.days
        found = {d.index: cells[d.index] if d.index < len(cells) else "" for d in days}
        for row, left, right in self._sheet.wide:
            if row == place and left in found:
                found.update({i: found[left] for i in found if left < i <= right})
        return [found[d.index] for d in days]

    def _names(self, name: Cell, number: Cell) -> bool:
        """Whether a row without entries is about somebody: it has a badge number, or a known name."""
        if number != "":
            return True
        unit, month = self._where.unit or self._context.unit, self._where.month or self._context.month
        if name == "" or month is None:
            return False
        return self._context.people.find(name, "", unit or 0, month.replace(day=1)).person is not None

    def _read_person(self, rows: Sequence[_Row], unit: int | None, month: date) -> None:
        head = rows[0]
        spot = self._spots.of(head.place, head.name)
        if head.key == ("", ""):
            for row in rows:
                self._context.add(IssueKind.NO_PERSON, _NOBODY, self._spots.of(row.place, row.name))
            return
        if self._by_row:
            unit = self._row_unit(head, spot)
        if unit is None:
            return
        if code := role_of(head.name):
            self._read_role(rows, code, unit, month)
            return
        person = self._context.person(head.name, head.badge, unit, month, spot)
        if person is None:
            return
        self._context.touch(unit, month)
        for row, half in self._with_halves(rows):
            for column, cell in zip(self._header.days, row.cells, strict=True):
                self._read_cell(unit, person, month, row, column, cell, column.half or half)

    def _read_role(self, rows: Sequence[_Row], code: str, unit: int, month: date) -> None:
        """Keep whom the rows of a post name for each day."""
        role = RoleColumn(0, code, one_line(as_text(rows[0].name)))
        for row in rows:
            for column, cell in zip(self._header.days, row.cells, strict=True):
                spot = self._spots.of(row.place, row.name, column)
                if is_blank(as_text(cell)):
                    continue
                day = self._day(column, month, cell, spot)
                if day is not None:
                    read_names(self._context, unit, day, role, cell, self._is_attendance, spot)

    def _day(
        self, column: DayColumn, month: date, cell: Cell, spot: Spot, person: int | None = None
    ) -> date | None:
        """Return the date of a column; a cell that stands under none is listed."""
        day = column.day.within(month)
        if day is None and not is_blank(as_text(cell)):
            message = _NO_DAY.format(month=f"{month:%Y-%m}", day=column.heading)
            self._context.add(IssueKind.BAD_DATE, message, spot, person)
        return day

    def _row_unit(self, row: _Row, spot: Spot) -> int | None:
        if row.unit == "":
            return self._context.unit_of(None, spot)
        return self._context.row_unit(row.unit, None, spot)

    def _with_halves(self, rows: Sequence[_Row]) -> Iterator[tuple[_Row, str]]:
        if not self._is_attendance or len(rows) == 1:
            yield from ((row, row.half) for row in rows)
            return
        for row, usual in zip(rows, ("morning", "afternoon"), strict=False):
            yield row, row.half or usual
        for row in rows[2:]:
            self._context.add(IssueKind.REPEATED_ROW, _THIRD, self._spots.of(row.place, row.name))

    def _read_cell(
        self, unit: int, person: int, month: date, row: _Row, column: DayColumn, cell: Cell, half: str
    ) -> None:
        spot = self._spots.of(row.place, row.name, column)
        day = self._day(column, month, cell, spot, person)
        if day is None:
            return
        meaning = self._meaning(unit, cell, half)
        if meaning.trouble is None:
            self._context.covered.add((unit, person, day, self._is_attendance))
        self._context.state(unit, person, day, meaning, spot, as_text(cell))

    def _meaning(self, unit: int, cell: Cell, half: str) -> Meaning:
        words = self._context.words(unit)
        if is_blank(as_text(cell)):
            return BLANK
        if not self._is_attendance:
            return words.planned(cell, self._may_lock)
        if half in ("morning", "afternoon"):
            return words.half(cell, half == "afternoon")
        return words.attended(cell)
