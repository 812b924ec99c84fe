"""What the planning rules count, kept so that one officer may be taken out or put in: for reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.audit.ledgers import Ledger, is_community_officer, is_in_base
from planner.audit.obligations import (
    Hours,
    dedicated_hours,
    is_dedicated,
    month_hours,
    needed_hours,
)
from planner.audit.results import Audit
from planner.audit.rules.community_share import is_judged
from planner.county.state import Placed, State
from planner.optimise.constraints.planned import planning_ledger, whole_people


@dataclass(slots=True)
class Tally:
    """Officers per unit, on the effective ledger (`weighted`) in hundredths; the last two always in heads."""

    weighted: bool = False
    officers: Counter[int] = field(default_factory=Counter)
    community: Counter[int] = field(default_factory=Counter)
    in_base: Counter[int] = field(default_factory=Counter)
    dedicated: Counter[int] = field(default_factory=Counter)
    others: Counter[int] = field(default_factory=Counter)

    def shift(self, placed: Placed, state: State, by: int) -> None:
        """Count one officer more or less where the officer works."""
        unit = state.unit(placed.present_unit)
        if unit is None:
            return
        weight = placed.weight if self.weighted else 1
        self.officers[unit.id] += by * weight
        self.community[unit.id] += by * weight * is_community_officer(placed)
        self.in_base[unit.id] += by * weight * is_in_base(placed, state)
        heads = self.dedicated if is_dedicated(placed, unit) else self.others
        heads[unit.id] += by


def tally_of(state: State) -> Tally:
    """Return the counts of everybody present."""
    tally = Tally(planning_ledger(state) is Ledger.EFFECTIVE)
    for placed in state.counted():
        tally.shift(placed, state, 1)
    return tally


class Shortfalls:
    """How many people a rule lacks at a unit, or in the county, by a tally."""

    def __init__(self, audit: Audit) -> None:
        """Read what the rules ask for, once for all tallies."""
        state, policy = audit.state, audit.state.policy
        self._stations = [u.id for u in state.stations()]
        self._judged = {u.id for u in state.stations() if is_judged(u)}
        self._community = policy.share("community_share.required")
        self._month, self._rest = month_hours(policy), dedicated_hours(policy)
        self._needed = needed_hours(state)
        self.scale = whole_people(state)
        self.share = policy.share("station_share.required")
        self.base = audit.ledgers.base[planning_ledger(state)]
        self.minimum: Mapping[int, int] = {
            t.unit: t.required
            for t in audit.targets
            if t.rule == "station_minimum" and t.unit is not None and isinstance(t.required, int)
        }

    def of(self, rule: str, unit: int | None, tally: Tally) -> int:
        """Return the shortfall of one rule; draw-offs are told apart and have none here."""
        if rule == "station_share":
            return self._people(self.share.shortfall(self.in_stations(tally), self.base))
        if unit is None:
            return 0
        if rule == "station_minimum":
            return self._people(max(0, self.scale * self.minimum[unit] - tally.officers[unit]))
        if rule == "community_share" and unit in self._judged:
            return self._people(self._community.shortfall(tally.community[unit], tally.officers[unit]))
        if rule == "field_time" and unit in self._needed:
            return self.hours(unit, tally).short
        return 0

    def hours(self, unit: int, tally: Tally) -> Hours:
        """Return a given station's month by a tally."""
        available = self._month * tally.others[unit] + self._rest * tally.dedicated[unit]
        return Hours(self._needed[unit], available, self._month)

    def in_stations(self, tally: Tally) -> int:
        """Return how much of the county's base is in its stations."""
        return sum(tally.in_base[u] for u in self._stations)

    def _people(self, missing: int) -> int:
        return -(-missing // self.scale)
