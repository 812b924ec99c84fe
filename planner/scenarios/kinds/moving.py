"""Moves that a scenario makes: proposed by the ordinary edit, and counted as approved within it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.records import MoveStatus, Post
from planner.document import Document
from planner.edits.moves import correct_moves, propose_move
from planner.text import same


def move(
    document: Document, person: int, to_unit: int | None, to_post: Post, on: date, note: str = ""
) -> Document:
    """Return the document with somebody moved from a date on; who approved it and when stays open.

    What was proposed for the person before stays proposed.
    """
    after = propose_move(document, person, to_unit, to_post, on, same(note))
    made = after.county.moves[max(after.county.moves)]
    kept = replace(after.county, moves={**document.county.moves, made.id: made})
    return correct_moves(replace(after, county=kept), {made.id: {"status": MoveStatus.APPROVED}})
