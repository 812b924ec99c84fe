"""What of a county's records is in force on a date: postings, secondments, absences, moves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from planner.county.records import Absence, County, Move, MoveKind, MoveStatus, Posting, Secondment

MoveScope = Literal["in_force", "all_approved", "all"]


def ends_secondment(move: Move, secondment: Secondment) -> bool:
    """Return whether a move ends a secondment: a return or transfer ends whatever began before it."""
    began = secondment.from_
    return move.kind is not MoveKind.POST_CHANGE and (began is None or began <= move.effective)


def supersedes(posting: Posting, move: Move) -> bool:
    """Return whether a posting already carries a move: it begins, or was recorded, later."""
    if posting.from_ is None:
        return False
    return posting.from_ > move.effective or (posting.from_ == move.effective and posting.id > move.id)


def moved_posting(move: Move, posting: Posting | None) -> Posting:
    """Return the posting a person has once `move` is carried out."""
    if posting is None:
        return Posting(move.id, move.person, move.to_unit, move.to_post, from_=move.effective)
    if move.to_post is not posting.post:
        posting = replace(
            posting, post=move.to_post, post_words="", dedicated=None, in_position_since=move.effective
        )
    if move.kind is MoveKind.TRANSFER and move.to_unit != posting.unit:
        posting = replace(
            posting,
            unit=move.to_unit,
            dedicated=None,
            beat="",
            position="",
            from_=move.effective,
            in_unit_since=move.effective,
        )
    return posting


def latest_postings(county: County, on: date) -> dict[int, Posting]:
    """Return the posting in force per person; where two overlap, the one begun last."""
    latest: dict[int, Posting] = {}
    for posting in county.postings.values():
        if (posting.from_ is not None and posting.from_ > on) or (posting.until and posting.until < on):
            continue
        known = latest.get(posting.person)
        if known is None or (posting.from_ or date.min) >= (known.from_ or date.min):
            latest[posting.person] = posting
    return latest


def open_secondments(county: County, on: date) -> dict[int, Secondment]:
    """Return the secondment in force per person; where two overlap, the one begun last."""
    found: dict[int, Secondment] = {}
    for s in county.secondments.values():
        if (s.from_ and s.from_ > on) or (s.returned_on and s.returned_on < on):
            continue
        known = found.get(s.person)
        if known is None or (s.from_ or date.min) >= (known.from_ or date.min):
            found[s.person] = s
    return found


def still_open(county: County, on: date) -> dict[int, Secondment]:
    """Return the secondment in force per person that no move carried out has ended, of those on leave too."""
    done = carried_out(county, on, "in_force")
    return {
        person: secondment
        for person, secondment in open_secondments(county, on).items()
        if not any(ends_secondment(move, secondment) for move in done.get(person, ()))
    }


def open_absences(county: County, on: date) -> dict[int, list[Absence]]:
    """Return the absences in force per person, in the order of the county."""
    found: dict[int, list[Absence]] = defaultdict(list)
    for a in county.absences.values():
        if (a.from_ is None or a.from_ <= on) and (a.until is None or a.until >= on):
            found[a.person].append(a)
    return found


def carried_out(county: County, on: date, scope: MoveScope) -> dict[int, list[Move]]:
    """Return the moves that `scope` carries out per person, oldest first."""
    done: dict[int, list[Move]] = defaultdict(list)
    for move in county.moves.values():
        approved = move.status is not MoveStatus.PROPOSED
        if scope == "all" or (approved and (scope == "all_approved" or move.effective <= on)):
            done[move.person].append(move)
    for of_one in done.values():
        of_one.sort(key=lambda m: (m.effective, m.id))
    return done


def day_before(day: date) -> date:
    """Return the day before, for records that end where another begins."""
    return day - timedelta(days=1)
