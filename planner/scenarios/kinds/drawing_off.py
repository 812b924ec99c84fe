"""A secondment that a scenario begins, and the return that ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.county.belonging import about_people
from planner.county.in_force import day_before, still_open
from planner.county.records import Move, MoveKind, MoveStatus, Person, Secondment
from planner.county.state import is_away
from planner.document import Document
from planner.edits.refused import refuse
from planner.edits.secondments import add_secondment, correct_secondments
from planner.scenarios.kinds.given import begins_during, stand_on
from planner.scenarios.kinds.moving import move
from planner.scenarios.records import Change
from planner.text import Text

_AWAY = Text(
    "{name}(警号{badge})当日已被抽调借调,两次抽调借调不能重叠;请先安排返岗。",
    "{name} (badge {badge}) is seconded already on that day; two secondments cannot overlap, let the "
    "return come first.",
)
_SAME_DAY = Text(
    "{name}(警号{badge})当日返岗或交流,抽调借调请自次日起。",
    "{name} (badge {badge}) returns or is transferred on that day; begin the secondment on the day after.",
)
_LATER = Text(
    "{name}(警号{badge})自{date}起另有抽调借调,两次抽调借调不能重叠;请提前截止日期。",
    "{name} (badge {badge}) is seconded elsewhere from {date}; two secondments cannot overlap, end this one "
    "earlier.",
)


def draw_off(document: Document, change: Change, person: Person, **fields: object) -> Document:
    """Send somebody away from the date of a change; after its last day, if it has one, they are back.

    The return is a dated move, as a planned end alone brings nobody home. Where one secondment follows
    another from one day to the next, the first is ended by its record.
    """
    document = _straight_on(document, change, person)
    _refuse_overlap(document, change, person)
    after = add_secondment(
        document, person.id, from_=change.date, until=change.until, reason=change.note, **fields
    )
    if _open_on(after, person, change.date) is None:
        raise refuse(change.id, "person", _SAME_DAY.format(name=person.name, badge=person.badge_number))
    if change.until is None:
        return after
    back = change.until + timedelta(days=1)
    then, on_the_day = stand_on(after, person.id, back), _open_on(after, person, back)
    goes_on = on_the_day is not None and on_the_day.from_ == back
    if goes_on or not is_away(then, person.id):  # a day or two is too short to count away at all
        return correct_secondments(after, {max(after.county.secondments): {"returned_on": change.until}})
    placed = then.placed[person.id]
    return move(after, person.id, placed.home, placed.post, back, change.noted)


def _straight_on(document: Document, change: Change, person: Person) -> Document:
    """Return the document without a planned return on the date of a change, which would end both."""
    ended, county = day_before(change.date), document.county
    last = _open_on(document, person, ended)
    if last is None or last.until != ended:
        return document
    left = {id_: m for id_, m in county.moves.items() if not _is_plain_return(m, person, change.date)}
    if len(left) == len(county.moves):
        return document
    without = replace(document, county=replace(county, moves=left))
    return correct_secondments(without, {last.id: {"returned_on": ended}})


def _is_plain_return(move: Move, person: Person, on: date) -> bool:
    """Return whether an approved move brings somebody home on a day, to the post held."""
    whose = (move.person, move.kind, move.effective) == (person.id, MoveKind.RETURN, on)
    return whose and move.status is not MoveStatus.PROPOSED and move.to_post is move.from_post


def _refuse_overlap(document: Document, change: Change, person: Person) -> None:
    said = {"name": person.name, "badge": person.badge_number}
    if _open_on(document, person, change.date) is not None:
        raise refuse(change.id, "person", _AWAY.format(**said))
    later = [s.from_ for s in _to_come(document, change, person.id) if s.from_ is not None]
    if later:
        raise refuse(change.id, "until", _LATER.format(date=min(later), **said))


def _open_on(document: Document, person: Person, on: date) -> Secondment | None:
    """Return the secondment open on a date, of somebody on leave too."""
    return still_open(about_people(document.county, frozenset((person.id,))), on).get(person.id)


def _to_come(document: Document, change: Change, person: int) -> list[Secondment]:
    """Return the secondments of somebody that begin after the change does and before it ends."""
    return [
        s for s in document.county.secondments.values() if s.person == person and begins_during(s, change)
    ]
