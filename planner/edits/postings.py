"""Edits of postings: a correction of the roster changes the posting in force on the date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.in_force import carried_out, day_before, latest_postings, moved_posting, supersedes
from planner.county.records import County, Move, Posting
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, present
from planner.edits.refused import RefusedError
from planner.text import Text

_NO_UNIT = Text("没有这个单位,请先在“单位”页新增。", "There is no such unit; add it on the Units page first.")


def correct_postings(document: Document, changes: Changes, on: date) -> Document:
    """Return the document with the posting in force on `on` corrected, for each person of `changes`.

    A move already carried out by then is first written down as a posting from its day, so that
    what was before it stays. Raises RefusedError, by person, where a value cannot be.
    """
    county = document.county
    present(county.people, changes)
    _require_units(county, changes)
    latest, moves = latest_postings(county, on), carried_out(county, on, "in_force")
    postings = dict(county.postings)
    next_id = county.next_id()
    of_posting: dict[int, dict[str, Any]] = {}
    for person, fields in changes.items():
        posting, next_id = _as_moved(postings, latest.get(person), moves.get(person, ()), next_id)
        if posting is None:
            posting = postings[next_id] = Posting(next_id, person, None)
            next_id += 1
        of_posting[posting.id] = _settled(posting, fields)
    made = corrected(postings, of_posting, _complaints)
    return replace(document, county=replace(county, postings=made))


def _as_moved(
    postings: dict[int, Posting], posting: Posting | None, moves: Iterable[Move], next_id: int
) -> tuple[Posting | None, int]:
    """Write down the moves that a posting does not carry yet; return the last one's, and the next id."""
    not_carried = [move for move in moves if posting is None or not supersedes(posting, move)]
    for id_, move in enumerate(not_carried, next_id):
        posting = _written_down(postings, posting, move, id_)
    return posting, next_id + len(not_carried)


def _written_down(postings: dict[int, Posting], before: Posting | None, move: Move, id_: int) -> Posting:
    """Add to `postings` the posting a carried-out move made, and end the one before it."""
    after = replace(moved_posting(move, before), id=id_, from_=move.effective)
    if before is not None:
        if before.from_ is not None and before.from_ >= move.effective:
            del postings[before.id]
        else:
            postings[before.id] = replace(before, until=day_before(move.effective))
    postings[id_] = after
    return after


def _settled(posting: Posting, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Another post no longer goes by the roster's own words for the old one."""
    if "post" in fields and fields["post"] is not posting.post:
        return {**fields, "post_words": ""}
    return dict(fields)


def _require_units(county: County, changes: Changes) -> None:
    unknown = {
        (person, "unit"): _NO_UNIT
        for person, fields in changes.items()
        if fields.get("unit") is not None and fields["unit"] not in county.units
    }
    if unknown:
        raise RefusedError(unknown)


def _complaints(_: Posting) -> Iterable[Complaint]:
    return ()


def correct_home_unit(document: Document, people: Collection[int], unit: int, on: date) -> Document:
    """Return the document with these people's home unit corrected, as when they are dragged onto a unit."""
    return correct_postings(document, {person: {"unit": unit} for person in people}, on)


def post_from(document: Document, people: Collection[int], unit: int, from_: date) -> Document:
    """Return the document with these people's home in another unit from a day on, as when units merge.

    Post, beat and secondment stay what they are; a transfer would end them.
    """
    county = document.county
    present(county.people, people)
    _require_units(county, {person: {"unit": unit} for person in people})
    latest, moves = latest_postings(county, from_), carried_out(county, from_, "in_force")
    postings, next_id = dict(county.postings), county.next_id()
    for person in people:
        before, next_id = _as_moved(postings, latest.get(person), moves.get(person, ()), next_id)
        before = before or Posting(next_id, person, None)
        if before.id in postings:
            postings[before.id] = replace(before, until=day_before(from_))
        postings[next_id] = replace(before, id=next_id, unit=unit, from_=from_, in_unit_since=from_)
        next_id += 1
    return replace(document, county=replace(county, postings=postings))
