"""Nobody is transferred beside a relative (任职回避, 公务员法 Art. 74)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from models.allocation.requirements import Apart
from planner.county.records import MoveKind
from planner.county.state import Placed, State
from planner.optimise.movable import MovableRange
from planner.optimise.proposal import ProposedMove


def kin_avoidance(state: State, movable: MovableRange) -> Apart:
    """Return the bound that no transfer brings together two relatives who may both be moved."""
    pairs = {pair for pair in _pairs(state) if all(map(movable.is_movable, pair))}
    return Apart(frozenset(pairs))


def closed_by_kin(state: State, movable: MovableRange) -> Mapping[int, frozenset[int]]:
    """Return by movable officer the stations where a relative works or belongs who may not be moved.

    A relative who is away from the home station holds a post there all the same, and comes back to it.
    """
    closed = defaultdict[int, set[int]](set)
    stations = {unit.id for unit in state.stations()}
    for pair in _pairs(state):
        for person, relative in (pair, pair[::-1]):
            if movable.is_movable(person) and not movable.is_movable(relative):
                there = state.placed[relative]
                closed[person] |= stations & {there.present_unit, there.home}
    return {person: frozenset(units) for person, units in closed.items() if units}


def kin_faults(before: State, after: State, moves: Sequence[ProposedMove]) -> Iterator[str]:
    """Yield whoever ends beside a relative by a transfer: the recount of both functions above."""
    transferred = {move.person for move in moves if move.kind is MoveKind.TRANSFER}
    for pair in _pairs(before):
        one, other = (_unit(after.placed[id_]) for id_ in pair)
        if one is not None and one == other and not transferred.isdisjoint(pair):
            yield f"persons {pair[0]} and {pair[1]} are related and brought together in unit {one}"


def _pairs(state: State) -> set[tuple[int, int]]:
    """Return the related officers on the bureau's books, each pair once; none where the rule is off."""
    if not state.county.relations or not state.policy.is_on("kin_avoidance"):
        return set()
    counted = {person for person, placed in state.placed.items() if placed.standing.counts}
    pairs = ((r.person, r.relative) for r in state.county.relations.values())
    return {(min(p), max(p)) for p in pairs if counted.issuperset(p)}


def _unit(placed: Placed) -> int | None:
    """Return where somebody is, the home unit of those who are nowhere in the bureau."""
    return placed.home if placed.present_unit is None else placed.present_unit
