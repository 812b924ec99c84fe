"""An officer takes another post in the home unit."""

from __future__ import annotations

from planner.county.state import is_away
from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import person_of, stand_on
from planner.scenarios.kinds.moving import move
from planner.scenarios.records import Change
from planner.text import Text

_NO_POST = Text("请选择岗位。", "Choose the post.")
_AWAY = Text(
    "{name}当日不在编制单位工作,岗位调整前请先安排返岗。",
    "{name} works away from the home unit on that day; let the return come first.",
)


def post_change(document: Document, change: Change) -> Document:
    """Give an officer another post at home from the date."""
    person = person_of(document, change)
    if change.post is None:
        raise refuse(change.id, "post", _NO_POST)
    then = stand_on(document, person.id, change.date)
    placed = then.placed[person.id]
    if is_away(then, person.id):
        raise refuse(change.id, "person", _AWAY.format(name=person.name))
    return move(document, person.id, placed.home, change.post, change.date, change.noted)
