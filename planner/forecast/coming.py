"""What is to happen to whom, day by day: retirements, recruits, returns, long leave, moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.county.state import Placed, State
from planner.forecast.events import Event, EventKind, event_of

LEAVING = (EventKind.RETIRES, EventKind.LEAVES)


@dataclass(frozen=True, slots=True)
class Coming:
    """One event that is to come, with how the person stands on the day before and from the day on."""

    event: Event
    was: Placed
    now: Placed


def coming_between(
    before: State, now: State, changed: Sequence[int], by_law: frozenset[int]
) -> Iterator[Coming]:
    """Yield what happens to officers on the day of `now`, as far as any figure counts it.

    `changed` are those who may stand otherwise on that day (`changed_people`).
    """
    for person in changed:
        was, placed = before.placed[person], now.placed[person]
        if was.standing.counts or placed.standing.counts:
            approval = before.is_kept(was) != now.is_kept(placed)
            if approval or _counted(was) != _counted(placed):
                yield Coming(event_of(person, before, now, by_law), was, placed)


def _counted(placed: Placed) -> tuple[object, ...]:
    """Return all that figures count of somebody's place: not a leave too short to count."""
    return (
        *(placed.standing, placed.home, placed.working, placed.books_unit, placed.present_unit),
        *(placed.post, placed.beat, placed.drawn_off, placed.secondment, placed.weight),
    )
