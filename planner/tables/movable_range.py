"""The movable range unit by unit, with the reasons against, as it is shown before anything is solved."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from planner.county.records import County, Unit
from planner.county.state import state
from planner.document import Document
from planner.optimise.movable import Bar, MovableRange, UnitRange, movable_range
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, number, told
from planner.text import Text, same

_NO_UNIT = Text("(单位空白)", "(no unit given)")
_PART = Text("{name} {n} 人:可调 {movable} 人", "{name} {n}: {movable} movable")
_NOBODY = Text("没有可调整的人员:{reasons}。", "Nobody may be moved: {reasons}.")
_NO_OFFICERS = Text("名册中没有在编民警。", "The roster has no sworn officers on the books.")
HEADQUARTERS, STATIONS = Text("机关", "Headquarters"), Text("派出所", "Stations")


class RangeRow(NamedTuple):
    """One unit's range; the unit is None for officers whose unit is blank."""

    range: UnitRange
    unit: Unit | None

    @property
    def id(self) -> int:
        """The unit's id, 0 for none."""
        return self.unit.id if self.unit else 0

    @property
    def name(self) -> Text:
        """The unit's name."""
        return same(self.unit.name) if self.unit else _NO_UNIT

    @property
    def is_station(self) -> bool:
        """Whether it is a police station."""
        return self.unit is not None and self.unit.is_station


def movable_on(document: Document, on: date) -> MovableRange:
    """Return who a plan made on a date may move: with all approved moves carried out, as it counts."""
    return movable_range(state(document.county, on, document.policy, "all_approved"))


def range_rows(movable: MovableRange, county: County) -> list[RangeRow]:
    """Return the range of every unit with officers on the books, in the county's order."""
    return [RangeRow(u, county.units.get(u.unit) if u.unit is not None else None) for u in movable.units]


def range_sentence(movable: MovableRange, county: County) -> Text:
    """Return the totals, such as 机关 96 人:可调 41 人; where nobody may be moved, why."""
    rows = range_rows(movable, county)
    if not any(row.range.officers for row in rows):
        return _NO_OFFICERS
    if not any(row.range.movable for row in rows):
        return nobody_movable(movable)
    parts = [
        _total(title, [row.range for row in rows if row.is_station is stations])
        for title, stations in ((HEADQUARTERS, False), (STATIONS, True))
    ]
    return Text(";".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def _total(title: Text, units: list[UnitRange]) -> Text:
    n, free = sum(u.officers for u in units), sum(u.movable for u in units)
    return _PART.format(name=title, n=n, movable=free)


def nobody_movable(movable: MovableRange) -> Text:
    """Return why nobody at all may be moved, in numbers."""
    barred: Counter[Bar] = Counter()
    for unit in movable.units:
        barred.update(unit.barred)
    return _NOBODY.format(reasons=UnitRange(None, barred.total(), 0, barred).reasons())


COLUMNS: tuple[Column[RangeRow], ...] = (
    told("unit", Text("单位", "Unit"), lambda r: r.name, width=22),
    choice(
        "kind", Text("类别", "Kind"), lambda r: r.unit.kind if r.unit else None, names.UNIT_KINDS, width=17
    ),
    number("officers", Text("在编民警", "On the books"), lambda r: r.range.officers, width=15),
    number("movable", Text("可调", "Movable"), lambda r: r.range.movable, width=9),
    number("barred", Text("不可调", "Not movable"), lambda r: sum(r.range.barred.values()), width=14),
    told("reasons", Text("不可调原因", "Why not"), lambda r: r.range.reasons(), width=70),
)
TABLE: Table[RangeRow] = Table("movable_range", Text("可调范围", "Movable range"), COLUMNS)
