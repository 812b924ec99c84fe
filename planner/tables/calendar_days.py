"""The calendar: every day that is not what its weekday says, national or the county's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from planner.county.calendar import day_name, is_workday, national
from planner.county.duty import DayKind, DutyBook, SpecialDay
from planner.document import Document
from planner.edits.calendar import set_special_days
from planner.tables import typed
from planner.tables.column import Column, Table, Values
from planner.tables.kinds import choice, day, told
from planner.text import Text, same

DAY_KINDS: Mapping[DayKind, Text] = {
    DayKind.HOLIDAY: Text("法定节假日", "public holiday"),
    DayKind.REST: Text("调休休息", "day off moved here"),
    DayKind.WORKDAY: Text("调休上班", "make-up working day"),
    DayKind.FESTIVAL: Text("民族节日", "minority festival"),
}
_WEEKDAYS = tuple(
    Text(f"星期{zh}", en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
_WORKED, _OFF = Text("上班", "worked"), Text("休息", "off")
_OWN, _NATIONAL = Text("本局自定", "own"), Text("国家安排", "national")
_OVER = Text("本局自定,替代国家安排的“{name}”", "own, in place of the national “{name}”")


class CalendarRow(NamedTuple):
    """A special day as it is in force."""

    special: SpecialDay
    own: bool
    book: DutyBook

    @property
    def id(self) -> int:
        """The number of the date."""
        return self.special.day.toordinal()

    @property
    def origin(self) -> Text:
        """Who said so."""
        below = national(self.special.day.year).days.get(self.special.day)
        if not self.own:
            return _NATIONAL
        return _OWN if below is None else _OVER.format(name=below.name)


def calendar_rows(book: DutyBook, year: int) -> list[CalendarRow]:
    """Return the special days of a year and the next, and all days of the county's own, by date."""
    days = {**national(year).days, **national(year + 1).days, **book.special}
    return [CalendarRow(days[on], on in book.special, book) for on in sorted(days)]


COLUMNS: tuple[Column[CalendarRow], ...] = (
    day("day", Text("日期", "Date"), lambda r: r.special.day),
    told("weekday", Text("星期", "Weekday"), lambda r: _WEEKDAYS[r.special.day.weekday()], width=9),
    choice("kind", Text("类别", "Kind"), lambda r: r.special.kind, DAY_KINDS, edit=True, width=21),
    Column(
        "name",
        Text("名称", "Name"),
        lambda r: r.special.name,
        lambda r, language: (day_name(r.special.day, r.book) or same(r.special.name)).in_language(language),
        width=18,
        parse=typed.a_text,
    ),
    told(
        "worked",
        Text("上班或休息", "Worked"),
        lambda r: _WORKED if is_workday(r.special.day, r.book) else _OFF,
        width=10,
    ),
    told("origin", Text("来源", "Source"), lambda r: r.origin, width=30),
)


def _apply(document: Document, values: Values, on: date) -> Document:
    rows = {row.id: row.special for row in calendar_rows(document.duty, on.year)}
    return set_special_days(document, (_changed(rows[id_], fields) for id_, fields in values.items()))


def _changed(special: SpecialDay, fields: Mapping[str, object]) -> SpecialDay:
    kind = fields.get("kind")
    return SpecialDay(
        special.day,
        kind if isinstance(kind, DayKind) else special.kind,
        str(fields.get("name", special.name) or ""),
    )


TABLE: Table[CalendarRow] = Table("calendar", Text("节假日日历", "Calendar"), COLUMNS, _apply)
