"""Who works away: the sheet, the roster's columns and the remarks together give each stay once."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import BorrowLevel, SecondmentKind, SecondmentSource
from planner.files.choices import ImportChoices
from planner.files.imported import Imported
from planner.files.issues import IssueKind
from planner.files.questions import QuestionKind
from planner.files.workbook import Sheet
from tests.planner.files.books import imported, kinds, place, sheet, stays

HEADER = ("姓名", "警号", "单位", "实际工作单位", "借调单位", "备注")
STAYS = (
    "姓名",
    "警号",
    "单位",
    "借调单位",
    "借调类型",
    "借调开始",
    "借调截止",
    "实际返回",
    "经批准保留",
    "保留截止",
)
OTHERS = (
    ("李明", "002", "刑侦大队", "", "", ""),
    ("赵强", "003", "政工室", "", "", ""),
    ("钱红", "004", "新城派出所", "", "", ""),
)


def _wang(working: str = "", seconded: str = "", remarks: str = "", *further: Sheet) -> Imported:
    return imported(
        HEADER, ("王宇", "001", "城关派出所", working, seconded, remarks), *OTHERS, further=further
    )


def _sheet(*cells: str) -> Sheet:
    return sheet("借调", STAYS, ("王宇", "001", "城关所", *cells))


def test_a_unit_of_the_bureau_is_told_from_a_place_outside() -> None:
    [inside] = stays(found := _wang(seconded="刑侦"), "王宇")
    assert (place(found, inside), inside.level, inside.kind) == (
        "刑侦大队", BorrowLevel.BUREAU, SecondmentKind.BORROW,
    )  # fmt: skip
    [outside] = stays(_wang(seconded="县委组织部"), "王宇")
    assert (outside.to_unit, outside.to_outside) == (None, "县委组织部")
    assert outside.level is BorrowLevel.PARTY_GOVERNMENT


def test_the_working_unit_counts_where_no_secondment_is_open() -> None:
    [stay] = stays(_wang(working="政工室"), "王宇")
    assert stay.source is SecondmentSource.WORKING_UNIT
    assert not stays(_wang(working="城关所"), "王宇")


def test_where_the_two_disagree_the_secondment_wins_and_the_row_is_listed() -> None:
    found = _wang(working="政工室", seconded="刑侦大队")
    [stay] = stays(found, "王宇")
    assert place(found, stay) == "刑侦大队"
    assert [(i.kind, i.row, i.column) for i in found.issues] == [(IssueKind.CONTRADICTION, 2, "实际工作单位")]


def test_one_stay_on_the_sheet_and_on_the_roster_is_one_record_with_the_details_of_the_sheet() -> None:
    details = _sheet("刑侦大队", "专班", "2026.03.01", "2027.3.1", "", "是", "2026年12月31日")
    found = _wang("刑侦", "刑侦大队", "借调至刑侦大队", details)
    [stay] = stays(found, "王宇")
    assert (stay.kind, stay.from_, stay.kept_until) == (
        SecondmentKind.TASK_FORCE, date(2026, 3, 1), date(2026, 12, 31),
    )  # fmt: skip
    assert stay.kept_with_approval
    assert not found.issues


def test_a_stay_that_ended_is_not_open() -> None:
    [stay] = stays(_wang("", "", "", _sheet("刑侦大队", "抽调", "2026.3", "", "2026.6.1", "", "")), "王宇")
    assert stay.returned_on == date(2026, 6, 1)
    found = _wang("政工室", "", "", _sheet("刑侦大队", "抽调", "2026.3", "", "2026.6.1", "", ""))
    assert len(stays(found, "王宇")) == 2


def test_a_roster_that_contradicts_the_sheet_is_listed() -> None:
    found = _wang("", "政工室", "", _sheet("刑侦大队", "抽调", "2026.3", "", "", "", ""))
    assert [place(found, s) for s in stays(found, "王宇")] == ["刑侦大队"]
    assert kinds(found) == [IssueKind.CONTRADICTION]


def test_a_row_of_the_sheet_that_means_nobody_or_repeats_is_listed() -> None:
    details = sheet(
        "借调", STAYS,
        ("王宇", "001", "", "刑侦大队", "抽调", "2026.3"),
        ("王宇", "001", "", "刑侦", "抽调", "2026.3"),
        ("孙无", "999", "", "刑侦大队", "抽调", "2026.3"),
        ("王字", "001", "", "政工室", "抽调", "2025.3"),
    )  # fmt: skip
    found = _wang("", "", "", details)
    assert kinds(found) == [IssueKind.REPEATED_ROW, IssueKind.NO_PERSON, IssueKind.CONTRADICTION]
    assert [i.row for i in found.issues] == [3, 4, 5]
    assert len(stays(found, "王宇")) == 2


def test_people_of_one_name_are_told_apart_by_their_unit() -> None:
    details = sheet("借调", STAYS, ("王宇", "", "刑侦大队", "政工室", "抽调", "2026.3"))
    rows = (HEADER, ("王宇", "001", "城关派出所"), ("王宇", "005", "刑侦大队"), *OTHERS)
    found = imported(*(r if len(r) == 6 else (*r, "", "", "") for r in rows), further=[details])
    [stay] = found.document.county.secondments.values()
    assert found.document.county.people[stay.person].badge_number == "005"


def test_a_draw_off_only_in_the_remarks_is_taken_listed_and_asked() -> None:
    found = _wang(remarks="借调至刑侦大队")
    [stay] = stays(found, "王宇")
    assert (stay.source, stay.to_verify, place(found, stay)) == (SecondmentSource.REMARKS, True, "刑侦大队")
    assert kinds(found) == [IssueKind.REMARKS]
    [asked] = [q for q in found.questions if q.kind is QuestionKind.REMARK]
    assert (asked.key, asked.suggested, asked.answer) == ("001", "yes", None)


@pytest.mark.parametrize(("answer", "number"), [("yes", 1), ("no", 0)])
def test_the_answer_about_remarks_is_followed(answer: str, number: int) -> None:
    row = ("王宇", "001", "城关派出所", "", "", "借调至刑侦大队")
    found = imported(HEADER, row, *OTHERS)
    [asked] = [q for q in found.questions if q.kind is QuestionKind.REMARK]
    again = imported(HEADER, row, *OTHERS, choices=asked.answered(answer, ImportChoices()))
    assert len(stays(again, "王宇")) == number
    assert not any(s.to_verify for s in stays(again, "王宇"))


@pytest.mark.parametrize("remarks", ["抽调州公安局", "拟借调至刑侦大队", "借调刑侦"])
def test_remarks_that_leave_it_open_are_listed_without_a_record(remarks: str) -> None:
    found = _wang(remarks=remarks)
    assert not stays(found, "王宇")
    assert kinds(found) == [IssueKind.REMARKS]
    assert not [q for q in found.questions if q.kind is QuestionKind.REMARK]


@pytest.mark.parametrize("remarks", ["未借调至刑侦大队", "借调至刑侦大队(已归队)", "由刑侦大队借调至本所"])
def test_remarks_of_no_stay_one_that_is_over_or_one_to_here_count_nothing(remarks: str) -> None:
    found = _wang(remarks=remarks)
    assert not stays(found, "王宇")
    assert not found.issues


def test_a_target_that_begins_with_a_units_name_is_that_unit() -> None:
    [stay] = stays(found := _wang(remarks="抽调在刑侦大队专班"), "王宇")
    assert place(found, stay) == "刑侦大队"


def test_remarks_beside_a_recorded_stay_say_nothing_new() -> None:
    found = _wang(seconded="政工室", remarks="借调至刑侦大队")
    assert len(stays(found, "王宇")) == 1
    assert not found.issues


def test_an_unknown_kind_is_listed_and_asked() -> None:
    found = _wang("", "", "", _sheet("刑侦大队", "神秘", "2026.3", "", "", "", ""))
    assert kinds(found) == [IssueKind.UNKNOWN_WORD]
    assert [(q.field, q.key) for q in found.questions if q.kind is QuestionKind.WORD] == [
        ("secondment_kind", "神秘")
    ]


def test_a_place_under_the_bureaus_name_is_a_unit_of_it() -> None:
    rows = (("某县公安局花名册",), HEADER, ("王宇", "001", "城关派出所", "", "某县公安局特勤大队", ""))
    found = imported(*rows)
    [stay] = stays(found, "王宇")
    assert place(found, stay) == "特勤大队"


def test_a_station_the_bureau_has_not_and_dates_in_the_wrong_order_are_listed() -> None:
    found = _wang("", "", "", _sheet("城管派出所", "抽调", "2026.3", "2026.1", "", "", ""))
    assert [s.to_outside for s in stays(found, "王宇")] == ["城管派出所"]
    assert kinds(found) == [IssueKind.UNKNOWN_UNIT, IssueKind.CONTRADICTION]


def test_a_secondment_to_the_home_unit_is_none() -> None:
    found = _wang(seconded="城关所")
    assert not stays(found, "王宇")
    assert kinds(found) == [IssueKind.CONTRADICTION]


def test_a_status_without_a_place_counts_as_outside_until_completed() -> None:
    found = imported(("姓名", "单位", "人员状态"), ("王宇", "城关派出所", "借调"))
    [stay] = stays(found, "王宇")
    assert (stay.to_unit, stay.to_verify) == (None, True)
    assert kinds(found) == [IssueKind.CONTRADICTION]
