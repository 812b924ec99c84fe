"""A report that stations fill in is cancelled."""

from __future__ import annotations

from collections.abc import Sequence

from planner.county.dated_units import unit_on
from planner.county.records import ReportCut, Unit
from planner.document import Document
from planner.edits.refused import refuse
from planner.edits.units import correct_units
from planner.scenarios.kinds.given import number_of, unit_of
from planner.scenarios.records import Change
from planner.text import Text, joined, same

_NO_DATA = Text("没有登记报表工时,无法计算。", "No report hours are registered, so none can be saved.")
_FEWER = Text(
    "{units}登记的每月报表工时少于 {hours} 小时。",
    "Fewer than {hours} report hours a month are registered at {units}.",
)


def cancel_report(document: Document, change: Change) -> Document:
    """Take so many report hours a month off a unit from the date, or off every station that registers any."""
    hours, units = number_of(change), _units(document, change)
    if not units:
        raise refuse(change.id, "unit", _NO_DATA)
    fewer = [unit for unit in units if _left_at_least(unit, change) < hours]
    if fewer:
        names = joined(same(unit.name) for unit in fewer)
        raise refuse(change.id, "number", _FEWER.format(units=names, hours=hours))
    cut = ReportCut(change.date, hours)
    return correct_units(document, {unit.id: {"report_cuts": (*unit.report_cuts, cut)} for unit in units})


def _units(document: Document, change: Change) -> Sequence[Unit]:
    if change.unit is not None:
        asked = [unit_of(document, change)]
    else:
        asked = [u for u in document.county.units.values() if u.is_station and u.exists(change.date)]
    return [unit for unit in asked if unit.report_hours is not None]


def _left_at_least(unit: Unit, change: Change) -> int:
    """Return the report hours a unit has left on the date and on every later day."""
    last = max((change.date, *(cut.from_ for cut in unit.report_cuts)))
    return unit_on(unit, last).report_hours or 0
