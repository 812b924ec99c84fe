"""A secondment that a scenario begins, and the return that ends it."""

from __future__ import annotations

from datetime import timedelta

from planner.county.belonging import about_people
from planner.county.in_force import carried_out, ends_secondment, open_secondments
from planner.county.records import Person, Secondment
from planner.document import Document
from planner.edits.refused import refuse
from planner.edits.secondments import add_secondment, correct_secondments
from planner.scenarios.kinds.given import begins_during, placed_on
from planner.scenarios.kinds.moving import move
from planner.scenarios.records import Change
from planner.text import Text

_AWAY = Text(
    "{name}(警号{badge})当日已被抽调借调,两次抽调借调不能重叠;请先安排返岗。",
    "{name} (badge {badge}) is seconded already on that day; two secondments cannot overlap, let the "
    "return come first.",
)
_LATER = Text(
    "{name}(警号{badge})自{date}起另有抽调借调,两次抽调借调不能重叠;请提前截止日期。",
    "{name} (badge {badge}) is seconded elsewhere from {date}; two secondments cannot overlap, end this one "
    "earlier.",
)


def draw_off(document: Document, change: Change, person: Person, **fields: object) -> Document:
    """Send somebody away from the date of a change; after its last day, if it has one, they are back.

    The return is a dated move, as a planned end alone brings nobody home.
    """
    _refuse_overlap(document, change, person)
    after = add_secondment(
        document, person.id, from_=change.date, until=change.until, reason=change.note, **fields
    )
    if change.until is None:
        return after
    back = change.until + timedelta(days=1)
    placed = placed_on(after, person.id, back)
    if placed.secondment is None or placed.working == placed.home:  # too short to count away at all
        return correct_secondments(after, {max(after.county.secondments): {"returned_on": change.until}})
    return move(after, person.id, placed.home, placed.post, back, change.note)


def _refuse_overlap(document: Document, change: Change, person: Person) -> None:
    said = {"name": person.name, "badge": person.badge_number}
    if _is_away(document, change, person.id):
        raise refuse(change.id, "person", _AWAY.format(**said))
    later = [s.from_ for s in _to_come(document, change, person.id) if s.from_ is not None]
    if later:
        raise refuse(change.id, "until", _LATER.format(date=min(later), **said))


def _is_away(document: Document, change: Change, person: int) -> bool:
    """Return whether a secondment is open on the date, of somebody on leave too, and no move has ended it."""
    about = about_people(document.county, frozenset((person,)))
    known = open_secondments(about, change.date).get(person)
    done = carried_out(about, change.date, "in_force").get(person, ())
    return known is not None and not any(ends_secondment(move, known) for move in done)


def _to_come(document: Document, change: Change, person: int) -> list[Secondment]:
    """Return the secondments of somebody that begin after the change does and before it ends."""
    return [
        s for s in document.county.secondments.values() if s.person == person and begins_during(s, change)
    ]
