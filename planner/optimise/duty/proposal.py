"""What Fill and Repair suggest for a unit's month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.rostering.outcome import Status
from planner.optimise.duty.cells import At, Cells
from planner.optimise.duty.shortfall import Shortfall


@dataclass(frozen=True)
class DutyProposal:
    """A unit's month as suggested; its cells were counted again before anybody sees them.

    `cells` has a code for every day that may be planned, `leave` one for every day of registered leave;
    `changed` those that differ from the month as it stands, None for a cell to be emptied. Without a
    roster, as when stopped at once, there are no cells.
    """

    unit: int
    month: date
    status: Status
    objective: int | None
    bound: int | None
    cells: Cells
    leave: Cells
    changed: Mapping[At, str | None]
    shortages: tuple[Shortfall, ...]
    seconds: float

    @property
    def complies(self) -> bool:
        """Whether every day is covered and everybody's field time is met."""
        return self.objective is not None and not self.uncovered

    @property
    def uncovered(self) -> tuple[Shortfall, ...]:
        """What rules of the policy are short of; wishes of a good roster apart."""
        return tuple(short for short in self.shortages if short.is_grave)
