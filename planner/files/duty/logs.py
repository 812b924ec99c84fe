"""One row per record of work (日志): date, name, 上午/下午/全天, what was done, where.

As in a list of dates, a record of another month than the one the title names is listed and not used.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.duty import Attended
from planner.files.cells import as_text, one_line
from planner.files.duty.context import DutyContext
from planner.files.duty.days import read_day
from planner.files.duty.headers import Block, LogHeader
from planner.files.duty.imported import Spot
from planner.files.duty.weekdays import DayTold, list_misfits, told_day
from planner.files.duty.where import Where
from planner.files.duty.words import BLANK, Meaning, half_of, is_blank, read_mark
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell, Sheet
from planner.text import Text

_NO_DATE = Text("“{words}”不是可用的日期,此行未采用。", "“{words}” is no usable date; the row is not used.")
_OTHER_MONTH = Text(
    "“{words}”不在标题所写的 {month},此行未采用:请改正日期或标题后重新导入。",
    "“{words}” is not in {month}, the month of the title, and the row is not used: correct the date or the"
    " title and import again.",
)
_NO_HALF = Text(
    "时段“{words}”无法识别,此行未采用。", "The part of day “{words}” is unknown; the row is not used."
)
_NO_MARK = Text("“{words}”无法识别,未采用。", "“{words}” is unknown and is not used.")
_NO_NAME = Text(
    "此行有内容但没有姓名,未采用:请补姓名或警号。",
    "This row has entries but no name and is not used: give a name or a badge number.",
)
_EMPTY = Text("此行没有工作内容,未采用。", "This row says nothing of the work and is not used.")


def read_log(sheet: Sheet, block: Block, header: LogHeader, where: Where, context: DutyContext) -> None:
    """Keep every record of a work log; a roster written one row per person and date is read the same way."""
    top = Spot(sheet.name, block.header_row + 1)
    by_row = where.unit is None and "unit" in header.columns
    unit = None if by_row else context.unit_of(where.unit, top, where.stranger)
    if unit is None and not by_row:
        return
    reader = _Log(sheet, header, where, context, by_row)
    for place in block.rows:
        reader.read(place, unit)
    reader.finish()


class _Log:
    def __init__(
        self, sheet: Sheet, header: LogHeader, where: Where, context: DutyContext, by_row: bool
    ) -> None:
        self._sheet, self._header, self._context, self._by_row = sheet, header, context, by_row
        self._where, self._month = where, where.month or context.month
        self._is_planned = where.is_attendance is False and "half" not in header.columns
        self._written: Cell = ""
        self._filled: list[int] = []
        self._told: list[DayTold] = []

    def read(self, place: int, unit: int | None) -> None:
        """Keep one record."""
        row = self._sheet.rows[place]
        cells = {f: row[i] if i < len(row) else "" for f, i in self._header.columns.items()}
        name, number = cells.get("name", ""), cells.get("badge_number", "")
        self._written = cells["date"] if cells["date"] != "" else self._written
        if is_blank(as_text(name)) and number == "":
            if any(not is_blank(as_text(cells.get(f, ""))) for f in ("work", "place", "mark")):
                self._context.add(IssueKind.NO_PERSON, _NO_NAME, self._spot(place, "name"))
            return  # otherwise a blank form, or a note below the records
        if as_text(name) in vocabulary().lists["duty"]["totals"]:
            return
        day = self._day(cells, self._spot(place, "date"))
        if day is not None and cells["date"] == "":
            self._filled.append(place + 1)
        if self._by_row:
            unit = self._context.row_unit(cells["unit"], self._context.unit, self._spot(place, "unit"))
        if day is None or unit is None:
            return
        person = self._context.person(name, number, unit, day.replace(day=1), self._spot(place, "name"))
        if person is not None:
            self._keep(unit, person, day, cells, place)

    def finish(self) -> None:
        """List what concerns the rows together: weekdays that do not fit, dates filled down."""
        list_misfits(self._told, self._context)
        self._context.list_filled(self._filled, self._sheet.name, self._header.headings["date"])

    def _day(self, cells: dict[str, Cell], spot: Spot) -> date | None:
        words, written = as_text(self._written) or "?", read_day(self._written)
        day = written.within(self._month) if written else None
        if written is None or day is None or (self._where.several and written.month is None):
            self._context.add(IssueKind.BAD_DATE, _NO_DATE.format(words=words), spot)
            return None
        if self._where.is_other_month(day):
            message = _OTHER_MONTH.format(words=words, month=f"{self._where.month:%Y-%m}")
            self._context.add(IssueKind.BAD_DATE, message, spot)
            return None
        self._told.append(told_day(day, written, cells.get("weekday", ""), spot))
        return day

    def _keep(self, unit: int, person: int, day: date, cells: dict[str, Cell], place: int) -> None:
        spot = self._spot(place, "work")
        work = cells.get("work", "")
        if self._is_planned:
            meaning = self._context.words(unit).planned(work)
        else:
            meaning = self._done(unit, person, cells, place)
        if meaning == BLANK:
            self._context.add(IssueKind.IGNORED_ROW, _EMPTY, spot, person)
            return
        self._context.state(unit, person, day, meaning, spot, one_line(as_text(work)))

    def _done(self, unit: int, person: int, cells: dict[str, Cell], place: int) -> Meaning:
        words = self._context.words(unit)
        half = cells.get("half", "")
        part = half_of(half) or ("" if half != "" else "whole")
        if not part:
            return Meaning(trouble=_NO_HALF.format(words=as_text(half)))
        meaning = words.described(cells.get("work", ""))
        if meaning.trouble is None and part != "whole":
            meaning = self._context.words(unit).half(self._plain(cells, meaning, unit), part == "afternoon")
        if meaning.trouble is not None:
            return meaning
        done = self._marked(meaning.done or Attended(), cells, place, person)
        done = self._placed(done, as_text(cells.get("place", "")), unit)
        return Meaning(done=done) if done != Attended() else BLANK

    def _plain(self, cells: dict[str, Cell], meaning: Meaning, unit: int) -> Cell:
        """Return the words of a half-day's work, a sentence by the code that was found in it."""
        done, words = meaning.done, self._context.words(unit)
        if done is None or words.attended(cells.get("work", "")).trouble is None:
            return cells.get("work", "")
        return words.written(done.morning)

    def _marked(self, done: Attended, cells: dict[str, Cell], place: int, person: int) -> Attended:
        cell = cells.get("mark", "")
        if is_blank(as_text(cell)):
            return done
        mark = read_mark(cell)
        if mark is None:
            message = _NO_MARK.format(words=as_text(cell))
            self._context.add(IssueKind.UNKNOWN_WORD, message, self._spot(place, "mark"), person)
            return done
        return replace(done, mark=mark)

    def _placed(self, done: Attended, place: str, unit: int) -> Attended:
        """Keep the place where it is another unit's: of somebody lent out, or a unit by its name."""
        if is_blank(place) or done.place:
            return done
        away = any(map(self._context.words(unit).is_away, (done.morning, done.afternoon)))
        other = self._context.units.find(place)
        return replace(done, place=place) if away or other not in (None, unit) else done

    def _spot(self, place: int, field: str) -> Spot:
        return Spot(self._sheet.name, place + 1, self._header.headings.get(field))
