"""Whose turn it is to come home, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.county.state import Placed
from planner.text import Text

_ARRANGED = Text("已批准 {date} 返岗", "return on {date} approved already")
_OVERDUE = Text("已超期 {n} 天(应于 {end} 返岗)", "{n} days overdue (should have ended {end})")
_KEPT = Text("经批准保留至 {end},期满返岗", "kept with approval until {end}, returns after it")
_PLANNED = Text("计划 {end} 截止", "planned end {end}")
_LONG = Text("未定截止,已借 {n} 天", "no planned end, away for {n} days")
_UNKNOWN = Text("起止日期均无数据,排在最后", "neither start nor end on record: last")


@dataclass(frozen=True, slots=True)
class Turn:
    """What decides somebody's place: when the draw-off should end, and since when it lasts."""

    placed: Placed
    began: date | None
    end: date | None  # of the approval where there is one, else as planned
    from_day: date | None  # the first day on which they may return, None: at once
    place: int  # in the roster, the last resort

    def key(self, short: int) -> tuple[date, date, int, int]:
        """Return the place in the order, by how many people the home station is short of.

        The earliest end comes first, which is that of the longest overdue; unknown dates come last.
        """
        return self.end or date.max, self.began or date.max, -short, self.place

    def overdue(self, on: date) -> int:
        """Return how many days past the end a date is, 0 where it is not."""
        return max(0, (on - self.end).days) if self.end is not None else 0


def turn_of(placed: Placed, place: int, on: date) -> Turn:
    """Return what decides the place of somebody drawn off."""
    s = placed.secondment
    assert s is not None
    if not s.kept_with_approval:
        return Turn(placed, s.from_, s.until, None, place)
    is_over = s.kept_until is not None and s.kept_until < on
    after = None if s.kept_until is None or is_over else s.kept_until + timedelta(days=1)
    return Turn(placed, s.from_, s.kept_until, after, place)


def why_words(turn: Turn, on: date, back: date, arranged: bool) -> Text:
    """Return why somebody has this place, as seen on a date."""
    if arranged:
        return _ARRANGED.format(date=back)
    if turn.overdue(on):
        return _OVERDUE.format(n=turn.overdue(on), end=turn.end)
    if turn.from_day is not None:
        return _KEPT.format(end=turn.end)
    if turn.end is not None:
        return _PLANNED.format(end=turn.end)
    if turn.began is not None:
        return _LONG.format(n=(on - turn.began).days + 1)
    return _UNKNOWN
