"""Taking over a proposal, whole or in part, as one edit, and what a part of it would do (design 5)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from planner.audit.results import Audit
from planner.county.dated_units import county_on
from planner.county.records import County, MoveStatus
from planner.document import Document
from planner.errors import InputError
from planner.optimise.asked import in_question
from planner.optimise.proposal import Proposal, ProposedMove, with_moves
from planner.optimise.recount import after_moves
from planner.text import Text


def accept(document: Document, proposal: Proposal, chosen: Collection[int], effective: date) -> Document:
    """Return the document with the chosen people's moves recorded as proposed, effective on a date.

    Nothing changes in any ledger before they are approved. Raises InputError for somebody the
    proposal does not move, or a date before the proposal's.
    """
    known = {move.person for move in proposal.moves}
    if not set(chosen) <= known:
        raise InputError(
            Text(
                "所选人员中有人不在调整建议之内,请重新选择。",
                "Somebody chosen is not in the proposal; choose again.",
            )
        )
    if effective < proposal.date:
        raise InputError(
            Text(
                f"生效日期 {effective} 早于调整建议的日期 {proposal.date},请改为该日或以后。",
                f"The moves cannot take effect on {effective}, before the proposal's date {proposal.date}.",
            )
        )
    moves = moves_of(proposal, chosen)
    return replace(document, county=with_moves(document.county, moves, effective, MoveStatus.PROPOSED))


def moves_of(proposal: Proposal, chosen: Collection[int]) -> list[ProposedMove]:
    """Return the moves of the chosen people, in roster order."""
    return [move for move in proposal.moves if move.person in chosen]


def audit_with(proposal: Proposal, chosen: Collection[int]) -> Audit:
    """Return the county counted with the chosen people's moves carried out and no others."""
    moves = moves_of(proposal, chosen)
    return proposal.after if len(moves) == len(proposal.moves) else after_moves(proposal.before.state, moves)


def is_current(proposal: Proposal, document: Document, on: date) -> bool:
    """Return whether a proposal still speaks of a document: moves that are only proposed change nothing."""
    planned = proposal.before.state.county
    county = county_on(in_question(document.county, proposal.asked), on)
    return (
        proposal.date == on
        and proposal.policy == document.policy
        and _without_proposed(planned) == _without_proposed(county)
    )


def _without_proposed(county: County) -> County:
    kept = {id_: move for id_, move in county.moves.items() if move.status is not MoveStatus.PROPOSED}
    return replace(county, moves=kept)
