"""The units of the county: what the sheet says, what their names say, what the user decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.county.records import Unit, UnitKind
from planner.errors import InputError
from planner.files.bureaus import names_bureau
from planner.files.cells import read_column
from planner.files.columns import Reading
from planner.files.issues import IssueKind
from planner.files.tables import Table
from planner.files.unit_kinds import Inferred, infer_kind, is_traffic
from planner.files.unit_names import unit_words
from planner.files.units_sheet import StatedUnits
from planner.text import Text, compact

_UNKNOWN = Text(
    "单位表里没有“{unit}”,已保留为新单位,请确认。",
    "“{unit}” is not on the sheet of units; kept as a new unit, please confirm.",
)
_KIND = Text(
    "“{unit}”的类别无法从名称判断,确认之前不作为派出所计算。",
    "What kind of unit “{unit}” is cannot be told from its name; not counted as a station until confirmed.",
)
_NOT_OURS = Text(
    "“{unit}”按名称不属本局编制,其人员不计入;如属本局请在单位表注明。",
    "“{unit}” is not of this bureau by its name and its people do not count; mark it as ours if it is.",
)
_ANOTHER = Text(
    "“{unit}”以另一个公安局的名称开头,现作为本局单位计算;如不属本局请在“单位”页改正。",
    "“{unit}” begins with the name of another bureau and counts as a unit of this one; correct it on the"
    " Units page if it is none.",
)
_TOO_MANY = Text(
    "“{heading}”列的 {rows} 行写有 {n} 个不同的单位,它多半不是单位列:请指定另一列为单位,或检查文件。",
    "Column “{heading}” names {n} different units in {rows} rows, so it is hardly the unit: choose another"
    " column for the unit, or check the file.",
)
_MANY_UNITS = 2000  # more than any county has
_BUREAU = Inferred(UnitKind.ADMINISTRATIVE)  # whoever is on the books of the bureau itself is headquarters


@dataclass
class Mentions:
    """Where each unit is named first in a home-unit column, by its place: sheet, row, heading."""

    first: dict[int, tuple[str, int, str | None]] = field(default_factory=dict)
    _numbers: dict[int, list[int]] = field(default_factory=dict)

    def note(self, place: int, table: Table, number: int) -> None:
        """Note a row that names a unit; the rows of a table come in their order."""
        self.first.setdefault(place, (table.name, number, table.heading("unit")))
        self._numbers.setdefault(place, []).append(number)

    def rows(self, place: int) -> tuple[int, ...]:
        """Return every spreadsheet row that names a unit."""
        return tuple(sorted(self._numbers.get(place, ())))


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit whose kind a person has to say."""

    name: str
    answer: UnitKind | None
    sheet: str
    rows: tuple[int, ...]


def require_units(rosters: Sequence[Table]) -> None:
    """Raise InputError where nearly every row names a unit of its own, which no column of units does."""
    for table in rosters:
        units = len(set(table.cells("unit")))
        if units > _MANY_UNITS and 2 * units > len(table.rows):
            heading = table.heading("unit") or ""
            raise InputError(_TOO_MANY.format(heading=heading, n=units, rows=len(table.rows)))


def enter_units(
    rosters: Sequence[Table], further: Sequence[Table], reading: Reading, stated: bool
) -> Mentions:
    """Enter the home units of the rosters, and others under the bureau's name; return where they stand."""
    spellings = [unit_words(c) for t in rosters for c in dict.fromkeys(t.cells("unit"))]
    before = len(reading.names.names)
    if stated or before:
        fresh = [s for s in spellings if s and reading.names.find(s) is None]
        reading.names.learn(fresh)
    else:
        reading.names.learn(spellings)
    for table in (*rosters, *further):
        for field_ in ("working_unit", "seconded_to"):
            for cell in dict.fromkeys(table.cells(field_)):
                words = unit_words(cell)
                if reading.names.is_inside(words) and reading.names.find(words) is None:
                    reading.names.add(words)
    mentions = Mentions()
    for table in rosters:
        places = read_column(table.cells("unit"), lambda cell: reading.names.find(unit_words(cell)))
        for place, number in zip(places, table.numbers, strict=True):
            if place is not None:
                mentions.note(place, table, number)
    return mentions


def build_units(
    reading: Reading,
    stated: StatedUnits,
    mentions: Mentions,
    known: Mapping[str, Unit],
    single: int | None = None,
) -> tuple[list[Unit], list[AskedUnit]]:
    """Return every unit, ids from 1 in order, and those whose kind is to be asked.

    `known` are the units of the document that is updated, by their compared names: what a person
    has settled there needs no question. `single` is the bureau itself, where it is the only unit.
    """
    units, asked = [], []
    pattern = reading.choices.station_pattern()
    for place, name in enumerate(reading.names.names):
        fields: dict[str, Any] = dict(stated.fields.get(place, {}))
        sheet, row, heading = mentions.first.get(place, ("", None, None))
        if place == single:
            units.append(Unit(place + 1, name))
            continue
        if place in stated.rows and stated.table is not None:
            sheet, row, heading = stated.table.name, stated.rows[place], stated.table.heading("kind")
        elif stated.table is not None and compact(name) not in known:
            reading.complaints.add(IssueKind.UNKNOWN_UNIT, _UNKNOWN.format(unit=name), sheet, row, heading)
        inferred = _BUREAU if reading.names.is_bureau(name) else infer_kind(name)
        kind = UnitKind(stated.kinds.get(place) or inferred.kind)
        ours = bool(fields.pop("ours", inferred.ours))
        settled = bool(stated.kinds.get(place)) or compact(name) in known
        chosen = reading.choices.unit_kinds.get(name)
        if pattern is not None:
            station = pattern.fullmatch(name) is not None
            other = UnitKind.ADMINISTRATIVE if kind in (UnitKind.STATION, UnitKind.UNKNOWN) else kind
            kind, ours = (UnitKind.STATION, True) if station else (other, ours)
        elif chosen is not None:
            ours = ours or chosen is UnitKind.STATION
            kind = chosen
        elif not settled and not inferred.certain:
            reading.complaints.add(IssueKind.UNIT_KIND, _KIND.format(unit=name), sheet, row, heading)
        if not ours and "本局" not in name and place not in stated.fields and compact(name) not in known:
            reading.complaints.add(IssueKind.UNIT_KIND, _NOT_OURS.format(unit=name), sheet, row, heading)
        if ours and names_bureau(name) and compact(name) not in known and place not in stated.fields:
            reading.complaints.add(IssueKind.UNIT_KIND, _ANOTHER.format(unit=name), sheet, row, heading)
        if pattern is None and not settled and not inferred.certain:
            rows = mentions.rows(place) or ((row,) if row else ())
            asked.append(AskedUnit(name, chosen, sheet, rows))
        units.append(Unit(place + 1, name, kind=kind, ours=ours, traffic=is_traffic(name), **fields))
    return units, asked
