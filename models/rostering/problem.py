"""The rostering problem: workers, shifts, days, and what a roster is asked to be (design 4.2).

Day 0 is the first of the horizon. Everything is hard unless it has a weight. A roster is the shift of
every worker and day that is worked; a day without one is free.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.rostering.faults import faults_of

Roster = Mapping[tuple[int, int], str]  # (worker, day) -> shift; free days are left out
Locked = Mapping[tuple[int, int], str | None]  # None: locked free
WEEK = 7
SATURDAY, SUNDAY = 5, 6


class ProblemError(ValueError):
    """A problem contradicts itself; `faults` lists everything found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault, and show them all."""
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Shift:
    """Work of one day; `not_next` may not be worked on the day after, `rest_after` days after are free."""

    id: str
    minutes: int = 0
    not_next: frozenset[str] = frozenset()
    rest_after: int = 0


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody with limits; None is no limit.

    A run of work or of free days that touches an end of the horizon is never too short. `history` is what
    was worked on the days before day 0, the latest last, None for a free day; runs and successions reach
    back into it.
    """

    id: int
    max_shifts: Mapping[str, int] = field(default_factory=dict)  # missing: no limit; 0: never
    min_minutes: int | None = None
    max_minutes: int | None = None
    max_run: int | None = None  # days worked one after the other
    min_run: int = 1
    min_rest: int = 1  # free days one after the other
    max_weekends: int | None = None  # a weekend counts if Saturday or Sunday is worked
    days_off: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()  # what covers may ask for
    history: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A wish: the worker has (`wanted`), or has not, this shift on this day; broken, it costs its weight."""

    worker: int
    day: int
    shift: str
    weight: int
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Cover:
    """How many workers (with a tag, where given) have one of these shifts on a day.

    Each missing one costs `under`, each one too many `over`.
    """

    day: int
    shifts: frozenset[str]
    required: int
    under: int = 0
    over: int = 0
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A weighted sum over one worker's shifts that should lie between `low` and `high` (None: open).

    `values` gives what a shift adds, `days` where it does (None: everywhere), `carried` what is there
    already. Each unit below costs `under`, above `over`; a weight of None makes the bound hard.
    """

    name: str
    worker: int
    values: Mapping[str, int]
    low: int | None = None
    high: int | None = None
    under: int | None = None
    over: int | None = None
    days: frozenset[int] | None = None
    carried: int = 0


@dataclass(frozen=True)
class Problem:
    """Everything the engine needs, checked on construction: ProblemError lists all faults."""

    days: int
    shifts: tuple[Shift, ...]
    workers: tuple[Worker, ...]
    covers: tuple[Cover, ...] = ()
    requests: tuple[Request, ...] = ()
    tallies: tuple[Tally, ...] = ()
    locked: Locked = field(default_factory=dict)
    first_weekday: int = 0  # of day 0; 0 is Monday

    def __post_init__(self) -> None:
        """Refuse a problem that contradicts itself."""
        faults = faults_of(self)
        if faults:
            raise ProblemError(faults)

    @cached_property
    def shift_by_id(self) -> dict[str, Shift]:
        """Shifts by their id."""
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def worker_by_id(self) -> dict[int, Worker]:
        """Workers by their id."""
        return {worker.id: worker for worker in self.workers}

    @cached_property
    def weekends(self) -> tuple[tuple[int, ...], ...]:
        """The days of every weekend that has a day in the horizon."""
        first = -self.first_weekday  # the Monday of the first week
        spans = ((monday + SATURDAY, monday + SUNDAY) for monday in range(first, self.days, WEEK))
        kept = (tuple(d for d in span if 0 <= d < self.days) for span in spans)
        return tuple(span for span in kept if span)
