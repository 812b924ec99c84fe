"""The minimum kept of a headquarters unit: how many officers a plan must leave there."""

from __future__ import annotations

from collections import Counter

from models.allocation.requirements import Kept
from planner.county.records import Unit
from planner.county.state import State
from planner.optimise.constraints.planned import Planned


def minimum_kept(planned: Planned) -> Kept:
    """Return the bound of every headquarters unit of the bureau."""
    return Kept(kept_minimums(planned.state))


def kept_minimums(state: State) -> dict[int, int]:
    """Return the minimum kept of every headquarters unit of the bureau.

    What the units sheet gives, else the policy's share of the sworn officers on the books,
    rounded up; never above the officers the unit has present. Draw-offs from stations that
    it uses are not its own and are not counted.
    """
    books = Counter(p.books_unit for p in state.counted())
    return minimums_of(state, books, Counter(p.present_unit for p in state.counted() if not p.drawn_off))


def minimums_of(state: State, books: Counter[int | None], present: Counter[int | None]) -> dict[int, int]:
    """Return what `kept_minimums` does, of officers counted already: on the books, and present of its own."""
    share = state.policy.share("planning.kept_share")

    def minimum(unit: Unit) -> int:
        wanted = share.least(books[unit.id]) if unit.minimum is None else unit.minimum
        return min(wanted, present[unit.id])

    units = state.county.units.values()
    return {unit.id: minimum(unit) for unit in units if unit.ours and not unit.is_station}
