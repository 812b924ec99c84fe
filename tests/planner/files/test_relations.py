"""Who is related to whom: the 亲属回避 sheet, clean and dirty, read once and read again."""

from __future__ import annotations

from pathlib import Path

from planner.document import Document
from planner.files.exporting import export_roster
from planner.files.imported import Imported, SheetRole
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from planner.files.workbook import Cell, Sheet
from tests.planner.files.books import TODAY, imported, sheet

HEADER = ("姓名", "警号", "单位")
PEOPLE = (
    ("王宇", "001", "城关派出所"),
    ("李静", "002", "城关派出所"),
    ("张伟", "003", "刑侦大队"),
    ("张伟", "004", "河口派出所"),
)
KIN = ("警号", "姓名", "亲属警号", "亲属姓名", "关系")


def _kin(*rows: tuple[Cell, ...], header: tuple[str, ...] = KIN, name: str = "亲属回避") -> Imported:
    return _with(sheet(name, header, *rows))


def _with(further: Sheet, into: Document | None = None) -> Imported:
    return imported(HEADER, *PEOPLE, further=[further], into=into)


def _pairs(found: Imported) -> list[tuple[str, str, str]]:
    people = found.document.county.people
    return [
        (people[r.person].badge_number, people[r.relative].badge_number, r.kind)
        for r in found.document.county.relations.values()
    ]


def test_people_are_found_by_badge_number_or_by_name_and_unit() -> None:
    assert _pairs(_kin(("001", "王宇", "002", "李静", "夫妻"))) == [("001", "002", "夫妻")]
    header = ("姓名", "亲属姓名", "亲属单位", "与本人关系")
    found = _kin(("王　宇", "张伟", "河口所", "兄弟"), header=header)
    assert _pairs(found) == [("001", "004", "兄弟")]
    assert not found.issues


def test_english_headings_name_the_same_columns() -> None:
    header = ("badge_number", "name", "relative_badge_number", "relative", "relation")
    found = _kin(("001", "王宇", "003", "张伟", "cousins"), header=header, name="Relations")
    assert _pairs(found) == [("001", "003", "cousins")]


def test_headings_under_one_that_says_relative_are_those_of_the_relative() -> None:
    table = sheet(
        "任职回避",
        ("姓名", "警号", "亲属情况", "", "关系"),
        ("", "", "姓名", "警号", ""),
        ("王宇", "001", "李静", "002", "夫妻"),
    )
    assert _pairs(_with(table)) == [("001", "002", "夫妻")]


def test_the_sheet_is_shown_as_understood_and_is_no_second_roster() -> None:
    found = _kin(("001", "王宇", "002", "李静", "夫妻"))
    assert [s.role for s in found.sheets] == [SheetRole.ROSTER, SheetRole.RELATIONS]
    assert [c.field for c in found.sheets[1].columns] == [
        *("badge_number", "name", "relative_badge_number", "relative", "relation")
    ]
    assert found.people_rows == len(PEOPLE)


def test_what_cannot_be_taken_is_listed_with_sheet_row_and_column() -> None:
    found = _kin(
        ("001", "王宇", "002", "李静", "夫妻"),
        ("002", "李静", "001", "王宇", "夫妻"),
        ("001", "王宇", "001", "王宇", "本人"),
        ("001", "王宇", "", "赵六", "父子"),
        ("", "张伟", "002", "李静", ""),
    )
    assert _pairs(found) == [("001", "002", "夫妻")]
    assert [(i.kind, i.sheet, i.row, i.column) for i in found.issues] == [
        (IssueKind.REPEATED_ROW, "亲属回避", 3, "亲属姓名"),
        (IssueKind.CONTRADICTION, "亲属回避", 4, "亲属姓名"),
        (IssueKind.NO_PERSON, "亲属回避", 5, "亲属姓名"),
        (IssueKind.NO_PERSON, "亲属回避", 6, "姓名"),
    ]


def test_importing_again_updates_and_doubles_nothing() -> None:
    first = _kin(("001", "王宇", "002", "李静", ""), ("001", "王宇", "003", "张伟", "兄弟"))
    table = sheet("亲属回避", KIN, ("002", "李静", "001", "王宇", "夫妻"))
    again = _with(table, first.document)
    assert set(again.document.county.relations) == set(first.document.county.relations)
    assert sorted(_pairs(again)) == [("001", "003", "兄弟"), ("002", "001", "夫妻")]
    silent = _with(sheet("亲属回避", KIN, ("001", "王宇", "002", "李静", "")), again.document)
    assert ("001", "002", "夫妻") in _pairs(silent)


def test_a_new_relation_of_an_update_gets_an_id_of_its_own() -> None:
    first = imported(HEADER, *PEOPLE).document
    county = _with(sheet("亲属回避", KIN, ("001", "", "004", "", "夫妻")), first).document.county
    [id_] = county.relations
    taken = {*county.units, *county.people, *county.postings}
    assert id_ not in taken


def test_what_is_exported_is_imported_again(tmp_path: Path) -> None:
    first = _kin(("001", "王宇", "004", "张伟", "夫妻"), ("002", "李静", "003", "张伟", ""))
    export_roster(first.document, tmp_path / "out.xlsx", TODAY)
    workbook = read_workbook(tmp_path / "out.xlsx")
    assert workbook.sheets[-1].name == "亲属回避"
    again = import_workbook(workbook, on=TODAY)
    assert _pairs(again) == _pairs(first)
    assert not again.issues


def test_without_relations_there_is_no_sheet_of_them(tmp_path: Path) -> None:
    export_roster(imported(HEADER, *PEOPLE).document, tmp_path / "out.xlsx", TODAY)
    assert "亲属回避" not in [s.name for s in read_workbook(tmp_path / "out.xlsx").sheets]
