"""The secondments (抽调借调台账): who is away, where, for how long, and what is overdue."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.county.records import BorrowLevel, Secondment, SecondmentKind
from planner.county.state import Placed, State
from planner.document import Document
from planner.edits.correcting import Changes
from planner.edits.refused import RefusedError
from planner.edits.secondments import correct_secondments
from planner.tables import names
from planner.tables.column import Column, Look, Table, Values
from planner.tables.kinds import borrower_choices, choice, day, flag, number, words
from planner.tables.places import Elsewhere, read_elsewhere
from planner.text import Text


class Course(StrEnum):
    """How a secondment stands on the date, what needs attention first."""

    TO_VERIFY = "to_verify"
    OVERDUE = "overdue"
    AWAY = "away"
    KEPT = "kept"
    PLANNED = "planned"
    RETURNED = "returned"


COURSES = {
    Course.TO_VERIFY: Text("待核实", "to verify"),
    Course.OVERDUE: Text("超期未归", "overdue"),
    Course.AWAY: Text("进行中", "away"),
    Course.KEPT: Text("经批准保留", "kept with approval"),
    Course.PLANNED: Text("未开始", "not begun"),
    Course.RETURNED: Text("已返岗", "returned"),
}


class SecondmentRow(NamedTuple):
    """A secondment on the date, and where its officer belongs."""

    record: Secondment
    placed: Placed
    state: State

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id

    @property
    def home(self) -> str:
        """The home unit's name."""
        return self.state.unit_name(self.placed.home)

    @property
    def borrower(self) -> str:
        """The borrowing unit's name."""
        return self.state.unit_name(self.record.to_unit) or self.record.to_outside

    @property
    def drawn_off(self) -> bool:
        """Whether this record is the draw-off that counts on the date."""
        counted = self.placed.secondment
        return self.placed.drawn_off and counted is not None and counted.id == self.id

    @property
    def days(self) -> int | None:
        """Days away up to the date or the return, both included; None where no start is known."""
        if self.record.from_ is None:
            return None
        last = min(self.record.returned_on or self.state.date, self.state.date)
        return max(0, (last - self.record.from_).days + 1)

    @property
    def overdue_days(self) -> int | None:
        """Days past the end, or past the end of the approval; None where not overdue."""
        end = self.record.kept_until if self.record.kept_with_approval else self.record.until
        if self.course is not Course.OVERDUE or end is None:
            return None
        return (self.state.date - end).days

    @property
    def course(self) -> Course:
        """How the secondment stands."""
        return course(self.record, self.state.date)


def course(record: Secondment, on: date) -> Course:
    """Return how a secondment stands on a date; it goes on past its planned end until the actual return."""
    if record.returned_on is not None and record.returned_on < on:
        return Course.RETURNED
    if record.from_ is not None and record.from_ > on:
        return Course.PLANNED
    if record.to_verify:
        return Course.TO_VERIFY
    if record.kept_with_approval:
        over = record.kept_until is not None and record.kept_until < on
        return Course.OVERDUE if over else Course.KEPT
    return Course.OVERDUE if record.until is not None and record.until < on else Course.AWAY


def secondment_rows(state: State) -> list[SecondmentRow]:
    """Return every secondment, past ones too, by level and then in the order recorded."""
    order = {level: i for i, level in enumerate(BorrowLevel)}
    rows = [
        SecondmentRow(record, state.placed[record.person], state)
        for record in state.county.secondments.values()
    ]
    return sorted(rows, key=lambda row: order[row.record.level])


COLUMNS: tuple[Column[SecondmentRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.placed.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.placed.person.badge_number, width=9),
    choice("course", Text("情况", "State"), lambda r: r.course, COURSES, width=12),
    words("home", Text("编制单位", "Home unit"), lambda r: r.home, width=18),
    Column(
        "seconded_to",
        Text("借调单位", "Borrowing unit"),
        lambda r: r.borrower,
        lambda r, _: r.borrower,
        Look.CHOICE,
        18,
        True,
        read_elsewhere,
        borrower_choices,
    ),
    choice(
        "level",
        Text("借用层级", "Level"),
        lambda r: r.record.level,
        names.LEVELS,
        edit=True,
        blank=BorrowLevel.OTHER,
        width=12,
    ),
    choice(
        "kind",
        Text("类型", "Kind"),
        lambda r: r.record.kind,
        names.SECONDMENT_KINDS,
        edit=True,
        blank=SecondmentKind.DRAW_OFF,
    ),
    day("from_", Text("开始", "From"), lambda r: r.record.from_, edit=True),
    day("until", Text("计划截止", "Planned end"), lambda r: r.record.until, edit=True),
    day("returned_on", Text("实际返回", "Returned"), lambda r: r.record.returned_on, edit=True),
    number("days", Text("已借天数", "Days away"), lambda r: r.days),
    number("overdue", Text("超期天数", "Days overdue"), lambda r: r.overdue_days),
    flag("drawn_off", Text("计为违规抽调", "Counts as draw-off"), lambda r: r.drawn_off, width=10),
    flag(
        "kept_with_approval",
        Text("经批准保留", "Kept with approval"),
        lambda r: r.record.kept_with_approval,
        edit=True,
        required=True,
        width=10,
    ),
    day("kept_until", Text("保留截止", "Kept until"), lambda r: r.record.kept_until, edit=True),
    words("approver", Text("批准人", "Approver"), lambda r: r.record.approver, edit=True),
    words("approval", Text("文号", "Number"), lambda r: r.record.approval, edit=True),
    words("reason", Text("事由", "Reason"), lambda r: r.record.reason, edit=True, width=18),
    choice("source", Text("来源", "Source"), lambda r: r.record.source, names.SOURCES, shown=False, width=12),
)


def _apply(document: Document, values: Values, _: date) -> Document:
    changes: dict[int, dict[str, object]] = {}
    for id_, cells in values.items():
        fields = changes.setdefault(id_, {})
        for key, value in cells.items():
            if isinstance(value, Elsewhere):
                fields.update(to_outside=value.outside, to_unit=value.unit)
            else:
                fields[key] = value
    return _told_by_column(document, changes)


def _told_by_column(document: Document, changes: Changes) -> Document:
    try:
        return correct_secondments(document, changes)
    except RefusedError as refusal:
        known = {"to_unit": "seconded_to", "to_outside": "seconded_to"}
        raise RefusedError(
            {(id_, known.get(f, f)): why for (id_, f), why in refusal.reasons.items()}
        ) from None


TABLE: Table[SecondmentRow] = Table("secondments", Text("抽调借调", "Secondments"), COLUMNS, _apply)
