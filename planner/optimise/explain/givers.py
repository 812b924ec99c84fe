"""What the headquarters units have, must keep and can give to the stations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.audit.results import Audit
from planner.county.records import MoveKind
from planner.optimise.constraints.minimum_kept import kept_minimums
from planner.optimise.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Givers:
    """Headquarters units with somebody present, those that could give more first."""

    units: tuple[int, ...]
    present_by: Mapping[int, int]  # without those drawn off to them
    kept_by: Mapping[int, int]
    movable_by: Mapping[int, int]
    gave_by: Mapping[int, int]

    @property
    def present(self) -> int:
        """Officers present, all units together."""
        return sum(self.present_by[u] for u in self.units)

    @property
    def kept(self) -> int:
        """What they must keep together."""
        return sum(self.kept_by[u] for u in self.units)

    @property
    def movable(self) -> int:
        """How many of them may be moved."""
        return sum(self.movable_by[u] for u in self.units)

    @property
    def gave(self) -> int:
        """How many the plan takes."""
        return sum(self.gave_by[u] for u in self.units)

    @property
    def can(self) -> int:
        """How many they can give: movable, and beyond what must be kept."""
        return sum(max(0, min(self.movable_by[u], self.present_by[u] - self.kept_by[u])) for u in self.units)

    def lowered(self, short: int) -> dict[int, int]:
        """Return by unit how far its minimum kept is to be lowered so that so many more can go.

        Those with the highest minimum first, so that no small unit is emptied; fewer where no more can go.
        """
        room = {u: self.movable_by[u] - max(0, self.present_by[u] - self.kept_by[u]) for u in self.units}
        found: dict[int, int] = {}
        for unit in sorted(self.units, key=lambda u: (-self.kept_by[u], u)):
            n = min(short - sum(found.values()), room[unit], self.kept_by[unit])
            if n > 0:
                found[unit] = n
        return found


def givers(before: Audit, proposal: Proposal) -> Givers:
    """Return what headquarters units have, keep and give in a plan."""
    state = before.state
    present = Counter(p.present_unit for p in state.counted() if not p.drawn_off)
    movable = Counter(
        p.home
        for p in state.counted()
        if p.present_unit == p.home and proposal.movable.is_movable(p.person.id)
    )
    transferred = (m.person for m in proposal.moves if m.kind is MoveKind.TRANSFER)
    gave = Counter(state.placed[person].home for person in transferred)  # the borrowed are their stations'
    kept = kept_minimums(state)
    units = [u for u in kept if present[u]]
    return Givers(
        tuple(units),
        {u: present[u] for u in units},
        {u: kept[u] for u in units},
        {u: movable[u] for u in units},
        {u: gave[u] for u in units},
    )
