"""A station is closed."""

from __future__ import annotations

from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.closing import closed_into, station_of
from planner.scenarios.kinds.given import unit_of
from planner.scenarios.records import Change
from planner.text import Text

_ITSELF = Text("撤销“{unit}”后,人员不能仍去该所。", "Once “{unit}” is closed nobody can go on there.")


def close_station(document: Document, change: Change) -> Document:
    """Close a station on the date; its people go to the unit named, which an empty station does not need."""
    station = station_of(document, change)
    into = unit_of(document, change, "into") if change.into is not None else None
    if into is not None and into.id == station.id:
        raise refuse(change.id, "into", _ITSELF.format(unit=station.name))
    return closed_into(document, change, station, into)
