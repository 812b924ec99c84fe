"""When each line breaks or heals, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.audit.ledgers import Ledger, is_community_officer, is_in_base, on_ledger
from planner.audit.results import Audit, Target
from planner.audit.rules.community_share import is_judged
from planner.county.state import Placed, State
from planner.forecast.events import Event, county_events, event_of

Line = tuple[str, int | None, Ledger]  # rule, unit (None for the county), ledger


class Turn(StrEnum):
    """Which way a line turns on a day."""

    BREAKS = "breaks"
    HEALS = "heals"
    LAPSES = "lapses"  # it was not met, and is judged no longer, as that of a station closed


@dataclass(frozen=True, slots=True)
class Break:
    """A line that is met no longer from a day on, or met again, with everybody whose change bears on it.

    `before` is None where the line was not judged the day before, as that of a station newly opened. Of a
    line that is `lapsed` both figures are the last one.
    """

    earlier: Audit  # of the last day before on which anything changed
    then: Audit  # of the day itself
    before: Target | None
    after: Target
    events: tuple[Event, ...]
    lapsed: bool = False  # judged no longer, and unmet when it last was

    @property
    def date(self) -> date:
        """The first day on which the line is no longer, or again, met."""
        return self.then.state.date

    @property
    def heals(self) -> bool:
        """Whether the line is met, or judged no longer, from this day on."""
        return self.turn is not Turn.BREAKS

    @property
    def turn(self) -> Turn:
        """Which way the line turns."""
        if self.lapsed:
            return Turn.LAPSES
        return Turn.HEALS if self.after.met else Turn.BREAKS

    @property
    def judged_in(self) -> State:
        """The state that the later figure is of, and in which its unit is there."""
        return (self.earlier if self.lapsed else self.then).state


def breaks_between(
    before: Audit, now: Audit, changed: Sequence[int], by_law: frozenset[int]
) -> Iterator[Break]:
    """Yield the lines that break, heal or lapse on the day of `now`, each ledger for itself.

    `changed` are those who may stand otherwise on that day (`changed_people`).

    Only the rules that people and their places decide: duty and attendance to come are not known, and the
    difference of books and present is information, no line.
    """
    known = {_line_of(target): target for target in before.targets}
    for target in now.targets:
        was = known.pop(_line_of(target), None)
        if target.rule in COUNTED and target.met != (was.met if was else True):
            causes = _causes(target, changed, before.state, now.state, by_law)
            yield Break(before, now, was, target, causes)
    for gone in known.values():
        if gone.rule in COUNTED and not gone.met:
            causes = _causes(gone, changed, before.state, now.state, by_law)
            yield Break(before, now, gone, gone, causes, lapsed=True)


def _line_of(target: Target) -> Line:
    """Return which line a target is a figure of."""
    return target.rule, target.unit, target.ledger


def _causes(
    target: Target, changed: Sequence[int], before: State, now: State, by_law: frozenset[int]
) -> tuple[Event, ...]:
    bearing = []
    for person in changed:
        was = _counted(before, person, target)
        if was != _counted(now, person, target):
            bearing.append(event_of(person, before, now, by_law))
    return (*bearing, *county_events(before, now))


def _counted(state: State, person: int, target: Target) -> object:
    """Return all of a person that a line counts; None where it counts nothing of them."""
    placed = state.placed[person]
    if not placed.standing.counts:
        return None
    unit = on_ledger(placed, target.ledger)
    if target.unit is not None and unit != target.unit:
        return None
    weight = placed.weight if target.ledger is Ledger.EFFECTIVE else 1
    return COUNTED[target.rule](placed, state, unit), weight


def _by_station_share(placed: Placed, state: State, unit: int | None) -> object:
    return is_in_base(placed, state), _is_station(state, unit)


def _by_community_share(placed: Placed, state: State, unit: int | None) -> object:
    of = state.unit(unit)
    judged = of is not None and of.is_station and is_judged(of)
    return judged and is_community_officer(placed), judged


def _is_station(state: State, unit: int | None) -> bool:
    of = state.unit(unit)
    return of is not None and of.is_station


COUNTED: Mapping[str, Callable[[Placed, State, int | None], object]] = {
    "secondment": lambda placed, state, _: (placed.drawn_off, state.is_kept(placed)),
    "station_minimum": lambda _, __, unit: unit,
    "station_share": _by_station_share,
    "community_share": _by_community_share,
}
