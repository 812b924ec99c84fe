"""The moves that keep lines from breaking, as changes of a scenario, each on its day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.scenarios.records import CHANGE_OF_MOVE, Change, ChangeKind

if TYPE_CHECKING:  # it brings the solvers with it
    from datetime import date

    from planner.forecast.preventing import Prevention
    from planner.optimise.proposal import ProposedMove


def prevention_changes(ways: Iterable[Prevention]) -> list[Change]:
    """Return the moves of some preventions, with their reasons as notes."""
    return [
        _change(move, way.date)
        for way in ways
        if way.repair is not None
        for move in way.repair.proposal.moves
    ]


def _change(move: ProposedMove, on: date) -> Change:
    kind = CHANGE_OF_MOVE[move.kind]
    unit = move.to_unit if kind is ChangeKind.TRANSFER else None
    post, why = move.to_post, move.reason
    return Change(0, kind, on, person=move.person, unit=unit, post=post, note=why.zh, note_en=why.en)
