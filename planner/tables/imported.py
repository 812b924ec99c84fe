"""What an import shows of itself: its columns, the file's own totals, and what was doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.files.choices import NO_FIELD
from planner.files.imported import Imported, StatedTotal, UnderstoodColumn, UnderstoodSheet
from planner.files.issues import ImportIssue, IssueKind
from planner.tables.column import Choice, Column, Look, Table
from planner.tables.kinds import choice, number, told, words
from planner.text import Language, Text, joined, same

OWN_COLUMN = Text("保留为自有列", "keep as own column")
WHOLE_ROSTER = Text("全部(合计)", "Whole roster")
KINDS: Mapping[IssueKind, Text] = {
    IssueKind.UNKNOWN_UNIT: Text("单位不明", "unknown unit"),
    IssueKind.UNIT_KIND: Text("单位类别不明", "kind of unit"),
    IssueKind.UNKNOWN_WORD: Text("词语不明", "unknown word"),
    IssueKind.BAD_DATE: Text("日期有误", "date"),
    IssueKind.BAD_NUMBER: Text("数字有误", "number"),
    IssueKind.DUPLICATE_BADGE: Text("警号重复", "duplicate badge"),
    IssueKind.REPEATED_ROW: Text("整行重复", "repeated row"),
    IssueKind.BLANK_UNIT: Text("单位空白", "blank unit"),
    IssueKind.NO_PERSON: Text("查无此人", "no such person"),
    IssueKind.CONTRADICTION: Text("前后矛盾", "contradiction"),
    IssueKind.REMARKS: Text("仅见于备注", "only in remarks"),
    IssueKind.SUBTOTAL: Text("小计不符", "total differs"),
    IssueKind.IGNORED_ROW: Text("未读的行", "row left out"),
    IssueKind.IGNORED_COLUMN: Text("未读的列", "column left out"),
    IssueKind.IGNORED_SHEET: Text("未读的表", "sheet left out"),
    IssueKind.NOT_IN_FILE: Text("文件中没有", "not in the file"),
}
_AGREES = {True: Text("相符", "agrees"), False: Text("不符", "differs")}


class ColumnRow(NamedTuple):
    """A column of a sheet and its place in it."""

    id: int
    column: UnderstoodColumn

    @property
    def code(self) -> str:
        """The field it was taken for, `NO_FIELD` for the user's own column."""
        return self.column.field or NO_FIELD


class TotalRow(NamedTuple):
    """A total of the file and its place in the list."""

    id: int
    total: StatedTotal

    @property
    def difference(self) -> int:
        """How many more were read than the file states."""
        return self.total.read - self.total.stated


class IssueRow(NamedTuple):
    """An issue and its place in the list."""

    id: int
    issue: ImportIssue


def column_rows(sheet: UnderstoodSheet) -> list[ColumnRow]:
    """Return the columns of a sheet as they stand."""
    return [ColumnRow(i, column) for i, column in enumerate(sheet.columns)]


def total_rows(imported: Imported) -> list[TotalRow]:
    """Return the file's totals, those that differ first."""
    listed = sorted(imported.totals, key=lambda total: total.agrees)
    return [TotalRow(i, total) for i, total in enumerate(listed)]


def issue_rows(imported: Imported) -> list[IssueRow]:
    """Return the issues in the order of the file."""
    return [IssueRow(i, issue) for i, issue in enumerate(imported.issues)]


def columns_table(fields: Mapping[str, Text]) -> Table[ColumnRow]:
    """Return the table of a sheet's columns, each of which may be taken for one of `fields`."""
    known = {NO_FIELD: OWN_COLUMN, **fields}

    def taken_for(row: ColumnRow, language: Language) -> str:
        return known[row.code].in_language(language) if row.code in known else row.code

    return Table(
        "import/columns",
        Text("列", "Columns"),
        (
            words("heading", Text("文件中的列", "Column in the file"), lambda r: r.column.heading, width=20),
            Column(
                "field",
                Text("读作", "Taken for"),
                lambda r: taken_for(r, "zh"),
                taken_for,
                Look.CHOICE,
                26,
                parse=lambda given, _: given,
                choices=lambda _: [Choice(code, text) for code, text in known.items()],
            ),
            told(
                "samples",
                Text("文件中的内容", "Some cells"),
                lambda r: joined(map(same, dict.fromkeys(filter(None, r.column.samples)))),
                width=80,
            ),
        ),
    )


TOTALS: Table[TotalRow] = Table(
    "import/totals",
    Text("小计核对", "Totals"),
    (
        told("agrees", Text("核对", "Check"), lambda r: _AGREES[r.total.agrees], width=11),
        Column(
            "unit",
            Text("单位", "Unit"),
            lambda r: r.total.unit,
            lambda r, language: r.total.unit or WHOLE_ROSTER.in_language(language),
            width=26,
        ),
        number("stated", Text("文件所写", "File says"), lambda r: r.total.stated, width=11),
        number("read", Text("实际读入", "Rows read"), lambda r: r.total.read, width=11),
        Column(
            "difference",
            Text("相差", "Difference"),
            lambda r: r.difference,
            lambda r, _: f"{r.difference:+d}" if r.difference else "",
            Look.NUMBER,
            11,
        ),
        words("sheet", Text("工作表", "Sheet"), lambda r: r.total.sheet, width=14),
        number("row", Text("行", "Row"), lambda r: r.total.row),
    ),
)
ISSUES: Table[IssueRow] = Table(
    "import/issues",
    Text("问题清单", "Issues"),
    (
        choice("kind", Text("类别", "Kind"), lambda r: r.issue.kind, KINDS, width=15),
        words("sheet", Text("工作表", "Sheet"), lambda r: r.issue.sheet, width=11),
        number("row", Text("行", "Row"), lambda r: r.issue.row),
        words("column", Text("列", "Column"), lambda r: r.issue.column or "", width=15),
        told("message", Text("说明", "In words"), lambda r: r.issue.message, width=110),
    ),
)
