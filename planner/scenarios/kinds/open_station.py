"""A station is opened."""

from __future__ import annotations

from planner.county.records import UnitKind
from planner.document import Document
from planner.edits.units import add_unit, correct_units
from planner.scenarios.records import Change, unit_opened_by


def open_station(document: Document, change: Change) -> Document:
    """Open a station of the given name on the date; the number is that of its authorised posts.

    Its people come by transfers of their own.
    """
    id_ = unit_opened_by(change.id)
    after = add_unit(document, change.name, UnitKind.STATION, id_=id_)
    return correct_units(after, {id_: {"opened": change.date, "authorised": change.number}})
