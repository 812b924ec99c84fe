"""The 单位 sheet: names, kinds, limits and marks of units, as far as it says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.county.records import UnitKind
from planner.files.cells import as_text, heading_key, read_column
from planner.files.columns import Columns, Reading
from planner.files.issues import IssueKind
from planner.files.tables import Table
from planner.files.unit_names import unit_words
from planner.text import Text, compact

_TOTALS = ("小计", "合计", "总计", "共计", "total")
_TWICE = Text(
    "单位“{name}”在本表出现两次,采用先出现的一行。", "Unit “{name}” stands here twice; the first row is used."
)


@dataclass
class StatedUnits:
    """What the sheet says of each unit, by its place among the units."""

    fields: dict[int, dict[str, object]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)  # codes; empty where the sheet leaves it open
    rows: dict[int, int] = field(default_factory=dict)
    table: Table | None = None


def read_units(table: Table, reading: Reading) -> StatedUnits:
    """Enter the units of a sheet under their names and return what it says of them."""
    table = table.only(_rows(table))
    columns = Columns(table, reading)
    names = read_column(table.cells("name"), unit_words)
    shorts = read_column(table.cells("short_name"), unit_words)
    kinds = columns.codes("kind", "", UnitKind.UNKNOWN)
    values: dict[str, Sequence[object]] = {
        **{f: columns.counts(f) for f in _COUNTS},
        **{f: columns.yes_no(f) for f in ("two_teams_one_office", "counts_as_station", "ours")},
        **{f: columns.decimals(f) for f in ("longitude", "latitude")},
        **{f: columns.dates(f) for f in ("opened", "closed")},
    }
    extras: list[dict[str, str]] = [{} for _ in names]
    for column in table.header.columns:
        if column.field is None:
            for extra, words in zip(extras, read_column(table.at(column.index), as_text), strict=True):
                if words:
                    extra[column.heading] = words
    columns.settle([None] * len(names), extras)
    found = StatedUnits(table=table)
    for row, name in enumerate(names):
        place = reading.names.add(name, shorts[row])
        if place in found.fields:
            message = _TWICE.format(name=name)
            number, heading = table.numbers[row], table.heading("name")
            reading.complaints.add(IssueKind.REPEATED_ROW, message, table.name, number, heading)
            continue
        found.kinds[place] = kinds[row]
        found.rows[place] = table.numbers[row]
        found.fields[place] = {f: v[row] for f, v in values.items() if v[row] is not None}
        found.fields[place] |= {"short_name": shorts[row], "extra": extras[row]}
    return found


_COUNTS = ("authorised", "minimum", "maximum", "population", "duty_cover", "report_hours", "case_hours")


def _rows(table: Table) -> list[int]:
    """Return the rows that are units: named, no total, no repeated header, no note below."""
    heading = table.heading("name") or ""
    keep = []
    for place, cell in enumerate(table.cells("name")):
        words = compact(as_text(cell))
        first = compact(as_text(next((c for c in table.rows[place] if c != ""), "")))
        if not words or heading_key(words) == heading_key(heading):
            continue
        if words.startswith(_TOTALS) or first.startswith(_TOTALS) or len(words) > 40 or "：" in as_text(cell):
            continue
        keep.append(place)
    return keep
