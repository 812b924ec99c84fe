"""Moves that a scenario makes: proposed by the ordinary edit, and counted as approved within it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.belonging import about_people
from planner.county.in_force import day_before, still_open
from planner.county.records import Move, MoveKind, MoveStatus, Post
from planner.document import Document
from planner.edits.moves import correct_moves, propose_move
from planner.text import Text


def move(
    document: Document, person: int, to_unit: int | None, to_post: Post, on: date, note: Text
) -> Document:
    """Return the document with somebody moved from a date on; who approved it and when stays open.

    What was proposed for the person before stays proposed. A later return from what this move ends is gone:
    carried out all the same, it would give back the post held before.
    """
    after = propose_move(document, person, to_unit, to_post, on, note)
    made = after.county.moves[max(after.county.moves)]
    kept = replace(after.county, moves={**document.county.moves, made.id: made})
    moved = correct_moves(replace(after, county=kept), {made.id: {"status": MoveStatus.APPROVED}})
    left = {id_: other for id_, other in moved.county.moves.items() if not _is_moot(other, made, moved)}
    return replace(moved, county=replace(moved.county, moves=left))


def _is_moot(other: Move, made: Move, document: Document) -> bool:
    """Return whether a return of the person moved comes later, and finds nobody away."""
    if other.kind is not MoveKind.RETURN or other.person != made.person or other.effective <= made.effective:
        return False
    about = about_people(document.county, frozenset((made.person,)))
    return made.person not in still_open(about, day_before(other.effective))
