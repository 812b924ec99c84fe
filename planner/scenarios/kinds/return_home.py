"""A drawn-off officer comes home."""

from __future__ import annotations

from planner.county.state import is_away
from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import person_of, stand_on
from planner.scenarios.kinds.moving import move
from planner.scenarios.records import Change
from planner.text import Text

_HERE = Text(
    "{name}(警号{badge})当日没有抽调借调,无需返岗。",
    "{name} (badge {badge}) is not away on that day; there is nothing to return from.",
)


def return_home(document: Document, change: Change) -> Document:
    """Bring an officer home from the date, in the post given or the one held."""
    person = person_of(document, change)
    then = stand_on(document, person.id, change.date)
    placed = then.placed[person.id]
    if not is_away(then, person.id):
        raise refuse(change.id, "person", _HERE.format(name=person.name, badge=person.badge_number))
    return move(document, person.id, placed.home, change.post or placed.post, change.date, change.noted)
