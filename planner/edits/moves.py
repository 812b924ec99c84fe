"""Edits of moves: proposed, approved, ordered, reported, and taken back a step at a time (design 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.belonging import about_people
from planner.county.records import Move, MoveKind, MoveStatus, Post
from planner.county.state import State, is_away, state
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, out_of_order, present
from planner.edits.refused import RefusedError, refuse
from planner.text import Text

_NO_CHANGE = Text("单位和岗位都没有变化。", "Neither unit nor post would change.")
_NO_UNIT = Text("没有这个单位。", "There is no such unit.")
_NOT_THERE = Text(
    "只有{wanted}的调整可以登记为“{status}”。", "Only a move that is {wanted} can become {status}."
)
_NUMBER = Text("请填写发文字号。", "Give the number of the order.")
_REPORTED_EARLY = Text("到岗日期不能早于批准日期。", "Nobody reports before the move is approved.")
_STATUS_NAMES = {
    MoveStatus.PROPOSED: Text("拟议", "proposed"),
    MoveStatus.APPROVED: Text("已通过", "approved"),
    MoveStatus.ORDERED: Text("已发文", "ordered"),
    MoveStatus.REPORTED: Text("已到岗", "reported"),
}
_BEFORE = {
    MoveStatus.APPROVED: (MoveStatus.PROPOSED,),
    MoveStatus.ORDERED: (MoveStatus.APPROVED,),
    MoveStatus.REPORTED: (MoveStatus.APPROVED, MoveStatus.ORDERED),
}


def propose_move(
    document: Document,
    person: int,
    to_unit: int | None,
    to_post: Post,
    effective: date,
    reason: Text | None = None,
) -> Document:
    """Return the document with a proposed move from a date; an earlier proposal for the person gives way.

    To another unit it is a transfer; home from a secondment a return; else a post change. Nothing
    changes in any ledger before it is approved.
    """
    county = document.county
    present(county.people, [person])
    if to_unit is not None and to_unit not in county.units:
        raise refuse(person, "to_unit", _NO_UNIT)
    alone = about_people(county, frozenset((person,)))
    then = state(alone, effective, document.policy)
    placed = then.placed[person]
    if to_unit == placed.home and to_post is placed.post and not is_away(then, person):
        raise refuse(person, "to_unit", _NO_CHANGE)
    why = reason or Text("", "")
    move = Move(
        id=county.next_id(),
        person=person,
        kind=_kind(then, person, to_unit),
        effective=effective,
        to_unit=to_unit,
        to_post=to_post,
        from_unit=placed.working,
        from_post=placed.post,
        reason_zh=why.zh,
        reason_en=why.en,
    )
    others = {
        id_: m for id_, m in county.moves.items() if m.person != person or m.status is not MoveStatus.PROPOSED
    }
    return replace(document, county=replace(county, moves={**others, move.id: move}))


def _kind(then: State, person: int, to_unit: int | None) -> MoveKind:
    if to_unit != then.placed[person].home:
        return MoveKind.TRANSFER
    return MoveKind.RETURN if is_away(then, person) else MoveKind.POST_CHANGE


def correct_moves(document: Document, changes: Changes) -> Document:
    """Return the document with fields of moves corrected, such as the effective date or the reason."""
    moves = corrected(document.county.moves, changes, _complaints)
    return replace(document, county=replace(document.county, moves=moves))


def _complaints(move: Move) -> Iterable[Complaint]:
    if out_of_order(move.approved_on, move.reported_on):
        yield "reported_on", _REPORTED_EARLY


def approve(document: Document, moves: Collection[int], approved_on: date) -> Document:
    """Return the document with proposed moves approved; they count from their effective dates."""
    return _advance(document, moves, MoveStatus.APPROVED, approved_on=approved_on)


def order(document: Document, moves: Collection[int], number: str) -> Document:
    """Return the document with approved moves ordered in writing, under a number."""
    if not number.strip():
        raise refuse(next(iter(moves), 0), "order_number", _NUMBER)
    return _advance(document, moves, MoveStatus.ORDERED, order_number=number.strip())


def report(document: Document, moves: Collection[int], reported_on: date) -> Document:
    """Return the document with the arrival at the new post registered."""
    return _advance(document, moves, MoveStatus.REPORTED, reported_on=reported_on)


def _advance(document: Document, moves: Collection[int], status: MoveStatus, **fields: Any) -> Document:
    wanted = _BEFORE[status]
    reasons = {
        (move.id, "status"): _NOT_THERE.format(wanted=_STATUS_NAMES[wanted[-1]], status=_STATUS_NAMES[status])
        for move in present(document.county.moves, moves)
        if move.status not in wanted
    }
    if reasons:
        raise RefusedError(reasons)
    return correct_moves(document, {id_: {"status": status, **fields} for id_ in moves})


def take_back(document: Document, moves: Collection[int]) -> Document:
    """Return the document with moves one step back; one that was only proposed is withdrawn."""
    kept = dict(document.county.moves)
    for move in present(document.county.moves, moves):
        match move.status:
            case MoveStatus.PROPOSED:
                del kept[move.id]
            case MoveStatus.APPROVED:
                kept[move.id] = replace(move, status=MoveStatus.PROPOSED, approved_on=None)
            case MoveStatus.ORDERED:
                kept[move.id] = replace(move, status=MoveStatus.APPROVED, order_number="")
            case MoveStatus.REPORTED:
                before = MoveStatus.ORDERED if move.order_number else MoveStatus.APPROVED
                kept[move.id] = replace(move, status=before, reported_on=None)
    return replace(document, county=replace(document.county, moves=kept))
