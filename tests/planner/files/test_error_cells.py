"""Errors of formulas are blank, and every one is listed."""

from __future__ import annotations

from pathlib import Path

import openpyxl

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
