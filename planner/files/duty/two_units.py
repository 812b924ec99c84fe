"""One person in two units at once: by their duty rosters, or by their attendance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.county.duty import Attended, Cell, DutyMonth
from planner.files.duty.context import DutyContext
from planner.files.duty.groups import days_of, in_groups, is_present_code, list_at, name_of, unit_of
from planner.files.duty.imported import Stated
from planner.text import Text

_PLANNED = Text(
    "{name} {days} 日同时排在“{unit}”和“{other}”,两处都保留,请核对。",
    "{name} is rostered both in “{unit}” and in “{other}” on day {days}; both are kept, verify it.",
)
_ATTENDED = Text(
    "{name} {days} 日在“{unit}”和“{other}”都记有在岗,两处都保留,请核对。",
    "{name} is recorded at work both in “{unit}” and in “{other}” on day {days}; both are kept, verify it.",
)
_Half = tuple[int, date, str]  # a person's day planned, or the half of it that was worked


def list_two_units(stated: Sequence[Stated], context: DutyContext) -> None:
    """List days that two units claim of one person, both in the file or one in months known before."""
    for kind, sentence in ((Cell, _PLANNED), (Attended, _ATTENDED)):
        _list_claims([s for s in stated if isinstance(s.what, kind)], kind, sentence, context)


def _list_claims(
    stated: Sequence[Stated], kind: type[Cell | Attended], sentence: Text, context: DutyContext
) -> None:
    first = dict(_known(kind, context))
    clashes: dict[int, list[Stated]] = {}
    for s in stated:
        claims = [first.setdefault((s.person, s.day, half), s.unit) for half in _halves(s.what, context)]
        for other in dict.fromkeys(unit for unit in claims if unit != s.unit):
            clashes.setdefault(other, []).append(s)
    for other, days in clashes.items():
        for group in in_groups(days):
            names = {"unit": unit_of(group[0].unit, context), "other": unit_of(other, context)}
            list_at(
                context, group, sentence.format(name=name_of(group[0], context), days=days_of(group), **names)
            )


def _known(kind: type[Cell | Attended], context: DutyContext) -> Iterator[tuple[_Half, int]]:
    """Yield what the months that are not in the file claim already."""
    for month in context.document.duty.months.values():
        if month.key not in context.months:
            for person, number, what in _cells(month, kind):
                for half in _halves(what, context):
                    yield (person, month.month.replace(day=number), half), month.unit


def _cells(month: DutyMonth, kind: type[Cell | Attended]) -> Iterable[tuple[int, int, Cell | Attended]]:
    rows = month.planned if kind is Cell else month.attended
    return ((person, number, what) for person, row in rows.items() for number, what in row.items())


def _halves(what: Cell | Attended, context: DutyContext) -> list[str]:
    """Return which halves of a day are worked in the unit itself; a plan speaks of the whole day."""
    if isinstance(what, Cell):
        return ["day"] if is_present_code(what.code, context) else []
    halves = {"morning": what.morning, "afternoon": what.afternoon} if not what.place else {}
    return [half for half, code in halves.items() if is_present_code(code, context)]
