"""The sheet 方案, clean and dirty, read once and read again."""

from __future__ import annotations

from datetime import date

import pytest

from planner.document import Document
from planner.edits.scenarios import correct_change
from planner.files.choices import ImportChoices
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


FULL = (
    "方案", "基础方案", "启用", "日期", "变动", "姓名", "警号", "单位", "并入单位", "岗位", "数量",
    "截止日期", "指标", "取值", "备注",
)  # fmt: skip


def test_two_stations_in_one_cell_tell_which_one_goes_into_which() -> None:
    stations = [
        "城关派出所并入河口派出所",
        "城关派出所→河口派出所",
        "城关所、河口所",
        "城关派出所 -> 河口派出所",
    ]
    found = read(*(("甲", "2027.03.01", "merge_station", "", words, "", "", "") for words in stations))
    assert kinds(found) == []
    assert {(c.unit, c.into) for c in changes(found)} == {
        (unit_named(found, "城关派出所"), unit_named(found, "河口派出所"))
    }
    elsewhere = read(("甲", "2027.03.01", "merge_station", "", "城关派出所", "河口派出所", "", ""))
    assert changes(elsewhere)[0].into == unit_named(elsewhere, "河口派出所")
    closed = read(("甲", "2027.03.01", "撤销", "", "河口派出所→刑侦大队", "", "", ""))
    assert (changes(closed)[0].kind, changes(closed)[0].into) == (
        ChangeKind.CLOSE_STATION,
        unit_named(closed, "刑侦大队"),
    )


def test_a_merge_that_names_one_station_is_listed_with_what_to_write() -> None:
    found = read(("甲", "2027.03.01", "合并", "", "河口派出所", "", "", ""))
    [issue] = found.issues
    assert (issue.kind, issue.row, issue.column) == (IssueKind.UNKNOWN_UNIT, 2, "单位")
    assert "甲派出所→乙派出所" in issue.message.zh
    assert changes(found)[0].unit == unit_named(found, "河口派出所")


@pytest.mark.parametrize("place", [3, 4, 5])
def test_with_eight_columns_a_target_is_named_where_the_row_has_room(place: int) -> None:
    row: list[Cell] = ["甲", "2027.03.01", "指标", "", "", "", 0.45, ""]
    row[place] = "派出所警力占比"
    found = read(tuple(row))
    assert kinds(found) == []
    assert [(c.key, c.value, c.number) for c in changes(found)] == [("station_share.required", "45%", None)]


def test_a_target_that_says_no_setting_is_listed_with_what_to_write() -> None:
    found = read(("甲", "2027.03.01", "target", "", "", "", 45, ""))
    [issue] = found.issues
    assert (issue.kind, issue.row) == (IssueKind.UNKNOWN_WORD, 2)
    assert "station_share" in issue.message.zh
    assert [(c.key, c.value) for c in changes(found)] == [("", "45")]


@pytest.mark.parametrize(
    ("key", "cell", "kept"),
    [
        ("station_share", 0.45, "45%"),
        ("station_share", 45, "45%"),
        ("station_share", "45 %", "45%"),
        ("派出所警力占比", "４５％", "45%"),
        ("station_minimum", 6.0, "6"),
        ("counting.traffic", "否", "false"),
        ("station_share.enforcement", "必须满足", "hard"),
    ],
)
def test_a_value_is_read_as_its_setting_reads_it(key: str, cell: Cell, kept: str) -> None:
    found = read(full(日期="2027.03.01", 变动="target", 指标=key, 取值=cell), header=FULL)
    assert kinds(found) == []
    assert changes(found)[0].value == kept


@pytest.mark.parametrize(
    ("key", "cell"), [("station_share", 1.0), ("station_share", "140%"), ("station_minimum", "多")]
)
def test_a_value_that_cannot_be_is_listed_and_its_words_are_kept(key: str, cell: Cell) -> None:
    found = read(full(日期="2027.03.01", 变动="target", 指标=key, 取值=cell), header=FULL)
    assert [(i.kind, i.column) for i in found.issues] == [(IssueKind.BAD_NUMBER, "取值")]
    assert changes(found)[0].value == ("1" if cell == 1.0 else cell)
    assert len(applied(found.document, 1).conflicts) == 1


def test_an_unknown_setting_is_listed_and_its_words_are_kept() -> None:
    found = read(full(日期="2027.03.01", 变动="target", 指标="占比", 取值="45%"), header=FULL)
    assert [(i.kind, i.column) for i in found.issues] == [(IssueKind.UNKNOWN_WORD, "指标")]
    assert (changes(found)[0].key, changes(found)[0].value) == ("占比", "45%")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("退休", ChangeKind.RETIRE),
        ("离职", ChangeKind.RETIRE),
        ("招录", ChangeKind.RECRUIT),
        ("招警", ChangeKind.RECRUIT),
        ("新警", ChangeKind.RECRUIT),
        ("交流", ChangeKind.TRANSFER),
        ("调动", ChangeKind.TRANSFER),
        ("借调", ChangeKind.SECONDMENT),
        ("抽调", ChangeKind.SECONDMENT),
        ("返回", ChangeKind.RETURN),
        ("归队", ChangeKind.RETURN),
        ("专项", ChangeKind.CAMPAIGN),
        ("撤销", ChangeKind.CLOSE_STATION),
        ("合并", ChangeKind.MERGE_STATION),
        ("新设", ChangeKind.OPEN_STATION),
        ("指标", ChangeKind.TARGET),
        ("占比", ChangeKind.TARGET),
        ("减报表", ChangeKind.CANCEL_REPORT),
        ("Retired", ChangeKind.RETIRE),
        ("post-change", ChangeKind.POST_CHANGE),
    ],
)
def test_the_ordinary_words_for_a_kind_of_change_are_understood(word: str, kind: ChangeKind) -> None:
    assert changes(read(("甲", "2027.03.01", word, "", "", "", "", "")))[0].kind is kind


def test_what_both_kinds_of_move_are_called_is_told_apart_by_the_unit() -> None:
    found = read(
        ("甲", "2027.03.01", "调整", "王宇", "河口派出所", "社区民警", "", ""),
        ("甲", "2027.03.01", "调整", "李静", "", "社区民警", "", ""),
    )
    assert [c.kind for c in changes(found)] == [ChangeKind.TRANSFER, ChangeKind.POST_CHANGE]


def test_a_kind_of_leave_is_a_change_too() -> None:
    found = read(
        ("甲", "2027.03.01", "产假", "王宇", "", "", "", "2027.07.31"),
        ("甲", "2027.03.01", "请假", "李静", "", "", "", ""),
    )
    assert [(c.kind, c.value) for c in changes(found)] == [
        (ChangeKind.LEAVE, "maternity"),
        (ChangeKind.LEAVE, ""),
    ]
    told = read(full(日期="2027.03.01", 变动="leave", 姓名="王宇", 取值="病假"), header=FULL)
    assert changes(told)[0].value == "sick"


def test_the_user_may_say_which_kind_a_word_of_theirs_means() -> None:
    further = [sheet("方案", HEADER, ("甲", "2027.03.01", "重组", "", "河口派出所→城关派出所", "", "", ""))]
    choices = ImportChoices(values={"change": {"重组": "merge_station"}})
    found = imported(ROSTER, *PEOPLE, further=further, choices=choices)
    assert [c.kind for c in changes(found)] == [ChangeKind.MERGE_STATION]


def test_a_scenario_of_which_no_row_can_be_read_stays_without_changes() -> None:
    found = read(
        ("甲", "2027.03.01", "promote", "王宇", "", "", "", ""),
        ("乙", "2027.03.01", "", "王宇", "", "", "", ""),
        ("丙", "", "", "", "", "", "", ""),
    )
    assert [(s.name, s.changes, s.note) for s in found.document.scenarios.values()] == [
        ("甲", (), ""),
        ("乙", (), ""),
        ("丙", (), ""),
    ]
    assert [(i.kind, i.row, i.column) for i in found.issues] == [
        (IssueKind.UNKNOWN_WORD, 2, "变动"),
        (IssueKind.UNKNOWN_WORD, 3, "变动"),
    ]
    assert all("可写交流、调岗、借调、返岗、招警、退休、" in issue.message.zh for issue in found.issues)
    assert all("write transfer, post_change, " in issue.message.en for issue in found.issues)


def test_words_that_were_not_understood_are_kept_exported_and_read_the_same_again() -> None:
    found = read(
        full(日期="2027.03.01", 变动="transfer", 姓名="不存在的人", 单位="火星派出所", 备注="急"),
        full(日期="2027.03.01", 变动="recruit", 单位="城关派出所", 岗位="火箭手", 数量="若干"),
        full(日期="2027.03.01", 变动="campaign", 姓名="某人、王宇", 单位="省公安厅", 数量=2, 截止日期="某日"),
        full(日期="2027.03.01", 变动="merge_station", 单位="火星所", 并入单位="木星所"),
        full(日期="2027.03.01", 变动="retire", 姓名="李静", 启用="也许"),
        full(日期="2027.03.01", 变动="retire", 警号="000"),
        header=FULL,
    )
    assert [c.note for c in changes(found)] == [
        "急;未读懂:姓名“不存在的人”、单位“火星派出所”",
        "未读懂:岗位“火箭手”、数量“若干”",
        "未读懂:姓名“某人”、截止日期“某日”",
        "未读懂:单位“火星所”、并入单位“木星所”",
        "未读懂:启用“也许”",
        "未读懂:警号“000”",
    ]
    written = [dict(zip(FULL, row, strict=True)) for row in scenario_rows(found.document)]
    assert [(r["姓名"], r["警号"], r["单位"], r["并入单位"]) for r in written] == [
        ("不存在的人", "", "火星派出所", ""),
        ("", "", "城关派出所", ""),
        ("王宇、某人", "001", "省公安厅", ""),
        ("", "", "火星所", "木星所"),
        ("李静", "002", "", ""),
        ("", "000", "", ""),
    ]
    assert [(r["岗位"], r["数量"], r["截止日期"]) for r in written[1:3]] == [
        ("火箭手", "若干", None),
        ("", 2, "某日"),
    ]
    assert [r["备注"] for r in written] == ["急", "", "", "", "未读懂:启用“也许”", ""]
    again = read(
        *(tuple("" if cell is None else str(cell) for cell in r.values()) for r in written), header=FULL
    )
    assert again.document.scenarios == found.document.scenarios


def test_words_that_were_not_understood_are_gone_once_they_are_corrected_in_the_sheet() -> None:
    first = read(full(日期="2027.03.01", 变动="transfer", 姓名="王雨", 单位="河口派出所"), header=FULL)
    assert changes(first)[0].note == "未读懂:姓名“王雨”"
    fixed = read(
        full(日期="2027.03.01", 变动="transfer", 姓名="王宇", 单位="河口派出所"),
        header=FULL,
        into=first.document,
    )
    assert (changes(fixed)[0].person, changes(fixed)[0].note) == (person(fixed, "001"), "")


def test_a_station_opened_twice_is_the_first_one_that_is_switched_on() -> None:
    def opened(first: str) -> tuple[Change, ...]:
        return changes(
            read(
                full(启用=first, 日期="2027.03.01", 变动="open_station", 单位="新区派出所"),
                full(日期="2027.03.01", 变动="open_station", 单位="新区派出所"),
                full(日期="2027.03.02", 变动="transfer", 姓名="王宇", 单位="新区派出所"),
                header=FULL,
            )
        )

    for first, place in (("是", 0), ("否", 1)):
        found = opened(first)
        assert found[2].unit == unit_opened_by(found[place].id)


def full(**cells: Cell) -> tuple[Cell, ...]:
    return tuple({"方案": "甲", **cells}.get(heading, "") for heading in FULL)


def unit_named(found: Imported, name: str) -> int:
    return next(u.id for u in found.document.county.units.values() if u.name == name)
