"""Cells that name people: what somebody named under a post such as 带班领导 does that day."""

from __future__ import annotations

import re
from datetime import date

from planner.county.duty import Attended
from planner.county.duty import Cell as Planned
from planner.files.cells import as_text
from planner.files.duty.context import DutyContext
from planner.files.duty.headers import RoleColumn
from planner.files.duty.imported import Spot
from planner.files.duty.words import DutyWords, Meaning, read_mark
from planner.files.issues import IssueKind
from planner.files.workbook import Cell
from planner.text import Text

_IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_SWAPPED = frozenset("替代换调")
_NOTE = Text(
    "姓名旁的“{words}”未采用,此人按“{role}”计,请核对。",
    "“{words}” beside a name is not used; the person counts as “{role}”, please check.",
)
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
    _list_notes(context, words, role, code, cell, spot)
    for name in context.people.listed(cell):
        person = context.person(name, "", unit, day.replace(day=1), spot)
        if person is not None:
            context.state(unit, person, day, meaning, spot, role.heading)


def _list_notes(
    context: DutyContext, words: DutyWords, role: RoleColumn, code: str, cell: Cell, spot: Spot
) -> None:
    """List what stands in brackets beside a name and says that the person does something else."""
    for note in map(str.strip, _IN_BRACKETS.findall(as_text(cell))):
        other = note and (words.code(note) not in (None, code) or read_mark(note) or note in _SWAPPED)
        if other:
            message = _NOTE.format(words=note, role=role.heading)
            context.add(IssueKind.CONTRADICTION, message, spot)
