"""The columns of the roster that the program knows (design 10), by where they come from."""

from __future__ import annotations

from planner.county.records import Category, Post, Serving
from planner.county.retirement import retirement_date
from planner.tables import names, typed
from planner.tables.column import Column, Look
from planner.tables.kinds import borrower_choices, choice, day, flag, number, unit_choices, words
from planner.tables.places import read_elsewhere
from planner.tables.roster_rows import RosterRow, age
from planner.text import Text

_PIN_HINT = Text("写明理由即锁定,清空即解除。", "A reason pins the officer; clearing it takes the pin off.")


def _unit_column(key: str, title: Text) -> Column[RosterRow]:
    def name(row: RosterRow) -> str:
        return row.state.unit_name(row.posting.unit)

    return Column(
        key, title, name, lambda row, _: name(row), Look.CHOICE, 18, True, typed.a_unit, unit_choices
    )


def _borrower_column() -> Column[RosterRow]:
    return Column(
        "seconded_to",
        Text("借调单位", "Seconded to"),
        lambda row: row.borrower or None,
        lambda row, _: row.borrower,
        Look.CHOICE,
        16,
        True,
        read_elsewhere,
        borrower_choices,
        Text(
            "填写单位即从当日起登记抽调;局外单位直接写名称。",
            "Naming a unit begins a draw-off that day; for one outside the bureau write its name.",
        ),
    )


PERSON: tuple[Column[RosterRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.person.name, read=typed.a_name, width=9),
    words(
        "badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, read=typed.a_badge, width=9
    ),
    choice("sex", Text("性别", "Sex"), lambda r: r.person.sex, names.SEXES, edit=True, width=6),
    day("birth", Text("出生年月", "Birth"), lambda r: r.person.birth, edit=True, month=True),
    number("age", Text("年龄", "Age"), lambda r: age(r.person.birth, r.state.date), width=6),
    choice(
        "category",
        Text("身份", "Category"),
        lambda r: r.person.category,
        names.CATEGORIES,
        edit=True,
        blank=Category.SWORN,
        width=13,
    ),
)


PLACE: tuple[Column[RosterRow], ...] = (
    _unit_column("unit", Text("单位", "Unit")),
    words("working_place", Text("实际工作单位", "Works at"), lambda r: r.working_place, width=18),
    choice("standing", Text("在岗情况", "Standing"), lambda r: r.standing, names.ROSTER_STANDINGS, width=13),
    words("position", Text("职务", "Position"), lambda r: r.posting.position, edit=True),
    choice(
        "post",
        Text("岗位", "Post"),
        lambda r: r.posting.post,
        names.POSTS,
        edit=True,
        blank=Post.OTHER,
    ),
    flag("dedicated", Text("专职", "Dedicated"), lambda r: r.posting.dedicated, edit=True),
    words("beat", Text("责任区", "Beat"), lambda r: r.posting.beat, edit=True, width=10),
    words("pin", Text("锁定", "Pinned"), lambda r: r.person.pin, edit=True, hint=_PIN_HINT),
)


SECONDMENT: tuple[Column[RosterRow], ...] = (
    _borrower_column(),
    choice(
        "secondment_kind",
        Text("借调类型", "Secondment"),
        lambda r: r.secondment.kind if r.secondment else None,
        names.SECONDMENT_KINDS,
        edit=True,
    ),
    day(
        "seconded_from",
        Text("借调开始", "From"),
        lambda r: r.secondment.from_ if r.secondment else None,
        edit=True,
    ),
    day(
        "seconded_until",
        Text("借调截止", "Until"),
        lambda r: r.secondment.until if r.secondment else None,
        edit=True,
    ),
    day(
        "returned_on",
        Text("实际返回", "Returned"),
        lambda r: r.secondment.returned_on if r.secondment else None,
        edit=True,
        shown=False,
    ),
    words(
        "secondment_reason",
        Text("借调事由", "Reason"),
        lambda r: r.secondment.reason if r.secondment else "",
        edit=True,
        shown=False,
    ),
    words(
        "approval",
        Text("文号", "Approval"),
        lambda r: r.secondment.approval if r.secondment else "",
        edit=True,
        shown=False,
    ),
    flag(
        "kept_with_approval",
        Text("经批准保留", "Kept with approval"),
        lambda r: r.secondment.kept_with_approval if r.secondment else None,
        edit=True,
        required=True,
        shown=False,
        width=10,
    ),
    day(
        "kept_until",
        Text("保留截止", "Kept until"),
        lambda r: r.secondment.kept_until if r.secondment else None,
        edit=True,
        shown=False,
    ),
)


ABSENCE: tuple[Column[RosterRow], ...] = (
    choice(
        "absence",
        Text("请假类别", "Absence"),
        lambda r: r.absence.kind if r.absence else None,
        names.ABSENCE_KINDS,
        edit=True,
        hint=Text("选择类别即从当日起登记请假。", "Choosing a kind begins an absence that day."),
    ),
    day(
        "absent_from",
        Text("请假开始", "Absent from"),
        lambda r: r.absence.from_ if r.absence else None,
        edit=True,
    ),
    day(
        "absent_until",
        Text("请假截止", "Absent until"),
        lambda r: r.absence.until if r.absence else None,
        edit=True,
    ),
)


CAREER: tuple[Column[RosterRow], ...] = (
    words("grade", Text("职级", "Grade"), lambda r: r.person.grade, edit=True),
    words("rank", Text("警衔", "Rank"), lambda r: r.person.rank, edit=True),
    day(
        "joined_work",
        Text("参加工作时间", "Began work"),
        lambda r: r.person.joined_work,
        edit=True,
        month=True,
    ),
    day(
        "joined_police",
        Text("入警时间", "Joined"),
        lambda r: r.person.joined_police,
        edit=True,
        month=True,
    ),
    day(
        "in_unit_since",
        Text("任现单位时间", "In unit since"),
        lambda r: r.posting.in_unit_since,
        edit=True,
        month=True,
    ),
    day(
        "in_position_since",
        Text("任现职务时间", "In position since"),
        lambda r: r.posting.in_position_since,
        edit=True,
        month=True,
    ),
    words("qualification", Text("执法资格", "Qualification"), lambda r: r.person.qualification, edit=True),
    choice(
        "serving",
        Text("人员状态", "Status"),
        lambda r: r.person.serving,
        names.SERVINGS,
        edit=True,
        blank=Serving.SERVING,
    ),
    day("left_on", Text("离职/退休日期", "Left on"), lambda r: r.person.left_on, edit=True),
    day(
        "retires",
        Text("法定退休", "Retires"),
        lambda r: retirement_date(r.person.birth, r.person.sex, r.state.policy),
        month=True,
        shown=False,
    ),
    flag(
        "from_other_bureau",
        Text("外单位编制", "Other bureau"),
        lambda r: r.person.from_other_bureau,
        edit=True,
        required=True,
        shown=False,
    ),
    words("special", Text("特殊情况", "Special"), lambda r: r.person.special, edit=True),
    words(
        "counted_on_books",
        Text("在编计入", "Counted on books"),
        lambda r: r.state.unit_name(r.placed.books_unit),
        width=16,
        shown=False,
    ),
    words(
        "counted_present",
        Text("在岗计入", "Counted present"),
        lambda r: r.state.unit_name(r.placed.present_unit),
        width=16,
        shown=False,
    ),
    words("remarks", Text("备注", "Remarks"), lambda r: r.person.remarks, edit=True, width=24),
)
