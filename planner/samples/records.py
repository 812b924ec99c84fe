"""What a synthetic county is: plain frozen facts, in the words a county HR office would write.

Nothing here is shared with the planner's own records, so that a sample can be held against them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

SWORN, PROBATIONER, SUPPORT = "民警", "试用期民警", "工勤"
STATION, ADMINISTRATIVE, ENFORCEMENT, CUSTODY, LEADERSHIP, UNTOLD = (
    "派出所", "综合管理", "执法勤务", "监管场所", "局领导", "",
)  # fmt: skip
SERVING = "在职"
NOTHING: Mapping[str, str] = {}


class Trap(StrEnum):
    """A difficulty a sample holds on purpose."""

    PAPER_COMPLIANT = "paper_compliant"  # the books reach 40%, those present do not
    REMARKS_ONLY = "remarks_only"  # draw-offs nobody recorded but in the remarks
    STATION_OF_THREE = "station_of_three"
    UNITS_DISAGREE = "units_disagree"  # 实际工作单位 against 借调单位 in one row
    DUPLICATE_BADGE = "duplicate_badge"
    IMPOSSIBLE_DATE = "impossible_date"
    UNKNOWN_STATUS = "unknown_status"
    WRONG_SUBTOTAL = "wrong_subtotal"
    UNCERTAIN_KIND = "uncertain_kind"  # 森林派出所 or 水上派出所, of no stated kind


ALL_TRAPS = frozenset(Trap)


class Written(StrEnum):
    """Where the workbook says that somebody works elsewhere."""

    SHEET = "sheet"  # a row of 借调, and the roster's 借调单位 while it lasts
    ROSTER = "roster"  # only the roster's 借调单位
    WORKING_UNIT = "working_unit"  # only the roster's 实际工作单位
    REMARKS = "remarks"  # only the roster's 备注


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """A unit, or another bureau whose officer works here."""

    name: str
    short_name: str
    kind: str  # 类别; empty where the sheet leaves it open
    ours: bool = True
    authorised: int | None = None
    minimum: int | None = None
    two_teams: bool | None = None
    population: int | None = None
    duty_cover: int | None = None

    @property
    def is_station(self) -> bool:
        """Whether its officers are station police as long as nobody says otherwise."""
        return self.ours and self.kind == STATION


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A row of the roster; `number` is its place in it, from 1. Dates by the month fall on its first day."""

    number: int
    name: str
    badge: str
    female: bool
    birth: date | None
    category: str  # 身份; SWORN is also meant where the sheet leaves it blank
    unit: str  # full name; empty where the sheet leaves it blank
    post: str = ""
    position: str = ""
    dedicated: bool | None = None
    beat: str = ""
    rank: str = ""
    grade: str = ""
    joined_work: date | None = None
    joined_police: date | None = None
    in_unit_since: date | None = None
    in_position_since: date | None = None
    left_on: date | None = None
    status: str = SERVING
    qualification: str = ""
    special: str = ""
    pin: str = ""
    remarks: str = ""
    extra: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    written: Mapping[str, str] = field(default_factory=lambda: NOTHING)  # field -> the cell's own text

    @property
    def is_sworn(self) -> bool:
        """Whether the category is one that can count."""
        return self.category in (SWORN, PROBATIONER)

    @property
    def is_plain(self) -> bool:
        """Whether this is a serving officer who heads nothing and stays for now."""
        return self.is_sworn and not self.is_head and self.left_on is None and self.status == SERVING

    @property
    def is_head(self) -> bool:
        """Whether this is a unit head."""
        return self.post in ("所领导", "领导", "局领导")

    @property
    def is_community(self) -> bool:
        """Whether the post counts for the community share."""
        return self.post in ("社区民警", "责任区民警") or (self.is_head and bool(self.beat))


@dataclass(frozen=True, slots=True)
class SampleSecondment:
    """Somebody works, or was sent, elsewhere."""

    person: int
    kind: str  # 抽调, 借调, 跟班, 专班, 驻村, 援派, 挂职, 培训, 下派, 临时勤务
    to: str  # full name of a unit of the bureau, or an outside unit
    from_: date | None = None
    until: date | None = None
    returned_on: date | None = None
    reason: str = ""
    approval: str = ""
    approver: str = ""
    kept: bool = False
    kept_until: date | None = None
    written: Written = Written.SHEET
    working_unit: str = ""  # what 实际工作单位 says, where it says something else


@dataclass(frozen=True, slots=True)
class SampleAbsence:
    """Somebody is not at work, both days included."""

    person: int
    kind: str  # 年休假, 病假, 长期病假, 产假, 事假, 停职
    from_: date
    until: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class SampleCounty:
    """A synthetic county bureau on a date."""

    seed: str
    code: str
    county: str
    bureau: str
    prefecture: str
    as_of: date
    units: tuple[SampleUnit, ...]
    people: tuple[SamplePerson, ...]
    secondments: tuple[SampleSecondment, ...] = ()
    absences: tuple[SampleAbsence, ...] = ()
    traps: frozenset[Trap] = frozenset()
    wrong_subtotal: str = ""  # the unit whose 小计 is one too many

    def unit(self, name: str) -> SampleUnit | None:
        """Return a unit by its full name, None for anything else."""
        return next((u for u in self.units if u.name == name), None)
