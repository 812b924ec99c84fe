"""Errors of formulas are blank, and every one is listed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter

from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from tests.planner.files.books import TODAY, imported, person

HEADER = ("姓名", "警号", "单位", "出生年月")


def test_errors_of_a_workbook_are_listed_cell_by_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名册 & 表"
    rows = [
        HEADER,
        ("王宇", "001", "城关派出所", "1985.03"),
        ("#N/A", "002", "城关派出所", "#DIV/0!"),
        ("#REF!", "#NAME?", "#VALUE!", None),
    ]
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    found = import_workbook(read_workbook(tmp_path / "a.xlsx"), on=TODAY)
    told = [(i.row, i.column, i.kind) for i in found.issues]
    number, day = IssueKind.BAD_NUMBER, IssueKind.BAD_DATE
    assert told == [
        (3, "姓名", number),
        (3, "出生年月", day),
        (4, "姓名", number),
        (4, "警号", number),
        (4, "单位", number),
    ]
    assert len(found.document.county.people) == 2


def test_errors_written_as_words_are_no_names_and_no_units() -> None:
    found = imported(HEADER, ("王宇", "001", "#REF!", ""))
    assert not found.document.county.units
    assert person(found, "王宇").badge_number == "001"
    assert {i.kind for i in found.issues} == {IssueKind.BAD_NUMBER, IssueKind.BLANK_UNIT}


def test_formulas_that_were_never_worked_out_are_listed_and_blank_words_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("名册")
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, ("王宇", "001", "城关派出所", "1985.03"))
        page.write_row(2, 0, ("李静", "002"))
        page.write_formula(2, 2, "=C2", None, "城关派出所")
        page.write_formula(2, 3, '=IF(A1="","",D2)', None, "")
    worked = _with_words(path, "D3")
    assert import_workbook(read_workbook(worked), on=TODAY).issues == ()
    openpyxl.load_workbook(worked).save(path)  # keeps formulas and forgets their values
    issues = import_workbook(read_workbook(path), on=TODAY).issues
    unworked = [(i.row, i.column) for i in issues if "没有保存它的结果" in i.message.zh]
    assert unworked == [(3, "单位"), (3, "出生年月")]


def _with_words(path: Path, cell: str) -> Path:
    """Return a copy of a workbook that says of a formula that its result is words, as Excel does."""
    copy = path.with_name("words.xlsx")
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(copy, "w") as written:
        for name in book.namelist():
            written.writestr(
                name, book.read(name).replace(f'r="{cell}"'.encode(), f'r="{cell}" t="str"'.encode())
            )
    return copy
