"""New officers join the police."""

from __future__ import annotations

from planner.county.records import Post
from planner.document import Document
from planner.edits.people import add_recruits
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import number_of, unit_of
from planner.scenarios.records import Change
from planner.text import Text

_ONE = Text("写明姓名的新警只能是一人。", "A recruit with a name is one person.")
_NAMELESS = "新警{n}"


def recruit(document: Document, change: Change) -> Document:
    """Add probationers at a unit from the date: so many, or the one named."""
    unit, name = unit_of(document, change), change.name.strip()
    if name and change.number not in (None, 1):
        raise refuse(change.id, "number", _ONE)
    names = [name] if name else [_NAMELESS.format(n=n) for n in range(1, number_of(change) + 1)]
    said = {"made_up_name": not name, "remarks": change.note}
    return add_recruits(document, names, unit.id, change.date, change.post or Post.OTHER, **said)
