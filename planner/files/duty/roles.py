"""Cells that name people: what somebody named under a post such as 带班领导 does that day."""

from __future__ import annotations

from datetime import date

from planner.county.duty import Attended
from planner.county.duty import Cell as Planned
from planner.files.duty.context import DutyContext
from planner.files.duty.headers import RoleColumn
from planner.files.duty.imported import Spot
from planner.files.duty.words import Meaning
from planner.files.issues import IssueKind
from planner.files.workbook import Cell
from planner.text import Text

_NO_ROLE = Text(
    "本单位不使用“{words}”这一岗位,此格未采用。",
    "This unit has no post “{words}”; the cell is not used.",
)


def read_names(
    context: DutyContext, unit: int, day: date, role: RoleColumn, cell: Cell, is_attendance: bool, spot: Spot
) -> None:
    """Keep that everybody a cell names has a post on a day; what is planned is that day's whole duty."""
    words = context.words(unit)
    context.touch(unit, day)
    if not is_attendance:
        context.rostered.add((unit, day))
    code = role.code if role.code in words.codes else words.code(role.heading)
    if code is None:
        context.add(IssueKind.UNKNOWN_WORD, _NO_ROLE.format(words=role.heading), spot)
        return
    meaning = Meaning(done=Attended(code, code)) if is_attendance else Meaning(planned=Planned(code))
    for name in context.people.listed(cell):
        person = context.person(name, "", unit, day.replace(day=1), spot)
        if person is not None:
            context.state(unit, person, day, meaning, spot, role.heading)
