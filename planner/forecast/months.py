"""The county on the first day of every month to come, with what breaks and heals on the days between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.document import Document
from planner.forecast.breaks import Break, breaks_between
from planner.forecast.coming import Coming, coming_between
from planner.forecast.days import standing_from
from planner.forecast.events import changed_people
from planner.forecast.expected import Expected, expected
from planner.optimise.running import Stop


@dataclass(frozen=True, eq=False)  # told apart by identity: comparing would walk through whole counties
class Forecast:
    """What is known to come: the county today, on the first day of every month, and between."""

    expected: Expected
    now: Audit
    months: tuple[Audit, ...]  # on the first day of each: a person of the month before is counted to its end
    breaks: tuple[Break, ...]  # by day
    coming: tuple[Coming, ...]  # by day

    @property
    def days(self) -> tuple[Audit, ...]:
        """Today and the first day of every month, today once."""
        return tuple({day.state.date: day for day in (self.now, *self.months)}.values())

    @property
    def complies(self) -> bool:
        """Whether nothing of gravity 违规 or 未达标 is found in any month, and no line breaks between."""
        return all(month.complies for month in self.months) and all(b.heals for b in self.breaks)


def forecast(
    document: Document,
    on: date,
    months: int,
    on_progress: Callable[[date], None] | None = None,
    stop: Stop | None = None,
) -> Forecast:
    """Return what is to come in the months that begin on or after a day, one to sixty of them.

    Every month is judged on its first day by the rules of `check`; who retires is gone from the first day
    after service. Approved moves count from their dates, proposed ones do not. `on_progress` hears every
    first day reached; stopped, it ends with the months it has, perhaps none.
    """
    ahead = expected(document.county, on, document.policy)
    firsts = first_days(on, months)
    days: list[Audit] = []
    for standing in standing_from(ahead.county, document.policy, on, firsts[-1], firsts):
        if days and stop is not None and stop.requested:
            break
        days.append(audit(standing, document.duty))
        if on_progress is not None and standing.date in firsts:
            on_progress(standing.date)
    breaks: list[Break] = []
    coming: list[Coming] = []
    for before, then in pairwise(days):
        changed = changed_people(before.state, then.state)
        breaks += breaks_between(before, then, changed, ahead.by_law)
        coming += coming_between(before.state, then.state, changed, ahead.by_law)
    at_first = tuple(day for day in days if day.state.date in firsts)
    return Forecast(ahead, days[0], at_first, tuple(breaks), tuple(coming))


def first_days(on: date, months: int) -> list[date]:
    """Return the first days of the months that begin on or after a day."""
    start = on.year * 12 + on.month - (on.day == 1)
    return [date((start + k) // 12, (start + k) % 12 + 1, 1) for k in range(months)]
