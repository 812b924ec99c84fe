"""Numbers of the sheet of units that cannot hold beside each other, or beside the roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planner.county.records import Serving, Unit
from planner.files.columns import Reading
from planner.files.issues import IssueKind
from planner.files.roster import RosterPeople
from planner.files.units_sheet import StatedUnits
from planner.text import Text

_CROSSED = Text(
    "“{unit}”最低人数 {minimum} 人高于最高人数 {maximum} 人,两者不能同时满足,请改正其中一个。",
    "“{unit}” has a minimum of {minimum} above its maximum of {maximum}; they cannot both hold, correct one.",
)
_ABOVE = Text(
    "“{unit}”最低保留人数 {minimum} 人高于名册上的 {officers} 名民警,调整时按现有人数保留;请核对。",
    "“{unit}” must keep {minimum} officers but has {officers} on the roster; a plan keeps those it has."
    " Please check.",
)


def list_contradictions(
    units: Iterable[Unit], stated: StatedUnits, roster: RosterPeople, reading: Reading
) -> None:
    """Note every stated minimum above the unit's maximum, or above a headquarters unit's officers."""
    table = stated.table
    if table is None:
        return
    sworn = (p.id for p in roster.people.values() if p.category.is_sworn and p.serving is Serving.SERVING)
    officers = Counter(roster.homes.get(id_) for id_ in sworn)
    for unit in units:
        place = unit.id - 1
        if place not in stated.rows or unit.minimum is None:
            continue
        row, heading = stated.rows[place], table.heading("minimum")
        if unit.maximum is not None and unit.minimum > unit.maximum:
            message = _CROSSED.format(unit=unit.name, minimum=unit.minimum, maximum=unit.maximum)
            reading.complaints.add(IssueKind.CONTRADICTION, message, table.name, row, heading)
        if unit.ours and not unit.is_station and unit.minimum > officers[place]:
            message = _ABOVE.format(unit=unit.name, minimum=unit.minimum, officers=officers[place])
            reading.complaints.add(IssueKind.CONTRADICTION, message, table.name, row, heading)
