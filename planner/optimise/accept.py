"""Taking over a proposal, whole or in part, as one edit (design 5)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from planner.county.records import MoveStatus
from planner.document import Document
from planner.errors import InputError
from planner.optimise.proposal import Proposal, with_moves
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
    moves = [move for move in proposal.moves if move.person in chosen]
    return replace(document, county=with_moves(document.county, moves, effective, MoveStatus.PROPOSED))
