"""What every officer's month keeps to, as weighted sums: spacing, field time, hours, even shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from models.rostering.problem import Tally
from planner.optimise.duty.fairness import Even
from planner.optimise.duty.field import is_judged, value
from planner.optimise.duty.frame import Frame
from planner.optimise.duty.month import Officer
from planner.optimise.duty.spacing import open_days
from planner.optimise.duty.weights import EVEN, FIELD, HOUR, TOO_SOON
from planner.policy.duty_codes import DutyKind


def limits_of(frame: Frame, officer: Officer, even: Sequence[Even]) -> Iterator[Tally]:
    """Yield all limits of one officer; what stands already and may stay breaks none of them."""
    yield from nights_off(frame, officer)
    yield from days_off(frame, officer)
    yield from spacing(frame, officer)
    yield from field_time(frame, officer)
    if frame.asked.wishes:
        yield from hours(frame, officer)
    yield from evenness(frame, officer, even)


def nights_off(frame: Frame, officer: Officer) -> Iterator[Tally]:
    """Yield that nobody exempt from nights is given one."""
    nights = [c for c in frame.open_codes[officer.id] if frame.code(c).is_night]
    given = [c for c in nights if frame.code(c).kind is not DutyKind.WORK]
    yield from _never("nights_off", frame, officer, given, officer.nights_off & officer.days)


def days_off(frame: Frame, officer: Officer) -> Iterator[Tally]:
    """Yield that nobody is given ordinary work on a weekend or holiday."""
    if officer.ordinary is not None and frame.decides_work(officer):
        off = officer.days - frame.month.workdays
        yield from _never("days_off", frame, officer, (officer.ordinary,), off)


def spacing(frame: Frame, officer: Officer) -> Iterator[Tally]:
    """Yield how many duties with rest after them fit in so many days in a row."""
    asked, month = frame.asked.spacings[officer.id], frame.month
    duties = {s for s in frame.duty_shifts if frame.code(s).rest_after}
    if asked is None or duties.isdisjoint(frame.open_codes[officer.id]):
        return
    before = frame.history(officer)
    open_ = set(open_days(month, officer)) - frame.fixed[officer.id].keys()
    if frame.asked.mends:
        open_ &= frame.open_seats.keys()
    for first in range(2 - asked.days, month.length - asked.days + 2):
        days = range(first, first + asked.days)
        if open_.isdisjoint(days):
            continue
        past = sum(before[day - 1] in duties for day in days if -len(before) < day <= 0)
        standing = sum(frame.stands(officer, day) in duties for day in days if day >= 1)
        yield Tally(
            "spacing",
            officer.id,
            dict.fromkeys(sorted(duties), 1),
            high=max(asked.duties, standing + past),
            over=None if frame.asked.spaced else TOO_SOON,
            days=frozenset(day - 1 for day in days if day >= 1),
            carried=past,
        )


def field_time(frame: Frame, officer: Officer) -> Iterator[Tally]:
    """Yield that field time reaches its share of the hours worked, as a ratio of sums."""
    if frame.decides_work(officer) and is_judged(frame.month, officer):
        values = {s: value(frame.code(s), frame.month.policy) for s in frame.shifts}
        yield Tally("field_time", officer.id, values, low=0, under=FIELD)


def hours(frame: Frame, officer: Officer) -> Iterator[Tally]:
    """Yield that duties alone do not exceed the month's hours; ordinary days give way to rest."""
    due = frame.month.hours_due(officer)
    values = {s: frame.code(s).counted for s in sorted(frame.duty_shifts)}
    if values and max(values.values()) * len(officer.days) > 2 * due:
        yield Tally("hours", officer.id, values, high=due, over=HOUR)


def evenness(frame: Frame, officer: Officer, shares: Sequence[Even]) -> Iterator[Tally]:
    """Yield everybody's even share of duties, nights and days off."""
    for even in shares:
        low, high = even.bounds[officer.id]
        values = {s: 1 for s in frame.shifts if frame.code(s).id in even.codes}
        days = None if even.days is None else frozenset(day - 1 for day in even.days)
        yield Tally(even.name, officer.id, values, low, high, EVEN, EVEN, days)


def _never(
    name: str, frame: Frame, officer: Officer, codes: Collection[str], days: Collection[int]
) -> Iterator[Tally]:
    for code in sorted(codes):
        shut = frozenset(day - 1 for day in days if frame.stands(officer, day) != code)
        if shut:
            yield Tally(name, officer.id, {code: 1}, high=0, days=shut)
