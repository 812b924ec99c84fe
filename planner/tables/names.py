"""The words for every coded value, as tables show them and users may type them."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.records import (
    AbsenceKind,
    BorrowLevel,
    Category,
    MoveKind,
    MoveStatus,
    Post,
    SecondmentKind,
    SecondmentSource,
    Serving,
    Sex,
    UnitKind,
)
from planner.county.state import Standing
from planner.text import Text

UNIT_KINDS: Mapping[UnitKind, Text] = {
    UnitKind.STATION: Text("派出所", "police station"),
    UnitKind.ADMINISTRATIVE: Text("综合管理", "administrative"),
    UnitKind.ENFORCEMENT: Text("执法勤务", "enforcement"),
    UnitKind.CUSTODY: Text("监管场所", "custody"),
    UnitKind.LEADERSHIP: Text("局领导", "bureau leadership"),
    UnitKind.UNKNOWN: Text("待确认", "to be confirmed"),
}
CATEGORIES: Mapping[Category, Text] = {
    Category.SWORN: Text("民警", "sworn officer"),
    Category.PROBATIONER: Text("试用期民警", "probationer"),
    Category.AUXILIARY: Text("辅警", "auxiliary"),
    Category.SUPPORT: Text("工勤", "support staff"),
    Category.UNKNOWN: Text("待确认", "to be confirmed"),
}
SEXES: Mapping[Sex, Text] = {Sex.MALE: Text("男", "male"), Sex.FEMALE: Text("女", "female")}
POSTS: Mapping[Post, Text] = {
    Post.LEADER: Text("领导", "leader"),
    Post.COMMUNITY: Text("社区民警", "community"),
    Post.CASE: Text("办案", "case"),
    Post.COMMAND_ROOM: Text("综合指挥", "command room"),
    Post.OFFICE: Text("内勤", "office"),
    Post.OTHER: Text("其他", "other"),
}
SERVINGS: Mapping[Serving, Text] = {
    Serving.SERVING: Text("在职", "serving"),
    Serving.LEFT: Text("不在职", "left"),
    Serving.UNKNOWN: Text("待确认", "to be confirmed"),
}
SECONDMENT_KINDS: Mapping[SecondmentKind, Text] = {
    SecondmentKind.DRAW_OFF: Text("抽调", "draw-off"),
    SecondmentKind.BORROW: Text("借调", "borrowed"),
    SecondmentKind.SHADOW: Text("跟班", "shadowing"),
    SecondmentKind.TASK_FORCE: Text("专班", "task force"),
    SecondmentKind.SENT_OUT: Text("组织选派", "sent out"),
    SecondmentKind.DETAILED_DOWN: Text("下派", "detailed down"),
    SecondmentKind.TEMPORARY: Text("临时勤务", "temporary help"),
}
LEVELS: Mapping[BorrowLevel, Text] = {
    BorrowLevel.BUREAU: Text("本局", "own bureau"),
    BorrowLevel.PREFECTURE: Text("州市局", "prefecture"),
    BorrowLevel.PROVINCE: Text("省厅", "province"),
    BorrowLevel.PARTY_GOVERNMENT: Text("党政部门", "party and government"),
    BorrowLevel.OTHER: Text("其他单位", "other"),
}
SOURCES: Mapping[SecondmentSource, Text] = {
    SecondmentSource.RECORD: Text("台账", "record"),
    SecondmentSource.WORKING_UNIT: Text("实际工作单位", "working unit"),
    SecondmentSource.REMARKS: Text("备注", "remarks"),
}
ABSENCE_KINDS: Mapping[AbsenceKind, Text] = {
    AbsenceKind.ANNUAL: Text("年休假", "annual leave"),
    AbsenceKind.SICK: Text("病假", "sick leave"),
    AbsenceKind.LONG_SICK: Text("长期病休", "long sick leave"),
    AbsenceKind.MATERNITY: Text("产假", "maternity leave"),
    AbsenceKind.PERSONAL: Text("事假", "personal leave"),
    AbsenceKind.SUSPENDED: Text("停职", "suspended"),
    AbsenceKind.DETAINED: Text("羁押", "detained"),
    AbsenceKind.OFF_POST: Text("离岗", "off post"),
    AbsenceKind.OTHER: Text("其他", "other"),
}
MOVE_KINDS: Mapping[MoveKind, Text] = {
    MoveKind.RETURN: Text("返岗", "return"),
    MoveKind.TRANSFER: Text("单位间交流", "transfer"),
    MoveKind.POST_CHANGE: Text("岗位调整", "post change"),
}
MOVE_STATUSES: Mapping[MoveStatus, Text] = {
    MoveStatus.PROPOSED: Text("拟议", "proposed"),
    MoveStatus.APPROVED: Text("已通过", "approved"),
    MoveStatus.ORDERED: Text("已发文", "ordered"),
    MoveStatus.REPORTED: Text("已到岗", "reported"),
}
STANDINGS: Mapping[Standing, Text] = {
    Standing.AT_HOME: Text("在岗", "at own unit"),
    Standing.SECONDED_INSIDE: Text("局内借调", "seconded inside"),
    Standing.SECONDED_OUTSIDE: Text("局外借调", "seconded outside"),
    Standing.SENT_OUT: Text("组织选派", "sent out"),
    Standing.LONG_ABSENT: Text("长期不在岗", "long absent"),
    Standing.DETAILED_DOWN: Text("下派", "detailed down"),
    Standing.TEMPORARY: Text("临时勤务", "temporary help"),
    Standing.OTHER_BUREAU: Text("外单位人员", "other bureau"),
    Standing.NOT_SERVING: Text("不在职", "not serving"),
    Standing.NOT_SWORN: Text("非民警", "not sworn"),
}
NO_UNIT = "no_unit"
ROSTER_STANDINGS: Mapping[str, Text] = {
    **{standing.value: words for standing, words in STANDINGS.items()},
    NO_UNIT: Text("单位空白", "no unit"),
}
YES, NO = Text("是", "yes"), Text("否", "no")
