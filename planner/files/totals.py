"""The file's own 小计 and 合计 beside what was read, and how its roster is laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from planner.files.cells import as_text
from planner.files.choices import ImportChoices
from planner.files.columns import Reading
from planner.files.imported import StatedTotal
from planner.files.issues import IssueKind
from planner.files.layout import LayoutColumn, RosterLayout
from planner.files.roster_rows import RosterRows, TotalRow
from planner.files.tables import Table
from planner.files.unit_names import unit_words
from planner.text import Text, printed_width

_DIFFERS = Text(
    "{unit}:文件的{word}是 {stated} 人,读到 {read} 人。",
    "{unit}: the file's own {word} says {stated}, {read} were read.",
)
_ALL = Text("全部人员", "everybody")
_WIDEST, _NARROWEST, _MEASURED = 40, 4, 200


def stated_totals(table: Table, rows: RosterRows, reading: Reading) -> list[StatedTotal]:
    """Return the totals of a roster sheet; `table` holds its people only. Differences are noted."""
    homes = [reading.names.find(unit_words(c)) for c in table.cells("unit")] if rows.totals else []
    totals = []
    for row in rows.totals:
        if row.stated is None:
            continue
        unit = "" if row.whole else _unit(row, homes, reading)
        total = StatedTotal(unit, table.name, row.number, row.stated, row.last - row.first)
        totals.append(total)
        if not total.agrees:
            name = Text(unit, unit) if unit else _ALL
            message = _DIFFERS.format(unit=name, word=row.word, stated=row.stated, read=total.read)
            reading.complaints.add(IssueKind.SUBTOTAL, message, table.name, row.number)
    return totals


def _unit(row: TotalRow, homes: Sequence[int | None], reading: Reading) -> str:
    named = reading.names.find(row.unit_words) if row.unit_words else None
    if named is None:
        found = Counter(h for h in homes[row.first : row.last] if h is not None)
        named = found.most_common(1)[0][0] if found else None
    return row.unit_words if named is None else reading.names.names[named]


def roster_layout(file_name: str, table: Table, rows: RosterRows, choices: ImportChoices) -> RosterLayout:
    """Return how a roster sheet is laid out; `table` holds its people only."""
    above = table.sheet.rows[: table.header.rows[0]]
    header = [table.sheet.rows[i] for i in table.header.rows]
    kept = table.header.columns
    if not choices.identity_numbers:
        kept = tuple(c for c in kept if c.field != "identity_number")
    words = [t.word for t in rows.totals if not t.whole]
    wholes = [t.word for t in rows.totals if t.whole]
    return RosterLayout(
        file_name,
        table.name,
        tuple(tuple(as_text(c) for c in row) for row in above),
        tuple(
            tuple(
                as_text(row[c.index]) if c.index < len(row) else c.heading if row is header[-1] else ""
                for c in kept
            )
            for row in header
        ),
        tuple(LayoutColumn(c.heading, c.field, _width(table, c.index, c.heading)) for c in kept),
        words[0] if words else "",
        wholes[-1] if wholes else "",
        tuple(rows.footers),
        _restarts(table),
        choices,
    )


def _width(table: Table, index: int, heading: str) -> int:
    cells = [as_text(row[index]) for row in table.rows[:_MEASURED]]
    widest = max((printed_width(c) for c in cells), default=0)
    return max(_NARROWEST, min(_WIDEST, max(widest, min(printed_width(heading), 12)) + 2))


def _restarts(table: Table) -> bool:
    """Whether the running number begins again, as it does unit by unit."""
    return sum(as_text(c) == "1" for c in table.cells("number")) > 1
