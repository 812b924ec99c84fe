"""What a return calendar is made of: who comes home when, who does not, and every month's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.audit.results import Target
from planner.county.state import Placed
from planner.text import Text, joined, same


class Apart(StrEnum):
    """Why somebody drawn off has no day in the calendar."""

    OUTSIDE = "outside"
    KEPT = "kept"
    LEAVES = "leaves"
    BEGINS_LATER = "begins_later"
    BEYOND = "beyond"


APART: Mapping[Apart, Text] = {
    Apart.OUTSIDE: Text("在局外,须协商", "outside the bureau: to negotiate"),
    Apart.KEPT: Text("经批准保留,未定截止", "kept with approval, no end given"),
    Apart.LEAVES: Text(
        "轮到之前已离职、退休或长期不在岗", "no longer serving or long absent before the turn"
    ),
    Apart.BEGINS_LATER: Text("以后才开始抽调借调", "drawn off only later"),
    Apart.BEYOND: Text("限额下十年内轮不到", "not within ten years under the limits"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How many may be handed over in a month: by one losing unit, and over all; 0 is no limit."""

    unit: int = 0
    overall: int = 0


@dataclass(frozen=True, slots=True)
class Return:
    """Somebody's place in the calendar: the first day at home, as they stand the day before the calendar."""

    placed: Placed
    on: date
    end: date | None  # planned, or of the approval
    days_away: int | None  # up to the day before, the first included; None where no start is known
    overdue_now: int  # days past the end, on the calendar's date
    arranged: bool  # a return approved before, which takes a place but is nobody's to decide
    why: Text


@dataclass(frozen=True, slots=True)
class NotReturned:
    """Somebody drawn off who has no place in the calendar, and why."""

    placed: Placed
    reason: Apart
    end: date | None
    overdue_now: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month: who returns in it, and how the county stands on its last day."""

    first: date
    returns: tuple[Return, ...]
    share: Target | None  # None: the rule is off
    community: Target | None
    short: Mapping[int, int]  # people short at stations, of minimum and community share, where any
    away: int  # still drawn off, of all
    overdue: int  # of the calendar's people still away, past their end

    @property
    def names(self) -> Text:
        """The names of those who return."""
        return joined(same(one.placed.person.name) for one in self.returns)


@dataclass(frozen=True, slots=True)
class ReturnCalendar:
    """Who comes home when under the limits; `on` is the date it was asked for."""

    on: date
    limits: Limits
    months: tuple[Month, ...]
    apart: tuple[NotReturned, ...]
    overdue: int  # of everybody drawn off, on the date

    @property
    def returns(self) -> tuple[Return, ...]:
        """Everybody with a day, in order."""
        return tuple(one for month in self.months for one in month.returns)

    @property
    def home_by(self) -> date | None:
        """The day on which the last of them is home; None where nobody is to return."""
        return max((one.on for one in self.returns), default=None)
