"""The three ledgers: every count made on the books, at present, and weighted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.county.records import Post
from planner.county.state import Placed, Standing, State
from planner.text import Text


class Ledger(StrEnum):
    """Which way of counting."""

    BOOKS = "books"
    PRESENT = "present"
    EFFECTIVE = "effective"


LEDGER_NAMES: Mapping[Ledger, Text] = {
    Ledger.BOOKS: Text("在编", "books"),
    Ledger.PRESENT: Text("在岗", "present"),
    Ledger.EFFECTIVE: Text("折算", "effective"),
}
SCALE: Mapping[Ledger, int] = {Ledger.BOOKS: 1, Ledger.PRESENT: 1, Ledger.EFFECTIVE: 100}


@dataclass(slots=True)
class UnitCount:
    """How many sworn officers a unit has on one ledger (hundredths of a person on the effective one)."""

    officers: int = 0
    community: int = 0  # community officers, and leaders who hold a beat
    leaders: int = 0
    in_base: int = 0  # of the officers, those whom the county's base counts: only they raise its share


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Counts per ledger: the county's base, and every unit with anybody in it."""

    base: Mapping[Ledger, int]
    units: Mapping[Ledger, Mapping[int, UnitCount]]

    def unit(self, ledger: Ledger, unit: int) -> UnitCount:
        """Return the counts of one unit, zero where nobody is."""
        return self.units[ledger].get(unit) or UnitCount()


def is_community_officer(placed: Placed) -> bool:
    """Return whether the post counts for the community share: 社区民警, or a leader who holds a beat."""
    return placed.post is Post.COMMUNITY or (placed.post is Post.LEADER and bool(placed.beat))


def is_in_base(placed: Placed, state: State) -> bool:
    """Return whether the county's shares count the person, below the line and above it."""
    return placed.standing.counts and not _is_excluded(placed, state)


def _is_excluded(placed: Placed, state: State) -> bool:
    """Return whether a switch of the policy takes a serving sworn officer out of the denominator."""
    if placed.standing is Standing.LONG_ABSENT and not state.policy.switch("counting.long_absent"):
        return True
    home = state.unit(placed.home)
    return home is not None and home.traffic and not state.policy.switch("counting.traffic")


def count(state: State) -> Ledgers:
    """Count everybody once on each ledger.

    The base is everyone on the books, on every ledger, so that sending people away never
    raises a share (design 3.1).
    """
    books: dict[int, UnitCount] = defaultdict(UnitCount)
    present: dict[int, UnitCount] = defaultdict(UnitCount)
    effective: dict[int, UnitCount] = defaultdict(UnitCount)
    base = 0
    for placed in state.placed.values():
        if not placed.standing.counts:
            continue
        based = not _is_excluded(placed, state)
        base += based
        community, leader = is_community_officer(placed), placed.post is Post.LEADER
        if placed.books_unit is not None:
            _add(books[placed.books_unit], 1, community, leader, based)
        if placed.present_unit is not None:
            _add(present[placed.present_unit], 1, community, leader, based)
            _add(effective[placed.present_unit], placed.weight, community, leader, based)
    return Ledgers(
        {ledger: base * SCALE[ledger] for ledger in Ledger},
        {Ledger.BOOKS: dict(books), Ledger.PRESENT: dict(present), Ledger.EFFECTIVE: dict(effective)},
    )


def _add(unit: UnitCount, weight: int, community: bool, leader: bool, based: bool) -> None:
    unit.officers += weight
    if community:
        unit.community += weight
    if leader:
        unit.leaders += weight
    if based:
        unit.in_base += weight


def on_ledger(placed: Placed, ledger: Ledger) -> int | None:
    """Return the unit in which `ledger` counts the person, None for nowhere."""
    return placed.books_unit if ledger is Ledger.BOOKS else placed.present_unit
