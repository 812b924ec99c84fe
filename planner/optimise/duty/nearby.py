"""A repair in the days around the open seats alone, and how it is known that no other does with less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.optimise.duty.frame import Frame


def nearby(frame: Frame) -> Frame:
    """Return a repair that changes only days with open seats and the rest after their duties."""
    duties = [frame.month.codes.known[code] for code in frame.month.codes.duties]
    rest = max((code.rest_after for code in duties), default=0)
    days = {day + after for day in frame.open_seats for after in range(rest + 1)}
    return Frame(frame.month, replace(frame.asked, only=frozenset(days)))


def fewest_changes(frame: Frame) -> int:
    """Return how many cells change at least: each open seat one, and the work that its rest takes away.

    Where a repair nearby needs no more, every repair with as few fills the seats directly and is nearby too.
    """
    return sum(sum(sorted(_prices(frame, day))[:missing]) for day, missing in frame.open_seats.items())


def _prices(frame: Frame, day: int) -> Iterator[int]:
    codes = [frame.month.codes.known[code] for code in frame.month.codes.duties]
    rest = min((code.rest_after for code in codes), default=0)
    for officer in frame.month.officers:
        if day in officer.days and frame.standing.get((officer.id, day - 1)) not in frame.duty_shifts:
            after = range(day, day + rest)  # engine days count from 0
            yield 1 + sum((officer.id, later) in frame.standing for later in after)
