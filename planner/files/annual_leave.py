"""Annual leave beyond what a year gives, said alike of the 请假 sheet and of duty sheets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.county.calendar import is_workday
from planner.county.duty import DutyBook
from planner.county.leave import annual_leave
from planner.county.records import Person
from planner.text import Text

_TOO_MUCH = Text(
    "{name} {year} 年年休假已达 {taken} 个工作日,超过应休的 {days} 天,请核对。",
    "{name} has {taken} working days of annual leave in {year}, more than the {days} entitled to; verify it.",
)


def too_much_leave(person: Person, year: int, days: Iterable[date], book: DutyBook) -> Text | None:
    """Return what to say where days of annual leave are more working days than the year gives, else None."""
    entitled = annual_leave(person, date(year, 12, 31))
    taken = sum(is_workday(day, book) for day in set(days))
    if entitled is None or taken <= entitled:
        return None
    return _TOO_MUCH.format(name=person.name, year=year, taken=taken, days=entitled)
