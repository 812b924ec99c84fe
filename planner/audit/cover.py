"""The cover of every day of a month: the fewest on duty at any moment of it.

A day runs from the hour at which the month's duties begin to the same hour of the next day, so that a night
belongs to the day it follows.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.audit.watches import HOURS, Watch
from planner.county.calendar import days_of
from planner.county.duty import DutyMonth
from planner.county.records import Category, Person, Sex

_SEATS = (Category.SWORN, Category.PROBATIONER, Category.AUXILIARY)


@dataclass(frozen=True, slots=True)
class DayCover:
    """One day: the fewest on duty at any moment of it, the fewest sworn and women among them.

    `moment` is the first at which the fewest are there; `women` is None where the sex of somebody on duty
    is unknown.
    """

    day: int
    on_duty: int
    sworn: int
    women: int | None
    moment: int


def cover(
    month: DutyMonth, watches: Sequence[Watch], begins: int, people: Mapping[int, Person]
) -> list[DayCover]:
    """Return the cover of every day of a month, each person counted once however many duties overlap.

    Sworn officers and auxiliaries count; others do not.
    """
    length = len(days_of(month.month))
    seats = {id_: _seat(person) for id_, person in people.items() if person.category in _SEATS}
    changes: dict[int, list[tuple[int, _Seat]]] = defaultdict(list)
    for watch in _apart(watches):
        if watch.person in seats:
            changes[watch.begin].append((1, seats[watch.person]))
            changes[watch.end].append((-1, seats[watch.person]))
    days = [_Day() for _ in range(length)]
    on_duty = sworn = women = unknown = 0
    for moment in sorted({*changes, *(begins + HOURS * day for day in range(length))}):
        for sign, seat in changes.get(moment, ()):
            on_duty += sign
            sworn += sign * seat[0]
            women += sign * seat[1]
            unknown += sign * seat[2]
        day = (moment - begins) // HOURS
        if 0 <= day < length:
            days[day].take(on_duty, sworn, None if unknown else women, moment)
    return [DayCover(n, d.on_duty, d.sworn, d.women, d.moment) for n, d in enumerate(days, 1)]


class _Day:
    """The fewest so far; nobody has been counted before the first moment."""

    __slots__ = ("moment", "on_duty", "sworn", "women")

    def __init__(self) -> None:
        self.on_duty = self.sworn = sys.maxsize
        self.women: int | None = sys.maxsize
        self.moment = 0

    def take(self, on_duty: int, sworn: int, women: int | None, moment: int) -> None:
        if on_duty < self.on_duty:
            self.on_duty, self.moment = on_duty, moment
        self.sworn = min(self.sworn, sworn)
        if self.women is not None:
            self.women = None if women is None else min(self.women, women)


_Seat = tuple[bool, bool, bool]  # sworn, a woman, of unknown sex


def _seat(person: Person) -> _Seat:
    return person.category.is_sworn, person.sex is Sex.FEMALE, person.sex is None


def _apart(watches: Iterable[Watch]) -> Iterator[Watch]:
    """Yield the watches with those of one person that overlap or touch made one."""
    of: dict[int, list[Watch]] = defaultdict(list)
    for watch in watches:
        of[watch.person].append(watch)
    for own in of.values():
        own.sort(key=lambda w: w.begin)
        current = own[0]
        for watch in own[1:]:
            if watch.begin <= current.end:
                current = replace(current, end=max(current.end, watch.end))
            else:
                yield current
                current = watch
        yield current


def on_duty_at(moment: int, watches: Iterable[Watch], people: Mapping[int, Person]) -> frozenset[int]:
    """Return who is counted on duty at a moment."""
    there = {w.person for w in watches if w.begin <= moment < w.end}
    return frozenset(id_ for id_ in there if id_ in people and people[id_].category in _SEATS)
