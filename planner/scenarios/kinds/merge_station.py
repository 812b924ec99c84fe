"""A station becomes part of another one."""

from __future__ import annotations

from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.closing import closed_into, station_of
from planner.scenarios.kinds.given import unit_of
from planner.scenarios.records import Change
from planner.text import Text

_ITSELF = Text("“{unit}”不能并入自身,请选择另一个派出所。", "“{unit}” cannot be merged into itself.")
_NO_STATION = Text("“{unit}”不是本局派出所,不能并入。", "“{unit}” is no station of the bureau to merge into.")


def merge_station(document: Document, change: Change) -> Document:
    """Close a station on the date; its people, beats and borrowed officers go on in the other station."""
    station, into = station_of(document, change), unit_of(document, change, "into")
    if into.id == station.id:
        raise refuse(change.id, "into", _ITSELF.format(unit=station.name))
    if not into.is_station:
        raise refuse(change.id, "into", _NO_STATION.format(unit=into.name))
    return closed_into(document, change, station, into)
