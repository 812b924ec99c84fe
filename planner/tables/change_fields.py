"""What each kind of change asks for, declared once: forms and the table of changes follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.scenarios.records import ChangeKind
from planner.text import Text

_DATE = Text("日期", "Date")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a kind of change asks for; how `key` is read and written is said in `change_words`."""

    key: str
    title: Text
    needed: bool = False
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class ChangeForm:
    """What a kind of change does, and what it asks for beside its date and a note."""

    about: Text
    fields: tuple[Asked, ...]
    date: Text = _DATE

    def asks(self, column: str) -> Asked | None:
        """Return what is asked for under a column of the table of changes, None for nothing."""
        return next((asked for asked in self.fields if COLUMN_OF.get(asked.key, asked.key) == column), None)


COLUMN_OF: Mapping[str, str] = {"people": "person", "to": "unit"}  # where the key is another one
NOTE = Asked("note", Text("备注", "Note"))
_OFFICER = Asked(
    "person",
    Text("人员", "Officer"),
    needed=True,
    hint=Text("姓名或警号,从列表中选择", "name or badge number, from the list"),
)
_KEEPS_POST = Text("留空则保持原岗位", "blank: the post held")
_NO_END = Text("留空则不定期", "blank: no end known")
_BORROWER = Asked(
    "to",
    Text("工作单位", "Works at"),
    needed=True,
    hint=Text("本局单位,或局外单位名称", "a unit of the bureau, or the name of an outside one"),
)
_LAST_DAY = Text("最后一天", "Last day")
_FIRST_DAY = Text("第一天", "First day")

FORMS: Mapping[ChangeKind, ChangeForm] = {
    ChangeKind.TRANSFER: ChangeForm(
        Text("自日期起到另一单位工作。", "From the date on the officer belongs to another unit."),
        (
            _OFFICER,
            Asked("unit", Text("调入单位", "To unit"), needed=True),
            Asked("post", Text("岗位", "Post"), hint=_KEEPS_POST),
        ),
    ),
    ChangeKind.POST_CHANGE: ChangeForm(
        Text("自日期起在本单位改任另一岗位。", "From the date on the officer has another post at home."),
        (_OFFICER, Asked("post", Text("岗位", "Post"), needed=True)),
    ),
    ChangeKind.SECONDMENT: ChangeForm(
        Text("自日期起抽调借调,最后一天之后回原单位。", "Drawn off from the date, home after the last day."),
        (_OFFICER, _BORROWER, Asked("until", _LAST_DAY, hint=_NO_END)),
        _FIRST_DAY,
    ),
    ChangeKind.RETURN: ChangeForm(
        Text("自日期起回原单位工作。", "From the date on the officer works at home again."),
        (_OFFICER, Asked("post", Text("岗位", "Post"), hint=_KEEPS_POST)),
    ),
    ChangeKind.RECRUIT: ChangeForm(
        Text("自日期起新警入警,按试用期民警计。", "Recruits join on the date, as probationers."),
        (
            Asked("unit", Text("单位", "Unit"), needed=True),
            Asked("number", Text("人数", "How many"), hint=Text("写明姓名时为 1 人", "1 where named")),
            Asked("name", Text("姓名", "Name"), hint=Text("可留空", "may stay blank")),
            Asked("post", Text("岗位", "Post"), hint=Text("留空则为其他", "blank: other")),
        ),
    ),
    ChangeKind.RETIRE: ChangeForm(
        Text("日期是不再在职的第一天。", "The date is the first day no longer served."), (_OFFICER,)
    ),
    ChangeKind.LEAVE: ChangeForm(
        Text("自日期起请假到最后一天。", "Absent from the date to the last day."),
        (
            _OFFICER,
            Asked("value", Text("类别", "Kind"), hint=Text("留空则为其他", "blank: other")),
            Asked("until", _LAST_DAY, hint=_NO_END),
        ),
        _FIRST_DAY,
    ),
    ChangeKind.CAMPAIGN: ChangeForm(
        Text(
            "自日期到最后一天抽人参加专项行动:先用指定人员,其余选派最不影响达标的人。",
            "Draws people off to the last day: those named, and for the rest those cheapest to spare.",
        ),
        (
            Asked("number", Text("人数", "How many"), hint=Text("含指定人员", "those named included")),
            _BORROWER,
            Asked("until", _LAST_DAY, needed=True),
            Asked(
                "people",
                Text("指定人员", "Officers named"),
                hint=Text("姓名或警号,用“、”分隔;可留空", "names or badge numbers, by commas; may be blank"),
            ),
        ),
        _FIRST_DAY,
    ),
    ChangeKind.OPEN_STATION: ChangeForm(
        Text(
            "自日期起新设派出所;人员另用“单位间交流”调入。",
            "A station opens on the date; its people come by transfers.",
        ),
        (
            Asked("name", Text("派出所名称", "Name of the station"), needed=True),
            Asked("number", Text("编制数", "Authorised posts")),
        ),
    ),
    ChangeKind.MERGE_STATION: ChangeForm(
        Text(
            "自日期起一个派出所并入另一个,人员、责任区随之转入。",
            "A station becomes part of another one, with its people and beats.",
        ),
        (
            Asked("unit", Text("被合并的派出所", "Station merged"), needed=True),
            Asked("into", Text("并入", "Into"), needed=True),
        ),
    ),
    ChangeKind.CLOSE_STATION: ChangeForm(
        Text("自日期起撤销派出所,人员转到所填单位。", "A station closes; its people go to the unit given."),
        (
            Asked("unit", Text("撤销的派出所", "Station closed"), needed=True),
            Asked("into", Text("人员转到", "People go to"), hint=Text("无人的所可留空", "blank if empty")),
        ),
    ),
    ChangeKind.TARGET: ChangeForm(
        Text("自日期起按另一指标或口径评价。", "From the date on another value of the policy holds."),
        (
            Asked("key", Text("指标", "Setting"), needed=True),
            Asked("value", Text("取值", "Value"), needed=True),
        ),
    ),
    ChangeKind.CANCEL_REPORT: ChangeForm(
        Text("自日期起每月少填这些小时的报表。", "From the date on so many report hours a month are saved."),
        (
            Asked("unit", Text("派出所", "Station"), hint=Text("留空则为全部", "blank: every station")),
            Asked("number", Text("每月小时数", "Hours a month"), needed=True),
        ),
    ),
}
