"""Statements about one person's month in a unit, and how a doubt about some of its days is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.county.duty import Cell
from planner.county.records import Person
from planner.files.duty.context import DutyContext
from planner.files.duty.imported import Stated
from planner.files.issues import IssueKind
from planner.files.spans import spans
from planner.text import Text

Group = list[Stated]


def in_groups(stated: Iterable[Stated]) -> list[Group]:
    """Return statements by person, unit and month, and whether planned; each in the order of days."""
    groups: dict[tuple[object, ...], Group] = {}
    for s in stated:
        key = (s.unit, s.person, s.day.year, s.day.month, isinstance(s.what, Cell))
        groups.setdefault(key, []).append(s)
    return [sorted(g, key=lambda s: s.day) for g in groups.values()]


def is_present_code(code: str, context: DutyContext) -> bool:
    """Return whether a code is work in the unit itself."""
    return code in context.codes and context.codes[code].is_work


def is_present(stated: Stated, context: DutyContext) -> bool:
    """Return whether somebody works in the unit that day, by what is said."""
    return any(is_present_code(code, context) for code in stated.codes)


def days_of(group: Sequence[Stated]) -> Text:
    """Return the days of the month that a group speaks of: 3-5, 9."""
    return spans(s.day.day for s in group)


def person_of(stated: Stated, context: DutyContext) -> Person:
    """Return whose day it is."""
    return context.document.county.people[stated.person]


def name_of(stated: Stated, context: DutyContext) -> str:
    """Return the name of whose day it is."""
    return person_of(stated, context).name


def unit_of(id_: int, context: DutyContext) -> str:
    """Return a unit's name."""
    return context.document.county.units[id_].name


def list_at(context: DutyContext, group: Sequence[Stated], message: Text) -> None:
    """List one sentence at the first cell it speaks of."""
    context.add(IssueKind.CONTRADICTION, message, group[0].spot, group[0].person)
