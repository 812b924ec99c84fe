"""Edits of the county's own calendar: days that are not what the shipped one says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from planner.county.calendar import day_kind, festivals, is_workday
from planner.county.duty import NO_DUTY, DayKind, SpecialDay
from planner.document import Document
from planner.edits.refused import RefusedError, refuse
from planner.text import Text

_NAMELESS = Text(
    "请填写 {day} 的名称,如“火把节”或“调休上班”。",
    "Give {day} a name, such as the festival's, or “make-up day”.",
)
_WORKED_ALREADY = Text(
    "{day} 本来就是工作日,不必设为调休上班。", "{day} is a working day already and needs no making up."
)
_OFF_ALREADY = Text(
    "{day} 本来就休息,不必设为调休休息日。", "{day} is off already; no day off can be moved there."
)
_NO_DATES = Text(
    "程序没有{place} {year} 年及以后的民族节日日期,请用“增加”逐日填写。",
    "The program knows no festival dates of {place} from {year} on; add the days one by one.",
)
_GONE = Text(
    "{day} 没有本局自定的日历安排;国家安排不能删除,可另设为上班或休息。",
    "{day} is no day of this bureau's own; a national day cannot be removed, only laid over.",
)


def set_special_days(document: Document, days: Iterable[SpecialDay]) -> Document:
    """Return the document with these days laid over the national calendar; each replaces one on its date.

    Raises RefusedError with a reason for each day that has no name or would change nothing.
    """
    wanted = {special.day: replace(special, name=special.name.strip()) for special in days}
    reasons = {
        (day.toordinal(), field): why.format(day=day.isoformat())
        for day, special in wanted.items()
        for field, why in _complaints(special)
    }
    if reasons:
        raise RefusedError(reasons)
    return _with(document, {**document.duty.special, **wanted})


def _complaints(special: SpecialDay) -> Iterable[tuple[str, Text]]:
    if not special.name:
        yield "name", _NAMELESS
    plain = day_kind(special.day, NO_DUTY) is None
    if special.kind is DayKind.WORKDAY and plain and is_workday(special.day, NO_DUTY):
        yield "kind", _WORKED_ALREADY
    if special.kind is DayKind.REST and not is_workday(special.day, NO_DUTY):
        yield "kind", _OFF_ALREADY


def take_over_festivals(document: Document, place: str, year: int) -> Document:
    """Return the document with the festivals offered to a prefecture as own days, from a year on."""
    days = [special for special in festivals(place) if special.day.year >= year]
    if not days:
        raise refuse(0, "place", _NO_DATES.format(place=place, year=year))
    return set_special_days(document, days)


def remove_special_days(document: Document, days: Collection[date]) -> Document:
    """Return the document without these days of its own; the national calendar holds again."""
    own = document.duty.special
    for day in days:
        if day not in own:
            raise refuse(day.toordinal(), "day", _GONE.format(day=day.isoformat()))
    return _with(document, {day: special for day, special in own.items() if day not in days})


def _with(document: Document, own: dict[date, SpecialDay]) -> Document:
    listed = tuple(own[day] for day in sorted(own))
    return replace(document, duty=replace(document.duty, special_days=listed))
