"""An officer goes to another unit."""

from __future__ import annotations

from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import person_of, placed_on, unit_of
from planner.scenarios.kinds.moving import move
from planner.scenarios.records import Change
from planner.text import Text

_THERE = Text("{name}当日已是“{unit}”的人员。", "{name} already belongs to “{unit}” on that day.")


def transfer(document: Document, change: Change) -> Document:
    """Move an officer to another unit from the date, in the post given or the one held."""
    person, unit = person_of(document, change), unit_of(document, change)
    placed = placed_on(document, person.id, change.date)
    if placed.home == unit.id:
        raise refuse(change.id, "unit", _THERE.format(name=person.name, unit=unit.name))
    return move(document, person.id, unit.id, change.post or placed.post, change.date, change.noted)
