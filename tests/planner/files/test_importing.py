"""Importing as a whole: unusable files, the sheets beside the roster, choices, and any cells whatever."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.county.records import AbsenceKind, UnitKind
from planner.errors import InputError
from planner.files.choices import ImportChoices
from planner.files.imported import SheetRole
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.questions import QuestionKind
from planner.files.workbook import Cell, Sheet, Workbook
from tests.planner.files.books import TODAY, book, imported, kinds, person, sheet, unit

HEADER = ("姓名", "警号", "单位")
WANG = ("王宇", "001", "城关派出所")
UNITS = ("单位名称", "简称", "类别", "编制数", "最低人数", "两队一室", "实有人口", "本局编制", "经度", "电话")


def _refused(workbook: Workbook, choices: ImportChoices | None = None) -> str:
    with pytest.raises(InputError) as refused:
        import_workbook(workbook, choices, on=TODAY)
    return refused.value.message.zh


def test_a_file_without_a_header_or_without_people_is_refused() -> None:
    assert "表头" in _refused(book(("a", "b"), ("c", "d")))
    assert "没有人员" in _refused(book(HEADER))
    assert "没有人员" in _refused(book(HEADER, ("小计", 0.0, "")))
    assert "表头" in _refused(Workbook("a.csv", ()))


def test_junk_rows_without_a_header_are_refused() -> None:
    junk = tuple((f"x{i}", i, float(i), "乱", "") for i in range(100_000))
    assert "表头" in _refused(Workbook("junk.csv", (Sheet("", junk),)))


def test_a_column_that_names_a_unit_in_every_row_is_refused_by_its_heading() -> None:
    junk = tuple((f"甲{i}", str(i), f"?!{i}") for i in range(100_000))
    assert "“单位”" in _refused(book(HEADER, *junk))


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        (ImportChoices(columns={"没有的列": "unit"}), "姓名、警号、单位"),
        (ImportChoices(columns={"单位": "nonsense"}), "badge_number"),
        (ImportChoices(values={"category": {"Y": "officer"}}), "sworn"),
        (ImportChoices(values={"name": {"Y": "sworn"}}), "category"),
        (ImportChoices(stations="["), "匹配式"),
        (ImportChoices(answers={"counting.area": "moon"}), "beat"),
        (ImportChoices(answers={"no.such": "1"}), "no.such"),
    ],
)
def test_a_choice_that_cannot_be_is_answered_with_what_can(choices: ImportChoices, told: str) -> None:
    assert told in _refused(book(HEADER, WANG), choices)


def test_a_pattern_makes_exactly_the_matching_units_stations() -> None:
    rows = (("officer", "unit"), ("a", 1.0), ("b", 25.0), ("c", 211.0), ("d", "城关所"))
    choices = ImportChoices(columns={"officer": "name"}, stations=r"[1-9]|1[0-9]|2[0-5]")
    found = imported(*rows, choices=choices)
    assert [u.name for u in found.document.county.units.values() if u.is_station] == ["1", "25"]
    assert not found.issues
    assert not [q for q in found.questions if q.kind is QuestionKind.UNIT_KIND]


def test_words_given_a_meaning_are_understood() -> None:
    choices = ImportChoices(
        columns={"sworn?": "category"}, values={"category": {"Y": "sworn", "n": "support"}}
    )
    found = imported((*HEADER, "Sworn?"), (*WANG, "y"), ("李明", "002", "城关派出所", "N"), choices=choices)
    assert [str(p.category) for p in found.document.county.people.values()] == ["sworn", "support"]
    assert not found.issues


def test_the_units_sheet_says_what_units_are() -> None:
    units = sheet(
        "单位", UNITS,
        ("城关派出所", "城关", "派出所", 12.0, "5", "是", "3万", "是", 100.5, "6123"),
        ("森林派出所", "", "", "", "", "否", "", "", "", ""),
        ("孟定派出所", "", "监所", "", "", "", "", "否", "", ""),
        ("合计", "", "", 12.0, "", "", "", "", "", ""),
    )  # fmt: skip
    found = imported(HEADER, ("王宇", "001", "城关"), ("李明", "002", "禁毒大队"), further=[units])
    town = unit(found, "城关派出所")
    assert (town.short_name, town.authorised, town.minimum) == ("城关", 12, 5)
    assert (town.two_teams_one_office, town.longitude, town.population) == (True, 100.5, None)
    assert town.extra == {"实有人口": "3万", "电话": "6123"}
    assert unit(found, "森林派出所").two_teams_one_office is False
    assert (unit(found, "孟定派出所").kind, unit(found, "孟定派出所").ours) == (UnitKind.CUSTODY, False)
    assert sorted(kinds(found)) == [IssueKind.BAD_NUMBER, IssueKind.UNIT_KIND, IssueKind.UNKNOWN_UNIT]
    assert unit(found, "禁毒大队").kind is UnitKind.ENFORCEMENT


def test_absences_are_read_and_nobody_is_guessed() -> None:
    header = ("姓名", "警号", "请假类型", "开始日期", "结束日期", "事由")
    absences = sheet(
        "请假", header,
        ("王宇", "001", "长期病假", "2026.3.1", "2027年3月1日", "住院"),
        ("王宇", "001", "长期病假", "2026.03.01", "2027-03-01", "住院"),
        ("孙无", "", "事假", "2026.3.1", "", ""),
    )  # fmt: skip
    found = imported((*HEADER, "人员状态"), (*WANG, "长期病假"), further=[absences])
    [absence] = found.document.county.absences.values()
    assert (absence.kind, absence.from_, absence.until) == (
        AbsenceKind.LONG_SICK, date(2026, 3, 1), date(2027, 3, 1),
    )  # fmt: skip
    assert kinds(found) == [IssueKind.REPEATED_ROW, IssueKind.NO_PERSON]


def test_sheets_that_are_not_understood_are_named() -> None:
    found = imported(HEADER, WANG, further=[sheet("考勤", ("日期", "x"), ("1", "2")), sheet("Sheet3")])
    assert [s.role for s in found.sheets] == [SheetRole.ROSTER, SheetRole.IGNORED, SheetRole.IGNORED]
    assert [(i.kind, i.sheet) for i in found.issues] == [(IssueKind.IGNORED_SHEET, "考勤")]


def test_the_roster_is_found_in_any_sheet() -> None:
    cover = sheet("封面", ("某县公安局", ""), ("2026年", ""))
    found = import_workbook(Workbook("a.xlsx", (cover, sheet("Sheet2", HEADER, WANG))), on=TODAY)
    assert person(found, "王宇").source_row == 2


def test_counting_questions_come_up_only_where_they_matter() -> None:
    asked = {q.key for q in imported(HEADER, WANG).questions}
    assert asked == {"counting.area", "all_officer"}
    rows = (HEADER, WANG, ("李明", "002", "交警大队"))
    found = imported(*rows)
    assert {q.key for q in found.questions} == {"counting.area", "counting.traffic", "all_officer"}
    [traffic] = [q for q in found.questions if q.key == "counting.traffic"]
    again = imported(*rows, choices=traffic.answered("false", ImportChoices()))
    assert again.document.policy.switch("counting.traffic") is False
    assert [q.key for q in again.open_questions] == ["counting.area", "all_officer"]


def test_all_unmarked_stations_are_marked_as_the_user_says_and_stay_so() -> None:
    found = imported(HEADER, WANG)
    [asked] = [q for q in found.questions if q.key == "all_officer"]
    assert unit(found, "城关派出所").two_teams_one_office is None
    choices = asked.answered("yes", found.choices)
    again = imported(HEADER, WANG, choices=choices)
    assert unit(again, "城关派出所").two_teams_one_office is False
    assert [q.answer for q in again.questions if q.key == "all_officer"] == ["yes"]


CELLS: st.SearchStrategy[Cell] = (
    st.sampled_from(
        ["", "姓名", "警号", "单位", "借调单位", "备注", "小计", "合计",
         "城关派出所", "城关所", "王宇", "借调至刑侦大队",
         "1985.13", "民警", "人员状态", "出生年月", "实际工作单位", "类别",
         "单位名称", "请假类型", "是", "至今", "：", "#"]
    )
    | st.text(max_size=8)
    | st.floats()
    | st.integers(-(10**12), 10**12)
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=8).map(tuple)


@settings(max_examples=150, deadline=None)
@given(
    top=st.sampled_from([(), (HEADER,), (("姓名", "出生年月", "人员状态", "单位", "借调单位", "备注"),)]),
    rows=ROWS,
    further=st.lists(
        st.tuples(st.sampled_from(["单位", "借调", "请假", "x"]), ROWS), max_size=2, unique_by=lambda s: s[0]
    ),
)  # fmt: skip
def test_no_cells_whatever_raise_anything_but_one_sentence(
    top: tuple[tuple[Cell, ...], ...],
    rows: tuple[tuple[Cell, ...], ...],
    further: list[tuple[str, tuple[tuple[Cell, ...], ...]]],
) -> None:
    sheets = (Sheet("花名册", top + rows), *(Sheet(name, cells) for name, cells in further))
    workbook = Workbook("任意.xlsx", sheets)
    try:
        found = import_workbook(workbook, on=TODAY)
    except InputError:
        return
    again = import_workbook(workbook, into=found.document, on=TODAY)
    assert again.document.county.people.keys() == found.document.county.people.keys()


def test_a_time_of_day_beside_a_date_does_not_matter() -> None:
    found = imported((*HEADER, "出生年月"), (*WANG, datetime(1985, 3, 1, 12, 30)))
    assert person(found, "王宇").birth == date(1985, 3, 1)


def test_people_on_the_books_of_the_bureau_itself_are_of_its_headquarters() -> None:
    found = imported(
        ["文山县公安局花名册", "", "", ""],
        ["姓名", "单位", "职务", "借调单位"],
        ["甲一", "文山县公安局", "局长", ""],
        ["乙二", "城关派出所", "民警", "县局"],
        ["丙三", "城关派出所", "民警", "州公安局"],
    )
    bureau = unit(found, "文山县公安局")
    assert (bureau.kind, bureau.ours, found.issues) == (UnitKind.ADMINISTRATIVE, True, ())
    assert [s.to_unit for s in found.document.county.secondments.values()] == [bureau.id, None]
