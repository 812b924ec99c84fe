"""The units of a county on a date: those opened and not yet closed, with that day's report hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.records import County, Unit


def county_on(county: County, on: date) -> County:
    """Return the county with the units of a date; the same object where no unit is dated."""
    if not any(u.opened or u.closed or u.report_cuts for u in county.units.values()):
        return county
    units = {id_: unit_on(unit, on) for id_, unit in county.units.items() if unit.exists(on)}
    return replace(county, units=units)


def unit_on(unit: Unit, on: date) -> Unit:
    """Return a unit with the report hours of a date in place of the dated cuts."""
    if not unit.report_cuts:
        return unit
    cut = sum(c.hours for c in unit.report_cuts if c.from_ <= on)
    hours = None if unit.report_hours is None else max(0, unit.report_hours - cut)
    return replace(unit, report_hours=hours, report_cuts=())
