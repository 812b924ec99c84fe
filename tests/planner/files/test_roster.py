"""Rows of the roster become people, and whatever is odd about one is listed with its cell."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import AbsenceKind, Category, Post, Serving, Sex, UnitKind
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.issues import IssueKind
from planner.files.questions import QuestionKind
from tests.planner.files.books import home, imported, kinds, person, posting, sheet, unit

HEADER = ("姓名", "警号", "单位")
WANG = ("王宇", "001", "城关派出所")


def test_every_understood_column_reaches_its_field() -> None:
    row = {
        "姓名": "王　宇", "警号": "001", "性别": "女", "出生年月": "1985.03", "身份": "试用期民警",
        "单位": "城关派出所", "职务": "民警", "职级": "一级警员", "警衔": "二级警司", "岗位": "社区民警",
        "专职": "是", "责任区": "东街社区", "参加工作时间": "2008.7", "入警时间": "2009.8",
        "任现单位时间": "2015.1", "任现职务时间": "2016.2", "执法资格": "中级", "离职/退休日期": "2091.3",
        "特殊情况": "孕期", "锁定": "专案未结", "备注": "三等功", "学历": "本科",
    }  # fmt: skip
    found = imported(tuple(row), tuple(row.values()))
    wang, post = person(found, "王宇"), posting(found, "王宇")
    assert (wang.badge_number, wang.sex, wang.birth) == ("001", Sex.FEMALE, date(1985, 3, 1))
    assert (wang.category, wang.grade, wang.rank) == (Category.PROBATIONER, "一级警员", "二级警司")
    assert (wang.joined_work, wang.joined_police) == (date(2008, 7, 1), date(2009, 8, 1))
    assert (wang.special, wang.special_codes, wang.pin) == ("孕期", {"pregnant"}, "专案未结")
    assert (wang.remarks, wang.source_row) == ("三等功", 2)
    assert wang.extra == {"学历": "本科", "离职/退休日期": "2091.3"}
    assert (post.post, post.post_words, post.position) == (Post.COMMUNITY, "社区民警", "民警")
    assert (post.dedicated, post.beat, post.in_unit_since) == (True, "东街社区", date(2015, 1, 1))
    assert home(found, "王宇") == "城关派出所"
    assert wang.qualification == "中级"
    assert wang.left_on is None
    assert found.issues[0].kind is IssueKind.BAD_DATE


def test_english_headings_and_words_are_understood() -> None:
    found = imported(
        ("Name", "Badge number", "unit", "post", "Category", "seconded_to", "sex"),
        ("John Smith", "7", "Central Police Station", "community", "officer", "Homicide Squad", "M"),
        ("Ann Lee", "8", "Homicide Squad", "leader", "auxiliary", "", "F"),
    )
    assert unit(found, "Central Police Station").kind is UnitKind.STATION
    assert posting(found, "John Smith").post is Post.COMMUNITY
    assert person(found, "Ann Lee").category is Category.AUXILIARY
    assert len(found.document.county.secondments) == 1


def test_the_header_is_found_below_titles_and_with_breaks_and_blanks_in_it() -> None:
    found = imported(
        ("某县公安局人员花名册", "", ""),
        ("制表单位：某县公安局政工室", "", "2026年11月"),
        ("姓  名", "警\n号", "单 位"),
        WANG,
    )
    assert found.sheets[0].header_rows == (3,)
    assert [c.heading for c in found.sheets[0].columns] == ["姓名", "警号", "单位"]
    assert found.document.county.name == "某县公安局"


def test_a_header_of_two_rows_joins_groups_and_their_columns() -> None:
    found = imported(
        ("姓名", "警号", "单位", "借调情况", "", "学历"),
        ("", "", "", "单位", "开始时间", ""),
        (*WANG, "县委组织部", "2026.3", "本科"),
    )
    assert found.sheets[0].header_rows == (1, 2)
    assert [c.field for c in found.sheets[0].columns] == [
        "name", "badge_number", "unit", "seconded_to", "from", None,
    ]  # fmt: skip
    assert next(iter(found.document.county.secondments.values())).from_ == date(2026, 3, 1)


def test_subtotals_repeated_headers_footers_and_blank_tails_are_no_people() -> None:
    found = imported(
        ("某县公安局花名册", "", "", ""),
        ("序号", *HEADER),
        (1.0, *WANG),
        ("小计", 1.0, "", ""),
        ("", "", "", ""),
        ("某县公安局花名册", "", "", ""),
        ("序号", *HEADER),
        (1.0, "李明", "002", "刑侦大队"),
        (2.0, "赵强", "003", "刑侦大队"),
        ("刑侦大队小计：2人", "", "", ""),
        ("合计", 3.0, "", ""),
        ("填报人：李明      审核人：赵强", "", "", ""),
        ("注：含借调人员。", "", "", ""),
        ("", "", "", ""),
    )
    assert [p.name for p in found.document.county.people.values()] == ["王宇", "李明", "赵强"]
    assert [(t.unit, t.stated, t.read) for t in found.totals] == [
        ("城关派出所", 1, 1), ("刑侦大队", 2, 2), ("", 3, 3),
    ]  # fmt: skip
    assert kinds(found) == []
    layout = found.document.layout
    assert layout is not None
    assert (layout.subtotal, layout.total, layout.restarts) == ("小计", "合计", True)
    assert [f[0][:3] for f in layout.footers] == ["填报人", "注：含"]
    assert layout.titles[0][0] == "某县公安局花名册"


def test_a_units_name_above_its_block_is_no_person_and_another_line_is_listed() -> None:
    found = imported(
        HEADER, ("城关派出所", "", ""), WANG, ("以下人员待定：", "", ""), ("李明", "002", "刑侦大队")
    )
    assert [p.name for p in found.document.county.people.values()] == ["王宇", "李明"]
    assert [(i.kind, i.row) for i in found.issues] == [(IssueKind.IGNORED_ROW, 4)]


def test_a_subtotal_that_differs_is_named() -> None:
    found = imported(HEADER, WANG, ("小计", 4.0, ""))
    assert kinds(found) == [IssueKind.SUBTOTAL]
    assert (found.issues[0].row, found.totals[0].agrees) == (3, False)


def test_a_badge_number_given_twice_counts_one_person_once_and_two_people_twice() -> None:
    found = imported(HEADER, WANG, ("王　宇", "001", "城关所"), ("李明", "001", "刑侦大队"))
    assert [(p.name, p.badge_number) for p in found.document.county.people.values()] == [
        ("王宇", "001"),
        ("李明", "001-2"),
    ]
    assert kinds(found) == [IssueKind.REPEATED_ROW, IssueKind.DUPLICATE_BADGE]
    assert [i.row for i in found.issues] == [3, 4]
    assert found.people_rows == 3


def test_names_and_numbers_that_are_missing_are_made_up_and_marked() -> None:
    found = imported(
        HEADER, ("王宇", "", "城关派出所"), ("", "002", "城关派出所"), ("李明", "X00001", "刑侦大队")
    )
    wang, two, _ = found.document.county.people.values()
    assert (wang.made_up_badge, wang.badge_number) == (True, "X00002")
    assert (two.made_up_name, two.name) == (True, "002")


def test_a_blank_unit_is_kept_and_listed() -> None:
    found = imported(HEADER, WANG, ("李明", "002", ""))
    assert posting(found, "李明").unit is None
    assert [(i.kind, i.row, i.column) for i in found.issues] == [(IssueKind.BLANK_UNIT, 3, "单位")]


def test_a_cell_that_cannot_be_read_is_listed_and_kept_word_for_word() -> None:
    found = imported((*HEADER, "出生\n年月"), (*WANG, "1985.13"))
    wang = person(found, "王宇")
    assert (wang.birth, wang.extra) == (None, {"出生年月": "1985.13"})
    assert [(i.kind, i.sheet, i.row, i.column, i.person) for i in found.issues] == [
        (IssueKind.BAD_DATE, "花名册", 2, "出生年月", wang.id)
    ]


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("", Category.SWORN),
        ("民警", Category.SWORN),
        ("勤务辅警", Category.AUXILIARY),
        ("工 勤", Category.SUPPORT),
        ("外星人", Category.UNKNOWN),
    ],
)
def test_the_category_decides_who_counts(words: str, category: Category) -> None:
    found = imported((*HEADER, "身份"), (*WANG, words))
    assert person(found, "王宇").category is category


def test_an_unknown_status_does_not_count_until_it_is_confirmed() -> None:
    rows = ((*HEADER, "人员状态"), (*WANG, "见附件"), ("李明", "002", "刑侦大队", "在职"))
    found = imported(*rows)
    assert person(found, "王宇").serving is Serving.UNKNOWN
    [asked] = [q for q in found.questions if q.kind is QuestionKind.WORD]
    assert (asked.key, asked.field, asked.rows, asked.answer) == ("见附件", "status", (2,), None)
    again = imported(*rows, choices=asked.answered("serving", found.choices))
    assert person(again, "王宇").serving is Serving.SERVING
    assert not again.issues
    assert [q.answer for q in again.questions if q.kind is QuestionKind.WORD] == ["serving"]


def test_a_status_that_is_an_absence_becomes_one() -> None:
    found = imported((*HEADER, "人员状态"), (*WANG, "产假"), ("李明", "002", "刑侦大队", "退休"))
    [absence] = found.document.county.absences.values()
    assert (absence.person, absence.kind) == (person(found, "王宇").id, AbsenceKind.MATERNITY)
    assert person(found, "李明").serving is Serving.LEFT


@pytest.mark.parametrize(
    ("position", "post", "expected"),
    [
        ("所长", "", Post.LEADER),
        ("城关派出所副所长", "", Post.LEADER),
        ("党委委员、副局长", "", Post.LEADER),
        ("副大队长(正股级)", "办案", Post.LEADER),
        ("民警", "所领导", Post.LEADER),
        ("一级主任科员", "办案", Post.CASE),
        ("中队长", "办案", Post.CASE),
        ("民警", "责任区民警", Post.COMMUNITY),
        ("民警", "打杂", Post.OTHER),
    ],
)
def test_unit_heads_are_known_by_post_or_position(position: str, post: str, expected: Post) -> None:
    found = imported((*HEADER, "职务", "岗位"), (*WANG, position, post))
    assert (posting(found, "王宇").post, posting(found, "王宇").post_words) == (expected, post)


def test_an_unknown_post_is_asked_about_only_where_it_could_decide() -> None:
    found = imported((*HEADER, "岗位"), (*WANG, "社区警务组民警"), ("李明", "002", "城关派出所", "打杂"))
    assert kinds(found) == [IssueKind.UNKNOWN_WORD]
    [asked] = [q for q in found.questions if q.kind is QuestionKind.WORD]
    again = imported(
        (*HEADER, "岗位"), (*WANG, "社区警务组民警"), choices=asked.answered("community", found.choices)
    )
    assert posting(again, "王宇").post is Post.COMMUNITY
    assert not again.issues


def test_identity_card_numbers_are_left_out_unless_asked_for() -> None:
    rows = ((*HEADER, "身份证号"), (*WANG, "530126198503010011"))
    found = imported(*rows)
    assert person(found, "王宇").extra == {}
    assert kinds(found) == [IssueKind.IGNORED_COLUMN]
    assert "530126" not in str(found.document)
    kept = imported(*rows, choices=ImportChoices(identity_numbers=True))
    assert person(kept, "王宇").extra == {"身份证号": "530126198503010011"}


def test_two_columns_of_one_heading_are_both_kept() -> None:
    found = imported((*HEADER, "电话", "电话"), (*WANG, "1", 2.0))
    assert person(found, "王宇").extra == {"电话": "1", "电话 2": "2"}


def test_the_users_own_mapping_wins_over_the_words() -> None:
    rows = (("a", "b", "单位", "备注"), ("王宇", "城关派出所", "组织部", "刑侦大队"))
    choices = ImportChoices(columns={"a": "name", "b": "unit", "单位": NO_FIELD, "备注": "seconded_to"})
    found = imported(*rows, choices=choices)
    assert home(found, "王宇") == "城关派出所"
    assert person(found, "王宇").extra == {"单位": "组织部"}
    assert len(found.document.county.secondments) == 1


def test_a_roster_without_units_is_one_unit_where_the_user_says_so() -> None:
    rows = (("姓名", "警号"), ("王宇", "001"), ("李明", "002"))
    assert kinds(imported(*rows)) == [IssueKind.BLANK_UNIT]
    found = imported(*rows, choices=ImportChoices(single_unit=True))
    assert not found.issues
    assert [u.name for u in found.document.county.units.values()] == [home(found, "王宇")]


def test_a_roster_over_several_sheets_is_read_whole() -> None:
    found = imported(HEADER, WANG, further=[sheet("刑侦", HEADER, ("李明", "002", "刑侦大队"))])
    assert [p.name for p in found.document.county.people.values()] == ["王宇", "李明"]
    assert found.people_rows == 2
    assert [(i.kind, i.sheet, i.row) for i in found.issues] == [(IssueKind.CONTRADICTION, "刑侦", None)]


def test_a_repeated_row_with_another_pin_is_a_contradiction_and_the_first_row_counts() -> None:
    found = imported((*HEADER, "锁定"), (*WANG, "骨干"), (*WANG, "不得调动"), (*WANG, ""))
    assert person(found, "王宇").pin == "骨干"
    differing = [i for i in found.issues if i.kind is IssueKind.CONTRADICTION]
    assert [(i.sheet, i.row, i.column) for i in differing] == [("花名册", 3, "锁定"), ("花名册", 4, "锁定")]
    assert "第 2 行:骨干;此行:不得调动" in differing[0].message.zh
    assert "此行:空白" in differing[1].message.zh


def test_a_repeated_row_with_the_same_pin_contradicts_nothing() -> None:
    found = imported((*HEADER, "锁定"), (*WANG, "骨干"), (*WANG, "骨干"))
    assert kinds(found) == [IssueKind.REPEATED_ROW]
