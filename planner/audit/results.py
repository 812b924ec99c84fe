"""What an audit says: targets with exact counts, findings with their gravity, margins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.audit.ledgers import Ledger, Ledgers
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.state import State
from planner.policy.settings import RULES
from planner.policy.share import Share
from planner.text import Text


class Gravity(StrEnum):
    """How grave a finding is, gravest first."""

    VIOLATION = "violation"  # 违规
    NOT_MET = "not_met"  # 未达标
    WARNING = "warning"  # 预警
    TO_VERIFY = "to_verify"  # 待核实


GRAVITY_NAMES: Mapping[Gravity, Text] = {
    Gravity.VIOLATION: Text("违规", "violation"),
    Gravity.NOT_MET: Text("未达标", "not met"),
    Gravity.WARNING: Text("预警", "warning"),
    Gravity.TO_VERIFY: Text("待核实", "to verify"),
}


FINDING_NAMES: Mapping[str, Text] = {
    **RULES,
    "duty_frontier": Text("值班各项能否兼顾", "What duty can keep together"),
    "duty_records": Text("值班表、考勤与人员记录不符", "Duty rosters and attendance against the records"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """One figure against what is required.

    `unit` is None for the county. On the effective ledger counts are hundredths of a person;
    `shortfall` is whole people, never negative. `denominator` is None for a count.
    """

    rule: str
    unit: int | None
    ledger: Ledger
    numerator: int
    denominator: int | None
    required: Share | int
    shortfall: int
    met: bool

    @property
    def required_words(self) -> str:
        """What is required, for reading: 40%, or a number of people."""
        return self.required.words if isinstance(self.required, Share) else str(self.required)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or doubtful, with its people and one plain sentence."""

    rule: str
    gravity: Gravity
    unit: int | None
    people: tuple[int, ...]
    measured: int | str
    required: Share | int
    shortfall: int
    ledger: Ledger
    date: date
    message: Text


@dataclass(frozen=True, slots=True)
class Margin:
    """How many events of one kind a line can bear before it breaks."""

    rule: str
    unit: int | None
    event: str  # draw_off, departure or headquarters_recruit
    count: int


@dataclass(frozen=True, slots=True)
class CommunityTotals:
    """The county's community share, printed twice (design 3.2): (community, officers), present."""

    judged: tuple[int, int]  # without the stations that practise 全员化
    with_all_officer: tuple[int, int]  # with all their officers but the leaders counted


@dataclass(frozen=True, slots=True)
class Audit:
    """All figures, findings and margins of one state."""

    state: State
    ledgers: Ledgers
    targets: tuple[Target, ...]
    findings: tuple[Finding, ...]
    margins: tuple[Margin, ...]
    community_totals: CommunityTotals
    duty: DutyBook = NO_DUTY  # what the duty rules were judged by

    def target(self, rule: str, ledger: Ledger = Ledger.PRESENT, unit: int | None = None) -> Target | None:
        """Return one figure, None where the rule is off or does not judge the unit."""
        for target in self.targets:
            if (target.rule, target.ledger, target.unit) == (rule, ledger, unit):
                return target
        return None

    @property
    def complies(self) -> bool:
        """Whether nothing of gravity 违规 or 未达标 was found."""
        return all(f.gravity not in (Gravity.VIOLATION, Gravity.NOT_MET) for f in self.findings)
