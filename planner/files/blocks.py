"""Units that stand as titles above their people, 二、政工室(9人), in a roster without a column of units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from planner.county.records import UnitKind
from planner.files.cells import as_text
from planner.files.headings import Column
from planner.files.roster_rows import RosterRows
from planner.files.tables import Table
from planner.files.titles import title_unit
from planner.files.unit_kinds import infer_kind
from planner.text import Text, compact

TAKEN = Text(
    "没有单位列:第 {row} 行等 {n} 个标题行已作为其下人员的单位,请核对。",
    "There is no column of units: {n} title rows, row {row} the first, are taken for the units of the people"
    " below them, please verify.",
)
_HEADINGS = ("单位", "编制单位", "所在单位", "标题行的单位")
_COUNT = re.compile(r"(?:共|计)?\d+(?:人|名)?\Z")
_LONGEST = 20  # characters of a line that may be a title though it names no known kind of unit


def with_block_units(table: Table, rows: RosterRows) -> tuple[Table, Mapping[int, str]]:
    """Return the people of a sheet with the units of their titles in a further column, and those titles.

    The titles, by their rows, are none where most people stand below none: then there is no column either.
    """
    people = table.only(rows.people)
    breaks = _breaks(table, rows)
    units, unit = [], ""
    marks = sorted(breaks.items(), reverse=True)
    for number in people.numbers:
        while marks and marks[-1][0] < number:
            unit = marks.pop()[1]
        units.append(unit)
    if 2 * sum(u != "" for u in units) <= len(units):
        return people, {}
    titles = {number: unit for number, unit in breaks.items() if unit}
    return _with_column(people, units), titles


def _breaks(table: Table, rows: RosterRows) -> dict[int, str]:
    """Return the unit that begins at each row that is nobody; empty where one only ends."""
    found = {}
    for number, _ in rows.ignored:
        cells = [compact(as_text(c)) for c in table.sheet.rows[number - 1] if c != ""]
        words = [c for c in cells if not _COUNT.match(c)]
        unit = title_unit(words[0]) if len(words) == 1 else ""
        if len(words) == 1 and (_names_unit(unit) or len(words[0]) <= _LONGEST):
            found[number] = unit if _names_unit(unit) else ""
    found.update((total.number, "") for total in rows.totals)
    above = _above(table)
    if above and found:
        found.setdefault(table.header.rows[-1] + 1, above)
    return found


def _above(table: Table) -> str:
    """Return the unit right above the header, where every block has a header of its own."""
    for row in reversed(table.sheet.rows[: table.header.rows[0]]):
        cells = [as_text(c) for c in row if c != ""]
        if cells:
            unit = title_unit(cells[0]) if len(cells) == 1 else ""
            return unit if _names_unit(unit) else ""
    return ""


def _names_unit(words: str) -> bool:
    inferred = infer_kind(words) if words else None
    return inferred is not None and (inferred.kind is not UnitKind.UNKNOWN or words.endswith("所"))


def _with_column(people: Table, units: list[str]) -> Table:
    width = max(len(row) for row in people.rows)
    taken = {c.heading for c in people.header.columns}
    heading = next(h for h in (*_HEADINGS, f"{_HEADINGS[-1]} ") if h not in taken)
    header = replace(people.header, columns=(*people.header.columns, Column(width, heading, "unit")))
    rows = [(*row, *[""] * (width - len(row)), unit) for row, unit in zip(people.rows, units, strict=True)]
    return Table(people.sheet, header, rows, people.numbers)
