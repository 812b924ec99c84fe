"""The frozen records of what-ifs: a scenario is a named list of dated changes on a base (design 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as day
from enum import StrEnum

from planner.county.duty import DutyMonth
from planner.county.records import MoveKind, Post
from planner.text import Text


class ChangeKind(StrEnum):
    """What a change does; the words are the codes of the sheet 方案."""

    TRANSFER = "transfer"
    POST_CHANGE = "post_change"
    SECONDMENT = "secondment"
    RETURN = "return"
    RECRUIT = "recruit"
    RETIRE = "retire"
    LEAVE = "leave"
    CAMPAIGN = "campaign"
    OPEN_STATION = "open_station"
    MERGE_STATION = "merge_station"
    CLOSE_STATION = "close_station"
    TARGET = "target"
    CANCEL_REPORT = "cancel_report"


CHANGE_NAMES: Mapping[ChangeKind, Text] = {
    ChangeKind.TRANSFER: Text("单位间交流", "transfer"),
    ChangeKind.POST_CHANGE: Text("岗位调整", "post change"),
    ChangeKind.SECONDMENT: Text("抽调借调", "secondment"),
    ChangeKind.RETURN: Text("返岗", "return"),
    ChangeKind.RECRUIT: Text("新警入警", "recruits"),
    ChangeKind.RETIRE: Text("退休离职", "retirement"),
    ChangeKind.LEAVE: Text("请假", "leave"),
    ChangeKind.CAMPAIGN: Text("专项行动", "campaign"),
    ChangeKind.OPEN_STATION: Text("新设派出所", "station opened"),
    ChangeKind.MERGE_STATION: Text("派出所合并", "stations merged"),
    ChangeKind.CLOSE_STATION: Text("派出所撤销", "station closed"),
    ChangeKind.TARGET: Text("指标调整", "target changed"),
    ChangeKind.CANCEL_REPORT: Text("取消报表", "report cancelled"),
}

CHANGE_OF_MOVE: Mapping[MoveKind, ChangeKind] = {
    MoveKind.TRANSFER: ChangeKind.TRANSFER,
    MoveKind.POST_CHANGE: ChangeKind.POST_CHANGE,
    MoveKind.RETURN: ChangeKind.RETURN,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One dated change; which fields it needs is said by its kind, the others stay empty."""

    id: int  # unlike that of any change of any scenario of the document
    kind: ChangeKind
    date: day
    enabled: bool = True
    person: int | None = None
    unit: int | None = None  # where to; of a station closed or merged, that station
    into: int | None = None  # the station that takes over people and work
    post: Post | None = None
    number: int | None = None  # of people, or of report hours a month
    until: day | None = None  # the last day
    key: str = ""  # of a policy setting
    value: str = ""  # of a policy setting, as typed; of a leave, its kind
    name: str = ""  # of a new station, a named recruit, or a borrower outside the bureau
    people: tuple[int, ...] = ()  # the officers named for a campaign
    note: str = ""
    note_en: str = ""  # of a note that the program wrote in both languages

    @property
    def noted(self) -> Text:
        """The note; one that somebody typed is the same in both languages."""
        return Text(self.note, self.note_en or self.note)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named branch: changes in list order on a base, None for the document's own county.

    Its duty months are the rosters planned within it: they stand in the place of those of its base.
    """

    id: int
    name: str
    base: int | None = None
    changes: tuple[Change, ...] = ()
    note: str = ""
    duty: tuple[DutyMonth, ...] = ()


MOST_RECRUITS = 999  # of one change
_UNITS_OPENED = -1_000_000  # below it are the units that changes open; records of the county count up from 1
_PEOPLE_JOINED = -1_000_000_000  # below it are the recruits of changes, a thousand ids for each change


def unit_opened_by(change: int) -> int:
    """Return the id of the unit that a change opens: known before it is applied, and never another one's."""
    return _UNITS_OPENED - change


def person_joined_by(change: int, place: int) -> int:
    """Return the id of the recruit at a place, from 1 on, of a change; known before it is applied too."""
    return _PEOPLE_JOINED - change * (MOST_RECRUITS + 1) - place


def place_of_recruit(person: int) -> int:
    """Return the place, from 1 on, of a recruit among those of one change."""
    return (_PEOPLE_JOINED - person) % (MOST_RECRUITS + 1)


def next_change_id(scenarios: Iterable[Scenario], records: Iterable[int]) -> int:
    """Return an id that no change has, nor had one that made a unit or a person among these ids."""
    ids = [change.id for scenario in scenarios for change in scenario.changes]
    return 1 + max((*ids, *(change_that_made(record) or 0 for record in records)), default=0)


def change_that_made(record: int) -> int | None:
    """Return the id of the change that made a unit or a person, None for one of the county's own."""
    if record < _PEOPLE_JOINED:
        return (_PEOPLE_JOINED - record) // (MOST_RECRUITS + 1)
    return _UNITS_OPENED - record if record < _UNITS_OPENED else None
