"""When each line breaks or heals, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.audit.ledgers import Ledger, is_community_officer, is_in_base, on_ledger
from planner.audit.results import Audit, Target
from planner.audit.rules.community_share import is_judged
from planner.county.state import Placed, State
from planner.forecast.events import Event, county_events, event_of

Line = tuple[str, int | None, Ledger]  # rule, unit (None for the county), ledger


@dataclass(frozen=True, slots=True)
class Break:
    """A line that is met no longer from a day on, or met again, with everybody whose change bears on it.

    `before` is None where the line was not judged the day before, as that of a station newly opened.
    """

    earlier: Audit  # of the last day before on which anything changed
    then: Audit  # of the day itself
    before: Target | None
    after: Target
    events: tuple[Event, ...]

    @property
    def date(self) -> date:
        """The first day on which the line is no longer, or again, met."""
        return self.then.state.date

    @property
    def heals(self) -> bool:
        """Whether the line is met from this day on."""
        return self.after.met


def breaks_between(before: Audit, now: Audit, by_law: frozenset[int]) -> Iterator[Break]:
    """Yield the lines that break or heal on the day of `now`, each ledger for itself.

    Only the rules that people and their places decide: duty and attendance to come are not known, and the
    difference of books and present is information, no line.
    """
    known = {_line_of(target): target for target in before.targets}
    changed = _changed(before.state, now.state)
    for target in now.targets:
        was = known.get(_line_of(target))
        if target.rule in COUNTED and target.met != (was.met if was else True):
            causes = _causes(target, changed, before.state, now.state, by_law)
            yield Break(before, now, was, target, causes)


def _line_of(target: Target) -> Line:
    """Return which line a target is a figure of."""
    return target.rule, target.unit, target.ledger


def _changed(before: State, now: State) -> list[int]:
    """Return whose place differs, and whose approval ends; it is their day."""
    return [
        id_
        for id_, placed in now.placed.items()
        if placed is not before.placed[id_] or before.is_kept(placed) != now.is_kept(placed)
    ]


def _causes(
    target: Target, changed: list[int], before: State, now: State, by_law: frozenset[int]
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
