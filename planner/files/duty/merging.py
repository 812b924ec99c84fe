"""The months of a file laid over those of a document: what the file speaks of is replaced, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from planner.county.duty import Attended, Cell, DutyMonth
from planner.document import Document
from planner.files.duty.context import DutyContext
from planner.files.duty.imported import Stated
from planner.policy.duty_codes import DutyKind

T = TypeVar("T", Cell, Attended)
_ON_DUTY = (DutyKind.DUTY, DutyKind.STANDBY)


def merged(context: DutyContext, stated: Iterable[Stated]) -> Document:
    """Return the document with everything a file states; a lock stays where the code stays."""
    document = context.document
    planned: dict[tuple[int, date], dict[int, dict[int, Cell]]] = {}
    attended: dict[tuple[int, date], dict[int, dict[int, Attended]]] = {}
    for s in stated:
        key = (s.unit, s.day.replace(day=1))
        if isinstance(s.what, Cell):
            planned.setdefault(key, {}).setdefault(s.person, {})[s.day.day] = s.what
        else:
            attended.setdefault(key, {}).setdefault(s.person, {})[s.day.day] = s.what
    months = dict(document.duty.months)
    for key in context.months:
        before = months.get(key) or DutyMonth(*key)
        months[key] = replace(
            before,
            planned=_laid(_kept_plan(before, context), _with_locks(planned.get(key, {}), before)),
            attended=_laid(_kept_record(before, context), attended.get(key, {})),
        )
    return replace(document, duty=replace(document.duty, months=months))


def _kept_plan(month: DutyMonth, context: DutyContext) -> Mapping[int, Mapping[int, Cell]]:
    """Return the plan without the days the file speaks of: a person's row, or everybody's duty of a date."""
    codes = context.codes

    def stays(person: int, number: int, cell: Cell) -> bool:
        day = month.month.replace(day=number)
        if (month.unit, person, day, False) in context.covered:
            return False
        is_duty = cell.code in codes and codes[cell.code].kind in _ON_DUTY
        return not (is_duty and (month.unit, day) in context.rostered)

    return {p: {n: c for n, c in row.items() if stays(p, n, c)} for p, row in month.planned.items()}


def _kept_record(month: DutyMonth, context: DutyContext) -> Mapping[int, Mapping[int, Attended]]:
    def stays(person: int, number: int) -> bool:
        return (month.unit, person, month.month.replace(day=number), True) not in context.covered

    return {p: {n: a for n, a in row.items() if stays(p, n)} for p, row in month.attended.items()}


def _with_locks(
    rows: Mapping[int, Mapping[int, Cell]], before: DutyMonth
) -> Mapping[int, Mapping[int, Cell]]:
    def locked(person: int, day: int, cell: Cell) -> Cell:
        known = before.planned.get(person, {}).get(day)
        return known if known is not None and known.code == cell.code and known.locked else cell

    return {p: {d: locked(p, d, c) for d, c in row.items()} for p, row in rows.items()}


def _laid(
    under: Mapping[int, Mapping[int, T]], over: Mapping[int, Mapping[int, T]]
) -> dict[int, dict[int, T]]:
    people = dict.fromkeys([*under, *over])
    rows = {p: {**under.get(p, {}), **over.get(p, {})} for p in people}
    return {p: row for p, row in rows.items() if row}
