"""The sheet 方案, clean and dirty, read once and read again."""

from __future__ import annotations

from datetime import date

from planner.document import Document
from planner.edits.scenarios import correct_change
from planner.files.imported import Imported, SheetRole
from planner.files.issues import IssueKind
from planner.files.scenarios.writing import scenario_rows
from planner.files.workbook import Cell
from planner.scenarios.applying import applied
from planner.scenarios.records import Change, ChangeKind, person_joined_by, unit_opened_by
from planner.text import Text
from tests.planner.files.books import imported, kinds, sheet

ROSTER = ("姓名", "警号", "单位")
PEOPLE = (
    ("王宇", "001", "城关派出所"),
    ("李静", "002", "城关派出所"),
    ("张伟", "003", "刑侦大队"),
    ("张伟", "004", "河口派出所"),
)
HEADER = ("方案", "日期", "变动", "姓名", "单位", "岗位", "数量", "截止日期")
MARCH = date(2027, 3, 1)


def read(*rows: tuple[Cell, ...], header: tuple[str, ...] = HEADER, into: Document | None = None) -> Imported:
    return imported(ROSTER, *PEOPLE, further=[sheet("方案", header, *rows)], into=into)


def changes(found: Imported, scenario: int = 1) -> tuple[Change, ...]:
    return found.document.scenarios[scenario].changes


def person(found: Imported, badge: str) -> int:
    return next(p.id for p in found.document.county.people.values() if p.badge_number == badge)


def test_changes_are_read_by_code_or_by_name_under_the_scenario_of_the_row_above() -> None:
    found = read(
        ("甲", "2027.03.01", "transfer", "王宇", "河口所", "社区民警", "", ""),
        ("", "2027.03.01", "退休离职", "李静", "", "", "", ""),
        ("乙", "2027.03.01", "recruit", "", "城关派出所", "", 20, ""),
    )
    assert kinds(found) == []
    assert [s.name for s in found.document.scenarios.values()] == ["甲", "乙"]
    assert [c.kind for c in changes(found)] == [ChangeKind.TRANSFER, ChangeKind.RETIRE]
    assert changes(found)[0].person == person(found, "001")
    assert changes(found, 2)[0].number == 20
    assert applied(found.document, 1).conflicts == applied(found.document, 2).conflicts == ()
    assert SheetRole.SCENARIOS in [s.role for s in found.sheets]


def test_english_headings_and_a_badge_number_for_the_officer_are_understood() -> None:
    header = ("scenario", "date", "change", "officer", "unit", "post", "number", "until")
    found = read(("A", "2027-03-01", "secondment", "004", "刑侦大队", "", "", "2027-05-31"), header=header)
    [change] = changes(found)
    assert (change.person, change.until, kinds(found)) == (person(found, "004"), date(2027, 5, 31), [])


def test_a_borrower_that_is_no_unit_is_outside_and_a_new_station_is_known_by_its_name() -> None:
    found = read(
        ("甲", "2027.03.01", "open_station", "", "新区派出所", "", "", ""),
        ("甲", "2027.03.01", "transfer", "李静", "新区派出所", "", "", ""),
        ("甲", "2027.03.01", "campaign", "王宇、003", "省公安厅", "", 2, "2027.05.31"),
    )
    assert kinds(found) == []
    opened, transfer, campaign = changes(found)
    assert (opened.name, transfer.unit) == ("新区派出所", unit_opened_by(opened.id))
    assert (campaign.unit, campaign.name) == (None, "省公安厅")
    assert campaign.people == (person(found, "001"), person(found, "003"))
    assert applied(found.document, 1).conflicts == ()


def test_what_cannot_be_read_is_listed_with_its_place() -> None:
    found = read(
        ("", "2027.03.01", "retire", "王宇", "", "", "", ""),
        ("甲", "2027.03.01", "promote", "王宇", "", "", "", ""),
        ("甲", "some day", "retire", "王宇", "", "", "", ""),
        ("甲", "2027.03.01", "retire", "张伟", "", "", "", ""),
        ("甲", "2027.03.01", "transfer", "王宇", "江北派出所", "", "", ""),
    )
    assert [(i.kind, i.row, i.column) for i in found.issues] == [
        (IssueKind.IGNORED_ROW, 2, "方案"),
        (IssueKind.UNKNOWN_WORD, 3, "变动"),
        (IssueKind.BAD_DATE, 4, "日期"),
        (IssueKind.BAD_DATE, 4, "日期"),
        (IssueKind.NO_PERSON, 5, "姓名"),
        (IssueKind.UNKNOWN_UNIT, 6, "单位"),
    ]
    assert [(c.kind, c.person, c.unit) for c in changes(found)] == [
        (ChangeKind.RETIRE, None, None),
        (ChangeKind.TRANSFER, person(found, "001"), None),
    ]
    assert len(applied(found.document, 1).conflicts) == 2


def test_a_base_that_is_unknown_or_leads_back_is_listed_and_not_taken() -> None:
    header = ("方案", "基础方案", "日期", "变动", "备注")
    found = read(
        ("甲", "乙", "", "", "先行"), ("乙", "甲", "", "", ""), ("丙", "丁", "", "", ""), header=header
    )
    scenarios = found.document.scenarios.values()
    assert [(s.name, s.base, s.note) for s in scenarios] == [
        ("甲", 2, "先行"),
        ("乙", None, ""),
        ("丙", None, ""),
    ]
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.CONTRADICTION, row) for row in (3, 4)]


def test_reading_again_replaces_the_scenario_of_the_same_name_and_keeps_the_others() -> None:
    first = read(
        ("甲", "2027.03.01", "retire", "王宇", "", "", "", ""),
        ("乙", "2027.03.01", "retire", "李静", "", "", "", ""),
    ).document
    again = read(("甲", "2027.04.01", "retire", "王宇", "", "", "", ""), into=first)
    assert again.document.scenarios[2] == first.scenarios[2]
    [change] = changes(again)
    assert (change.id, change.date) == (1, date(2027, 4, 1))
    assert read(("甲", "2027.03.01", "retire", "王宇", "", "", "", ""), into=first).document == first


def test_a_note_that_the_sheet_does_not_change_keeps_its_english() -> None:
    header = (*HEADER, "备注")
    row = ("甲", "2027.03.01", "retire", "王宇", "", "", "", "")
    first = read((*row, "到龄"), header=header).document
    known = correct_change(first, 1, note_en="of age")
    for note, english in (("到龄", "of age"), ("本人申请", "本人申请")):
        [change] = changes(read((*row, note), header=header, into=known))
        assert change.noted == Text(note, english)


def test_recruits_are_called_by_their_change_and_place_in_a_sheet_that_was_written_too() -> None:
    found = read(
        ("甲", "2027.03.01", "retire", "王宇", "", "", "", ""),
        ("甲", "2027.03.01", "recruit", "", "城关派出所", "", 3, ""),
        ("甲", "2027.04.01", "transfer", "新警2-3", "河口派出所", "", "", ""),
        ("乙", "2027.05.01", "transfer", "甲/新警2-1", "刑侦大队", "", "", ""),
        ("乙", "2027.05.01", "transfer", "新警1-1", "刑侦大队", "", "", ""),
    )
    recruited = changes(found)[1].id
    assert changes(found)[2].person == person_joined_by(recruited, 3)
    assert [c.person for c in changes(found, 2)] == [
        person_joined_by(recruited, 1),
        person_joined_by(changes(found, 2)[0].id, 1),
    ]
    written = [row[5] for row in scenario_rows(found.document)]
    assert written == ["王宇", "", "新警2-3", "甲/新警2-1", "新警1-1"]
    assert applied(found.document, 1).conflicts == ()
    assert len(applied(found.document, 2).conflicts) == 2  # neither stands on 甲 nor recruits anybody


def test_a_recruit_that_cannot_be_is_nobody_on_the_roster() -> None:
    found = read(("甲", "2027.03.01", "transfer", "新警7-1", "河口派出所", "", "", ""))
    assert changes(found)[0].person is None
    assert kinds(found) == [IssueKind.NO_PERSON]
