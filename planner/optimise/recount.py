"""The second opinion: a plan is carried out on paper, audited, and compared with what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planner.audit.audit import audit
from planner.audit.obligations import shortage
from planner.audit.results import Audit
from planner.county.records import MoveKind, MoveStatus, Post
from planner.county.state import State, state
from planner.optimise.constraints.kin_avoidance import kin_faults
from planner.optimise.constraints.planned import is_due, level_name, planned_rules, planning_ledger
from planner.optimise.constraints.qualification import is_qualified
from planner.optimise.hardship import post_change_hardship, transfer_hardship, travel_hardship
from planner.optimise.movable import Bar, MovableRange
from planner.optimise.proposal import ProposedMove, with_moves
from planner.optimise.recounted_bounds import bound_faults

NO_CAPS: Mapping[str, int] = {}


class PlanError(RuntimeError):
    """A plan does not survive its recount; it is withheld, and `faults` says all that is wrong."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault, and show them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def after_moves(before: State, moves: Sequence[ProposedMove]) -> Audit:
    """Return the audit of the county once the moves are approved and in effect on the state's date."""
    county = with_moves(before.county, moves, before.date, MoveStatus.APPROVED)
    return audit(state(county, before.date, before.policy, "all_approved"))


def shortages(audited: Audit, outside: bool = False) -> dict[str, int]:
    """Return by planning rule how many people are short, as the plan's levels count them.

    Draw-offs count where they are within the bureau's power, with `outside` all of them.
    """
    found = dict.fromkeys(planned_rules(audited.state), 0)
    ledger = planning_ledger(audited.state)
    for target in audited.targets:
        per_unit = target.unit is not None or target.rule == "station_share"
        if target.ledger is ledger and target.rule in found and per_unit:
            found[target.rule] += target.shortfall
    if "secondment" in found:
        placed = audited.state.placed.values()
        found["secondment"] = sum(is_due(p, audited.state, outside) for p in placed)
    if "field_time" in found:
        found["field_time"] = shortage(audited.state)
    return found


def verify(
    before: State,
    after: Audit,
    moves: Sequence[ProposedMove],
    levels: Mapping[str, int],
    movable: MovableRange,
    outside: bool = False,
    caps: Mapping[str, int] = NO_CAPS,
) -> None:
    """Raise PlanError unless the recounted county bears out every level, and keeps every bound and cap."""
    faults = [
        *_level_faults(before, after, moves, levels, outside),
        *(f"{name} is over its cap of {most}" for name, most in caps.items() if levels.get(name, 0) > most),
        *_move_faults(before, moves, movable, outside),
        *bound_faults(before, after.state, moves, outside),
        *kin_faults(before, after.state, moves),
    ]
    if faults:
        raise PlanError(faults)


def _level_faults(
    before: State, after: Audit, moves: Sequence[ProposedMove], levels: Mapping[str, int], outside: bool
) -> Iterator[str]:
    counted = {level_name(rule): n for rule, n in shortages(after, outside).items()}
    counted["transfers"] = sum(m.kind is MoveKind.TRANSFER for m in moves)
    counted["post_changes"] = sum(
        m.kind is not MoveKind.TRANSFER and m.from_post is not m.to_post for m in moves
    )
    counted["hardship"] = sum(_hardship(move, before) for move in moves)
    for name, n in counted.items():
        if levels.get(name, 0) != n:  # a hard rule has no level and must not be short
            yield f"{name} is {n} by recount, the plan says {levels.get(name, 0)}"


def _hardship(move: ProposedMove, before: State) -> int:
    placed, units = before.placed[move.person], before.county.units
    if move.kind is MoveKind.TRANSFER:
        way = travel_hardship(units[placed.home or 0], units[move.to_unit], before)
        return transfer_hardship(placed, before) + way
    return post_change_hardship(placed, before) if move.from_post is not move.to_post else 0


def _move_faults(
    before: State, moves: Sequence[ProposedMove], movable: MovableRange, outside: bool
) -> Iterator[str]:
    for person, times in Counter(move.person for move in moves).items():
        if times > 1:
            yield f"person {person} is in {times} moves"
    for move in moves:
        placed, target = before.placed[move.person], before.unit(move.to_unit)
        may_move, may_change = movable.is_movable(move.person), movable.may_change_post(move.person)
        if movable.bars.get(move.person) is Bar.STAYING:
            yield f"person {move.person} was asked to stay"
        if target is None or not target.is_station:
            yield f"person {move.person} is sent to unit {move.to_unit}, which is no station"
        if move.kind is not MoveKind.RETURN and not (
            may_move if move.kind is MoveKind.TRANSFER else may_change
        ):
            yield f"person {move.person} is outside the movable range"
        if move.to_post is not placed.post and (not may_change or move.to_post is Post.LEADER):
            yield f"person {move.person} may not take the post {move.to_post}"
        elif move.to_post is not placed.post and not is_qualified(placed, move.to_post, before):
            yield f"person {move.person} lacks the qualification for the post {move.to_post}"
        if move.kind is MoveKind.RETURN and not (
            is_due(placed, before, outside) and move.to_unit == placed.home
        ):
            yield f"person {move.person} is not due to return to unit {move.to_unit}"
