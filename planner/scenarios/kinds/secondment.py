"""An officer is drawn off to another unit, or to one outside the bureau."""

from __future__ import annotations

from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.drawing_off import draw_off
from planner.scenarios.kinds.given import in_order, person_of, placed_on, unit_of
from planner.scenarios.records import Change
from planner.text import Text

_HOME = Text("借调单位不能是{name}的编制单位。", "{name} cannot be seconded to the home unit.")


def secondment(document: Document, change: Change) -> Document:
    """Draw an officer off from the date to a unit, or to the one named outside; home after the last day."""
    person = person_of(document, change)
    in_order(change)
    if change.unit is None:
        return draw_off(document, change, person, to_outside=change.name.strip())
    unit = unit_of(document, change)
    if placed_on(document, person.id, change.date).home == unit.id:
        raise refuse(change.id, "unit", _HOME.format(name=person.name))
    return draw_off(document, change, person, to_unit=unit.id)
