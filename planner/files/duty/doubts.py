"""What a duty file says against the records: leave, transfers, departures, two units, too much leave.

What cannot have been is not used; what only contradicts is kept as the file says. Both are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from planner.county.calendar import is_workday
from planner.county.duty import Cell, DutyMonth
from planner.county.leave import annual_leave
from planner.county.records import AbsenceKind, Person, Serving
from planner.files.duty.context import DutyContext
from planner.files.duty.imported import Stated
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.policy.duty_codes import DutyKind
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
_TWO_UNITS = Text(
    "{name} {days} 日同时排在“{unit}”和“{other}”,两处都保留,请核对。",
    "{name} is rostered both in “{unit}” and in “{other}” on day {days}; both are kept, verify it.",
)
_TOO_MUCH = Text(
    "{name} {year} 年年休假已达 {taken} 个工作日,超过应休的 {days} 天,请核对。",
    "{name} has {taken} working days of annual leave in {year}, more than the {days} entitled to; verify it.",
)
_PRESENT = frozenset({DutyKind.DUTY, DutyKind.STANDBY, DutyKind.WORK})
Group = list[Stated]


def usable(stated: Sequence[Stated], context: DutyContext) -> list[Stated]:
    """Return what may be used, everything that contradicts the records listed."""
    kept = _without(stated, _has_left, _left, context)
    kept = _without(kept, _not_joined, _early, context)
    for group in _groups([s for s in kept if _is_present(s, context)]):
        _list_away(group, context)
        _list_leave(group, context)
    _list_two_units(kept, context)
    _list_too_much_leave(kept, context)
    return kept


def _groups(stated: Iterable[Stated]) -> list[Group]:
    """Return statements by person, unit and month, and whether planned; each in the order of days."""
    groups: dict[tuple[object, ...], Group] = {}
    for s in stated:
        key = (s.unit, s.person, s.day.year, s.day.month, isinstance(s.what, Cell))
        groups.setdefault(key, []).append(s)
    return [sorted(g, key=lambda s: s.day) for g in groups.values()]


def _without(
    stated: Sequence[Stated],
    is_out: Callable[[Person, date], bool],
    sentence: Callable[[Person, str], Text],
    context: DutyContext,
) -> list[Stated]:
    """Return what may be used, one issue for each person about what may not."""
    people = context.document.county.people
    out = [s for s in stated if is_out(people[s.person], s.day)]
    for group in _groups(out):
        _add(context, group, sentence(people[group[0].person], _days(group)))
    gone = set(map(id, out))
    return [s for s in stated if id(s) not in gone]


def _has_left(person: Person, day: date) -> bool:
    if person.left_on is not None:
        return person.left_on <= day
    return person.serving is Serving.LEFT


def _left(person: Person, days: str) -> Text:
    return _LEFT.format(name=person.name, days=days)


def _not_joined(person: Person, day: date) -> bool:
    return person.joined_police is not None and day < person.joined_police


def _early(person: Person, days: str) -> Text:
    return _NOT_YET.format(name=person.name, joined=person.joined_police, days=days)


def _is_present(stated: Stated, context: DutyContext) -> bool:
    """Whether somebody works in the unit that day, by what is said."""
    return any(context.codes[c].kind in _PRESENT for c in stated.codes)


def _list_away(group: Group, context: DutyContext) -> None:
    """List days on which the records have somebody work in another unit."""
    head = group[0]
    known = context.people.members(head.unit, head.day.replace(day=1)).get(head.person)
    days = [s for s in group if known is None or s.day.day not in known.days]
    if days:
        sentence = _ELSEWHERE if known is None else _MOVED
        message = sentence.format(name=_name(head, context), unit=_unit(head.unit, context), days=_days(days))
        _add(context, days, message)


def _list_leave(group: Group, context: DutyContext) -> None:
    head = group[0]
    known = context.people.members(head.unit, head.day.replace(day=1)).get(head.person)
    days = [s for s in group if known is not None and s.day.day in known.absences]
    if known is not None and days:
        kind = ABSENCE_KINDS[known.absences[days[0].day.day].kind]
        _add(context, days, _ON_LEAVE.format(name=_name(head, context), days=_days(days), kind=kind))


def _list_two_units(stated: Sequence[Stated], context: DutyContext) -> None:
    """List days on which two units plan work for somebody, in the file or beside months known before."""
    first: dict[tuple[int, date], int] = {}
    told = {(unit, month) for unit, month in context.months}
    planned = [s for s in stated if isinstance(s.what, Cell) and _is_present(s, context)]
    for month in context.document.duty.months.values():
        if month.key not in told:
            first.update(dict.fromkeys(_working_days(month, context), month.unit))
    clashes: dict[int, list[Stated]] = {}
    for s in planned:
        other = first.setdefault((s.person, s.day), s.unit)
        if other != s.unit:
            clashes.setdefault(other, []).append(s)
    for other, days in clashes.items():
        for group in _groups(days):
            names = {"unit": _unit(group[0].unit, context), "other": _unit(other, context)}
            message = _TWO_UNITS.format(name=_name(group[0], context), days=_days(group), **names)
            _add(context, group, message)


def _working_days(month: DutyMonth, context: DutyContext) -> Iterable[tuple[int, date]]:
    codes = context.codes
    for person, row in month.planned.items():
        for day, cell in row.items():
            if cell.code in codes and codes[cell.code].kind in _PRESENT:
                yield person, month.month.replace(day=day)


def _list_too_much_leave(stated: Sequence[Stated], context: DutyContext) -> None:
    """List annual leave, that of the records and of the file together, beyond the year's entitlement."""
    years: dict[tuple[int, int], Group] = {}
    for s in stated:
        if vocabulary().code("absence_kind", s.words) == AbsenceKind.ANNUAL:
            years.setdefault((s.person, s.day.year), []).append(s)
    for (id_, year), group in years.items():
        entitled = annual_leave(context.document.county.people[id_], date(year, 12, 31))
        days = {s.day for s in group} | set(_recorded(id_, year, context))
        taken = sum(is_workday(day, context.document.duty) for day in days)
        if entitled is not None and taken > entitled:
            name = _name(group[0], context)
            _add(context, group, _TOO_MUCH.format(name=name, year=year, taken=taken, days=entitled))


def _recorded(person: int, year: int, context: DutyContext) -> Iterable[date]:
    """Yield the recorded days of annual leave of a year, as far as both ends are known."""
    for absence in context.document.county.absences.values():
        if absence.person != person or absence.kind is not AbsenceKind.ANNUAL:
            continue
        if absence.from_ is None or absence.until is None:
            continue
        day, last = max(absence.from_, date(year, 1, 1)), min(absence.until, date(year, 12, 31))
        while day <= last:
            yield day
            day += timedelta(days=1)


def _days(group: Sequence[Stated]) -> str:
    """Return days of a month with those that follow each other together: 3-5, 9."""
    spans: list[list[int]] = []
    for day in dict.fromkeys(s.day.day for s in group):
        if spans and day == spans[-1][1] + 1:
            spans[-1][1] = day
        else:
            spans.append([day, day])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def _name(stated: Stated, context: DutyContext) -> str:
    return context.document.county.people[stated.person].name


def _unit(id_: int, context: DutyContext) -> str:
    return context.document.county.units[id_].name


def _add(context: DutyContext, group: Sequence[Stated], message: Text) -> None:
    """List one sentence at the first cell it speaks of."""
    context.add(IssueKind.CONTRADICTION, message, group[0].spot, group[0].person)
