"""Writing the roster back: .xlsx or .csv in the user's own layout, whole or not at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from planner.county.state import state
from planner.document import Document
from planner.errors import InputError
from planner.files.duty.sheets import duty_sheets
from planner.files.export_cells import Cell
from planner.files.export_sheets import ExportSheet, Line, further_sheets, roster_sheet, scenario_sheet
from planner.replacing import replace_file, require_place
from planner.text import Text

_SUFFIX = Text(
    "“{name}”不能写成花名册:请以 .xlsx 或 .csv 结尾。",
    "“{name}” is no roster: end its name in .xlsx or .csv.",
)
_FONT = {"font_name": "宋体", "font_size": 10, "align": "center", "valign": "vcenter"}
_BORDER = {**_FONT, "border": 1}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {**_FONT, "bold": True, "font_size": 14},
    "line": {**_FONT, "align": "left"},
    "header": {**_BORDER, "bold": True, "text_wrap": True},
    "row": {**_BORDER, "num_format": "@"},
    "number": _BORDER,
    "total": {**_BORDER, "bold": True, "bg_color": "#F2F2F2"},
    "month": {**_BORDER, "num_format": "yyyy.mm"},
    "day": {**_BORDER, "num_format": "yyyy.mm.dd"},
}
_TEMPTING = re.compile(r"[=+\-@]|0[0-9]|[0-9]{12}")  # what Excel would turn into something else
_NAME_LENGTH, _NAME_BANNED = 31, str.maketrans(dict.fromkeys("[]:*?/\\"))


def export_roster(document: Document, path: Path, on: date) -> None:
    """Write the roster as it is on a date; an older file at `path` stays until the new one is whole.

    A .xlsx carries units, secondments, absences, relations, scenarios, duty rosters and attendance in
    further sheets, a .csv the roster alone.
    Raises InputError for another suffix or a place that cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise InputError(_SUFFIX.format(name=path.name))
    require_place(path)
    now = state(document.county, on, document.policy)
    roster = roster_sheet(now, document.layout, alone=suffix == ".csv")
    if suffix == ".csv":
        replace_file(path, _csv(roster))
    else:
        further = further_sheets(now, document.layout, document.county.units.values())
        replace_file(path, _xlsx([roster, *further, *scenario_sheet(document), *duty_sheets(document)], on))


def _csv(sheet: ExportSheet) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([_plain(cell) for cell in line.cells] for line in sheet.lines)
    return file.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y.%m}" if cell.day == 1 else f"{cell:%Y.%m.%d}"
    words = "" if cell is None else str(cell)
    if isinstance(cell, str) and _TEMPTING.match(words):
        return f"\t{words}"  # keeps formulas and long numbers text in Excel; importers strip it
    return words


def _xlsx(sheets: Iterable[ExportSheet], on: date) -> bytes:
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": _noon(on)})
    formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
    taken: set[str] = set()
    for sheet in sheets:
        name = _free_name(sheet.name, taken)
        _write(book.add_worksheet(name), sheet, formats)
    book.close()
    return file.getvalue()


def _noon(day: date) -> Any:
    from datetime import datetime, time

    return datetime.combine(day, time(12))


def _free_name(wanted: str, taken: set[str]) -> str:
    name = wanted.translate(_NAME_BANNED).strip("'")[:_NAME_LENGTH] or "Sheet"
    while name.casefold() in taken:
        name = f"{name[: _NAME_LENGTH - 1]}1"
    taken.add(name.casefold())
    return name


def _write(page: Any, sheet: ExportSheet, formats: dict[str, Any]) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    last = max(len(sheet.widths) - 1, 0)
    header = [(row, line) for row, line in enumerate(sheet.lines) if line.kind == "header"]
    for row, line in enumerate(sheet.lines):
        if line.kind in ("title", "footer"):
            _write_across(page, row, line, last, formats["title" if row == 0 else "line"])
        elif line.kind != "header":
            _write_row(page, row, line, last, formats)
    _write_header(page, header, last, formats["header"])
    if header:
        page.freeze_panes(header[-1][0] + 1, 0)
        page.repeat_rows(header[0][0], header[-1][0])
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _write_across(page: Any, row: int, line: Line, last: int, look: Any) -> None:
    """Write a title or footer, each cell spread to the next one that says something."""
    filled = [column for column, cell in enumerate(line.cells) if cell not in (None, "")]
    for column, following in pairwise([*filled, last + 1]):
        _write_merged(page, (row, column, row, max(following - 1, column)), str(line.cells[column]), look)


def _write_header(page: Any, header: list[tuple[int, Line]], last: int, look: Any) -> None:
    if not header:
        return
    row, top = header[0]
    rows = [[str(cell or "") for cell in line.cells] + [""] * (last + 1) for _, line in header]
    if len(header) == 1:
        for column in range(max(last + 1, len(top.cells))):
            page.write_string(row, column, rows[0][column], look)
        return
    column, bottom = 0, header[1][0]
    while column <= last:
        end = _group_end(rows, column, last)
        if rows[1][column]:
            _write_merged(page, (row, column, row, end), rows[0][column], look)
            for under in range(column, end + 1):
                page.write_string(bottom, under, rows[1][under], look)
        else:
            _write_merged(page, (row, column, bottom, column), rows[0][column], look)
        column = end + 1


def _group_end(rows: list[list[str]], column: int, last: int) -> int:
    """Return the last column under the same heading of the upper row."""
    end = column
    while rows[0][column] and rows[1][column] and end < last and not rows[0][end + 1] and rows[1][end + 1]:
        end += 1
    return end


def _write_merged(page: Any, area: tuple[int, int, int, int], words: str, look: Any) -> None:
    first_row, first, last_row, last = area
    if (first_row, first) == (last_row, last):
        page.write_string(first_row, first, words, look)
    else:
        page.merge_range(*area, "", look)
        page.write_string(first_row, first, words, look)


def _write_row(page: Any, row: int, line: Line, last: int, formats: dict[str, Any]) -> None:
    total = line.kind == "total"
    cells = (*line.cells, *[None] * (last + 1 - len(line.cells)))
    for column, cell in enumerate(cells):
        if cell is None or cell == "":
            page.write_blank(row, column, None, formats["total" if total else "row"])
        elif isinstance(cell, date):
            page.write_datetime(row, column, cell, formats["month" if cell.day == 1 else "day"])
        elif isinstance(cell, str):
            page.write_string(row, column, cell, formats["total" if total else "row"])
        else:
            page.write_number(row, column, cell, formats["total" if total else "number"])
