"""The second opinion: a plan is carried out on paper, audited, and compared with what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planner.audit.audit import audit
from planner.audit.obligations import shortage
from planner.audit.results import Audit
from planner.county.records import MoveKind, MoveStatus, Post, Sex
from planner.county.state import State, state
from planner.optimise.constraints.custody_women import women_asked
from planner.optimise.constraints.kin_avoidance import kin_faults
from planner.optimise.constraints.minimum_kept import kept_minimums
from planner.optimise.constraints.planned import is_due, level_name, planned_rules, planning_ledger
from planner.optimise.constraints.qualification import is_qualified
from planner.optimise.movable import MovableRange
from planner.optimise.proposal import ProposedMove, with_moves


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
) -> None:
    """Raise PlanError unless the recounted county bears out every level and every move was allowed."""
    faults = [*_level_faults(after, moves, levels, outside), *_move_faults(before, moves, movable, outside)]
    faults += [
        *_kept_faults(before, after),
        *_women_faults(before, after.state),
        *_outflow_faults(before, moves),
    ]
    faults += kin_faults(before, after.state, moves)
    if faults:
        raise PlanError(faults)


def _level_faults(
    after: Audit, moves: Sequence[ProposedMove], levels: Mapping[str, int], outside: bool
) -> Iterator[str]:
    counted = {level_name(rule): n for rule, n in shortages(after, outside).items()}
    counted["transfers"] = sum(m.kind is MoveKind.TRANSFER for m in moves)
    counted["post_changes"] = sum(
        m.kind is not MoveKind.TRANSFER and m.from_post is not m.to_post for m in moves
    )
    for name, n in counted.items():
        if levels.get(name, 0) != n:  # a hard rule has no level and must not be short
            yield f"{name} is {n} by recount, the plan says {levels.get(name, 0)}"


def _move_faults(
    before: State, moves: Sequence[ProposedMove], movable: MovableRange, outside: bool
) -> Iterator[str]:
    for person, times in Counter(move.person for move in moves).items():
        if times > 1:
            yield f"person {person} is in {times} moves"
    for move in moves:
        placed, target = before.placed[move.person], before.unit(move.to_unit)
        may_move, may_change = movable.is_movable(move.person), movable.may_change_post(move.person)
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


def _kept_faults(before: State, after: Audit) -> Iterator[str]:
    present = Counter(p.present_unit for p in after.state.counted() if not p.drawn_off)
    for unit, least in kept_minimums(before).items():
        if present[unit] < least:
            yield f"unit {unit} keeps {present[unit]} officers, {least} are the minimum"


def _women_faults(before: State, after: State) -> Iterator[str]:
    then, now = _women(before), _women(after)
    for unit, least in women_asked(before).items():
        if now[unit] < min(least, then[unit]):
            yield f"unit {unit} keeps {now[unit]} women officers, {min(least, then[unit])} are the minimum"


def _women(counted: State) -> Counter[int | None]:
    women = (p for p in counted.counted() if p.person.sex is Sex.FEMALE)
    return Counter(p.present_unit for p in women if not p.drawn_off)


def _outflow_faults(before: State, moves: Sequence[ProposedMove]) -> Iterator[str]:
    most = before.policy.count("planning.handover_limit")
    homes = (before.placed[move.person].home for move in moves if move.kind is MoveKind.TRANSFER)
    for unit, n in Counter(homes).items():
        if most and n > most:
            yield f"unit {unit} hands over {n} officers, {most} are the limit"
