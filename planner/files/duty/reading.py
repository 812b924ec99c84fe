"""From the sheets of a file to the duty months of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from planner.document import Document
from planner.errors import InputError
from planner.files.cells import as_text
from planner.files.duty.combining import combined
from planner.files.duty.context import DutyContext
from planner.files.duty.doubts import usable
from planner.files.duty.grids import read_grid
from planner.files.duty.headers import Block, GridHeader, ListHeader, unread
from planner.files.duty.imported import DutyImport
from planner.files.duty.lists import read_list
from planner.files.duty.logs import read_log
from planner.files.duty.merging import merged
from planner.files.duty.turned import duty_tables
from planner.files.duty.where import where
from planner.files.error_cells import ErrorCell, list_grid_errors, without_errors
from planner.files.imported import SheetRole
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Sheet, Workbook
from planner.text import Text, compact, joined, same

_NONE = Text(
    "“{file}”里没有可识别的值班表或考勤:需要一行日期(1 至 31)和姓名列,"
    "或“日期”列加每人一列,"
    "或“日期”列加“带班领导、值班民警”等列,或“日期、姓名、工作内容”三列。",
    "“{file}” holds no duty roster or attendance: it needs a row of days (1 to 31) with a column of names, or"
    " a column of dates with a column for each person or with columns such as leader and officers on duty, or"
    " columns for date, name and work.",
)
_IGNORED = Text(
    "“{sheet}”表没有可识别的值班表或考勤,未读取。",
    "Sheet “{sheet}” holds no duty roster or attendance that can be recognised and was not read.",
)
Errors = Mapping[str, Sequence[ErrorCell]]  # by the sheet's name
Tables = Sequence[tuple[Sheet, Block]]
_TITLES = 5  # rows from the top in which a sheet may say what it is
_UNREAD = Text("这些列未读取:{columns}。", "These columns were not read: {columns}.")
_UNREAD_ROWS = Text("这些行未读取:{columns}。", "These rows were not read: {columns}.")
_NO_UNIT = Text("请先选择一个本局单位。", "Choose a unit of the bureau first.")


def read_duty_file(
    source: Path | Workbook,
    document: Document,
    unit: int | None = None,
    month: date | None = None,
    on: date | None = None,
) -> DutyImport:
    """Return the document with the duty months of a file, which may hold several units, months and layouts.

    `unit` and `month` say what the file does not; where it does, it is followed and a difference listed.
    `on` is the day of the import, by default today: nothing can have been done after it.
    Raises InputError for a file that cannot be read or holds nothing of the kind.
    """
    if unit is not None and unit not in document.county.units:
        raise InputError(_NO_UNIT)
    workbook = source if isinstance(source, Workbook) else read_workbook(source)
    workbook, errors = without_errors(workbook)
    found = [(sheet, duty_tables(sheet)) for sheet in workbook.sheets]
    if not any(tables for _, tables in found):
        raise InputError(_NONE.format(file=workbook.file_name))
    context = DutyContext(document, workbook.file_name, unit, month, on or date.today())
    return _read(found, errors, context)


def read_duty_sheets(
    sheets: Iterable[Sheet], errors: Errors, file_name: str, document: Document, on: date
) -> DutyImport:
    """Return the document with the duty months of some sheets of a county's workbook, and list its errors."""
    found = [(sheet, duty_tables(sheet)) for sheet in sheets]
    return _read(found, errors, DutyContext(document, file_name, None, None, on))


def duty_role(sheet: Sheet) -> SheetRole | None:
    """Return what a sheet that says so and looks like it is: duty roster or attendance; None for neither."""
    known = vocabulary().lists["sheets"]
    above = [compact(as_text(c)) for row in sheet.rows[:_TITLES] for c in row if isinstance(c, str)]
    for line in (compact(sheet.name), *above):
        for role in (SheetRole.ATTENDANCE, SheetRole.DUTY):
            if any(word in line for word in known[role]):
                return role if duty_tables(sheet) else None
    return None


def _read(found: Sequence[tuple[Sheet, Tables]], errors: Errors, context: DutyContext) -> DutyImport:
    for sheet, tables in found:
        list_grid_errors(sheet.name, errors.get(sheet.name, ()), context.complaints)
        if not tables and any(c != "" for row in sheet.rows for c in row):
            message = _IGNORED.format(sheet=sheet.name)
            context.complaints.add(IssueKind.IGNORED_SHEET, message, sheet.name)
        for shown, block in tables:
            _read_block(shown, block, context)
    stated = usable(combined(context), context)
    issues = context.complaints.sorted(tuple(sheet.name for sheet, _ in found))
    return DutyImport(merged(context, stated), issues, tuple(context.months))


def _read_block(sheet: Sheet, block: Block, context: DutyContext) -> None:
    if columns := unread(sheet.rows, block):
        listed = joined(map(same, columns))
        row = None if block.turned else block.header_row + 1
        message = (_UNREAD_ROWS if block.turned else _UNREAD).format(columns=listed)
        context.complaints.add(IssueKind.IGNORED_COLUMN, message, sheet.name, row)
    told = where(block.titles, sheet.name, context.file_name, context.units, context.month)
    header = block.header
    if isinstance(header, GridHeader):
        read_grid(sheet, block, header, told, context)
    elif isinstance(header, ListHeader):
        read_list(sheet, block, header, told, context)
    else:
        read_log(sheet, block, header, told, context)
