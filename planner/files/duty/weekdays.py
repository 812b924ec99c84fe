"""Weekdays beside the days of a duty table: where they do not fit, its month or its dates are wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.files.cells import as_text
from planner.files.duty.context import DutyContext
from planner.files.duty.days import Day
from planner.files.duty.imported import Spot
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell
from planner.text import Text, compact

_MISFIT = Text(
    "{day} 是{weekday},表上写的是{words}(共 {n} 天不符):仍按日期采用,请核对标题的年月和表内日期。",
    "{day} is a {weekday}, but {words} in the table (days that do not fit: {n}): the dates are followed,"
    " check the year and month of the title and the dates.",
)
_PREFIXES = ("星期", "礼拜", "周")
_NAMES = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)


@dataclass(frozen=True, slots=True)
class DayTold:
    """A date of a table with the weekdays its words may mean, none where they say nothing of it."""

    day: date
    weekdays: frozenset[int]  # 0 for Monday
    spot: Spot


def weekdays_of(cell: Cell) -> frozenset[int]:
    """Return which weekdays a cell such as 周三, 三 or T may name, 0 for Monday; none for other words."""
    words = compact(as_text(cell))
    bare = next((words.removeprefix(p) for p in _PREFIXES if words.startswith(p)), words)
    named = vocabulary().lists["weekdays"].values()
    return frozenset(number for number, known in enumerate(named) if bare in known)


def told_day(day: date, written: Day, beside: Cell, spot: Spot) -> DayTold:
    """Return a date with the weekday beside it, else the one written behind it."""
    behind = frozenset({written.weekday}) if written.weekday is not None else frozenset[int]()
    return DayTold(day, weekdays_of(beside) or behind, spot)


def list_misfits(told: Iterable[DayTold], context: DutyContext) -> None:
    """List, at the first of them, the dates of a table that fall on another weekday than it says."""
    wrong = [t for t in told if t.weekdays and t.day.weekday() not in t.weekdays]
    if wrong:
        first = wrong[0]
        written = [_NAMES[number] for number in sorted(first.weekdays)]
        words = Text("或".join(w.zh for w in written), " or ".join(w.en for w in written))
        n = len({t.day for t in wrong})
        message = _MISFIT.format(day=first.day, weekday=_NAMES[first.day.weekday()], words=words, n=n)
        context.add(IssueKind.CONTRADICTION, message, first.spot)
