"""The document: one frozen value that is edited by pure functions, saved, undone and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.in_force import MoveScope
from planner.county.records import County
from planner.county.state import state
from planner.policy.policy import Policy, default_policy
from planner.scenarios.records import Scenario

if TYPE_CHECKING:
    from planner.files.layout import RosterLayout


@dataclass(frozen=True)
class Document:
    """A county, its duty months, the policy that judges it, its roster's layout, and its scenarios."""

    county: County = field(default_factory=County)
    policy: Policy = field(default_factory=default_policy)
    layout: RosterLayout | None = None
    duty: DutyBook = NO_DUTY
    scenarios: Mapping[int, Scenario] = field(default_factory=dict)

    def audit(self, on: date, moves: MoveScope = "in_force") -> Audit:
        """Return the audit of this document on a date."""
        return audit(state(self.county, on, self.policy, moves), self.duty)
