"""The return calendar: everybody the bureau drew off from stations comes home, in order, under limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.audit.ledgers import count
from planner.audit.rules import Situation
from planner.county.calendar import days_of, is_workday
from planner.county.records import County
from planner.county.state import Placed, Standing, State, state
from planner.document import Document
from planner.forecast.expected import expected
from planner.forecast.months import first_days
from planner.returns.order import Turn, turn_of, why_words
from planner.returns.records import Apart, Limits, Month, NotReturned, Return, ReturnCalendar
from planner.returns.standing import arranged, at_home, county_target, shortages

_MOST_MONTHS = 120


def return_calendar(document: Document, on: date, start: date, limits: Limits) -> ReturnCalendar:
    """Return in which order drawn-off officers come home from a day on, with the figures after each month.

    Overdue ones first, the longest overdue before the others; then by planned end, then the longest away;
    among equals the station that is shortest of people. Whoever is kept with approval waits for its end.
    """
    return _Calendar(document, on, max(on, start), limits).made()


@dataclass(frozen=True, slots=True)
class _Waiting:
    turn: Turn
    fixed: date | None  # the day of a return approved already


class _Calendar:
    """One calendar in the making."""

    def __init__(self, document: Document, on: date, start: date, limits: Limits) -> None:
        self._document, self._on, self._start, self._limits = document, on, start, limits
        leaving = expected(document.county, on, document.policy).county.people
        self._county: County = replace(document.county, people=leaving)
        self._now = state(self._county, start, document.policy)
        self._apart: list[NotReturned] = []
        self._home: dict[int, date] = {}
        fixed = arranged(self._county, start)
        drawn = [p for p in self._now.placed.values() if p.drawn_off]
        self._waiting = [
            _Waiting(turn_of(p, n, on), fixed.get(p.person.id))
            for n, p in enumerate(drawn)
            if not self._set_apart(p)
        ]

    def made(self) -> ReturnCalendar:
        """Return the calendar."""
        months: list[Month] = []
        for first in _months(self._start):
            if not self._waiting and months:
                break
            months.append(self._month(first))
        for one in self._waiting:
            self._apart_as(one.turn.placed, Apart.BEYOND)
        known = {p.person.id for p in self._now.placed.values() if p.drawn_off}
        last = state(self._county, _end_of(months[-1].first), self._document.policy)
        for placed in last.placed.values():
            if placed.drawn_off and placed.person.id not in known:
                self._apart_as(placed, Apart.BEGINS_LATER)
        today = state(self._document.county, self._on, self._document.policy)
        overdue = sum(
            turn_of(p, 0, self._on).overdue(self._on) > 0 for p in today.placed.values() if _due(p, today)
        )
        return ReturnCalendar(self._on, self._limits, tuple(months), tuple(self._apart), overdue)

    def _set_apart(self, placed: Placed) -> bool:
        if placed.standing is Standing.SECONDED_OUTSIDE:
            self._apart_as(placed, Apart.OUTSIDE)
        elif self._now.is_kept(placed) and placed.secondment and placed.secondment.kept_until is None:
            self._apart_as(placed, Apart.KEPT)
        else:
            return False
        return True

    def _apart_as(self, placed: Placed, reason: Apart) -> None:
        turn = turn_of(placed, 0, self._on)
        self._apart.append(NotReturned(placed, reason, turn.end, turn.overdue(self._on)))

    def _month(self, first: date) -> Month:
        last = _end_of(first)
        given: Counter[int | None] = Counter()
        made = [self._come_home(one, one.fixed, given) for one in self._fixed_in(first, last)]
        there = state(self._county, max(first, self._start), self._document.policy)
        short = shortages(self._with_returns(there))
        while one := self._next(last, given, short):
            placed = there.placed[one.turn.placed.person.id]
            day, left = self._day(one, last), placed.person.left_on
            if not placed.drawn_off or (left is not None and day is not None and left <= day):
                self._waiting.remove(one)
                self._apart_as(one.turn.placed, Apart.LEAVES)
                continue
            made.append(self._come_home(one, day, given))
            home = one.turn.placed.home or 0
            short[home] = max(0, short.get(home, 0) - 1)
        return self._closed(first, last, sorted(made, key=lambda r: r.on))

    def _fixed_in(self, first: date, last: date) -> list[_Waiting]:
        return [one for one in self._waiting if one.fixed is not None and first <= one.fixed <= last]

    def _next(self, last: date, given: Counter[int | None], short: Mapping[int, int]) -> _Waiting | None:
        """Return whose turn it is in a month with places left."""
        if self._limits.overall and given.total() >= self._limits.overall:
            return None
        open_ = [one for one in self._waiting if one.fixed is None and self._has_place(one, last, given)]
        return min(open_, key=lambda one: one.turn.key(short.get(one.turn.placed.home or 0, 0)), default=None)

    def _has_place(self, one: _Waiting, last: date, given: Counter[int | None]) -> bool:
        most = self._limits.unit
        return (not most or given[one.turn.placed.working] < most) and self._day(one, last) is not None

    def _day(self, one: _Waiting, last: date) -> date | None:
        """Return the first working day of a month on which somebody may return, None where there is none."""
        first = max(last.replace(day=1), self._start, one.turn.from_day or date.min)
        days = [day for day in days_of(last) if day >= first]
        return next((day for day in days if is_workday(day, self._document.duty)), None)

    def _come_home(self, one: _Waiting, on: date | None, given: Counter[int | None]) -> Return:
        assert on is not None
        self._waiting.remove(one)
        given[one.turn.placed.working] += 1
        turn = one.turn
        self._home[turn.placed.person.id] = on
        why = why_words(turn, self._on, on, one.fixed is not None)
        away = None if turn.began is None else (on - turn.began).days
        return Return(turn.placed, on, turn.end, away, turn.overdue(self._on), one.fixed is not None, why)

    def _with_returns(self, now: State) -> State:
        """Return a state with everybody home whose day has come."""
        home = {id_ for id_, day in self._home.items() if day <= now.date}
        placed = {id_: at_home(p) if id_ in home and p.drawn_off else p for id_, p in now.placed.items()}
        return replace(now, placed=placed)

    def _closed(self, first: date, last: date, made: list[Return]) -> Month:
        now = self._with_returns(state(self._county, last, self._document.policy))
        situation = Situation(now, count(now))
        overdue = sum(one.turn.overdue(last) > 0 for one in self._waiting)
        return Month(
            first,
            tuple(made),
            county_target("station_share", situation),
            county_target("community_share", situation),
            {u: n for u, n in shortages(now).items() if n},
            sum(p.drawn_off for p in now.placed.values()),
            overdue,
        )


def _months(start: date) -> Iterable[date]:
    first = start.replace(day=1)
    return (first, *first_days(first + timedelta(days=1), _MOST_MONTHS - 1))


def _end_of(first: date) -> date:
    return days_of(first)[-1]


def _due(placed: Placed, now: State) -> bool:
    return placed.drawn_off and not now.is_kept(placed)
