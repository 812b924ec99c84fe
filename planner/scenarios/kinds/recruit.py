"""New officers join the police."""

from __future__ import annotations

from planner.county.records import Post
from planner.document import Document
from planner.edits.people import add_recruits
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import number_of, unit_of
from planner.scenarios.records import MOST_RECRUITS, Change, person_joined_by
from planner.text import Text

_ONE = Text("写明姓名的新警只能是一人。", "A recruit with a name is one person.")
_TOO_MANY = Text(
    "一项变动最多 {most} 名新警,请分成几项。",
    "One change brings at most {most} recruits; make several of it.",
)
_NAMELESS = "新警{n}"


def recruit(document: Document, change: Change) -> Document:
    """Add probationers at a unit from the date: so many, or the one named."""
    unit, name = unit_of(document, change), change.name.strip()
    if name and change.number not in (None, 1):
        raise refuse(change.id, "number", _ONE)
    names = [name] if name else [_NAMELESS.format(n=n) for n in range(1, _how_many(change) + 1)]
    joining = {person_joined_by(change.id, place): name for place, name in enumerate(names, 1)}
    said = {"made_up_name": not name, "remarks": change.note}
    return add_recruits(document, joining, unit.id, change.date, change.post or Post.OTHER, **said)


def _how_many(change: Change) -> int:
    number = number_of(change)
    if number > MOST_RECRUITS:
        raise refuse(change.id, "number", _TOO_MANY.format(most=MOST_RECRUITS))
    return number
