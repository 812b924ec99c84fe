"""Annual leave: how many working days a year somebody is entitled to (职工带薪年休假条例)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from planner.assets import asset
from planner.county.records import Absence, AbsenceKind, Person


def annual_leave(person: Person, on: date) -> int | None:
    """Return the days of annual leave by full years of work on a date, None where their start is unknown.

    A full year gives 5 days, ten years 10, twenty years 15.
    """
    if person.joined_work is None:
        return None
    return annual_leave_after(full_years(person.joined_work, on))


def annual_leave_after(years: int) -> int:
    """Return the days a year gives after so many full years of work."""
    return max((days for least, days in _steps() if years >= least), default=0)


def annual_leave_days(absences: Iterable[Absence], year: int) -> set[date]:
    """Return the days of a year that annual leave takes, as far as both its ends are known."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days: set[date] = set()
    for absence in absences:
        if absence.kind is AbsenceKind.ANNUAL and absence.from_ is not None and absence.until is not None:
            begin, end = max(absence.from_, first), min(absence.until, last)
            days.update(begin + timedelta(days=n) for n in range((end - begin).days + 1))
    return days


def full_years(since: date, on: date) -> int:
    """Return how many full years have passed."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


@cache
def _steps() -> tuple[tuple[int, int], ...]:
    raw = tomllib.loads(asset("calendar", "annual_leave.toml").read_text(encoding="utf-8"))
    return tuple((step["years"], step["days"]) for step in raw["steps"])
