"""A grid with a row for each day and a column for each person, turned into the usual one and read as that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from planner.files.cells import as_text
from planner.files.duty.headers import (
    Block,
    DayColumn,
    GridHeader,
    Row,
    field_of,
    find_blocks,
    titles_above,
)
from planner.files.workbook import Cell, Sheet


def duty_tables(sheet: Sheet) -> list[tuple[Sheet, Block]]:
    """Return the duty tables of a sheet, each with the sheet it is to be read from.

    A sheet without any as it stands is read with rows and columns exchanged; its blocks say so, and whoever
    names a cell of one names it where it stands in the file.
    """
    blocks = find_blocks(sheet.rows)
    if blocks:
        return [(sheet, block) for block in blocks]
    turned = Sheet(sheet.name, tuple(zip_longest(*sheet.rows, fillvalue="")))
    return [(turned, block) for block in _turned_blocks(sheet.rows, turned.rows)]


def _turned_blocks(rows: Sequence[Row], turned: Sequence[Row]) -> Iterator[Block]:
    for block in find_blocks(turned):
        header = block.header
        if not isinstance(header, GridHeader) or not header.who:
            continue
        top = min(header.who.values())
        if _heads_days(turned[block.header_row][top : header.days[0].index], header.days):
            yield replace(block, titles=titles_above(rows, top), turned=True)


def _heads_days(heads: Sequence[Cell], days: Sequence[DayColumn]) -> bool:
    """Whether a column of numbers is one of days: headed so, or written as dates under a blank corner."""
    if any(field_of(head) == "date" for head in heads):
        return True
    return not any(map(as_text, heads)) and not any(d.heading.isdigit() for d in days)
