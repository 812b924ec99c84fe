"""Cells whose formula gives an error, such as #REF!, or was never worked out: blank, and each listed once."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from planner.files.complaints import Complaints
from planner.files.issues import IssueKind
from planner.files.tables import Table
from planner.files.workbook import Cell, Workbook
from planner.text import Text

_UNWORKED = "#?"  # no words of any spreadsheet: a formula whose value the file does not hold
_ERRORS = frozenset(
    {_UNWORKED}
    | {
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    }
)
_DATES = frozenset(
    {
        "birth",
        "joined_work",
        "joined_police",
        "in_unit_since",
        "in_position_since",
        "left_on",
        "from",
        "until",
    }
    | {"returned_on", "kept_until"}
)
_ERROR = Text(
    "此单元格是公式错误“{words}”,按空白处理,请在表格中改正。",
    "This cell holds the error “{words}” of a formula; taken as blank, correct it in the spreadsheet.",
)
_UNWORKED_FORMULA = Text(
    "此单元格是公式,文件里没有保存它的结果,按空白处理:请在 Excel 或 WPS 中打开、保存后再导入。",
    "This cell holds a formula whose result is not saved in the file; taken as blank: open and save the file"
    " in Excel or WPS, then import again.",
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_NAME, _ID = re.compile(rb'\bname="([^"]*)"'), re.compile(rb'\w+:id="([^"]*)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_TARGET, _OWN_ID = re.compile(rb'\bTarget="([^"]*)"'), re.compile(rb'\bId="([^"]*)"')
_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>'
    rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>([^<]*)<"
)
# A formula whose result is no words, t="str", is blank for a reason.
_WITHOUT_VALUE = re.compile(
    rb'<(?:\w+:)?c\s(?![^>]*\bt="str")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>'
    rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """An error: where it stands, counted from 0, and its words."""

    row: int
    column: int
    words: str


def errors_in_archive(content: bytes) -> Mapping[str, Sequence[ErrorCell]]:
    """Return the errors of every sheet of an .xlsx file, which its reader gives as blank cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(archive.namelist()):
            return {}
        targets = {
            own[1]: target[1].decode()
            for raw in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
            if (own := _OWN_ID.search(raw)) and (target := _TARGET.search(raw))
        }
        found = {}
        for raw in _SHEET.findall(archive.read("xl/workbook.xml")):
            name, id_ = _NAME.search(raw), _ID.search(raw)
            if name and id_ and (target_ := targets.get(id_[1])):
                path = target_[1:] if target_.startswith("/") else f"xl/{target_}"
                cells = archive.read(path) if path in archive.namelist() else b""
                if b't="e"' in cells or _FORMULA.search(cells):
                    found[unescape(name[1].decode())] = list(_errors(cells))
        return found


def _errors(cells: bytes) -> Iterator[ErrorCell]:
    for letters, number, words in _CELL.findall(cells):
        yield ErrorCell(int(number) - 1, _column(letters), unescape(words.decode()))
    for letters, number in _WITHOUT_VALUE.findall(cells):
        yield ErrorCell(int(number) - 1, _column(letters), _UNWORKED)


def _column(letters: bytes) -> int:
    """Return the column a spreadsheet calls by letters, counted from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def filled_in(rows: list[list[Cell]], errors: Sequence[ErrorCell]) -> None:
    """Write errors into the blank cells they were read as."""
    for error in errors:
        row = rows[error.row] if error.row < len(rows) else []
        if error.column < len(row) and row[error.column] == "":
            row[error.column] = error.words


def without_errors(workbook: Workbook) -> tuple[Workbook, Mapping[str, Sequence[ErrorCell]]]:
    """Return a workbook with its errors blank, and the errors by sheet."""
    sheets, found = list(workbook.sheets), {}
    for index, sheet in enumerate(workbook.sheets):
        errors = [
            ErrorCell(place, column, str(cell))
            for place, row in enumerate(sheet.rows)
            if not _ERRORS.isdisjoint(row)
            for column, cell in enumerate(row)
            if cell in _ERRORS
        ]
        if errors:
            found[sheet.name] = errors
            rows = list(sheet.rows)
            for place in {error.row for error in errors}:
                rows[place] = tuple("" if cell in _ERRORS else cell for cell in rows[place])
            sheets[index] = replace(sheet, rows=tuple(rows))
    return (Workbook(workbook.file_name, tuple(sheets)) if found else workbook), found


def list_errors(table: Table, errors: Sequence[ErrorCell], complaints: Complaints) -> None:
    """List the errors below the header of a table."""
    columns = {column.index: column for column in table.header.columns}
    for error in errors:
        if error.row > table.header.rows[-1] and (column := columns.get(error.column)):
            kind = IssueKind.BAD_DATE if column.field in _DATES else IssueKind.BAD_NUMBER
            complaints.add(kind, _message(error), table.name, error.row + 1, column.heading)


def list_grid_errors(sheet: str, errors: Sequence[ErrorCell], complaints: Complaints) -> None:
    """List every error of a sheet whose columns are days, by the letters of its columns."""
    for error in errors:
        complaints.add(
            IssueKind.BAD_NUMBER, _message(error), sheet, error.row + 1, column_letters(error.column)
        )


def _message(error: ErrorCell) -> Text:
    return _UNWORKED_FORMULA if error.words == _UNWORKED else _ERROR.format(words=error.words)


def column_letters(column: int) -> str:
    """Return what a spreadsheet calls a column counted from 0."""
    before, last = divmod(column, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)
