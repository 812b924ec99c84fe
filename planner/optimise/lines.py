"""Where the planning rules are short, line by line, and which lines an edit broke; without a solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.audit.audit import audit
from planner.audit.obligations import hours_of
from planner.audit.results import Audit, Finding, Gravity
from planner.county.records import MoveStatus
from planner.county.state import state
from planner.optimise.constraints.planned import is_due, planned_rules, planning_ledger

Line = tuple[str, int | None]  # a planning rule, and the unit it judges; None for the whole county
_OF_COUNTY = ("station_share",)  # the other rules are judged, and fall short, unit by unit


@dataclass(frozen=True, slots=True)
class Broken:
    """A line with more people short than before."""

    rule: str
    unit: int | None
    before: int
    after: int

    @property
    def line(self) -> Line:
        """The rule and its unit."""
        return self.rule, self.unit

    @property
    def more(self) -> int:
        """How many people more are short."""
        return self.after - self.before


def once_approved(audited: Audit) -> Audit:
    """Return the county counted with every approved move carried out, as plans count it.

    It is the same object where no approved move is still to come.
    """
    now = audited.state
    pending = any(
        move.status is not MoveStatus.PROPOSED and move.effective > now.date
        for move in now.county.moves.values()
    )
    return audit(state(now.county, now.date, now.policy, "all_approved")) if pending else audited


def lines(audited: Audit) -> dict[Line, int]:
    """Return how many people every line is short; draw-offs within the bureau's power by home station."""
    now = audited.state
    rules, ledger = planned_rules(now), planning_ledger(now)
    found: dict[Line, int] = {
        (t.rule, t.unit): t.shortfall
        for t in audited.targets
        if t.ledger is ledger and t.rule in rules and (t.unit is not None or t.rule in _OF_COUNTY)
        if t.rule != "field_time"  # the roster's own; a plan counts it from what stations owe
    }
    if "secondment" in rules:
        away = Counter(p.home for p in now.placed.values() if is_due(p, now, outside=False))
        found.update({("secondment", home): n for home, n in away.items()})
    if "field_time" in rules:
        found.update({("field_time", unit): hours.short for unit, hours in hours_of(now).items()})
    return found


def broken_lines(before: Audit, after: Audit) -> tuple[Broken, ...]:
    """Return the lines an edit broke, the rules in their priority order: those short of more than before."""
    return worse(lines(before), lines(after), planned_rules(after.state))


def worse(allowed: Mapping[Line, int], now: Mapping[Line, int], rules: tuple[str, ...]) -> tuple[Broken, ...]:
    """Return the lines that are shorter than allowed, the rules in this order."""
    found = [
        Broken(rule, unit, allowed.get((rule, unit), 0), n)
        for (rule, unit), n in now.items()
        if n > allowed.get((rule, unit), 0)
    ]
    return tuple(sorted(found, key=lambda b: rules.index(b.rule)))


def line_of(finding: Finding, audited: Audit) -> Line | None:
    """Return the line a finding is about, None where it is no shortage of a planning rule."""
    grave = finding.gravity in (Gravity.VIOLATION, Gravity.NOT_MET)
    if not grave or finding.shortfall <= 0 or finding.rule not in planned_rules(audited.state):
        return None
    if finding.rule == "field_time":
        return None  # a roster mends it, not a plan
    return finding.rule, finding.unit
