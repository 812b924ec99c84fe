"""The absences (请假): who is away from work, why and for how long."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.county.records import Absence
from planner.county.state import Placed, Standing, State
from planner.document import Document
from planner.edits.absences import correct_absences
from planner.tables import names
from planner.tables.column import Column, Table, Values
from planner.tables.kinds import choice, day, flag, number, words
from planner.text import Text


class Course(StrEnum):
    """How an absence stands on the date."""

    NOW = "now"
    PLANNED = "planned"
    OVER = "over"


COURSES = {
    Course.NOW: Text("进行中", "now"),
    Course.PLANNED: Text("未开始", "not begun"),
    Course.OVER: Text("已结束", "over"),
}


class AbsenceRow(NamedTuple):
    """An absence on the date, and whose it is."""

    record: Absence
    placed: Placed
    state: State

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id

    @property
    def course(self) -> Course:
        """How the absence stands."""
        if self.record.until is not None and self.record.until < self.state.date:
            return Course.OVER
        if self.record.from_ is not None and self.record.from_ > self.state.date:
            return Course.PLANNED
        return Course.NOW

    @property
    def days(self) -> int | None:
        """Days in all, or up to the date while no end is known; None where no start is known."""
        if self.record.from_ is None:
            return None
        return max(0, ((self.record.until or self.state.date) - self.record.from_).days + 1)

    @property
    def takes_out(self) -> bool:
        """Whether this absence takes the officer out of the present ledger on the date."""
        counted = self.placed.absence
        return self.placed.standing is Standing.LONG_ABSENT and counted is not None and counted.id == self.id


def absence_rows(state: State) -> list[AbsenceRow]:
    """Return every absence, past ones too, in the order recorded."""
    return [
        AbsenceRow(record, state.placed[record.person], state) for record in state.county.absences.values()
    ]


COLUMNS: tuple[Column[AbsenceRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.placed.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.placed.person.badge_number, width=9),
    words("home", Text("编制单位", "Home unit"), lambda r: r.state.unit_name(r.placed.home), width=18),
    choice("kind", Text("类别", "Kind"), lambda r: r.record.kind, names.ABSENCE_KINDS, edit=True, width=14),
    day("from_", Text("开始", "From"), lambda r: r.record.from_, edit=True),
    day("until", Text("截止", "Until"), lambda r: r.record.until, edit=True),
    number("days", Text("天数", "Days"), lambda r: r.days),
    choice("course", Text("情况", "State"), lambda r: r.course, COURSES),
    flag("takes_out", Text("不计在岗", "Not present"), lambda r: r.takes_out, width=9),
    words("note", Text("说明", "Note"), lambda r: r.record.note, edit=True, width=24),
)


def _apply(document: Document, values: Values, _: date) -> Document:
    return correct_absences(document, values)


TABLE: Table[AbsenceRow] = Table("absences", Text("请假", "Absences"), COLUMNS, _apply)
