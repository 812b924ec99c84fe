"""The frozen records a county is made of: units, people, and dated facts about them.

Every record has an integer `id` that never changes; names and badge numbers may be corrected.
Dates are inclusive at both ends; None means unknown or open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

NO_EXTRA: Mapping[str, str] = {}


class UnitKind(StrEnum):
    """What a unit is; all but stations together are headquarters (机关)."""

    STATION = "station"  # 派出所
    ADMINISTRATIVE = "administrative"  # 综合管理机构
    ENFORCEMENT = "enforcement"  # 执法勤务机构
    CUSTODY = "custody"  # 监管场所
    LEADERSHIP = "leadership"  # 局领导
    UNKNOWN = "unknown"  # could not be told; treated as headquarters until the user says


class Category(StrEnum):
    """What a person is; only sworn officers and probationers are ever counted."""

    SWORN = "sworn"  # 民警
    PROBATIONER = "probationer"  # 试用期民警
    AUXILIARY = "auxiliary"  # 辅警
    SUPPORT = "support"  # 工勤, 事业
    UNKNOWN = "unknown"  # an unknown word: does not count until confirmed

    is_sworn: bool  # whether people of this category count as sworn officers

    def __init__(self, word: str) -> None:
        # Asked for everybody at every recount: an attribute is found several times faster than a property.
        self.is_sworn = word in ("sworn", "probationer")


class Sex(StrEnum):
    """Sex as the roster gives it."""

    MALE = "male"
    FEMALE = "female"


class Post(StrEnum):
    """What an officer does inside the unit."""

    LEADER = "leader"  # 所领导, 领导, 局领导: a unit head
    COMMUNITY = "community"  # 社区民警
    CASE = "case"  # 办案
    COMMAND_ROOM = "command_room"  # 综合指挥室
    OFFICE = "office"  # 内勤
    OTHER = "other"


class Serving(StrEnum):
    """Whether the status column says the person still serves; dates may say otherwise."""

    SERVING = "serving"
    LEFT = "left"
    UNKNOWN = "unknown"  # an unknown word: does not count until confirmed


class SecondmentKind(StrEnum):
    """How somebody came to work away from the home unit."""

    DRAW_OFF = "draw_off"  # 抽调
    BORROW = "borrow"  # 借调
    SHADOW = "shadow"  # 跟班
    TASK_FORCE = "task_force"  # 专班
    SENT_OUT = "sent_out"  # 驻村, 援派, 挂职, 脱产培训: by the organisation
    DETAILED_DOWN = "detailed_down"  # 下派 to a station
    TEMPORARY = "temporary"  # 临时勤务


class BorrowLevel(StrEnum):
    """Who borrows."""

    BUREAU = "bureau"  # another unit of the bureau
    PREFECTURE = "prefecture"  # 州市局
    PROVINCE = "province"  # 省厅
    PARTY_GOVERNMENT = "party_government"  # 党政部门
    OTHER = "other"


class SecondmentSource(StrEnum):
    """Where the record comes from; what the remarks say is to be verified."""

    RECORD = "record"
    WORKING_UNIT = "working_unit"  # only the 实际工作单位 column
    REMARKS = "remarks"


class AbsenceKind(StrEnum):
    """Why somebody is not at work."""

    ANNUAL = "annual"
    SICK = "sick"
    LONG_SICK = "long_sick"
    MATERNITY = "maternity"
    PERSONAL = "personal"
    SUSPENDED = "suspended"
    DETAINED = "detained"
    OFF_POST = "off_post"  # 离岗
    OTHER = "other"


class MoveKind(StrEnum):
    """What a move does."""

    RETURN = "return"  # 返岗
    TRANSFER = "transfer"  # 单位间交流
    POST_CHANGE = "post_change"  # 岗位调整


class MoveStatus(StrEnum):
    """How far a move has come; only from `approved` on does it count, from its effective date."""

    PROPOSED = "proposed"  # 拟议
    APPROVED = "approved"  # 已通过
    ORDERED = "ordered"  # 已发文
    REPORTED = "reported"  # 已到岗


@dataclass(frozen=True, slots=True)
class ReportCut:
    """Reports cancelled from a day on, in hours a month."""

    from_: date
    hours: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the bureau, or one listed in its roster that is not ours."""

    id: int
    name: str  # full name
    short_name: str = ""
    kind: UnitKind = UnitKind.UNKNOWN
    ours: bool = True  # 本局编制
    counts_as_station: bool | None = None  # 计入派出所; None: what the kind says
    traffic: bool = False  # 交警
    authorised: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    two_teams_one_office: bool | None = None  # False practises 全员化; None: unmarked, judged
    population: int | None = None
    duty_cover: int | None = None
    longitude: float | None = None
    latitude: float | None = None
    extra: Mapping[str, str] = field(default_factory=lambda: NO_EXTRA)
    report_hours: int | None = None  # 每月报表工时: registered hours of reports a month
    case_hours: int | None = None  # 每月办案工时
    opened: date | None = None  # 成立日期: the first day it exists; None: since ever
    closed: date | None = None  # 撤销日期: the first day it no longer exists
    report_cuts: tuple[ReportCut, ...] = ()  # taken off `report_hours`, each from its day on

    @property
    def is_station(self) -> bool:
        """Whether its people are station police of this bureau."""
        if not self.ours:
            return False
        if self.counts_as_station is not None:
            return self.counts_as_station
        return self.kind is UnitKind.STATION

    def exists(self, on: date) -> bool:
        """Return whether the unit is there on a date: opened by then, and not yet closed."""
        return (self.opened is None or self.opened <= on) and (self.closed is None or on < self.closed)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster, of any category; unit and post are in the postings."""

    id: int
    name: str
    badge_number: str
    made_up_badge: bool = False  # no badge number in the file
    made_up_name: bool = False
    sex: Sex | None = None
    birth: date | None = None  # the first of the month where only the month is known
    category: Category = Category.SWORN
    serving: Serving = Serving.SERVING
    from_other_bureau: bool = False  # on another bureau's books, working here
    rank: str = ""  # 警衔
    grade: str = ""  # 职级
    joined_work: date | None = None  # 参加工作时间
    joined_police: date | None = None  # 入警时间
    left_on: date | None = None  # 离职/退休日期: the first day not served
    qualification: str = ""  # 执法资格
    special: str = ""  # 特殊情况, the user's words
    special_codes: frozenset[str] = frozenset()  # what vocabulary.toml makes of them
    pin: str = ""  # the reason; empty: not pinned
    remarks: str = ""
    extra: Mapping[str, str] = field(default_factory=lambda: NO_EXTRA)  # columns not understood
    source_row: int | None = None  # row of the roster sheet it was read from


@dataclass(frozen=True, slots=True)
class Posting:
    """Where and what somebody is on the books, from a date until the next posting."""

    id: int
    person: int
    unit: int | None  # None: blank in the file; counted in the county only
    post: Post = Post.OTHER
    post_words: str = ""  # the roster's own 岗位
    position: str = ""  # 职务
    dedicated: bool | None = None  # 专职
    beat: str = ""  # 责任区
    from_: date | None = None  # None: since ever, as far as the file says
    until: date | None = None
    in_unit_since: date | None = None  # 任现单位时间
    in_position_since: date | None = None  # 任现职务时间

    @property
    def is_unit_head(self) -> bool:
        """Whether this is a unit head's post (import settles position words into `post`)."""
        return self.post is Post.LEADER


@dataclass(frozen=True, slots=True)
class Secondment:
    """Somebody works, or is sent, away from the home unit; ends with the actual return."""

    id: int
    person: int
    kind: SecondmentKind = SecondmentKind.DRAW_OFF
    to_unit: int | None = None  # None: outside the bureau
    to_outside: str = ""  # the outside unit's name
    level: BorrowLevel = BorrowLevel.BUREAU
    from_: date | None = None
    until: date | None = None  # planned; past it the person still counts away
    returned_on: date | None = None  # actual return: the last day that counts away
    reason: str = ""
    approval: str = ""  # 文号
    approver: str = ""
    kept_with_approval: bool = False
    kept_until: date | None = None  # 保留截止
    source: SecondmentSource = SecondmentSource.RECORD
    to_verify: bool = False  # read from remarks and not yet confirmed by the user


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is not at work, from a date until a date, both included."""

    id: int
    person: int
    kind: AbsenceKind = AbsenceKind.OTHER
    from_: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two people are related so that they may have to avoid each other (任职回避); it holds both ways."""

    id: int
    person: int
    relative: int
    kind: str = ""  # 夫妻, 父子 and so on, in the user's words


@dataclass(frozen=True, slots=True)
class Move:
    """A dated return, transfer or post change, with how far its approval has come."""

    id: int
    person: int
    kind: MoveKind
    effective: date
    to_unit: int | None
    to_post: Post
    from_unit: int | None = None  # working place when proposed, for the papers
    from_post: Post = Post.OTHER
    status: MoveStatus = MoveStatus.PROPOSED
    approved_on: date | None = None
    order_number: str = ""  # 发文字号
    reported_on: date | None = None
    reason_zh: str = ""
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class County:
    """Everything known about one county bureau; immutable, edited by pure functions."""

    name: str = ""
    units: Mapping[int, Unit] = field(default_factory=dict)
    people: Mapping[int, Person] = field(default_factory=dict)
    postings: Mapping[int, Posting] = field(default_factory=dict)
    secondments: Mapping[int, Secondment] = field(default_factory=dict)
    absences: Mapping[int, Absence] = field(default_factory=dict)
    moves: Mapping[int, Move] = field(default_factory=dict)
    relations: Mapping[int, Relation] = field(default_factory=dict)

    def next_id(self) -> int:
        """Return an id no record of this county has."""
        people = (self.people, self.postings, self.relations)
        tables = (self.units, *people, self.secondments, self.absences, self.moves)
        return 1 + max((max(t, default=0) for t in tables), default=0)
