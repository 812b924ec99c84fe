"""The words a code is written back with: the user's own where they still mean it, else the usual ones."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.records import AbsenceKind, Category, Post, SecondmentKind, Serving, Sex, UnitKind
from planner.files.choices import ImportChoices
from planner.files.coded import Coded

_ABSENCES: dict[str, str] = {
    AbsenceKind.ANNUAL: "年休假",
    AbsenceKind.SICK: "病假",
    AbsenceKind.LONG_SICK: "长期病假",
    AbsenceKind.MATERNITY: "产假",
    AbsenceKind.PERSONAL: "事假",
    AbsenceKind.SUSPENDED: "停职",
    AbsenceKind.DETAINED: "羁押",
    AbsenceKind.OFF_POST: "离岗",
    AbsenceKind.OTHER: "其他",
}
_SECONDMENTS: dict[str, str] = {
    SecondmentKind.DRAW_OFF: "抽调",
    SecondmentKind.BORROW: "借调",
    SecondmentKind.SHADOW: "跟班",
    SecondmentKind.TASK_FORCE: "专班",
    SecondmentKind.SENT_OUT: "组织选派",
    SecondmentKind.DETAILED_DOWN: "下派",
    SecondmentKind.TEMPORARY: "临时勤务",
}
_STATUS_AWAY = {**_SECONDMENTS, SecondmentKind.SENT_OUT: "驻村"}
_UNKNOWN = "unknown"
_TO_VERIFY = "待核实"  # no word of the vocabulary, so that it does not count when it is read again
WORDS: Mapping[str, Mapping[str, str]] = {
    "category": {
        Category.SWORN: "民警",
        Category.PROBATIONER: "试用期民警",
        Category.AUXILIARY: "辅警",
        Category.SUPPORT: "工勤",
        Category.UNKNOWN: _TO_VERIFY,
    },
    "status": {
        Serving.UNKNOWN: _TO_VERIFY,
        Serving.SERVING: "在职",
        Serving.LEFT: "离职",
        **_ABSENCES,
        **_STATUS_AWAY,
    },
    "post": {
        Post.LEADER: "领导",
        Post.COMMUNITY: "社区民警",
        Post.CASE: "办案",
        Post.COMMAND_ROOM: "综合指挥室",
        Post.OFFICE: "内勤",
        Post.OTHER: "",
    },
    "sex": {Sex.MALE: "男", Sex.FEMALE: "女"},
    "kind": {
        UnitKind.STATION: "派出所",
        UnitKind.ADMINISTRATIVE: "综合管理",
        UnitKind.ENFORCEMENT: "执法勤务",
        UnitKind.CUSTODY: "监管场所",
        UnitKind.LEADERSHIP: "局领导",
    },
    "secondment_kind": _SECONDMENTS,
    "absence_kind": _ABSENCES,
}


class Wording:
    """Writes codes in words; `raw` is what stood in the cell at import, empty for nothing."""

    def __init__(self, choices: ImportChoices) -> None:
        self._coded = Coded(choices)
        self._own = {
            field: {code: cell for cell, code in reversed(list(words.items()))}
            for field, words in choices.values.items()
        }

    def word(self, field: str, code: str | None, raw: str = "") -> str:
        """Return the words of a code; what nobody understood stays as it came."""
        if code is None or (raw and self._coded.code(field, raw) == code):
            return raw
        if code == _UNKNOWN and raw:
            return raw
        own = self._own.get(field, {}).get(code)
        return own if own is not None else WORDS[field].get(code, raw)

    def yes_no(self, field: str, value: bool | None, raw: str = "", part_time: bool = False) -> str:
        """Return yes or no; `part_time` where the heading asks for 专职 or 兼职."""
        if value is None or (raw and self._coded.code(field, raw) == ("yes" if value else "no")):
            return raw
        yes, no = ("专职", "兼职") if part_time else ("是", "否")
        return yes if value else no
