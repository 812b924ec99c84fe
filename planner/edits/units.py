"""Edits of units: their names, kinds, flags and numbers; a unit goes only when nothing refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from planner.county.records import County, Unit, UnitKind
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, present, require_unique
from planner.edits.refused import refuse
from planner.text import Text

_TAKEN = Text("已有名为“{value}”的单位。", "There already is a unit called “{value}”.")
_NAMELESS = Text("单位名称不能为空。", "A unit needs a name.")
_NEGATIVE = Text("人数和工时不能为负数。", "A number of people or hours cannot be negative.")
_CROSSED = Text("最高人数不能低于最低人数。", "The maximum cannot be below the minimum.")
_NEVER_OPEN = Text("撤销日期须晚于成立日期。", "A unit cannot be closed before it has opened.")
_IN_USE = Text(
    "“{unit}”还有人员、借调或调动记录,请先将其调整到其他单位再删除。",
    "“{unit}” still has people, secondments or moves; give those another unit before removing it.",
)
_ROSTERED = Text(
    "“{unit}”还有 {n} 个月的值班考勤记录,不能删除。",
    "“{unit}” has duty or attendance records of {n} month(s) and cannot be removed.",
)
_COUNTS = ("authorised", "minimum", "maximum", "population", "duty_cover", "report_hours", "case_hours")


def correct_units(document: Document, changes: Changes) -> Document:
    """Return the document with fields of units corrected; raise RefusedError where a value cannot be.

    Report hours given by hand are what they are from now on: cuts recorded before give way.
    """
    settled = {id_: _settled(fields) for id_, fields in changes.items()}
    units = corrected(document.county.units, settled, _complaints)
    renamed = [id_ for id_, fields in changes.items() if "name" in fields]
    if renamed:
        require_unique(units, "name", renamed, _TAKEN)
    return replace(document, county=replace(document.county, units=units))


def _settled(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"report_cuts": (), **fields} if "report_hours" in fields else fields


def _complaints(unit: Unit) -> Iterable[Complaint]:
    if not unit.name:
        yield "name", _NAMELESS
    for field in _COUNTS:
        if (getattr(unit, field) or 0) < 0:
            yield field, _NEGATIVE
    if unit.minimum is not None and unit.maximum is not None and unit.maximum < unit.minimum:
        yield "maximum", _CROSSED
    if unit.opened is not None and unit.closed is not None and unit.closed <= unit.opened:
        yield "closed", _NEVER_OPEN


def add_unit(
    document: Document, name: str, kind: UnitKind, short_name: str = "", id_: int | None = None
) -> Document:
    """Return the document with a new unit at the end; a scenario gives its own ids to the units it opens."""
    county = document.county
    id_ = county.next_id() if id_ is None else id_
    units = {**county.units, id_: Unit(id_, name.strip(), short_name.strip(), kind)}
    require_unique(units, "name", [id_], _TAKEN)
    return replace(document, county=replace(county, units=units))


def remove_unit(document: Document, unit: int) -> Document:
    """Return the document without a unit that nobody belongs to, was or is to be sent to, or did duty in."""
    county = document.county
    [record] = present(county.units, [unit])
    if is_in_use(county, unit):
        raise refuse(unit, "name", _IN_USE.format(unit=record.name))
    months = sum(of == unit for of, _ in document.duty.months)
    if months:
        raise refuse(unit, "name", _ROSTERED.format(unit=record.name, n=months))
    units = {id_: u for id_, u in county.units.items() if id_ != unit}
    return replace(document, county=replace(county, units=units))


def is_in_use(county: County, unit: int) -> bool:
    """Return whether any posting, secondment or move names the unit."""
    return (
        any(p.unit == unit for p in county.postings.values())
        or any(s.to_unit == unit for s in county.secondments.values())
        or any(unit in (m.to_unit, m.from_unit) for m in county.moves.values())
    )
