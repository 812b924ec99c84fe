"""What the engine answers: a roster, its cost, and how far it is proven (design 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.rostering.check import Shortage
from models.rostering.problem import Roster

Status = Literal["optimal", "feasible", "infeasible", "stopped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The engine's answer; `roster` is None where none was found, and has passed its check otherwise.

    `bound` is a proven lower limit of the cost, None where the search has none. `changed` counts the cells
    that differ from the roster a repair began with.
    """

    status: Status
    roster: Roster | None
    objective: int | None
    bound: int | None
    shortages: tuple[Shortage, ...]
    seconds: float
    changed: int | None = None

    @property
    def proven(self) -> bool:
        """Whether the answer is final: optimal, or proven infeasible."""
        return self.status in ("optimal", "infeasible")
