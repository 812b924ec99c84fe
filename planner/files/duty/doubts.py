"""What a duty file says against the records: leave, transfers, departures, two units, too much leave.

What cannot have been is not used; what only contradicts is kept as the file says. Both are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.county.duty import Cell
from planner.county.leave import annual_leave_days
from planner.county.records import AbsenceKind, Serving
from planner.files.annual_leave import too_much_leave
from planner.files.duty.context import DutyContext
from planner.files.duty.groups import (
    Group,
    days_of,
    in_groups,
    is_present,
    list_at,
    name_of,
    person_of,
    unit_of,
)
from planner.files.duty.imported import Stated
from planner.files.duty.two_units import list_two_units
from planner.files.vocabulary import vocabulary
from planner.tables.names import ABSENCE_KINDS
from planner.text import Text

_LEFT = Text(
    "{name} {days} 日已离职(退休),这些天未采用。",
    "{name} had left by day {days}; these days are not used.",
)
_NOT_YET = Text(
    "{name} {joined} 才入警,此前的 {days} 日未采用。",
    "{name} joined on {joined}; day {days}, before that, is not used.",
)
_FUTURE = Text(
    "{name} {days} 日还没有到(今天是 {today}),考勤未采用:请核对日期和标题的年月(或本机日期)。",
    "{name}: day {days} is yet to come (today is {today}) and its attendance is not used: check the dates,"
    " the month of the title and the date of this computer.",
)
_MOVED = Text(
    "{name} 本月只有部分日子在“{unit}”工作(调动、借调),{days} 日不在,仍按表采用,请核对。",
    "{name} works in “{unit}” on part of this month only (transfer or draw-off) and not on day {days}; kept"
    " as the table says, verify it.",
)
_ELSEWHERE = Text(
    "按花名册 {name} 本月不在“{unit}”工作({days} 日),仍按表采用,请核对。",
    "By the roster {name} does not work in “{unit}” this month (day {days}); kept as it says, verify it.",
)
_ON_LEAVE = Text(
    "{name} {days} 日登记为{kind},表上却有工作,仍按表采用,请核对。",
    "{name} is recorded away ({kind}) on day {days} and has work in the table; kept as it says, verify it.",
)


def usable(stated: Sequence[Stated], context: DutyContext) -> list[Stated]:
    """Return what may be used, everything that contradicts the records listed."""
    kept = list(stated)
    for is_out, sentence in ((_has_left, _left), (_not_joined, _early), (_is_to_come, _future)):
        kept = _without(kept, is_out, sentence, context)
    for group in in_groups([s for s in kept if is_present(s, context)]):
        _list_away(group, context)
        _list_leave(group, context)
    list_two_units(kept, context)
    _list_too_much_leave(kept, context)
    return kept


def _without(
    stated: Sequence[Stated],
    is_out: Callable[[Stated, DutyContext], bool],
    sentence: Callable[[Group, DutyContext], Text],
    context: DutyContext,
) -> list[Stated]:
    """Return what may be used, one issue for each person about what may not."""
    out = [s for s in stated if is_out(s, context)]
    for group in in_groups(out):
        list_at(context, group, sentence(group, context))
    gone = set(map(id, out))
    return [s for s in stated if id(s) not in gone]


def _has_left(stated: Stated, context: DutyContext) -> bool:
    person = person_of(stated, context)
    if person.left_on is not None:
        return person.left_on <= stated.day
    return person.serving is Serving.LEFT


def _left(group: Group, context: DutyContext) -> Text:
    return _LEFT.format(name=name_of(group[0], context), days=days_of(group))


def _not_joined(stated: Stated, context: DutyContext) -> bool:
    joined = person_of(stated, context).joined_police
    return joined is not None and stated.day < joined


def _early(group: Group, context: DutyContext) -> Text:
    person = person_of(group[0], context)
    return _NOT_YET.format(name=person.name, joined=person.joined_police, days=days_of(group))


def _is_to_come(stated: Stated, context: DutyContext) -> bool:
    """Whether something is said to be done on a day to come; a plan may be of one."""
    return not isinstance(stated.what, Cell) and stated.day > context.on


def _future(group: Group, context: DutyContext) -> Text:
    return _FUTURE.format(name=name_of(group[0], context), days=days_of(group), today=context.on)


def _list_away(group: Group, context: DutyContext) -> None:
    """List days on which the records have somebody work in another unit."""
    head = group[0]
    known = context.people.members(head.unit, head.day.replace(day=1)).get(head.person)
    days = [s for s in group if known is None or s.day.day not in known.days]
    if days:
        sentence = _ELSEWHERE if known is None else _MOVED
        message = sentence.format(
            name=name_of(head, context), unit=unit_of(head.unit, context), days=days_of(days)
        )
        list_at(context, days, message)


def _list_leave(group: Group, context: DutyContext) -> None:
    head = group[0]
    known = context.people.members(head.unit, head.day.replace(day=1)).get(head.person)
    days = [s for s in group if known is not None and s.day.day in known.absences]
    if known is not None and days:
        kind = ABSENCE_KINDS[known.absences[days[0].day.day].kind]
        list_at(context, days, _ON_LEAVE.format(name=name_of(head, context), days=days_of(days), kind=kind))


def _list_too_much_leave(stated: Sequence[Stated], context: DutyContext) -> None:
    """List annual leave, that of the records and of the file together, beyond the year's entitlement."""
    years: dict[tuple[int, int], Group] = {}
    for s in stated:
        if vocabulary().code("absence_kind", s.words) == AbsenceKind.ANNUAL:
            years.setdefault((s.person, s.day.year), []).append(s)
    for (id_, year), group in years.items():
        recorded = [a for a in context.document.county.absences.values() if a.person == id_]
        days = {s.day for s in group} | annual_leave_days(recorded, year)
        message = too_much_leave(person_of(group[0], context), year, days, context.document.duty)
        if message is not None:
            list_at(context, group, message)
